"""Plain data checked against a pydantic model: the gate through which definitions (not elements) come in.

pydantic says where (a path of keys) and what; here it becomes findings that name the key, what is allowed and what
was probably meant.
"""

from __future__ import annotations

import re
import types
import typing
from typing import TYPE_CHECKING, Annotated, Any, Literal, TypeVar, Union

from pydantic import BaseModel, BeforeValidator, ConfigDict, Strict, ValidationError

from eaframe.findings.message import Message, say
from eaframe.findings.suggest import did_you_mean, quoted
from eaframe.sources import defects
from eaframe.sources.document import REFUSED, Data, describe
from eaframe.sources.keys import cut_off, hint_for_key, is_reported, misspelt
from eaframe.sources.numbers import decimal_hint

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pydantic_core import ErrorDetails

    from eaframe.findings import Finding, Place
    from eaframe.findings.message import Phrase

T = TypeVar("T", bound="Shape")
_Path = tuple[int | str, ...]
_DIGITS = re.compile(r"[0-9]{1,9}")
_LITERAL = re.compile("'([^']*)'")  # how pydantic writes each of the words that are allowed
_LANGUAGE = re.compile(r"[a-z]{2,3}")


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


Flag = Annotated[bool, Strict(), BeforeValidator(_flag, json_schema_input_type=bool)]


def _number(value: object) -> object:
    """A whole number: values come as the text that was written."""
    return int(value) if isinstance(value, str) and _DIGITS.fullmatch(value) else value


Number = Annotated[int, BeforeValidator(_number, json_schema_input_type=int)]


def _listed(value: object) -> object:
    return [value] if isinstance(value, str) else value


Words = Annotated[
    tuple[str, ...], BeforeValidator(_listed, json_schema_input_type=str | tuple[str, ...])
]  # a list of words, or one word

# pydantic's name of a problem -> what the key takes; its context fills the places.
_EXPECTED = {
    "string_type": say("a text"),
    "bool_type": say("`true` or `false`"),
    "bool_parsing": say("`true` or `false`"),
    "int_type": say("a whole number"),
    "int_parsing": say("a whole number"),
    "float_type": say("a number"),
    "float_parsing": say("a number"),
    "finite_number": say("a number"),
    "decimal_type": say("a number"),
    "decimal_parsing": say("a number"),
    "greater_than_equal": say("at least {ge}"),
    "less_than_equal": say("at most {le}"),
    "list_type": say("a list"),
    "tuple_type": say("a list"),
    "too_short": say("a list of at least {min_length}"),
    "dict_type": say("`key: value` lines"),
    "model_type": say("`key: value` lines"),
}


def shape(model: type[T], data: Data, place: Place) -> tuple[T | None, list[Finding]]:
    """Build ``model`` from ``data``; None with findings at the exact keys where it does not fit."""
    try:
        return model.model_validate(_without_refused(data)), []
    except ValidationError as error:
        problems = error.errors(include_url=False, include_context=True)
        findings = [_finding(model, path, problem, data, place) for path, problem in _worst(problems, data).items()]
        return None, [finding for finding in findings if finding is not None]


def _without_refused(data: Data) -> Any:
    """The data without values that were refused while reading: their defect is reported already."""
    if isinstance(data, dict):
        return {key: _without_refused(value) for key, value in data.items() if value is not REFUSED}
    if isinstance(data, list):
        return [_without_refused(value) for value in data if value is not REFUSED]
    return data


def _worst(problems: list[ErrorDetails], data: Data) -> dict[_Path, ErrorDetails]:
    """One problem a place. Of a union pydantic reports every alternative: the one that came furthest tells most.

    At one place that is the one whose form fitted, so that it could say in our words what is wrong.
    """
    kept: dict[_Path, ErrorDetails] = {}
    for problem in problems:
        path = _path(problem, data)
        if path not in kept or (problem["type"] == "value_error" != kept[path]["type"]):
            kept[path] = problem
    return {path: one for path, one in kept.items() if not any(path == other[: len(path)] != other for other in kept)}


def _path(problem: ErrorDetails, data: Data) -> _Path:
    """Where a problem is in the file: pydantic's steps without those that name the member of a union."""
    path: list[int | str] = []
    current: Any = data
    for index, step in enumerate(problem["loc"], 1):
        if _has(current, step):
            path.append(step)
            current = current[step]
        elif problem["type"] == "missing" and index == len(problem["loc"]):
            path.append(step)
    return tuple(path)


def _has(data: Any, step: int | str) -> bool:
    """Whether there is something below ``data`` at a key or a list index."""
    return step in data if isinstance(data, dict) else isinstance(data, list) and step in range(len(data))


def _mapping_at(data: Data, path: _Path) -> dict[str, Data]:
    """The mapping that stands at a path of the data; empty where something else does."""
    current: Any = data
    for step in path:
        current = current[step]
    return current if isinstance(current, dict) else {}


