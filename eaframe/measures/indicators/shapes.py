"""Indicators and observations as files write them."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Annotated, Any, Literal, Union

from pydantic import AfterValidator, BeforeValidator, Field, model_validator

from eaframe.findings.message import say
from eaframe.graph.conditions import DurationText
from eaframe.graph.measure import amount
from eaframe.graph.selector import Selector
from eaframe.measures.indicators.formulas import FORMULAS
from eaframe.model.kind_shapes import ValidShape
from eaframe.model.workspace_file import PartialDate, Text
from eaframe.sources.shape import Number, Shape, Words

if TYPE_CHECKING:
    from typing import Self

Direction = Literal["higher", "lower"]
Grade = Literal["A", "B", "C", "K", "modelled"]
_UNSOURCED = frozenset({"modelled", "K"})  # grades that may stand without a reference


def _amount(value: object) -> object:
    if isinstance(value, Decimal):
        return value
    found = amount(value) if isinstance(value, str) else None
    if found is None or found[1]:
        raise ValueError(say("a number"))
    return found[0]


Amount = Annotated[Decimal, BeforeValidator(_amount, json_schema_input_type=float)]


class EvidenceShape(Shape):
    """Where a number comes from, and how far that can be trusted; as the ``evidence`` of an element."""

    ref: str = ""
    grade: Grade
    note: Text = ""

    @model_validator(mode="after")
    def _has_a_source(self) -> Self:
        if not self.ref and self.grade not in _UNSOURCED:
            raise ValueError(say("a `ref` beside a grade that claims a source"))
        return self


def _listed(value: object) -> object:
    return [value] if isinstance(value, dict) else value


EvidenceList = Annotated[
    tuple[EvidenceShape, ...],
    BeforeValidator(_listed, json_schema_input_type=EvidenceShape | tuple[EvidenceShape, ...]),
]


class UnknownShape(Shape):
    """Not known yet, and tracked: ``by`` (an element) finds it out until a day."""

    by: str
    until: PartialDate
    note: Text = ""


class LevelShape(Shape):
    """A baseline or a target: a value at a date; or not known yet."""

    value: Amount | None = None
    date: PartialDate | None = None
    evidence: EvidenceList = ()
    note: Text = ""
    unknown: UnknownShape | None = None

    @model_validator(mode="after")
    def _says_one_thing(self) -> Self:
        alone = self.date is None and not self.evidence and not self.note
        if (self.value is None) == (self.unknown is None) or (self.unknown is not None and not alone):
            raise ValueError(say("either a `value` with its `date`, or `unknown: {{by: UNIT, until: DATE}}`"))
        if self.unknown is None and self.date is None:
            raise ValueError(say("a `date` beside the `value`"))
        return self


class CompletedShape(Shape):
    """What a workspace may say of an indicator, be it its own or of a library.

    ``source`` is where the numbers come from, ``update`` how often (a duration of ISO 8601), ``responsible`` the unit
    that answers for it, ``per`` the attributes by which it is broken down. ``scope`` is a selector that all is limited
    to, or the word `workspace`; it is read by itself.
    """

    documentation: Text = ""
    basis: Text = ""
    scope: Any = None
    baseline: LevelShape | None = None
    target: LevelShape | None = None
    source: Text = ""
    update: DurationText | None = None
    responsible: str = ""
    per: Words = ()


def _not_blank(text: Text) -> Text:
    if not (text.strip() if isinstance(text, str) else any(one.strip() for one in text.values())):
        raise ValueError(say("some words"))
    return text


class IndicatorShape(CompletedShape):
    """An indicator as a file says it. ``formula`` is read by itself: its shape depends on a word in it.

    ``unit`` is one of `percent`, `count`, `points`, `rank`, or a word of one's own.
    """

    name: Annotated[Text, AfterValidator(_not_blank)]
    unit: Annotated[Text, AfterValidator(_not_blank)]
    direction: Direction = "higher"
    formula: Any
    valid: ValidShape | None = None


class ExtensionShape(CompletedShape):
    """What a workspace adds to an indicator of a library."""

    extend: str


class ObservationShape(Shape):
    """A number that somebody published: ``value`` in the unit of its indicator, or the ``rank`` it meant, or both.

    ``scope`` is an element, or the word of an attribute that indicators are broken down by (a sector). Two sources that
    count differently are told apart by ``series``, which people read as its ``series-name``.
    """

    indicator: str
    date: PartialDate
    value: Amount | None = None
    rank: Annotated[Number, Field(ge=1)] | None = None
    scope: str = ""
    series: str = ""
    series_name: Text = ""
    note: Text = ""
    evidence: Annotated[EvidenceList, Field(min_length=1)]

    @model_validator(mode="after")
    def _says_something(self) -> Self:
        if self.value is None and self.rank is None:
            raise ValueError(say("a `value`, a `rank` or both"))
        if self.series_name and not self.series:
            raise ValueError(say("a `series` beside the `series-name`"))
        return self


_FORMULAS = (*(kind.shape for kind in FORMULAS.values()), Literal["observed"])


class IndicatorForEditors(IndicatorShape):
    """With all that ``formula`` and ``scope`` may be, also of an extension: only the JSON Schema needs it."""

    name: Text = ""
    unit: Text = ""
    extend: str = ""
    formula: Union[tuple(_FORMULAS)] = "observed"  # type: ignore[valid-type]  # noqa: UP007
    scope: Selector | tuple[Selector, ...] | Literal["workspace"] | None = None
