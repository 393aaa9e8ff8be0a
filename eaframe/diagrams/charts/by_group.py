"""An indicator for each value of an attribute: a bar for what is computed, a diamond for what was recorded."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Final

from eaframe.diagrams.charts import marks
from eaframe.diagrams.charts.panel import SMALL, Frame, Panel, heading, level_rows, level_words
from eaframe.diagrams.charts.scale import Numbers, numbers
from eaframe.diagrams.charts.words import word
from eaframe.diagrams.lettering import lettering
from eaframe.diagrams.markup import number, tag
from eaframe.diagrams.palette import paint
from eaframe.measures.indicators.indicator import RANK
from eaframe.measures.indicators.spelling import ROUNDED, group_label, number_text, quantity, recorded
from eaframe.measures.indicators.standing import Part, level_value
from eaframe.views.layout import Rect
from eaframe.views.text import width, wrap
from eaframe.views.texts import Texts

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from eaframe.measures.indicators.shapes import LevelShape

_LABELS: Final = 230.0  # px for the names of groups
_BAR: Final = 15.0
_ROW: Final = 28.0
_LINE: Final = 13.0
_SPARE: Final = 1.1


def by_group(frame: Frame, attribute: str) -> Panel:
    """The panel of one indicator and attribute."""
    texts = Texts(frame.standings.graph(frame.standings.day), frame.languages)
    attribute_name = texts.attribute_label(attribute)
    title, top = heading(attribute_name if frame.is_alone else f"{frame.name} · {attribute_name}", frame.width)
    top += 16
    parts = frame.standings.parts(frame.indicator, attribute)
    names = [group_label(texts, attribute, part.value) for part in parts]
    said = [_said(frame, part) for part in parts]
    rows = (*((frame.name, name, words) for name, words in zip(names, said, strict=True)), *level_rows(frame))
    if not parts:
        sentence = lettering(word("no-data", frame.language), 0.0, top, SMALL, "muted")
        return Panel(title + sentence, top + 12, ((frame.name, word("no-data", frame.language)),))
    top += 2 * _LINE if any(level_value(level) is not None for _, level in _level_pairs(frame)) else 0
    lines = [wrap(name, _LABELS / _SPARE, SMALL) for name in names]
    heights = [max(_ROW, len(some) * _LINE + 8) for some in lines]
    words_room = min(max(width(one, SMALL) for one in said) * _SPARE + 10, frame.width / 3)
    area = Rect(_LABELS + 12, top, frame.width - _LABELS - 12 - words_room, sum(heights))
    along = numbers(_numbers(frame, parts), frame.indicator.unit, area.x, area.right)
    if frame.indicator.unit == RANK:
        along = numbers(_numbers(frame, parts), frame.indicator.unit, area.right, area.x)  # the first one is shortest
    drawn = [title, _grid(frame, area, along), *_levels(frame, area, along)]
    y = top
    for part, label, words, height in zip(parts, lines, said, heights, strict=True):
        drawn += _bar(part, along, Rect(area.x, y, area.width, height), words)
        begin = y + height / 2 + 3.6 - (len(label) - 1) * _LINE / 2
        drawn += [
            lettering(line, _LABELS, begin + index * _LINE, SMALL, "text" if part.value else "muted", text_anchor="end")
            for index, line in enumerate(label)
        ]
        y += height
    return Panel("".join(drawn), area.bottom + 24, rows, frozenset(_shown(frame, parts)))


def _shown(frame: Frame, parts: Sequence[Part]) -> Iterator[str]:
    """The kinds of marks that there are."""
    yield from (key for key, level in _level_pairs(frame) if level_value(level) is not None)
    for part in parts:
        if part.tally is not None and part.tally.value is not None:
            yield "bar"
        if part.tally is not None and part.tally.undecided and part.tally.low is not None:
            yield "range"
        if part.observed is not None and part.observed.value is not None:
            yield "recorded"


def _level_pairs(frame: Frame) -> tuple[tuple[str, LevelShape | None], ...]:
    return (("baseline", frame.indicator.baseline), ("target", frame.indicator.target))


def _numbers(frame: Frame, parts: Sequence[Part]) -> Iterator[Fraction]:
    for part in parts:
        tally, seen = part.tally, part.observed
        found = (*((tally.value, tally.low, tally.high) if tally else ()), seen.value if seen else None)
        yield from (one for one in found if one is not None)
    yield from (value for _, level in _level_pairs(frame) if (value := level_value(level)) is not None)


def _grid(frame: Frame, area: Rect, along: Numbers) -> str:
    n = number
    lines = "".join(f"M{n(along.px(tick))},{n(area.y)}V{n(area.bottom)}" for tick in along.ticks)
    return tag("path", d=lines, stroke_width=0.7, **paint(None, "frame")) + "".join(
        lettering(number_text(tick, frame.language), along.px(tick), area.bottom + 16, SMALL, "muted",
                  text_anchor="middle")
        for tick in along.ticks
    )  # fmt: skip


def _levels(frame: Frame, area: Rect, along: Numbers) -> Iterator[str]:
    """The lines of baseline and target over all bars, with words above: each on a line of its own."""
    for index, (key, level) in enumerate(_level_pairs(frame)):
        value = level_value(level)
        if level is None or value is None:
            continue
        x, y = along.px(value), area.y - (1 - index) * _LINE - 6
        draw = marks.target_line if key == "target" else marks.baseline_line
        yield draw((x, y + 3), (x, area.bottom))
        anchor = "end" if x > area.right - area.width / 3 else "start"
        name, number_ = level_words(frame, key, level)
        shift = -5 if anchor == "end" else 5
        yield lettering(f"{name}: {number_}", x + shift, y + 2, SMALL, "muted", "page", text_anchor=anchor)


def _bar(part: Part, along: Numbers, row: Rect, words: str) -> Iterator[str]:
    middle = row.y + row.height / 2
    end = row.x
    tally, seen = part.tally, part.observed
    zero = along.px(Fraction(0))
    if tally is not None and tally.value is not None:
        x = along.px(tally.value)
        yield marks.bar(min(zero, x), middle - _BAR / 2, abs(x - zero), _BAR, words)
        end = max(end, x)
    if tally is not None and tally.undecided and tally.low is not None and tally.high is not None:
        yield marks.level_range(middle, along.px(tally.low), along.px(tally.high))
        end = max(end, along.px(tally.high))
    if seen is not None and seen.value is not None:
        yield marks.diamond(along.px(seen.value), middle, words)
        end = max(end, along.px(seen.value) + 5)
    yield lettering(words, end + 7, middle + 3.6, SMALL, "text", "page")


def _said(frame: Frame, part: Part) -> str:
    """What stands after a bar."""
    one, language, tally = frame.indicator, frame.language, part.tally
    found = []
    if tally is not None and tally.value is not None:
        found.append(quantity(tally.value, one, frame.languages, ROUNDED))
    if part.observed is not None:
        found.append(f"{word('recorded', language)}: {recorded(part.observed, one, frame.languages)}")
    if not found:
        found.append(word("no-data", language))
    if tally is not None and tally.undecided:
        found.append(word("undecided", language, number=tally.undecided))
    return ", ".join(found)
