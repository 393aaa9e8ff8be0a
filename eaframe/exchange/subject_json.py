"""Everything about one element or relationship for other programs, as JSON.

``schema_version`` is that of the export of the whole model, and so is the form of ``element`` (or ``relationship``) and
of ``relationships``, which are all from or to it. ``views`` holds ids, ``findings`` those about it or its
relationships, ``location`` the ``file`` with its ``line`` (null for what a library says).
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from eaframe.exchange.json_export import SCHEMA_VERSION, element_data, relationship_data

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from eaframe.graph import Graph


def subject_to_json(
    graph: Graph, id_: str, *, views: Iterable[str], findings: Iterable[Mapping[str, Any]], file: str, line: int | None
) -> str:
    """One JSON object (see the module) of a subject of the graph."""
    model = graph.model
    element = model.elements.get(id_)
    near = sorted({one.id: one for one in (*graph.from_(id_), *graph.to(id_))}.items())
    content = {
        "schema_version": SCHEMA_VERSION,
        "element": element_data(element) if element else None,
        "relationship": None if element else relationship_data(model, model.relationships[id_]),
        "relationships": [relationship_data(model, one) for _, one in near],
        "replaces": sorted(one.id for one in model.elements.values() if id_ in one.replaced_by),
        "views": list(views),
        "findings": list(findings),
        "location": {"file": file, "line": line},
    }
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"
