"""Colours: ArchiMate's usual ones per layer, toned for paper, and their counterparts on a dark screen.

Every colour stands in the SVG twice: as an attribute (light, for whatever knows no CSS: printers, PNG) and as a class
whose CSS variable a dark screen, or the page around, can change.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

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
    "other": ("#f6e0cc", "#4a3626"),
    "other-line": ("#98704d", "#cda27c"),
    "other-band": ("#f7f8f9", "#181c21"),
}


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
    return (
        f".ea-view{{{light}}}"
        f"@media screen and (prefers-color-scheme:dark){{.ea-view{{{dark}}}}}"
        f"{rules}"
        ".ea-view a:hover .ea-box,.ea-view a:focus .ea-box{stroke-width:2.4}"
    )
