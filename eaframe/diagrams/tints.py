"""The colours of boxes and groups as numbers, for formats that know neither classes nor a dark screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from eaframe.diagrams.palette import COLOURS
from eaframe.metamodel.looks import HEAT

if TYPE_CHECKING:
    from eaframe.views.view import ViewNode


def ink(name: str) -> str:
    """One colour as ``#rrggbb``."""
    return COLOURS[name][0]


def box_tints(node: ViewNode) -> tuple[str, str]:
    """The fill and the outline of a box: those of its colour, else of its layer."""
    if node.junction:
        return ink("line" if node.junction == "and" else "page"), ink("line")
    colour = node.colour or node.layer
    return ink(colour), ink("heat-line" if colour in HEAT else f"{colour}-line")


def band_tints(layer: str) -> tuple[str, str]:
    """The fill of the ground of a group, and that of the strip with its name."""
    return ink(f"{layer}-band"), ink(layer)
