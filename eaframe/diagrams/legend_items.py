"""What a legend explains: a small sample and a text for each thing that is in the picture."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from eaframe.diagrams.arrows import arrow_of, line
from eaframe.diagrams.boxes import badge
from eaframe.diagrams.lettering import lettering
from eaframe.diagrams.marks import sample, used
from eaframe.diagrams.markup import tag
from eaframe.diagrams.notation import box_shape, icon, outline
from eaframe.diagrams.palette import paint
from eaframe.diagrams.signs import sign
from eaframe.diagrams.words import word
from eaframe.metamodel.archimate import load_metamodel
from eaframe.metamodel.looks import NO_DATA
from eaframe.views.layout import Rect
from eaframe.views.sizes import TEXT_SIZE, strength_sign
from eaframe.views.text import width

if TYPE_CHECKING:
    from eaframe.views.marks import Marks
    from eaframe.views.view import View, ViewEdge, ViewNode

ROOM: Final = 42.0  # px: the room of every sample, so that all texts begin below one another
_SWATCH: Final = 30.0
_CELL_SIZE: Final = 11.0  # px, of letters and signs as in cells
_MODES: Final = frozenset({"read", "write", "readwrite"})
_STRENGTHS: Final = ("++", "+", "-", "--")
_PLAIN: Final = "page"  # the fill of a box whose colour tells a value


@dataclass(frozen=True, slots=True)
class Item:
    """A line of the legend; ``sample`` is markup from (0, 0) rightwards, centred on y = 0, at most ``ROOM`` px wide."""

    sample: str
    label: str


def mark_items(view: View, marks: Marks | None) -> list[Item]:
    """What was added, removed, changed."""
    return [Item(sample(mark), word(mark or "unchanged", view.language)) for mark in used(view, marks)]


def scale_items(view: View) -> list[Item]:
    """The colours of the scale, and how many boxes have each."""
    items = []
    for one in view.scale.entries if view.scale else ():
        key = "counted-one" if one.count == 1 else "counted"
        items.append(Item(_swatch(one.colour), word(key, view.language, label=one.label, number=one.count)))
    return items


def type_items(view: View) -> list[Item]:
    """The types and kinds of the boxes."""
    order = {name: index for index, name in enumerate(load_metamodel().element_types)}
    told = {one.colour for one in view.scale.entries} if view.scale else set()
    shown = [replace(node, colour=_PLAIN) if node.colour in told else node for node in view.nodes]
    found = {(order[node.type], node.kind, node.junction, node.icon, node.colour): node for node in reversed(shown)}
    return [_type_item(node, view.language) for _, node in sorted(found.items(), key=lambda one: one[0])]


def relationship_items(view: View) -> list[Item]:
    """The types and kinds of the lines, and what their attributes change about them."""
    order = {name: index for index, name in enumerate(load_metamodel().relationship_types)}
    found = {
        (order[edge.type], edge.kind_label, edge.origin == "derived", edge.mode, edge.directed): edge
        for edge in reversed(view.edges)
    }
    items = [_relationship_item(edge, view.language) for _, edge in sorted(found.items(), key=lambda one: one[0])]
    strengths = {edge.strength: edge for edge in reversed(view.edges) if edge.type == "influence"}
    items += [_strength_item(strengths[one], one, view.language) for one in _STRENGTHS if one in strengths]
    return items


def sign_items(view: View) -> list[Item]:
    """Lines that stand for hidden ones, and the number of parts that are not drawn."""
    lifted = next((edge for edge in view.edges if edge.origin == "lifted"), None)
    hidden = next((node for node in view.nodes if node.hidden), None)
    stroke = "line"
    small = outline("node", Rect(0.5, -8, _SWATCH - 1, 16), _PLAIN, stroke)
    items = []
    if lifted is not None:
        from_, to = _plain_box(0.5), _plain_box(31.5)
        path = tag("path", d="M10.5,0H31.5", stroke_width=1.25, **paint(None, stroke))
        items.append(Item(from_ + path + to, word("lifted", view.language)))
    if hidden is not None:
        items.append(Item(small + badge(hidden.hidden, _SWATCH + 6, 9, stroke), word("hidden", view.language)))
    return items


def table_items(view: View) -> list[Item]:
    """What the texts in the cells of a table mean."""
    return [_table_item(content, meaning) for content, meaning in (view.table.key if view.table else ())]


def _table_item(content: str, meaning: str) -> Item:
    shape = sign(content, _SWATCH / 2, 0.0, _CELL_SIZE)
    if shape is not None:
        return Item(shape, meaning)
    if width(content, _CELL_SIZE, "semibold") > ROOM:
        return Item("", f"{content}: {meaning}")
    sample_ = lettering(content, _SWATCH / 2, 3.8, _CELL_SIZE, "text", text_anchor="middle", font_weight="600")
    return Item(sample_, meaning)


def _swatch(colour: str) -> str:
    stroke = "heat-line" if colour.startswith("heat-") else f"{colour}-line"
    dashes = "2.5 2.5" if colour == NO_DATA else None
    return outline("node", Rect(0.5, -8, _SWATCH - 1, 16), colour, stroke, dashes=dashes)


def _plain_box(x: float) -> str:
    return tag("rect", x=x, y=-5.0, width=10.0, height=10.0, stroke_width=1.0, **paint(_PLAIN, "line"))


def _type_item(node: ViewNode, language: str) -> Item:
    if node.junction:
        shape = box_shape(node, Rect(_SWATCH / 2 - 6, -6, 12, 12))
        return Item(shape, word(node.junction, language, label=node.label))
    rect = Rect(0.5, -9, _SWATCH - 1, 18)
    if node.colour == _PLAIN:
        shape = outline(node.type, rect, _PLAIN, f"{node.layer}-line", corner=0.55)
    else:
        shape = box_shape(node, rect, corner=0.55)
    return Item(shape + icon(node, _SWATCH / 2 - 6, -6, scale=0.75), node.label)


def _relationship_item(edge: ViewEdge, language: str) -> Item:
    label = edge.kind_label
    if edge.mode in _MODES:
        label = word(edge.mode, language, label=label)
    elif edge.directed and edge.type == "association":
        label = word("directed", language, label=label)
    if edge.origin == "derived":
        label = word("derived", language, label=label)
    return Item(line(arrow_of(edge), [(0, 0), (ROOM, 0)], is_derived=edge.origin == "derived"), label)


def _strength_item(edge: ViewEdge, strength: str, language: str) -> Item:
    sign = strength_sign(strength)
    room = width(sign, TEXT_SIZE) + 6
    drawn = line(arrow_of(edge), [(0, 0), (ROOM, 0)])
    ground = tag("rect", x=16 - room / 2, y=-6.0, width=room, height=12.0, **paint("page"))
    text = lettering(sign, 16.0, 3.4, TEXT_SIZE, "text", text_anchor="middle")
    return Item(drawn + ground + text, word(strength, language, label=edge.kind_label))
