"""Who must be told of a change: the owners of what it reaches."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from eaframe.metamodel.values import History, NotApplicable, Unknown, Value

if TYPE_CHECKING:
    from collections.abc import Iterable

    from eaframe.graph import Graph

State = Literal["known", "unknown", "not-applicable", "missing"]
_ORDER: tuple[State, ...] = ("known", "unknown", "missing", "not-applicable")


@dataclass(frozen=True, slots=True)
class OwnerToTell:
    """An owner with what is affected of theirs, sorted.

    ``id`` is the owner of a ``known`` one and who finds it out of an ``unknown`` one, else empty.
    """

    state: State
    id: str
    elements: tuple[str, ...]


def owners_to_tell(graph: Graph, ids: Iterable[str]) -> tuple[OwnerToTell, ...]:
    """The owners of elements: known ones by how much is theirs, most first; then those that nobody knows."""
    found: dict[tuple[State, str], list[str]] = {}
    for id_ in ids:
        found.setdefault(owner_of(graph.elements[id_].attributes.get("owner")), []).append(id_)
    owners = [OwnerToTell(state, owner, tuple(sorted(elements))) for (state, owner), elements in found.items()]
    return tuple(sorted(owners, key=lambda one: (_ORDER.index(one.state), -len(one.elements), one.id)))


def owner_of(value: Value) -> tuple[State, str]:
    """What an owner's value says: whether one is known, and the id (see ``OwnerToTell``); of a history the latest."""
    if isinstance(value, History):
        return owner_of(value.values[-1].value)
    if isinstance(value, Unknown):
        return "unknown", value.by
    if isinstance(value, NotApplicable):
        return "not-applicable", ""
    return ("known", value) if isinstance(value, str) else ("missing", "")
