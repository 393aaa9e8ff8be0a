"""Kinds and their attributes as a file declares them."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from eaframe.metamodel.kinds import AttributeType
from eaframe.model.workspace_file import PartialDate, Text
from eaframe.sources.shape import Flag, Shape, Words

Bound = Annotated[float | None, Field(allow_inf_nan=False)]


class ValidShape(Shape):
    """A validity in a definition."""

    from_: PartialDate | None = None
    to: PartialDate | None = None


class AttributeShape(Shape):
    """One attribute as a file declares it."""

    type: AttributeType
    label: Text = ""
    documentation: Text = ""
    required: Flag = False
    default: str | None = None
    allowed: Words | dict[str, Text] = ()  # words, or words with what people read for each
    min: Bound = None
    max: Bound = None
    pattern: str = ""
    to: Words = ()
    of: AttributeShape | None = None
    unknown: Flag = True
    visibility: Literal["", "public", "internal", "restricted"] = ""
    valid: ValidShape | None = None


class KindShape(Shape):
    """One kind as a file declares it: a new one with a ``base``, or more attributes for the one it ``extend``s."""

    base: str | None = None
    extend: str | None = None
    label: Text = ""
    documentation: Text = ""
    icon: str = ""
    attributes: dict[str, AttributeShape] = Field(default_factory=dict)
