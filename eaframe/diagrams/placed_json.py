"""A view as JSON, with coordinates where it has been laid out; `view.schema.json` beside this file says what is in it.

Coordinates are px, x to the right and y downwards, from the top left corner of the drawing without its frame.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final

from eaframe.views.view import as_data

if TYPE_CHECKING:
    from eaframe.views.layout import PlacedEdge, PlacedNode, PlacedView, Rect
    from eaframe.views.view import View

FORMAT: Final = 1  # the version of the schema
_DECIMALS: Final = 2


def render_json(placed: PlacedView) -> str:
    """A view and where everything in it is placed, one key a line; the same bytes for the same view."""
    drawing = {
        "width": _px(placed.width),
        "height": _px(placed.height),
        "bands": [
            {"id": band.id, "label": band.label, "strip": _px(band.strip), **_rect(band.rect)} for band in placed.bands
        ],
        "nodes": [_node(node) for node in placed.nodes],
        "edges": [_edge(edge) for edge in placed.edges],
    }
    return _written(placed.view, drawing)


def render_view_json(view: View) -> str:
    """A view without coordinates: a matrix, a list or a roadmap."""
    return _written(view, None)


def _written(view: View, drawing: dict[str, Any] | None) -> str:
    data = {"eaframe-view": FORMAT, "view": as_data(view), "drawing": drawing}
    return json.dumps(data, ensure_ascii=False, indent=2, sort_keys=True) + "\n"


def _node(placed: PlacedNode) -> dict[str, Any]:
    return {
        "id": placed.node.id,
        "container": placed.is_container,
        "caption": list(placed.size.caption),
        "lines": list(placed.size.lines),
        **_rect(placed.rect),
    }


def _edge(placed: PlacedEdge) -> dict[str, Any]:
    words = placed.text
    text = words and {
        "x": _px(placed.text_at[0]),
        "y": _px(placed.text_at[1]),
        "width": _px(words.width),
        "height": _px(words.height),
        "lines": list(words.lines),
    }
    points = [[_px(x), _px(y)] for x, y in placed.points]
    return {"id": placed.edge.id, "points": points, "shared-end": placed.shared_end, "text": text}


def _rect(rect: Rect) -> dict[str, float]:
    return {"x": _px(rect.x), "y": _px(rect.y), "width": _px(rect.width), "height": _px(rect.height)}


def _px(value: float) -> float:
    return round(float(value), _DECIMALS) + 0.0  # never -0
