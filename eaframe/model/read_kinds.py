"""``kinds:`` of a workspace and of its libraries -> resolved kinds with inherited attributes."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from eaframe.findings import Finding, Place
from eaframe.findings.message import say
from eaframe.findings.suggest import did_you_mean, either
from eaframe.metamodel.kinds import (
    CORE_ELEMENT_KEYS,
    CORE_RELATIONSHIP_KEYS,
    Attribute,
    Derivation,
    Kind,
    Term,
)
from eaframe.model import defects
from eaframe.model.kind_shapes import AttributeShape, KindShape
from eaframe.model.read_attributes import make_attribute, texts_of, wrong_settings
from eaframe.model.read_looks import read_look, without_look
from eaframe.sources.defects import MISSING_KEY
from eaframe.sources.shape import shape

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from eaframe.metamodel.archimate import Metamodel
    from eaframe.model.elements import Definition
    from eaframe.model.workspace_file import Text
    from eaframe.sources.document import Data


class KindReader:
    """Resolves the kinds of one workspace or library over those of the libraries that it imports."""

    def __init__(
        self, metamodel: Metamodel, imported: Mapping[str, Kind], prefix: str, language: str, *, unread: bool
    ) -> None:
        self.metamodel = metamodel
        self.kinds: dict[str, Kind] = dict(imported)
        self.prefix = prefix
        self.language = language
        self.findings: list[Finding] = []
        self.broken: set[str] = set()  # ids of kinds whose declaration is wrong
        self.held_back = 0  # names that are not known here, but that something unread may declare
        self._unread = unread
        self._declared: dict[str, tuple[KindShape, Place]] = {}

    def read(self, definitions: Iterable[Definition]) -> None:
        """Read all declarations; ``kinds`` and ``findings`` are complete afterwards."""
        extensions: list[tuple[KindShape, Place, Data]] = []
        for definition in definitions:
            declared, findings = shape(KindShape, _data(definition.data), definition.place)
            self.findings += findings
            id_ = self.prefix + definition.id
            if declared is None:
                self.broken.add(id_)
            elif declared.extend:
                extensions.append((declared, definition.place, _data(definition.data)))
            elif self._is_free(definition, id_):
                self._declared[id_] = (declared, definition.place)
        for id_ in sorted(self._declared):
            self._resolve(id_)
        for declared, place, data in extensions:
            several = isinstance(data, dict) and isinstance(data["extend"], list)
            for index, target in enumerate(declared.extend):
                at = Place(place.file, (*place.path, "extend", *([index] if several else [])))
                self._extend(declared, place, target, at)

    def _is_free(self, definition: Definition, id_: str) -> bool:
        """Whether a new kind has a base, and a name that is not one of ArchiMate's words."""
        name, place = definition.id, definition.place
        if name in self.metamodel.element_types or name in self.metamodel.verbs:
            at = Place(place.file, place.path, "key")
            self.findings.append(defects.RESERVED_KIND.at(at, id_, kind=name))
            return False
        if not isinstance(definition.data, dict) or "base" not in definition.data:
            self.findings.append(MISSING_KEY.at(Place(place.file, place.path, "key"), id_, key="base"))
            self.broken.add(id_)
            return False
        return True

    def find(self, name: str) -> str | list[str]:
        """The id of a kind by its full or short name; several where a short name is ambiguous, none where unknown."""
        if self.prefix + name in self.kinds:
            return self.prefix + name
        if name in self.kinds:
            return name
        candidates = sorted(id_ for id_ in self.kinds if id_.endswith(":" + name))
        return candidates[0] if len(candidates) == 1 else candidates

    def _resolve(self, id_: str) -> None:
        """Make a kind, after all kinds that it is based on; a circle is reported once, at the first it was met at."""
        chain = [id_]
        while chain[-1] in self._declared:
            base = self.prefix + (self._declared[chain[-1]][0].base or "")
            if base not in self._declared or base in self.kinds or base in self.broken:
                break
            if base in chain:
                place = self._declared[chain[-1]][1]
                at = Place(place.file, (*place.path, "base"))
                kind, reason = chain[-1], say("leads back to itself")
                self.findings.append(defects.UNKNOWN_BASE.at(at, kind, found=base, kind=kind, reason=reason))
                self.broken.update(chain)
                return
            chain.append(base)
        for one in reversed(chain):
            if one not in self.kinds and one not in self.broken and not self._make(one):
                self.broken.add(one)

    def _make(self, id_: str) -> bool:
        declared, place = self._declared[id_]
        base = declared.base or ""
        parent: Kind | None = None
        at = Place(place.file, (*place.path, "base"))
        verb = self.metamodel.verbs.get(base)
        lineage: tuple[str, ...]
        inherited: dict[str, Attribute]
        inherited_derivations: dict[str, Derivation] = {}
        if base in self.metamodel.element_types:
            lineage, inherited, is_relationship = (id_, base), {}, False
        elif verb is not None and not verb[1]:
            lineage, inherited, is_relationship = (id_, verb[0].name), {}, True
        else:
            parent = self._parent(id_, base, at)
            if parent is None:
                return False
            lineage, inherited, is_relationship = (
                (id_, *parent.lineage),
                dict(parent.attributes),
                parent.is_relationship,
            )
            inherited_derivations = dict(parent.derived)
        taken = {*inherited, *inherited_derivations}
        own = self._attributes(declared, place, id_, taken, is_relationship=is_relationship)
        label = self._texts(declared.label or id_.rpartition(":")[2])
        documentation = self._texts(declared.documentation)
        attributes = inherited | own
        taken |= own.keys()
        derived = self._derived(declared, place, id_, taken, is_relationship=is_relationship)
        derived = inherited_derivations | derived
        if is_relationship:
            icon = colour = ""
            self.findings += without_look(declared, place, id_, say("kinds of elements"))
        else:
            icon, colour, findings = read_look(declared, place, id_, parent, self.metamodel)
            self.findings += findings
        kind = Kind(
            id=id_,
            base=lineage[1],
            lineage=lineage,
            is_relationship=is_relationship,
            label=label,
            documentation=documentation,
            icon=icon,
            attributes=attributes,
            derived=derived,
            colour=colour,
            file=place.file,
        )
        self.kinds[id_] = kind
        self._tell_what_it_hides(kind, place)
        return True

    def _tell_what_it_hides(self, kind: Kind, place: Place) -> None:
        """A kind of the workspace takes the short name of one of a library; one that is based on it goes on being it.

        A library's own kinds are judged when it is the workspace: not all that was read before is imported by it.
        """
        hidden = [id_ for id_ in self.kinds if id_.endswith(f":{kind.id}") and id_ not in kind.lineage]
        if hidden and not self.prefix:
            at, first = Place(place.file, place.path, "key"), min(hidden)
            said = defects.KIND_HIDES_ANOTHER.at(at, kind.id, kind=kind.id, hidden=either(sorted(hidden)), first=first)
            self.findings.append(said)

    def _parent(self, id_: str, base: str, at: Place) -> Kind | None:
        found = self.find(base)
        if isinstance(found, str):
            return self.kinds[found]
        if self.prefix + base in self.broken:
            return None
        if not found and self._unread:
            self.held_back += 1
            return None
        if found:
            candidates = either(found)
            self.findings.append(defects.AMBIGUOUS_KIND.at(at, id_, found=base, candidates=candidates))
            return None
        near = did_you_mean(base, [*self.metamodel.element_types, *self.kinds, *self.metamodel.verbs])
        reason = say("is neither an element type, a verb nor a kind")
        self.findings.append(defects.UNKNOWN_BASE.at(at, id_, found=base, kind=id_, reason=reason, hint=near))
        return None

    def _extend(self, declared: KindShape, place: Place, target: str, at: Place) -> None:
        found = self.find(target)
        if not isinstance(found, str):
            if self.prefix + target in self.broken:
                return
            if self._unread:
                self.held_back += 1
                return
            near = did_you_mean(target, self.kinds)
            reason = say("is not a kind that can be extended")
            self.findings.append(
                defects.UNKNOWN_BASE.at(at, target, found=target, kind=place.path[-1], reason=reason, hint=near)
            )
            return
        if target == declared.extend[0]:  # what is wrong with its words is wrong once, however many kinds they are for
            self.findings += without_look(declared, place, found, say("kinds with a base"))
        kind = self.kinds[found]
        family = [(id_, below) for id_, below in self.kinds.items() if found in below.lineage]
        taken = {name for _, below in family for name in (*below.attributes, *below.derived)}
        more = self._attributes(declared, place, found, taken, is_relationship=kind.is_relationship)
        taken |= more.keys()
        derived = self._derived(declared, place, found, taken, kind.derived, is_relationship=kind.is_relationship)
        merged: dict[int, Derivation] = {}  # by identity: kinds go on sharing what they inherit
        for id_, below in family:
            derivations = dict(below.derived)
            for name, one in derived.items():
                old = below.derived.get(name)
                if old is not None:
                    one = merged.setdefault(id(old), replace(old, more=(*old.more, one)))  # noqa: PLW2901
                derivations[name] = one
            self.kinds[id_] = replace(below, attributes=dict(below.attributes) | more, derived=derivations)

    def _attributes(
        self, declared: KindShape, place: Place, kind: str, inherited: Collection[str], *, is_relationship: bool
    ) -> dict[str, Attribute]:
        reserved = {*(CORE_RELATIONSHIP_KEYS if is_relationship else CORE_ELEMENT_KEYS), *self.metamodel.verbs}
        attributes = {}
        for name, one in declared.attributes.items():
            at = Place(place.file, (*place.path, "attributes", name), "key")
            if name in reserved or name in inherited:
                reason = say("is reserved") if name in reserved else say("is declared by its base already")
                self.findings.append(
                    defects.RESERVED_ATTRIBUTE.at(at, kind, name=name, kind=kind, reason=reason, discriminator=name)
                )
                continue
            attribute = make_attribute(name, one, self.prefix.removesuffix(":"), self.language)
            if not declared.extend or kind == self.find(declared.extend[0]):
                self.findings += wrong_settings(one, attribute, at, kind)
                self._check_targets(one, at, kind)
            attributes[name] = attribute
        return attributes

    def _derived(
        self,
        declared: KindShape,
        place: Place,
        kind: str,
        taken: Collection[str],
        extended: Mapping[str, Derivation] | None = None,
        *,
        is_relationship: bool,
    ) -> dict[str, Derivation]:
        """Derived values as declared; one that is in ``extended`` already takes more terms, and nothing else."""
        derived = {}
        for name, one in declared.derived.items():
            path = (*place.path, "derived", name)
            old = (extended or {}).get(name)
            adds = old is not None and old.largest == bool(one.max_of) and not one.label and not one.documentation
            if not adds and (is_relationship or name in taken or name in {*CORE_ELEMENT_KEYS, *self.metamodel.verbs}):
                at, reason = Place(place.file, path, "key"), say("is reserved")
                if is_relationship:
                    reason = say("is derived, which only values of elements can be")
                elif old is not None:
                    key = "max-of" if old.largest else "min-of"
                    reason = say("is declared already: what extends it adds terms to its `{key}`, and no more", key=key)
                elif name in taken:
                    reason = say("is declared already")
                self.findings.append(
                    defects.RESERVED_ATTRIBUTE.at(at, kind, name=name, kind=kind, reason=reason, discriminator=name)
                )
                continue
            terms = tuple(
                Term(_data(term.when), term.value, term.along, term.inverse, term.attribute)
                for term in one.max_of or one.min_of
            )
            derived[name] = Derivation(
                name=name,
                largest=bool(one.max_of),
                terms=terms,
                label=self._texts(one.label or name),
                documentation=self._texts(one.documentation),
                file=place.file,
                path=path,
                library=self.prefix.removesuffix(":"),
            )
        return derived

    def _check_targets(self, one: AttributeShape, at: Place, kind: str) -> None:
        """A reference, also as an item of a list, leads to types and kinds that there are."""
        if one.of is not None:
            self._check_targets(one.of, Place(at.file, (*at.path, "of"), "key"), kind)
        for index, name in enumerate(one.to):
            own = self.prefix + name
            if name in self.metamodel.element_types or own in self._declared or own in self.broken or self.find(name):
                continue
            if self._unread:
                self.held_back += 1
                continue
            place = Place(at.file, (*at.path, "to", index))
            near = did_you_mean(name, [*self.metamodel.element_types, *self._declared, *self.kinds])
            what = say("an element type or a kind")
            self.findings.append(
                defects.UNKNOWN_TYPE.at(place, kind, found=name, what=what, hint=near, discriminator=f"{at.path}")
            )

    def _texts(self, text: Text) -> dict[str, str]:
        return texts_of(text, self.language)


def _data(data: object) -> Data:
    return data  # type: ignore[return-value]  # definitions carry what the sources read
