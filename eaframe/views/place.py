"""A view with coordinates, by the layout that it asks for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from eaframe.views.layout import LARGEST, LayoutError

if TYPE_CHECKING:
    from eaframe.views.layout import PlacedView
    from eaframe.views.placed_roadmap import PlacedRoadmap
    from eaframe.views.placed_table import PlacedTable
    from eaframe.views.view import View

    Placed = PlacedView | PlacedTable | PlacedRoadmap

LARGEST_TABLE: Final = 40_000  # cells: 200 rows of 200 columns, many times what anybody reads


def place(view: View) -> Placed:
    """Place a view as its ``layout`` says.

    Raises LayoutError where the layout engine is missing, or the view is too large for one picture.
    """
    if view.layout not in {"matrix", "list", "roadmap"}:
        return place_boxes(view)
    _refuse(view)
    if view.layout == "matrix":
        from eaframe.views.matrix_layout import matrix_layout

        return matrix_layout(view)
    if view.layout == "list":
        from eaframe.views.list_layout import list_layout

        return list_layout(view)
    from eaframe.views.roadmap_layout import roadmap_layout

    return roadmap_layout(view)


def place_boxes(view: View) -> PlacedView:
    """Place the boxes of a view as a map, if it says so, or in layers. Raises LayoutError as ``place`` does."""
    _refuse(view)
    if view.layout == "map":
        from eaframe.views.map_layout import map_layout

        return map_layout(view)
    from eaframe.views.layered import layered_layout
    from eaframe.views.sizes import sizes

    return layered_layout(view, sizes(view))


def too_large(view: View) -> str:
    """Why a view is too large for one picture, in a sentence for the user; "" where it is not."""
    if view.layout in {"matrix", "list"}:
        table = view.table
        cells = len(table.rows) * max(len(table.columns), 1) if table else 0
        if cells > LARGEST_TABLE:
            return f"The view `{view.id}` has {cells} cells, over {LARGEST_TABLE}: show fewer elements."
        return ""
    lines = len(view.edges) if view.layout == "layered" else 0
    size = len(view.nodes) + lines
    if size > LARGEST:
        return f"The view `{view.id}` has {size} boxes and lines, over {LARGEST}: show fewer elements."
    return ""


def _refuse(view: View) -> None:
    """Refuse what nobody could read, before minutes are spent on it."""
    why = too_large(view)
    if why:
        raise LayoutError(why)
