"""A view as a Mermaid flowchart: as it is, or with marks for what changed, which forges draw inside of comments.

Ids are our own and every character of a text but letters, digits and a few signs is written as its number, so that no
name can be anything else. Mermaid takes at most 50,000 characters and 500 lines; of a change far fewer can be read.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from eaframe.diagrams.palette import COLOURS
from eaframe.diagrams.spelling import spelled
from eaframe.diagrams.tints import band_tints, box_tints, ink
from eaframe.diagrams.tree import facts_of, name_of, tree
from eaframe.views.layout import LayoutError
from eaframe.views.text import plain

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from eaframe.diagrams.tree import Tree
    from eaframe.views.marks import Mark, Marks
    from eaframe.views.view import View, ViewEdge, ViewNode

MOST_CHARACTERS: Final = 49_000
MOST_EDGES: Final = 120  # of a change
MOST_EDGES_OF_A_VIEW: Final = 500
_SIGNS: Final[Mapping[Mark, str]] = {"added": "#43;", "removed": "−", "changed": "~"}  # a `+` would begin a list
_HARMLESS: Final = " ,/()«»:…"  # besides letters and digits
_AFTER_LETTERS: Final = ".-"  # elsewhere they begin an item of a list
# Wherever they stand, Mermaid drops a semicolon after them, before it reads anything else.
_TAKEN_FOR_STYLES: Final = ("style", "classDef")
_LONGEST_NAME: Final = 60  # characters, in a change
_LONGEST_LABEL: Final = 40
_LONGEST: Final = 400  # in a view
# Light in the dark too: a forge gives a flowchart no way of knowing.
_FILLS: Final[Mapping[Mark, str]] = {"added": "#d9f2e6", "removed": "#fde0da", "changed": "#fff1c7"}
_ARROWS: Final[Mapping[str, str]] = {
    "composition": "--o",  # points at the part, as the label says
    "aggregation": "--o",
    **dict.fromkeys(("access", "flow", "realization", "influence"), "-.->"),
    **dict.fromkeys(("assignment", "serving", "association", "triggering", "specialization"), "-->"),
}


def render_mermaid(view: View, marks: Marks | None = None) -> str:
    """The flowchart, without a fence around it.

    With ``marks`` it is flat, and the least important lines are left out where there are too many. Without, boxes
    stand in boxes and groups and have their colours; raises LayoutError where Mermaid would refuse it.
    """
    if marks is None:
        return _whole(view)
    edges = _first(view, marks)
    for with_labels in (True, False):
        text = _flowchart(view, edges, marks, with_labels=with_labels)
        if len(text) <= MOST_CHARACTERS:
            return text
    return _flowchart(view, (), marks, with_labels=False)


def left_out(view: View) -> int:
    """How many lines of a change its flowchart leaves out."""
    return max(len(view.edges) - MOST_EDGES, 0)


def mermaid_text(content: str, most: int = _LONGEST) -> str:
    """A text of a model in one line, cut after ``most`` characters."""
    short = plain(content)
    if len(short) > most:
        short = short[: most - 1].rstrip() + "…"
    written = spelled(short, lambda code: f"#{code};", _HARMLESS, _AFTER_LETTERS)
    for word in _TAKEN_FOR_STYLES:
        written = written.replace(word, f"#{ord(word[0])};{word[1:]}")
    return written.replace("#92;n", "#92;#8288;n")  # `\n` would break the line: a word joiner between, not to be seen


def comment(view: View) -> str:
    """A line that says, to whoever reads the text, which view this is; never cut, since the hash stands at its end."""
    facts = facts_of(view)
    return f"  %% {mermaid_text(facts, len(facts))}"


def _whole(view: View) -> str:
    """The flowchart of a view in its groups and colours."""
    inside = tree(view)
    lines = ["flowchart BT", comment(view)]
    for number, (group, nodes) in enumerate(inside.groups, 1):
        lines.append(f'  subgraph g{number}["{mermaid_text(group.label)}"]')
        lines += [line for node in nodes for line in _box(node, inside, "    ")]
        lines.append("  end")
    lines += [line for node in inside.loose for line in _box(node, inside, "  ")]
    lines += [_edge(edge, inside.names, None, with_label=True) for edge in view.edges]
    styles: dict[str, list[str]] = {}
    for number, (group, _) in enumerate(inside.groups, 1):
        fill, stroke = band_tints(group.layer)
        styles.setdefault(f"fill:{fill},stroke:{stroke}", []).append(f"g{number}")
    for node in view.nodes:
        fill, stroke = box_tints(node)
        frame = [f"f{inside.names[node.id]}"] * (node.id in inside.tied)
        styles.setdefault(f"fill:{fill},stroke:{stroke}", []).extend((inside.names[node.id], *frame))
    for number, (look, names) in enumerate(styles.items(), 1):
        lines.append(f"  classDef c{number} {look},color:{ink('text')}")
        lines.append(f"  class {','.join(names)} c{number}")
    text = "\n".join(lines) + "\n"
    if len(view.edges) > MOST_EDGES_OF_A_VIEW or len(text) > MOST_CHARACTERS:
        raise LayoutError(
            f"The view `{view.id}` is too large for Mermaid, which takes {MOST_EDGES_OF_A_VIEW} lines and "
            f"{MOST_CHARACTERS} characters: show fewer elements."
        )
    return text


def _box(node: ViewNode, inside: Tree, indent: str) -> Iterator[str]:
    """A box, or a frame around others; Mermaid draws no line from a frame to what is in it, so then it has both."""
    name, parts = inside.names[node.id], inside.parts.get(node.id, ())
    if not parts:
        yield f'{indent}{name}(("{node.junction}"))' if node.junction else indent + _node(node, name, None).lstrip()
        return
    tied = node.id in inside.tied
    label = f"{mermaid_text(name_of(node))} ({mermaid_text(node.label)})"
    yield f'{indent}subgraph {"f" * tied}{name}["{label}"]'
    if tied:
        yield indent + _node(node, name, None)
    for part in parts:
        yield from _box(part, inside, indent + "  ")
    yield f"{indent}end"


def _first(view: View, marks: Marks) -> tuple[ViewEdge, ...]:
    first = sorted(view.edges, key=lambda one: (one.id not in marks.edges, one.id))[:MOST_EDGES]
    return tuple(sorted(first, key=lambda one: one.id))


def _flowchart(view: View, edges: tuple[ViewEdge, ...], marks: Marks, *, with_labels: bool) -> str:
    ids = {node.id: f"n{number}" for number, node in enumerate(view.nodes, 1)}
    lines = ["flowchart TB"]
    lines += [_node(node, ids[node.id], marks) for node in view.nodes]
    lines += [_edge(edge, ids, marks, with_label=with_labels) for edge in edges]
    lines += _styles(view, edges, marks)
    return "\n".join(lines) + "\n"


def _node(node: ViewNode, id_: str, marks: Marks | None) -> str:
    mark = marks.nodes.get(node.id) if marks else None
    sign = f"{_SIGNS[mark]} " if mark else ""
    name = mermaid_text(name_of(node) or node.label, _LONGEST_NAME if marks else _LONGEST)
    text = f"{sign}{name}<br/>{mermaid_text(node.label, _LONGEST_LABEL if marks else _LONGEST)}"
    class_ = f":::{mark or 'same'}" if marks is not None else ""
    return f'  {id_}["{text}"]{class_}'


def _edge(edge: ViewEdge, ids: Mapping[str, str], marks: Marks | None, *, with_label: bool) -> str:
    arrow = "---" if edge.type == "association" and not edge.directed else _ARROWS[edge.type]
    mark = marks.edges.get(edge.id) if marks else None
    label = ""
    if with_label:
        said = f"{edge.kind_label}: {edge.label}" if edge.label else edge.kind_label
        sign = f"{_SIGNS[mark]} " if mark else ""
        label = f'|"{sign}{mermaid_text(said, _LONGEST_LABEL if marks else _LONGEST)}"|'
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
