"""Rules asked of a model."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from eaframe.findings import Place
from eaframe.rules.defects import RULE_FAILED
from eaframe.rules.rule import Undecided

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from eaframe.findings import Finding
    from eaframe.graph import Graph
    from eaframe.rules.rule import Rule
    from eaframe.views import ViewDefinition
    from eaframe.views.selection import Selection


@dataclass(frozen=True, slots=True)
class ShownView:
    """A view as rules see it: its definition, and what it shows of the slice."""

    definition: ViewDefinition
    selection: Selection


@dataclass(frozen=True, slots=True)
class Found:
    """What rules found; how many subjects they could not judge; which could not be run, and which were not asked."""

    findings: list[Finding]
    undecided: int = 0
    failed: tuple[str, ...] = ()
    skipped: tuple[str, ...] = ()


def run_rules(rules: Iterable[Rule], whole: Graph, sliced: Graph, *, today: int, views: Sequence[ShownView]) -> Found:
    """All findings of ``rules``: of the whole model or of the slice, as each wants.

    A rule whose basis does not hold on the day of the slice is not asked. One that fails is a finding itself, and what
    it had found by then is left out; the others go on.
    """
    available = {"today": today, "views": views, "selections": {}}
    findings: list[Finding] = []
    undecided = 0
    failed: list[str] = []
    skipped: list[str] = []
    for rule in rules:
        graph = whole if rule.scope == "model" else sliced
        if (rule.judges_absence and graph.model.incomplete) or not rule.valid.holds(sliced.model.as_of or today):
            skipped.append(rule.defect.code)
            continue
        try:
            found = [_that_can_be_said(one) for one in rule.run(graph, available)]
        except Exception as error:  # noqa: BLE001 - whatever a rule does, it must not hide what the others find
            failed.append(rule.defect.code)
            findings.append(_failed(rule, error))
            continue
        these = [one for one in found if not isinstance(one, Undecided)]
        undecided += len(found) - len(these)
        findings += these
    return Found(findings, undecided, tuple(failed), tuple(skipped))


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
