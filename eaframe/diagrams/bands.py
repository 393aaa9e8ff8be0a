"""The bands of a layered picture: those of layers in their colours, other groups as grey lanes or cards."""

from __future__ import annotations

from typing import TYPE_CHECKING

from eaframe.diagrams.lettering import lettering
from eaframe.diagrams.markup import number, tag
from eaframe.diagrams.palette import paint
from eaframe.views.sizes import ABOVE, BETWEEN, LINE, NAME_LINE, NAME_SIZE, PADDING

if TYPE_CHECKING:
    from eaframe.views.layout import PlacedBand


def band_shape(band: PlacedBand) -> str:
    """A band, with its name in the strip at its left or at its top."""
    rect = band.rect
    shape = {"x": rect.x, "y": rect.y, "height": rect.height, "rx": 5.0}
    ground, strip = _band_colours(band)
    return tag(
        "g",
        tag("rect", width=rect.width, **shape, **ground),
        tag("rect", width=band.strip, **shape, **strip) if band.strip else "",
        _band_name(band),
    )


def _band_colours(band: PlacedBand) -> tuple[dict[str, str], dict[str, str]]:
    """What paints a band and its strip: the colour of its layer; else greys, of which neighbours have two."""
    if band.layer != "other":
        return paint(f"{band.layer}-band"), paint(band.layer)
    ground = paint("frame") | {"opacity": "0.3"} if band.shade else paint("other-band")
    return ground, paint("frame") | {"opacity": "0.7"}


def _band_name(band: PlacedBand) -> str:
    rect, size = band.rect, band.font
    if band.place == "above":
        rows = enumerate(band.lines, 1)
        lines = ((one, rect.y + ABOVE + BETWEEN + row * NAME_LINE - 4) for row, one in rows)
        return "".join(
            lettering(one, rect.x + PADDING, y, NAME_SIZE, "text", "other-band", font_weight="600") for one, y in lines
        )
    top = -len(band.lines) * size * LINE / 2
    label = "".join(
        lettering(one, 0.0, top + (index + 0.78) * size * LINE, size, "text", text_anchor="middle", font_weight="600")
        for index, one in enumerate(band.lines)
    )
    place = f"translate({number(rect.x + band.strip / 2)},{number(rect.y + rect.height / 2)})"
    return tag("g", label, transform=f"{place} rotate(-90)" if band.place == "turned" else place)
