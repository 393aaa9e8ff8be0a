"""How indicators stand, for programs.

JSON: ``value`` is a number in ``unit`` (a share in percent), null where there is no data. ``counted`` tells how it was
computed: ``part`` of ``whole`` decided subjects, ``undecided`` ones, and between which bounds it lies if these were
known. ``observed`` is what was recorded, never mixed with what is computed. ``left`` is how much is missing to the
target, zero or less where that is reached; ``reached`` is null where that hangs on what is undecided. CSV has a line
for each number, ``kind`` says which: computed, observed, baseline or target. A day to come is ``planned``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from eaframe.measures.indicators.spelling import group_label
from eaframe.measures.indicators.standing import level_value
from eaframe.metamodel.period import day_text
from eaframe.metamodel.values import declared_in
from eaframe.reports.sheet import cell, sheet
from eaframe.views.texts import Texts

if TYPE_CHECKING:
    from collections.abc import Iterator
    from fractions import Fraction

    from eaframe.measures.indicators.indicator import Indicator, Observation
    from eaframe.measures.indicators.shapes import LevelShape
    from eaframe.measures.indicators.standing import Part, Point
    from eaframe.measures.indicators.tally import Tally
    from eaframe.reports.indicators import IndicatorsReport

SCHEMA_VERSION: Final = 1
_COLUMNS: Final = (
    *("indicator", "name", "unit", "attribute", "group", "date", "kind", "value"),
    *("part", "whole", "undecided", "low", "high", "rank", "series", "grade", "source"),
)
_DECIMALS: Final = 6
_LARGEST: Final = 2**53  # up to it a float holds every whole number


def as_data(report: IndicatorsReport) -> dict[str, Any]:
    """The report as lists, mappings and texts."""
    return {
        "schema_version": SCHEMA_VERSION,
        "as_of": day_text(report.standings.day),
        "indicators": [_indicator(report, one) for one in report.indicators],
        "not_in_force": list(report.left_out),
    }


def _indicator(report: IndicatorsReport, one: Indicator) -> dict[str, Any]:
    standing = report.standings.standing(one)
    found: dict[str, Any] = {
        "id": one.id,
        "name": report.name(one),
        "documentation": declared_in(one.documentation, *report.languages),
        "unit": declared_in(one.unit, *report.languages),
        "direction": one.direction,
        "formula": one.formula_name,
        "basis": declared_in(one.basis, *report.languages),
        "in_force": standing.in_force,
        "value": _number(standing.value) if standing.in_force else None,
        "counted": _counted(standing.computed),
        "baseline": _level(one.baseline),
        "target": _level(one.target),
        "left": _number(standing.distance) if standing.in_force else None,
        "reached": standing.reached if standing.in_force else None,
        "source": declared_in(one.source, *report.languages),
        "update": one.update or None,
        "responsible": one.responsible or None,
        "observed": _observed(standing.observed),
    }
    if report.mode == "parts":
        found["parts"] = [
            _part(report, part) for name in report.attributes(one) for part in report.standings.parts(one, name)
        ]
    if report.mode == "over-time":
        found["series"] = [_point(point) for point in report.standings.series(one)]
    return found


def _part(report: IndicatorsReport, part: Part) -> dict[str, Any]:
    texts = Texts(report.standings.graph(report.standings.day), report.languages)
    return {
        "attribute": part.attribute,
        "group": part.value or None,
        "name": group_label(texts, part.attribute, part.value),
        "value": _number(part.tally.value) if part.tally else None,
        "counted": _counted(part.tally),
        "observed": _observed(part.observed),
    }


def _point(point: Point) -> dict[str, Any]:
    return {
        "date": day_text(point.day),
        "kind": "observed" if point.observed else "planned" if point.ahead else "computed",
        "value": _number(point.observed.value if point.observed else point.computed.value if point.computed else None),
        "plateau": point.plateau or None,
        "counted": _counted(point.computed),
        "observed": _observed(point.observed),
    }


def _counted(tally: Tally | None) -> dict[str, Any] | None:
    if tally is None:
        return None
    return {
        "part": tally.part,
        "whole": tally.whole,
        "undecided": tally.undecided,
        "low": _number(tally.low),
        "high": _number(tally.high),
    }


def _level(level: LevelShape | None) -> dict[str, Any] | None:
    if level is None:
        return None
    if level.unknown is not None:
        return {"unknown": {"by": level.unknown.by, "until": level.unknown.until}}
    evidence = [{"ref": each.ref or None, "grade": each.grade} for each in level.evidence]
    return {"value": _number(level_value(level)), "date": level.date, "evidence": evidence}


def _observed(seen: Observation | None) -> dict[str, Any] | None:
    if seen is None:
        return None
    return {
        "date": seen.date,
        "value": _number(seen.value),
        "rank": seen.rank,
        "scope": seen.scope or None,
        "series": seen.series or None,
        "evidence": [{"ref": each.ref or None, "grade": each.grade} for each in seen.evidence],
    }


def _number(value: Fraction | None) -> int | float | None:
    if value is None:
        return None
    rounded = round(value, _DECIMALS)
    # What is larger has no decimals as a float, and may be too large for one.
    return int(rounded) if rounded.denominator == 1 or abs(rounded) > _LARGEST else float(rounded)


def as_csv(report: IndicatorsReport) -> str:
    """A line of column names and one for each number. A text that a spreadsheet would run gets a ' before it."""
    return sheet((_COLUMNS, *(map(_cell, row) for row in _rows(report))))


