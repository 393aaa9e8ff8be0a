"""The whole model for other programs, as JSON.

Schema version 1. Keys and meaning are kept within a version; new keys may be added. Lists stand in the order of ids.

- ``schema_version``, ``workspace`` (name, namespace, version, effective, data_cut_off, languages, metamodel, as_of,
  incomplete, history), ``kinds``, ``elements``, ``relationships``, ``references``, ``viewpoints``, ``views``,
  ``documents``, ``checklists``, ``indicators``, ``observations``.
- ``as_of`` is the day (YYYY-MM-DD) that the model was cut at, or null for the whole model of all times.
- A *text* is a string (in the first of the workspace's languages), or ``{"text": {LANGUAGE: STRING}}``.
- A *value* is a string, number or boolean, a text, a list of values, or an object with exactly one key that tells what
  it is: ``{"history": [{"value", "valid", "evidence"}]}`` for what changed over time,
  ``{"unknown": {"by", "until", "note"}}`` for what is not known yet and tracked,
  ``{"not_applicable": TEXT}`` where there is nothing to know. An attribute that is missing has no key.
- ``valid`` is ``{"from", "to"}``, dates as written (YYYY, YYYY-MM or YYYY-MM-DD, both ends inclusive), null where open.
- ``evidence`` is a list of ``{"ref", "grade", "note"}``; ``ref`` is the id of a reference, or "".
- ``own`` is false for what comes from an imported library. ``file`` is relative to the workspace or library.
- The others hold ``{"id", "definition"}``, the definition as the file says it; ``observations`` are the definitions
  alone, in the order of indicators and dates.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final

from eaframe.metamodel.period import date_of
from eaframe.metamodel.values import Dated, Evidence, History, Localized, NotApplicable, Unknown, Value
from eaframe.sources.document import REFUSED

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from eaframe.metamodel.kinds import Attribute, Kind
    from eaframe.metamodel.period import Period
    from eaframe.model.elements import Definition, Element, Reference, Relationship
    from eaframe.model.model import Model
    from eaframe.model.workspace_file import WorkspaceFile

SCHEMA_VERSION: Final = 1


def model_to_json(model: Model) -> str:
    """The model as one JSON object (see the module), the same bytes for the same model."""
    content = {
        "schema_version": SCHEMA_VERSION,
        "workspace": _workspace(model),
        "kinds": [kind_data(model.kinds[id_]) for id_ in sorted(model.kinds)],
        "elements": [element_data(model.elements[id_]) for id_ in sorted(model.elements)],
        "relationships": [relationship_data(model, model.relationships[id_]) for id_ in sorted(model.relationships)],
        "references": [_reference(model.references[id_]) for id_ in sorted(model.references)],
        "viewpoints": _definitions(model.definitions.get("viewpoints", ())),
        "views": _definitions(model.definitions.get("views", ())),
        "documents": _definitions(model.definitions.get("documents", ())),
        "checklists": _definitions(model.definitions.get("checklists", ())),
        "indicators": _definitions(model.definitions.get("indicators", ())),
        "observations": _observations(model.definitions.get("observations", ())),
    }
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"


def _workspace(model: Model) -> dict[str, Any]:
    settings: WorkspaceFile = model.settings
    return {
        "name": declared_text(settings.name),
        "namespace": settings.namespace,
        "version": settings.version,
        "effective": settings.effective,
        "data_cut_off": settings.data_cut_off,
        "languages": list(settings.languages),
        "metamodel": settings.metamodel,
        "as_of": None if model.as_of is None else date_of(model.as_of).isoformat(),
        "incomplete": model.incomplete,
        "history": [
            {
                "version": one.version,
                "date": one.date,
                "content": declared_text(one.content),
                "basis": declared_text(one.basis),
                "affected": list(one.affected),
                "unit": one.unit,
            }
            for one in settings.history
        ],
    }


def kind_data(kind: Kind) -> dict[str, Any]:
    """A kind as the export has it."""
    return {
        "id": kind.id,
        "base": kind.base,
        "type": kind.type,
        "relationship": kind.is_relationship,
        "label": declared_text(kind.label),
        "documentation": _first(kind.documentation),
        "icon": kind.icon,
        "colour": kind.colour,
        "attributes": [_attribute(kind.attributes[name]) for name in sorted(kind.attributes)],
    }


def _attribute(attribute: Attribute) -> dict[str, Any]:
    return {
        "name": attribute.name,
        "type": attribute.type,
        "label": declared_text(attribute.label),
        "documentation": _first(attribute.documentation),
        "required": attribute.required,
        "obligation": attribute.obligation,
        "default": attribute.default,
        "allowed": list(attribute.allowed),
        "words": {word: declared_text(texts) for word, texts in attribute.words.items()},
        "min": attribute.minimum,
        "max": attribute.maximum,
        "pattern": attribute.pattern,
        "to": list(attribute.to),
        "of": _attribute(attribute.of) if attribute.of else None,
        "unknown": attribute.unknown,
        "visibility": attribute.visibility,
        "valid": _period(attribute.valid),
    }


def element_data(element: Element) -> dict[str, Any]:
    """An element as the export has it."""
    return {
        "id": element.id,
        "type": element.type,
        "kind": element.kind,
        "own": element.is_own,
        "name": value_to_json(element.name),
        "documentation": value_to_json(element.documentation),
        "attributes": _values(element.attributes),
        "tags": list(element.tags),
        "aliases": list(element.aliases),
        "folder": element.folder,
        "valid": _period(element.valid),
        "replaced_by": list(element.replaced_by),
        "evidence": _evidence(element.evidence),
        "visibility": element.visibility,
        "file": element.file,
    }


def relationship_data(model: Model, one: Relationship) -> dict[str, Any]:
    """A relationship as the export has it."""
    return {
        "id": one.id,
        "type": one.type,
        "verb": model.metamodel.relationship_types[one.type].verb,
        "kind": one.kind,
        "own": one.is_own,
        "source": one.source,
        "target": one.target,
        "name": value_to_json(one.name),
        "documentation": value_to_json(one.documentation),
        "attributes": _values(one.attributes),
        "tags": list(one.tags),
        "valid": _period(one.valid),
        "evidence": _evidence(one.evidence),
        "visibility": one.visibility,
        "file": one.file,
    }


def _reference(reference: Reference) -> dict[str, Any]:
    return {
        "id": reference.id,
        "title": value_to_json(reference.title),
        "date": reference.date,
        "url": reference.url,
        "publisher": value_to_json(reference.publisher),
        "document": reference.document,
        "note": value_to_json(reference.note),
    }


def _definitions(definitions: Iterable[Definition]) -> list[dict[str, Any]]:
    ordered = sorted((one for one in definitions if not one.library), key=lambda one: one.id)
    return [{"id": one.id, "definition": _plain(one.data)} for one in ordered]


def _observations(definitions: Iterable[Definition]) -> list[Any]:
    """Without ids, as only the places in their files tell them apart."""
    plain = (_plain(one.data) for one in definitions if not one.library)
    keys = ("indicator", "date", "scope", "series")
    found = [one for one in plain if isinstance(one, dict)]  # others are a finding
    return sorted(found, key=lambda one: [*(str(one.get(key, "")) for key in keys), json.dumps(one, sort_keys=True)])


def _values(attributes: Mapping[str, Value]) -> dict[str, Any]:
    return {name: value_to_json(attributes[name]) for name in sorted(attributes)}


def value_to_json(value: Value) -> Any:
    """A value as the module says."""
    if isinstance(value, Localized):
        return declared_text(value.texts)
    if isinstance(value, History):
        return {"history": [_dated(one) for one in value.values]}
    if isinstance(value, Unknown):
        return {"unknown": {"by": value.by, "until": value.until_text, "note": value_to_json(value.note)}}
    if isinstance(value, NotApplicable):
        return {"not_applicable": value_to_json(value.reason)}
    if isinstance(value, tuple):
        return [value_to_json(item) for item in value]
    return value


def _dated(one: Dated) -> dict[str, Any]:
    return {"value": value_to_json(one.value), "valid": _period(one.valid), "evidence": _evidence(one.evidence)}


def _evidence(evidence: Iterable[Evidence]) -> list[dict[str, Any]]:
    return [{"ref": one.ref, "grade": one.grade, "note": value_to_json(one.note)} for one in evidence]


def _period(period: Period) -> dict[str, str | None]:
    return {"from": period.first_text or None, "to": period.last_text or None}


def declared_text(text: str | Mapping[str, str]) -> Any:
    """A text as declared: a string, or one per language in the order of languages."""
    return text if isinstance(text, str) else {"text": dict(sorted(text.items()))}


def _first(texts: Mapping[str, str]) -> str:
    """A text in the language that it is declared in first; a schema version keeps what is a string one."""
    return next(iter(texts.values()), "")


def _plain(data: object) -> Any:
    """What a file says; a value that was refused while reading is left out."""
    if isinstance(data, dict):
        return {key: _plain(value) for key, value in data.items() if value is not REFUSED}
    if isinstance(data, list):
        return [_plain(value) for value in data if value is not REFUSED]
    return None if data is REFUSED else data
