"""A rule as a file writes it."""

from __future__ import annotations

from typing import Annotated, Any, Literal, Union

from pydantic import AfterValidator

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


class RuleShape(Shape):
    """A rule as a file says it. ``select`` and ``check`` are read by themselves: their shape depends on words in them.

    ``bad`` is a model that the rule finds something in, at the lines marked ``# error: CODE``; ``good`` one in which it
    finds nothing; what eaframe.yaml says can stand in them under ``workspace``. ``message`` replaces what the check
    says, with places for ``{id}``, ``{name}`` and what it compares.
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
    select: Any = None
    check: Any
    bad: str = ""
    good: str = ""


class RuleForEditors(RuleShape):
    """With all that ``select`` and ``check`` may be: only the JSON Schema needs it, and it is slow to build."""

    select: Selector | tuple[Selector, ...] | RelationshipSelector | SelectsViews | Literal["workspace"] | None = None
    check: Union[tuple(kind.shape for kind in CHECKS.values())]  # type: ignore[valid-type]  # noqa: UP007
