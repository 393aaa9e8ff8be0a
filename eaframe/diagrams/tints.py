"""The colours of boxes and groups as numbers, for formats that know neither classes nor a dark screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from eaframe.diagrams.palette import COLOURS, box_colours

if TYPE_CHECKING:
    from eaframe.views.view import ViewNode


def ink(name: str) -> str:
    """One colour as ``#rrggbb``."""
    return COLOURS[name][0]


def box_tints(node: ViewNode) -> tuple[str, str]:
    """The fill and the outline of a box: those of its colour, else of its layer."""
    if node.junction:
        return ink("line" if node.junction == "and" else "page"), ink("line")
    fill, outline, _ = box_colours(node)
    return ink(fill), ink(outline)


def band_tints(layer: str) -> tuple[str, str]:
    """The fill of the ground of a group, and that of the strip with its name."""
    return ink(f"{layer}-band"), ink(layer)
