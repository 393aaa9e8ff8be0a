"""One place that names an element or a relationship, and what a walk over plain data needs to find such places."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

from eaframe.findings import Place
from eaframe.model.links import links_in

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from eaframe.model.model import Model

Path = tuple[str | int, ...]
Role = Literal["definition", "former", "reference", "link"]
NOT_KNOWN = frozenset({"unknown", "not-applicable"})


@dataclass(frozen=True, slots=True)
class Use:
    """An id in a file: as ``written`` there, and the ``target`` that it means.

    ``place`` is the whole word, of a ``link`` the whole text that holds it. A ``former`` one is an alias.
    """

    place: Place
    written: str
    target: str
    role: Role = "reference"


@dataclass(frozen=True, slots=True)
class Meanings:
    """What a word means where an id is expected; the same rules as ``Context.resolve``."""

    ids: frozenset[str]
    aliases: Mapping[str, str]
    namespace: str

    @staticmethod
    def of(model: Model) -> Meanings:
        """The ids and former ids of a whole model."""
        former = {alias: one.id for one in model.elements.values() if one.is_own for alias in one.aliases}
        return Meanings(frozenset((*model.elements, *model.relationships)), former, model.settings.namespace)

    def target(self, written: str) -> str | None:
        """The id that is meant; None for a word that means none."""
        bare = written.removeprefix(f"{self.namespace}:")
        for word in (written, bare):
            if word in self.ids:
                return word
        return self.aliases.get(written) or self.aliases.get(bare)


@dataclass(frozen=True, slots=True)
class Walker:
    """What all walks share: making a use of a word that means something."""

    file: str
    meanings: Meanings
    model: Model

    def words(self, raw: Any, path: Path) -> Iterator[Use]:
        """The uses that one word makes, or a list of words."""
        if isinstance(raw, list):
            for index, item in enumerate(raw):
                if isinstance(item, str):
                    yield from self.words(item, (*path, index))
        elif isinstance(raw, str):
            target = self.meanings.target(raw)
            if target is not None:
                yield Use(Place(self.file, path), raw, target)

    def links(self, raw: Any, path: Path) -> Iterator[Use]:
        """The links in a documentation: one text, one per language, or over time."""
        if isinstance(raw, str):
            for link in links_in(raw):
                target = self.meanings.target(link.id)
                if target is not None:
                    yield Use(Place(self.file, path), link.id, target, "link")
        elif isinstance(raw, list):
            for index, item in enumerate(raw):
                if isinstance(item, dict):
                    yield from self.links(item.get("value"), (*path, index, "value"))
        elif isinstance(raw, dict) and not raw.keys() & NOT_KNOWN:
            for language, text in raw.items():
                if isinstance(text, str):
                    yield from self.links(text, (*path, language))
