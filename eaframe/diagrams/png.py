"""SVG to PNG with the font that the text was measured in, and no other: the same picture on every machine."""

from __future__ import annotations

import math
import re
from typing import Final

# The renderer knows neither CSS variables nor media queries; the light colours stand in the attributes.
_STYLE: Final = re.compile(r"<style>.*?</style>", re.DOTALL)
_SIZE: Final = re.compile(r'<svg\b[^>]*? width="([\d.]+)" height="([\d.]+)"')
_MOST: Final = 40_000_000  # pixels: more take seconds to draw, and many programs refuse them
_LEAST_SCALE: Final = 0.75  # names of 12 px are 9 pixels high: below, diacritics merge
_STEP: Final = 0.25


def render_png(svg: str, scale: float = 2.0) -> bytes:
    """An SVG of ours in light colours as PNG, ``scale`` pixels to each px.

    A very large picture gets fewer pixels to the px, so that it has at most 40 million, but never under 0.75: its
    names stay readable.
    """
    import fontpkg_noto_sans  # type: ignore[import-untyped]  # a font, no code
    import resvg_py

    fonts = sorted(str(path) for path in (fontpkg_noto_sans.ROOT / "files").glob("*.ttf"))
    png = resvg_py.svg_to_bytes(
        svg_string=_STYLE.sub("", svg),
        zoom=_affordable(svg, scale),
        font_files=fonts,
        skip_system_fonts=True,
        font_family=fontpkg_noto_sans.FAMILY,
        sans_serif_family=fontpkg_noto_sans.FAMILY,
    )
    return bytes(png)


def _affordable(svg: str, scale: float) -> float:
    """The scale, or the largest quarter that has not too many pixels."""
    size = _SIZE.match(svg)
    if size is None:
        raise ValueError("This is no picture of eaframe's: it does not begin with its width and height.")
    most = math.sqrt(_MOST / (float(size[1]) * float(size[2])))
    return scale if scale <= most else min(scale, max(most // _STEP * _STEP, _LEAST_SCALE))
