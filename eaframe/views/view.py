"""A view: what one picture shows, as plain values without any coordinates."""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, dataclass, replace
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from typing import Any

LayoutName = Literal["layered", "map", "matrix", "list", "roadmap"]
EdgeOrigin = Literal["", "lifted", "derived"]
HASH_LENGTH = 12  # hexadecimal digits: enough to tell the versions of one picture apart


@dataclass(frozen=True, slots=True)
class ViewNode:
    """An element in a view. ``kind`` is the declared kind or ""; ``label`` names kind or type for people.

    ``parent`` is the node around this one or "". ``junction`` is ``and`` or ``or`` for a junction, else "". ``icon``
    and ``colour`` are drawn instead of those of its type and layer, "" where these are. ``hidden`` counts the parts
    that are in it and not drawn.
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
    icon: str = ""
    colour: str = ""
    hidden: int = 0


@dataclass(frozen=True, slots=True)
class ViewEdge:
    """A relationship in a view, from node to node.

    Where a view hides what lies between, ``origin`` tells how it comes about: ``lifted`` from a hidden part to its
    whole, or ``derived`` along a chain; ``stands_for`` are the ids of the relationships behind it.

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
    origin: EdgeOrigin = ""
    stands_for: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ViewGroup:
    """A part of the picture: the nodes of one layer, of one owner, … ``layer`` is the one whose colour it has.

    ``layer`` is ``other`` where the group is not a layer.
    """

    id: str
    label: str
    nodes: tuple[str, ...]
    layer: str = "other"


@dataclass(frozen=True, slots=True)
class ScaleEntry:
    """One colour of a scale, what it means, and how many nodes have it."""

    colour: str
    label: str
    count: int


@dataclass(frozen=True, slots=True)
class ViewScale:
    """What the colours of a view mean: all that are used, in order, "no data" last."""

    title: str
    entries: tuple[ScaleEntry, ...]


@dataclass(frozen=True, slots=True)
class TableHead:
    """The head of a row or a column: an element (``id``), or a mere text (``id`` is "").

    ``colour`` is that of its kind, or its layer; "" for a text.
    """

    id: str
    label: str
    caption: str = ""
    colour: str = ""


@dataclass(frozen=True, slots=True)
class TableCell:
    """A cell: its text, the sentences behind it, and its colour or ""."""

    text: str = ""
    tip: str = ""
    colour: str = ""


@dataclass(frozen=True, slots=True)
class TableRow:
    """A row: one cell for each column."""

    head: TableHead
    cells: tuple[TableCell, ...]


@dataclass(frozen=True, slots=True)
class ViewTable:
    """A matrix, whose cells are a few letters under heads that are elements; or a list, whose cells are texts.

    ``corner`` says what stands in the rows and columns, ``key`` what the texts of cells mean: pairs for the legend.
    """

    is_matrix: bool
    corner: str
    columns: tuple[TableHead, ...]
    rows: tuple[TableRow, ...]
    key: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class TimelineBar:
    """The life of a node, both ends YYYY-MM-DD and inclusive, "" where it is open."""

    node: str
    first: str
    last: str


@dataclass(frozen=True, slots=True)
class TimelineMark:
    """A day with a name: a plateau, or the day of the view. ``node`` is its element or ""."""

    node: str
    label: str
    date: str


@dataclass(frozen=True, slots=True)
class Timeline:
    """Bars on an axis from ``first`` to ``last``, both YYYY-MM-DD; the groups of the view are its lanes."""

    first: str
    last: str
    bars: tuple[TimelineBar, ...]
    marks: tuple[TimelineMark, ...]


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

    ``layout`` is how it is to be laid out; a ``matrix`` or a ``list`` has a ``table``, a ``roadmap`` a ``timeline``.
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
    layout: LayoutName = "layered"
    scale: ViewScale | None = None
    table: ViewTable | None = None
    timeline: Timeline | None = None
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
    """The view with the hash of its content: it changes when, and only when, the picture says something else.

    The day of the view is left out: a picture that says the same today as yesterday is not stale.
    """
    marks = tuple(one for one in view.timeline.marks if one.node) if view.timeline else ()
    timeline = view.timeline and replace(view.timeline, first="", last="", marks=marks)
    text = as_json(replace(view, hash="", origin=replace(view.origin, as_of=""), timeline=timeline))
    return replace(view, hash=hashlib.sha256(text.encode()).hexdigest()[:HASH_LENGTH])


def elements_shown(view: View) -> frozenset[str]:
    """The ids of the elements in a view."""
    return frozenset(node.id for node in view.nodes)
