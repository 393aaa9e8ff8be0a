"""The layout of a map: boxes in boxes of any depth, packed in the proportions of a page; no lines."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from eaframe.model.fold import sortable
from eaframe.views.layout import GROUND, PlacedArea, PlacedNode, PlacedView, Rect, Size
from eaframe.views.map_page import fill_page
from eaframe.views.packing import Cell, Tree
from eaframe.views.placed_text import SPARE, TextBlock, at, set_text
from eaframe.views.sizes import (
    ABOVE,
    BADGE,
    BELOW,
    BETWEEN,
    CAPTION_LINE,
    CAPTION_SIZE,
    ICON,
    JUNCTION,
    NAME_LINE,
    NAME_SIZE,
    PADDING,
    caption_of,
)
from eaframe.views.text import balanced, wrap
from eaframe.views.view import ViewGroup

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from eaframe.views.view import View, ViewNode

_WIDTHS: Final = (144.0, 160.0, 176.0, 192.0, 208.0)  # px, of boxes without parts: that which makes them smallest
_SPARE: Final = 1.02  # of names in the middle of their boxes, whose padding takes the rest
_LEAST_HEIGHT: Final = 46.0
_INSET: Final = 10.0  # px between a box and the boxes in it
_UNDER_HEAD: Final = 5.0
_TITLE_SIZE: Final = 14.0  # of an area
_AREA_INSET: Final = 12.0


def map_layout(view: View) -> PlacedView:
    """Place a map: siblings by id, numbers by their values, in titled areas where it has several groups."""
    nodes = {node.id: node for node in view.nodes}
    parts: dict[str, list[str]] = {}
    for node in sorted(view.nodes, key=lambda node: (sortable(node.id), node.id)):
        parts.setdefault(node.parent, []).append(node.id)
    if not nodes:
        return PlacedView(view, (), (), (), 0.0, 0.0)
    cell = _cell([node for node in view.nodes if node.id not in parts])
    areas = _areas(view.groups, parts[""])
    top = [_area(group, nodes, parts) for group in areas] or [_tree(id_, nodes, parts) for id_ in parts[""]]
    rects, width, height = fill_page(top, cell)
    placed = tuple(_placed_area(group, rects[_area_id(group)]) for group in areas)
    boxes = tuple(_placed_nodes("", nodes, parts, rects))
    return PlacedView(view, boxes, (), (), width, height, areas=placed)


def _cell(leaves: Sequence[ViewNode]) -> Cell:
    """The size of all boxes without parts: wide enough that none is much higher than its name needs."""
    cells = [
        Cell(width, max(_LEAST_HEIGHT, *(_height(_leaf(node, width)) + BADGE * bool(node.hidden) for node in leaves)))
        for width in _WIDTHS
    ]
    return min(cells, key=lambda cell: (cell.width + _INSET) * (cell.height + _INSET))


def _leaf(node: ViewNode, width: float) -> Size:
    """The text of a box without parts, beside its icon."""
    room = (width - 2 * (PADDING + ICON) - 2) / _SPARE
    return Size(width, 0.0, _caption(node, width), balanced(node.name, room, NAME_SIZE))


def _head(node: ViewNode, width: float) -> Size:
    """The text of the heading of a box with parts."""
    room = (width - 2 * PADDING - ICON - BETWEEN) / SPARE["semibold"]
    return Size(width, 0.0, _caption(node, width), wrap(node.name, room, NAME_SIZE, "semibold"))


def _caption(node: ViewNode, width: float) -> tuple[str, ...]:
    """Icons tell types; only a grouping has its type in its tab, which would be empty. A tab may fill its side."""
    room = (width - 2 * PADDING - ICON) / SPARE["regular"]
    return wrap(caption_of(node), room, CAPTION_SIZE)[:1] if node.type == "grouping" else ()


def _height(size: Size) -> float:
    return ABOVE + len(size.caption) * CAPTION_LINE + BETWEEN + len(size.lines) * NAME_LINE + BELOW


def _tree(id_: str, nodes: Mapping[str, ViewNode], parts: Mapping[str, Sequence[str]]) -> Tree:
    inside = tuple(_tree(part, nodes, parts) for part in parts.get(id_, ()))
    return Tree(id_, inside, lambda width: _head_height(nodes[id_], width), _INSET)


def _head_height(node: ViewNode, width: float) -> float:
    return _height(_head(node, width)) - BELOW + _UNDER_HEAD


def _placed_nodes(
    whole: str, nodes: Mapping[str, ViewNode], parts: Mapping[str, Sequence[str]], rects: Mapping[str, Rect]
) -> Iterator[PlacedNode]:
    for id_ in parts.get(whole, ()):
        node, rect = nodes[id_], rects[id_]
        if id_ in parts:
            size = _head(node, rect.width)
            head = Size(rect.width, _head_height(node, rect.width), size.caption, size.lines)
            shown = node if node.colour or node.type == "grouping" else replace(node, colour=GROUND)
            yield PlacedNode(shown, rect, head, is_container=True)
            yield from _placed_nodes(id_, nodes, parts, rects)
        elif node.junction:
            x, y = rect.middle - JUNCTION / 2, rect.y + (rect.height - JUNCTION) / 2
            yield PlacedNode(node, Rect(x, y, JUNCTION, JUNCTION), Size(JUNCTION, JUNCTION))
        else:
            text = _leaf(node, rect.width)
            yield PlacedNode(node, rect, Size(rect.width, rect.height, text.caption, text.lines))


def _areas(groups: Sequence[ViewGroup], top: Sequence[str]) -> list[ViewGroup]:
    """The groups with what stands in no other box, if there are several; a last one without a title for the rest."""
    order = {id_: index for index, id_ in enumerate(top)}
    found = []
    left = set(top)
    for group in groups:
        inside = sorted(left & set(group.nodes), key=order.__getitem__)
        left -= set(inside)
        if inside:
            found.append(ViewGroup(group.id, group.label, tuple(inside), group.layer))
    if not found or (len(found) == 1 and not left):
        return []
    rest = tuple(id_ for id_ in top if id_ in left)
    return [*found, ViewGroup("", "", rest)] if rest else found


def _area(group: ViewGroup, nodes: Mapping[str, ViewNode], parts: Mapping[str, Sequence[str]]) -> Tree:
    inside = tuple(_tree(id_, nodes, parts) for id_ in group.nodes)

    def head(width: float) -> float:
        title = _title(group, width)
        return title.height + 2 * _AREA_INSET - 4 if title.lines else _AREA_INSET

    return Tree(_area_id(group), inside, head, _AREA_INSET)


def _area_id(group: ViewGroup) -> str:
    return f"area {group.id}"  # with a space, as no element's id has


def _title(group: ViewGroup, width: float) -> TextBlock:
    return set_text(group.label, width - 2 * _AREA_INSET, _TITLE_SIZE, "semibold")


def _placed_area(group: ViewGroup, rect: Rect) -> PlacedArea:
    text = at(_title(group, rect.width), rect.x + _AREA_INSET, rect.y + _AREA_INSET - 2)
    return PlacedArea(group.id, group.layer, rect, text)
