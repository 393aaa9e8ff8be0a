"""What names an element by its id besides relationships: owners and other references, successors, views, waivers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from eaframe.findings import Place
from eaframe.metamodel.kinds import Attribute
from eaframe.metamodel.values import History, Unknown, Value
from eaframe.model.uses_in_definitions import WITHOUT_IDS

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from eaframe.graph import Graph
    from eaframe.model.elements import Element, Relationship
    from eaframe.model.model import Model

_OWNER: Final = Attribute("owner", "reference", {})
# Keys of definitions that hold texts for people, in which a word may happen to be an id.
_TEXTS: Final = frozenset(
    {"name", "title", "label", "documentation", "description", "summary", "message", "hint"}
    | {"reason", "note", "content", "basis", "bad", "good", "decision"}
)


@dataclass(frozen=True, slots=True)
class Mention:
    """``id`` is named by ``by``: an element or relationship (``section`` is empty), or a definition of a section.

    ``key`` is the attribute or the keys of the definition that name it.
    """

    section: str
    by: str
    key: str
    id: str
    place: Place


def mentions_of(graph: Graph, ids: Collection[str]) -> tuple[Mention, ...]:
    """Everything that names one of ``ids`` and is not itself among them, sorted."""
    model = graph.model
    found: set[Mention] = set()
    for element in model.elements.values():
        if element.id not in ids:
            found.update(_of_element(model, element, ids))
    for relationship in model.relationships.values():
        if relationship.attributes and not {relationship.id, relationship.source, relationship.target} & set(ids):
            found.update(_of_attributes(model, relationship, ids))
    names = {alias: id_ for id_ in ids if id_ in model.elements for alias in model.elements[id_].aliases}
    names |= {id_: id_ for id_ in ids}
    for section in sorted(model.definitions.keys() - WITHOUT_IDS - {"kinds"}):
        for definition in model.definitions[section]:
            for path, id_ in _named(definition.data, names, definition.library):
                key = "/".join(str(step) for step in path if isinstance(step, str))
                place = Place(definition.place.file, (*definition.place.path, *path))
                found.add(Mention(section, definition.id, key, id_, place))
    return tuple(sorted(found, key=_order))


def _order(one: Mention) -> tuple[str, ...]:
    return (one.section, one.by, one.key, one.id, one.place.file, "/".join(map(str, one.place.path)))


def _of_element(model: Model, element: Element, ids: Collection[str]) -> Iterator[Mention]:
    yield from _of_attributes(model, element, ids)
    for id_ in element.replaced_by:
        if id_ in ids:
            yield Mention("", element.id, "replaced-by", id_, element.place("replaced-by"))


def _of_attributes(model: Model, subject: Element | Relationship, ids: Collection[str]) -> Iterator[Mention]:
    declared: Mapping[str, Attribute] = model.kinds[subject.kind].attributes if subject.kind else {}
    for name, value in subject.attributes.items():
        attribute = _OWNER if name == "owner" else declared.get(name)
        for id_ in _ids_in(value, attribute):
            if id_ in ids:
                yield Mention("", subject.id, name, id_, subject.place(name))


def _ids_in(value: Value, attribute: Attribute | None) -> Iterator[str]:
    """The ids in a value: references, in lists and at any time, and who finds out what is not known."""
    if isinstance(value, History):
        for dated in value.values:
            yield from _ids_in(dated.value, attribute)
    elif isinstance(value, Unknown):
        yield value.by
    elif isinstance(value, tuple):
        for item in value:
            yield from _ids_in(item, attribute.of if attribute else None)
    elif isinstance(value, str) and attribute is not None and attribute.type == "reference":
        yield value


def _named(data: object, names: Mapping[str, str], library: str) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """The paths below a definition at which a name stands, with the id that it stands for.

    A bare name in a library is one of its own.
    """
    waiting: list[tuple[tuple[str | int, ...], object]] = [((), data)]
    while waiting:
        path, value = waiting.pop()
        if isinstance(value, str):
            full = f"{library}:{value}" if library and ":" not in value else value
            if full in names:
                yield path, names[full]
        elif isinstance(value, dict):
            waiting += [((*path, key), below) for key, below in value.items() if key not in _TEXTS]
        elif isinstance(value, list):
            waiting += [((*path, index), below) for index, below in enumerate(value)]
