"""The metamodel: the types of one version of ArchiMate, and which relationship may join which of them.

Everything is read from `data/<version>/`, where SOURCE.md says how the files came about. No cell in them holds a comma
or a quote, so lines are split rather than parsed: the table is needed by every command that reads a model.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import cast

from eaframe.metamodel.vocabulary import (
    RELATIONSHIP,
    Aspect,
    Category,
    ElementType,
    Layer,
    Permission,
    RelationshipType,
    Role,
)

DATA = Path(__file__).parent / "data"

Cell = Mapping[str, Permission]
_EMPTY: Cell = MappingProxyType({})


class UnknownMetamodelError(KeyError):
    """No folder of data has the version asked for."""


@dataclass(frozen=True, slots=True, eq=False)
class Metamodel:
    """One version of the modelling language. Compared by identity: `load_metamodel` makes each version once."""

    version: str
    element_types: Mapping[str, ElementType] = field(repr=False)
    """By name, in the standard's order; the junction is the last."""
    relationship_types: Mapping[str, RelationshipType] = field(repr=False)
    """By name, strongest first, then those without a strength."""
    verbs: Mapping[str, tuple[RelationshipType, bool]] = field(repr=False)
    """Each verb and each inverse, with whether it is an inverse. `associated-with`, being both, is no inverse."""
    cells: Mapping[tuple[str, str], Cell] = field(repr=False)
    """The relationship table (Appendix B): what may go from a type to a type, strongest first."""

    def permission(self, source: str, relationship: str, target: str) -> Permission:
        """Whether the table allows a relationship between two types: outright, as a derived one only, or not ("").

        An end is the name of an element type, or `relationship`. An unknown name is allowed nothing, and so is
        `junction`, for which the standard has a procedure instead of cells (3.2, 5.5.1): all relationships at a
        junction have one type, and that type must be permitted from each source it joins to each target.
        """
        return self.cells.get((source, target), _EMPTY).get(relationship, "")

    def permitted(self, source: str, target: str) -> tuple[str, ...]:
        """The relationships allowed from a type to a type, derived ones included, strongest first."""
        return tuple(self.cells.get((source, target), _EMPTY))

    def targets(self, source: str, relationship: str) -> tuple[str, ...]:
        """The ends this relationship may lead to from a type, in the standard's order, `relationship` last."""
        return tuple(end for end in self._ends() if relationship in self.cells.get((source, end), _EMPTY))

    def sources(self, relationship: str, target: str) -> tuple[str, ...]:
        """The ends this relationship may come from to a type, in the standard's order, `relationship` last."""
        return tuple(end for end in self._ends() if relationship in self.cells.get((end, target), _EMPTY))

    def _ends(self) -> tuple[str, ...]:
        return (*self.element_types, RELATIONSHIP)


def available_versions() -> tuple[str, ...]:
    """The versions there is data for, sorted."""
    return tuple(sorted(path.name for path in DATA.iterdir() if path.is_dir()))


@cache
def load_metamodel(version: str = "archimate-3.2") -> Metamodel:
    """The metamodel of a version. Raises UnknownMetamodelError for one that `available_versions` does not list."""
    if version not in available_versions():
        raise UnknownMetamodelError(version)
    relationship_types = {row[0]: _relationship_type(row) for row in read_rows(version, "relationships.csv")}
    return Metamodel(
        version=version,
        element_types=MappingProxyType({row[0]: _element_type(row) for row in read_rows(version, "elements.csv")}),
        relationship_types=MappingProxyType(relationship_types),
        verbs=MappingProxyType(_verbs(relationship_types)),
        cells=_cells(version, relationship_types),
    )


def read_rows(version: str, name: str) -> list[list[str]]:
    """The cells of a data file of a version, without its header."""
    return [line.split(",") for line in _lines(version, name)]


def _lines(version: str, name: str) -> list[str]:
    return (DATA / version / name).read_text(encoding="utf-8").splitlines()[1:]


def _element_type(row: list[str]) -> ElementType:
    name, layer, aspect, role, exchange, english, vietnamese, archimate_4 = row
    return ElementType(
        name=name,
        layer=cast("Layer", layer),
        aspect=cast("Aspect", aspect),
        role=cast("Role", role),
        label=MappingProxyType({"en": english, "vi": vietnamese}),
        exchange=exchange,
        archimate_4=archimate_4,
    )


def _relationship_type(row: list[str]) -> RelationshipType:
    name, verb, inverse, letter, category, strength, exchange, english, vietnamese = row
    return RelationshipType(
        name=name,
        verb=verb,
        inverse=inverse,
        letter=letter,
        category=cast("Category", category),
        strength=int(strength or 0),
        label=MappingProxyType({"en": english, "vi": vietnamese}),
        exchange=exchange,
    )


def _verbs(relationship_types: Mapping[str, RelationshipType]) -> dict[str, tuple[RelationshipType, bool]]:
    verbs: dict[str, tuple[RelationshipType, bool]] = {}
    for relationship in relationship_types.values():
        verbs[relationship.inverse] = (relationship, True)
        verbs[relationship.verb] = (relationship, False)
    return verbs


def _cells(version: str, relationship_types: Mapping[str, RelationshipType]) -> dict[tuple[str, str], Cell]:
    # The 3,720 rows have about a hundred different contents, so rows with equal letters share one cell.
    cells: dict[tuple[str, str], Cell] = {}
    shared: dict[str, Cell] = {}
    for line in _lines(version, "table.csv"):
        source, target, letters = line.split(",", 2)
        cell = shared.get(letters)
        if cell is None:
            cell = shared[letters] = _cell(letters, relationship_types)
        cells[source, target] = cell
    return cells


def _cell(letters: str, relationship_types: Mapping[str, RelationshipType]) -> Cell:
    direct, derived = letters.split(",")
    permissions: dict[str, Permission] = {}
    for name, relationship in relationship_types.items():
        if relationship.letter in direct:
            permissions[name] = "direct"
        elif relationship.letter in derived:
            permissions[name] = "derived"
    return permissions
