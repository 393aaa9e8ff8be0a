"""What of a model file has a preferred form: the order of an element's keys, lists that are sets, texts in quotes.

The order of the keys: what it is (type, and the attributes that were written before the name), what it is called and
said of it, how it is found (tags, aliases, folder), who owns it, the other attributes, since when and why, and last
what it does for others. Attributes of a kind stand as the kind declares them, verbs as they were written.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from eaframe.model.kinds_by_name import kind_by_name

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from eaframe.metamodel.kinds import Attribute
    from eaframe.model.model import Model

Path = tuple[str | int, ...]
_ORDER: Final = {
    key: rank
    for rank, key in enumerate(
        (
            *("type", "junction", "date", "(first attributes)", "name", "documentation", "tags", "aliases", "folder"),
            *("owner", "(attributes)", "valid", "replaced-by", "visibility", "evidence", "(verbs)"),
        )
    )
}
_SETS: Final = ("tags", "aliases")
# Keys that hold texts wherever they stand in definitions and settings, and those in elements and relationships.
_TEXTS: Final = frozenset(
    {"name", "documentation", "title", "publisher", "document", "note", "label", "version", "content", "basis"}
    | {"summary", "message", "hint", "reason", "stakeholders", "concerns", "tags", "aliases", "folder"}
    | {"by-hand"}
)
_CORE_TEXTS: Final = frozenset({"name", "documentation", "note", "not-applicable", "tags", "aliases", "folder"})
_TEXT_TYPES: Final = frozenset({"text", "pattern", "enum"})


@dataclass(frozen=True, slots=True)
class Style:
    """Paths in one file: mappings with their keys in order, lists to sort, words that are texts."""

    orders: Mapping[Path, tuple[str, ...]]
    sets: tuple[Path, ...]
    texts: tuple[Path, ...]


def style_of(data: Any, model: Model) -> Style:
    """The style of a file's data, by what the kinds of the model declare."""
    if not isinstance(data, dict):
        return Style({}, (), ())
    orders: dict[Path, tuple[str, ...]] = {}
    sets: list[Path] = []
    texts: list[Path] = []
    for section, content in data.items():
        if section == "elements" and isinstance(content, dict):
            for id_, raw in content.items():
                if isinstance(raw, dict):
                    path = ("elements", id_)
                    order = order_of_keys(raw, model)
                    orders |= {path: order} if order else {}
                    sets += [(*path, key) for key in _SETS if isinstance(raw.get(key), list)]
                    texts += _texts_of(raw, path, model, "type")
        elif section == "relationships" and isinstance(content, list):
            for index, raw in enumerate(content):
                if isinstance(raw, dict):
                    path = ("relationships", index)
                    sets += [(*path, "tags")] if isinstance(raw.get("tags"), list) else []
                    texts += _texts_of(raw, path, model, "kind")
        else:
            texts += _deep({section: content}, ())
    return Style(orders, tuple(sets), tuple(texts))


def order_of_keys(raw: Mapping[str, Any], model: Model) -> tuple[str, ...]:
    """The keys of an element in the order in which they should stand; none where nobody knows one of them."""
    kind = kind_by_name(model.kinds, raw.get("type"))
    declared = [*kind.attributes] if kind else []
    written = [*raw]
    if not all(key in _ORDER or key in declared or key in model.metamodel.verbs for key in raw):
        return ()
    name = written.index("name") if "name" in raw else -1

    def rank(key: str) -> tuple[int, int]:
        if key in model.metamodel.verbs:
            return (_ORDER["(verbs)"], 0)
        if key in declared:
            group = "(first attributes)" if written.index(key) < name else "(attributes)"
            return (_ORDER[group], declared.index(key))
        return (_ORDER[key], 0)

    return tuple(sorted(raw, key=rank))


def _texts_of(raw: Mapping[str, Any], path: Path, model: Model, kind_key: str) -> Iterator[Path]:
    """The texts of an element or relationship, and of the relationships that it says."""
    kind = kind_by_name(model.kinds, raw.get(kind_key))
    declared: Mapping[str, Attribute] = kind.attributes if kind else {}
    for key, value in raw.items():
        at = (*path, key)
        if key in model.metamodel.verbs:
            for index, item in enumerate(value if isinstance(value, list) else ()):
                if isinstance(item, dict):
                    yield from _texts_of(item, (*at, index), model, "kind")
            if isinstance(value, dict):
                yield from _texts_of(value, at, model, "kind")
        elif key in _CORE_TEXTS or (key in declared and _holds_text(declared[key])):
            yield from _words(value, at)
        else:
            yield from _notes(value, at)


def _holds_text(attribute: Attribute) -> bool:
    of = attribute.of if attribute.type == "list" else attribute
    return of is None or of.type in _TEXT_TYPES


def _words(value: Any, path: Path) -> Iterator[Path]:
    """The words of a text: itself, per language, in a list, over time; of an unknown one its note."""
    if isinstance(value, str):
        yield path
    elif isinstance(value, list):
        for index, item in enumerate(value):
            if isinstance(item, dict) and "value" in item:
                yield from _words(item["value"], (*path, index, "value"))
                yield from _notes(item.get("evidence"), (*path, index, "evidence"))
            else:
                yield from _words(item, (*path, index))
    elif isinstance(value, dict):
        if value.keys() & {"unknown", "not-applicable"}:
            yield from _notes(value, path)
        else:
            yield from (found for key, text in value.items() for found in _words(text, (*path, key)))


def _notes(value: Any, path: Path) -> Iterator[Path]:
    """The notes and reasons below a value that is no text itself."""
    if isinstance(value, list):
        for index, item in enumerate(value):
            yield from _notes(item, (*path, index))
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from (_words if key in {"note", "not-applicable"} else _notes)(item, (*path, key))


def _deep(data: Any, path: Path) -> Iterator[Path]:
    """The texts in definitions and settings, by their keys."""
    if isinstance(data, list):
        for index, item in enumerate(data):
            yield from _deep(item, (*path, index))
    elif isinstance(data, dict):
        for key, value in data.items():
            yield from (_words if key in _TEXTS else _deep)(value, (*path, key))
