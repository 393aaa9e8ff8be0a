"""A relationship as a line: its stroke and heads, its text, what a pointer finds there."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from eaframe.diagrams.arrows import arrow_of, line
from eaframe.diagrams.lettering import lettering
from eaframe.diagrams.markup import paragraphs, tag
from eaframe.diagrams.palette import paint
from eaframe.diagrams.words import word
from eaframe.views.sizes import TEXT_LINE, TEXT_SIZE

if TYPE_CHECKING:
    from eaframe.views.layout import PlacedEdge
    from eaframe.views.view import ViewEdge

_MOST: Final = 12  # relationships that a tooltip names


def edge(placed: PlacedEdge, start: float, language: str) -> str:
    """A line without its text; ``start`` px of it are drawn already."""
    one = placed.edge
    drawn = line(
        arrow_of(one),
        placed.points,
        from_target=placed.shared_end == "target",
        start=start,
        is_derived=one.origin == "derived",
    )
    name = f"{one.label} [{one.kind_label}]" if one.label else one.kind_label
    return tag("g", tag("title", paragraphs(name, _behind(one, language))), drawn, data_id=one.id)


def edge_text(placed: PlacedEdge) -> str:
    """The text of a line, on a ground that the line breaks off at."""
    words = placed.text
    if words is None:
        return ""
    x, y = placed.text_at
    parts = [
        tag(
            "rect",
            x=x - words.width / 2 + 2,
            y=y - words.height / 2 + 1,
            width=words.width - 4,
            height=words.height - 2,
            rx=3.0,
            opacity="0.92",
            **paint("page"),
        )
    ]
    top = y - len(words.lines) * TEXT_LINE / 2
    for index, content in enumerate(words.lines):
        baseline = top + (index + 1) * TEXT_LINE - 3.2
        parts.append(lettering(content, x, baseline, TEXT_SIZE, "text", text_anchor="middle"))
    return "".join(parts)


def _behind(one: ViewEdge, language: str) -> str:
    """The relationships that a line stands for, or follows from."""
    if not one.origin:
        return ""
    more = len(one.stands_for) - _MOST
    names = ", ".join((*one.stands_for[:_MOST], f"… (+{more})") if more > 0 else one.stands_for)
    return word(f"{one.origin}-behind", language, names=names)
