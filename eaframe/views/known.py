"""The names that a view or a viewpoint may use, and findings for those that it may not.

The check walks the plain data, not the selectors made of it: only the data still tells a word from a list of one, and
so the exact key or value that is wrong.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from eaframe.findings import Finding, Place
from eaframe.findings.suggest import did_you_mean, quoted
from eaframe.views import defects

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from eaframe.findings import Defect
    from eaframe.model.model import Model

Path = tuple[str | int, ...]
Name = tuple[str, Path]  # a word of a file and where it stands


def names_of(data: object, key: str, path: Path) -> Iterator[Name]:
    """The words under ``key`` of a mapping: one word, or a list of them."""
    value = data.get(key) if isinstance(data, dict) else None
    if isinstance(value, str):
        yield value, (*path, key)
    elif isinstance(value, list):
        for index, word in enumerate(value):
            if isinstance(word, str):
                yield word, (*path, key, index)


@dataclass(frozen=True)
class Known:
    """The names of a model. While a file of it is broken nothing is unknown: that file may define it."""

    model: Model

    def unknown_types(self, names: Iterable[Name], file: str, subject: str) -> Iterator[Finding]:
        """Findings for names that are neither types nor kinds."""
        return self._unknown(defects.UNKNOWN_TYPE, names, self._types, file, subject)

    def unknown_ids(self, names: Iterable[Name], file: str, subject: str) -> Iterator[Finding]:
        """Findings for names that are no elements."""
        return self._unknown(defects.UNKNOWN_ID, names, self.model.elements, file, subject)

    def unknown_in_selectors(self, data: object, file: str, path: Path, subject: str) -> Iterator[Finding]:
        """Findings for every unknown name in a selector or a list of selectors, however deep."""
        if isinstance(data, list):
            for index, one in enumerate(data):
                yield from self.unknown_in_selectors(one, file, (*path, index), subject)
        elif isinstance(data, dict):
            for key in ("type", "exactly"):
                yield from self.unknown_types(names_of(data, key, path), file, subject)
            for key in ("id", "owner"):
                yield from self.unknown_ids(names_of(data, key, path), file, subject)
            layers = names_of(data, "layer", path)
            yield from self._unknown(defects.UNKNOWN_LAYER, layers, self._layers, file, subject)
            yield from self._unknown(defects.UNKNOWN_TAG, names_of(data, "tag", path), self._tags, file, subject)
            for key in ("any", "all", "not"):
                yield from self.unknown_in_selectors(data.get(key), file, (*path, key), subject)

    def _unknown(
        self, defect: Defect, names: Iterable[Name], known: Iterable[str], file: str, subject: str
    ) -> Iterator[Finding]:
        for name, path in names:
            if name not in known and not self.model.incomplete:
                yield defect.at(
                    Place(file, path),
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
    def _layers(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(type_.layer for type_ in self.model.metamodel.element_types.values()))

    @cached_property
    def _tags(self) -> frozenset[str]:
        return frozenset(tag for element in self.model.elements.values() for tag in element.tags)
