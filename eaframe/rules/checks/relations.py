"""Checks of what is one step away: that there is enough of it, none of it, or that two things differ."""

from __future__ import annotations

import itertools
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Annotated, Final, Literal, Self

from pydantic import Field, model_validator

from eaframe.findings.message import say
from eaframe.graph.conditions import is_one_value
from eaframe.graph.measure import amount
from eaframe.graph.select import hop
from eaframe.graph.selector import Hop, Selector
from eaframe.rules.checks.asked import failed, listed, verb_seen_from, via, wanted
from eaframe.rules.rule import Problem, Undecided
from eaframe.sources.shape import Shape

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from eaframe.findings.message import Phrase
    from eaframe.graph.verdicts import Verdict
    from eaframe.metamodel.values import Value
    from eaframe.model.elements import Element, Relationship
    from eaframe.rules.checks.asked import Asked, Judged


class OwnAttribute(Shape):
    """A bound that each subject says of itself."""

    attribute: str


Bound = Annotated[float, Field(allow_inf_nan=False)] | OwnAttribute
Step = tuple["Relationship", "Element", "Verdict"]


class Related(Shape):
    """What must be one step away, and how much of it: at least one unless ``min`` or ``max`` say otherwise.

    ``aggregate`` counts relationships, different elements (or different values of their attribute ``of``), or sums up
    ``of``; with ``per`` each group of elements that share a value of that attribute is counted by itself. A bound may
    be an attribute of the subject: ``max: {attribute: budget}``.
    """

    related: Hop
    min: Bound | None = None
    max: Bound | None = None
    aggregate: Literal["count", "count-distinct", "sum"] = "count-distinct"
    of: str = ""
    per: str = ""

    @model_validator(mode="after")
    def _sums_something(self) -> Self:
        if self.aggregate == "sum" and not self.of:
            raise ValueError(say("a count, or a sum with `of: ATTRIBUTE`"))
        if self.aggregate == "count" and self.of:
            raise ValueError(say("a count without `of`; with it `count-distinct` or `sum`"))
        return self

    @property
    def least(self) -> Bound | None:
        """The lower bound; None where a sum has none."""
        if self.min is None and self.aggregate == "sum":
            return None if self.max is not None else 1
        return self.min if self.min is not None else 1 if self.max is None else 0


def related(asked: Asked, check: Related) -> Iterator[Problem | Undecided]:
    """There is enough one step away, and not too much."""
    follow = hop(asked.graph, check.related)
    for subject in asked.subjects:
        groups = _groups(asked, check.per, list(follow(subject.id)))
        least, most = _bound(asked, subject, check.least), _bound(asked, subject, check.max)
        if groups is None or least is None or most is None:
            yield Undecided(subject)
            continue
        for group, members in groups.items():
            found = _amount(asked, check, members)
            if found is None or not found.is_comparable(least) or not found.is_comparable(most):
                yield Undecided(subject)
            elif found.most < least.least:
                yield _out_of_bounds(asked, subject, check, group, found.most, least.least, members)
            elif found.least > most.most:
                yield _out_of_bounds(asked, subject, check, group, found.least, most.most, members)
            elif found.least < least.least or found.most > most.most:
                yield Undecided(subject)


@dataclass(frozen=True, slots=True)
class _Amount:
    """What there is at least, and at most; of money with its currency."""

    least: Decimal
    most: Decimal
    unit: str = ""

    def is_comparable(self, bound: _Amount) -> bool:
        return not (self.unit and bound.unit) or self.unit == bound.unit


_NO_BOUND: Final = _Amount(Decimal("-Infinity"), Decimal("Infinity"))


def _bound(asked: Asked, subject: Judged, bound: Bound | None) -> _Amount | None:
    """A bound as it is for one subject; None where its attribute is not known."""
    if bound is None:
        return _NO_BOUND
    if not isinstance(bound, OwnAttribute):
        return _Amount(Decimal(str(bound)), Decimal(str(bound)))
    said = amount(asked.value(subject, bound.attribute))
    return None if said is None else _Amount(said[0], said[0], said[1])


def _groups(asked: Asked, per: str, steps: Sequence[Step]) -> Mapping[str, Sequence[Step]] | None:
    """The steps by a value of the elements they lead to; None where one of these is not known."""
    if not per:
        return {"": steps}
    groups: dict[str, list[Step]] = {}
    for step in steps:
        value = asked.value(step[1], per)
        if not is_one_value(value):
            return None
        groups.setdefault(asked.label(value), []).append(step)
    return dict(sorted(groups.items()))


def _amount(asked: Asked, check: Related, members: Sequence[Step]) -> _Amount | None:
    """What is there for sure, and what may be there at most; None where nobody can say."""
    sure = [step for step in members if step[2] is True]
    if check.aggregate == "sum":
        certain = len({other.id for _, other, _ in sure}) == len({other.id for _, other, _ in members})
        values = [asked.value(other, check.of) for other in {one.id: one for _, one, _ in members}.values()]
        return _sum(values) if certain else None
    low, high = _count(asked, check, members, sure)
    return _Amount(Decimal(low), Decimal(high))


def _sum(values: Iterable[Value]) -> _Amount | None:
    """The sum of numbers or of amounts of one unit; None where one is not known, or where units differ."""
    amounts = [amount(value) for value in values]
    numbers = [one[0] for one in amounts if one is not None]
    units = {one[1] for one in amounts if one is not None}
    if len(numbers) < len(amounts) or len(units) > 1:
        return None
    total = sum(numbers, Decimal(0))
    return _Amount(total, total, "".join(units))


