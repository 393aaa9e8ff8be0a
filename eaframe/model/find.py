"""What someone means who names an element at the command line: by id, by a former id, nearly, or by its name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from eaframe.findings.suggest import nearest
from eaframe.metamodel.values import History, Localized, Value
from eaframe.model.fold import plain

if TYPE_CHECKING:
    from collections.abc import Iterator

    from eaframe.model.model import Model


def find(model: Model, text: str) -> str | None:
    """The id of the element or relationship that is called so: now, formerly, or without its namespace; else None.

    A bare id that only one library has is enough.
    """
    name = text.removeprefix(f"{model.settings.namespace}:")
    if name in model.elements or name in model.relationships:
        return name
    for element in model.elements.values():
        if element.aliases and name in element.aliases:
            return element.id
    in_libraries = [id_ for id_ in model.elements if id_.rpartition(":")[2] == name]
    return in_libraries[0] if len(in_libraries) == 1 else None


def similar(model: Model, text: str, most: int = 3) -> tuple[str, ...]:
    """The elements that someone may mean who writes ``text``, best first.

    Names are compared without diacritics: those that equal the text, those that have it in them, ids that resemble it,
    and names that do.
    """
    wanted = " ".join(plain(text).split())
    names: dict[str, list[str]] = {}
    for element in model.elements.values():
        for name in _texts(element.name):
            names.setdefault(" ".join(plain(name).split()), []).append(element.id)
    inside = sorted((name for name in names if wanted and wanted in name), key=lambda name: (len(name), name))
    found = [id_ for name in inside for id_ in names[name]]
    found += nearest(text.casefold(), model.elements, most)
    found += [id_ for name in nearest(wanted, names, most) for id_ in names[name]]
    return tuple(dict.fromkeys(found))[:most]


def _texts(value: Value) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, Localized):
        yield from value.texts.values()
    elif isinstance(value, History):
        for dated in value.values:
            yield from _texts(dated.value)
