"""The names that selectors, checks and derivations may use, and findings for those that they may not.

The check walks the plain data, not the selectors made of it: only the data still tells a word from a list of one, and
so the exact key or value that is wrong.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING, Any, Final

from eaframe.findings import Finding, Place
from eaframe.findings.suggest import did_you_mean, quoted
from eaframe.graph import defects
from eaframe.graph.attributes import (
    ELEMENT_PROPERTIES,
    MORE_OF_ELEMENTS,
    MORE_OF_RELATIONSHIPS,
    RELATIONSHIP_PROPERTIES,
)
from eaframe.model.scalars import SCALARS, expectation

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

    from eaframe.findings import Defect
    from eaframe.metamodel.kinds import Attribute
    from eaframe.model.model import Model

Path = tuple[str | int, ...]
Name = tuple[str, Path]  # a word of a file and where it stands
_ANY: Final = "any"  # every relationship
_IDS: Final = ("id", "owner")  # keys of selectors that take ids
_LITERALS: Final = ("equals", "in")  # of conditions on them
_PARTS: Final = ("contains", "starts-with")  # conditions whose literals are less than a value
OPERATORS: Final = ("equals", "min", "max", "in", *_PARTS)  # of conditions, that take an operand
_INSIDE: Final = ("any", "all", "not", "to", "from")  # keys of selectors that hold selectors


def names_of(data: object, key: str, path: Path) -> Iterator[Name]:
    """The words under ``key`` of a mapping: one word, or a list of them."""
    value = data.get(key) if isinstance(data, dict) else None
    return words_at(value, (*path, key))


def words_at(value: object, path: Path) -> Iterator[Name]:
    """The words of a value that is one word, or a list of them."""
    if isinstance(value, str):
        yield value, path
    elif isinstance(value, list):
        for index, word in enumerate(value):
            if isinstance(word, str):
                yield word, (*path, index)


def compared(data: object, path: Path) -> Iterator[Name]:
    """The attributes that a selector compares, however deep."""
    if isinstance(data, list):
        for index, one in enumerate(data):
            yield from compared(one, (*path, index))
    elif isinstance(data, dict):
        for key, value in data.items():
            if key == "where" and isinstance(value, dict):
                yield from ((name, (*path, key, name)) for name in value)
            if key == "attribute" and isinstance(value, str):
                yield value, (*path, key)
            yield from compared(value, (*path, key))


def qualified(model: Model, data: Any, library: str) -> Any:
    """A selector or a check of a library, with ids as they are in the workspace: with the namespace ``library``."""

    def word(text: Any) -> Any:
        full = f"{library}:{text}"
        return full if isinstance(text, str) and (full in model.elements or full in model.relationships) else text

    def walk(part: Any, *, is_id: bool) -> Any:
        if isinstance(part, dict):
            inside = is_id and not part.keys().isdisjoint(_LITERALS)
            return {key: walk(one, is_id=key in _IDS or (inside and key in _LITERALS)) for key, one in part.items()}
        if isinstance(part, list):
            return [walk(one, is_id=is_id) for one in part]
        return word(part) if is_id else part

    return walk(data, is_id=False)


@dataclass(frozen=True)
class Known:
    """The names of a model. While a file of it is broken nothing is unknown: that file may define it."""

    model: Model

    def unknown_types(self, names: Iterable[Name], file: str, subject: str) -> Iterator[Finding]:
        """Findings for names that are neither types nor kinds."""
        return self._unknown(defects.UNKNOWN_TYPE, names, self._types, file, subject)

    def unknown_ids(
        self, names: Iterable[Name], file: str, subject: str, known: Collection[str] | None = None
    ) -> Iterator[Finding]:
        """Findings for names that are not ``known``: by default those that are no elements."""
        known = self.model.elements if known is None else known
        return self._unknown(defects.UNKNOWN_ID, names, known, file, subject)

    def unknown_verbs(self, names: Iterable[Name], file: str, subject: str) -> Iterator[Finding]:
        """Findings for names that are neither verbs nor kinds of relationships."""
        return self._unknown(defects.UNKNOWN_VERB, names, self._verbs, file, subject)

    def unknown_attributes(
        self, names: Iterable[Name], file: str, subject: str, *, of_relationship: bool = False
    ) -> Iterator[Finding]:
        """Findings for names that no element (or relationship) can have as an attribute."""
        known = self._of_relationships if of_relationship else self.attributes_of_elements
        return self._unknown(defects.UNKNOWN_ATTRIBUTE, names, known, file, subject)

    def unknown_in_selectors(self, data: object, file: str, path: Path, subject: str) -> Iterator[Finding]:
        """Findings for every unknown name in a selector or a list of selectors, however deep."""
        if isinstance(data, list):
            for index, one in enumerate(data):
                yield from self.unknown_in_selectors(one, file, (*path, index), subject)
            return
        if not isinstance(data, dict):
            return
        for key in ("type", "exactly"):
            yield from self.unknown_types(names_of(data, key, path), file, subject)
        of_relationship = "relationship" in data
        for key in ("id", "owner"):
            known = self.model.relationships if of_relationship and key == "id" else self.model.elements
            yield from self.unknown_ids(names_of(data, key, path), file, subject, known)
        layers = names_of(data, "layer", path)
        yield from self._unknown(defects.UNKNOWN_LAYER, layers, self._layers, file, subject)
        yield from self._unknown(defects.UNKNOWN_TAG, names_of(data, "tag", path), self._tags, file, subject)
        verbs = (name for name in names_of(data, "relationship", path) if name[0] != _ANY)
        yield from self.unknown_verbs(verbs, file, subject)
        yield from self.unknown_in_where(
            data.get("where"), file, (*path, "where"), subject, of_relationship=of_relationship
        )
        for key in ("related", "reaches"):
            yield from self.unknown_in_hop(data.get(key), file, (*path, key), subject)
        for key in _INSIDE:
            yield from self.unknown_in_selectors(data.get(key), file, (*path, key), subject)

    def unknown_in_hop(self, data: object, file: str, path: Path, subject: str) -> Iterator[Finding]:
        """Findings for every unknown name in a step along relationships."""
        if not isinstance(data, dict):
            return
        yield from self.unknown_verbs(names_of(data, "via", path), file, subject)
        yield from self.unknown_in_selectors(data.get("to"), file, (*path, "to"), subject)
        where = data.get("where-relationship")
        at = (*path, "where-relationship")
        yield from self.unknown_in_where(where, file, at, subject, of_relationship=True)

    def unknown_in_where(
        self, data: object, file: str, path: Path, subject: str, *, of_relationship: bool = False
    ) -> Iterator[Finding]:
        """Findings for the attributes that conditions name, and for values that these can never have."""
        if not isinstance(data, dict):
            return
        for name, condition in data.items():
            unknown = list(
                self._unknown(
                    defects.UNKNOWN_ATTRIBUTE,
                    [(name, (*path, name))],
                    self._of_relationships if of_relationship else self.attributes_of_elements,
                    file,
                    subject,
                    at_key=True,
                )
            )
            yield from unknown
            if not unknown:
                yield from self.unknown_in_condition(
                    name, condition, file, (*path, name), subject, of_relationship=of_relationship
                )

    def unknown_in_condition(
        self, name: str, data: object, file: str, path: Path, subject: str, *, of_relationship: bool = False
    ) -> Iterator[Finding]:
        """Findings for what one attribute is compared with."""
        if not isinstance(data, dict):
            yield from self.impossible_values(name, words_at(data, path), file, subject)
            return
        for key in OPERATORS:
            operand = data.get(key)
            if isinstance(operand, dict):
                at = (*path, key)
                yield from self.unknown_verbs(names_of(operand, "via", at), file, subject)
                yield from self.unknown_types(names_of(operand, "type", at), file, subject)
                its_own = of_relationship and not ("via" in operand or "inverse" in operand)
                named = names_of(operand, "attribute", at)
                yield from self.unknown_attributes(named, file, subject, of_relationship=its_own)
            elif key not in _PARTS:  # a part of a value need not be one
                yield from self.impossible_values(name, words_at(operand, (*path, key)), file, subject)

    def impossible_values(self, name: str, values: Iterable[Name], file: str, subject: str) -> Iterator[Finding]:
        """Findings for literals that no attribute of this name can have; texts and references can be anything."""
        declared = self._attributes.get(name, ())
        readers = [SCALARS.get(one.type) for one in declared]
        if not declared or not all(readers) or self.model.incomplete:
            return
        for value, path in values:
            if all(SCALARS[one.type](value, _unbounded(one)) is None for one in declared):
                yield defects.IMPOSSIBLE_VALUE.at(
                    Place(file, path),
                    subject,
                    attribute=name,
                    found=value,
                    expected=expectation(declared[0]),
                    hint=did_you_mean(value, declared[0].allowed),
                    discriminator="/".join(map(str, path)),
                )

    def _unknown(
        self,
        defect: Defect,
        names: Iterable[Name],
        known: Iterable[str],
        file: str,
        subject: str,
        *,
        at_key: bool = False,
    ) -> Iterator[Finding]:
        for name, path in names:
            if name not in known and not self.model.incomplete:
                yield defect.at(
                    Place(file, path, "key" if at_key else "value"),
                    subject,
                    found=name,
                    allowed=quoted(known),
                    hint=did_you_mean(name, known),
                    discriminator="/".join(map(str, path)),
                )

    @cached_property
    def _types(self) -> frozenset[str]:
        kinds = [kind.id for kind in self.model.kinds.values() if not kind.is_relationship]
        return frozenset((*self.model.metamodel.element_types, *kinds, *(kind.rpartition(":")[2] for kind in kinds)))

    @cached_property
    def _verbs(self) -> frozenset[str]:
        kinds = [kind.id for kind in self.model.kinds.values() if kind.is_relationship]
        return frozenset((*self.model.metamodel.verbs, *kinds, *(kind.rpartition(":")[2] for kind in kinds)))

    @cached_property
    def _layers(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(type_.layer for type_ in self.model.metamodel.element_types.values()))

    @cached_property
    def _tags(self) -> frozenset[str]:
        of_elements = (tag for one in self.model.elements.values() for tag in one.tags)
        return frozenset((*of_elements, *(tag for one in self.model.relationships.values() for tag in one.tags)))

    @cached_property
    def _attributes(self) -> Mapping[str, Sequence[Attribute]]:
        """What kinds declare, by name; several kinds may declare one name differently."""
        found: dict[str, list[Attribute]] = {}
        for kind in self.model.kinds.values():
            for name, attribute in kind.attributes.items():
                found.setdefault(name, []).append(attribute.of or attribute)
        return found

    @cached_property
    def attributes_of_elements(self) -> frozenset[str]:
        """The names of all that an element can have a value of."""
        kinds = [kind for kind in self.model.kinds.values() if not kind.is_relationship]
        declared = (name for kind in kinds for name in (*kind.attributes, *kind.derived))
        return frozenset((*ELEMENT_PROPERTIES, *MORE_OF_ELEMENTS, *declared))

    @cached_property
    def _of_relationships(self) -> frozenset[str]:
        kinds = [kind for kind in self.model.kinds.values() if kind.is_relationship]
        declared = (name for kind in kinds for name in kind.attributes)
        return frozenset((*RELATIONSHIP_PROPERTIES, *MORE_OF_RELATIONSHIPS, *declared))


def _unbounded(attribute: Attribute) -> Attribute:
    """The attribute without its bounds: to compare with a value outside of them is of no use, but not impossible."""
    return replace(attribute, minimum=None, maximum=None)
