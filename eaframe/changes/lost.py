"""What a removal leaves behind: relationships without an end, and elements without what they need."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from eaframe.metamodel.vocabulary import JUNCTION

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from eaframe.findings import Place
    from eaframe.graph import Graph
    from eaframe.metamodel.impact import ImpactTable
    from eaframe.model.elements import Relationship


@dataclass(frozen=True, slots=True)
class LostRelationship:
    """A relationship with a removed end. It ``dangles`` where it is not written below a removed element."""

    id: str
    dangles: bool
    place: Place


@dataclass(frozen=True, slots=True)
class Lack:
    """An element that the last relationship of a type to it is gone from; ``says`` says so, by language."""

    id: str
    relationship: str
    says: Mapping[str, str]
    lost: tuple[str, ...]
    """Who served, realized, performed or wrote it, sorted."""


def lost_relationships(graph: Graph, gone: Collection[str]) -> tuple[LostRelationship, ...]:
    """All relationships that end on what is gone, and those that end on these; in the order of ids."""
    lost: set[str] = {id_ for id_ in gone if id_ in graph.relationships}
    waiting = [*gone]
    for node in waiting:
        for one in (*graph.from_(node), *graph.to(node)):
            if one.id not in lost:
                lost.add(one.id)
                waiting.append(one.id)
    found = (graph.relationships[id_] for id_ in sorted(lost))
    return tuple(LostRelationship(one.id, _dangles(one, gone), one.place(part="key")) for one in found)


def _dangles(one: Relationship, gone: Collection[str]) -> bool:
    if one.id in gone:
        return False
    section, key, *_ = one.path
    owner = f"{one.library}:{key}" if one.library else key
    return section != "elements" or owner not in gone


def lacking(graph: Graph, table: ImpactTable, gone: Collection[str]) -> tuple[Lack, ...]:
    """The elements that have no other provider of a kind than those that are gone; in the order of ids."""
    lost: dict[tuple[str, str], set[str]] = {}
    for id_ in gone:
        for provided, one in _provided_by(graph, table, id_):
            if provided not in gone:
                lost.setdefault((provided, one.type), set()).add(id_)
    found = []
    for (id_, type_), providers in sorted(lost.items()):
        provisions = list(_provisions(graph, table, id_, type_))
        if not any(_is_there(graph, one, gone) for one in provisions):
            found.append(Lack(id_, type_, _says(table, provisions[0]), tuple(sorted(providers))))
    return tuple(found)


def _provided_by(graph: Graph, table: ImpactTable, id_: str) -> Iterator[tuple[str, Relationship]]:
    """Elements that something provides for, through junctions, each with the relationship that reaches it."""
    waiting, seen = [id_], {id_}
    while waiting:
        for one in graph.from_(waiting.pop()):
            if _says(table, one) and one.target in graph.elements and one.target not in seen:
                if graph.elements[one.target].type == JUNCTION:
                    seen.add(one.target)
                    waiting.append(one.target)
                else:
                    yield one.target, one


def _provisions(graph: Graph, table: ImpactTable, id_: str, type_: str) -> Iterator[Relationship]:
    return (one for one in graph.to(id_, type_) if _says(table, one))


def _is_there(graph: Graph, one: Relationship, gone: Collection[str]) -> bool:
    """Whether a relationship still comes from something; from a junction if something still comes to that."""
    waiting, seen = [one], {one.id}
    while waiting:
        next_ = waiting.pop()
        source = graph.elements.get(next_.source)
        if next_.id in gone or next_.source in gone or source is None:
            continue
        if source.type != JUNCTION:
            return True
        more = [before for before in graph.to(source.id, one.type) if before.id not in seen]
        seen.update(before.id for before in more)
        waiting += more
    return False


def _says(table: ImpactTable, one: Relationship) -> Mapping[str, str]:
    from eaframe.changes.impact import variant

    return table.effect(one.type, variant(one), along=True).without
