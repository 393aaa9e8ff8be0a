"""Colours: ArchiMate's usual ones per layer, toned for paper, and their counterparts on a dark screen.

Every colour stands in the SVG twice: as an attribute (light, for whatever knows no CSS: printers, PNG) and as a class
whose CSS variable a dark screen, or the page around, can change.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from eaframe.metamodel.looks import HEAT, NO_DATA
from eaframe.views.layout import GROUND

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from eaframe.views.view import ViewNode

# name -> (light, dark)
COLOURS: Final[Mapping[str, tuple[str, str]]] = {
    "page": ("#ffffff", "#12171e"),
    "text": ("#17202b", "#e9edf2"),
    "muted": ("#4c5664", "#b4bdc8"),
    "line": ("#3d4855", "#b4bfcb"),
    "frame": ("#ccd3db", "#39424e"),
    "strategy": ("#f9e3b4", "#4e3e19"),
    "strategy-line": ("#a67c2d", "#cfa95b"),
    "strategy-band": ("#fdf8ec", "#1d1b17"),
    "business": ("#fff5ad", "#464011"),
    "business-line": ("#a38f1f", "#cdbb52"),
    "business-band": ("#fffdf1", "#1c1c16"),
    "application": ("#c0eaf6", "#164553"),
    "application-line": ("#2b849f", "#62b4cc"),
    "application-band": ("#f1fafd", "#151d22"),
    "technology": ("#cdeabf", "#28481e"),
    "technology-line": ("#538b40", "#87bf74"),
    "technology-band": ("#f4faf1", "#171d18"),
    "physical": ("#bfe2b6", "#214420"),
    "physical-line": ("#458045", "#7ab57a"),
    "motivation": ("#dfdbfa", "#37335f"),
    "motivation-line": ("#6a61b3", "#a29ade"),
    "motivation-band": ("#f7f6fd", "#19181f"),
    "implementation": ("#fbdcda", "#572e2d"),
    "implementation-line": ("#b2605c", "#dd9490"),
    "implementation-band": ("#fef6f5", "#1f1817"),
    "added": ("#0a7d4f", "#3fc48d"),
    "removed": ("#c4311d", "#ff8a73"),
    "changed": ("#9a6700", "#e3b341"),
    "note": ("#9a6700", "#e3b341"),
    "derived": ("#76818e", "#8b97a4"),
    "red": ("#ffc9c4", "#5e2522"),
    "red-line": ("#b8433a", "#ee8e86"),
    "orange": ("#ffd3a8", "#573412"),
    "orange-line": ("#b5651d", "#eda765"),
    "yellow": ("#ffe97a", "#4d4208"),
    "yellow-line": ("#8f7900", "#dcc54a"),
    "green": ("#b9e6b0", "#1f4a22"),
    "green-line": ("#3c8a3a", "#7cc47a"),
    "teal": ("#a9e3d8", "#124a44"),
    "teal-line": ("#1f8577", "#62c4b5"),
    "blue": ("#bcd7ff", "#1d3a68"),
    "blue-line": ("#3a6fc4", "#8db4f2"),
    "purple": ("#dcc9fb", "#40296b"),
    "purple-line": ("#7a52bd", "#b99af0"),
    "pink": ("#fbc8e2", "#5c2247"),
    "pink-line": ("#b8478a", "#ec94c6"),
    "grey": ("#dde1e6", "#39424d"),
    "grey-line": ("#66707c", "#a9b3be"),
    # One way from pale to strong on paper, from dim to bright on a dark screen: the order is seen without any hue.
    "heat-1": ("#f1f6fc", "#1a212b"),
    "heat-2": ("#cde1f5", "#1e3044"),
    "heat-3": ("#a9cbee", "#23425f"),
    "heat-4": ("#7fb0e3", "#28557c"),
    "heat-5": ("#5a93d4", "#2e6694"),
    "heat-line": ("#3f648c", "#9cc0e6"),
    "no-data": ("#f2f4f6", "#1d232b"),
    "no-data-line": ("#78838f", "#8b97a4"),
    "other": ("#f6e0cc", "#4a3626"),
    "other-line": ("#98704d", "#cda27c"),
    "other-band": ("#f7f8f9", "#181c21"),
}


_PALER: Final = {"physical": "technology"}  # in whose band it lies (ArchiMate 3.2, ch. 10)
_INKS: Final = frozenset({"text", "muted", "line", "frame", "derived", "note"})
# They say something that is said nowhere else, so readers with colours of their own see them too.
_TELLING: Final = frozenset({*HEAT, NO_DATA, "added", "removed", "changed"})


def box_colours(node: ViewNode) -> tuple[str, str, str]:
    """The fill, the outline and the ink of small letters of a box: those of its layer, unless it has a colour."""
    colour = node.colour
    if not colour:
        return node.layer, f"{node.layer}-line", "muted"
    if colour == GROUND:
        return f"{_PALER.get(node.layer, node.layer)}-band", f"{node.layer}-line", "muted"
    return colour, "heat-line" if colour in HEAT else f"{colour}-line", "text"


def paint(fill: str | None = None, stroke: str | None = None) -> dict[str, str]:
    """The attributes that paint a shape in these colours; None is not painted."""
    classes = [f"ea-f-{fill}"] * bool(fill) + [f"ea-s-{stroke}"] * bool(stroke)
    attributes = {"class_": " ".join(classes), "fill": COLOURS[fill][0] if fill else "none"}
    if stroke:
        attributes["stroke"] = COLOURS[stroke][0]
    return attributes


def style(used: Iterable[str]) -> str:
    """The style sheet for these colours: variables, dark ones on dark screens, light ones on paper."""
    names = sorted(used)
    light = "".join(f"--ea-{name}:{COLOURS[name][0]};" for name in names)
    dark = "".join(f"--ea-{name}:{COLOURS[name][1]};" for name in names)
    rules = "".join(f".ea-f-{name}{{fill:var(--ea-{name})}}.ea-s-{name}{{stroke:var(--ea-{name})}}" for name in names)
    system = "".join(f"--ea-{name}:{_system_colour(name)};" for name in names if name not in _TELLING)
    return (
        f".ea-view{{{light}forced-color-adjust:none}}"
        f"@media screen and (prefers-color-scheme:dark){{.ea-view{{{dark}}}}}"
        f"@media (forced-colors:active){{.ea-view{{{system}}}}}"
        f"{rules}"
        ":root.ea-view{background:var(--ea-page)}"
        "@media print{:root.ea-view{width:100%;height:100vh}}"
        ".ea-view a:hover .ea-box,.ea-view a:focus .ea-box{stroke-width:2.4}"
    )


def _system_colour(name: str) -> str:
    """What stands for a colour where the reader has chosen colours of their own: lines and letters, or the ground."""
    return "CanvasText" if name in _INKS or name.endswith("-line") else "Canvas"