def _count(asked: Asked, check: Related, members: Sequence[Step], sure: Sequence[Step]) -> tuple[int, int]:
    """How many there are for sure, and how many there may be."""
    if check.aggregate == "count":
        return len(sure), len(members)
    if not check.of:
        return len({other.id for _, other, _ in sure}), len({other.id for _, other, _ in members})
    known = {step[1].id: asked.value(step[1], check.of) for step in members}
    different = {asked.label(known[other.id]) for _, other, _ in sure if is_one_value(known[other.id])}
    open_ = {other.id for _, other, verdict in members if verdict is None or not is_one_value(known[other.id])}
    return len(different), len(different) + len(open_)


def _out_of_bounds(
    asked: Asked,
    subject: Judged,
    check: Related,
    group: str,
    found: Decimal,
    bound: Decimal,
    members: Sequence[Step],
) -> Problem:
    what: Phrase = wanted(check.related.to)
    if group:
        what = say("{what} with `{per}` {value}", what=what, per=check.per, value=group)
    few = found < bound
    args = {
        "id": subject.id,
        "verb": via(check.related),
        "what": what,
        "number": _plain(found),
        "expected": _plain(bound),
        "others": listed(dict.fromkeys(other.id for _, other, _ in members)),
        "of": check.of,
    }
    if few and not found and check.aggregate != "sum":
        message = say("`{id}` has no {verb} to {what}.", **args)
    elif few and check.aggregate == "sum":
        message = say("The sum of `{of}` over {verb} of `{id}` is {number}; at least {expected} is needed.", **args)
    elif check.of and check.aggregate != "sum":
        counted = say("different `{of}` over {verb} to {what}", **args)
        if few:
            message = say("`{id}` has {number} {counted}; at least {expected} are needed.", counted=counted, **args)
        else:
            message = say(
                "`{id}` has {number} {counted}, where at most {expected} may be: {others}.", counted=counted, **args
            )
    elif few:
        message = say("`{id}` has {number} {verb} to {what}; at least {expected} are needed.", **args)
    elif check.aggregate == "sum":
        message = say("The sum of `{of}` over {verb} of `{id}` is {number}; at most {expected} may be.", **args)
    else:
        message = say("`{id}` has {number} {verb} to {what}, where at most {expected} may be: {others}.", **args)
    discriminator = f"{'min' if few else 'max'}/{group}".rstrip("/")
    return failed(asked, subject, message, discriminator=discriminator)


def _plain(number: Decimal) -> str:
    """A number with all its digits, and no more of them than it needs."""
    text = f"{number:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


class Unrelated(Shape):
    """What must not be one step away."""

    unrelated: Hop


def unrelated(asked: Asked, check: Unrelated) -> Iterator[Problem | Undecided]:
    """None of it is there; each relationship to it is reported where it is written."""
    follow = hop(asked.graph, check.unrelated)
    for subject in asked.subjects:
        undecided = False
        for relationship, other, verdict in follow(subject.id):
            if verdict is None:
                undecided = True
                continue
            verb = verb_seen_from(asked.graph, relationship, subject.id)
            message = say("`{id}` {verb} `{other}`, which must not be.", id=subject.id, verb=verb, other=other.id)
            at = relationship.place() if relationship.is_own else None
            yield failed(asked, subject, message, at=at, discriminator=relationship.id)
        if undecided:
            yield Undecided(subject)


class Side(Hop):
    """One of several things that must differ: the value of an attribute, or what is one step away."""

    attribute: str = ""
    to: Selector | None = None  # said again: pydantic looks for the name where the class is

    @model_validator(mode="after")
    def _is_one_thing(self) -> Self:
        if bool(self.attribute) == bool(self.via or self.to or self.where_relationship):
            raise ValueError(say("either an `attribute`, or a step `via` verbs"))
        return self


class Separate(Shape):
    """Things that no one and nothing may be at once."""

    separate: Annotated[tuple[Side, ...], Field(min_length=2)]


def separate(asked: Asked, check: Separate) -> Iterator[Problem | Undecided]:
    """No two of the sides have anything in common."""
    follow = [None if side.attribute else hop(asked.graph, side) for side in check.separate]
    for subject in asked.subjects:
        sides: list[set[str]] = []
        undecided = False
        for side, step in zip(check.separate, follow, strict=True):
            if step is None:
                value = asked.value(subject, side.attribute)
                known = is_one_value(value)
                undecided = undecided or not known
                sides.append({asked.label(one) for one in _items(value)} if known else set())
            else:
                steps = list(step(subject.id))
                undecided = undecided or any(verdict is None for _, _, verdict in steps)
                sides.append({other.id for _, other, verdict in steps if verdict is True})
        both = False
        for (one, first), (other, second) in itertools.combinations(zip(check.separate, sides, strict=True), 2):
            for shared in sorted(first & second):
                both = True
                message = say(
                    "{first} and {second} of `{id}` are both `{value}`.",
                    first=_side(one),
                    second=_side(other),
                    id=subject.id,
                    value=shared,
                )
                path = (one.attribute,) if one.attribute else ()
                discriminator = f"{_side(one)}/{_side(other)}/{shared}"
                yield failed(asked, subject, message, *path, discriminator=discriminator)
        if undecided and not both:
            yield Undecided(subject)


def _items(value: Value) -> tuple[Value, ...]:
    return value if isinstance(value, tuple) else (value,)


def _side(side: Side) -> str:
    return f"`{side.attribute}`" if side.attribute else ", ".join(f"`{verb}`" for verb in side.via) or "`related`"
