"""What a workspace says, as plain data that two revisions can be compared by: without files, lines and order.

``content`` maps section -> id -> what is said of it, a mapping that may be nested. It holds what is the workspace's
own; of its libraries only their versions. Keys are those of the files. What differs only in how it is written is the
same here: a text in the workspace's first language and the same text without a language, the order of tags, an
association said from its other end.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from eaframe.changes.ids import relationship_ids
from eaframe.changes.plain import Item, Plain, Writer, declared, derivation, free, text
from eaframe.model.uses_in_definitions import ID_KEYS, NO_IDS, WITHOUT_IDS
from eaframe.sources.document import REFUSED

if TYPE_CHECKING:
    from collections.abc import Mapping

    from eaframe.metamodel.kinds import Kind
    from eaframe.model.elements import Definition, Element, Reference, Relationship
    from eaframe.model.model import Model

Content = dict[str, dict[str, Item]]
WORKSPACE: Final = "workspace"
SETTINGS: Final = "eaframe.yaml"  # the id of the one thing in the section `workspace`
# The order in which people read of sections; definitions of sections that are not named here come last.
SECTIONS: Final = ("elements", "relationships", "kinds", "references", WORKSPACE, "libraries")
_CORE: Final = ("eaframe", "metamodel", "namespace")


def content(model: Model, renames: Mapping[str, str] | None = None) -> Content:
    """The content of a whole model; ``renames`` gives the ids of elements that are called otherwise here."""
    ids = relationship_ids(model, renames or {})
    language = model.settings.languages[0]
    writer = Writer(language, model.kinds, ids)
    found: Content = {
        "elements": {
            ids.get(id_, id_): _element(model, one, writer) for id_, one in model.elements.items() if one.is_own
        },
        "relationships": {
            ids.get(id_, id_): _relationship(model, one, writer)
            for id_, one in model.relationships.items()
            if one.is_own
        },
        "kinds": _kinds(model),
        "references": {id_: _reference(one, language) for id_, one in model.references.items() if ":" not in id_},
        WORKSPACE: {SETTINGS: _settings(model)},
        "libraries": {namespace: _said({"version": version}) for namespace, version in model.libraries.items()},
    }
    for section, definitions in model.definitions.items():
        found[section] = {one.id: _definition(one) for one in definitions if not one.library}
    if renames:
        for section in found.keys() - WITHOUT_IDS - {"elements", "relationships"}:
            found[section] = {_present(id_, renames): _renamed(item, renames) for id_, item in found[section].items()}
    found["observations"] = _by_what_they_record(found.get("observations", {}))
    return {section: dict(sorted(found[section].items())) for section in found if found[section]}


def _element(model: Model, one: Element, writer: Writer) -> Item:
    return _said(
        {
            "type": model.type_name(one),
            "name": writer.value(one.name, is_text=True),
            "documentation": writer.value(one.documentation, is_text=True),
            **writer.attributes(one.attributes, one.kind),
            "tags": sorted(one.tags),
            "aliases": sorted(one.aliases),
            "folder": one.folder,
            "valid": writer.period(one.valid),
            "replaced-by": sorted(writer.reference(id_) for id_ in one.replaced_by),
            "evidence": writer.evidence(one.evidence),
            "visibility": one.visibility,
        }
    )


def _relationship(model: Model, one: Relationship, writer: Writer) -> Item:
    ends = [writer.reference(one.source), writer.reference(one.target)]
    if one.type == "association" and one.attributes.get("directed") is not True:
        ends.sort()  # it reads the same from both sides
    return _said(
        {
            "from": ends[0],
            "verb": model.metamodel.relationship_types[one.type].verb,
            "to": ends[1],
            "kind": one.kind,
            "name": writer.value(one.name, is_text=True),
            "documentation": writer.value(one.documentation, is_text=True),
            **writer.attributes(one.attributes, one.kind),
            "tags": sorted(one.tags),
            "valid": writer.period(one.valid),
            "evidence": writer.evidence(one.evidence),
            "visibility": one.visibility,
        }
    )


def _kinds(model: Model) -> dict[str, Item]:
    """Own kinds, with the attributes that they add to their base; of a library's kind what the workspace adds to it."""
    found: dict[str, Item] = {}
    for id_, kind in model.kinds.items():
        base = model.kinds.get(kind.base)
        inherited = base.attributes if base else {}
        own = {
            name: declared(one)
            for name, one in sorted(kind.attributes.items())
            if not one.library and inherited.get(name) != one
        }
        passed_on = base.derived if base else {}
        derived = {
            name: derivation(one)
            for name, one in sorted(kind.derived.items())
            if any(part.is_own for part in one.parts) and passed_on.get(name) != one
        }
        if ":" not in id_:
            found[id_] = _said({**_kind(kind), "attributes": own, "derived": derived})
        elif own or derived:
            found[id_] = _said({"extend": id_, "attributes": own, "derived": derived})
    return found


