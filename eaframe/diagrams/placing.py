"""A view of boxes laid out for drawing."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from eaframe.views.layout import Layout, PlacedView
    from eaframe.views.view import View


def place_boxes(view: View, layout: Layout | None = None) -> PlacedView:
    """Where all boxes and lines of a view stand, by ``layout`` (default: as a map or in layers, as the view says).

    Raises LayoutError where the layout engine is missing, or the view is too large for one picture.
    """
    from eaframe.views import place
    from eaframe.views.sizes import sizes

    if layout is None:
        return place.place_boxes(view)
    place.refuse_too_large(view)
    return layout(view, sizes(view))
