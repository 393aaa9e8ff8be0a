"""Rules asked of a model."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from eaframe.findings import Place
from eaframe.rules.defects import RULE_FAILED
from eaframe.rules.rule import Undecided

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from eaframe.findings import Finding
    from eaframe.graph import Graph
    from eaframe.rules.checks.asked import Asked
    from eaframe.rules.rule import Rule
    from eaframe.views import ViewDefinition
    from eaframe.views.selection import Selection


@dataclass(frozen=True, slots=True)
class ShownView:
    """A view as rules see it: its definition, and what it shows of the slice."""

    definition: ViewDefinition
    selection: Selection


@dataclass(frozen=True, slots=True)
class Run:
    """Of how many subjects a rule was asked; None where it does not say, as it is written in Python.

    Of these it could not judge ``undecided``; ``tracked`` pass with a value that somebody is to find out. ``unread``
    could not be read whole, and were not asked.
    """

    subjects: int | None
    undecided: int = 0
    tracked: int = 0
    unread: int = 0


@dataclass(frozen=True, slots=True)
class Found:
    """What rules found, and how each was run, by code. Others could not be run (``failed``), or were not asked.

    ``skipped`` judge what is absent, of a model that could not be read whole; ``not_valid`` do not hold on the day.
    """

    findings: list[Finding]
    runs: Mapping[str, Run]
    failed: tuple[str, ...] = ()
    skipped: tuple[str, ...] = ()
    not_valid: tuple[str, ...] = ()

    @property
    def undecided(self) -> int:
        """How many subjects could not be judged, of all rules."""
        return sum(run.undecided for run in self.runs.values())


def run_rules(rules: Iterable[Rule], whole: Graph, sliced: Graph, *, today: int, views: Sequence[ShownView]) -> Found:
    """All findings of ``rules``: of the whole model or of the slice, as each wants.

    A rule whose basis does not hold on the day of the slice is not asked. One that fails is a finding itself, and what
    it had found by then is left out; the others go on.
    """
    selections: dict[str, tuple[Asked, list[Undecided]]] = {}
    available = {"today": today, "views": views, "selections": selections}
    findings: list[Finding] = []
    runs: dict[str, Run] = {}
    failed: list[str] = []
    skipped: list[str] = []
    not_valid: list[str] = []
    for rule in rules:
        graph = whole if rule.scope == "model" else sliced
        if not rule.valid.holds(sliced.model.as_of or today):
            not_valid.append(rule.defect.code)
            continue
        if rule.judges_absence and graph.model.incomplete:
            skipped.append(rule.defect.code)
            continue
        try:
            found = [_that_can_be_said(one) for one in rule.run(graph, available)]
        except Exception as error:  # noqa: BLE001 - whatever a rule does, it must not hide what the others find
            failed.append(rule.defect.code)
            findings.append(_failed(rule, error))
            continue
        findings += (one for one in found if not isinstance(one, Undecided))
        runs[rule.defect.code] = _run(selections.get(rule.selection), found)
    return Found(findings, runs, tuple(failed), tuple(skipped), tuple(not_valid))


def _run(selection: tuple[Asked, list[Undecided]] | None, found: Iterable[Finding | Undecided]) -> Run:
    open_ = [one for one in found if isinstance(one, Undecided)]
    tracked = sum(1 for one in open_ if one.is_tracked)
    if selection is None:
        return Run(None, len(open_) - tracked, tracked)
    asked, undecided = selection
    subjects = len(asked.subjects) + len(undecided)
    return Run(subjects, len(open_) - tracked, tracked, asked.open - len(undecided))


def _that_can_be_said(found: Finding | Undecided) -> Finding | Undecided:
    """The same. Raises where a message has a place that the rule does not fill: a report would only find out later."""
    if not isinstance(found, Undecided):
        found.message.text()
        found.hint.text()
    return found


def _failed(rule: Rule, error: Exception) -> Finding:
    reason = f"{type(error).__name__}: {error}"
    at = rule.defined or Place("eaframe.yaml")
    code = rule.defect.code
    return RULE_FAILED.at(at, code, rule=code, reason=reason, discriminator=code)