def _kind(kind: Kind) -> Item:
    return {
        "base": kind.base,
        "label": dict(sorted(kind.label.items())),
        "documentation": dict(sorted(kind.documentation.items())),
        "icon": kind.icon,
        "colour": kind.colour,
    }


def _reference(one: Reference, language: str) -> Item:
    return _said(
        {
            "title": text(one.title, language),
            "date": one.date,
            "url": one.url,
            "publisher": text(one.publisher, language),
            "document": one.document,
            "note": text(one.note, language),
        }
    )


def _settings(model: Model) -> Item:
    """The settings as eaframe.yaml says them; versions by their number."""
    settings = model.settings
    language = settings.languages[0]
    said = settings.model_dump(mode="json", by_alias=True, exclude_defaults=True)
    said |= {key: getattr(settings, key) for key in _CORE}
    said["languages"] = list(settings.languages)
    said["name"] = text(said.get("name", ""), language)
    versions: Item = {}
    for entry in said.pop("history", ()):
        for key in ("content", "basis"):
            if key in entry:
                entry[key] = text(entry[key], language)
        number = free(entry.pop("version"), versions)
        versions[number] = _said(entry)
    return _said({**said, "history": versions})


def _definition(one: Definition) -> Item:
    said = _without_refused(one.data)
    return said if isinstance(said, dict) else {"definition": said}


def _by_what_they_record(observations: Mapping[str, Item]) -> dict[str, Item]:
    """Observations by indicator, date, scope and series: which one it is in a list says nothing."""
    found: dict[str, Item] = {}
    for item in observations.values():
        said = (item.get(key) for key in ("indicator", "date", "scope", "series"))
        found[free(" ".join(str(one) for one in said if one is not None), found)] = item
    return found


def _present(id_: str, renames: Mapping[str, str]) -> str:
    """The id of a definition; that of a waiver is made of its rule and the elements that it is about."""
    words = id_.split(" ")
    return id_ if len(words) == 1 else " ".join(renames.get(word, word) for word in words)


def _renamed(item: Item, renames: Mapping[str, str]) -> Item:
    """What names elements by their ids, as they are called now, where ``eaframe rename`` would write so."""
    return {
        key: value if key in NO_IDS else _renamed_below(value, renames, are_ids=key in ID_KEYS)
        for key, value in item.items()
    }


def _renamed_below(data: Plain, renames: Mapping[str, str], *, are_ids: bool) -> Plain:
    if isinstance(data, str):
        return renames.get(data, data) if are_ids else data
    if isinstance(data, dict):
        return _renamed(data, renames)
    if isinstance(data, list):
        return [_renamed_below(value, renames, are_ids=are_ids) for value in data]
    return data


def _without_refused(data: object) -> Plain:
    """What a file says; a value that was refused while reading is left out."""
    if isinstance(data, dict):
        return {key: _without_refused(value) for key, value in data.items() if value is not REFUSED}
    if isinstance(data, list):
        return [_without_refused(value) for value in data if value is not REFUSED]
    return data if isinstance(data, str | int | float | bool) else None


def _said(item: Item) -> Item:
    """Without what says nothing."""
    return {key: value for key, value in item.items() if value not in ("", None, [], {})}
