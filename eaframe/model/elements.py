"""Elements and relationships: the typed, frozen content of a model."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from eaframe.findings import Place

if TYPE_CHECKING:
    from collections.abc import Mapping

    from eaframe.metamodel.period import Period
    from eaframe.metamodel.values import Evidence, Localized, Value

Visibility = Literal["public", "internal", "restricted"]
VISIBILITIES: tuple[Visibility, ...] = ("public", "internal", "restricted")  # from open to strict


@dataclass(frozen=True, slots=True)
class Element:
    """An architecture element. Own elements have bare ids, those of a library ``namespace:id``.

    ``type`` is the ArchiMate type, ``kind`` the declared kind or "". ``attributes`` holds what the kind declares, and
    ``owner``. ``file`` and ``key`` tell where it is written.
    """

    id: str
    type: str
    kind: str
    name: Value
    documentation: Value
    attributes: Mapping[str, Value]
    tags: tuple[str, ...]
    aliases: tuple[str, ...]
    folder: str
    valid: Period
    replaced_by: tuple[str, ...]
    evidence: tuple[Evidence, ...]
    visibility: Visibility
    file: str
    key: str

    @property
    def is_own(self) -> bool:
        """Whether it belongs to this workspace, not to a library."""
        return ":" not in self.id

    def place(self, *path: str | int, part: Literal["key", "value"] = "value") -> Place:
        """Where the element, or what ``path`` names in it, is written."""
        return Place(self.file, ("elements", self.key, *path), part if path else "key")


@dataclass(frozen=True, slots=True)
class Relationship:
    """A relationship from ``source`` to ``target``: ids of elements or, where ArchiMate allows it, relationships.

    ``type`` is ArchiMate's name (serving, flow …), ``id`` explicit or ``source--verb--target``. ``path`` tells where
    it is written: with either end, or under ``relationships``. ``library`` is the namespace of the library that says
    it: a workspace may say something of two elements of a library, and that is its own.
    """

    id: str
    type: str
    kind: str
    source: str
    target: str
    name: Value
    documentation: Value
    attributes: Mapping[str, Value]
    tags: tuple[str, ...]
    valid: Period
    evidence: tuple[Evidence, ...]
    visibility: Visibility
    file: str
    path: tuple[str | int, ...]
    library: str = ""

    @property
    def is_own(self) -> bool:
        """Whether it belongs to this workspace, not to a library."""
        return not self.library

    def place(self, *path: str | int, part: Literal["key", "value"] = "value") -> Place:
        """Where the relationship, or what ``path`` names in it, is written."""
        return Place(self.file, (*self.path, *path), part)


@dataclass(frozen=True, slots=True)
class Reference:
    """A source that evidence points to: a decision, an article, a report. ``file`` is where it is written."""

    id: str
    title: str | Localized
    date: str = ""
    url: str = ""
    publisher: str | Localized = ""
    document: str = ""
    note: str | Localized = ""
    file: str = ""

    def place(self, *path: str | int, part: Literal["key", "value"] = "value") -> Place:
        """Where the source, or what ``path`` names in it, is written."""
        return Place(self.file, ("references", self.id.rpartition(":")[2], *path), part)


@dataclass(frozen=True, slots=True)
class Definition:
    """What a later room reads (a view, a rule): plain data and its place; of a library also its namespace."""

    id: str
    data: object
    place: Place
    library: str = ""

    @property
    def full_id(self) -> str:
        """The id as it is in the workspace: that of a library with its namespace."""
        return f"{self.library}:{self.id}" if self.library else self.id

    def at(self, *path: str | int, part: Literal["key", "value"] = "value") -> Place:
        """Where what ``path`` names in it is written."""
        return Place(self.place.file, (*self.place.path, *path), part)
