"""What can be wrong with rules, severities, waivers and the baseline themselves."""

from __future__ import annotations

from eaframe.findings import Defect

_MODEL = """\
elements:
  fast-service: {type: goal, name: Fast service, documentation: Answers within a day.}
"""


def _rule(select: str, check: str, more: str = "", code: str = "TEST001") -> str:
    return f"""\
rules:
  - code: {code}
    name: unclear-goal
    summary: A goal is not clear enough to be reached.
    hint: Make it clearer.
{more}    select: {select}
    check: {check}
{_MODEL}"""


def _waiver(rule: str, until: str, mark: str) -> str:
    waiver = f"{{rule: {rule}, subject: fast-service, reason: Not written yet., decision: QĐ 1, until: {until}}}"
    return f"waivers:\n  - {waiver}  # {mark}\n{_MODEL}"


def _checklist(rules: str) -> str:
    return f"""\
checklists:
  before-issue:
    name: Before issue
    items:
      - id: named
        name: Everything is named and explained
        rules: {rules}
{_MODEL}"""


UNKNOWN_CODE = Defect(
    code="RUL001",
    name="unknown-code",
    severity="error",
    summary="The workspace sets the severity of a code, or waives one, that no rule has.",
    message="There is no rule with the code `{found}`.",
    hint="Remove the line, or correct the code; `eaframe rules` lists all.",
)
RULE_FAILED = Defect(
    code="RUL002",
    name="rule-failed",
    severity="error",
    summary="A rule could not be run, so that nobody knows what it would have found. All other rules were run.",
    message="The rule {rule} could not be run: {reason}",
    hint="Report this to whoever wrote the rule; `--ignore` leaves it out until it is mended.",
)
FOREIGN_PREFIX = Defect(
    code="RUL003",
    name="foreign-code-prefix",
    severity="error",
    summary="The code of a rule begins with letters that belong to eaframe or a library, or that nobody declared.",
    message="The code `{found}` cannot be used here: its prefix `{prefix}` {reason}.",
    hint="Declare a prefix of your own in eaframe.yaml (`code-prefixes: [{proposal}]`), and begin the code with it.",
    bad=_rule("{type: goal}", "{required: name}", code="APP001  # error: RUL003"),
    good=_rule("{type: goal}", "{required: name}"),
)
NOT_ONE_CHECK = Defect(
    code="RUL004",
    name="not-one-check",
    severity="error",
    summary="The `check` of a rule must name exactly one check.",
    message="`check` names {found}, but must name exactly one check.",
    hint="Use one of {allowed}; `eaframe rules checks` explains them.",
    bad=_rule("{type: goal}", "{requird: name}  # error: RUL004"),
    good=_rule("{type: goal}", "{required: name}"),
)
CHECK_OF_ANOTHER_SUBJECT = Defect(
    code="RUL005",
    name="check-of-another-subject",
    severity="error",
    summary="A rule asks a check of something that it cannot judge.",
    message="`{found}` cannot be asked of a {about}.",
    hint="Use one of {allowed}, or select something else.",
    bad=_rule("workspace", "{related: {via: serves}}  # error: RUL005"),
    good=_rule("workspace", "{required: name}"),
)
UNKNOWN_PLACE = Defect(
    code="RUL006",
    name="unknown-place-in-message",
    severity="error",
    summary="The message or the hint of a rule has a place in braces that its check does not fill.",
    message="`{found}` in braces is nothing that the check `{check}` can fill in.",
    hint="Use one of {allowed}, or leave the braces out.",
    bad=_rule("{type: goal}", "{required: name}", '    message: "{owner} is not clear."  # error: RUL006\n'),
    good=_rule("{type: goal}", "{required: name}", '    message: "{name} is not clear."\n'),
)
BROKEN_LIBRARY_RULE = Defect(
    code="RUL007",
    name="broken-library-rule",
    severity="error",
    summary="A rule of an imported library cannot be used here, so it is not asked.",
    message="The rule `{found}` of the library `{library}` cannot be used: {first}",
    hint="Validate the library by itself and mend it there.",
)
UNKNOWN_RULE_IN_CHECKLIST = Defect(
    code="CHK001",
    name="unknown-rule-in-checklist",
    severity="error",
    summary="An item of a checklist names a rule that there is not, so that nothing answers for it.",
    message="No code, prefix, rule or tag is called `{found}`.",
    hint="Correct the word, or write `by-hand: …` for what a person must look at; `eaframe rules` lists all rules.",
    bad=_checklist("[missing-documentation, missing-nam]  # error: CHK001"),
    good=_checklist("[missing-documentation, missing-name]"),
)
BROKEN_LIBRARY_CHECKLIST = Defect(
    code="CHK002",
    name="broken-library-checklist",
    severity="error",
    summary="A checklist of an imported library cannot be answered as it is meant.",
    message="The checklist `{found}` of the library `{library}` is wrong: {first}",
    hint="Validate the library by itself and mend it there.",
)
EXPIRED_WAIVER = Defect(
    code="WAI001",
    name="expired-waiver",
    severity="warning",
    summary="A waiver has ended, so what it covered is found again.",
    message="The waiver of {rule} for {about} ended on {until}.",
    hint="Mend what it covered and remove it, or have it decided anew with a later `until`.",
    bad=_waiver("CPL002", "2020-12-31", "warning: WAI001"),
    good=_MODEL,
)
UNUSED_WAIVER = Defect(
    code="WAI002",
    name="unused-waiver",
    severity="warning",
    summary="A waiver covers nothing that was found: it is mended, or the waiver names something else.",
    message="The waiver of {rule} for {about} covers nothing that was found.",
    hint="Remove it.",
    bad=_waiver("CPL002", "2099-12-31", "warning: WAI002"),
    good=_MODEL,
)
NEVER_WAIVED = Defect(
    code="WAI003",
    name="waiver-of-an-unreadable-model",
    severity="error",
    summary="A waiver names a code of reading the files: what cannot be read cannot be accepted.",
    message="{rule} cannot be waived: it tells that the model could not be read as it is meant.",
    hint="Mend what was found, and remove the waiver.",
    bad=_waiver("MOD004", "2099-12-31", "error: WAI003"),
    good=_MODEL,
)
STALE_BASELINE = Defect(
    code="BAS001",
    name="stale-baseline",
    severity="info",
    summary="The baseline lists findings that are not found any more.",
    message="{number} of {total} findings of the baseline are not found any more, the first is {first}.",
    hint="Run `eaframe baseline --prune`, so that they cannot come back unseen.",
)
UNREADABLE_BASELINE = Defect(
    code="BAS002",
    name="unreadable-baseline",
    severity="error",
    summary="A line of the baseline is not of the form that `eaframe baseline` writes, so it covers nothing.",
    message="This line is no finding: a code, a subject and a detail are expected, with a tab between them.",
    hint="Remove the line, or write the baseline anew with `eaframe baseline`.",
)

DEFECTS = tuple(value for value in list(globals().values()) if isinstance(value, Defect))
