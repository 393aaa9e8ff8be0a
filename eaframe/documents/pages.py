"""The pages of elements and of views, as values: everything that they say, before it is HTML."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from eaframe.documents.edition import Link
from eaframe.documents.entries import Entry, about, by_name, entry
from eaframe.documents.overview import layers
from eaframe.documents.places import layer_of, layer_page, picture_of
from eaframe.model.fold import plain

if TYPE_CHECKING:
    from collections.abc import Iterable

    from eaframe.documents.edition import Edition
    from eaframe.model.elements import Element
    from eaframe.views import View, ViewEdge
    from eaframe.views.view import TableCell, TableHead, ViewTable


@dataclass(frozen=True, slots=True)
class KindGroup:
    """The entries of one kind."""

    key: str
    label: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class LayerPage:
    """All elements of a layer."""

    key: str
    label: str
    page: str
    groups: tuple[KindGroup, ...]


@dataclass(frozen=True, slots=True)
class Sentence:
    """A relationship in words."""

    source: Link
    verb: str
    target: Link
    about: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ViewPage:
    """One view: its picture, and the same in words."""

    id: str
    title: str
    documentation: str
    viewpoint: str
    page: str
    picture: str
    notes: tuple[str, ...]
    hash: str
    groups: tuple[tuple[str, str, tuple[Link, ...]], ...]
    sentences: tuple[Sentence, ...]
    table: Table | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """A matrix or a list in words: what its corner says, the heads of its columns, and its rows with their cells."""

    corner: str
    columns: tuple[Link, ...]
    rows: tuple[tuple[Link, tuple[TableCell, ...]], ...]
    key: tuple[tuple[str, str], ...]


def layer_pages(edition: Edition) -> tuple[LayerPage, ...]:
    """A page for each layer that has elements, from top to bottom."""
    model = edition.whole.model
    pages = []
    for count in layers(edition):
        members = [one for one in edition.elements if layer_of(model, one) == count.key]
        pages.append(LayerPage(count.key, count.label, layer_page(count.key), _groups(edition, members)))
    return tuple(pages)


def view_pages(edition: Edition) -> tuple[ViewPage, ...]:
    """A page for each view, in the order of ids."""
    return tuple(_view_page(edition, view) for view in edition.views)


def _groups(edition: Edition, members: Iterable[Element]) -> tuple[KindGroup, ...]:
    """Elements by kind, in the order of ArchiMate types, then of labels."""
    model = edition.whole.model
    order = {name: index for index, name in enumerate(model.metamodel.element_types)}
    found: dict[tuple[int, str, str], list[Element]] = {}
    for one in members:
        key = model.type_name(one)
        found.setdefault((order.get(one.type, len(order)), edition.kind(one), key), []).append(one)
    return tuple(
        KindGroup(key or "unknown", label or edition.words("unknown"), _entries(edition, found[rank, label, key]))
        for rank, label, key in sorted(found)
    )


def _entries(edition: Edition, elements: Iterable[Element]) -> tuple[Entry, ...]:
    return tuple(entry(edition, one) for one in by_name(edition, elements))


def _view_page(edition: Edition, view: View) -> ViewPage:
    page = edition.places.views[view.id]
    names = {node.id: node.name for node in view.nodes}
    relationships = edition.sliced.relationships
    lines = [edge.id for edge in view.edges] + list(view.nested)
    return ViewPage(
        id=view.id,
        title=view.title,
        documentation=view.documentation,
        viewpoint=view.viewpoint_name,
        page=page,
        picture=picture_of(page),
        notes=view.notes,
        hash=view.hash,
        groups=tuple(
            (
                group.id,
                group.label,
                tuple(edition.link(id_) for id_ in sorted(group.nodes, key=lambda id_: (plain(names[id_]), id_))),
            )
            for group in view.groups
        ),
        sentences=(
            *(_sentence(edition, id_) for id_ in sorted(lines) if id_ in relationships),
            *(_made(edition, one) for one in view.edges if one.origin),
        ),
        table=_table(edition, view.table) if view.table and view.table.rows else None,
    )


def _made(edition: Edition, one: ViewEdge) -> Sentence:
    """A line that stands for others."""
    how = edition.words("line-derived" if one.origin == "derived" else "line-lifted")
    return Sentence(edition.link(one.source), one.kind_label, edition.link(one.target), (how,))


def _table(edition: Edition, table: ViewTable) -> Table:
    def head(one: TableHead) -> Link:
        return edition.link(one.id) if one.id else Link(one.label)

    rows = tuple((head(row.head), row.cells) for row in table.rows)
    return Table(table.corner, tuple(map(head, table.columns)), rows, table.key)


def _sentence(edition: Edition, id_: str) -> Sentence:
    one = edition.sliced.relationships[id_]
    verb = edition.words(f"verb-{edition.verb(one)}")
    return Sentence(edition.link(one.source), verb, edition.link(one.target), about(edition, one))
