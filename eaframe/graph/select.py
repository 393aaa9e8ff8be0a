"""The selector language: which elements are meant. One implementation for views, rules and queries.

A selector is a mapping of which every key must match; a key may take a list, of which one must match. ``any`` and
``all`` take lists of selectors, ``not`` takes one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Annotated

from pydantic import BeforeValidator

from eaframe.findings.message import say
from eaframe.model.elements import Element
from eaframe.sources.shape import Shape, Words

if TYPE_CHECKING:
    from eaframe.graph.graph import Graph


def _several(value: object) -> object:
    if isinstance(value, str):
        raise ValueError(say("a selector like {{type: goal}}, or a list of selectors"))  # noqa: TRY004 - pydantic's way
    return [value] if isinstance(value, dict) else value


class Selector(Shape):
    """One selector. ``type`` matches the type and every kind below it, ``exactly`` only itself."""

    type: Words = ()
    exactly: Words = ()
    id: Words = ()
    namespace: Words = ()
    layer: Words = ()
    tag: Words = ()
    owner: Words = ()
    any: tuple[Selector, ...] = ()
    all: tuple[Selector, ...] = ()
    not_: Selector | None = None


Selectors = Annotated[
    tuple[Selector, ...], BeforeValidator(_several, json_schema_input_type=Selector | tuple[Selector, ...])
]  # a list of selectors, or one

_Test = Callable[[Element], bool]


def select(graph: Graph, selector: Selector) -> tuple[Element, ...]:
    """The elements that match, in the order of their ids."""
    matches = predicate(graph, selector)
    return tuple(element for element in graph.elements.values() if matches(element))


def predicate(graph: Graph, selector: Selector) -> _Test:
    """The test of one element that a selector stands for."""
    tests = list(_tests(graph, selector))
    return lambda element: all(test(element) for test in tests)


def _tests(graph: Graph, selector: Selector) -> Iterable[_Test]:
    model = graph.model
    types = model.metamodel.element_types
    if selector.type:
        wanted = frozenset(selector.type)
        yield lambda element: any(_named(name, wanted) for name in model.lineage(element))
    if selector.exactly:
        exact = frozenset(selector.exactly)
        yield lambda element: _named(model.type_name(element), exact)
    if selector.id:
        ids = frozenset(selector.id)
        yield lambda element: element.id in ids
    if selector.namespace:
        namespaces = frozenset(selector.namespace)
        own = model.settings.namespace
        yield lambda element: (element.id.rpartition(":")[0] or own) in namespaces
    if selector.layer:
        layers = frozenset(selector.layer)
        yield lambda element: element.type in types and types[element.type].layer in layers
    if selector.tag:
        tags = frozenset(selector.tag)
        yield lambda element: not tags.isdisjoint(element.tags)
    if selector.owner:
        owners = frozenset(selector.owner)
        yield lambda element: element.attributes.get("owner") in owners
    if selector.any:
        some = [predicate(graph, one) for one in selector.any]
        yield lambda element: any(test(element) for test in some)
    if selector.all:
        every = [predicate(graph, one) for one in selector.all]
        yield lambda element: all(test(element) for test in every)
    if selector.not_ is not None:
        other = predicate(graph, selector.not_)
        yield lambda element: not other(element)


def _named(name: str, wanted: frozenset[str]) -> bool:
    """Whether a type or kind is among the names; a kind of a library also by its short name."""
    return name in wanted or name.rpartition(":")[2] in wanted
