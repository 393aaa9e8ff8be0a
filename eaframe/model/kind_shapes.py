"""Kinds and their attributes as a file declares them."""

from __future__ import annotations

from typing import Annotated, Any, Literal, Self

from pydantic import Field, ValidationInfo, field_validator, model_validator

from eaframe.findings.message import say
from eaframe.metamodel.kinds import AttributeType
from eaframe.metamodel.looks import ColourName
from eaframe.metamodel.obligations import Obligation
from eaframe.metamodel.period import EARLIEST, LATEST, Period, parse_day
from eaframe.model.workspace_file import PartialDate, Text
from eaframe.sources.shape import Flag, Shape, Words

Bound = Annotated[float | None, Field(allow_inf_nan=False)]


class ValidShape(Shape):
    """A validity in a definition."""

    from_: PartialDate | None = None
    to: PartialDate | None = None

    @field_validator("to")
    @classmethod
    def _does_not_end_first(cls, to: str | None, info: ValidationInfo) -> str | None:
        first = parse_day(info.data.get("from_") or "")
        last = parse_day(to or "", last=True)
        if first is not None and last is not None and last < first:
            raise ValueError(say("a date that is not before `from`"))
        return to

    @property
    def period(self) -> Period:
        """The days from its first to its last."""
        return Period(
            (parse_day(self.from_) if self.from_ else None) or EARLIEST,
            (parse_day(self.to, last=True) if self.to else None) or LATEST,
            self.from_ or "",
            self.to or "",
        )


class AttributeShape(Shape):
    """One attribute as a file declares it."""

    type: AttributeType
    label: Text = ""
    documentation: Text = ""
    required: Flag = False
    obligation: Obligation | None = None  # by default mandatory where it is required, else optional
    default: str | None = None
    allowed: Words | dict[str, Text] = ()  # words, or words with what people read for each
    min: Bound = None
    max: Bound = None
    pattern: str = ""
    example: str = ""  # of the pattern's form: messages show it, and the pattern only in a note
    to: Words = ()
    of: AttributeShape | None = None
    unknown: Flag = True
    visibility: Literal["", "public", "internal", "restricted"] = ""
    valid: ValidShape | None = None


class TermShape(Shape):
    """One source of a derived value; ``when`` is a selector, which the room of the graph reads."""

    when: Any = None
    value: str = ""
    along: Words = ()
    inverse: Flag = False
    attribute: str = ""

    @model_validator(mode="after")
    def _says_one_thing(self) -> Self:
        if bool(self.value) == bool(self.attribute) or (self.along and not self.attribute):
            raise ValueError(say("either a `value`, or an `attribute` (its own, or `along` verbs)"))
        return self


class DerivationShape(Shape):
    """A value that follows from others: the largest or the smallest of its terms."""

    label: Text = ""
    documentation: Text = ""
    max_of: tuple[TermShape, ...] = ()
    min_of: tuple[TermShape, ...] = ()

    @model_validator(mode="after")
    def _has_one_direction(self) -> Self:
        if bool(self.max_of) == bool(self.min_of):
            raise ValueError(say("either `max-of` or `min-of` with a list of terms"))
        return self


class KindShape(Shape):
    """One kind as a file declares it: a new one with a ``base``, or more attributes for those it ``extend``s."""

    base: str | None = None
    extend: Words = ()
    label: Text = ""
    documentation: Text = ""
    icon: str = ""
    colour: ColourName | None = None
    attributes: dict[str, AttributeShape] = Field(default_factory=dict)
    derived: dict[str, DerivationShape] = Field(default_factory=dict)
