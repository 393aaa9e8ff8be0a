"""The pictures of an edition's views, whose boxes lead to where their elements are described."""

from __future__ import annotations

from typing import TYPE_CHECKING

from eaframe.views.place import too_large

if TYPE_CHECKING:
    from collections.abc import Mapping

    from eaframe.documents.edition import Edition


def draw_views(edition: Edition) -> Mapping[str, str]:
    """The SVG of each view that shows anything and can be read as one picture, by its id.

    Raises LayoutError where the layout engine is missing.
    """
    from eaframe.diagrams import draw

    links = edition.places.elements.get
    return {view.id: draw(view, links) for view in edition.views if view.nodes and not too_large(view)}
