"""The title block above a picture and the small print below it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from eaframe.diagrams.markup import tag, text
from eaframe.diagrams.palette import paint
from eaframe.diagrams.words import date, word
from eaframe.views.text import wrap

if TYPE_CHECKING:
    from eaframe.views.view import View

_TITLE: Final = 23.0
_SUBTITLE: Final = 12.5
_SMALL: Final = 10.0
_MOST_LINES: Final = 900.0  # px: a longer line of prose cannot be followed


def title_block(view: View, most: float) -> tuple[str, float]:
    """Title, viewpoint and model, and what the view is for: markup and height in px."""
    parts = []
    y = 0.0
    for line in wrap(view.title, most / 1.02, _TITLE, "semibold"):
        y += _TITLE * 1.3
        parts.append(_line(line, y - 8, _TITLE, "text", "600"))
    context = " · ".join(filter(None, (view.viewpoint_name, view.origin.name)))
    for line in wrap(context, most, _SUBTITLE):
        y += 18
        parts.append(_line(line, y - 3, _SUBTITLE, "muted"))
    y += 4
    for line in wrap(view.documentation, min(most, _MOST_LINES), _SUBTITLE):
        y += 18
        parts.append(_line(line, y - 3, _SUBTITLE, "text"))
    return "".join(parts), y


def small_print(view: View, most: float) -> tuple[str, float]:
    """What was left out, and which model this shows: markup and height in px."""
    origin, language = view.origin, view.language
    facts = [
        origin.name,
        word("version", language, value=origin.version) if origin.version else "",
        word("data-cut-off", language, value=date(origin.data_cut_off, language)) if origin.data_cut_off else "",
        word("as-of", language, value=date(origin.as_of, language)) if origin.as_of else word("all-times", language),
        word("hash", language, value=view.hash),
    ]
    parts = []
    y = 0.0
    for sentence in (" ".join(view.notes), "  ·  ".join(filter(None, facts))):
        for line in wrap(sentence, most, _SMALL):
            y += 15
            parts.append(_line(line, y - 3, _SMALL, "muted"))
    return "".join(parts), y


def _line(content: str, y: float, size: float, colour: str, weight: str | None = None) -> str:
    return tag("text", text(content), y=y, font_size=size, font_weight=weight, **paint(colour))
