"""A rule as a file writes it."""

from __future__ import annotations

from typing import Annotated, Any, Literal, Union

from pydantic import AfterValidator, BeforeValidator

from eaframe.findings.message import say
from eaframe.graph.selector import RelationshipSelector, Selector
from eaframe.model.kind_shapes import ValidShape
from eaframe.model.workspace_file import Slug, Text
from eaframe.rules.checks import CHECKS
from eaframe.rules.rule import CODE
from eaframe.rules.subjects import SelectsViews
from eaframe.sources.shape import Shape, Words


def _code(text: str) -> str:
    if not CODE.fullmatch(text):
        raise ValueError(say("two to six capital letters and three digits, like HAN014"))
    return text


def _as_it_is(value: object) -> object:
    return value


# What editors are told of the two; they are read by themselves, as their shape depends on words in them.
_SelectData = Annotated[
    Any,
    BeforeValidator(
        _as_it_is,
        json_schema_input_type=Selector
        | tuple[Selector, ...]
        | RelationshipSelector
        | SelectsViews
        | Literal["workspace"],
    ),
]
_CheckData = Annotated[
    Any, BeforeValidator(_as_it_is, json_schema_input_type=Union[tuple(kind.shape for kind in CHECKS.values())])  # noqa: UP007
]


class RuleShape(Shape):
    """A rule as a file says it.

    ``bad`` is a model that the rule finds something in, at the lines marked ``# error: CODE``; ``good`` one in which it
    finds nothing. ``message`` replaces what the check says, with places for ``{id}``, ``{name}`` and what it compares.
    """

    code: Annotated[str, AfterValidator(_code)]
    name: Slug
    summary: Text
    hint: Text
    severity: Literal["error", "warning", "info"] = "warning"
    basis: Text = ""
    message: Text = ""
    valid: ValidShape | None = None
    tags: Words = ()
    select: _SelectData = None
    check: _CheckData
    bad: str = ""
    good: str = ""
