"""The rows of the report on indicators, as texts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from eaframe.measures.indicators.spelling import (
    ROUNDED,
    group_label,
    level_number,
    number_text,
    quantity,
    recorded,
)
from eaframe.metamodel.values import declared_in
from eaframe.views.texts import Texts
from eaframe.views.words import date_text

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from eaframe.measures.indicators.indicator import Indicator, Observation
    from eaframe.measures.indicators.shapes import LevelShape
    from eaframe.measures.indicators.standing import Point, Standing
    from eaframe.measures.indicators.tally import Tally
    from eaframe.reports.indicators import IndicatorsReport

_COLUMNS = ("id", "name", "value", "of", "baseline", "target", "left", "recorded")


@dataclass(frozen=True, slots=True)
class Section:
    """A table with its title, "" where there is only one."""

    title: str
    head: Sequence[str]
    rows: Sequence[Sequence[str]]


def summary(report: IndicatorsReport) -> Section:
    """A row for each indicator."""
    rows = [_row(report, report.standings.standing(one)) for one in report.indicators]
    return Section("", [report.words[column] for column in _COLUMNS], rows)


def _row(report: IndicatorsReport, standing: Standing) -> list[str]:
    one, words = standing.indicator, report.words
    return [
        one.short,
        report.name(one),
        _value(report, standing),
        _counted(report, one, standing.computed),
        _level(report, one, one.baseline),
        _level(report, one, one.target),
        _left(report, standing),
        _record(report, one, standing.observed) if standing.observed else words["no-data"] if not one.formula else "",
    ]


def _value(report: IndicatorsReport, standing: Standing) -> str:
    if not standing.in_force:
        return report.words["not-in-force"]
    if standing.value is None:
        seen = standing.observed
        shown = recorded(seen, standing.indicator, report.languages) if seen and not standing.indicator.formula else ""
        return shown or report.words["no-data"]
    if standing.indicator.formula:
        return quantity(standing.value, standing.indicator, report.languages, ROUNDED)
    series = standing.observed.series_label(*report.languages) if standing.observed else ""
    return quantity(standing.value, standing.indicator, report.languages) + (f" ({series})" if series else "")


def _left(report: IndicatorsReport, standing: Standing) -> str:
    distance = standing.distance if standing.in_force else None
    if distance is None:
        return ""
    if distance > 0:
        return number_text(distance, report.language, ROUNDED)
    return report.words["reached" if standing.reached else "perhaps-reached"]


def _counted(report: IndicatorsReport, one: Indicator, tally: Tally | None) -> str:
    """How a computed number came about: 1/2, 1 undecided (33.3 to 66.7)."""
    if tally is None or one.formula is None:
        return ""
    counted = f"{tally.part}/{tally.whole}" if one.formula[0].percent else str(tally.whole)
    if not tally.undecided:
        return counted
    counted += f", {report.words['undecided'].format(number=tally.undecided)}"
    if tally.low is not None and tally.high is not None:
        low, high = (number_text(bound, report.language, ROUNDED) for bound in (tally.low, tally.high))
        counted += f" ({report.words['range'].format(low=low, high=high)})"
    return counted


def _level(report: IndicatorsReport, one: Indicator, level: LevelShape | None) -> str:
    if level is None:
        return ""
    if level.unknown is not None:
        until = date_text(level.unknown.until, report.language)
        return report.words["unknown"].format(by=level.unknown.by, until=until)
    return f"{level_number(level, one, report.languages)} ({date_text(level.date or '', report.language)})"


def _record(report: IndicatorsReport, one: Indicator, seen: Observation) -> str:
    """A recorded number with its date and the grade of its source."""
    date = date_text(seen.date, report.language)
    about = ", ".join(filter(None, (date, seen.series_label(*report.languages), _source(seen))))
    return f"{recorded(seen, one, report.languages)} ({about})"


def _source(seen: Observation) -> str:
    best = next(each for each in seen.evidence if each.grade == seen.grade)
    return f"{seen.grade} {best.ref}".rstrip()


def parts(report: IndicatorsReport) -> Iterator[Section]:
    """A table for each indicator and attribute: a row for each value."""
    words, texts = report.words, Texts(report.standings.graph(report.standings.day), report.languages)
    for one in report.indicators:
        for attribute in report.attributes(one):
            label = texts.attribute_label(attribute)
            rows = []
            for part in report.standings.parts(one, attribute):
                number = part.tally.value if part.tally else part.observed.value if part.observed else None
                rows.append(
                    [
                        group_label(texts, attribute, part.value),
                        words["no-data"] if number is None else quantity(number, one, report.languages, ROUNDED),
                        _counted(report, one, part.tally),
                        _record(report, one, part.observed) if part.observed else "",
                    ]
                )
            title = f"{one.short} · {report.name(one)} · {label}"
            yield Section(title, [label, words["value"], words["of"], words["recorded"]], rows)


def over_time(report: IndicatorsReport) -> Iterator[Section]:
    """A table for each indicator: a row for each day and for each record; what is computed and what not is said."""
    columns = ("date", "kind", "value", "of", "remark")
    for one in report.indicators:
        rows = [_point(report, point) for point in report.standings.series(one)]
        yield Section(f"{one.short} · {report.name(one)}", [report.words[column] for column in columns], rows)


def _point(report: IndicatorsReport, point: Point) -> list[str]:
    one, words = point.indicator, report.words
    if point.observed is not None:
        seen = point.observed
        remarks = [_source(seen), seen.series_label(*report.languages), declared_in(seen.note, *report.languages)]
        shown = recorded(seen, one, report.languages)
        return [date_text(seen.date, report.language), words["observed"], shown, "", " · ".join(filter(None, remarks))]
    number = point.computed.value if point.computed else None
    return [
        report.day(point.day),
        words["planned" if point.ahead else "computed"],
        words["no-data"] if number is None else quantity(number, one, report.languages, ROUNDED),
        _counted(report, one, point.computed),
        point.plateau,
    ]
