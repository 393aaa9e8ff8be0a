"""How complete a model is: of what is asked of its elements, weighed, the share that is there.

What is asked, and what it weighs, is data: the obligation of attributes (``obligation`` in a kind) and the weights of
eaframe.yaml (``completeness``); the defaults stand in `eaframe.model.completeness_settings`. Of an element:

- A value that is there counts with its weight, a default too. ``not-applicable`` counts as there, as it says why.
- A value that is missing counts nothing. So does a tracked ``unknown``, but it is counted apart: somebody will fill it.
- A conditional attribute counts where it is there. Else it lowers nothing: whether it is due nobody can say. One that
  is tracked is counted as tracked, but weighs nothing.
- A value over time counts by what held on the day; of a model of all times by its latest.
- An attribute with a validity is asked only on the days in which it is valid.
- Evidence is there with any grade, as the grade says what it is worth. A relationship is one in either direction.

Counted are the workspace's own elements on the day but junctions; a value that is wrong, and so could not be read, is
missing. A sum is the share of all weights that it holds, so that the total is the mean of its rows, weighted by what
they ask, however they are cut.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from typing import TYPE_CHECKING, Final, Literal

from eaframe.changes.owners import owner_of
from eaframe.metamodel.values import History, Localized, Unknown, Value
from eaframe.metamodel.vocabulary import JUNCTION

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from eaframe.changes.owners import State
    from eaframe.graph import Graph
    from eaframe.measures.criteria import Criterion, Yardstick
    from eaframe.metamodel.kinds import Attribute
    from eaframe.model.elements import Element

    Part = tuple[State | Literal[""], str]  # the state of an owner, else nothing; and the key of a row

Has = Literal["there", "tracked", "missing"]
By = Literal["kind", "owner", "attribute", "layer"]
BY: Final[tuple[By, ...]] = ("kind", "owner", "attribute", "layer")


@dataclass(frozen=True, slots=True)
class Asked:
    """One thing that is asked of an element, or that is tracked of it: then ``unknown`` says who finds it out.

    ``attribute`` is its declaration; None for a core key.
    """

    key: str
    weight: int
    has: Has
    unknown: Unknown | None = None
    attribute: Attribute | None = None


@dataclass(frozen=True)
class Measured:
    """An element with all that is asked of it. ``owner`` is the state and id of its owner on the day."""

    id: str
    type: str
    layer: str
    owner: tuple[State, str]
    asked: tuple[Asked, ...]

    @cached_property
    def sum(self) -> Sum:
        """What it weighs and has."""
        return add(self.asked, elements=1)

    @property
    def known_owner(self) -> str:
        """The id of its owner, "" where none is known."""
        state, id_ = self.owner
        return id_ if state == "known" else ""

    @property
    def lacks(self) -> tuple[Asked, ...]:
        """What is missing or only tracked, what weighs most first."""
        return tuple(sorted((one for one in self.asked if one.has != "there"), key=lambda one: -one.weight))


@dataclass(frozen=True, slots=True)
class Sum:
    """``filled`` of ``weight`` is there; ``missing`` and ``tracked`` count values, whatever these weigh."""

    elements: int
    weight: int
    filled: int
    missing: int
    tracked: int

    @property
    def share(self) -> Fraction | None:
        """From 0 to 1; None where nothing is asked."""
        return Fraction(self.filled, self.weight) if self.weight else None


@dataclass(frozen=True, slots=True)
class Row:
    """A part of a total. ``key`` is a kind or type, a layer, an attribute, or an owner's id; ``state`` only of owners.

    The owner of a row that is not ``known`` has no id: nobody is named, it is tracked, or none is needed.
    """

    key: str
    sum: Sum
    state: State | Literal[""] = ""


def measure(graph: Graph, yardstick: Yardstick) -> tuple[Measured, ...]:
    """All elements of a graph that are counted, in the order of their ids."""
    return tuple(_measured(one, graph, yardstick) for one in graph.own_elements if one.type != JUNCTION)


def add(asked: Iterable[Asked], *, elements: int) -> Sum:
    """The sum of things that are asked of so many elements."""
    weight = filled = missing = tracked = 0
    for one in asked:
        weight += one.weight
        filled += one.weight if one.has == "there" else 0
        missing += one.has == "missing"
        tracked += one.has == "tracked"
    return Sum(elements, weight, filled, missing, tracked)


def total(measured: Iterable[Measured]) -> Sum:
    """The sum of elements."""
    every = list(measured)
    return add((asked for one in every for asked in one.asked), elements=len(every))


def rows(measured: Iterable[Measured], by: By) -> tuple[Row, ...]:
    """The parts of the total, the least complete first; of attributes with the elements that are asked for them."""
    parts: dict[Part, list[tuple[Asked, ...]]] = {}
    for one in measured:
        for part, asked in parts_of(one, by):
            parts.setdefault(part, []).append(asked)
    found = [
        Row(key, add((one for asked in members for one in asked), elements=len(members)), state)
        for (state, key), members in parts.items()
    ]
    return tuple(sorted(found, key=_worst_first))


def parts_of(one: Measured, by: By) -> Iterator[tuple[Part, tuple[Asked, ...]]]:
    """The rows that an element belongs to, with what of it belongs there."""
    if by == "attribute":
        yield from ((("", asked.key), (asked,)) for asked in one.asked)
    elif by == "owner":
        yield (one.owner[0], one.known_owner), one.asked
    else:
        yield ("", one.type if by == "kind" else one.layer), one.asked


def worst(measured: Iterable[Measured]) -> tuple[Measured, ...]:
    """The elements that lack something, the least complete first, then those that lack most."""
    lacking = (one for one in measured if one.lacks)
    return tuple(sorted(lacking, key=lambda one: (*_rank(one.sum), one.id)))


def _worst_first(row: Row) -> tuple[Fraction, int, str, str]:
    return (*_rank(row.sum), row.state, row.key)


def _rank(one: Sum) -> tuple[Fraction, int]:
    """What asks for nothing is as complete as can be."""
    share = one.share
    return (Fraction(1) if share is None else share, one.filled - one.weight)


def _measured(element: Element, graph: Graph, yardstick: Yardstick) -> Measured:
    model = graph.model
    kind, criteria = yardstick.kind(element, model), yardstick.criteria(element, model)
    owner = owner_of(element.attributes.get("owner"))
    if owner[0] == "missing" and not any(one.key == "owner" and one.weight for one in criteria):
        owner = ("not-applicable", "")
    asked = (_asked(one, element, graph) for one in criteria)
    return Measured(
        id=element.id,
        type=kind.id if kind else element.type,
        layer=graph.layer(element),
        owner=owner,
        asked=tuple(one for one in asked if one is not None),
    )


def _asked(criterion: Criterion, element: Element, graph: Graph) -> Asked | None:
    """One criterion of an element; None where it is not asked."""
    attribute, day = criterion.attribute, graph.model.as_of
    if attribute is not None and day is not None and not attribute.valid.holds(day):
        return None
    value = _value(criterion.key, element, graph)
    if isinstance(value, Unknown):
        weight = 0 if criterion.is_conditional else criterion.weight
        return Asked(criterion.key, weight, "tracked", value, attribute)
    if not criterion.weight:
        return None
    if _says_something(value):
        return Asked(criterion.key, criterion.weight, "there", None, attribute)
    return None if criterion.is_conditional else Asked(criterion.key, criterion.weight, "missing", None, attribute)


def _value(key: str, element: Element, graph: Graph) -> Value:
    if key == "relationship":
        return element.id in graph.outgoing or element.id in graph.incoming or None
    if key == "evidence":
        return bool(element.evidence) or None
    value = getattr(element, key) if key in {"name", "documentation"} else element.attributes.get(key)
    return value.values[-1].value if isinstance(value, History) else value


def _says_something(value: Value) -> bool:
    """Whether a value is there: `false` and 0 are, an empty text or list is not."""
    if isinstance(value, Localized):
        return any(text.strip() for text in value.texts.values())
    return bool(value.strip()) if isinstance(value, str) else value is not None and value != ()
