"""Derived values: what follows from other values along relationships, with the path that proves it.

A derivation takes the largest (or the smallest) of its terms and never computes a new number, so every value comes from
somewhere: from a term that holds by itself, carried along relationships. Taking the values in order, largest first
and of equal ones that with the shorter proof, each is final when it is met, as in Dijkstra's algorithm: circles of
relationships need no special care, and each value keeps the first step of a shortest proof. What is not known adds
nothing, so a largest value is a lower bound.
"""

from __future__ import annotations

import heapq
from dataclasses import dataclass, field
from decimal import Decimal
from typing import TYPE_CHECKING

from eaframe.findings import Place
from eaframe.graph.attributes import declared_value
from eaframe.graph.hops import Steps, steps
from eaframe.graph.known import compared, qualified
from eaframe.graph.measure import amount, day_range
from eaframe.graph.reach import explore, path_to
from eaframe.graph.select import hop, predicate
from eaframe.graph.selector import Selector
from eaframe.sources.shape import shape

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from eaframe.findings import Finding
    from eaframe.graph.graph import Graph
    from eaframe.graph.reach import Reached
    from eaframe.graph.selector import Reach
    from eaframe.graph.verdicts import Verdict
    from eaframe.metamodel.kinds import Derivation, Term
    from eaframe.metamodel.values import Value
    from eaframe.model.elements import Element, Relationship
    from eaframe.model.model import Model


@dataclass(frozen=True, slots=True)
class Derived:
    """A derived value and its proof.

    ``step`` is the relationship that it comes along, or that makes its term hold, and ``source`` what is at the other
    end; both None where it follows from the element itself. ``name`` is what ``source`` has it from, "" for a term
    that holds by itself; such a one may ask for more than one step, and ``further`` are those after the first. The
    whole proof has ``length`` entries and begins with what ``origin`` says or is.
    """

    value: Value
    step: Relationship | None = None
    source: Element | None = None
    name: str = ""
    origin: str = ""
    length: int = 1
    further: tuple[Leg, ...] = ()


Leg = tuple["Relationship", "Element"]  # a relationship, and what is at its other end
Key = tuple[str, str]  # the id of an element, the name of a derived value


@dataclass(frozen=True, slots=True)
class _Ready:
    """A term made ready for one graph."""

    term: Term
    graph: Graph
    holds: Callable[[Element], Verdict] | None
    way: Steps
    witness: Callable[[Element], tuple[Leg, ...]]

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


def selectors_of(model: Model, derivation: Derivation) -> Iterator[tuple[Selector | None, list[Finding], Term]]:
    """The ``when`` of each term of one declaration, read; with what is wrong in it."""
    key = "max-of" if derivation.largest else "min-of"
    for index, term in enumerate(derivation.terms):
        if term.when is None:
            yield None, [], term
        else:
            place = Place(derivation.file, (*derivation.path, key, index, "when"))
            when = qualified(model, term.when, derivation.library) if derivation.library else term.when
            found, findings = shape(Selector, when, place)  # type: ignore[arg-type]  # plain data
            yield found, findings, term


def derive(graph: Graph) -> Mapping[Key, Derived]:
    """All derived values of all elements."""
    found: dict[Key, Derived] = {}
    dates = _names_of_dates(graph)
    for largest in (True, False):
        _Search(largest, found, dates).run(graph)
    return found


def _names_of_dates(graph: Graph) -> frozenset[str]:
    """The derived values that are dates: `2018` is a year among them, and else a number."""
    kinds = graph.model.kinds.values()
    dates = {"date", "valid-from", "valid-to"}
    dates.update(name for kind in kinds for name, one in kind.attributes.items() if one.type == "date")
    derivations = [one for kind in kinds for one in kind.derived.values()]
    terms = [(one.name, term) for one in derivations for part in one.parts for term in part.terms]
    dates.update(name for name, term in terms if day_range(term.value) is not None and not term.value.isdigit())
    while more := {name for name, term in terms if term.attribute in dates} - dates:
        dates |= more
    return frozenset(dates)


