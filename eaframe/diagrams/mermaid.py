"""A view as a Mermaid flowchart, which forges draw inside of comments.

Ids are our own and every character of a text but letters, digits and a few signs is written as its number, so that no
name can be anything else. Mermaid takes at most 50,000 characters and 500 lines; far fewer can be read.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from eaframe.diagrams.palette import COLOURS
from eaframe.views.text import plain

if TYPE_CHECKING:
    from collections.abc import Mapping

    from eaframe.views.marks import Mark, Marks
    from eaframe.views.view import View, ViewEdge, ViewNode

MOST_CHARACTERS: Final = 49_000
MOST_EDGES: Final = 120
_SIGNS: Final[Mapping[Mark, str]] = {"added": "#43;", "removed": "−", "changed": "~"}  # a `+` would begin a list
_PLAIN: Final = frozenset(" ,/()«»:…")  # besides letters and digits
_AFTER_LETTERS: Final = frozenset(".-")  # elsewhere they begin an item of a list
_LONGEST_NAME: Final = 60
_LONGEST_LABEL: Final = 40
# Light in the dark too: a forge gives a flowchart no way of knowing.
_FILLS: Final[Mapping[Mark, str]] = {"added": "#d9f2e6", "removed": "#fde0da", "changed": "#fff1c7"}
_ARROWS: Final[Mapping[str, str]] = {
    "composition": "--o",  # points at the part, as the label says
    "aggregation": "--o",
    **dict.fromkeys(("access", "flow", "realization", "influence"), "-.->"),
}


def render_mermaid(view: View, marks: Marks | None = None) -> str:
    """The flowchart, without a fence around it; the least important lines are left out where there are too many."""
    edges = _first(view, marks)
    for with_labels in (True, False):
        text = _flowchart(view, edges, marks, with_labels=with_labels)
        if len(text) <= MOST_CHARACTERS:
            return text
    return _flowchart(view, (), marks, with_labels=False)


def left_out(view: View) -> int:
    """How many lines of a view its flowchart leaves out."""
    return max(len(view.edges) - MOST_EDGES, 0)


def _first(view: View, marks: Marks | None) -> tuple[ViewEdge, ...]:
    marked = marks.edges if marks else {}
    first = sorted(view.edges, key=lambda one: (one.id not in marked, one.id))[:MOST_EDGES]
    return tuple(sorted(first, key=lambda one: one.id))


def _flowchart(view: View, edges: tuple[ViewEdge, ...], marks: Marks | None, *, with_labels: bool) -> str:
    ids = {node.id: f"n{number}" for number, node in enumerate(view.nodes, 1)}
    lines = ["flowchart TB"]
    lines += [_node(node, ids[node.id], marks) for node in view.nodes]
    lines += [_edge(edge, ids, marks, with_label=with_labels) for edge in edges]
    if marks is not None:
        lines += _styles(view, edges, marks)
    return "\n".join(lines) + "\n"


def _node(node: ViewNode, id_: str, marks: Marks | None) -> str:
    mark = marks.nodes.get(node.id) if marks else None
    sign = f"{_SIGNS[mark]} " if mark else ""
    name = _text(node.name or node.label, _LONGEST_NAME)
    text = f"{sign}{name}<br/>{_text(node.label, _LONGEST_LABEL)}"
    class_ = f":::{mark or 'same'}" if marks is not None else ""
    return f'  {id_}["{text}"]{class_}'


def _edge(edge: ViewEdge, ids: Mapping[str, str], marks: Marks | None, *, with_label: bool) -> str:
    arrow = "---" if edge.type == "association" and not edge.directed else _ARROWS.get(edge.type, "-->")
    mark = marks.edges.get(edge.id) if marks else None
    label = ""
    if with_label:
        said = f"{edge.kind_label}: {edge.label}" if edge.label else edge.kind_label
        sign = f"{_SIGNS[mark]} " if mark else ""
        label = f'|"{sign}{_text(said, _LONGEST_LABEL)}"|'
    return f"  {ids[edge.source]} {arrow}{label} {ids[edge.target]}"


def _styles(view: View, edges: tuple[ViewEdge, ...], marks: Marks) -> list[str]:
    """Classes for boxes; lines can only be styled by their numbers."""
    dark, faded = COLOURS["text"][0], COLOURS["frame"][0]
    lines = []
    for mark, fill in _FILLS.items():
        dashes = ",stroke-dasharray:6 4" if mark == "removed" else ""
        if mark in marks.nodes.values():
            colour = COLOURS[mark][0]
            lines.append(f"  classDef {mark} fill:{fill},stroke:{colour},stroke-width:3px,color:{dark}{dashes}")
        numbers = [str(number) for number, edge in enumerate(edges) if marks.edges.get(edge.id) == mark]
        if numbers:
            lines.append(f"  linkStyle {','.join(numbers)} stroke:{COLOURS[mark][0]},stroke-width:3px{dashes}")
    if len(marks.nodes) < len(view.nodes):
        lines.append(f"  classDef same fill:#f6f8fa,stroke:{faded},color:{COLOURS['muted'][0]}")
    return lines


def _text(content: str, most: int) -> str:
    short = plain(content)
    if len(short) > most:
        short = short[: most - 1].rstrip() + "…"
    return "".join(map(_character, " " + short, short))


def _character(before: str, one: str) -> str:
    if one.isalnum() or one in _PLAIN or (one in _AFTER_LETTERS and before.isalpha()):
        return one
    return f"#{ord(one)};"
