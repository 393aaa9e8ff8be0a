"""Conditions on one value, and whether it satisfies them: yes, no, or undecided where something is not known.

A value that is missing, unknown or not applicable leaves every comparison undecided (None): only ``is`` asks for that
itself. So a rule never blames what nobody knows, and a selector never picks it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated, Any, Final, Literal, Self

from pydantic import AfterValidator, BeforeValidator, model_validator

from eaframe.findings.message import say
from eaframe.graph.attributes import value_of
from eaframe.graph.hops import Steps, steps
from eaframe.graph.measure import at_least, at_most, day_range
from eaframe.graph.verdicts import conjunction, disjunction
from eaframe.metamodel.period import day_text, in_words, parse_duration, shifted
from eaframe.metamodel.values import History, Localized, NotApplicable, Unknown, text_in
from eaframe.sources.shape import Flag, Shape, Words

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator

    from eaframe.findings.message import Phrase
    from eaframe.graph.graph import Graph
    from eaframe.graph.verdicts import Verdict
    from eaframe.metamodel.values import Value
    from eaframe.model.elements import Element, Relationship
    from eaframe.model.model import Model

State = Literal["known", "missing", "unknown", "not-applicable"]


def _duration(text: str) -> str:
    if parse_duration(text) is None:
        raise ValueError(say("a duration like P6M, -P1Y or P90D"))
    return text


DurationText = Annotated[str, AfterValidator(_duration)]


class Operand(Shape):
    """What a value is compared with, where that is no literal.

    Either another ``attribute`` (of the same subject, or of each that is one step ``via`` away, where ``type`` says so
    only of elements of that type), or the day of the model plus or minus a duration (``as-of: -P1Y``). ``before`` and
    ``after`` are literal text around the other's: with ``after: "."`` only whole groups of a dotted code match.
    """

    attribute: str = ""
    via: Words = ()
    inverse: Flag = False
    type: Words = ()
    before: str = ""
    after: str = ""
    as_of: DurationText | None = None

    @model_validator(mode="after")
    def _is_one_thing(self) -> Self:
        steps_away = self.via or self.inverse
        of_the_day = self.as_of is not None
        has_more = steps_away or self.before or self.after
        if bool(self.attribute) == of_the_day or (of_the_day and has_more) or (self.type and not steps_away):
            raise ValueError(say("a literal, or either an `attribute` (its own, or one step `via` verbs) or `as-of`"))
        return self


def _several(value: object) -> object:
    return [value] if isinstance(value, str) else value


class Condition(Shape):
    """Comparisons that a value must all satisfy."""

    equals: str | Operand | None = None
    min: str | Operand | None = None
    max: str | Operand | None = None
    in_: Annotated[
        tuple[str, ...] | Operand | None,
        BeforeValidator(_several, json_schema_input_type=str | tuple[str, ...] | Operand),
    ] = None
    contains: str | Operand | None = None
    starts_with: str | Operand | None = None
    max_age: DurationText | None = None
    is_: Annotated[tuple[State, ...], BeforeValidator(_several, json_schema_input_type=State | tuple[State, ...])] = ()

    @model_validator(mode="after")
    def _compares_something(self) -> Self:
        # Else it would hold of everything, and a check of it would pass without a word.
        if not self.is_ and self.max_age is None and all(getattr(self, operator) is None for operator in _TESTS):
            raise ValueError(say("one comparison or more, such as `equals`, `min`, `in` or `is`"))
        return self


def _written_short(value: object) -> object:
    if isinstance(value, str):
        return {"equals": value}
    return {"in": value} if isinstance(value, list) else value


ShortCondition = Annotated[
    Condition, BeforeValidator(_written_short, json_schema_input_type=str | tuple[str, ...] | Condition)
]  # comparisons; or one word, or several of which one must be it


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a value compares. Where it does not hold: by which comparison, with what, and whose value that was."""

    holds: Verdict
    operator: str = ""
    expected: Phrase = ""
    other: Element | Relationship | None = None
    step: Relationship | None = None


_HOLDS: Final = Outcome(holds=True)
_UNDECIDED: Final = Outcome(holds=None)
_Pair = tuple["Value", "Element | Relationship | None", "Relationship | None"]


def state_of(value: Value) -> State:
    """Whether a value is known, and if not, why; a text of blanks is missing."""
    if isinstance(value, str):  # what nearly every value is
        return "missing" if not value or value.isspace() else "known"
    if isinstance(value, Localized):
        for text in value.texts.values():
            if text and not text.isspace():
                return "known"
        # A text that is there but could not be read has no languages; that is reported, and it is not missing too.
        return "missing" if value.texts else "known"
    if isinstance(value, Unknown):
        return "unknown"
    if isinstance(value, NotApplicable):
        return "not-applicable"
    return "missing" if value is None or value == () else "known"


def is_one_value(value: Value) -> bool:
    """Whether a value is known and, in a model of all times, always was the same."""
    return state_of(value) == "known" and not isinstance(value, History)


