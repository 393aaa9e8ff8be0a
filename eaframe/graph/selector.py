"""Selectors as a file writes them: which elements and relationships are meant, by views, rules and queries alike.

A selector is a mapping of which every key must match; a key may take a list, of which one must match. ``any`` and
``all`` take lists of selectors, ``not`` takes one.
"""

from __future__ import annotations

from typing import Annotated

from pydantic import BeforeValidator, Field

from eaframe.findings.message import say
from eaframe.graph.conditions import ShortCondition
from eaframe.sources.shape import Flag, Number, Shape, Words


def _several(value: object) -> object:
    if isinstance(value, str):
        raise ValueError(say("a selector like {{type: goal}}, or a list of selectors"))  # noqa: TRY004 - pydantic's way
    return [value] if isinstance(value, dict) else value


def _one(value: object) -> object:
    if isinstance(value, str):
        raise ValueError(say("a selector like {{id: {word}}} or {{type: {word}}}", word=value))  # noqa: TRY004
    return value


Where = dict[str, ShortCondition]


class Hop(Shape):
    """One step along relationships: by verb (``via``, each from its own side, or turned round by ``inverse``).

    Without ``via`` it is any relationship, in either direction. ``to`` says what must be there, ``where-relationship``
    what the relationship itself must be like.
    """

    via: Words = ()
    inverse: Flag = False
    to: Annotated[Selector | None, BeforeValidator(_one)] = None
    where_relationship: Where = Field(default_factory=dict)


class Related(Hop):
    """What a selected element must be related to: at least ``min`` different ones, and at most ``max``.

    As in the check of this name it is at least one unless either says otherwise.
    """

    min: Annotated[Number, Field(ge=0)] | None = None
    max: Annotated[Number, Field(ge=0)] | None = None


class Reach(Shape):
    """What can be reached over any number of steps (or up to ``depth``)."""

    via: Annotated[Words, Field(min_length=1)]
    inverse: Flag = False
    to: Annotated[Selector | None, BeforeValidator(_one)] = None
    depth: Annotated[Number, Field(ge=1)] | None = None


class Selector(Shape):
    """One selector. ``type`` matches the type and every kind below it, ``exactly`` only itself."""

    type: Words = ()
    exactly: Words = ()
    id: Words = ()
    namespace: Words = ()
    layer: Words = ()
    tag: Words = ()
    owner: Words = ()
    folder: Words = ()
    where: Where = Field(default_factory=dict)
    related: Related | None = None
    reaches: Reach | None = None
    any: tuple[Selector, ...] = ()
    all: tuple[Selector, ...] = ()
    not_: Annotated[Selector | None, BeforeValidator(_one)] = None


class RelationshipSelector(Shape):
    """Relationships by verb (or kind) and by what is at their ends; of an inverse verb the ends are turned round."""

    relationship: Annotated[Words, Field(min_length=1)]
    from_: Annotated[Selector | None, BeforeValidator(_one)] = None
    to: Annotated[Selector | None, BeforeValidator(_one)] = None
    id: Words = ()
    tag: Words = ()
    where: Where = Field(default_factory=dict)


Selectors = Annotated[
    tuple[Selector, ...], BeforeValidator(_several, json_schema_input_type=Selector | tuple[Selector, ...])
]  # a list of selectors, or one
