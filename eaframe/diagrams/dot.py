r"""A view in DOT, the language of Graphviz: self-contained, with boxes in boxes and groups as clusters.

Nodes are called n1, n2, …; an element's id is the ``id`` of its node, which Graphviz hands on to SVG. Every text goes
through ``quoted``, so that none can end its quotes, be expanded (``\N``), be an entity or become markup.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from eaframe.diagrams.arrows import arrow_of
from eaframe.diagrams.notation import NOTATION
from eaframe.diagrams.tints import band_tints, box_tints, ink
from eaframe.diagrams.tree import facts_of, label_of, name_of, tree
from eaframe.views.sizes import NAME_SIZE, TEXT_SIZE, TEXT_WIDTH, caption_of, sizes
from eaframe.views.text import plain, wrap

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from eaframe.diagrams.arrows import Head
    from eaframe.diagrams.notation import Shape
    from eaframe.diagrams.tree import Tree
    from eaframe.views.layout import Sizes
    from eaframe.views.view import View, ViewEdge, ViewGroup, ViewNode

_POINTS: Final = 72.0  # to an inch; a px of ours is a point
_AT_TOP: Final = {"labelloc": "b", "labeljust": "l"}  # of a cluster, where the graph is drawn from bottom to top
_TITLE_SIZE: Final = 16.0
_TITLE_WIDTH: Final = 640.0  # px
_FONT: Final = "Arial"  # Graphviz knows its widths; boxes have sizes of our own
_SHAPES: Final[Mapping[Shape, Mapping[str, str]]] = {
    "square": {"shape": "box", "style": "filled"},
    "round": {"shape": "box", "style": "rounded,filled"},
    "cut": {"shape": "box", "style": "diagonals,filled"},
    "tab": {"shape": "tab", "style": "dashed"},
    "circle": {"shape": "circle", "style": "filled", "fixedsize": "true"},
}
_HEADS: Final[Mapping[Head, str]] = {
    "": "none",
    "diamond": "diamond",
    "hollow-diamond": "odiamond",
    "ball": "dot",
    "triangle": "normal",
    "hollow-triangle": "onormal",
    "open": "vee",
    "small-open": "vee",
    "half": "rvee",
}
LINES: Final[Mapping[str, str]] = {
    **dict.fromkeys(("composition", "aggregation", "assignment", "serving"), "solid"),
    **dict.fromkeys(("association", "triggering", "specialization"), "solid"),
    **dict.fromkeys(("realization", "access"), "dotted"),
    **dict.fromkeys(("influence", "flow"), "dashed"),
}


def render_dot(view: View) -> str:
    """The graph; lines go upwards where they can, as most relationships do in ArchiMate's pictures."""
    inside, room = tree(view), sizes(view)
    title = (*wrap(view.title, _TITLE_WIDTH, _TITLE_SIZE), *wrap(facts_of(view), _TITLE_WIDTH, _TITLE_SIZE))
    lines = [
        "digraph {",
        "  graph " + _attributes(
            {"label": quoted(title), "labelloc": "t", "labeljust": "l", "fontsize": f"{_TITLE_SIZE:g}",
             "fontname": _FONT, "rankdir": "BT", "compound": "true", "nodesep": "0.35", "ranksep": "0.6"}
        ),
        "  node " + _attributes({"fontname": _FONT, "fontsize": f"{NAME_SIZE:g}", "penwidth": "1.2"}),
        "  edge " + _attributes({"fontname": _FONT, "fontsize": f"{TEXT_SIZE:g}", "dir": "both", "arrowsize": "0.8"}),
    ]  # fmt: skip
    for number, (group, nodes) in enumerate(inside.groups, 1):
        lines += _group(number, group, nodes, inside, room)
    for node in inside.loose:
        lines += _box(node, inside, room, "  ")
    lines += [_edge(edge, view, inside) for edge in view.edges]
    return "\n".join([*lines, "}"]) + "\n"


def quoted(lines: Iterable[str]) -> str:
    """Lines of text as one label, still without quotes around it."""
    return "\\n".join(plain(line).replace("\\", "\\\\").replace('"', '\\"').replace("&", "&amp;") for line in lines)


def _attributes(values: Mapping[str, str]) -> str:
    """Attributes whose values are our own or come from ``quoted``."""
    return "[" + ", ".join(f'{name}="{value}"' for name, value in values.items()) + "];"


def _group(number: int, group: ViewGroup, nodes: Iterable[ViewNode], inside: Tree, room: Sizes) -> Iterator[str]:
    fill, stroke = band_tints(group.layer)
    yield f"  subgraph cluster_g{number} {{"
    yield "    graph " + _attributes(
        {"label": quoted([group.label]), **_AT_TOP, "fontsize": f"{NAME_SIZE:g}", "style": "filled",
         "fillcolor": fill, "color": stroke}
    )  # fmt: skip
    for node in nodes:
        yield from _box(node, inside, room, "    ")
    yield "  }"


def _box(node: ViewNode, inside: Tree, room: Sizes, indent: str) -> Iterator[str]:
    """A node; or, around others, a cluster with a node that cannot be seen, since no line can end at a cluster."""
    name, size = inside.names[node.id], room.nodes[node.id]
    fill, stroke = box_tints(node)
    colours = {"fillcolor": fill, "color": stroke}
    look = _SHAPES[NOTATION[node.type].shape]
    id_ = quoted([node.id])
    parts = inside.parts.get(node.id, ())
    if not parts:
        lines = () if node.junction else (*size.caption, *wrap(name_of(node), size.width, NAME_SIZE))
        box = {"id": id_, "label": quoted(lines), **look, **colours}
        yield f"{indent}{name} " + _attributes(box | {"width": _inches(size.width), "height": _inches(size.height)})
        return
    style = look["style"].replace("diagonals,", "")
    yield f"{indent}subgraph cluster_{name} {{"
    label = quoted([caption_of(node), *wrap(name_of(node), size.width, NAME_SIZE)])
    yield f"{indent}  graph " + _attributes({"label": label, **_AT_TOP, "style": style, **colours})
    yield f"{indent}  {name} " + _attributes({"id": id_, "label": "", "shape": "point", "style": "invis"})
    for part in parts:
        yield from _box(part, inside, room, indent + "  ")
    yield f"{indent}}}"


def _edge(edge: ViewEdge, view: View, inside: Tree) -> str:
    arrow = arrow_of(edge)
    values = {
        "id": quoted([edge.id]),
        "style": LINES[edge.type],
        "arrowtail": _HEADS[arrow.source],
        "arrowhead": _HEADS[arrow.target],
        "color": ink("derived" if edge.origin == "derived" else "line"),
    }
    if edge.origin == "derived":
        values["penwidth"] = "0.8"
    label = wrap(label_of(edge), TEXT_WIDTH, TEXT_SIZE)
    if label:
        values["label"] = quoted(label)
    for key, end, other in (("ltail", edge.source, edge.target), ("lhead", edge.target, edge.source)):
        if end in inside.parts and end != other and end not in view.around(other):
            values[key] = f"cluster_{inside.names[end]}"
    return f"  {inside.names[edge.source]} -> {inside.names[edge.target]} " + _attributes(values)


def _inches(size: float) -> str:
    return f"{size / _POINTS:.2f}"
