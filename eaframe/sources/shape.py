"""Plain data checked against a pydantic model: the gate through which definitions (not elements) come in.

pydantic says where (a path of keys) and what; here it becomes findings that name the key, what is allowed and what
was probably meant.
"""

from __future__ import annotations

import types
import typing
from typing import TYPE_CHECKING, Annotated, Any, TypeVar, Union

from pydantic import BaseModel, BeforeValidator, ConfigDict, ValidationError

from eaframe.findings.message import say
from eaframe.findings.suggest import DID_YOU_MEAN, nearest, quoted
from eaframe.sources import defects
from eaframe.sources.document import REFUSED, Data

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pydantic_core import ErrorDetails

    from eaframe.findings import Finding, Place

T = TypeVar("T", bound="Shape")


class Shape(BaseModel):
    """The base of every definition that a file can hold: closed, frozen, keys with dashes."""

    model_config = ConfigDict(
        extra="forbid",
        frozen=True,
        alias_generator=lambda name: name.rstrip("_").replace("_", "-"),
        defer_build=True,
    )


def _flag(value: object) -> object:
    """YAML 1.2 knows two booleans; `yes`, `on` and `1` are texts."""
    return {"true": True, "false": False}.get(value, value) if isinstance(value, str) else value


Flag = Annotated[bool, BeforeValidator(_flag, json_schema_input_type=bool)]


def _listed(value: object) -> object:
    return [value] if isinstance(value, str) else value


Words = Annotated[
    tuple[str, ...], BeforeValidator(_listed, json_schema_input_type=str | tuple[str, ...])
]  # a list of words, or one word

_EXPECTED = {
    "string_type": "a text",
    "bool_type": "`true` or `false`",
    "bool_parsing": "`true` or `false`",
    "int_type": "a whole number",
    "int_parsing": "a whole number",
    "float_type": "a number",
    "float_parsing": "a number",
    "list_type": "a list",
    "tuple_type": "a list",
    "dict_type": "`key: value` lines",
    "model_type": "`key: value` lines",
}


def shape(model: type[T], data: Data, place: Place) -> tuple[T | None, list[Finding]]:
    """Build ``model`` from ``data``; None with findings at the exact keys where it does not fit."""
    try:
        return model.model_validate(_without_refused(data)), []
    except ValidationError as error:
        problems = error.errors(include_url=False, include_context=True)
        return None, [_finding(model, problem, place) for problem in _worst(problems)]


def _without_refused(data: Data) -> Any:
    """The data without values that were refused while reading: their defect is reported already."""
    if isinstance(data, dict):
        return {key: _without_refused(value) for key, value in data.items() if value is not REFUSED}
    if isinstance(data, list):
        return [_without_refused(value) for value in data if value is not REFUSED]
    return data


def _worst(problems: list[ErrorDetails]) -> list[ErrorDetails]:
    """One problem a place: of a union's alternatives pydantic reports each, the deepest tells most."""
    kept: dict[tuple[int | str, ...], ErrorDetails] = {}
    for problem in problems:
        kept.setdefault(tuple(step for step in problem["loc"] if not _is_alternative(step)), problem)
    return list(kept.values())


def _is_alternative(step: int | str) -> bool:
    """Whether a step is pydantic's name of a union's member, not a key of the file."""
    return isinstance(step, str) and (step in {"str", "int", "float", "bool"} or "[" in step or step[:1].isupper())


def _finding(model: type[Shape], problem: ErrorDetails, place: Place) -> Finding:
    path = tuple(step for step in problem["loc"] if not _is_alternative(step))
    at = type(place)(place.file, (*place.path, *path))
    subject = str(at.path[1]) if len(at.path) > 1 else ""
    where = "/".join(map(str, at.path))
    kind = problem["type"]
    if kind == "extra_forbidden":
        allowed = _keys_at(model, path[:-1])
        near = nearest(str(path[-1]), allowed)
        hint = say(DID_YOU_MEAN, names=quoted(near)) if near else None
        at = type(at)(at.file, at.path, "key")
        return defects.UNKNOWN_KEY.at(
            at, subject, key=path[-1], allowed=quoted(allowed), hint=hint, discriminator=where
        )
    if kind == "missing":
        at = type(at)(at.file, at.path[:-1], "key")
        return defects.MISSING_KEY.at(at, subject, key=path[-1], discriminator=where)
    context: Mapping[str, Any] = problem.get("ctx", {})
    if kind in {"literal_error", "enum"}:
        expected = "one of " + context["expected"].replace("'", "`").replace(" or ", ", ")
    else:
        expected = _EXPECTED.get(kind) or problem["msg"].removeprefix("Value error, ")
    found = problem["input"]
    shown = "nothing" if found is None else f"`{found}`" if isinstance(found, str) else _kind_of(found)
    return defects.WRONG_VALUE.at(
        at, subject, key=path[-1] if path else "", expected=expected, found=shown, discriminator=where
    )


def _kind_of(value: object) -> str:
    return "a mapping" if isinstance(value, dict) else "a list" if isinstance(value, list) else f"`{value}`"


def _keys_at(model: type[BaseModel], path: tuple[int | str, ...]) -> list[str]:
    """The keys that may stand at ``path`` below ``model``."""
    current: Any = model
    for step in path:
        current = _below(current, step)
    return sorted(_aliases(current)) if isinstance(current, type) and issubclass(current, BaseModel) else []


def _below(annotation: Any, step: int | str) -> Any:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        field = _aliases(annotation).get(str(step))
        return _model_in(field)
    return annotation


def _aliases(model: type[BaseModel]) -> dict[str, Any]:
    return {field.alias or name: field.annotation for name, field in model.model_fields.items()}


def _model_in(annotation: Any) -> Any:
    """The pydantic model inside ``list[Model]``, ``dict[str, Model]`` or ``Model | None``."""
    origin = typing.get_origin(annotation)
    if origin in {list, tuple, dict, Union, types.UnionType, Annotated}:
        for argument in typing.get_args(annotation):
            found = _model_in(argument)
            if isinstance(found, type) and issubclass(found, BaseModel):
                return found
    return annotation
