"""What depends on what: the other end of a relationship whose removal is felt there, and whatever names an element."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from eaframe.changes.impact import variant
from eaframe.changes.plain import is_reference
from eaframe.metamodel.impact import load_impact
from eaframe.metamodel.values import History, Unknown, Value

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from eaframe.model.elements import Element, Relationship
    from eaframe.model.model import Model

_FELT: Final = frozenset({"strong", "medium"})  # whatever is merely associated can do without


def dependents(model: Model) -> Mapping[str, tuple[str, ...]]:
    """Per element or relationship that others depend on: the ids of these, sorted."""
    found: dict[str, set[str]] = {}
    for one in model.relationships.values():
        for provider, dependent in provisions(model, one):
            found.setdefault(provider, set()).add(dependent)
        for end in (one.source, one.target):
            if end in model.relationships:
                found.setdefault(end, set()).add(one.id)
        for id_ in _named(model, one):
            found.setdefault(id_, set()).add(one.id)
    for element in model.elements.values():
        for id_ in (*_named(model, element), *element.replaced_by):
            found.setdefault(id_, set()).add(element.id)
    return {id_: tuple(sorted(ids - {id_})) for id_, ids in sorted(found.items()) if ids - {id_}}


def provisions(model: Model, one: Relationship) -> Iterator[tuple[str, str]]:
    """Which end of a relationship provides what the other one needs: pairs of provider and dependent."""
    table, said = load_impact(model.metamodel.version), variant(one)
    for along, provider, dependent in ((True, one.source, one.target), (False, one.target, one.source)):
        if table.effect(one.type, said, along=along).on_removal in _FELT:
            yield provider, dependent


def _named(model: Model, subject: Element | Relationship) -> Iterator[str]:
    declared = model.kinds[subject.kind].attributes if subject.kind in model.kinds else {}
    for name, value in subject.attributes.items():
        yield from _ids_in(value, names=is_reference(name, declared.get(name)))


def _ids_in(value: Value, *, names: bool) -> Iterator[str]:
    if isinstance(value, History):
        for dated in value.values:
            yield from _ids_in(dated.value, names=names)
    elif isinstance(value, Unknown):
        yield value.by
    elif isinstance(value, tuple):
        for item in value:
            yield from _ids_in(item, names=names)
    elif isinstance(value, str) and names:
        yield value
