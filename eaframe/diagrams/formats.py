"""The formats in which a view can be written, and which layouts each can draw.

A new one is a line in ``FORMATS``.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from eaframe.views.layout import LayoutError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from eaframe.diagrams.pages.sheets import Paper
    from eaframe.views.view import LayoutName, View

_GRAPHS: Final[frozenset[LayoutName]] = frozenset({"layered", "map"})
_ALL: Final[frozenset[LayoutName]] = _GRAPHS | {"matrix", "list", "roadmap"}
_WORDS: Final[Mapping[LayoutName, str]] = {
    "layered": "A layered view",
    "map": "A map",
    "matrix": "A matrix",
    "list": "A list",
    "roadmap": "A roadmap",
}


@dataclass(frozen=True, slots=True)
class Format:
    """A format: its name for people, the suffix of its files with the dot, and the layouts that it can draw.

    ``render`` takes a view and the paper, for formats that have pages. Raises LayoutError.
    """

    label: str
    suffix: str
    layouts: frozenset[LayoutName]
    render: Callable[[View, Paper], str | bytes]


def _svg(view: View, _: Paper) -> str:
    from eaframe.diagrams import draw

    return draw(view)


def _png(view: View, _: Paper) -> bytes:
    from eaframe.diagrams import draw, render_png
    from eaframe.diagrams.stamp import stamped

    return stamped(render_png(draw(view)), view.hash)


def _pdf(view: View, paper: Paper) -> bytes:
    from eaframe.diagrams import draw
    from eaframe.diagrams.pdf import render_pdf

    return render_pdf(draw(view), paper=paper)


def _drawio(view: View, _: Paper) -> str:
    from eaframe.diagrams.drawio import render_drawio
    from eaframe.views.place import place_boxes

    return render_drawio(place_boxes(view))


def _plantuml(view: View, _: Paper) -> str:
    from eaframe.diagrams.plantuml import render_plantuml

    return render_plantuml(view)


def _mermaid(view: View, _: Paper) -> str:
    from eaframe.diagrams.gantt import render_gantt
    from eaframe.diagrams.mermaid import render_mermaid

    return render_gantt(view) if view.layout == "roadmap" else render_mermaid(view)


def _dot(view: View, _: Paper) -> str:
    from eaframe.diagrams.dot import render_dot

    return render_dot(view)


def _json(view: View, _: Paper) -> str:
    from eaframe.diagrams.placed_json import render_json, render_view_json
    from eaframe.views.place import place_boxes

    return render_json(place_boxes(view)) if view.layout in _GRAPHS else render_view_json(view)


FORMATS: Final[Mapping[str, Format]] = {
    "svg": Format("SVG", ".svg", _ALL, _svg),
    "png": Format("PNG", ".png", _ALL, _png),
    "pdf": Format("PDF", ".pdf", _ALL, _pdf),
    "drawio": Format("draw.io", ".drawio", _GRAPHS, _drawio),
    "mermaid": Format("Mermaid", ".mmd", _GRAPHS | {"roadmap"}, _mermaid),
    "plantuml": Format("PlantUML", ".puml", _GRAPHS, _plantuml),
    "dot": Format("DOT", ".dot", _GRAPHS, _dot),
    "json": Format("JSON", ".json", _ALL, _json),
}


def write_view(view: View, name: str, paper: Paper = "a3") -> str | bytes:
    """A view in the format of this name, which must be one of ``FORMATS``; ``paper`` is that of a PDF.

    Raises LayoutError, whose message is one sentence for the user, where the format cannot draw this layout or the
    view is too large for it.
    """
    chosen = FORMATS[name]
    if view.layout not in chosen.layouts:
        *others, last = (key for key, one in FORMATS.items() if view.layout in one.layouts)
        raise LayoutError(
            f"{_WORDS[view.layout]} cannot be written as {chosen.label}; use {', '.join(others)} or {last}."
        )
    return chosen.render(view, paper)


def format_of(file: str) -> str | None:
    """The name of the format of a file by its suffix, in any case; None where it is none of ours."""
    return next((name for name, one in FORMATS.items() if file.casefold().endswith(one.suffix)), None)
