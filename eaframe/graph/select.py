"""What selectors select in a graph. What cannot be decided, as a value is not known, is not selected."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Any

from eaframe.graph.attributes import value_of
from eaframe.graph.conditions import Comparison, Condition
from eaframe.graph.hops import steps
from eaframe.graph.reach import explore
from eaframe.graph.verdicts import Verdict, conjunction, disjunction
from eaframe.model.elements import Element, Relationship

if TYPE_CHECKING:
    from collections.abc import Mapping

    from eaframe.graph.graph import Graph
    from eaframe.graph.selector import Hop, Reach, Related, RelationshipSelector, Selector


Test = Callable[[Element], Verdict]
ANY_RELATIONSHIP = "any"


def select(graph: Graph, selector: Selector) -> tuple[Element, ...]:
    """The elements that match, in the order of their ids."""
    return tuple(element for element, verdict in judged(graph, selector) if verdict is True)


def judged(graph: Graph, selector: Selector) -> Iterator[tuple[Element, Verdict]]:
    """Every element that may match, in the order of ids, with whether it does; those that cannot are left out."""
    among, rest = _candidates(graph, selector)
    matches = predicate(graph, rest)
    for element in among:
        verdict = matches(element)
        if verdict is not False:
            yield element, verdict


def _candidates(graph: Graph, selector: Selector) -> tuple[Iterable[Element], Selector]:
    """The elements worth asking, and what is left to ask: of a few types or ids there are few among many others."""
    if selector.id:
        return [graph.elements[id_] for id_ in sorted(set(selector.id)) if id_ in graph.elements], selector
    if not selector.type:
        return graph.elements.values(), selector
    rest = selector.model_copy(update={"type": ()})
    if len(selector.type) == 1:
        return graph.by_type.get(selector.type[0], ()), rest
    return [graph.elements[id_] for id_ in sorted(graph.of_types(selector.type))], rest


def predicate(graph: Graph, selector: Selector) -> Test:
    """The test of one element that a selector stands for: True, False, or None where that is undecided."""
    tests = list(_tests(graph, selector))
    if not tests:
        return lambda _: True
    if len(tests) == 1:
        return tests[0]

    def matches(element: Element) -> Verdict:
        found: Verdict = True
        for test in tests:  # as ``conjunction``, without a generator for each element
            verdict = test(element)
            if verdict is False:
                return False
            if verdict is None:
                found = None
        return found

    return matches


def _tests(graph: Graph, selector: Selector) -> Iterator[Test]:
    yield from _tests_of_itself(graph, selector)
    for name, condition in selector.where.items():
        comparison = Comparison(graph, condition)
        yield lambda one, name=name, compare=comparison: compare(one, value_of(graph, one, name)).holds  # type: ignore[misc]
    if selector.related is not None:
        yield related(graph, selector.related)
    if selector.reaches is not None:
        yield _reaches(graph, selector.reaches)
    if selector.any:
        some = [predicate(graph, one) for one in selector.any]
        yield lambda element: disjunction(test(element) for test in some)
    if selector.all:
        every = [predicate(graph, one) for one in selector.all]
        yield lambda element: conjunction(test(element) for test in every)
    if selector.not_ is not None:
        yield _negated(predicate(graph, selector.not_))


def _tests_of_itself(graph: Graph, selector: Selector) -> Iterator[Test]:
    """What an element says of itself; decided unless its owner is not known."""
    model = graph.model
    if selector.type:
        of_type = graph.of_types(selector.type)
        yield lambda element: element.id in of_type
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
        types = frozenset(
            name for name, type_ in model.metamodel.element_types.items() if type_.layer in selector.layer
        )
        yield lambda element: element.type in types
    if selector.tag:
        tags = frozenset(selector.tag)
        yield lambda element: not tags.isdisjoint(element.tags)
    if selector.owner:
        compare_owner = Comparison(graph, Condition.model_validate({"in": selector.owner}))
        yield lambda element: compare_owner(element, element.attributes.get("owner")).holds
    if selector.folder:
        folders = tuple(folder.rstrip("/") for folder in selector.folder)
        yield lambda element: any(element.folder == one or element.folder.startswith(one + "/") for one in folders)


def _negated(test: Test) -> Test:
    def opposite(element: Element) -> Verdict:
        verdict = test(element)
        return None if verdict is None else not verdict

    return opposite


def related(graph: Graph, wanted: Related) -> Test:
    """Whether an element is related to enough others, and not to too many."""
    follow = hop(graph, wanted)
    least = wanted.min if wanted.min is not None else 1 if wanted.max is None else 0

    def test(element: Element) -> Verdict:
        found: dict[str, Verdict] = {}
        for _, other, verdict in follow(element.id):
            found[other.id] = disjunction((found.get(other.id, False), verdict))
        sure = sum(1 for verdict in found.values() if verdict is True)
        if len(found) < least or (wanted.max is not None and sure > wanted.max):
            return False
        return True if sure >= least and (wanted.max is None or len(found) <= wanted.max) else None

    return test


def hop(graph: Graph, wanted: Hop) -> Callable[[str], Iterator[tuple[Relationship, Element, Verdict]]]:
    """From an id to what a hop leads to: relationship, element, and whether it fits (True, or None: undecided)."""
    following = graph.steps(steps(graph.model, wanted.via, inverse=wanted.inverse))
    at_end = predicate(graph, wanted.to) if wanted.to is not None else None
    comparisons = _comparisons(graph, wanted.where_relationship)
    elements, spend = graph.elements, graph.work.spend

    def follow(id_: str) -> Iterator[tuple[Relationship, Element, Verdict]]:
        ahead = following.get(id_, ())
        spend(1 + len(ahead))
        for relationship, end in ahead:
            other = elements.get(end)
            if other is None:
                continue
            verdict: Verdict = True if at_end is None else at_end(other)
            if comparisons and verdict is not False:
                verdict = conjunction((verdict, *_compared(graph, relationship, comparisons)))
            if verdict is not False:
                yield relationship, other, verdict

    return follow


def _comparisons(graph: Graph, where: Mapping[str, Any]) -> list[tuple[str, Comparison]]:
    return [(name, Comparison(graph, condition)) for name, condition in where.items()]


def _compared(graph: Graph, subject: Relationship, comparisons: Iterable[tuple[str, Comparison]]) -> Iterator[Verdict]:
    return (compare(subject, value_of(graph, subject, name)).holds for name, compare in comparisons)


def _reaches(graph: Graph, wanted: Reach) -> Test:
    way = steps(graph.model, wanted.via, inverse=wanted.inverse)
    at_end = predicate(graph, wanted.to) if wanted.to is not None else None

    def test(element: Element) -> Verdict:
        ids = explore(graph, element.id, way, {}, wanted.depth)
        reached = (graph.elements[id_] for id_ in ids if id_ in graph.elements)
        return disjunction(True if at_end is None else at_end(one) for one in reached)

    return test


def select_relationships(graph: Graph, selector: RelationshipSelector) -> Iterator[tuple[Relationship, Verdict]]:
    """Every relationship that may match, in the order of ids, with whether it does."""
    everything = ANY_RELATIONSHIP in selector.relationship
    names = [name for name in selector.relationship if name != ANY_RELATIONSHIP]
    way = steps(graph.model, names) if names else None
    source = predicate(graph, selector.from_) if selector.from_ else None
    target = predicate(graph, selector.to) if selector.to else None
    comparisons = _comparisons(graph, selector.where)
    ids, tags = frozenset(selector.id), frozenset(selector.tag)
    for one in graph.relationships.values():
        if (ids and one.id not in ids) or (tags and tags.isdisjoint(one.tags)):
            continue
        verdicts = []
        if everything or (way and way.leads_forward(graph.model, one)):
            verdicts.append(_at_ends(graph, one.source, one.target, source, target))
        if way and not everything and way.leads_backward(graph.model, one):
            verdicts.append(_at_ends(graph, one.target, one.source, source, target))
        verdict = disjunction(verdicts)
        if verdict is not False and comparisons:
            verdict = conjunction((verdict, *_compared(graph, one, comparisons)))
        if verdict is not False:
            yield one, verdict


def _at_ends(graph: Graph, first: str, second: str, source: Test | None, target: Test | None) -> Verdict:
    return conjunction((_at_end(graph, first, source), _at_end(graph, second, target)))


def _at_end(graph: Graph, id_: str, test: Test | None) -> Verdict:
    if test is None:
        return True
    element = graph.elements.get(id_)
    return False if element is None else test(element)


def _named(name: str, wanted: frozenset[str]) -> bool:
    """Whether a type or kind is among the names; a kind of a library also by its short name."""
    return name in wanted or name.rpartition(":")[2] in wanted
