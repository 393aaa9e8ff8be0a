"""One attribute of a kind as a file declares it -> the attribute, and what of its settings cannot be used."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from eaframe.findings import Place
from eaframe.findings.message import say
from eaframe.findings.suggest import either
from eaframe.metamodel.kinds import Attribute
from eaframe.metamodel.patterns import PatternError, compile_pattern, matches
from eaframe.metamodel.period import ALWAYS
from eaframe.model import defects
from eaframe.model.scalars import SCALARS, expectation
from eaframe.sources.defects import WRONG_VALUE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from eaframe.findings import Finding
    from eaframe.findings.message import Phrase
    from eaframe.model.kind_shapes import AttributeShape
    from eaframe.model.workspace_file import Text

# Settings that mean something for attributes of some types only.
_SETTINGS: Final = {
    "allowed": ("enum",),
    "min": ("integer", "number"),
    "max": ("integer", "number"),
    "pattern": ("pattern",),
    "example": ("pattern",),
    "to": ("reference",),
    "of": ("list",),
}


def texts_of(text: Text, language: str) -> dict[str, str]:
    """A text by language; a plain one is in ``language``, and an empty one in none."""
    return text if isinstance(text, dict) else {language: text} if text else {}


def make_attribute(name: str, one: AttributeShape, library: str, language: str) -> Attribute:
    """The attribute that is declared; ``library`` is the namespace of the library that does, "" for the workspace."""
    return Attribute(
        name=name,
        type=one.type,
        label=texts_of(one.label or name, language),
        documentation=texts_of(one.documentation, language),
        required=one.required,
        default=one.default,
        allowed=tuple(one.allowed),
        words={w: texts_of(text, language) for w, text in one.allowed.items()} if isinstance(one.allowed, dict) else {},
        minimum=one.min,
        maximum=one.max,
        pattern=one.pattern,
        example=one.example,
        to=one.to,
        of=make_attribute(name, one.of, library, language) if one.of else None,
        unknown=one.unknown,
        visibility=one.visibility,
        valid=one.valid.period if one.valid else ALWAYS,
        library=library,
        said_obligation=one.obligation,
    )


def wrong_settings(one: AttributeShape, attribute: Attribute, at: Place, kind: str) -> Iterator[Finding]:
    """Settings that mean nothing for this type of attribute, or cannot be used; also those of the items of a list."""
    for key, owners in _SETTINGS.items():
        if key in one.model_fields_set and one.type not in owners:
            place = Place(at.file, (*at.path, key), "key")
            owner = say("attributes of type {types}", types=either(owners))
            yield defects.CORE_KEY_ELSEWHERE.at(
                place, kind, key=key, owner=owner, found=one.type, discriminator=f"{at.path}/{key}"
            )
    problem = _problem(one, attribute)
    if problem:
        key, expected, found = problem
        place = Place(at.file, (*at.path, key))
        yield WRONG_VALUE.at(place, kind, key=key, expected=expected, found=found, discriminator=str(at.path))
    if one.of is not None and attribute.of is not None:
        yield from wrong_settings(one.of, attribute.of, Place(at.file, (*at.path, "of"), "key"), kind)


def _problem(one: AttributeShape, attribute: Attribute) -> tuple[str, Phrase, Phrase] | None:
    """The setting that cannot be used, what it must be and what was found."""
    if one.type == "enum" and not one.allowed:
        return ("allowed", say("the list of allowed words"), say("nothing"))
    if one.type == "list" and one.of is None:
        return ("of", say("the type of the list's items, {{type: …}}"), say("nothing"))
    if one.type == "pattern":
        try:
            compile_pattern(one.pattern)
        except PatternError as error:
            expected = say("a pattern without look-around and back-references ({reason})", reason=error)
            return ("pattern", expected, f"`{one.pattern}`")
        if one.example and not matches(one.pattern, one.example):
            return ("example", say("a text of the form `{pattern}`", pattern=one.pattern), f"`{one.example}`")
    if one.default is not None and one.type in SCALARS and SCALARS[one.type](one.default, attribute) is None:
        return ("default", expectation(attribute), f"`{one.default}`")
    return None
