"""Every place in the files of a workspace that names an element or a relationship: where ids are defined and used.

One walk over the plain data serves renaming and the search for references. It knows the language, not only the
model: what a second element of an id says is found too.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

from eaframe.findings import Place
from eaframe.metamodel.kinds import Attribute
from eaframe.model.kinds_by_name import kind_by_name
from eaframe.model.use import NOT_KNOWN, Meanings, Use, Walker
from eaframe.model.uses_in_definitions import DefinitionWalker

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from eaframe.model.model import Model
    from eaframe.model.use import Path
    from eaframe.sources.files import SourceFile

_TEXT: Final = Attribute("", "text", {})
_REFERENCE: Final = Attribute("", "reference", {})
_CORE: Final = {"owner": _REFERENCE, "replaced-by": Attribute("", "list", {}, of=_REFERENCE)}


def uses(files: Mapping[str, SourceFile], model: Model) -> Iterator[Use]:
    """All uses in these files of the workspace, in the order of files and of what they say."""
    meanings = Meanings.of(model)
    for name in sorted(files):
        data = files[name].document.data
        if isinstance(data, dict):
            yield from _ContentWalker(name, meanings, model).walk(data)
            yield from DefinitionWalker(name, meanings, model).walk(data)


@dataclass(frozen=True, slots=True)
class _ContentWalker(Walker):
    """Walks ``elements`` and ``relationships``."""

    kinds: dict[str, Mapping[str, Attribute]] = field(default_factory=dict)

    def walk(self, data: dict[str, Any]) -> Iterator[Use]:
        """The uses in the content of one file."""
        elements, relationships = data.get("elements"), data.get("relationships")
        if isinstance(elements, dict):
            for id_, raw in elements.items():
                yield Use(Place(self.file, ("elements", id_), "key"), id_, id_, "definition")
                if isinstance(raw, dict):
                    yield from self._element(raw, ("elements", id_), id_)
        if isinstance(relationships, list):
            for index, raw in enumerate(relationships):
                if isinstance(raw, dict):
                    yield from self._entry(raw, ("relationships", index))

    def _element(self, raw: dict[str, Any], path: Path, id_: str) -> Iterator[Use]:
        declared = self._declared(raw.get("type"))
        for key, value in raw.items():
            at = (*path, key)
            if key in self.model.metamodel.verbs:
                yield from self._ends(value, at)
            elif key == "aliases":
                for alias, where in _listed(value, at):
                    yield Use(Place(self.file, where), alias, id_, "former")
            else:
                yield from self._attribute(key, value, declared, at)

    def _ends(self, raw: Any, path: Path) -> Iterator[Use]:
        """What a verb of an element leads to: an id, ``{to: ID}``, or a list of either."""
        if isinstance(raw, str):
            yield from self.words(raw, path)
        elif isinstance(raw, list):
            for index, item in enumerate(raw):
                if not isinstance(item, list):
                    yield from self._ends(item, (*path, index))
        elif isinstance(raw, dict) and not raw.keys() & NOT_KNOWN:
            yield from self._relationship(raw, path, ("to",))

    def _entry(self, raw: dict[str, Any], path: Path) -> Iterator[Use]:
        said = [key for key in raw if key in self.model.metamodel.verbs]
        yield from self._relationship(raw, path, ("from", *said))

    def _relationship(self, raw: dict[str, Any], path: Path, ends: Iterable[str]) -> Iterator[Use]:
        declared = self._declared(raw.get("kind"))
        ends = frozenset(ends)
        for key, value in raw.items():
            at = (*path, key)
            if key in ends:
                if isinstance(value, str):
                    yield from self.words(value, at)
            elif key == "id":
                if isinstance(value, str):
                    yield Use(Place(self.file, at), value, value, "definition")
            else:
                yield from self._attribute(key, value, declared, at)

    def _attribute(self, key: str, value: Any, declared: Mapping[str, Attribute], path: Path) -> Iterator[Use]:
        if key == "documentation":
            yield from self.links(value, path)
        yield from self._value(value, declared.get(key) or _CORE.get(key, _TEXT), path)

    def _value(self, raw: Any, attribute: Attribute, path: Path) -> Iterator[Use]:
        """The ids in the value of an attribute: as such, in a list, over time, and who finds out an unknown one."""
        if isinstance(raw, str):
            of = attribute.of if attribute.type == "list" else attribute
            if of is not None and of.type == "reference":
                yield from self.words(raw, path)
        elif isinstance(raw, dict):
            content = raw.get("unknown")
            if isinstance(content, dict) and isinstance(content.get("by"), str):
                yield from self.words(content["by"], (*path, "unknown", "by"))
        elif isinstance(raw, list):
            for index, item in enumerate(raw):
                at = (*path, index)
                if isinstance(item, dict) and "value" in item:
                    yield from self._value(item["value"], attribute, (*at, "value"))
                else:
                    yield from self._value(item, attribute.of or attribute, at)

    def _declared(self, name: Any) -> Mapping[str, Attribute]:
        """The attributes of a kind as a file names it."""
        if not isinstance(name, str):
            return {}
        if name not in self.kinds:
            kind = kind_by_name(self.model.kinds, name)
            self.kinds[name] = kind.attributes if kind else {}
        return self.kinds[name]


def _listed(raw: Any, path: Path) -> Iterator[tuple[str, Path]]:
    """The words of a list, or the one word, with their paths."""
    if isinstance(raw, str):
        yield raw, path
    elif isinstance(raw, list):
        yield from ((item, (*path, index)) for index, item in enumerate(raw) if isinstance(item, str))
