"""A view laid out for drawing."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from eaframe.views.layout import Layout, PlacedView
    from eaframe.views.view import View


def place(view: View, layout: Layout | None = None) -> PlacedView:
    """Where everything in a view stands, by ``layout`` (default: in layers, by Graphviz).

    Raises LayoutError where the layout engine is missing, or the view is too large for one picture.
    """
    from eaframe.views.layered import layered_layout
    from eaframe.views.layout import LARGEST, LayoutError
    from eaframe.views.sizes import sizes

    size = len(view.nodes) + len(view.edges)
    if size > LARGEST:
        raise LayoutError(f"The view `{view.id}` has {size} boxes and lines, over {LARGEST}: show fewer elements.")
    return (layout or layered_layout)(view, sizes(view))
