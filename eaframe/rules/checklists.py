"""Checklists: what a rule book wants to be sure of, item by item, and which rules answer for each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated, Any, Self

from pydantic import Field, model_validator

from eaframe.findings import Note, Place
from eaframe.findings.message import say
from eaframe.findings.suggest import did_you_mean
from eaframe.graph.known import names_of
from eaframe.metamodel.period import ALWAYS, Period
from eaframe.model.defects import DUPLICATE_ID
from eaframe.model.kind_shapes import ValidShape
from eaframe.model.of_libraries import names, told
from eaframe.model.workspace_file import Slug, Text
from eaframe.rules import defects
from eaframe.sources.shape import Shape, Words, shape

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping

    from eaframe.findings import Defect, Finding
    from eaframe.model.elements import Definition
    from eaframe.model.model import Model
    from eaframe.rules.rule import Rule


class ItemShape(Shape):
    """One item: ``rules`` are words as ``--select`` takes them, ``by-hand`` is what a person must look at."""

    id: Slug
    name: Text
    basis: Text = ""
    rules: Words = ()
    by_hand: Text = ""

    @model_validator(mode="after")
    def _asks_something(self) -> Self:
        if not self.rules and not self.by_hand:
            raise ValueError(
                say("an item with `rules` that answer for it, or with `by-hand`, what a person must look at")
            )
        return self


class ChecklistShape(Shape):
    """A checklist as a file says it."""

    name: Text
    basis: Text = ""
    valid: ValidShape | None = None
    documentation: Text = ""
    items: Annotated[tuple[ItemShape, ...], Field(min_length=1)]


@dataclass(frozen=True, slots=True)
class Checklist:
    """A checklist by its id, which begins with the namespace of its library if it is of one.

    ``valid`` is when its basis holds. ``words`` are its names: the id, and of a library the short one where that is
    unambiguous.
    """

    definition: Definition
    shape: ChecklistShape
    valid: Period
    words: tuple[str, ...]

    @property
    def id(self) -> str:
        """The id as it is in the workspace."""
        return self.definition.full_id

    def words_of(self, item: ItemShape) -> tuple[str, ...]:
        """What ``--select`` takes for the rules of an item: those of the checklist, and each followed by the item."""
        return (*self.words, *(f"{word}.{item.id}" for word in self.words))


def read_checklists(model: Model) -> tuple[tuple[Checklist, ...], list[Finding]]:
    """The checklists of a workspace and its libraries, own ones first, and what is wrong with their form."""
    read: list[tuple[Definition, ChecklistShape]] = []
    findings: list[Finding] = []
    for definition in model.definitions.get("checklists", ()):
        found, wrong = shape(ChecklistShape, definition.data, definition.place)  # type: ignore[arg-type]  # plain data
        if found is not None:
            wrong = [*wrong, *_twice(definition, found)]
            read.append((definition, found))
        findings += told(definition, wrong, defects.BROKEN_LIBRARY_CHECKLIST)
    meant = names(definition for definition, _ in read)
    checklists = [
        Checklist(
            one,
            found,
            found.valid.period if found.valid else ALWAYS,
            tuple(dict.fromkeys((one.id, one.full_id))) if meant.get(one.id) == one.full_id else (one.full_id,),
        )
        for one, found in read
    ]
    return tuple(sorted(checklists, key=lambda one: (one.definition.library != "", one.id))), findings


def _twice(definition: Definition, found: ChecklistShape) -> Iterator[Finding]:
    """Findings for items whose id an item before has."""
    first: dict[str, Place] = {}
    for index, item in enumerate(found.items):
        at = Place(definition.place.file, (*definition.place.path, "items", index, "id"))
        if item.id in first:
            notes = [Note(say("`{id}` stands here first", id=item.id), first[item.id])]
            where = f"{definition.id}/{item.id}"
            yield DUPLICATE_ID.at(at, definition.id, id=item.id, notes=notes, discriminator=where)
        first.setdefault(item.id, at)


@dataclass(frozen=True, slots=True)
class Named:
    """What words name: ``codes`` by word (code, prefix, name, tag), and the codes of rules that could not be read."""

    codes: Mapping[str, Collection[str]]
    broken: frozenset[str]

    @staticmethod
    def of(model: Model, known: Mapping[str, Defect], rules: Iterable[Rule]) -> Named:
        """The words for all that can be found in a model, and for what its broken rules would find."""
        codes: dict[str, set[str]] = {}

        def name(code: str, *words: str) -> None:
            for word in (code, code[:-3], *words):
                codes.setdefault(word, set()).add(code)

        for code, one in known.items():
            name(code, one.name, *one.tags)
        for rule in rules:
            name(rule.defect.code, *rule.tags)
        broken = [one for one in model.definitions.get("rules", ()) if one.id not in known]
        for definition in broken:
            name(definition.id, *_words_of(definition.data))
        return Named(codes, frozenset(one.id for one in broken))

    def codes_of(self, item: ItemShape) -> tuple[str, ...]:
        """The codes that answer for an item, sorted."""
        return tuple(sorted({code for word in item.rules for code in self.codes.get(word, ())}))

    def unknown(self, item: ItemShape) -> tuple[str, ...]:
        """The words of an item that name nothing."""
        return tuple(word for word in item.rules if word not in self.codes)


def _words_of(data: Any) -> Iterator[str]:
    """The name and the tags of a rule that could not be read."""
    for value in (data.get("name"), data.get("tags")) if isinstance(data, dict) else ():
        yield from (one for one in (value if isinstance(value, list) else [value]) if isinstance(one, str))


def unknown_rules(checklists: Iterable[Checklist], named: Named, model: Model) -> Iterator[Finding]:
    """Findings for words of items that name no rule; none while a file is broken that may hold it."""
    if model.incomplete:
        return
    for checklist in checklists:
        yield from told(checklist.definition, _unknown(checklist, named), defects.BROKEN_LIBRARY_CHECKLIST)


def _unknown(checklist: Checklist, named: Named) -> Iterator[Finding]:
    place, data = checklist.definition.place, checklist.definition.data
    items: Any = data["items"] if isinstance(data, dict) else ()
    for index, item in enumerate(checklist.shape.items):
        for word, where in names_of(items[index], "rules", (*place.path, "items", index)):
            if word not in named.codes:
                yield defects.UNKNOWN_RULE_IN_CHECKLIST.at(
                    Place(place.file, where),
                    checklist.id,
                    found=word,
                    hint=did_you_mean(word, named.codes) or did_you_mean(word.upper(), named.codes),
                    discriminator=f"{item.id}/{word}",
                )


def words_by_code(checklists: Iterable[Checklist], named: Named) -> Mapping[str, tuple[str, ...]]:
    """The checklists and items that each code answers for, as ``--select`` takes them."""
    found: dict[str, tuple[str, ...]] = {}
    for checklist in checklists:
        for item in checklist.shape.items:
            for code in named.codes_of(item):
                found[code] = (*found.get(code, ()), *checklist.words_of(item))
    return found
