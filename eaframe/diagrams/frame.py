"""The title block above a picture and the small print below it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from eaframe.diagrams.lettering import lettering
from eaframe.diagrams.markup import number, tag
from eaframe.diagrams.palette import paint
from eaframe.diagrams.words import word
from eaframe.views.text import width, wrap
from eaframe.views.words import date_text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from eaframe.views.view import View

_TITLE: Final = 23.0
_SUBTITLE: Final = 12.5
_SMALL: Final = 10.0
_MOST_LINES: Final = 900.0  # px: a longer line of prose cannot be followed
_SPARE: Final = 1.08  # for the fonts of viewers without Noto Sans; the margin takes the rest
_BOLD_SPARE: Final = 1.17
_SIGN: Final = "M0,-3.6V0.8M0,3.2V3.4"  # an exclamation mark
_BESIDE_SIGN: Final = 19.0  # px: where the text of a note begins


def title_block(view: View, most: float) -> tuple[str, float]:
    """Title, viewpoint and model, what the view is for, and what was left out: markup and height in px."""
    parts = []
    y = 0.0
    for line in wrap(view.title, most / _BOLD_SPARE, _TITLE, "semibold"):
        y += _TITLE * 1.3
        parts.append(lettering(line, 0.0, y - 8, _TITLE, "text", font_weight="600"))
    context = " · ".join(filter(None, (view.viewpoint_name, view.origin.name)))
    for line in wrap(context, most / _SPARE, _SUBTITLE):
        y += 18
        parts.append(lettering(line, 0.0, y - 3, _SUBTITLE, "muted"))
    y += 4
    prose = min(most / _SPARE, _MOST_LINES)
    for line in wrap(view.documentation, prose, _SUBTITLE):
        y += 18
        parts.append(lettering(line, 0.0, y - 3, _SUBTITLE, "text"))
    y += 4 * bool(view.notes)
    for note in view.notes:
        lines = wrap(note, prose - _BESIDE_SIGN, _SUBTITLE)
        parts += [_sign(y + 11)] * bool(lines)
        for line in lines:
            y += 18
            parts.append(lettering(line, _BESIDE_SIGN, y - 3, _SUBTITLE, "text"))
    return "".join(parts), y


def small_print(view: View, most: float) -> tuple[str, float]:
    """Which model this shows, and when: markup and height in px."""
    origin, language = view.origin, view.language
    cut_off, as_of = (date_text(day, language) for day in (origin.data_cut_off, origin.as_of))
    facts = [
        origin.name,
        word("version", language, value=origin.version) if origin.version else "",
        word("data-cut-off", language, value=cut_off) if cut_off else "",
        word("as-of", language, value=as_of) if as_of else word("all-times", language),
        word("hash", language, value=view.hash),
    ]
    parts = []
    y = 0.0
    for line in _rows([fact for fact in facts if fact], most / _SPARE):
        y += 15
        parts.append(lettering(line, 0.0, y - 3, _SMALL, "muted"))
    return "".join(parts), y


def _rows(facts: Sequence[str], most: float) -> list[str]:
    """Facts one after the other, in lines that break between two of them where they can."""
    rows: list[str] = []
    for fact in facts:
        if rows and width(f"{rows[-1]} · {fact}", _SMALL) <= most:
            rows[-1] += f" · {fact}"
        else:
            rows += wrap(fact, most, _SMALL)
    return rows


def _sign(y: float) -> str:
    """The mark of a note: a disc with an exclamation mark, centred on this y."""
    disc = tag("circle", r=6.5, **paint("note"))
    mark = tag("path", d=_SIGN, stroke_width=1.8, stroke_linecap="round", **paint(None, "page"))
    return tag("g", disc, mark, transform=f"translate(6.5,{number(y)})")
