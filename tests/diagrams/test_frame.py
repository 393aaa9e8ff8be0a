"""Title block and small print: all that they say can be seen, and stays on the page."""

import xml.etree.ElementTree as ET
from dataclasses import replace

import pytest

from eaframe.diagrams.frame import small_print, title_block
from eaframe.views import View
from eaframe.views.text import width
from eaframe.views.view import ViewOrigin

SVG = "{http://www.w3.org/2000/svg}"
MARGIN = 32.0
VIEW = View(
    id="v",
    title="Cổng dịch vụ công",
    documentation="Ai dùng gì.",
    language="vi",
    viewpoint="layered",
    viewpoint_name="Góc nhìn phân lớp",
    nodes=(),
    edges=(),
    groups=(),
    nested=(),
    refused=(),
    notes=("3 phần tử không được vẽ.", "2 quan hệ không được vẽ."),
    origin=ViewOrigin("Thành phố", "0.1", "2026-11", "2026-11-23"),
    hash="0123456789ab",
)


def parsed(markup: str) -> ET.Element:
    return ET.fromstring(f'<svg xmlns="{SVG[1:-1]}">{markup}</svg>')  # noqa: S314 - what we wrote ourselves


def texts(markup: str) -> list[str]:
    return [one.text for one in parsed(markup).iter(f"{SVG}text")]


def test_what_was_left_out_stands_above_the_picture_in_full_ink_with_a_sign_each():
    root = parsed(title_block(VIEW, 640.0)[0])
    notes = [one for one in root.iter(f"{SVG}text") if one.text in VIEW.notes]
    assert [(one.text, one.get("class"), one.get("font-size")) for one in notes] == [
        (note, "ea-f-text", "12.5") for note in VIEW.notes
    ]
    assert [one.get("class") for one in root.iter(f"{SVG}circle")] == ["ea-f-note", "ea-f-note"]


def test_a_complete_view_has_no_sign():
    markup, height = title_block(replace(VIEW, notes=()), 640.0)
    assert not list(parsed(markup).iter(f"{SVG}circle"))
    assert height < title_block(VIEW, 640.0)[1]


def test_the_small_print_tells_model_version_cut_off_date_and_hash():
    assert texts(small_print(VIEW, 640.0)[0]) == [
        "Thành phố · Phiên bản 0.1 · Số liệu đến 11/2026 · Hiện trạng ngày 23/11/2026 · Mã nội dung 0123456789ab"
    ]


def test_the_small_print_is_broken_between_two_facts():
    assert texts(small_print(VIEW, 300.0)[0]) == [
        "Thành phố · Phiên bản 0.1 · Số liệu đến 11/2026",
        "Hiện trạng ngày 23/11/2026 · Mã nội dung 0123456789ab",
    ]


# The widest fonts that viewers fall back to; see test_boxes.
@pytest.mark.parametrize(("weight", "wider"), [("regular", 1.095), ("semibold", 1.2)])
def test_long_texts_are_broken_and_stay_on_the_page_in_a_wider_font(weight, wider):
    long = "Kiến trúc Chính quyền điện tử Thành phố Hà Nội và các đơn vị trực thuộc " * 4
    shown = replace(VIEW, title=long, documentation=long, viewpoint_name=long, notes=(long,))
    shown = replace(shown, origin=replace(VIEW.origin, name=long, version=long))
    for most in (640.0, 2400.0):
        for markup, height in (title_block(shown, most), small_print(shown, most)):
            for one in parsed(markup).iter(f"{SVG}text"):
                if (one.get("font-weight") == "600") == (weight == "semibold"):
                    room = most + MARGIN - float(one.get("x"))
                    assert width(one.text, float(one.get("font-size")), weight) * wider <= room
                assert float(one.get("y")) <= height
