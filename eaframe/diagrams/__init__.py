"""Pictures of views: SVG in ArchiMate's notation, and PNG and PDF of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from eaframe.diagrams.pdf import render_pdf
from eaframe.diagrams.png import render_png
from eaframe.diagrams.svg import render_svg

if TYPE_CHECKING:
    from collections.abc import Callable

    from eaframe.views.marks import Marks
    from eaframe.views.view import View

__all__ = ["draw", "render_pdf", "render_png", "render_svg"]


def draw(
    view: View,
    links: Callable[[str], str | None] | None = None,
    marks: Marks | None = None,
) -> str:
    """The SVG of a view, in the language that the view was built in.

    ``links`` gives the address of an element by its id; ``marks`` tell what was added, removed or changed, and all else
    is faded. Raises LayoutError where the layout engine is missing, or the view is too large for one picture.
    """
    from eaframe.views.place import place

    return render_svg(place(view), links, marks)
