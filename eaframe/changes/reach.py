"""Whom a difference reaches: what depends on the things that changed or are gone, and whose that is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from eaframe.changes.ids import relationship_ids
from eaframe.changes.impact import impact
from eaframe.changes.owners import owners_to_tell

if TYPE_CHECKING:
    from eaframe.changes.difference import Difference
    from eaframe.changes.owners import OwnerToTell
    from eaframe.graph import Graph

DEPTH: Final = 2  # relationships: further away nearly everything is reached
# What says the same of the same thing in other words reaches nobody.
_SAID_OTHERWISE: Final = frozenset({"documentation", "tags", "aliases", "folder", "evidence"})


@dataclass(frozen=True, slots=True)
class Reach:
    """Elements that are reached, with how many relationships away, nearest first; and the owners to tell.

    Owners are those of what changed too.
    """

    distances: tuple[tuple[str, int], ...]
    owners: tuple[OwnerToTell, ...]


def reach(difference: Difference, before: Graph, after: Graph, depth: int = DEPTH) -> Reach:
    """Whom a difference reaches, between the graphs of two whole models. What was added is nobody's surprise."""
    elements, lines = difference.section("elements"), difference.section("relationships")
    told = {
        id_ for id_, changes in elements.changed.items() if any(one.path[0] not in _SAID_OTHERWISE for one in changes)
    } & after.elements.keys()
    now = {key: id_ for id_, key in relationship_ids(after.model, {}).items()}
    former = {key: id_ for id_, key in relationship_ids(before.model, elements.renamed).items()}
    changed = [now.get(key, key) for key in (*lines.added, *lines.changed)]
    gone = [*elements.removed, *(former.get(key, key) for key in lines.removed)]
    given = {*told, *(id_ for id_ in changed if id_ in after.relationships)}
    lost = {id_ for id_ in gone if id_ in before.elements or id_ in before.relationships}
    found: dict[str, int] = {}
    for one in impact(after, sorted(given), depth=depth, at_least="medium").affected if given else ():
        found[one.id] = one.distance
    for one in impact(before, sorted(lost), remove=True, depth=depth, at_least="medium").affected if lost else ():
        id_ = elements.renamed.get(one.id, one.id)
        if id_ in after.elements:
            found[id_] = min(one.distance, found.get(id_, one.distance))
    reached = {id_: distance for id_, distance in found.items() if id_ not in told and id_ not in elements.added}
    ordered = sorted(reached.items(), key=lambda one: (one[1], one[0]))
    return Reach(tuple(ordered), owners_to_tell(after, [*reached, *sorted(told)]))
