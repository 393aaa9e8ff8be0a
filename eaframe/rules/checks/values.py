"""Checks of one value: that it is there, and what it is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Final

from pydantic import AfterValidator, Field

from eaframe.findings.message import say
from eaframe.graph.conditions import Comparison, Condition, state_of
from eaframe.graph.verdicts import conjunction
from eaframe.metamodel.patterns import PatternError, compile_pattern, matches
from eaframe.metamodel.values import History, Localized
from eaframe.rules.checks.asked import failed, proof_of
from eaframe.rules.rule import Problem, Undecided
from eaframe.sources.shape import Shape, Words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from eaframe.graph.conditions import Outcome
    from eaframe.graph.verdicts import Verdict
    from eaframe.metamodel.values import Value
    from eaframe.rules.checks.asked import Asked, Judged


class Required(Shape):
    """Attributes that must be there."""

    required: Annotated[Words, Field(min_length=1)]


def required(asked: Asked, check: Required) -> Iterator[Problem | Undecided]:
    """Each named attribute has a value, or says why it has none."""
    for name in check.required:
        for subject, value in asked.values(name):
            state = state_of(value)
            if state == "unknown":
                yield Undecided(subject, is_tracked=True)
            elif state == "missing":
                message = say("`{id}` has no `{attribute}`.", id=subject.id, attribute=name)
                yield failed(asked, subject, message, name)


class Allowed(Shape):
    """The values that an attribute may have."""

    allowed: str
    values: Annotated[Words, Field(min_length=1)]


def allowed(asked: Asked, check: Allowed) -> Iterator[Problem | Undecided]:
    """The attribute has one of the values; of a list each item is one of them."""
    yield from _compared(asked, check.allowed, Condition.model_validate({"in": check.values}))


def _pattern(text: str) -> str:
    try:
        compile_pattern(text)
    except PatternError as error:
        raise ValueError(say("a pattern without look-around and back-references ({reason})", reason=error)) from None
    return text


class Matches(Shape):
    """The form that a text must have: a pattern of RE2, for the whole of it."""

    matches: str
    pattern: Annotated[str, AfterValidator(_pattern)]


def matches_pattern(asked: Asked, check: Matches) -> Iterator[Problem | Undecided]:
    """The text is of the form of the pattern, in each of its languages; of a list each item is."""
    for subject, value in asked.values(check.matches):
        verdict = _is_of_form(value, check.pattern)
        if verdict is None:
            yield Undecided(subject)
        elif not verdict:
            message = say(
                "`{attribute}` of `{id}` is not of the form `{expected}`: {value}",
                id=subject.id,
                attribute=check.matches,
                value=asked.label(value),
                expected=check.pattern,
            )
            yield failed(asked, subject, message, check.matches)


def _is_of_form(value: Value, pattern: str) -> Verdict:
    if isinstance(value, History):
        verdicts = {_is_of_form(dated.value, pattern) for dated in value.values}
        return verdicts.pop() if len(verdicts) == 1 else None
    if state_of(value) != "known":
        return None
    if isinstance(value, tuple):
        return conjunction(_is_of_form(item, pattern) for item in value)
    texts = value.texts.values() if isinstance(value, Localized) else [str(value)]
    return all(matches(pattern, text) for text in texts)


class Attribute(Condition):
    """How an attribute must compare; all comparisons must hold."""

    attribute: str


def attribute(asked: Asked, check: Attribute) -> Iterator[Problem | Undecided]:
    """The attribute compares as it must: with a literal, another attribute, one a step away, the day of the model."""
    yield from _compared(asked, check.attribute, check)


def _compared(asked: Asked, name: str, condition: Condition) -> Iterator[Problem | Undecided]:
    compare = Comparison(asked.graph, condition, every=True)
    for subject, value in asked.values(name):
        outcome = compare(subject, value)  # type: ignore[arg-type]  # a view has attributes too
        if outcome.holds is None:
            yield Undecided(subject)
        elif outcome.holds is False:
            yield _wrong(asked, subject, name, condition, outcome)


_FIELDS: Final = {"in": "in_", "is": "is_"}
_MUST: Final = {
    "equals": say("must be {expected}"),
    "min": say("must be at least {expected}"),
    "max": say("must be at most {expected}"),
    "in": say("must be one of {expected}"),
    "contains": say("must contain {expected}"),
    "starts-with": say("must start with {expected}"),
    "max-age": say("must not be older than {expected}"),
    "is": say("must be {expected}"),
}


def _wrong(asked: Asked, subject: Judged, name: str, condition: Condition, outcome: Outcome) -> Problem:
    value = asked.value(subject, name)
    operand = getattr(condition, _FIELDS.get(outcome.operator, outcome.operator.replace("-", "_")))
    other, of = outcome.other or subject, getattr(operand, "attribute", "")
    notes = [*proof_of(asked, subject, name), *(proof_of(asked, other, of) if of else ())]
    expected = outcome.expected
    if of and outcome.other is None:
        expected = say("{value}, its `{name}`", value=outcome.expected, name=of)
    elif of:
        expected = say("{value}, the `{name}` of `{id}`", value=outcome.expected, name=of, id=other.id)
    state = state_of(value)
    said: dict[str, object] = {
        "attribute": name,
        "id": subject.id,
        "value": asked.label(value) if state == "known" else _STATES[state],
        "must": say(_MUST[outcome.operator].template, expected=expected),
        "expected": expected,
    }
    message = say("`{attribute}` of `{id}` is {value}; it {must}.", **said)
    if state == "known":
        message = say("`{attribute}` of `{id}` is `{value}`; it {must}.", **said)
    discriminator = "/".join(filter(None, (name, outcome.operator, outcome.other.id if outcome.other else "")))
    return failed(asked, subject, message, name, notes=notes, discriminator=discriminator)


_STATES: Final = {
    "missing": say("missing"),
    "unknown": say("not known yet"),
    "not-applicable": say("not applicable"),
    "known": say("known"),
}
