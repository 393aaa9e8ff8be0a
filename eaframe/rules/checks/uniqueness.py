"""Checks over all subjects at once: that values differ, and how many there are."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from pydantic import Field

from eaframe.findings import Note
from eaframe.findings.message import say
from eaframe.graph.conditions import is_one_value
from eaframe.rules.checks.asked import failed, listed
from eaframe.rules.rule import Problem, Undecided
from eaframe.sources.shape import Number, Shape, Words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from eaframe.rules.checks.asked import Asked, Judged


class Unique(Shape):
    """Attributes whose values, taken together, no two subjects may share (of one value of ``per``)."""

    unique: Annotated[Words, Field(min_length=1)]
    per: str = ""


def unique(asked: Asked, check: Unique) -> Iterator[Problem | Undecided]:
    """No two subjects have the same values; each is reported beside the first of its group."""
    first: dict[tuple[str, ...], Judged] = {}
    names = (*check.unique, *([check.per] if check.per else []))
    for row in zip(*map(asked.values, names), strict=True):
        subject = row[0][0]
        if not all(is_one_value(value) for _, value in row):
            yield Undecided(subject)
            continue
        key = tuple(asked.label(value) for _, value in row)
        other = first.setdefault(key, subject)
        if other is not subject:
            attributes = ", ".join(f"`{name}`" for name in check.unique)
            shown = ", ".join(key[: len(check.unique)])
            message = say(
                "`{id}` has the same {attribute} as `{other}`: {value}",
                id=subject.id,
                attribute=attributes,
                other=other.id,
                value=shown,
            )
            notes = [Note(say("the other one"), other.place(check.unique[0]))]
            # By the value: which of several is the first may change, and the finding is still the same.
            yield failed(asked, subject, message, check.unique[0], notes=notes, discriminator=shown)


class Bounds(Shape):
    """How many: at least ``min``, at most ``max``."""

    min: Annotated[Number, Field(ge=0)] = 0
    max: Annotated[Number, Field(ge=0)] | None = None


class Count(Shape):
    """How many subjects there may be (of each value of ``per``)."""

    count: Bounds
    per: str = ""


def count(asked: Asked, check: Count) -> Iterator[Problem | Undecided]:
    """There are enough subjects, and not too many; where none may be, each is reported."""
    groups: dict[str, list[Judged]] = {} if check.per else {"": []}
    open_ = asked.open
    for subject in asked.subjects:
        value = asked.value(subject, check.per) if check.per else ""
        if check.per and not is_one_value(value):
            yield Undecided(subject)
            open_ += 1
        else:
            groups.setdefault(asked.label(value), []).append(subject)
    for group, members in sorted(groups.items()):
        if len(members) + open_ < check.count.min:
            number, expected = len(members), check.count.min
            message = say(
                "There are {number} of what this rule selects; at least {expected} are needed.",
                number=number,
                expected=expected,
                value=group,
            )
            if check.per:
                message = say(
                    "There are {number} with `{per}` {value}; at least {expected} are needed.",
                    number=number,
                    per=check.per,
                    value=group,
                    expected=expected,
                )
            yield failed(asked, asked.workspace, message, discriminator=f"min/{group}")
        elif check.count.max is not None and len(members) > check.count.max:
            yield from _too_many(asked, check.count.max, group, members)


def _too_many(asked: Asked, most: int, group: str, members: list[Judged]) -> Iterator[Problem]:
    if most == 0:
        for subject in members:
            args = {"id": subject.id, "number": len(members), "expected": 0, "value": group}
            yield failed(asked, subject, say("`{id}` is what this rule forbids.", **args))
        return
    over, others = members[most], [*members[:most], *members[most + 1 :]]
    message = say(
        "`{id}` is one of {number} where at most {expected} may be; the others are {others}.",
        id=over.id,
        number=len(members),
        expected=most,
        others=listed(one.id for one in others),
        value=group,
    )
    notes = [Note(say("another one"), one.place()) for one in others[:most]]
    yield failed(asked, over, message, notes=notes, discriminator=f"max/{group}")
