import struct
import xml.etree.ElementTree as ET
from dataclasses import replace

import pytest

from eaframe.diagrams import draw, render_png

MODEL = """\
elements:
  portal: {type: application-component, name: Cổng dịch vụ công}
views: {v: {name: Cổng}}
"""


def size(png: bytes) -> tuple[int, int]:
    assert png[:8] == b"\x89PNG\r\n\x1a\n"
    return struct.unpack(">LL", png[16:24])


def test_a_png_has_the_size_of_the_svg_times_the_scale(view_of):
    svg = draw(view_of(MODEL))
    root = ET.fromstring(svg)  # noqa: S314 - what we wrote ourselves
    width, height = float(root.get("width")), float(root.get("height"))
    for scale in (1.0, 2.0):
        found = size(render_png(svg, scale))
        assert abs(found[0] - width * scale) <= 1
        assert abs(found[1] - height * scale) <= 1


def test_a_png_is_the_same_twice(view_of):
    svg = draw(view_of(MODEL))
    assert render_png(svg, 1) == render_png(svg, 1)


def test_letters_are_drawn_in_the_font_that_comes_along(view_of):
    view = view_of(MODEL)
    nameless = replace(view, nodes=(replace(view.nodes[0], name="\u200b"),))
    assert render_png(draw(view), 1) != render_png(draw(nameless), 1)


def test_a_png_is_light_whatever_the_style_sheet_says(view_of):
    svg = draw(view_of(MODEL))
    dark = svg.replace("<style>", "<style>rect{fill:#000000 !important}")
    assert render_png(svg, 1) == render_png(dark, 1)


@pytest.mark.parametrize(
    ("wide", "high", "scale", "expected"),
    [
        (5000, 4000, 2.0, 1.25),  # 31 million pixels; 1.5 would be 45
        (5000, 4000, 1.0, 1.0),
        (5000, 4000, 0.3, 0.3),
        (20000, 10000, 2.0, 0.75),  # more than 40 million, but its names can be read
        (20000, 10000, 0.5, 0.5),
    ],
)
def test_a_very_large_picture_gets_fewer_pixels_but_stays_readable(monkeypatch, wide, high, scale, expected):
    asked = {}
    monkeypatch.setattr("resvg_py.svg_to_bytes", lambda **options: asked.update(options) or b"")
    render_png(f'<svg xmlns="x" width="{wide}" height="{high}"/>', scale)
    assert asked["zoom"] == expected


def test_a_png_of_what_is_no_picture_of_ours_is_refused():
    with pytest.raises(ValueError, match="no picture of eaframe's"):
        render_png("<svg/>")
