"""The formulas of indicators: a closed list, each with its parameters, the cells that it looks at, and their total."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from itertools import combinations
from typing import TYPE_CHECKING, Annotated, Any, Final

from pydantic import Field

from eaframe.graph.attributes import value_of
from eaframe.graph.measure import amount
from eaframe.graph.select import Test, hop, judged, predicate
from eaframe.graph.selector import Hop, Selectors
from eaframe.graph.verdicts import Verdict, conjunction, disjunction
from eaframe.measures.indicators.tally import Cell, Tally, average_of, number_of, share_of, sum_of
from eaframe.metamodel.values import NotApplicable, Unknown
from eaframe.sources.shape import Shape, Words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from eaframe.graph import Graph
    from eaframe.model.elements import Element

_PAIR: Final = 20  # steps that a pair counts for: unlike what else is looked at it is kept, in some 300 bytes
_Some = Annotated[Selectors, Field(min_length=1)]


class Count(Shape):
    """How many elements the workspace has that a selector picks."""

    count: _Some


class RatioParts(Shape):
    """``of`` is judged within ``to``."""

    of: _Some
    to: _Some


class Ratio(Shape):
    """How many percent of those that ``to`` picks ``of`` picks too."""

    ratio: RatioParts


class AmountParts(Shape):
    """A number that the elements have, and which elements."""

    attribute: Annotated[str, Field(min_length=1)]
    over: _Some


class Sum(Shape):
    """The sum of an attribute."""

    sum: AmountParts


class Average(Shape):
    """The mean of an attribute."""

    average: AmountParts


class CoverageParts(Shape):
    """``of`` picks entries, those of libraries too; one is covered that a step ``by`` leads from to an own element."""

    of: _Some
    by: Hop


class Coverage(Shape):
    """How many percent of reference entries the workspace's own elements cover."""

    coverage: CoverageParts


class PairParts(Shape):
    """Which elements, the step to what two of them ``share``, and the attributes ``within`` one value of which."""

    of: _Some
    sharing: Hop
    within: Words = ()


class Pairs(Shape):
    """How many pairs of elements share something: two systems with one function in one scope."""

    pairs: PairParts


@dataclass(frozen=True, slots=True)
class FormulaKind:
    """A formula: its parameters, the cells that it looks at, and what they come to; ``percent`` tells the unit."""

    name: str
    shape: type[Shape]
    cells: Callable[[Graph, Any, Selectors], Iterator[Cell]]
    total: Callable[[Iterable[Cell]], Tally]
    percent: bool = False


def _verdicts(graph: Graph, selectors: Selectors, scope: Selectors, *, own: bool = True) -> dict[str, Verdict]:
    """Per id of an element whether it is picked within the scope (True or None); those that are not are left out.

    Of what could not be read whole nobody can say it.
    """
    within = _matches(graph, scope)
    found: dict[str, Verdict] = {}
    for selector in selectors:
        for element, verdict in judged(graph, selector):
            if element.is_own or not own:
                unsure = element.id in graph.model.unsure
                found[element.id] = disjunction((found.get(element.id, False), None if unsure else verdict))
    both = {id_: conjunction((one, within(graph.elements[id_]))) for id_, one in sorted(found.items())}
    return {id_: verdict for id_, verdict in both.items() if verdict is not False}


def _matches(graph: Graph, selectors: Selectors) -> Test:
    """Whether any of some selectors picks an element; none picks all."""
    tests = [predicate(graph, one) for one in selectors]
    return (lambda element: disjunction(test(element) for test in tests)) if tests else lambda _: True


def _count(graph: Graph, asked: Count, scope: Selectors) -> Iterator[Cell]:
    for id_, verdict in _verdicts(graph, asked.count, scope).items():
        yield Cell((graph.elements[id_],), verdict)


def _ratio(graph: Graph, asked: Ratio, scope: Selectors) -> Iterator[Cell]:
    has = _matches(graph, asked.ratio.of)
    for id_, verdict in _verdicts(graph, asked.ratio.to, scope).items():
        element = graph.elements[id_]
        yield Cell((element,), verdict, None if id_ in graph.model.unsure else has(element))


