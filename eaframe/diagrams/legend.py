"""The legend: every type and every relationship that a picture shows, and none that it does not."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from eaframe.diagrams.arrows import arrow_of, line
from eaframe.diagrams.marks import SAMPLE_WIDTH, sample, used
from eaframe.diagrams.markup import tag, text
from eaframe.diagrams.notation import NOTATION, icon, outline
from eaframe.diagrams.palette import paint
from eaframe.diagrams.words import word
from eaframe.metamodel.archimate import load_metamodel
from eaframe.views.layout import Rect
from eaframe.views.text import width

if TYPE_CHECKING:
    from collections.abc import Sequence

    from eaframe.views.marks import Marks
    from eaframe.views.view import View, ViewEdge, ViewNode

_SIZE: Final = 10.5  # of the text, px
_LINE: Final = 24.0
_SWATCH: Final = 30.0
_SAMPLE: Final = 46.0
_GAP: Final = 8.0
_COLUMN_GAP: Final = 26.0


@dataclass(frozen=True, slots=True)
class _Item:
    sample: str  # markup, drawn from (0, 0) rightwards, centred on y = 0
    room: float
    label: str


def legend(view: View, most: float, marks: Marks | None = None) -> tuple[str, float]:
    """The legend as markup and its height in px, no wider than ``most`` px; first what the marks mean, if any."""
    meant = [_Item(sample(mark), SAMPLE_WIDTH, word(mark or "unchanged", view.language)) for mark in used(view, marks)]
    rows = [*_flow(meant, most), *_flow(_types(view), most), *_flow(_relationships(view), most)]
    if not rows:
        return "", 0.0
    parts = [
        tag(
            "text",
            text(word("legend", view.language)),
            y=11.0,
            font_size=11.0,
            font_weight="600",
            **paint("text"),
        )
    ]
    y = 34.0
    for row in rows:
        for x, item in row:
            parts.append(
                tag(
                    "g",
                    item.sample,
                    tag("text", text(item.label), x=item.room + _GAP, y=3.8, font_size=_SIZE, **paint("text")),
                    transform=f"translate({x:g},{y:g})",
                )
            )
        y += _LINE
    return "".join(parts), y - _LINE / 2


def _flow(items: Sequence[_Item], most: float) -> list[list[tuple[float, _Item]]]:
    """Items in columns of one width, as many as fit."""
    if not items:
        return []
    widest = max(item.room + _GAP + width(item.label, _SIZE) for item in items) + _COLUMN_GAP
    columns = max(1, int((most + _COLUMN_GAP) // widest))
    return [
        [(index * widest, item) for index, item in enumerate(items[start : start + columns])]
        for start in range(0, len(items), columns)
    ]


def _types(view: View) -> list[_Item]:
    order = {name: index for index, name in enumerate(load_metamodel().element_types)}
    used = {(order[node.type], node.kind, node.junction): node for node in reversed(view.nodes)}
    return [_type_item(node, view.language) for _, node in sorted(used.items(), key=lambda one: one[0])]


def _type_item(node: ViewNode, language: str) -> _Item:
    if node.junction:
        solid = "line" if node.junction == "and" else "page"
        sample = outline(node.type, Rect(_SWATCH / 2 - 6, -6, 12, 12), solid, "line")
        return _Item(sample, _SWATCH, word(node.junction, language, label=node.label))
    fill = None if NOTATION[node.type].shape == "tab" else node.layer
    box = outline(node.type, Rect(0.5, -9, _SWATCH - 1, 18), fill, f"{node.layer}-line", corner=0.55)
    return _Item(box + icon(node.type, _SWATCH / 2 - 6, -6, scale=0.75), _SWATCH, node.label)


def _relationships(view: View) -> list[_Item]:
    order = {name: index for index, name in enumerate(load_metamodel().relationship_types)}
    used = {(order[edge.type], edge.kind_label, edge.mode, edge.directed): edge for edge in reversed(view.edges)}
    return [_relationship_item(edge, view.language) for _, edge in sorted(used.items(), key=lambda one: one[0])]


def _relationship_item(edge: ViewEdge, language: str) -> _Item:
    label = edge.kind_label
    if edge.mode in {"read", "write", "readwrite"}:
        label = word(edge.mode, language, label=label)
    elif edge.directed and edge.type == "association":
        label = word("directed", language, label=label)
    return _Item(line(arrow_of(edge), [(0, 0), (_SAMPLE, 0)]), _SAMPLE, label)
