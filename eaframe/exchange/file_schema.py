"""The JSON Schema of everything that a workspace's files may say."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from eaframe.exchange.json_schema import definitions, element_schema, relationship_schema
from eaframe.graph.selector import Related
from eaframe.metamodel.looks import ICON_NAMES
from eaframe.metamodel.vocabulary import JUNCTION
from eaframe.model.build import ReferenceShape
from eaframe.model.kind_shapes import KindShape
from eaframe.model.sections import SECTIONS
from eaframe.model.workspace_file import WorkspaceFile

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from eaframe.metamodel.archimate import Metamodel
    from eaframe.metamodel.kinds import Kind
    from eaframe.sources.shape import Shape

_DIALECT = "https://json-schema.org/draft/2020-12/schema"


def file_schema(
    metamodel: Metamodel,
    kinds: Mapping[str, Kind],
    languages: Sequence[str],
    sections: Mapping[str, type[Shape]],
    lists: Mapping[str, type[Shape]],
) -> str:
    """JSON text of one schema for eaframe.yaml and all model files.

    ``sections`` are what later rooms define by id, ``lists`` what they define in lists.
    """
    shared = definitions(languages) | relationship_schema(metamodel, kinds, languages)
    shared["element"] = element_schema(metamodel, kinds, languages)
    content: dict[str, Any] = {
        "elements": {"type": "object", "additionalProperties": {"$ref": "#/definitions/element"}},
        "relationships": {"type": "array", "items": {"$ref": "#/definitions/relationship"}},
    }
    shapes: dict[str, type[Shape]] = {"kinds": KindShape, "references": ReferenceShape, **sections}
    for section, shape in shapes.items():
        content[section] = {"type": "object", "additionalProperties": _of_shape(shape, shared)}
    icons = [*ICON_NAMES, *(name for name in metamodel.element_types if name != JUNCTION)]
    content["kinds"]["additionalProperties"]["properties"]["icon"] = {"enum": icons}
    for section, shape in lists.items():
        content[section] = {"type": "array", "items": _of_shape(shape, shared)}
    for section in SECTIONS:
        content.setdefault(section, {})
    settings = _of_shape(WorkspaceFile, shared)
    _of_shape(Related, shared)
    # Of rooms that do not know selectors.
    shared["TermShape"]["properties"]["when"] = {"$ref": "#/definitions/Selector"}
    shared["SeverityCase"]["properties"]["select"] = content["rules"]["items"]["properties"]["select"]
    schema = {
        "$schema": _DIALECT,
        "title": "eaframe",
        "description": f"Model files and eaframe.yaml for {metamodel.version}.",
        "type": "object",
        "if": {"required": ["eaframe"]},
        "then": settings,
        # A key with nothing below it (all commented out) says nothing and is allowed.
        "else": {
            "properties": {key: {"anyOf": [{"type": "null"}, one]} if one else {} for key, one in content.items()},
            "additionalProperties": False,
        },
        "definitions": dict(sorted(shared.items())),
    }
    return json.dumps(schema, ensure_ascii=False, indent=1) + "\n"


def _of_shape(shape: type[Shape], shared: dict[str, Any]) -> dict[str, Any]:
    """The schema of a pydantic model; what it refers to is added to ``shared``."""
    schema = _as_written(shape.model_json_schema(by_alias=True, ref_template="#/definitions/{model}"))
    shared.update(schema.pop("$defs", {}))
    found: dict[str, Any] = schema
    return found


def _as_written(schema: Any) -> Any:
    """A number or `true` is a text too where a text is wanted, as nothing that was written is changed."""
    if isinstance(schema, dict):
        if schema.get("type") == "string":
            words = schema.get("enum", ())
            more = {"enum": [*words, False]} if "off" in words else {}  # what `off` is to editors of YAML 1.1
            return {**schema, **more, "type": ["string", "number", "boolean"]}
        return {key: _as_written(value) for key, value in schema.items()}
    return [_as_written(value) for value in schema] if isinstance(schema, list) else schema
