"""The styles of draw.io's own ArchiMate 3.2 shapes and lines, as its library of shapes writes them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from eaframe.diagrams.arrows import arrow_of
from eaframe.diagrams.notation import NOTATION, tab_of
from eaframe.diagrams.tints import box_tints
from eaframe.metamodel.looks import NO_DATA

if TYPE_CHECKING:
    from collections.abc import Mapping

    from eaframe.diagrams.arrows import Head
    from eaframe.diagrams.notation import Shape
    from eaframe.views.layout import PlacedNode
    from eaframe.views.view import ViewEdge

_ACROSS: Final[Mapping[str, str]] = {
    "collaboration": "collab",
    "interface": "interface",
    "process": "proc",
    "function": "func",
    "interaction": "interaction",
    "event": "event",
    "service": "serv",
}

# The ``appType`` of ``mxgraph.archimate3.application``: the icon. A grouping and a junction have shapes of their own.
ICONS: Final[Mapping[str, str]] = {
    "resource": "resource",
    "capability": "capability",
    "value-stream": "valueStream",
    "course-of-action": "course",
    **{f"business-{name}": icon for name, icon in _ACROSS.items()},
    "business-actor": "actor",
    "business-role": "role",
    "business-object": "passive",
    "contract": "contract",
    "representation": "representation",
    "product": "product",
    **{f"application-{name}": icon for name, icon in _ACROSS.items()},
    "application-component": "comp",
    "data-object": "passive",
    **{f"technology-{name}": icon for name, icon in _ACROSS.items()},
    "node": "node",
    "device": "device",
    "system-software": "sysSw",
    "path": "path",
    "communication-network": "netw",
    "artifact": "artifact",
    "equipment": "equipment",
    "facility": "facility",
    "distribution-network": "distribution",
    "material": "material",
    "stakeholder": "role",
    "driver": "driver",
    "assessment": "assess",
    "goal": "goal",
    "outcome": "outcome",
    "principle": "principle",
    "requirement": "requirement",
    "constraint": "constraint",
    "meaning": "meaning",
    "value": "amValue",
    "work-package": "workPackage",
    "deliverable": "deliverable",
    "implementation-event": "event",
    "plateau": "plateau",
    "gap": "gap",
    "location": "location",
}
_OUTLINES: Final[Mapping[Shape, str]] = {"square": "square", "round": "rounded", "cut": "oct"}
_MARKERS: Final[Mapping[Head, str]] = {
    "": "none",
    "diamond": "diamondThin",
    "hollow-diamond": "diamondThin",
    "ball": "oval",
    "triangle": "block",
    "hollow-triangle": "block",
    "open": "open",
    "small-open": "open",
    "half": "openAsync",
}
_FILLED: Final[frozenset[Head]] = frozenset({"diamond", "ball", "triangle"})
_SIZES: Final[Mapping[str, int]] = {"diamondThin": 14, "block": 9, "open": 8, "openAsync": 8, "oval": 5, "none": 0}
# The dashes of each line, "" where it is solid.
DASHES: Final[Mapping[str, str]] = {
    **dict.fromkeys(("composition", "aggregation", "assignment", "serving"), ""),
    **dict.fromkeys(("association", "triggering", "specialization"), ""),
    **dict.fromkeys(("realization", "access"), "1 3"),
    **dict.fromkeys(("influence", "flow"), "6 4"),
}


def style(**values: str | float) -> str:
    """Values as draw.io writes them: ``key=value;``."""
    return "".join(f"{key}={f'{value:g}' if isinstance(value, float) else value};" for key, value in values.items())


def box_style(placed: PlacedNode) -> str:
    """The shape of a box in its colours; draw.io has no icons for kinds but those of other types."""
    node, tab = placed.node, tab_of(placed)
    fill, stroke = box_tints(node)
    colours = style(fillColor="none" if tab and not node.colour else fill, strokeColor=stroke)
    if node.junction:
        below = style(html=1, perimeter="ellipsePerimeter", verticalLabelPosition="bottom", verticalAlign="top")
        return f"ellipse;{below}{colours}"
    if tab:
        size = style(tabWidth=tab[0], tabHeight=tab[1], tabPosition="left")
        return style(shape="folder", html=1, whiteSpace="wrap", dashed=1) + size + colours
    dashes = style(dashed=1) if node.colour == NO_DATA else ""
    shape = style(
        html=1,
        outlineConnect=0,
        whiteSpace="wrap",
        shape="mxgraph.archimate3.application",
        appType=ICONS.get(node.icon, ICONS[node.type]),
        archiType=_OUTLINES[NOTATION[node.type].shape],
    )
    return shape + dashes + colours


def line_style(edge: ViewEdge) -> str:
    """The line of a relationship and what stands at its ends."""
    arrow = arrow_of(edge)
    dashes = DASHES[edge.type]
    return (
        style(html=1)
        + _end("start", arrow.source)
        + _end("end", arrow.target)
        + (style(dashed=1, dashPattern=dashes) if dashes else style(dashed=0))
    )


def _end(which: str, head: Head) -> str:
    marker = _MARKERS[head]
    return f"{which}Arrow={marker};{which}Fill={int(head in _FILLED)};{which}Size={_SIZES[marker]};"
