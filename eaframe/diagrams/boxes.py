"""An element as a box: its shape and icon, its texts, what a pointer and a screen reader find there."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from eaframe.diagrams.lettering import lettering
from eaframe.diagrams.markup import paragraphs, relative, tag
from eaframe.diagrams.notation import NOTATION, box_shape, icon, tab_of
from eaframe.diagrams.palette import box_colours, paint
from eaframe.diagrams.words import word
from eaframe.views.sizes import (
    ABOVE,
    BADGE,
    BELOW,
    BETWEEN,
    CAPTION_LINE,
    CAPTION_SIZE,
    ICON,
    NAME_LINE,
    NAME_SIZE,
    PADDING,
)
from eaframe.views.text import width

if TYPE_CHECKING:
    from collections.abc import Callable

    from eaframe.views.layout import PlacedNode
    from eaframe.views.view import View, ViewNode

_BADGE_SIZE: Final = 8.5  # px, of its letters


def box(placed: PlacedNode, view: View, links: Callable[[str], str | None] | None) -> str:
    """A box with its texts; of a box around others the texts are left out, as lines may run below them."""
    node, rect = placed.node, placed.rect
    tab = tab_of(placed)
    if tab:
        mark = icon(node, rect.x + tab[0] - PADDING / 2 - ICON, rect.y + ABOVE - 4)
    else:
        mark = icon(node, rect.right - PADDING + 1 - ICON, rect.y + ABOVE - 1)
    texts = "" if placed.is_container else box_texts(placed)
    tip = tag("title", paragraphs(*_about(node, view)))
    content = tag("g", tip, box_shape(node, rect, tab=tab), mark, texts, _badge(placed), data_id=node.id)
    href = relative(links(node.id)) if links else None
    return tag("a", content, href=href, aria_label=_name(node)) if href else content


def box_texts(placed: PlacedNode) -> str:
    """Caption and name of a box: its name in the middle, or at the top left where other boxes are in it."""
    rect, size = placed.rect, placed.size
    fill, _, ink = box_colours(placed.node)
    halo = None
    if placed.is_container:
        halo = "page" if NOTATION[placed.node.type].shape == "tab" and not placed.node.colour else fill
    parts = []
    y = rect.y + ABOVE
    for line in size.caption:
        y += CAPTION_LINE
        parts.append(lettering(line, rect.x + PADDING, y - 2.2, CAPTION_SIZE, ink, halo))
    y += BETWEEN
    if placed.is_container:
        for line in size.lines:
            y += NAME_LINE
            parts.append(lettering(line, rect.x + PADDING, y - 4, NAME_SIZE, "text", halo, font_weight="600"))
        return "".join(parts)
    y += 2.5 * (NOTATION[placed.node.type].shape == "tab")  # whose line is close above
    below = BELOW + BADGE if placed.node.hidden else BELOW
    y += max((rect.bottom - below - y - len(size.lines) * NAME_LINE) / 2, 0.0)
    for line in size.lines:
        y += NAME_LINE
        parts.append(lettering(line, rect.middle, y - 4, NAME_SIZE, "text", text_anchor="middle"))
    return "".join(parts)


def badge(number: int, right: float, bottom: float, stroke: str) -> str:
    """A small `+n`, its bottom right corner here: so many parts are in a box and not drawn."""
    content = f"+{number}"
    room = width(content, _BADGE_SIZE, "semibold") + 8
    height = BADGE + 2
    pill = {"x": right - room, "y": bottom - height, "width": room, "height": height, "rx": height / 2}
    return tag("rect", stroke_width=0.9, **pill, **paint("page", stroke)) + lettering(
        content, right - room / 2, bottom - 3, _BADGE_SIZE, "text", text_anchor="middle", font_weight="600"
    )


def _badge(placed: PlacedNode) -> str:
    node, rect = placed.node, placed.rect
    if not node.hidden:
        return ""
    # Where there are boxes in it, the badge stands on the lower side, as they may reach down to it.
    bottom = rect.bottom + BADGE / 2 if placed.is_container else rect.bottom - 3
    return badge(node.hidden, rect.right - 4, bottom, box_colours(node)[1])


def _name(node: ViewNode) -> str:
    return f"{node.name} [{node.label}]"


def _about(node: ViewNode, view: View) -> list[str]:
    """What a tooltip says: name and type, documentation, what the colour means, what is not drawn."""
    scale = view.scale
    entries = scale.entries if scale else ()
    labels = [one.label for one in entries if one.colour == node.colour]
    meaning = f"{scale.title}: {labels[0]}" if scale and labels else ""
    hidden = word("hidden-parts", view.language, number=node.hidden) if node.hidden else ""
    return [_name(node), node.documentation, meaning, hidden]
