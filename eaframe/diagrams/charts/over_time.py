"""An indicator over time: what is computed as a line with dots, what was recorded as diamonds, baseline and target."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, Final

from eaframe.diagrams.charts import marks
from eaframe.diagrams.charts.labels import Labels, apart
from eaframe.diagrams.charts.panel import SMALL, Frame, Panel, heading, level_rows, level_words
from eaframe.diagrams.charts.scale import Days, Numbers, days, numbers
from eaframe.diagrams.charts.words import word
from eaframe.diagrams.lettering import lettering
from eaframe.diagrams.markup import number, tag
from eaframe.diagrams.palette import paint
from eaframe.measures.indicators.spelling import ROUNDED, number_text, quantity, recorded, unit_text
from eaframe.measures.indicators.standing import Point, level_days, level_value
from eaframe.metamodel.period import day_text
from eaframe.views.layout import Rect
from eaframe.views.words import date_text

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from fractions import Fraction

_LEFT: Final = 50.0  # px for the numbers of the axis
_RIGHT: Final = 118.0  # px for the words beside the lines of baseline and target
_PLOT: Final = 190.0  # px, the height of the area
_AXIS: Final = 24.0  # px below it
_LEVEL: Final = 28.0  # px, the height of two small lines


def over_time(frame: Frame) -> Panel:
    """The panel of one indicator."""
    points = frame.standings.series(frame.indicator)
    title, top = ("", 0.0) if frame.is_alone else heading(frame.name, frame.width)
    top += 24
    levels = [("baseline", frame.indicator.baseline), ("target", frame.indicator.target)]
    drawn = [(key, level, level_value(level)) for key, level in levels]
    known = [*(number for _, _, number in drawn if number is not None), *_numbers(points)]
    periods = [_period(one) for one in points] + [some for _, level in levels if (some := level_days(level))]
    when = [day for period in periods for day in period]
    if not known or not when:
        rows = tuple(_rows(frame, points))
        said = [f"{shown} ({date})" for _, date, _, shown, _ in rows if shown] or [word("no-data", frame.language)]
        sentence = lettering("; ".join(said), 0.0, top + 6, SMALL, "muted")
        return Panel(title + sentence, top + 22, (*rows, (frame.name, *said)))
    area = Rect(_LEFT, top, frame.width - _LEFT - _RIGHT, _PLOT)
    across, up = days(when, area.x, area.right), numbers(known, frame.indicator.unit, area.bottom, area.y)
    parts = [title, _grid(frame, area, across, up)]
    heights = apart([up.px(value) for _, _, value in drawn if value is not None], _LEVEL, area.y + 4, area.bottom - 4)
    for key, level, value in drawn:
        if level is None or value is None:
            continue
        y, draw = up.px(value), marks.target_line if key == "target" else marks.baseline_line
        parts.append(draw((area.x, y), (area.right, y)))
        period = level_days(level) if key == "target" else None
        parts += [marks.target_day(across.middle(*period), y)] if period else []
        words = heights.pop(0)
        for index, line in enumerate(level_words(frame, key, level)):
            colour = "text" if index == 0 else "muted"
            parts.append(lettering(line, area.right + 8, words - 2 + index * 13, SMALL, colour))
    parts += _points(frame, points, area, across, up)
    shows = {key for key, _, value in drawn if value is not None} | {key for point in points for key in _shown(point)}
    rows = (*_rows(frame, points), *level_rows(frame))
    return Panel("".join(parts), area.bottom + _AXIS, rows, frozenset(shows))


def _shown(point: Point) -> Iterator[str]:
    """The kinds of marks that a point needs."""
    if point.observed is not None and point.observed.value is not None:
        yield "recorded"
    if point.computed is not None and point.computed.value is not None:
        yield "planned" if point.ahead else "computed"
        if point.computed.undecided and point.computed.low is not None:
            yield "range"


def _period(point: Point) -> tuple[int, int]:
    """The days that a point is about."""
    return (point.observed.first, point.observed.last) if point.observed else (point.day, point.day)


def _numbers(points: Sequence[Point]) -> Iterator[Fraction]:
    for point in points:
        if point.computed is not None:
            bounds = (point.computed.value, point.computed.low, point.computed.high)
            yield from (one for one in bounds if one is not None)
        if point.observed is not None and point.observed.value is not None:
            yield point.observed.value


def _grid(frame: Frame, area: Rect, across: Days, up: Numbers) -> str:
    n = number
    lines = "".join(f"M{n(area.x)},{n(up.px(tick))}H{n(area.right)}" for tick in up.ticks)
    years = across.years()
    ticks = "".join(f"M{n(x)},{n(area.bottom)}v5" for _, x, _ in years)
    parts = [
        tag("path", d=lines, stroke_width=0.7, **paint(None, "frame")),
        tag("path", d=f"M{n(area.x)},{n(area.bottom)}H{n(area.right)}{ticks}", stroke_width=1.1, **paint(None, "line")),
    ]
    unit = unit_text(frame.indicator.unit, *frame.languages)
    parts += [lettering(unit, area.x - 8, area.y - 11, SMALL, "muted", text_anchor="end")] if unit else []
    for tick in up.ticks:
        text = number_text(tick, frame.language)
        parts.append(lettering(text, area.x - 8, up.px(tick) + 3.6, SMALL, "muted", text_anchor="end"))
    parts += [lettering(year, x, area.bottom + 18, SMALL, "muted", text_anchor="middle") for year, _, x in years]
    return "".join(parts)


@dataclass(frozen=True, slots=True)
class _Mark:
    """A point where it is drawn, with the word beside it and what its tooltip says."""

    point: Point
    at: tuple[float, float]
    words: str
    tip: str

    @property
    def series(self) -> str:
        return self.point.observed.series if self.point.observed else ""


def _points(frame: Frame, points: Sequence[Point], area: Rect, across: Days, up: Numbers) -> Iterator[str]:
    """Lines first, then ranges, marks, and words where there is room."""
    labels = Labels(area)
    every = list(_marks(frame, points, across, up))
    computed = [one for one in every if one.point.observed is None]
    seen = [one for one in every if one.point.observed is not None]
    yield from _lines(computed, seen)
    for one in computed:
        tally = one.point.computed
        if tally and tally.undecided and tally.low is not None and tally.high is not None:
            low, high = up.px(tally.low), up.px(tally.high)
            labels.upright(one.at[0], min(low, high), max(low, high))
            yield marks.upright_range(one.at[0], low, high)
    for one in every:
        labels.mark(*one.at)
    for one in computed:
        yield (marks.planned_dot if one.point.ahead else marks.dot)(*one.at, one.tip)
    for one in seen:
        yield marks.diamond(*one.at, one.tip)
    for one in seen:
        yield labels.beside(one.words, *one.at, marks.RECORDED)
    for one in reversed(computed):  # the latest one first: where there is no room for all, it has a word
        yield labels.beside(one.words, *one.at, marks.COMPUTED)


def _marks(frame: Frame, points: Sequence[Point], across: Days, up: Numbers) -> Iterator[_Mark]:
    """The points that have a number."""
    for point, row in zip(points, _rows(frame, points), strict=True):
        seen, tally = point.observed, point.computed
        value = seen.value if seen else tally.value if tally else None
        if value is not None:
            series = seen.series_label(*frame.languages) if seen else ""
            at = (across.middle(*_period(point)), up.px(value))
            yield _Mark(point, at, row[3] + (f" ({series})" if series else ""), " · ".join(filter(None, row)))


def _lines(computed: Sequence[_Mark], seen: Sequence[_Mark]) -> Iterator[str]:
    """What joins the marks: of the past, of the days to come, and of each series of records."""
    past = [one.at for one in computed if not one.point.ahead]
    ahead = [one.at for one in computed if one.point.ahead]
    if ahead:
        yield marks.planned_line([*past[-1:], *ahead])
    if past:
        yield marks.computed_line(past)
    for _, some in groupby(sorted(seen, key=lambda one: one.series), key=lambda one: one.series):
        listed = [one.at for one in some]
        if len(listed) > 1:
            yield marks.recorded_line(listed)


def _rows(frame: Frame, points: Sequence[Point]) -> Iterator[tuple[str, ...]]:
    """What the points say, in words."""
    one = frame.indicator
    for point in points:
        if point.observed is not None:
            seen = point.observed
            kind, date = word("recorded", frame.language), seen.date
            said = recorded(seen, one, frame.languages)
            more = " ".join(filter(None, (seen.grade, seen.series_label(*frame.languages))))
        else:
            tally = point.computed
            kind, date = word("planned" if point.ahead else "computed", frame.language), day_text(point.day)
            value = tally.value if tally else None
            said = word("no-data", frame.language) if value is None else quantity(value, one, frame.languages, ROUNDED)
            more = word("undecided", frame.language, number=tally.undecided) if tally and tally.undecided else ""
        yield (frame.name, date_text(date, frame.language), kind, said, more)
