"""How an indicator stands: what the model says on a day, what was recorded, and how far it is to the target."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from typing import TYPE_CHECKING

from eaframe.graph import Graph
from eaframe.measures.indicators.formulas import by_value
from eaframe.metamodel.period import parse_day
from eaframe.metamodel.vocabulary import PLATEAU
from eaframe.model.as_of import plateau_day

if TYPE_CHECKING:
    from collections.abc import Iterator

    from eaframe.measures.indicators.indicator import Indicator, Measured, Observation
    from eaframe.measures.indicators.shapes import LevelShape
    from eaframe.measures.indicators.tally import Cell, Tally
    from eaframe.model.model import Model


@dataclass(frozen=True, slots=True)
class Standing:
    """An indicator on a day: ``computed`` from the model (None without a formula), ``observed`` the latest record."""

    indicator: Indicator
    day: int
    in_force: bool
    computed: Tally | None
    observed: Observation | None

    @property
    def value(self) -> Fraction | None:
        """The number that counts: computed where there is a formula, else recorded; None where there is no data."""
        if self.indicator.formula is not None:
            return self.computed.value if self.computed else None
        return self.observed.value if self.observed else None

    @property
    def distance(self) -> Fraction | None:
        """How much is left to the target; none (or less) where it is reached. None where one of the two is unknown."""
        target = level_value(self.indicator.target)
        if self.value is None or target is None:
            return None
        return target - self.value if self.indicator.direction == "higher" else self.value - target

    @property
    def reached(self) -> bool | None:
        """Whether the target is reached; None where that is not known, or hangs on what is undecided."""
        target = level_value(self.indicator.target)
        if self.value is None or target is None:
            return None
        tally = self.computed
        bounds = (self.value, tally.low, tally.high) if tally else (self.value,)
        sign = 1 if self.indicator.direction == "higher" else -1
        found = {sign * one >= sign * target for one in bounds if one is not None}
        return found.pop() if len(found) == 1 else None


@dataclass(frozen=True, slots=True)
class Part:
    """An indicator for one value of an attribute, "" where that is not known; ``observed`` is what was recorded."""

    indicator: Indicator
    attribute: str
    value: str
    tally: Tally | None
    observed: Observation | None


@dataclass(frozen=True, slots=True)
class Point:
    """An indicator at a day: either ``computed`` from the model or ``observed``, never both.

    ``plateau`` is the id of the plateau whose day it is, or "". ``ahead`` tells that the day is still to come: what the
    model says of it is planned.
    """

    indicator: Indicator
    day: int
    computed: Tally | None = None
    observed: Observation | None = None
    plateau: str = ""
    ahead: bool = False


@dataclass(frozen=True)
class Standings:
    """All indicators of a workspace as they stand; ``graph_of`` gives the model of a day, each made once."""

    measured: Measured
    model: Model
    day: int
    most_steps: int

    @cached_property
    def _graphs(self) -> dict[int, Graph]:
        return {}

    def graph(self, day: int) -> Graph:
        """The model as of a day."""
        if day not in self._graphs:
            self._graphs[day] = Graph(self.model.at(day), self.most_steps)
        return self._graphs[day]

    def standing(self, one: Indicator) -> Standing:
        """How an indicator stands on the day."""
        in_force = one.valid.holds(self.day)
        computed = self.tally(one, self.day) if in_force else None
        return Standing(one, self.day, in_force, computed, self.latest(one))

    def tally(self, one: Indicator, day: int) -> Tally | None:
        """What the model of a day says; None for what is only recorded."""
        return one.formula[0].total(self.cells(one, day)) if one.formula else None

    def cells(self, one: Indicator, day: int) -> Iterator[Cell]:
        """What its formula looks at in the model of a day."""
        if one.formula is not None:
            kind, parameters = one.formula
            yield from kind.cells(self.graph(day), parameters, one.scope or ())

    def latest(self, one: Indicator, scope: str = "") -> Observation | None:
        """The last number recorded for a scope up to the day; of a series only where all are of one."""
        seen = [each for each in self.measured.of(one.id) if each.first <= self.day and each.scope == scope]
        main = [each for each in seen if not each.series] or seen
        return max(main, key=lambda each: (each.last, each.first), default=None)

    def parts(self, one: Indicator, attribute: str) -> tuple[Part, ...]:
        """An indicator for each value of an attribute; what is not known last."""
        tallies: dict[str, Tally] = {}
        if one.formula is not None and one.valid.holds(self.day):
            cells = by_value(self.graph(self.day), self.cells(one, self.day), attribute)
            tallies = {value: one.formula[0].total(some) for value, some in cells.items()}
        recorded = {each.scope for each in self.measured.of(one.id) if each.scope and each.first <= self.day}
        if tallies:
            recorded &= tallies.keys()  # of other values it would be another breakdown
        values = sorted({*tallies, *recorded}, key=lambda value: (not value, value))
        return tuple(
            Part(one, attribute, value, tallies.get(value), self.latest(one, value) if value else None)
            for value in values
        )

    def series(self, one: Indicator) -> tuple[Point, ...]:
        """An indicator over time: computed on the days of plateaus, records and the report, and what was recorded.

        A record that covers a period stands at its last day, or at the report's where that comes first.
        """
        plateaus = {day: id_ for id_, day in sorted(self._plateaus(), reverse=True)}
        seen = [each for each in self.measured.of(one.id) if not each.scope and each.first <= self.day]
        recorded = [(min(each.last, self.day), each) for each in seen]
        days = sorted({*plateaus, self.day, *(day for day, _ in recorded)})
        points = [
            Point(one, day, computed=self.tally(one, day), plateau=plateaus.get(day, ""), ahead=day > self.day)
            for day in days
            if one.formula is not None and one.valid.holds(day)
        ]
        points += [Point(one, day, observed=each) for day, each in recorded]
        return tuple(sorted(points, key=_order))

    def _plateaus(self) -> Iterator[tuple[str, int]]:
        for element in self.model.elements.values():
            day = plateau_day(element) if element.type == PLATEAU and element.is_own else None
            if day is not None:
                yield element.id, day


def _order(point: Point) -> tuple[int, bool, str]:
    return (point.day, point.observed is not None, point.observed.series if point.observed else "")


def level_value(level: LevelShape | None) -> Fraction | None:
    """The number of a baseline or a target, None where it is not said or not known."""
    return None if level is None or level.value is None else Fraction(level.value)


def level_days(level: LevelShape | None) -> tuple[int, int] | None:
    """The first and the last day, YYYYMMDD, of a baseline or a target; None where it has no date."""
    written = level.date if level is not None and level.date else ""
    first, last = parse_day(written), parse_day(written, last=True)
    return None if first is None or last is None else (first, last)
