"""Rules asked of a model."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

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


def run_rules(
    rules: Iterable[Rule], whole: Graph, sliced: Graph, *, today: int, views: Sequence[ShownView]
) -> list[Finding]:
    """All findings of ``rules``: of the whole model or of the slice, as each wants.

    A rule whose basis does not hold on the day of the slice is not asked.
    """
    available = {"today": today, "views": views}
    findings: list[Finding] = []
    for rule in rules:
        graph = whole if rule.scope == "model" else sliced
        if rule.judges_absence and graph.model.incomplete:
            continue
        if not rule.valid.holds(sliced.model.as_of or today):
            continue
        findings += rule.run(graph, available)
    return findings
