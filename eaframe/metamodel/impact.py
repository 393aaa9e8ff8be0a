"""Whom a change reaches: what each relationship type carries from one of its ends to the other.

The answers are data, `data/<version>/impact.csv`: our own reading of what the standard says that each type means (3.2,
5.1 to 5.4); SOURCE.md says how it was read.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from types import MappingProxyType
from typing import Literal, cast

from eaframe.metamodel.archimate import load_metamodel, read_rows
from eaframe.metamodel.vocabulary import RelationshipType

Strength = Literal["strong", "medium", "weak"]
Felt = Literal["strong", "medium", "weak", "goes-too"]
Reach = Felt | Literal[""]

STRENGTHS: tuple[Strength, ...] = ("strong", "medium", "weak")
GOES_TOO: Literal["goes-too"] = "goes-too"
"""What the other end does that cannot exist without this one: it is removed with it."""

VARIANTS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {"access": ("access", "read", "write", "readwrite"), "association": ("directed", "undirected")}
)
"""The relationship types that mean several things, and the words for these. All others have one row a direction."""

_COLUMNS = 9


class ImpactTableError(ValueError):
    """The table is not what it must be; the text says where."""


@dataclass(frozen=True, slots=True)
class Effect:
    """What the end that is walked to has of what happens to the end that is walked from."""

    on_change: Reach
    """How strongly a change reaches it; empty for not at all."""
    on_removal: Reach
    """The same of a removal."""
    reason: Mapping[str, str]
    """Why, by language, said of the end that is walked to; empty where nothing reaches it."""
    without: Mapping[str, str]
    """What is said of that end once the last relationship of this type to it is gone; empty where nothing need be."""


@dataclass(frozen=True, slots=True, eq=False)
class ImpactTable:
    """The effects of all relationship types of one metamodel."""

    effects: Mapping[tuple[str, str, bool], Effect] = field(repr=False)
    """By relationship type, variant (empty for a type without), and whether it is walked along its direction."""

    def effect(self, relationship: str, variant: str, *, along: bool) -> Effect:
        """What a relationship carries from its source to its target (``along``), or the other way."""
        return self.effects[relationship, variant, along]


@cache
def load_impact(version: str = "archimate-3.2") -> ImpactTable:
    """The table of a version. Raises UnknownMetamodelError as `load_metamodel` does, and ImpactTableError."""
    types = load_metamodel(version).relationship_types
    return make_table(read_rows(version, "impact.csv"), types)


def make_table(rows: Iterable[list[str]], types: Mapping[str, RelationshipType]) -> ImpactTable:
    """The table that these rows make up. Raises ImpactTableError unless each type is said once in each direction."""
    effects: dict[tuple[str, str, bool], Effect] = {}
    for number, row in enumerate(rows, 2):  # line 1 is the header
        if len(row) != _COLUMNS:
            raise ImpactTableError(f"line {number} has {len(row)} cells, not {_COLUMNS}")
        relationship, variant, walk = row[:3]
        if walk not in {">", "<"}:
            raise ImpactTableError(f"line {number} walks `{walk}`, which is neither > nor <")
        key = (relationship, variant, walk == ">")
        if key in effects:
            raise ImpactTableError(f"line {number} says {relationship} {variant} {walk} again")
        effects[key] = _effect(row[3:], number)
    expected = {
        (name, variant, along) for name in types for variant in VARIANTS.get(name, ("",)) for along in (True, False)
    }
    if expected != set(effects):
        wrong = sorted(expected ^ set(effects))
        raise ImpactTableError(f"missing or not known: {wrong}")
    return ImpactTable(MappingProxyType(effects))


def _effect(cells: list[str], number: int) -> Effect:
    on_change, on_removal, *texts = cells
    if on_change not in {*STRENGTHS, ""} or on_removal not in {*STRENGTHS, GOES_TOO, ""}:
        raise ImpactTableError(f"line {number}: `{on_change}` or `{on_removal}` is no strength")
    reason, without = _said(texts[:2], number), _said(texts[2:], number)
    if bool(reason) != bool(on_change or on_removal):
        raise ImpactTableError(f"line {number} needs a reason where something is reached, and only there")
    if without and not on_removal:
        raise ImpactTableError(f"line {number} leaves an end without what its removal does not reach")
    return Effect(cast("Reach", on_change), cast("Reach", on_removal), reason, without)


def _said(texts: list[str], number: int) -> Mapping[str, str]:
    english, vietnamese = texts
    if bool(english) != bool(vietnamese):
        raise ImpactTableError(f"line {number} says something in one language only")
    return MappingProxyType({"en": english, "vi": vietnamese} if english else {})
