"""``kinds:`` of a workspace and of its libraries -> resolved kinds with inherited attributes."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Literal

from pydantic import Field

from eaframe.findings import Finding, Place
from eaframe.findings.suggest import did_you_mean
from eaframe.metamodel.kinds import (
    CORE_ELEMENT_KEYS,
    CORE_RELATIONSHIP_KEYS,
    Attribute,
    AttributeType,
    Kind,
)
from eaframe.metamodel.patterns import PatternError, compile_pattern
from eaframe.metamodel.period import EARLIEST, LATEST, Period, parse_day
from eaframe.model import defects
from eaframe.model.workspace_file import PartialDate, Text
from eaframe.sources.defects import WRONG_VALUE
from eaframe.sources.shape import Flag, Shape, Words, shape

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from eaframe.metamodel.archimate import Metamodel
    from eaframe.model.elements import Definition
    from eaframe.sources.document import Data


class ValidShape(Shape):
    """A validity in a definition."""

    from_: PartialDate | None = None
    to: PartialDate | None = None


class AttributeShape(Shape):
    """One attribute as a file declares it."""

    type: AttributeType
    label: Text = ""
    documentation: Text = ""
    required: Flag = False
    default: str | None = None
    allowed: Words = ()
    min: float | None = None
    max: float | None = None
    pattern: str = ""
    to: Words = ()
    of: AttributeShape | None = None
    unknown: Flag = True
    visibility: Literal["", "public", "internal", "restricted"] = ""
    valid: ValidShape = ValidShape()


class KindShape(Shape):
    """One kind as a file declares it: a new one with a ``base``, or more attributes for the one it ``extend``s."""

    base: str | None = None
    extend: str | None = None
    label: Text = ""
    documentation: Text = ""
    icon: str = ""
    attributes: dict[str, AttributeShape] = Field(default_factory=dict)


class KindReader:
    """Resolves the kinds of one workspace or library over those of the libraries that it imports."""

    def __init__(self, metamodel: Metamodel, imported: Mapping[str, Kind], prefix: str, language: str) -> None:
        self.metamodel = metamodel
        self.kinds: dict[str, Kind] = dict(imported)
        self.prefix = prefix
        self.language = language
        self.findings: list[Finding] = []
        self._declared: dict[str, tuple[KindShape, Place]] = {}
        self._open: list[str] = []

    def read(self, definitions: Iterable[Definition]) -> None:
        """Read all declarations; ``kinds`` and ``findings`` are complete afterwards."""
        extensions = []
        for definition in definitions:
            declared, findings = shape(KindShape, _data(definition.data), definition.place)
            self.findings += findings
            if declared is None:
                continue
            if declared.extend is not None:
                extensions.append((declared, definition.place))
            else:
                self._declared[self.prefix + definition.id] = (declared, definition.place)
        for id_ in self._declared:
            self._resolve(id_)
        for declared, place in extensions:
            self._extend(declared, place)

    def find(self, name: str) -> str | list[str]:
        """The id of a kind by its full or short name; several where a short name is ambiguous, none where unknown."""
        if self.prefix + name in self.kinds:
            return self.prefix + name
        if name in self.kinds:
            return name
        candidates = sorted(id_ for id_ in self.kinds if id_.endswith(":" + name))
        return candidates[0] if len(candidates) == 1 else candidates

    def _resolve(self, id_: str) -> Kind | None:
        if id_ in self.kinds:
            return self.kinds[id_]
        declared, place = self._declared[id_]
        base = declared.base or ""
        at = Place(place.file, (*place.path, "base"))
        if id_ in self._open:
            self.findings.append(defects.UNKNOWN_BASE.at(at, id_, found=base, kind=id_, reason="leads back to itself"))
            return None
        verb = self.metamodel.verbs.get(base)
        lineage: tuple[str, ...]
        inherited: dict[str, Attribute]
        if base in self.metamodel.element_types:
            lineage, inherited, is_relationship = (id_, base), {}, False
        elif verb is not None and not verb[1]:
            lineage, inherited, is_relationship = (id_, verb[0].name), {}, True
        else:
            parent = self._parent(id_, base, at)
            if parent is None:
                return None
            lineage, inherited, is_relationship = (
                (id_, *parent.lineage),
                dict(parent.attributes),
                parent.is_relationship,
            )
        own = self._attributes(declared, place, id_, inherited, is_relationship=is_relationship)
        label = self._texts(declared.label or id_.rpartition(":")[2])
        documentation = next(iter(self._texts(declared.documentation).values()), "")
        attributes = inherited | own
        kind = Kind(id_, lineage[1], lineage, is_relationship, label, documentation, declared.icon, attributes)
        self.kinds[id_] = kind
        return kind

    def _parent(self, id_: str, base: str, at: Place) -> Kind | None:
        if self.prefix + base in self._declared and self.prefix + base not in self.kinds:
            self._open.append(id_)
            parent = self._resolve(self.prefix + base)
            self._open.pop()
            return parent
        found = self.find(base)
        if isinstance(found, str):
            return self.kinds[found]
        if found:
            candidates = " or ".join(f"`{name}`" for name in found)
            self.findings.append(defects.AMBIGUOUS_KIND.at(at, id_, found=base, candidates=candidates))
            return None
        near = did_you_mean(base, [*self.metamodel.element_types, *self.kinds, *self.metamodel.verbs])
        reason = "is neither an element type, a verb nor a kind"
        self.findings.append(defects.UNKNOWN_BASE.at(at, id_, found=base, kind=id_, reason=reason, hint=near))
        return None

    def _extend(self, declared: KindShape, place: Place) -> None:
        target = declared.extend or ""
        found = self.find(target)
        if not isinstance(found, str):
            at = Place(place.file, (*place.path, "extend"))
            near = did_you_mean(target, self.kinds)
            reason = "is not a kind that can be extended"
            self.findings.append(
                defects.UNKNOWN_BASE.at(at, target, found=target, kind=place.path[-1], reason=reason, hint=near)
            )
            return
        kind = self.kinds[found]
        more = self._attributes(declared, place, found, kind.attributes, is_relationship=kind.is_relationship)
        for id_, below in self.kinds.items():
            if found in below.lineage:
                self.kinds[id_] = replace(below, attributes=dict(below.attributes) | more)

    def _attributes(
        self, declared: KindShape, place: Place, kind: str, inherited: Mapping[str, Attribute], *, is_relationship: bool
    ) -> dict[str, Attribute]:
        reserved = {*(CORE_RELATIONSHIP_KEYS if is_relationship else CORE_ELEMENT_KEYS), *self.metamodel.verbs}
        attributes = {}
        for name, one in declared.attributes.items():
            at = Place(place.file, (*place.path, "attributes", name), "key")
            if name in reserved or name in inherited:
                reason = "is reserved" if name in reserved else "is declared by its base already"
                self.findings.append(
                    defects.RESERVED_ATTRIBUTE.at(at, kind, name=name, kind=kind, reason=reason, discriminator=name)
                )
                continue
            self._check(one, at, kind)
            attributes[name] = self._attribute(name, one)
        return attributes

    def _attribute(self, name: str, one: AttributeShape) -> Attribute:
        valid = one.valid
        return Attribute(
            name=name,
            type=one.type,
            label=self._texts(one.label or name),
            documentation=next(iter(self._texts(one.documentation).values()), ""),
            required=one.required,
            default=one.default,
            allowed=one.allowed,
            minimum=one.min,
            maximum=one.max,
            pattern=one.pattern,
            to=one.to,
            of=self._attribute(name, one.of) if one.of else None,
            unknown=one.unknown,
            visibility=one.visibility,
            valid=Period(
                (parse_day(valid.from_) if valid.from_ else None) or EARLIEST,
                (parse_day(valid.to, last=True) if valid.to else None) or LATEST,
                valid.from_ or "",
                valid.to or "",
            ),
        )

    def _check(self, one: AttributeShape, at: Place, kind: str) -> None:
        """An enum names its words, a pattern can be run, a list says of what, a reference leads to real types."""
        problem: tuple[str, str, str] | None = None
        if one.type == "enum" and not one.allowed:
            problem = ("allowed", "the list of allowed words", "nothing")
        elif one.type == "pattern":
            try:
                compile_pattern(one.pattern)
            except PatternError as error:
                problem = (
                    "pattern",
                    f"a pattern without look-around and back-references ({error})",
                    f"`{one.pattern}`",
                )
        elif one.type == "list" and one.of is None:
            problem = ("of", "the type of the list's items, {type: …}", "nothing")
        if problem:
            key, expected, found = problem
            place = Place(at.file, (*at.path, key))
            self.findings.append(
                WRONG_VALUE.at(place, kind, key=key, expected=expected, found=found, discriminator=str(at.path))
            )
        if one.of is not None:
            self._check(one.of, Place(at.file, (*at.path, "of"), "key"), kind)
        for index, name in enumerate(one.to):
            known = name in self.metamodel.element_types or self.prefix + name in self._declared or self.find(name)
            if not known:
                place = Place(at.file, (*at.path, "to", index))
                near = did_you_mean(name, [*self.metamodel.element_types, *self._declared, *self.kinds])
                self.findings.append(
                    defects.UNKNOWN_TYPE.at(place, kind, found=name, hint=near, discriminator=f"{at.path}")
                )

    def _texts(self, text: Text) -> dict[str, str]:
        return text if isinstance(text, dict) else {self.language: text} if text else {}


def _data(data: object) -> Data:
    return data  # type: ignore[return-value]  # definitions carry what the sources read
