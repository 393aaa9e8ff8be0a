"""The JSON Schema of model files, for editors: completion, hover and first checks while typing.

Draft 2020-12, restricted to what Draft 7 can also say, as editors differ in what they read.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from eaframe.metamodel.archimate import Metamodel
    from eaframe.metamodel.kinds import Attribute, Kind

_ID = "[a-z0-9]+(-[a-z0-9]+)*"
_PARTIAL_DATE = "^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$"


def element_schema(metamodel: Metamodel, kinds: Mapping[str, Kind], languages: Sequence[str]) -> dict[str, Any]:
    """The schema of one element: its keys by its type; ``languages`` are those of texts."""
    names = [*metamodel.element_types, *(_short(id_) for id_, kind in kinds.items() if not kind.is_relationship)]
    common = _common(languages)
    verbs = {
        verb: {"description": _verb(type_.label, inverse=inverse), "$ref": "#/definitions/targets"}
        for verb, (type_, inverse) in metamodel.verbs.items()
    }
    own = {
        "type": {"description": "ArchiMate type or kind.", "enum": names},
        "owner": _over_time(
            {
                "description": "The unit that answers for it.",
                "anyOf": [{"$ref": "#/definitions/id"}, {"$ref": "#/definitions/not-known"}],
            }
        ),
        "replaced-by": {"description": "Successors.", "$ref": "#/definitions/ids"},
        "aliases": {"description": "Ids that it had before.", "$ref": "#/definitions/ids"},
        "folder": {"type": "string"},
    }
    branches = []
    for id_, kind in kinds.items():
        if not kind.is_relationship:
            attributes = {name: attribute_schema(one, languages) for name, one in kind.attributes.items()}
            branches.append(_branch([_short(id_), id_], {**common, **own, **verbs, **attributes}, kind.attributes))
    plateau = {"date": {"type": "string", "pattern": _PARTIAL_DATE}}
    junction = {"junction": {"enum": ["and", "or"]}}
    branches.append(_branch(["plateau"], {**common, **own, **verbs, **plateau}, {}))
    branches.append(_branch(["junction"], {**common, **own, **verbs, **junction}, {}))
    special = {"plateau", "junction"}
    rest = [name for name in metamodel.element_types if name not in special]
    branches.append(_branch(rest, {**common, **own, **verbs}, {}))
    return {"type": "object", "required": ["type"], "properties": {"type": own["type"]}, "allOf": branches}


def relationship_schema(metamodel: Metamodel, kinds: Mapping[str, Kind], languages: Sequence[str]) -> dict[str, Any]:
    """The schema of ``{from, VERB}`` entries and, without ``from``, of ``{to, …}`` targets."""
    attributes: dict[str, Any] = {}
    for kind in kinds.values():
        if kind.is_relationship:
            attributes |= {name: attribute_schema(one, languages) for name, one in kind.attributes.items()}
    names = [_short(id_) for id_, kind in kinds.items() if kind.is_relationship]
    keys: dict[str, Any] = {
        **_common(languages),
        "id": {"$ref": "#/definitions/id"},
        "mode": {"enum": ["access", "read", "write", "readwrite"]},
        "strength": {"type": "string"},
        "directed": {"type": "boolean"},
        **attributes,
    }
    if names:
        keys["kind"] = {"enum": names}
    verbs = {
        verb: {"description": _verb(type_.label, inverse=inverse), "$ref": "#/definitions/id"}
        for verb, (type_, inverse) in metamodel.verbs.items()
    }
    reference = {"$ref": "#/definitions/id"}
    target = {
        "type": "object",
        "required": ["to"],
        "additionalProperties": False,
        "properties": {"to": reference, **keys},
    }
    entry = {
        "type": "object",
        "required": ["from"],
        "additionalProperties": False,
        "properties": {"from": reference, **verbs, **keys},
    }
    return {"target": target, "relationship": entry}


def attribute_schema(attribute: Attribute, languages: Sequence[str]) -> dict[str, Any]:
    """The schema of an attribute's value, with its history and the ways of not knowing it."""
    schema = _plain(attribute, languages)
    label = next(iter(attribute.label.values()), attribute.name)
    documentation = next(iter(attribute.documentation.values()), "")
    options = [schema, {"$ref": "#/definitions/not-known"}] if attribute.unknown else [schema]
    described = {"description": f"{label}. {documentation}".strip(), "anyOf": options}
    return _over_time(described)


