"""The boxes of a view as formats without coordinates write them: in their groups, and parts in their wholes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from eaframe.diagrams.words import word

if TYPE_CHECKING:
    from collections.abc import Mapping

    from eaframe.views.view import View, ViewEdge, ViewGroup, ViewNode


@dataclass(frozen=True, slots=True)
class Tree:
    """What stands where. ``names`` are n1, n2, … by node id: no text of a model names anything.

    ``groups`` are those with a label, each with its outermost boxes; ``loose`` boxes are in none. ``parts`` are the
    boxes directly in a box. ``tied`` are boxes around others that a line joins with something in themselves.
    """

    names: Mapping[str, str]
    groups: tuple[tuple[ViewGroup, tuple[ViewNode, ...]], ...]
    loose: tuple[ViewNode, ...]
    parts: Mapping[str, tuple[ViewNode, ...]]
    tied: frozenset[str]


def tree(view: View) -> Tree:
    """The boxes of a view in their groups."""
    nodes = {node.id: node for node in view.nodes}
    parts: dict[str, tuple[ViewNode, ...]] = {}
    for node in view.nodes:
        if node.parent:
            parts[node.parent] = (*parts.get(node.parent, ()), node)
    outer = [node for node in view.nodes if not node.parent]
    labelled = [group for group in view.groups if group.label.strip()]
    group_of = {id_: group.id for group in reversed(labelled) for id_ in group.nodes if id_ in nodes}
    around = {node.id: frozenset(view.around(node.id)) for node in view.nodes if node.parent}
    return Tree(
        names={id_: f"n{number}" for number, id_ in enumerate(nodes, 1)},
        groups=tuple(
            (group, inside)
            for group in labelled
            if (inside := tuple(node for node in outer if group_of.get(node.id) == group.id))
        ),
        loose=tuple(node for node in outer if node.id not in group_of),
        parts=parts,
        tied=frozenset(
            whole
            for edge in view.edges
            for whole, part in ((edge.source, edge.target), (edge.target, edge.source))
            if whole in around.get(part, ())
        ),
    )


def name_of(node: ViewNode) -> str:
    """The name of a box, or what it is; with how many parts of it are not drawn."""
    name = node.name or ("" if node.junction else node.label)
    return f"{name} (+{node.hidden})" if node.hidden else name


def label_of(edge: ViewEdge) -> str:
    """The text on a line: its name, and the strength of an influence."""
    return " ".join(filter(None, (edge.label, edge.strength)))


def facts_of(view: View) -> str:
    """Which version of which model a view shows, and the hash of what it shows."""
    origin, language = view.origin, view.language
    version = word("version", language, value=origin.version) if origin.version else ""
    return " · ".join(filter(None, (origin.name, version, word("hash", language, value=view.hash))))
