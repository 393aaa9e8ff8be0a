"""The top-level keys of a model file, and what lies below each."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from eaframe.findings import Finding, Note, Place
from eaframe.findings.message import say
from eaframe.findings.suggest import did_you_mean, nearest, quoted
from eaframe.model import defects
from eaframe.model.elements import Definition
from eaframe.model.names import invalid_id, is_slug
from eaframe.sources.defects import NO_KNOWN_KEY, NOT_A_MAPPING, UNKNOWN_KEY, WRONG_VALUE
from eaframe.sources.document import REFUSED, Data, describe

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from eaframe.sources.files import SourceFile

SECTIONS: Final = (
    "elements",
    "relationships",
    "kinds",
    "rules",
    "viewpoints",
    "views",
    "waivers",
    "documents",
    "checklists",
    "indicators",
    "observations",
    "references",
)
_LISTS: Final = frozenset({"relationships", "rules", "waivers", "observations"})
# What tells the items of a list apart; those of nothing are told apart by their place.
_NAMED_BY: Final[Mapping[str, tuple[str, ...]]] = {
    "rules": ("code",),
    "waivers": ("rule", "subject"),
    "observations": (),
}


def sections_of(file: SourceFile) -> tuple[dict[str, Data], list[Finding]]:
    """The known sections of one file. A file without any is mentioned, but no error: it may belong to another tool."""
    data = file.document.data
    if data is None and file.document.broken:
        return {}, []
    if not isinstance(data, dict) or not any(key in SECTIONS or _is_misspelt(key, data[key]) for key in data):
        return {}, [NO_KNOWN_KEY.at(Place(file.name), allowed=quoted(SECTIONS), discriminator=file.name)]
    findings = []
    sections: dict[str, Data] = {}
    for key, value in data.items():
        if key not in SECTIONS:
            near = did_you_mean(key, SECTIONS)
            at = Place(file.name, (key,), "key")
            findings.append(
                UNKNOWN_KEY.at(at, key=key, allowed=quoted(SECTIONS), hint=near, discriminator=f"{file.name}/{key}")
            )
            continue
        if value is None or value is REFUSED:
            continue  # a key with nothing below it (all commented out) says nothing
        if key not in _LISTS and not isinstance(value, dict):
            at, found = Place(file.name, (key,), "key"), describe(value)
            findings.append(NOT_A_MAPPING.at(at, what=f"`{key}`", found=found, discriminator=f"{file.name}/{key}"))
            continue
        sections[key] = value
    return sections, findings


def _is_misspelt(key: str, value: Data) -> bool:
    """Whether a key nobody knows was meant for a section. Files of other tools may lie in a workspace too."""
    return isinstance(value, dict | list) and bool(nearest(key, SECTIONS))


def definitions(
    files: Iterable[tuple[str, Mapping[str, Data]]], section: str, findings: list[Finding], *, library: str = ""
) -> Iterator[Definition]:
    """Everything that all files define in a section, in the order of files; a second one of an id is reported.

    ``library`` is the namespace of the library that the files belong to.
    """
    seen: dict[str, Place] = {}
    for file, sections in files:
        content = sections.get(section)
        if isinstance(content, list) and section in _NAMED_BY:
            items = _items(content, section, file, findings)
        elif isinstance(content, dict):
            items = _entries(content, section, file, findings)
        else:
            if content is not None and section in _NAMED_BY:
                at, expected = Place(file, (section,)), say("a list")
                found, where = describe(content), f"{file}/{section}"
                findings.append(WRONG_VALUE.at(at, key=section, expected=expected, found=found, discriminator=where))
            continue
        for id_, data, place, at in items:
            if id_ in seen:
                notes = [Note(say("`{id}` stands here first", id=id_), seen[id_])]
                findings.append(defects.DUPLICATE_ID.at(at, id_, id=id_, notes=notes, discriminator=file))
            elif data is not REFUSED:
                seen[id_] = at
                yield Definition(id_, data, place, library)


def _entries(
    content: Mapping[str, Data], section: str, file: str, findings: list[Finding]
) -> Iterator[tuple[str, Data, Place, Place]]:
    """The definitions of a mapping: each by its key."""
    for id_, data in content.items():
        at = Place(file, (section, id_), "key")
        if not is_slug(id_):
            findings.append(invalid_id(id_, at))
        yield id_, data, Place(file, (section, id_)), at


def _items(
    content: Sequence[Data], section: str, file: str, findings: list[Finding]
) -> Iterator[tuple[str, Data, Place, Place]]:
    """The definitions of a list: each by some of its keys, without which it is known by its place alone."""
    keys = _NAMED_BY[section]
    for index, data in enumerate(content):
        place = Place(file, (section, index))
        if not isinstance(data, dict):
            if data is not REFUSED:
                what, found = say("An entry of `{section}`", section=section), describe(data)
                findings.append(NOT_A_MAPPING.at(place, what=what, found=found, discriminator=f"{file}/{index}"))
            continue
        words = [_as_words(data.get(key)) for key in keys]
        id_ = " ".join(words) if words and all(words) else f"{file}/{index}"
        yield id_, data, place, Place(file, (section, index, *keys[:1]))


def _as_words(data: Data) -> str:
    """A word, or the words of a list."""
    if isinstance(data, list):
        return " ".join(word for word in data if isinstance(word, str))
    return data if isinstance(data, str) else ""