def _rows(report: IndicatorsReport) -> Iterator[list[object]]:
    for one in report.indicators:
        unit = declared_in(one.unit, *report.languages)
        about = {"indicator": one.id, "name": report.name(one), "unit": unit}
        for line in _lines(report, one):
            row = about | line
            yield [row.get(column) for column in _COLUMNS]


def _lines(report: IndicatorsReport, one: Indicator) -> Iterator[dict[str, Any]]:
    if report.mode == "parts":
        for name in report.attributes(one):
            for part in report.standings.parts(one, name):
                group = {"attribute": name, "group": part.value}
                yield from (group | line for line in _numbers(part.tally, report.standings.day, part.observed))
        return
    if report.mode == "over-time":
        for point in report.standings.series(one):
            for row in _numbers(point.computed, point.day, point.observed):
                yield row | ({"kind": "planned"} if point.ahead and point.computed else {})
    else:
        standing = report.standings.standing(one)
        yield from _numbers(standing.computed, standing.day, standing.observed)
    for kind, level in (("baseline", one.baseline), ("target", one.target)):
        if level is not None and level.value is not None:
            grades = ",".join(each.grade for each in level.evidence)
            sources = ",".join(each.ref for each in level.evidence)
            number = _number(level_value(level))
            yield {"kind": kind, "date": level.date, "value": number, "grade": grades, "source": sources}


def _numbers(tally: Tally | None, day: int, seen: Observation | None) -> Iterator[dict[str, Any]]:
    if tally is not None:
        yield _computed(tally, day_text(day))
    if seen is not None:
        yield _record(seen)


def _computed(tally: Tally, date: str) -> dict[str, Any]:
    counted = {"part": tally.part, "whole": tally.whole, "undecided": tally.undecided}
    bounds = {"low": _number(tally.low), "high": _number(tally.high)}
    return {"date": date, "kind": "computed", "value": _number(tally.value), **counted, **bounds}


def _record(seen: Observation) -> dict[str, Any]:
    return {
        "group": seen.scope,
        "date": seen.date,
        "kind": "observed",
        "value": _number(seen.value),
        "rank": seen.rank,
        "series": seen.series,
        "grade": seen.grade,
        "source": ",".join(each.ref for each in seen.evidence),
    }


def _cell(value: object) -> object:
    return cell(value) if isinstance(value, str) else "" if value is None else value
