"""What the readers of elements share: names, kinds, settings, and where findings go."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from eaframe.findings import Defect, Finding, Message, Place
from eaframe.findings.message import say
from eaframe.findings.suggest import DID_YOU_MEAN, labelled, nearest, quoted
from eaframe.metamodel.values import text_in
from eaframe.model import defects
from eaframe.model.fold import fold_name, searchable
from eaframe.model.names import slug

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from eaframe.findings import Note
    from eaframe.metamodel.archimate import Metamodel
    from eaframe.metamodel.kinds import Kind
    from eaframe.model.elements import Element, Visibility
    from eaframe.model.names import Names
    from eaframe.model.read_kinds import KindReader

Path = tuple[str | int, ...]
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_MOST_SUGGESTIONS = 100  # dangling references that get a did-you-mean; each costs a look at every id


@dataclass(frozen=True, slots=True)
class Unread:
    """A file or a library that could not be read whole, and where to point for it: names may be defined there."""

    name: str
    place: Place
    is_library: bool = False


@dataclass(slots=True)
class Dangling:
    """A reference to nothing, kept until it is known whether something unread may define it."""

    found: str
    place: Place
    subject: str
    is_source: bool = False  # whether a record under `references` is meant, not an element


@dataclass(slots=True)
class Context:
    """The reading of one workspace or library."""

    metamodel: Metamodel
    kind_reader: KindReader
    names: Names
    prefix: str  # of the ids of this library: "" for the workspace itself, else "namespace:"
    namespace: str
    languages: tuple[str, ...]
    visibility: Visibility
    references: Mapping[str, object]
    elements: Mapping[str, Element]
    unread: tuple[Unread, ...] = ()
    findings: list[Finding] = field(default_factory=list)
    dangling: list[Dangling] = field(default_factory=list)
    pending: list[Dangling] = field(default_factory=list)
    types: dict[str, tuple[str, Kind | None]] = field(default_factory=dict)
    unsure: set[str] = field(default_factory=set)
    held_back: int = 0  # names, other than references to elements, that something unread may define

    def report(
        self,
        defect: Defect,
        file: str,
        path: Path,
        subject: str,
        *,
        hint: Message | None = None,
        at_key: bool = False,
        notes: Iterable[Note] = (),
        **args: Any,
    ) -> None:
        """Note a finding; its place in the element is its discriminator, so that two in one element are told apart."""
        place = Place(file, path, "key" if at_key else "value")
        discriminator = "/".join(map(str, path))
        self.findings.append(defect.at(place, subject, hint=hint, notes=notes, discriminator=discriminator, **args))
        if defect.severity == "error":
            self.unsure.add(subject)

    def type_of(self, name: str) -> tuple[str, Kind | None] | None:
        """The ArchiMate element type, and the kind if it is one, of a type as written; None if there is none.

        The type is "" for a kind whose declaration is wrong: that is reported there, and once is enough.
        """
        known = self.types.get(name)
        if known is None:
            if name in self.metamodel.element_types:
                known = (name, None)
            elif self.prefix + name in self.kind_reader.broken:
                known = ("", None)
            else:
                found = self.kind_reader.find(name)
                kind = self.kind_reader.kinds[found] if isinstance(found, str) else None
                if kind is None or kind.is_relationship:
                    return None
                known = (kind.type, kind)
            self.types[name] = known
        return known

    def meant_types(self, name: str) -> tuple[str, ...]:
        """Types and kinds that someone may mean who writes ``name``: misspelt, ApplicationComponent, or a label."""
        kinds = (kind for kind in self.kind_reader.kinds.values() if not kind.is_relationship)
        labels = {type_.name: type_.label for type_ in self.metamodel.element_types.values()}
        labels |= {kind.id: kind.label for kind in kinds}
        for fold in (fold_name, searchable):  # a label as it is written, then without diacritics or as an id
            wanted = fold(name)
            meant = tuple(id_ for id_, texts in labels.items() if wanted in map(fold, texts.values()))
            if meant:
                return meant
        return nearest(name, labels) or nearest(slug(_CAMEL.sub("-", name)), labels)

    def resolve(self, raw: str, file: str, path: Path, subject: str) -> str | None:
        """The id of the element or relationship that ``raw`` names; notes a dangling reference."""
        own = self.prefix + raw
        names = self.names
        if own in names.types or own in names.relationships:
            return own
        full = raw.removeprefix(self.namespace + ":") if raw.startswith(self.namespace + ":") else raw
        full = self.prefix + full if full != raw else raw
        if (":" in raw or full != raw) and full in names:
            return full
        for alias in (own, full):
            if alias in names.aliases:
                now = names.aliases[alias]
                self.report(defects.FORMER_ID, file, path, subject, found=raw, now=now)
                return now
        if "--" in raw:  # perhaps a relationship by its ends; whether there is one is known when all are read
            steps = enumerate(raw.split("--"))
            own = "--".join(step if index % 2 or ":" in step else self.prefix + step for index, step in steps)
            self.pending.append(Dangling(own, Place(file, path), subject))
            return own
        self.dangling.append(Dangling(raw, Place(file, path), subject))
        return None

    def mentions(self, raw: Any) -> None:
        """What could not be read names these ids, so nobody can say what they lack."""
        for word in raw if isinstance(raw, list) else [raw]:
            if isinstance(word, dict):
                self.mentions(word.get("to"))
            elif isinstance(word, str) and self.prefix + word in self.names:
                self.unsure.add(self.prefix + word)

    def lineage(self, id_: str) -> tuple[str, ...]:
        """The kinds and the type of an element; empty for a relationship or an unknown type."""
        element = self.elements.get(id_)
        if element is not None:  # of a library, or read already: its type is resolved where it is written
            if not element.type:
                return ()
            return self.kind_reader.kinds[element.kind].lineage if element.kind else (element.type,)
        known = self.type_of(self.names.types.get(id_, ""))
        if known is None or not known[0]:
            return ()
        return known[1].lineage if known[1] else (known[0],)

    def report_dangling(self) -> None:
        """Findings for references to nothing; one info for all those that something unread may define."""
        ids = [*self.names.types, *self.names.relationships]
        of_libraries = {True: _by_short_name(self.references), False: _by_short_name(ids)} if self.dangling else {}
        held_back = self.held_back
        suggestions = 0
        for one in self.dangling:
            if self._may_stand_elsewhere(one):
                held_back += 1
                continue
            suggestions += 1
            among: Iterable[str] = self.references if one.is_source else ids
            short = of_libraries[one.is_source]
            near = _resembling(one.found, among, short) if suggestions <= _MOST_SUGGESTIONS else ()
            self.findings.append(_dangling(one, near, self._names_of(near)))
            self.unsure.update((one.subject, *near))
        if held_back:
            first = self.unread[0]
            files = quoted(unread.name for unread in self.unread)
            self.findings.append(defects.REFERENCES_HELD_BACK.at(first.place, number=held_back, files=files))

    def _names_of(self, ids: Iterable[str]) -> Mapping[str, str]:
        """The names of those that are elements, in the first language of the workspace that each has."""
        elements = self.elements
        return {id_: text_in(elements[id_].name, *self.languages) for id_ in ids if id_ in elements}

    def _may_stand_elsewhere(self, one: Dangling) -> bool:
        """Whether something unread may define it; a library can only define names with a namespace."""
        return any(not unread.is_library or ":" in one.found for unread in self.unread)


def _by_short_name(ids: Iterable[str]) -> Mapping[str, tuple[str, ...]]:
    """Ids of libraries by what they are without the namespace."""
    found: dict[str, tuple[str, ...]] = {}
    for id_ in ids:
        namespace, _, short = id_.rpartition(":")
        if namespace:
            found[short] = (*found.get(short, ()), id_)
    return found


def _resembling(found: str, ids: Iterable[str], of_libraries: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    """Ids that resemble what was written: an id, or the name of something whose id was made of it.

    First of all those that are it, but for the namespace of a library; last those that would resemble it without one.
    """
    listed = list(ids)
    for word in dict.fromkeys((found, slug(found))):
        if word in of_libraries:
            return of_libraries[word]
    near = nearest(found, listed) or nearest(slug(found), listed)
    return near or tuple(id_ for short in nearest(found, of_libraries) for id_ in of_libraries[short])


def _dangling(one: Dangling, near: Collection[str], names: Mapping[str, str]) -> Finding:
    where = say(" under `references`") if one.is_source else ""
    hint = say(DID_YOU_MEAN, names=labelled(near, names)) if near else None
    if hint is None and one.is_source:
        hint = say(defects.DEFINE_SOURCE, found=one.found)
    discriminator = "/".join(map(str, one.place.path))
    return defects.DANGLING_REFERENCE.at(
        one.place, one.subject, found=one.found, where=where, hint=hint, discriminator=discriminator
    )