def _amounts(parts: AmountParts, graph: Graph, scope: Selectors) -> Iterator[Cell]:
    for id_, verdict in _verdicts(graph, parts.over, scope).items():
        element = graph.elements[id_]
        found = amount(value_of(graph, element, parts.attribute))
        known = (None, "") if found is None else (Fraction(found[0]), found[1])
        yield Cell((element,), verdict, amount=known[0], unit=known[1])


def _coverage(graph: Graph, asked: Coverage, scope: Selectors) -> Iterator[Cell]:
    follow = hop(graph, asked.coverage.by)
    for id_, verdict in _verdicts(graph, asked.coverage.of, scope, own=False).items():
        covered = disjunction(fits for _, other, fits in follow(id_) if other.is_own)
        yield Cell((graph.elements[id_],), verdict, covered)


def _pairs(graph: Graph, asked: Pairs, scope: Selectors) -> Iterator[Cell]:
    """The pairs that share something for sure, or perhaps."""
    parts = asked.pairs
    subjects = _verdicts(graph, parts.of, scope)
    follow = hop(graph, parts.sharing)
    having: dict[str, dict[str, Verdict]] = {}
    for id_ in subjects:
        for _, other, fits in follow(id_):
            held = having.setdefault(other.id, {})
            held[id_] = disjunction((held.get(id_, False), fits))
    found: dict[tuple[str, str], Verdict] = {}
    for held in having.values():
        graph.work.spend(len(held) ** 2 // 2 * _PAIR)
        for first, second in combinations(sorted(held), 2):
            both = conjunction((held[first], held[second]))
            found[first, second] = disjunction((found.get((first, second), False), both))
    for ids, shared in sorted(found.items()):
        pair = (graph.elements[ids[0]], graph.elements[ids[1]])
        alike = (_have_one_value(graph, pair, name) for name in parts.within)
        verdict = conjunction((shared, *(subjects[id_] for id_ in ids), *alike))
        if verdict is not False:
            yield Cell(pair, verdict)


def _have_one_value(graph: Graph, pair: tuple[Element, Element], name: str) -> Verdict:
    """Whether two have a value in common; None where that of one is not known."""
    first, second = (values_of(graph, one, name) for one in pair)
    return None if first is None or second is None else not first.isdisjoint(second)


def values_of(graph: Graph, element: Element, name: str) -> frozenset[str] | None:
    """The values of an attribute as words, one or each of a list; None where it is missing or not known."""
    value = value_of(graph, element, name)
    if value is None or isinstance(value, Unknown | NotApplicable):
        return None
    if not isinstance(value, tuple):
        return frozenset((graph.model.label(value),))
    known = [one for one in value if not isinstance(one, Unknown | NotApplicable)]
    return frozenset(graph.model.label(one) for one in known) or None


def by_value(graph: Graph, cells: Iterable[Cell], name: str) -> Mapping[str, Sequence[Cell]]:
    """The cells by each value of an attribute of their subjects; under "" those whose value is not known.

    A subject with several values is in each; a pair in those that both have.
    """
    found: dict[str, list[Cell]] = {}
    for cell in cells:
        values = [values_of(graph, one, name) for one in cell.elements]
        known = [one for one in values if one is not None]
        shared = frozenset.intersection(*known) if len(known) == len(values) else frozenset(("",))
        for value in shared:
            found.setdefault(value, []).append(cell)
    return dict(sorted(found.items(), key=lambda one: (not one[0], one[0])))


FORMULAS: Final[Mapping[str, FormulaKind]] = {
    kind.name: kind
    for kind in (
        FormulaKind("count", Count, _count, number_of),
        FormulaKind("ratio", Ratio, _ratio, share_of, percent=True),
        FormulaKind("sum", Sum, lambda graph, asked, scope: _amounts(asked.sum, graph, scope), sum_of),
        FormulaKind("average", Average, lambda graph, asked, scope: _amounts(asked.average, graph, scope), average_of),
        FormulaKind("coverage", Coverage, _coverage, share_of, percent=True),
        FormulaKind("pairs", Pairs, _pairs, number_of),
    )
}
