"""Derived values: what follows from other values along relationships, with the path that proves it.

A derivation takes the largest (or the smallest) of its terms and never computes a new number, so every value comes from
somewhere: from a term that holds by itself, carried along relationships. Taking the values in order, largest first,
each is final when it is met, as in Dijkstra's algorithm: circles of relationships need no special care, and each value
keeps the first step of a shortest proof. What is not known adds nothing, so a largest value is a lower bound.
"""

from __future__ import annotations

import heapq
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from eaframe.findings import Place
from eaframe.graph.hops import Steps, steps
from eaframe.graph.known import compared
from eaframe.graph.measure import day_range, number_of
from eaframe.graph.select import Selector, hop, predicate
from eaframe.sources.shape import shape

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from eaframe.findings import Finding
    from eaframe.graph.conditions import Verdict
    from eaframe.graph.graph import Graph
    from eaframe.metamodel.kinds import Derivation, Term
    from eaframe.metamodel.values import Value
    from eaframe.model.elements import Element, Relationship


@dataclass(frozen=True, slots=True)
class Derived:
    """A derived value and its proof.

    ``step`` is the relationship that it comes along, or that makes its term hold, and ``source`` what is at the other
    end; both None where it follows from the element itself. ``name`` is what ``source`` has it from, "" for a term
    that holds by itself.
    """

    value: Value
    step: Relationship | None = None
    source: Element | None = None
    name: str = ""


Key = tuple[str, str]  # the id of an element, the name of a derived value


@dataclass(frozen=True, slots=True)
class _Ready:
    """A term made ready for one graph."""

    term: Term
    graph: Graph
    holds: Callable[[Element], Verdict] | None
    way: Steps
    witness: Callable[[Element], tuple[Relationship, Element] | None]

    def sources(self, element: Element) -> Iterator[tuple[Relationship | None, Element]]:
        """Whose attribute the term takes, and along what."""
        if not self.term.attribute:
            return
        if not self.term.along:
            yield None, element
            return
        for step, end in self.way.from_(self.graph, element.id):
            other = self.graph.elements.get(end)
            if other is not None:
                yield step, other


def selectors_of(derivation: Derivation) -> Iterator[tuple[Selector | None, list[Finding], Term]]:
    """The ``when`` of each term, read; with what is wrong in it."""
    key = "max-of" if derivation.largest else "min-of"
    for index, term in enumerate(derivation.terms):
        if term.when is None:
            yield None, [], term
        else:
            place = Place(derivation.file, (*derivation.path, key, index, "when"))
            found, findings = shape(Selector, term.when, place)  # type: ignore[arg-type]  # plain data
            yield found, findings, term


def derive(graph: Graph) -> Mapping[Key, Derived]:
    """All derived values of all elements."""
    found: dict[Key, Derived] = {}
    for largest in (True, False):
        _Search(largest, found).run(graph)
    return found


@dataclass(frozen=True, slots=True)
class _Search:
    """One pass over all values of one direction; ``found`` holds what is final."""

    largest: bool
    found: dict[Key, Derived]
    carried: dict[Key, list[tuple[Key, Relationship | None]]] = field(default_factory=dict)  # where a value goes on to
    queue: list[tuple[float, Key, int]] = field(default_factory=list)
    candidates: list[Derived] = field(default_factory=list)

    def run(self, graph: Graph) -> None:
        ready = _ready_terms(graph, self.largest)
        for element, derivation in _derivations(graph, self.largest):
            for one in ready[id(derivation)]:
                if one.holds is None or one.holds(element) is True:
                    self._begin((element.id, derivation.name), element, one)
        while self.queue:
            _, key, index = heapq.heappop(self.queue)
            if key in self.found:
                continue
            self.found[key] = self.candidates[index]
            for other, step in self.carried.get(key, ()):
                if other not in self.found:
                    self._offer(other, Derived(self.candidates[index].value, step, graph.elements[key[0]], key[1]))

    def _begin(self, key: Key, element: Element, one: _Ready) -> None:
        """Offer what a term gives at once; remember where it waits for a value that is derived itself."""
        name = one.term.attribute
        if not name:
            self._offer(key, Derived(_literal(one.term.value), *(one.witness(element) or ())))
        for step, source in one.sources(element):
            there = (source.id, name)
            if there in self.found:  # a largest value, where smallest ones are looked for
                self._offer(key, Derived(self.found[there].value, step, source, name))
            elif _is_derived(one.graph, source, name):
                self.carried.setdefault(there, []).append((key, step))
            else:
                self._offer(key, Derived(source.attributes.get(name), step, source, name))

    def _offer(self, key: Key, derived: Derived) -> None:
        measure = _measure(derived.value)
        if measure is not None:
            heapq.heappush(self.queue, (-measure if self.largest else measure, key, len(self.candidates)))
            self.candidates.append(derived)


def _derivations(graph: Graph, largest: bool) -> Iterator[tuple[Element, Derivation]]:
    """Which element derives what, in the order of ids."""
    for element in graph.elements.values():
        kind = graph.model.kinds.get(element.kind)
        if kind is not None:
            for derivation in kind.derived.values():
                if derivation.largest == largest:
                    yield element, derivation


def _ready_terms(graph: Graph, largest: bool) -> Mapping[int, list[_Ready]]:
    """Per derivation (by its identity, as kinds share those that they inherit) its terms, without broken ones."""
    ready: dict[int, list[_Ready]] = {}
    for kind in graph.model.kinds.values():
        for derivation in kind.derived.values():
            if derivation.largest != largest or id(derivation) in ready:
                continue
            ready[id(derivation)] = [
                _Ready(
                    term,
                    graph,
                    predicate(graph, selector) if selector else None,
                    steps(graph.model, term.along, inverse=term.inverse),
                    _witness(graph, selector),
                )
                for selector, findings, term in selectors_of(derivation)
                if not findings and not any(name in graph.derived_names for name, _ in compared(term.when, ()))
            ]
    return ready


def _witness(graph: Graph, selector: Selector | None) -> Callable[[Element], tuple[Relationship, Element] | None]:
    """What makes a selector hold of an element beyond itself: the first relationship that it asks for."""
    wanted = _first_hop(selector)
    if wanted is None or wanted.related is None:
        return lambda _: None
    follow = hop(graph, wanted.related)
    return lambda element: next(((step, end) for step, end, verdict in follow(element.id) if verdict is True), None)


def _first_hop(selector: Selector | None) -> Selector | None:
    if selector is None or selector.related is not None:
        return selector
    return next((found for one in selector.all if (found := _first_hop(one)) is not None), None)


def _is_derived(graph: Graph, element: Element, name: str) -> bool:
    kind = graph.model.kinds.get(element.kind)
    return kind is not None and name in kind.derived


def _literal(text: str) -> Value:
    number = number_of(text)
    if number is None or (day_range(text) is not None and not text.isdigit()):
        return text
    return int(number) if number.is_integer() else number


def _measure(value: Value) -> float | None:
    """Where a value stands among others: a number, or a date by its first day; None for what has no order."""
    number = number_of(value)
    if number is not None:
        return number
    days = day_range(value)
    return None if days is None else float(days[0])


def proof(graph: Graph, id_: str, name: str) -> tuple[tuple[str, Derived], ...]:
    """How a derived value comes about: element by element, each with what it has and from where, to where it begins."""
    path: list[tuple[str, Derived]] = []
    key = (id_, name)
    while key in graph.derived:
        derived = graph.derived[key]
        path.append((key[0], derived))
        if not derived.name or derived.source is None:
            break
        key = (derived.source.id, derived.name)
    return tuple(path)
