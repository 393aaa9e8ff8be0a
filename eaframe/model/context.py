"""What the readers of elements share: names, kinds, settings, and where findings go."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from eaframe.findings import Defect, Finding, Message, Place
from eaframe.findings.suggest import did_you_mean, quoted
from eaframe.model import defects

if TYPE_CHECKING:
    from collections.abc import Mapping

    from eaframe.metamodel.archimate import Metamodel
    from eaframe.metamodel.kinds import Kind
    from eaframe.model.elements import Visibility
    from eaframe.model.names import Names
    from eaframe.model.read_kinds import KindReader

Path = tuple[str | int, ...]
_MOST_SUGGESTIONS = 100  # dangling references that get a did-you-mean; each costs a look at every id


@dataclass(slots=True)
class Dangling:
    """A reference to nothing, kept until it is known whether a broken file may define it."""

    found: str
    place: Place
    subject: str
    where: str = ""


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
    findings: list[Finding] = field(default_factory=list)
    dangling: list[Dangling] = field(default_factory=list)
    pending: list[Dangling] = field(default_factory=list)
    types: dict[str, tuple[str, Kind | None]] = field(default_factory=dict)

    def report(
        self,
        defect: Defect,
        file: str,
        path: Path,
        subject: str,
        *,
        hint: Message | None = None,
        at_key: bool = False,
        **args: Any,
    ) -> None:
        """Note a finding; its place in the element is its discriminator, so that two in one element are told apart."""
        place = Place(file, path, "key" if at_key else "value")
        discriminator = "/".join(map(str, path))
        self.findings.append(defect.at(place, subject, hint=hint, discriminator=discriminator, **args))

    def type_of(self, name: str) -> tuple[str, Kind | None] | None:
        """The ArchiMate element type, and the kind if it is one, of a type as written; None if there is none."""
        known = self.types.get(name)
        if known is None:
            if name in self.metamodel.element_types:
                known = (name, None)
            else:
                found = self.kind_reader.find(name)
                kind = self.kind_reader.kinds[found] if isinstance(found, str) else None
                if kind is None or kind.is_relationship:
                    return None
                known = (kind.type, kind)
            self.types[name] = known
        return known

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
            self.pending.append(Dangling(own, Place(file, path), subject))
            return own
        self.dangling.append(Dangling(raw, Place(file, path), subject))
        return None

    def lineage(self, id_: str) -> tuple[str, ...]:
        """The kinds and the type of an element; empty for a relationship or an unknown type."""
        known = self.type_of(self.names.types.get(id_, ""))
        if known is None:
            return ()
        return known[1].lineage if known[1] else (known[0],)


def report_dangling(dangling: list[Dangling], names: Names, broken: list[str]) -> list[Finding]:
    """Findings for references to nothing; one info for all of them while a file that may define them is broken."""
    if not dangling:
        return []
    if broken:
        first = dangling[0].place
        return [
            defects.REFERENCES_HELD_BACK.at(
                Place(broken[0]), number=len(dangling), files=quoted(broken), discriminator=first.file
            )
        ]
    ids = [*names.types, *names.relationships]
    findings = []
    for index, one in enumerate(dangling):
        hint = did_you_mean(one.found, ids) if index < _MOST_SUGGESTIONS else None
        discriminator = "/".join(map(str, one.place.path))
        findings.append(
            defects.DANGLING_REFERENCE.at(
                one.place, one.subject, found=one.found, where=one.where, hint=hint, discriminator=discriminator
            )
        )
    return findings
