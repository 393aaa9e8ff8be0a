"""The first pass over a workspace: what is defined under which name, before anything is read that refers to it."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from eaframe.findings import Finding, Note, Place
from eaframe.findings.message import say
from eaframe.model import defects
from eaframe.sources.document import REFUSED, Data

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

LONGEST_ID = 63  # characters, as in host names: ids become file names and anchors
_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_RELATIONSHIP = re.compile(r"[a-z0-9]+(?:--?[a-z0-9]+)*")
# Names that Windows keeps for devices, in any folder and with any extension.
_RESERVED = frozenset(
    {"con", "prn", "aux", "nul", *(f"com{n}" for n in range(1, 10)), *(f"lpt{n}" for n in range(1, 10)), "index"}
)


@dataclass(slots=True)
class Names:
    """Who is called what. ``types`` maps an element's id to its type as written; built up, then only read."""

    types: dict[str, str] = field(default_factory=dict)
    places: dict[str, Place] = field(default_factory=dict)
    aliases: dict[str, str] = field(default_factory=dict)
    relationships: set[str] = field(default_factory=set)

    def __contains__(self, id_: str) -> bool:
        return id_ in self.types or id_ in self.relationships


def is_slug(text: str) -> bool:
    """Whether ``text`` can be an id."""
    return _is_id(text, _SLUG)


def is_relationship_id(text: str) -> bool:
    """Whether ``text`` can be the explicit id of a relationship: two dashes may stand in it."""
    return _is_id(text, _RELATIONSHIP)


def _is_id(text: str, form: re.Pattern[str]) -> bool:
    return form.fullmatch(text) is not None and len(text) <= LONGEST_ID and text not in _RESERVED


def slug(text: str) -> str:
    """A proposal for an id: letters without diacritics (đ is d), everything else a dash."""
    plain = unicodedata.normalize("NFD", text.replace("đ", "d").replace("Đ", "D"))
    plain = "".join(c for c in plain if not unicodedata.combining(c)).casefold()
    words = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:LONGEST_ID].strip("-")
    return f"{words}-1" if words in _RESERVED else words or "element-1"


def invalid_id(id_: str, place: Place) -> Finding:
    """What is wrong with an id that is no slug, and one that would do."""
    reason = say("an id has only lower-case letters a-z, digits and single dashes")
    if _RELATIONSHIP.fullmatch(id_):
        if len(id_) > LONGEST_ID:
            reason = say("it has {number} characters, and {most} are the most", number=len(id_), most=LONGEST_ID)
        elif id_ in _RESERVED:
            reason = say("ids become file names, and this name is kept for another use")
    return defects.INVALID_ID.at(place, id_, found=id_, reason=reason, proposal=slug(id_))


def collect_names(files: Iterable[tuple[str, Mapping[str, Data]]], names: Names, prefix: str) -> list[Finding]:
    """Add the ids of all elements (and the explicit ids of relationships) of these files to ``names``."""
    findings: list[Finding] = []
    folded: dict[str, str] = {}
    former: list[tuple[str, str, Place]] = []
    for file, data in files:
        elements = data.get("elements")
        if elements.__class__ is dict:
            for id_, element in elements.items():
                place = Place(file, ("elements", id_), "key")
                if not is_slug(id_):
                    findings.append(invalid_id(id_, place))
                _define(id_, place, prefix, names, folded, findings)
                if element.__class__ is dict:
                    names.types.setdefault(prefix + id_, _word(element.get("type")))
                    if "aliases" in element:
                        former += _aliases(element["aliases"], file, id_)
                else:
                    names.types.setdefault(prefix + id_, "")
        for id_, place in explicit_relationship_ids(file, data):
            if not _is_id(id_, _RELATIONSHIP):
                findings.append(invalid_id(id_, place))
            if _define(id_, place, prefix, names, folded, findings):
                names.relationships.add(prefix + id_)
    _define_former(former, names, prefix, findings)
    return findings


def _define(id_: str, place: Place, prefix: str, names: Names, folded: dict[str, str], findings: list[Finding]) -> bool:
    same = folded.setdefault(id_.casefold(), id_)
    if prefix + same in names.places:
        notes = [Note(say("`{id}` stands here first", id=same), names.places[prefix + same])]
        findings.append(defects.DUPLICATE_ID.at(place, id_, id=id_, notes=notes, discriminator=place.file))
        return False
    names.places[prefix + id_] = place
    return True


def _aliases(raw: Data, file: str, id_: str) -> Iterable[tuple[str, str, Place]]:
    path = ("elements", id_, "aliases")
    if isinstance(raw, str):
        yield raw, id_, Place(file, path)
    elif isinstance(raw, list):
        for index, alias in enumerate(raw):
            if isinstance(alias, str):
                yield alias, id_, Place(file, (*path, index))


def _define_former(
    former: Iterable[tuple[str, str, Place]], names: Names, prefix: str, findings: list[Finding]
) -> None:
    """Former ids, once all present ones are known: nothing may be called by either."""
    first: dict[str, Place] = {}
    for alias, id_, place in former:
        taken = names.places.get(prefix + alias) or first.get(alias)
        if taken is not None:
            notes = [Note(say("`{id}` stands here first", id=alias), taken)]
            findings.append(defects.DUPLICATE_ID.at(place, id_, id=alias, notes=notes, discriminator=alias))
        else:
            first[alias] = place
            names.aliases[prefix + alias] = prefix + id_


def explicit_relationship_ids(file: str, data: Mapping[str, Data]) -> Iterable[tuple[str, Place]]:
    """The ids that relationships of a file were given, and where they stand."""
    relationships = data.get("relationships")
    if isinstance(relationships, list):
        for index, relationship in enumerate(relationships):
            if isinstance(relationship, dict) and isinstance(relationship.get("id"), str):
                yield str(relationship["id"]), Place(file, ("relationships", index, "id"))
    elements = data.get("elements")
    if isinstance(elements, dict):
        for id_, element in elements.items():
            if not isinstance(element, dict):
                continue
            for key, value in element.items():
                if value.__class__ is list:
                    for index, item in enumerate(value):
                        if item.__class__ is dict and "id" in item:
                            yield from _explicit(item, Place(file, ("elements", id_, key, index, "id")))
                elif value.__class__ is dict and "id" in value:
                    yield from _explicit(value, Place(file, ("elements", id_, key, "id")))


def _explicit(relationship: Any, place: Place) -> Iterable[tuple[str, Place]]:
    if "to" in relationship and isinstance(relationship["id"], str):
        yield relationship["id"], place


def _word(value: Data) -> str:
    return value if isinstance(value, str) else "" if value is None or value is REFUSED else "?"
