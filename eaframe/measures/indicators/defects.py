"""What can be wrong with indicators and observations."""

from __future__ import annotations

from eaframe.findings import Defect

_FULL = """\
    formula: {ratio: {of: {type: application-component}, to: {layer: application}}}
    scope: workspace
    baseline: {value: 20, date: 2017-06, evidence: {grade: modelled}}
    target: {value: 55, date: 2017-12, evidence: {grade: modelled}}
    source: The model
    update: P1Y
    responsible: office
"""
_OFFICE = """\
elements:
  office: {type: business-actor, name: City office, documentation: Answers for the numbers.}
"""


def _indicator(rest: str) -> str:
    return f"indicators:\n  online-share:\n    name: Share of components\n    unit: percent\n{rest}"


_OBSERVED = _FULL.replace("{ratio: {of: {type: application-component}, to: {layer: application}}}", "observed")


def _observations(*rows: str) -> str:
    return "observations:\n" + "".join(f"  - {row}\n" for row in rows)


def _row(value: str, indicator: str = "online-share", more: str = "") -> str:
    return f"{{indicator: {indicator}, date: 2017-06, value: {value},{more} evidence: {{grade: K}}}}"


def _dated(date: str, value: str = "20.4") -> str:
    """An observation on lines of its own, so that one of them can be marked."""
    rest = f"    value: {value}\n    evidence: {{grade: K}}\n"
    return f"observations:\n  - indicator: online-share\n    date: {date}\n{rest}"


UNKNOWN_INDICATOR = Defect(
    code="IND001",
    name="unknown-indicator",
    severity="error",
    summary="An observation, or what completes an indicator, names an indicator that nothing defines.",
    message="There is no indicator `{found}`.",
    hint="Correct the id, or define the indicator under `indicators:`.",
    bad=_indicator(_FULL) + _observations(_row("20.4", "online-shar") + "  # error: IND001") + _OFFICE,
    good=_indicator(_FULL) + _observations(_row("20.4")) + _OFFICE,
)
DUPLICATE_OBSERVATION = Defect(
    code="IND002",
    name="duplicate-observation",
    severity="error",
    summary="One indicator is recorded twice for one date and one scope, so that nobody knows which number counts.",
    message="`{indicator}` is recorded twice for {date}: {first} and {second}.",
    hint="Keep one; where two sources count differently, tell them apart with `series: WORD` and a `note`.",
    bad=_indicator(_FULL) + _observations(_row("20.4"), _row("19.6") + "  # error: IND002") + _OFFICE,
    good=_indicator(_FULL) + _observations(_row("20.4"), _row("19.6", more=" series: plan,")) + _OFFICE,
)
INCOMPLETE_INDICATOR = Defect(
    code="IND003",
    name="incomplete-indicator",
    severity="warning",
    summary="An indicator that the workspace uses lacks some of the seven things without which nobody can work with "
    "it: scope, formula, baseline, target, source, update and responsible unit.",
    message="The indicator `{indicator}` does not say its {missing}.",
    hint="Add what is missing; what nobody knows yet is tracked as `baseline: {{unknown: {{by: UNIT, until: DATE}}}}`. "
    "An indicator of a library is completed with `extend: {indicator}`.",
    basis="Mẫu số 01 (dự thảo 13/9/2026), III.2",
    bad=_indicator(_FULL.replace("    responsible: office\n", "")).replace("share:\n", "share:  # warning: IND003\n")
    + _OFFICE,
    good=_indicator(_FULL) + _OFFICE,
    tags=("GOV-11",),
)
OVERDUE_OBSERVATION = Defect(
    code="IND004",
    name="overdue-observation",
    severity="info",
    summary="The latest number recorded for an indicator is older than its `update` allows.",
    message="`{indicator}` was last recorded for {date}; a newer number is due after {update}.",
    hint="Record a newer number under `observations:`, or correct `update`.",
    bad=_indicator(_OBSERVED) + _dated("2017-06  # info: IND004") + _OFFICE,
    good=_indicator(_OBSERVED) + _dated("2026-06") + _OFFICE,
)
NOT_ONE_FORMULA = Defect(
    code="IND005",
    name="not-one-formula",
    severity="error",
    summary="The `formula` of an indicator must be exactly one of a closed list. The indicator is left out.",
    message="`formula` is {found}, but must be exactly one formula.",
    hint="Use one of {allowed}, or the word `observed` for what is only recorded.",
    bad=_indicator(_FULL.replace("{ratio:", "{rato:").replace("application}}}", "application}}}  # error: IND005"))
    + _OFFICE,
    good=_indicator(_FULL) + _OFFICE,
)
COMPLETED_TWICE = Defect(
    code="IND006",
    name="indicator-completed-twice",
    severity="error",
    summary="Two definitions of the workspace complete one indicator with `extend`; the second is not used.",
    message="`{indicator}` is completed twice.",
    hint="Put both into one definition.",
    bad=_indicator(_FULL)
    + "  here: {extend: online-share, basis: Plan of 2017}\n"
    + "  again: {extend: online-share, basis: Plan of 2018}  # error: IND006\n"
    + _OFFICE,
    good=_indicator(_FULL) + "  here: {extend: online-share, basis: Plan of 2017}\n" + _OFFICE,
)
BROKEN_LIBRARY_INDICATOR = Defect(
    code="IND007",
    name="broken-library-indicator",
    severity="error",
    summary="An indicator or an observation of an imported library cannot be used here.",
    message="The indicator `{found}` of the library `{library}` cannot be used: {first}",
    hint="Validate the library by itself and mend it there.",
)
IMPOSSIBLE_NUMBER = Defect(
    code="IND008",
    name="impossible-number",
    severity="error",
    summary="A number cannot be of its indicator's unit: a percentage over 100, a rank under 1, half a thing.",
    message="{value} is no possible number of `{indicator}`, whose unit is `{unit}`.",
    hint="Correct the number; a share is written in percent (20.4, not 0.204).",
    bad=_indicator(_FULL) + _dated("2017-06", "204  # error: IND008") + _OFFICE,
    good=_indicator(_FULL) + _dated("2017-06") + _OFFICE,
)

DEFECTS = (
    UNKNOWN_INDICATOR,
    DUPLICATE_OBSERVATION,
    INCOMPLETE_INDICATOR,
    OVERDUE_OBSERVATION,
    NOT_ONE_FORMULA,
    COMPLETED_TWICE,
    BROKEN_LIBRARY_INDICATOR,
    IMPOSSIBLE_NUMBER,
)
