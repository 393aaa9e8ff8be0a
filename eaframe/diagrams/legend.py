"""The legend: all that a picture shows and nothing that it does not, in columns of one width."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from eaframe.diagrams.legend_items import (
    ROOM,
    mark_items,
    relationship_items,
    scale_items,
    sign_items,
    table_items,
    type_items,
)
from eaframe.diagrams.lettering import lettering
from eaframe.diagrams.markup import number, tag
from eaframe.diagrams.words import word
from eaframe.views.text import balanced, width, wrap

if TYPE_CHECKING:
    from collections.abc import Sequence

    from eaframe.views.marks import Marks
    from eaframe.views.view import View

_SIZE: Final = 10.5  # of the text, px
_TITLE: Final = 11.0
_LEAST_LINE: Final = 24.0  # px, the height of a row of one line
_TEXT_LINE: Final = 14.0
_GAP: Final = 8.0  # between a sample and its text
_COLUMN_GAP: Final = 20.0
_WIDEST: Final = 220.0  # px, of a column: a longer text is broken, so that one does not make all columns wide
_SPARE: Final = 1.1  # for the fonts of viewers without Noto Sans


def legend(view: View, most: float, marks: Marks | None = None) -> tuple[str, float]:
    """The legend as markup and its height in px, no wider than ``most`` px; first what the marks mean, if any."""
    sections = [
        ("", mark_items(view, marks)),
        (view.scale.title if view.scale else "", scale_items(view)),
        ("", type_items(view)),
        ("", relationship_items(view)),
        ("", sign_items(view)),
        ("", table_items(view)),
    ]
    sections = [(title, items) for title, items in sections if items]
    if not sections:
        return "", 0.0
    room = min(_WIDEST - _COLUMN_GAP, most) - ROOM - _GAP
    texts = {item.label: balanced(item.label, room / _SPARE, _SIZE) for _, items in sections for item in items}
    widest = max(width(line, _SIZE) for lines in texts.values() for line in (*lines, "")) * _SPARE
    column = ROOM + _GAP + widest + _COLUMN_GAP
    columns = max(1, int((most + _COLUMN_GAP) // column))
    parts = [lettering(word("legend", view.language), 0.0, 11.0, _TITLE, "text", font_weight="600")]
    y = 22.0
    for title, items in sections:
        for line in wrap(title, most / _SPARE, _SIZE, "semibold"):
            parts.append(lettering(line, 0.0, y + 12, _SIZE, "text", font_weight="600"))
            y += _TEXT_LINE + 2
        for start in range(0, len(items), columns):
            row = items[start : start + columns]
            height = max(_LEAST_LINE, 10 + _TEXT_LINE * max(len(texts[item.label]) for item in row))
            for index, item in enumerate(row):
                place = f"translate({number(index * column)},{number(y + height / 2)})"
                parts.append(tag("g", item.sample, _label(texts[item.label]), transform=place))
            y += height
    return "".join(parts), y


def _label(lines: Sequence[str]) -> str:
    top = 3.8 - (len(lines) - 1) * _TEXT_LINE / 2
    return "".join(
        lettering(line, ROOM + _GAP, top + index * _TEXT_LINE, _SIZE, "text") for index, line in enumerate(lines)
    )
