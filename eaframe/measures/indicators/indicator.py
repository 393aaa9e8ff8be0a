"""Indicators and observations as they are used: read, resolved, each with where it is written."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Final

from eaframe.metamodel.period import ALWAYS, Period
from eaframe.metamodel.values import declared_in

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from fractions import Fraction

    from eaframe.findings import Place
    from eaframe.graph.selector import Selectors
    from eaframe.measures.indicators.formulas import FormulaKind
    from eaframe.measures.indicators.shapes import Direction, EvidenceShape, LevelShape
    from eaframe.model.workspace_file import Text
    from eaframe.sources.shape import Shape

OBSERVED: Final = "observed"  # in place of a formula: there are only recorded numbers
PERCENT: Final = "percent"
RANK: Final = "rank"
COUNT: Final = "count"
GRADES: Final = ("A", "B", "C", "K", "modelled")  # from the best on


@dataclass(frozen=True, slots=True)
class Indicator:
    """What is measured. Own indicators have bare ids, those of a library ``namespace:id``.

    ``formula`` is None for what is only observed, ``scope`` None where nobody says it (then nothing limits it either).
    ``used_at`` is where the workspace itself defines or completes it; None for a library's that it only imports.
    ``places`` tell by key where what it says stands.
    """

    id: str
    name: Text
    unit: Text
    direction: Direction
    formula: tuple[FormulaKind, Shape] | None
    scope: Selectors | None
    place: Place
    documentation: Text = ""
    basis: Text = ""
    baseline: LevelShape | None = None
    target: LevelShape | None = None
    source: Text = ""
    update: str = ""
    responsible: str = ""
    per: tuple[str, ...] = ()
    valid: Period = ALWAYS
    used_at: Place | None = None
    places: Mapping[str, Place] = field(default_factory=dict)

    @property
    def formula_name(self) -> str:
        """The word of its formula."""
        return self.formula[0].name if self.formula else OBSERVED

    @property
    def library(self) -> str:
        """The namespace of the library that defines it; "" for the workspace's own."""
        return self.id.rpartition(":")[0]

    @property
    def short(self) -> str:
        """The id without the namespace."""
        return self.id.rpartition(":")[2]


@dataclass(frozen=True, slots=True)
class Observation:
    """A recorded number: ``first`` and ``last`` are the days (YYYYMMDD) that ``date`` covers; ``indicator`` an id."""

    indicator: str
    date: str
    first: int
    last: int
    value: Fraction | None
    rank: int | None
    scope: str
    series: str
    note: Text
    evidence: tuple[EvidenceShape, ...]
    place: Place
    library: str = ""
    series_name: Text = ""

    def series_label(self, *languages: str) -> str:
        """What people read for its series, in the first of ``languages`` that there is; "" without a series."""
        return declared_in(self.series_name, *languages) or self.series

    @property
    def grade(self) -> str:
        """The best grade of its evidence: A before B before C before K before what is modelled."""
        return min((one.grade for one in self.evidence), key=GRADES.index, default="")


@dataclass(frozen=True)
class Measured:
    """All indicators by id and all observations in order of time, with the names that indicators may be called by."""

    indicators: Mapping[str, Indicator]
    observations: tuple[Observation, ...]
    names: Mapping[str, str]

    @cached_property
    def _by_indicator(self) -> Mapping[str, list[Observation]]:
        found: dict[str, list[Observation]] = {}
        for one in self.observations:
            found.setdefault(one.indicator, []).append(one)
        return found

    def of(self, indicator: str) -> Sequence[Observation]:
        """The observations of one indicator, in order of time."""
        return self._by_indicator.get(indicator, ())