class Comparison:
    """A condition made ready for one graph."""

    def __init__(self, graph: Graph, condition: Condition, *, every: bool = False) -> None:
        """``every`` tells whether all items of a list must satisfy it, or one."""
        self.graph = graph
        self.condition = condition
        self.every = every
        self._tests: list[tuple[str, Callable[[Value, Value], Verdict], Callable[[Any], Iterable[_Pair]]]] = [
            (operator.rstrip("_").replace("_", "-"), test, self._operands(getattr(condition, operator)))
            for operator, test in _TESTS.items()
            if getattr(condition, operator) is not None
        ]

    def __call__(self, subject: Element | Relationship, value: Value) -> Outcome:
        """How ``value``, an attribute of ``subject``, compares."""
        undecided = False
        if self.condition.is_:
            states = {state_of(one) in self.condition.is_ for one in _at_all_times(value)}
            if value is None and subject.id in self.graph.model.unsure:
                states = set()  # it may be what could not be read
            if states == {False}:
                return Outcome(False, "is", " | ".join(self.condition.is_))
            undecided = states != {True}
        if self.condition.max_age is not None:
            fresh = _of_all_times(value, self.condition.max_age, self._is_fresh, every=self.every)
            if fresh is False:
                return Outcome(False, "max-age", in_words(self.condition.max_age))
            undecided = undecided or fresh is None
        for operator, test, operands in self._tests:
            for expected, other, step in operands(subject):
                holds = _of_all_times(value, expected, test, every=self.every)
                if holds is False:
                    return Outcome(False, operator, said(self.graph.model, expected), other, step)
                undecided = undecided or holds is None
        return _UNDECIDED if undecided else _HOLDS

    def _is_fresh(self, value: Value, age: Value) -> Verdict:
        """Whether a date is not longer ago than ``age``, on the day of the model."""
        day, days, duration = self.graph.model.as_of, day_range(value), parse_duration(str(age))
        return None if day is None or days is None or duration is None else days[1] >= shifted(day, -duration)

    def _operands(self, operand: Any) -> Callable[[Element | Relationship], Iterable[_Pair]]:
        """The values to compare with, whose they are, and the step that leads there."""
        graph = self.graph
        if not isinstance(operand, Operand):
            literal: list[_Pair] = [(operand, None, None)]
            return lambda _: literal
        if operand.as_of is not None:
            day, duration = graph.model.as_of, parse_duration(operand.as_of)
            # With all times at once there is no day to count from.
            then = None if day is None or duration is None else shifted(day, duration)
            text = None if then is None else day_text(then)
            moment: list[_Pair] = [(text, None, None)]
            return lambda _: moment
        if operand.via or operand.inverse:
            way = steps(graph.model, operand.via, inverse=operand.inverse)
            among = graph.of_types(operand.type) if operand.type else None
            return lambda subject: (
                (_framed(operand, value), other, step)
                for value, other, step in _one_step_away(graph, subject, way, operand.attribute, among)
            )
        return lambda subject: [(_framed(operand, value_of(graph, subject, operand.attribute)), None, None)]


def _framed(operand: Operand, value: Value) -> Value:
    """A known text with what the operand writes before and after it; any other value as it is."""
    if not (operand.before or operand.after) or not isinstance(value, str) or state_of(value) != "known":
        return value
    return f"{operand.before}{value}{operand.after}"


def _one_step_away(
    graph: Graph, subject: Element | Relationship, way: Steps, name: str, among: Collection[str] | None
) -> Iterator[_Pair]:
    for relationship, id_ in way.from_(graph, subject.id):
        other = graph.elements.get(id_)
        if other is not None and (among is None or id_ in among):
            yield value_of(graph, other, name), other, relationship


def said(model: Model, value: Value) -> str:
    """A value in words, for a sentence."""
    if isinstance(value, tuple):
        return ", ".join(f"`{model.label(item)}`" for item in value)
    return f"`{model.label(value)}`"


def _of_all_times(value: Value, expected: Value, test: Callable[[Value, Value], Verdict], *, every: bool) -> Verdict:
    """Of a value with several times (in a model of all times) what is true at all of them; else nobody can say."""
    if not isinstance(value, History) and not isinstance(expected, History):
        return _of_items(value, expected, test, every=every)
    others = _at_all_times(expected)
    verdicts = {_of_items(one, other, test, every=every) for one in _at_all_times(value) for other in others}
    return verdicts.pop() if len(verdicts) == 1 else None


def _at_all_times(value: Value) -> list[Value]:
    return [dated.value for dated in value.values] if isinstance(value, History) else [value]


def _of_items(value: Value, expected: Value, test: Callable[[Value, Value], Verdict], *, every: bool) -> Verdict:
    if state_of(value) != "known" or state_of(expected) != "known":
        return None
    if not isinstance(value, tuple) or test is _contains:
        return test(value, expected)
    verdicts = [test(item, expected) for item in value]
    return conjunction(verdicts) if every else disjunction(verdicts)


def _equals(value: Value, expected: Value) -> Verdict:
    if isinstance(value, Localized):
        return expected in value.texts.values() if isinstance(expected, str) else value == expected
    if isinstance(expected, Localized):
        return _equals(expected, value)
    if isinstance(value, str) == isinstance(expected, str):
        return value == expected
    value, expected = (expected, value) if isinstance(value, str) else (value, expected)
    if isinstance(value, bool):
        return expected == ("true" if value else "false")
    low, high = at_least(value, expected), at_most(value, expected)
    return None if low is None or high is None else low and high


def _in(value: Value, expected: Value) -> Verdict:
    return disjunction(_equals(value, one) for one in (expected if isinstance(expected, tuple) else (expected,)))


def _contains(value: Value, expected: Value) -> Verdict:
    if isinstance(expected, tuple):
        return conjunction(_contains(value, one) for one in expected)
    if isinstance(value, tuple):
        return disjunction(_equals(item, expected) for item in value)
    return any(text_in(expected) in text for text in _texts(value))


def _starts_with(value: Value, expected: Value) -> Verdict:
    return any(text.startswith(text_in(expected)) for text in _texts(value))


def _texts(value: Value) -> Iterable[str]:
    return value.texts.values() if isinstance(value, Localized) else (text_in(value),)


_TESTS: Final[dict[str, Callable[[Value, Value], Verdict]]] = {
    "equals": _equals,
    "min": at_least,
    "max": at_most,
    "in_": _in,
    "contains": _contains,
    "starts_with": _starts_with,
}