def _plain(attribute: Attribute, languages: Sequence[str]) -> dict[str, Any]:
    match attribute.type:
        case "integer" | "number" | "boolean":
            bounds = {"minimum": attribute.minimum, "maximum": attribute.maximum}
            return {"type": attribute.type, **{key: bound for key, bound in bounds.items() if bound is not None}}
        case "enum":
            return {"enum": list(attribute.allowed)}
        case "reference":
            return {"$ref": "#/definitions/id"}
        case "list":
            items = _plain(attribute.of, languages) if attribute.of else _text(languages)
            return {"anyOf": [{"type": "array", "items": items}, items]}
        case "pattern":
            return {"type": "string", "pattern": f"^(?:{attribute.pattern})$"}
        case "money":
            return {"type": "string", "pattern": "^-?[0-9]+(\\.[0-9]+)? [A-Z]{3}$"}
        case "date":
            return _date()
        case "text":
            return _text(languages)


def definitions(languages: Sequence[str]) -> dict[str, Any]:
    """What the other schemas refer to."""
    identifier = {"type": "string", "pattern": f"^({_ID}:)?{_ID}(--{_ID}--{_ID})?$"}
    unknown = {
        "type": "object",
        "required": ["by", "until"],
        "additionalProperties": False,
        "properties": {"by": {"$ref": "#/definitions/id"}, "until": _date(), "note": _text(languages)},
    }
    return {
        "id": identifier,
        "ids": {"anyOf": [{"$ref": "#/definitions/id"}, {"type": "array", "items": {"$ref": "#/definitions/id"}}]},
        "targets": {
            "anyOf": [
                {"$ref": "#/definitions/id"},
                {"$ref": "#/definitions/target"},
                {
                    "type": "array",
                    "items": {"anyOf": [{"$ref": "#/definitions/id"}, {"$ref": "#/definitions/target"}]},
                },
            ]
        },
        "not-known": {
            "anyOf": [
                {
                    "type": "object",
                    "required": ["unknown"],
                    "additionalProperties": False,
                    "properties": {"unknown": unknown},
                },
                {
                    "type": "object",
                    "required": ["not-applicable"],
                    "additionalProperties": False,
                    "properties": {"not-applicable": _text(languages)},
                },
            ]
        },
        "valid": {
            "type": "object",
            "additionalProperties": False,
            "properties": {"from": _date(), "to": _date()},
        },
        "evidence": {
            "type": "object",
            "required": ["grade"],
            "additionalProperties": False,
            "properties": {
                "ref": {"type": "string"},
                "grade": {"enum": ["A", "B", "C", "K", "modelled"]},
                "note": _text(languages),
            },
        },
    }


def _common(languages: Sequence[str]) -> dict[str, Any]:
    evidence = {"$ref": "#/definitions/evidence"}
    return {
        "name": _over_time({"anyOf": [_text(languages), {"$ref": "#/definitions/not-known"}]}),
        "documentation": _over_time({"anyOf": [_text(languages), {"$ref": "#/definitions/not-known"}]}),
        "tags": {"anyOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}}]},
        "valid": {"$ref": "#/definitions/valid"},
        "evidence": {"anyOf": [evidence, {"type": "array", "items": evidence}]},
        "visibility": {"enum": ["public", "internal", "restricted"]},
    }


def _over_time(schema: dict[str, Any]) -> dict[str, Any]:
    """The value itself, or a list of ``{value, valid, evidence}``."""
    evidence = {"$ref": "#/definitions/evidence"}
    dated = {
        "type": "object",
        "required": ["value"],
        "additionalProperties": False,
        "properties": {
            "value": schema,
            "valid": {"$ref": "#/definitions/valid"},
            "evidence": {"anyOf": [evidence, {"type": "array", "items": evidence}]},
        },
    }
    description = schema.get("description")
    either = {"anyOf": [schema, {"type": "array", "items": dated}]}
    return {"description": description, **either} if description else either


def _text(languages: Sequence[str]) -> dict[str, Any]:
    # Numbers and the like are texts too where a text is wanted: nothing a file says is changed.
    plain = {"type": ["string", "number", "boolean"]}
    texts = {"type": "object", "additionalProperties": False, "properties": dict.fromkeys(languages, plain)}
    return {"anyOf": [plain, texts]}


def _date() -> dict[str, Any]:
    return {"anyOf": [{"type": "string", "pattern": _PARTIAL_DATE}, {"type": "integer", "minimum": 1, "maximum": 9999}]}


def _branch(names: Sequence[str], properties: dict[str, Any], attributes: Mapping[str, Attribute]) -> dict[str, Any]:
    required = [name for name, one in attributes.items() if one.required and one.default is None]
    then: dict[str, Any] = {"properties": properties, "additionalProperties": False}
    if required:
        then["required"] = required
    return {"if": {"properties": {"type": {"enum": list(names)}}}, "then": then}


def _verb(label: Mapping[str, str], *, inverse: bool) -> str:
    name = label.get("en", "")
    return f"{name}, said from its target." if inverse else f"{name}."


def _short(id_: str) -> str:
    return id_.rpartition(":")[2]
