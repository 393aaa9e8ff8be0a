"""A view: what one picture shows, as plain values without any coordinates."""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, dataclass, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import Any

HASH_LENGTH = 12  # hexadecimal digits: enough to tell the versions of one picture apart


@dataclass(frozen=True, slots=True)
class ViewNode:
    """An element in a view. ``kind`` is the declared kind or ""; ``label`` names kind or type for people.

    ``parent`` is the node around this one or "". ``junction`` is ``and`` or ``or`` for a junction, else "".
    """

    id: str
    type: str
    kind: str
    label: str
    layer: str
    name: str
    documentation: str = ""
    parent: str = ""
    junction: str = ""


@dataclass(frozen=True, slots=True)
class ViewEdge:
    """A relationship in a view, from node to node.

    ``kind_label`` names its declared kind, or its type. ``mode`` is how an access goes (``access``, ``read``,
    ``write``, ``readwrite``), ``strength`` that of an influence, ``directed`` is for associations.
    """

    id: str
    type: str
    source: str
    target: str
    kind_label: str
    label: str = ""
    mode: str = ""
    strength: str = ""
    directed: bool = False


@dataclass(frozen=True, slots=True)
class ViewGroup:
    """A band of the picture: the nodes of one layer."""

    id: str
    label: str
    nodes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ViewOrigin:
    """Which model a view was taken from; never when or by which revision, so that a committed picture can be checked.

    ``as_of`` is YYYY-MM-DD, or "" for the whole model.
    """

    name: str
    version: str
    data_cut_off: str
    as_of: str


@dataclass(frozen=True, slots=True)
class View:
    """One view in one language. Nodes stand in the order of bands and ids, edges in that of ids.

    ``nested`` are relationships that are drawn as box in box, ``refused`` elements that the view selects but its
    viewpoint does not allow. ``notes`` say what else was left out. ``hash`` is that of all the rest.
    """

    id: str
    title: str
    documentation: str
    language: str
    viewpoint: str
    viewpoint_name: str
    nodes: tuple[ViewNode, ...]
    edges: tuple[ViewEdge, ...]
    groups: tuple[ViewGroup, ...]
    nested: tuple[str, ...]
    refused: tuple[str, ...]
    notes: tuple[str, ...]
    origin: ViewOrigin
    hash: str = ""

    def around(self, id_: str) -> tuple[str, ...]:
        """The nodes around a node, from the inside out."""
        parents = {node.id: node.parent for node in self.nodes if node.parent}
        found = []
        while id_ in parents:
            id_ = parents[id_]
            found.append(id_)
        return tuple(found)


def as_data(view: View) -> dict[str, Any]:
    """A view as lists, mappings and texts."""
    return asdict(view)


def as_json(view: View) -> str:
    """A view as JSON, one key a line, the same bytes for the same view."""
    return json.dumps(as_data(view), ensure_ascii=False, indent=2, sort_keys=True) + "\n"


def with_hash(view: View) -> View:
    """The view with the hash of its content: it changes when, and only when, the picture says something else."""
    text = as_json(replace(view, hash=""))
    return replace(view, hash=hashlib.sha256(text.encode()).hexdigest()[:HASH_LENGTH])


def elements_shown(view: View) -> frozenset[str]:
    """The ids of the elements in a view."""
    return frozenset(node.id for node in view.nodes)
