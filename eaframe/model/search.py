"""What someone means who writes an id: the thing itself, by its former id too, or names that come near."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from eaframe.findings.suggest import nearest
from eaframe.metamodel.values import History, Localized, Value
from eaframe.model.fold import searchable
from eaframe.model.use import Meanings

if TYPE_CHECKING:
    from collections.abc import Iterator

    from eaframe.model.model import Model

MOST: Final = 5  # ids that are proposed


def find_id(model: Model, written: str) -> str | None:
    """The id of the element or relationship that ``written`` names, as any reference in a file would; else None."""
    return Meanings.of(model).target(written)


def similar_ids(model: Model, written: str) -> tuple[str, ...]:
    """Ids that may be meant: misspelt, the beginning of one, or the name of an element in any language and spelling.

    Diacritics make no difference in names: ``cong dich vu`` finds ``Cổng dịch vụ công``.
    """
    ids = [*model.elements, *(one.id for one in model.relationships.values() if "--" not in one.id)]
    wanted = searchable(written)
    named = {id_: [searchable(name) for name in names_of(model, id_)] for id_ in model.elements}
    found = [id_ for id_ in model.elements if wanted and any(name == wanted for name in named[id_])]
    found += nearest(written, ids)
    found += [id_ for id_ in ids if written and id_.startswith(written)]
    if wanted:
        beginning = [id_ for id_ in model.elements if any(name.startswith(wanted) for name in named[id_])]
        found += beginning + [id_ for id_ in model.elements if any(f" {wanted}" in name for name in named[id_])]
    if not found:
        near = nearest(wanted, (name for names in named.values() for name in names))
        found = [id_ for name in near for id_ in model.elements if name in named[id_]]
    return tuple(dict.fromkeys(found))[:MOST]


def names_of(model: Model, id_: str) -> tuple[str, ...]:
    """The names that an element has in any language at any time."""
    return tuple(dict.fromkeys(_texts(model.elements[id_].name)))


def _texts(value: Value) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, Localized):
        yield from value.texts.values()
    elif isinstance(value, History):
        for one in value.values:
            yield from _texts(one.value)
