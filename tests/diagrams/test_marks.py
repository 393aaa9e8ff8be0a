"""The marks of a picture of changes: by colour, by a sign and by the style of a line."""

import re
import xml.etree.ElementTree as ET

import pytest

from eaframe.changes.difference import compare
from eaframe.changes.picture import changes_view
from eaframe.diagrams import draw, render_png
from eaframe.diagrams.palette import COLOURS

SVG = "{http://www.w3.org/2000/svg}"
MODEL = """\
elements:
  gone: {type: application-component, name: Gone, serves: office}
  office: {type: business-actor, name: Office}
  portal: {type: application-component, name: Portal, serves: {to: office, name: Help}}
  apart: {type: application-component, name: Apart, serves: portal}
"""
CHANGED = """\
elements:
  office: {type: business-actor, name: Office}
  portal: {type: application-component, name: New name, serves: {to: office, name: More help}}
  apart: {type: application-component, name: Apart, serves: portal}
  more: {type: application-component, name: More, serves: office}
"""


@pytest.fixture
def drawn(model_of) -> str:
    before, after = model_of(MODEL), model_of(CHANGED)
    view, marks = changes_view(compare(before, after), before, after, ("v1", "v2"), "en")
    return draw(view, marks=marks)


def shapes(svg: str, name: str, colour: str) -> list[ET.Element]:
    root = ET.fromstring(svg)  # noqa: S314 - what we wrote ourselves
    return [one for one in root.iter(f"{SVG}{name}") if f"-{colour}" in one.get("class", "")]


def test_each_mark_has_a_colour_a_sign_and_a_line_of_its_own(drawn):
    rings = {mark: shapes(drawn, "rect", mark) for mark in ("added", "removed", "changed")}
    looks = {
        mark: {(one.get("stroke"), one.get("stroke-dasharray"), one.get("stroke-width")) for one in found}
        for mark, found in rings.items()
    }
    assert looks == {
        "added": {(COLOURS["added"][0], None, "2.4")},
        "removed": {(COLOURS["removed"][0], "7 4", "2.4")},
        "changed": {(COLOURS["changed"][0], None, "1.2")},
    }
    # a box and the legend each; of what changed two rings
    assert {mark: len(found) for mark, found in rings.items()} == {"added": 2, "removed": 2, "changed": 4}
    discs = {mark: len(shapes(drawn, "circle", mark)) for mark in rings}
    assert discs == {"added": 3, "removed": 3, "changed": 3}  # a box, a line, the legend


def test_what_did_not_change_is_faded(drawn):
    root = ET.fromstring(drawn)  # noqa: S314 - what we wrote ourselves
    faded = [one for one in root.iter(f"{SVG}g") if one.get("opacity") == "0.5"]
    inside = {inner.get("data-id") for one in faded for inner in one.iter() if inner.get("data-id")}
    assert inside == {"office", "apart", "apart--serves--portal"}


def test_the_legend_explains_the_marks_that_are_there(drawn, model_of):
    words = [one.text for one in ET.fromstring(drawn).iter(f"{SVG}text")]  # noqa: S314 - what we wrote ourselves
    at = words.index("Legend")
    assert words[at + 1 : at + 5] == ["Added", "Removed", "Changed", "Unchanged"]
    one, other = model_of(CHANGED), model_of(CHANGED + "  z: {type: goal, name: Z}\n")
    view, marks = changes_view(compare(one, other), one, other, ("v1", "v2"), "vi")
    words = [one.text for one in ET.fromstring(draw(view, marks=marks)).iter(f"{SVG}text")]  # noqa: S314
    assert {"Thêm"} == {"Thêm", "Bỏ", "Đổi", "Không đổi"} & set(words)


def test_colours_stand_for_light_and_dark_screens(drawn):
    for mark in ("added", "removed", "changed"):
        light, dark = COLOURS[mark]
        assert f"--ea-{mark}:{light};" in drawn
        assert f"--ea-{mark}:{dark};" in drawn


def test_a_view_without_marks_is_drawn_as_ever(model_of):
    before = model_of(MODEL)
    after = model_of(CHANGED)
    view, _ = changes_view(compare(before, after), before, after, ("v1", "v2"), "en")
    plain = draw(view)
    assert not re.search(r"ea-[fs]-(added|removed|changed)|opacity=\"0\.5\"", plain)
    assert "Legend" in plain
    assert "Unchanged" not in plain


def test_nothing_to_show_is_a_picture_that_says_so(model_of):
    model = model_of(MODEL)
    view, marks = changes_view(compare(model, model), model, model, ("v1", "v2"), "en")
    svg = draw(view, marks=marks)
    assert "No element and no relationship changed." in svg
    assert "Legend" not in svg
    assert render_png(svg).startswith(b"\x89PNG")


def test_hostile_names_of_revisions_stay_text(model_of):
    model = model_of(MODEL)
    hostile = ('</title><script>alert(1)</script>"', "{0}\x1b\u202e")
    view, marks = changes_view(compare(model, model), model, model, hostile, "en")
    ET.fromstring(draw(view, marks=marks))  # noqa: S314 - what we wrote ourselves
    assert "<script" not in draw(view, marks=marks)
