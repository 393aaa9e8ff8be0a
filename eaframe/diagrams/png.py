"""SVG to PNG with the font that the text was measured in, and no other: the same picture on every machine."""

from __future__ import annotations

import re
from typing import Final

# The renderer knows neither CSS variables nor media queries; the light colours stand in the attributes.
_STYLE: Final = re.compile(r"<style>.*?</style>", re.DOTALL)


def render_png(svg: str, scale: float = 2.0) -> bytes:
    """An SVG of ours in light colours as PNG, ``scale`` pixels to each px."""
    import fontpkg_noto_sans  # type: ignore[import-untyped]  # a font, no code
    import resvg_py

    fonts = sorted(str(path) for path in (fontpkg_noto_sans.ROOT / "files").glob("*.ttf"))
    png = resvg_py.svg_to_bytes(
        svg_string=_STYLE.sub("", svg),
        zoom=scale,
        font_files=fonts,
        skip_system_fonts=True,
        font_family=fontpkg_noto_sans.FAMILY,
        sans_serif_family=fontpkg_noto_sans.FAMILY,
    )
    return bytes(png)