def _finding(model: type[Shape], path: _Path, problem: ErrorDetails, data: Data, place: Place) -> Finding | None:
    """The finding of a problem; None where another one says it: of the misspelt key, of the text that a comma cut."""
    at = type(place)(place.file, (*place.path, *path))
    subject = str(at.path[1]) if len(at.path) > 1 else ""
    where = "/".join(map(str, at.path))
    kind = problem["type"]
    key = str(at.path[-1]) if at.path else ""
    around = _mapping_at(data, path[:-1])
    allowed = _keys_at(model, path[:-1])
    if kind == "extra_forbidden" or _is_cut(key, around, allowed):
        allowed = allowed or [known for known, value in around.items() if value is not None]
        if is_reported(key, around, allowed):
            return None
        hint = hint_for_key(key, around, allowed)
        at = type(at)(at.file, at.path, "key")
        return defects.UNKNOWN_KEY.at(at, subject, key=key, allowed=quoted(allowed), hint=hint, discriminator=where)
    if kind == "missing":
        if misspelt(key, around, allowed):
            return None
        at = type(at)(at.file, at.path[:-1], "key")
        return defects.MISSING_KEY.at(at, subject, key=key, discriminator=where)
    if path and isinstance(path[-1], int):  # an entry of a list is called by its id, else by the list
        key = _entry(problem["input"], at.path)
    found, near = _found(problem), _meant(problem)
    return defects.WRONG_VALUE.at(
        at, subject, hint=near, key=key, expected=_expected(problem), found=found, discriminator=where
    )


def _entry(given: object, path: tuple[str | int, ...]) -> str:
    """What an entry of a list is called: the id that it has, else the key of the list."""
    id_ = given.get("id") if isinstance(given, dict) else None
    return id_ if isinstance(id_, str) and id_ else next(str(step) for step in reversed(path) if isinstance(step, str))


def _meant(problem: ErrorDetails) -> Message | None:
    """Which of a few words a misspelt one was meant for, or how a number with a decimal comma is written."""
    written = problem["input"]
    if isinstance(written, str) and _expected(problem) == _EXPECTED["float_type"]:
        return decimal_hint(written)
    if problem["type"] != "literal_error" or not isinstance(written, str):
        return None
    return did_you_mean(written, _LITERAL.findall(problem.get("ctx", {})["expected"]))


def _is_cut(key: str, data: dict[str, Data], allowed: list[str]) -> bool:
    """Whether a key of texts per language is what a comma cut off: it has no value, and is no language."""
    return not allowed and data.get(key, "") is None and not _LANGUAGE.fullmatch(key) and key in cut_off(data, ())


def _found(problem: ErrorDetails) -> Phrase:
    """What stands there, for a sentence; where its form is right, what it holds."""
    given = problem["input"]
    if problem["type"] == "too_short":
        return say("one of {length}", length=len(given))
    if problem["type"] == "value_error" and isinstance(given, dict) and given:
        return say("only {names}", names=quoted(given))
    return describe(given)


def _expected(problem: ErrorDetails) -> Phrase:
    """What the key takes, for a sentence."""
    context: Mapping[str, Any] = problem.get("ctx", {})
    if problem["type"] in _EXPECTED:
        return say(_EXPECTED[problem["type"]].template, **context)
    if problem["type"] in {"literal_error", "enum"}:
        return say("one of {names}", names=context["expected"].replace("'", "`").replace(" or ", ", "))
    said = context["error"].args[0] if problem["type"] == "value_error" else None
    return said if isinstance(said, Message) else problem["msg"].removeprefix("Value error, ")


def _keys_at(model: type[BaseModel], path: _Path) -> list[str]:
    """The keys that may stand at ``path`` below ``model``; none where any may."""
    current: Any = model
    for step in path:
        current = _below(_unwrapped(current), step)
    inside = _model_in(_unwrapped(current))
    return sorted(_aliases(inside)) if inside else []


def _below(annotation: Any, step: int | str) -> Any:
    if _is_model(annotation):
        return _aliases(annotation).get(str(step))
    arguments = typing.get_args(annotation)
    return arguments[-1 if typing.get_origin(annotation) is dict else 0] if arguments else None


def _aliases(model: type[BaseModel]) -> dict[str, Any]:
    return {field.alias or name: field.annotation for name, field in model.model_fields.items()}


def _unwrapped(annotation: Any) -> Any:
    """What of ``X | None`` or ``Annotated[X, …]`` has something below it: a model, a list or a mapping."""
    if typing.get_origin(annotation) is Annotated:
        return _unwrapped(typing.get_args(annotation)[0])
    if typing.get_origin(annotation) in {Union, types.UnionType}:
        members = [_unwrapped(member) for member in typing.get_args(annotation)]
        return next((member for member in members if _has_inside(member)), annotation)
    return annotation


def _has_inside(annotation: Any) -> bool:
    return _is_model(annotation) or typing.get_origin(annotation) not in {None, Literal}


def _model_in(annotation: Any) -> type[BaseModel] | None:
    """The model itself, or that of a list which one mapping may stand for."""
    if typing.get_origin(annotation) in {list, tuple}:
        annotation = _unwrapped(typing.get_args(annotation)[0])
    return annotation if _is_model(annotation) else None


def _is_model(annotation: Any) -> bool:
    return isinstance(annotation, type) and issubclass(annotation, BaseModel)