@dataclass(frozen=True, slots=True)
class _Search:
    """One pass over all values of one direction; ``found`` holds what is final."""

    largest: bool
    found: dict[Key, Derived]
    dates: frozenset[str]  # the names of values that are dates
    carried: dict[Key, list[tuple[Key, Relationship | None]]] = field(default_factory=dict)  # where a value goes on to
    queue: list[tuple[Decimal, int, Key, int]] = field(default_factory=list)
    candidates: list[Derived] = field(default_factory=list)

    def run(self, graph: Graph) -> None:
        ready = _ready_terms(graph, self.largest)
        for element, derivation in _derivations(graph, self.largest):
            for one in ready[id(derivation)]:
                if one.holds is None or one.holds(element) is True:
                    self._begin((element.id, derivation.name), element, one)
        while self.queue:
            *_, key, index = heapq.heappop(self.queue)
            if key in self.found:
                continue
            self.found[key] = self.candidates[index]
            for other, step in self.carried.get(key, ()):
                if other not in self.found:
                    self._carry(key, other, step, graph.elements[key[0]])

    def _begin(self, key: Key, element: Element, one: _Ready) -> None:
        """Offer what a term gives at once; remember where it waits for a value that is derived itself."""
        name = one.term.attribute
        if not name:
            value = _literal(one.term.value, is_date=key[1] in self.dates)
            legs = one.witness(element)
            step, end = legs[0] if legs else (None, None)
            length = max(1, len(legs))
            self._offer(key, Derived(value, step, end, origin=element.id, length=length, further=legs[1:]))
        for step, source in one.sources(element):
            there = (source.id, name)
            if there in self.found:  # a largest value, where smallest ones are looked for
                self._carry(there, key, step, source)
            elif _is_derived(one.graph, source, name):
                self.carried.setdefault(there, []).append((key, step))
            else:
                value = declared_value(one.graph, source, name)
                self._offer(key, Derived(value, step, source, name, origin=source.id))

    def _carry(self, there: Key, key: Key, step: Relationship | None, source: Element) -> None:
        """Offer what is final ``there``."""
        final = self.found[there]
        self._offer(key, Derived(final.value, step, source, there[1], final.origin, final.length + 1))

    def _offer(self, key: Key, derived: Derived) -> None:
        measure = _measure(derived.value, is_date=key[1] in self.dates)
        if measure is not None:
            order = -measure if self.largest else measure
            heapq.heappush(self.queue, (order, derived.length, key, len(self.candidates)))
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
                for part in derivation.parts
                for selector, findings, term in selectors_of(graph.model, part)
                if not findings and not any(name in graph.derived_names for name, _ in compared(term.when, ()))
            ]
    return ready


def _witness(graph: Graph, selector: Selector | None) -> Callable[[Element], tuple[Leg, ...]]:
    """What makes a selector hold of an element beyond itself: the steps to the first thing that it asks for."""
    if selector is None:
        return lambda _: ()
    if selector.related is not None:
        follow, onwards = hop(graph, selector.related), _witness(graph, selector.related.to)

        def related(element: Element) -> tuple[Leg, ...]:
            found = next(((step, end) for step, end, verdict in follow(element.id) if verdict is True), None)
            return (found, *onwards(found[1])) if found else ()

        return related
    if selector.reaches is not None:
        return _way_to(graph, selector.reaches)
    every = [_witness(graph, one) for one in selector.all]
    some = [(predicate(graph, one), _witness(graph, one)) for one in selector.any]

    def parts(element: Element) -> tuple[Leg, ...]:
        of_any = next((one(element) for test, one in some if test(element) is True), ())
        return next(filter(None, (*(one(element) for one in every), of_any)), ())

    return parts


def _way_to(graph: Graph, wanted: Reach) -> Callable[[Element], tuple[Leg, ...]]:
    """The shortest way from an element to something that can be reached and fits, and on to what makes that fit."""
    way = steps(graph.model, wanted.via, inverse=wanted.inverse)
    fits = predicate(graph, wanted.to) if wanted.to is not None else None
    onwards = _witness(graph, wanted.to)

    def reaches(element: Element) -> tuple[Leg, ...]:
        reached: Reached = {}
        for id_ in explore(graph, element.id, way, reached, wanted.depth):
            end = graph.elements.get(id_)
            if end is not None and (fits is None or fits(end) is True):
                return (*_legs(graph, element.id, path_to(reached, element.id, id_)), *onwards(end))
        return ()

    return reaches


def _legs(graph: Graph, start: str, path: Iterable[Relationship]) -> Iterator[Leg]:
    """Each relationship of a path with the element that it leads to."""
    at = start
    for one in path:
        at = one.target if one.source == at else one.source
        yield one, graph.elements[at]


def _is_derived(graph: Graph, element: Element, name: str) -> bool:
    kind = graph.model.kinds.get(element.kind)
    return kind is not None and name in kind.derived


def _literal(text: str, *, is_date: bool) -> Value:
    """The value that a term says: a number where it is one, else (a date, an amount of money) as it is written."""
    number = None if is_date and day_range(text) is not None else amount(text)
    if number is None or number[1]:
        return text
    return int(number[0]) if number[0] == number[0].to_integral_value() else float(number[0])


def is_measurable(text: str) -> bool:
    """Whether a value can be larger or smaller than others."""
    return _measure(text, is_date=True) is not None


def _measure(value: Value, *, is_date: bool) -> Decimal | None:
    """Where a value stands among others: a number, or a date by its first day; None for what has no order."""
    days = day_range(value) if is_date else None
    if days is not None:
        return Decimal(days[0])
    number = amount(value)
    return None if number is None else number[0]


def proof(graph: Graph, id_: str, name: str) -> Iterator[tuple[str, str, Derived]]:
    """How a derived value comes about: element by element, what it has under which name and from where."""
    key = (id_, name)
    while key in graph.derived:
        derived = graph.derived[key]
        yield *key, derived
        if not derived.name or derived.source is None:
            break
        key = (derived.source.id, derived.name)
