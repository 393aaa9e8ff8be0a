"""The ids that views, viewpoints, rules, waivers, kinds, documents and ``eaframe.yaml`` name, mostly in selectors.

Selectors stand at any depth of what later rooms read, so the walk goes by keys that hold ids wherever they stand. A
word counts only if an element or relationship has it for an id.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any, Final

from eaframe.model.use import Walker
from eaframe.sources.discover import WORKSPACE_FILE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from eaframe.metamodel.kinds import Attribute
    from eaframe.model.use import Path, Use

_SECTIONS: Final = ("views", "viewpoints", "rules", "waivers", "documents", "indicators", "observations")
# Sections whose ``id`` keys name their own parts. Only links in texts lead out of them.
WITHOUT_IDS: Final = frozenset({"checklists"})
# Keys whose words are ids, in a selector or around one.
ID_KEYS: Final = frozenset(
    {"id", "owner", "subject", "subjects", "from", "to", "scope", "element", "elements", "by", "responsible"}
)
# Keys with texts, dates or whole models below them, in which nothing is an id.
NO_IDS: Final = frozenset(
    {"valid", "bad", "good", "name", "summary", "message", "hint", "label", "basis", "note", "reason", "evidence"}
)
_REFERRING: Final = frozenset({"owner", "replaced-by"})


@dataclass(frozen=True)
class DefinitionWalker(Walker):
    """Walks everything but ``elements`` and ``relationships``."""

    def walk(self, data: dict[str, Any]) -> Iterator[Use]:
        """The uses in the definitions of one file, or in the settings of the workspace."""
        if self.file == WORKSPACE_FILE:
            yield from self._settings(data)
            return
        for section in _SECTIONS:
            content = data.get(section)
            if isinstance(content, dict):
                for id_, definition in content.items():
                    yield from self._deep(definition, (section, id_))
            else:
                yield from self._deep(content, (section,))
        for section in sorted(WITHOUT_IDS):
            content = data.get(section)
            for id_, one in content.items() if isinstance(content, dict) else ():
                if isinstance(one, dict):
                    yield from self.links(one.get("documentation"), (section, id_, "documentation"))
        kinds = data.get("kinds")
        for id_, kind in kinds.items() if isinstance(kinds, dict) else ():
            if isinstance(kind, dict):
                yield from self._kind(kind, ("kinds", id_))

    def _settings(self, data: dict[str, Any]) -> Iterator[Use]:
        yield from self._deep(data.get("severity"), ("severity",))
        history = data.get("history")
        for index, version in enumerate(history if isinstance(history, list) else ()):
            if isinstance(version, dict):
                yield from self.words(version.get("unit"), ("history", index, "unit"))

    def _kind(self, kind: dict[str, Any], path: Path) -> Iterator[Use]:
        yield from self.links(kind.get("documentation"), (*path, "documentation"))
        yield from self._deep(kind.get("derived"), (*path, "derived"))
        attributes = kind.get("attributes")
        for name, one in attributes.items() if isinstance(attributes, dict) else ():
            if isinstance(one, dict) and one.get("type") == "reference":
                yield from self.words(one.get("default"), (*path, "attributes", name, "default"))

    def _deep(self, data: Any, path: Path) -> Iterator[Use]:
        """The ids in a definition, however deep."""
        if isinstance(data, list):
            for index, item in enumerate(data):
                yield from self._deep(item, (*path, index))
            return
        if not isinstance(data, dict):
            return
        refers = data.get("attribute") in self._referring if isinstance(data.get("attribute"), str) else False
        for key, value in data.items():
            at = (*path, key)
            if key == "documentation":
                yield from self.links(value, at)
            elif key in {"where", "where-relationship"} and isinstance(value, dict):
                for name, test in value.items():
                    yield from (self._literals if name in self._referring else self._deep)(test, (*at, name))
            elif key in ID_KEYS:
                yield from self.words(value, at)
                yield from self._deep(value, at)
            elif refers and key != "attribute":
                yield from self._literals(value, at)
            elif key not in NO_IDS:
                yield from self._deep(value, at)

    def _literals(self, test: Any, path: Path) -> Iterator[Use]:
        """The ids that an attribute which holds ids is compared with."""
        if isinstance(test, dict):
            for key, value in test.items():
                if key != "attribute":
                    yield from self._literals(value, (*path, key))
        else:
            yield from self.words(test, path)

    @cached_property
    def _referring(self) -> frozenset[str]:
        """The names of attributes that hold ids in any kind."""
        declared = (one for kind in self.model.kinds.values() for one in kind.attributes.values())
        return _REFERRING.union(one.name for one in declared if _holds_ids(one))


def _holds_ids(attribute: Attribute | None) -> bool:
    if attribute is None:
        return False
    return attribute.type == "reference" or (attribute.type == "list" and _holds_ids(attribute.of))
