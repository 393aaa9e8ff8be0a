"""What a change breaks for whoever depends on the model: in it, in what imports it, or with an id in their files."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final, Literal

from eaframe.changes import defects
from eaframe.changes.broken_definitions import removed_definitions
from eaframe.changes.broken_kinds import broken_kinds
from eaframe.changes.broken_values import broken_values
from eaframe.changes.dependents import dependents, provisions
from eaframe.changes.ids import relationship_ids
from eaframe.changes.renames import find_renames
from eaframe.findings import Finding, Note
from eaframe.findings.message import say
from eaframe.findings.suggest import quoted
from eaframe.graph import Graph
from eaframe.metamodel.values import History, Localized, Value
from eaframe.model.elements import VISIBILITIES
from eaframe.model.fold import fold_name
from eaframe.rules.severities import with_severities

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from eaframe.findings import Message
    from eaframe.model.elements import Element, Relationship
    from eaframe.model.model import Model

Level = Literal["depended", "public", "id", "all"]
LEVELS: Final[tuple[Level, ...]] = (
    "depended",  # elements that others depend on, and public ones
    "public",  # public elements only
    "id",  # ids that are gone, used again or of another type, of all elements
    "all",  # all elements
)
_MOST_NOTES: Final = 5
_RANK: Final = {"error": 0, "warning": 1, "info": 2}


@dataclass(frozen=True, slots=True)
class Breaking:
    """What is broken, worst first: ``gone`` points into the files of before, ``present`` into those of now."""

    gone: tuple[Finding, ...]
    present: tuple[Finding, ...]

    def __bool__(self) -> bool:
        return bool(self.gone or self.present)


def breaking(before: Model, after: Model, *, level: Level = "depended", today: int) -> Breaking:
    """What is broken between two whole models. ``level`` tells of which elements (see LEVELS).

    A new id that ``aliases`` records breaks nothing. Softened to a warning is the removal of what had ended before
    ``today`` (YYYYMMDD) or named a successor, and an earlier end of what names one.
    """
    renames, ids = find_renames(before, after), relationship_ids(after, {})
    lines = {ids.get(id_, id_): one for id_, one in after.relationships.items()}
    former_ids = relationship_ids(before, renames)
    two = _Two(before, after, renames, level, today, dependents(before), former_ids, lines)
    gone = [*_removed(two), *(() if level == "id" else _removed_relationships(two))]
    present = [*_reused_former_ids(two), *_changed_types(two)]
    if level != "id":
        for old, new in two.judged():
            notes = _notes(two, old, new)
            present += [replace(one, notes=notes) for one in broken_values(two.before, two.after, old, new, today)]
        present += _opened_relationships(two)
    if level in {"depended", "all"}:
        kinds = broken_kinds(before, after)
        gone += [one for one in kinds if one.code == defects.REMOVED_KIND.code]
        gone += removed_definitions(before, after)
        present += [one for one in kinds if one.code != defects.REMOVED_KIND.code]
    graph = Graph(after)
    return Breaking(_worst_first(gone, graph), _worst_first(present, graph))


@dataclass(frozen=True, slots=True)
class _Two:
    """The two models, and what the checks share.

    ``ids`` are those of relationships of before that are called otherwise for comparing, ``lines`` the relationships
    of now under the ids for comparing.
    """

    before: Model
    after: Model
    renames: Mapping[str, str]
    level: Level
    today: int
    dependents: Mapping[str, tuple[str, ...]]
    ids: Mapping[str, str]
    lines: Mapping[str, Relationship]

    def now(self, id_: str) -> str:
        """The present id of an element."""
        return self.renames.get(id_, id_)

    def left(self, id_: str) -> tuple[str, ...]:
        """The elements and relationships that depended on one of before and are still there."""
        found = self.dependents.get(id_, ())
        return tuple(
            one for one in found if self.now(one) in self.after.elements or self.ids.get(one, one) in self.lines
        )

    def counts(self, element: Element) -> bool:
        """Whether the level asks for an element of before."""
        if self.level in {"all", "id"} or element.visibility == "public":
            return True
        return self.level == "depended" and bool(self.left(element.id))

    def judged(self) -> Iterator[tuple[Element, Element]]:
        """The elements that are there before and after, as far as the level asks for them."""
        for id_, old in self.before.elements.items():
            new = self.after.elements.get(self.now(id_))
            if old.is_own and new is not None and self.counts(old):
                yield old, new


def _removed(two: _Two) -> Iterator[Finding]:
    former = {alias for one in two.after.elements.values() for alias in one.aliases}
    for id_, one in two.before.elements.items():
        if not one.is_own or two.now(id_) in two.after.elements or id_ in former or not two.counts(one):
            continue
        left = two.left(id_)
        why: Message = say("and it was public")
        if left:
            why = say("and {names} depended on it", names=quoted(left))
        elif one.visibility != "public":
            why = say("and its id with it")
        found = defects.REMOVED_ELEMENT.at(one.place(), id_, id=id_, why=why)
        has_successor = any(two.now(successor) in two.after.elements for successor in one.replaced_by)
        is_over = one.valid.last < two.today
        yield replace(found, severity="warning") if has_successor or is_over else found


def _reused_former_ids(two: _Two) -> Iterator[Finding]:
    for id_, old in two.before.elements.items():
        new = two.after.elements.get(two.now(id_))
        if not old.is_own or new is None:
            continue
        for former in old.aliases:
            other = two.after.elements.get(former)
            if other is not None and other is not new:
                yield defects.REUSED_FORMER_ID.at(other.place(), former, id=former, owner=new.id)
            elif other is None and former not in new.aliases and two.level != "id" and two.counts(old):
                yield defects.FORGOTTEN_FORMER_ID.at(
                    new.place(), new.id, id=new.id, former=former, discriminator=former
                )


def _changed_types(two: _Two) -> Iterator[Finding]:
    for old, new in two.judged():
        was, now = two.before.type_name(old), two.after.type_name(new)
        if was == now or not old.type or not new.type or was in two.after.lineage(new):
            continue
        if two.level == "id" and old.type == new.type:
            continue
        is_another = old.type != new.type and not _names(old.name) & _names(new.name)
        defect = defects.REUSED_ID if is_another else defects.CHANGED_TYPE
        place = new.place("type")
        yield defect.at(place, new.id, id=new.id, old=was, new=now, notes=_notes(two, old, new))


def _removed_relationships(two: _Two) -> Iterator[Finding]:
    """Where both ends are still there; else the removal of the end tells it."""
    has = {
        (one.type, dependent) for one in two.after.relationships.values() for _, dependent in provisions(two.after, one)
    }
    for id_, one in two.before.relationships.items():
        if not one.is_own or two.ids.get(id_, id_) in two.lines:
            continue
        for provider, dependent in provisions(two.before, one):
            element = two.before.elements.get(provider)
            ends = (two.now(provider), two.now(dependent))
            if element is None or not all(end in two.after.elements for end in ends):
                continue
            if two.level == "public" and element.visibility != "public":
                continue
            found = defects.REMOVED_RELATIONSHIP.at(
                one.place(),
                id_,
                source=one.source,
                verb=two.before.metamodel.relationship_types[one.type].verb,
                target=one.target,
                dependent=dependent,
                discriminator=dependent,
            )
            is_soft = (one.type, ends[1]) in has or one.valid.last < two.today
            yield replace(found, severity="warning") if is_soft else found


def _opened_relationships(two: _Two) -> Iterator[Finding]:
    for id_, old in two.before.relationships.items():
        new = two.lines.get(two.ids.get(id_, id_))
        if not old.is_own or new is None or two.level == "public":
            continue
        if VISIBILITIES.index(new.visibility) < VISIBILITIES.index(old.visibility):
            place = new.place("visibility")
            yield defects.OPENED_VISIBILITY.at(place, new.id, id=new.id, old=old.visibility, new=new.visibility)


def _notes(two: _Two, old: Element, new: Element) -> tuple[Note, ...]:
    """Who depends on an element, where that is said now."""
    notes: list[Note] = []
    for id_ in two.left(old.id):
        by = two.after.elements.get(two.now(id_)) or two.lines.get(two.ids.get(id_, id_))
        if by is not None and by is not new and len(notes) < _MOST_NOTES:
            notes.append(Note(say("`{id}` depends on it", id=by.id), by.place()))
    return tuple(notes)


def _names(value: Value) -> frozenset[str]:
    """All names that an element has in any language at any time, folded."""
    if isinstance(value, History):
        return frozenset().union(*(_names(dated.value) for dated in value.values))
    if isinstance(value, Localized):
        return frozenset(map(fold_name, value.texts.values()))
    return frozenset([fold_name(value)]) if isinstance(value, str) else frozenset()


def _worst_first(findings: Iterable[Finding], graph: Graph) -> tuple[Finding, ...]:
    kept = with_severities(findings, graph.model.settings, graph)
    return tuple(sorted(kept, key=lambda one: (_RANK[one.severity], one.code, one.subject, one.discriminator)))
