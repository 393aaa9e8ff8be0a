"""A view as JSON: what its schema says, and the same text for the same view."""

import json
from dataclasses import replace
from pathlib import Path

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

import eaframe.diagrams
from eaframe.diagrams.placed_json import render_json, render_view_json
from eaframe.views.layout import Rect
from eaframe.views.view import (
    ScaleEntry,
    TableCell,
    TableHead,
    TableRow,
    Timeline,
    TimelineBar,
    TimelineMark,
    ViewScale,
    ViewTable,
    as_data,
)

SCHEMA = json.loads((Path(eaframe.diagrams.__file__).parent / "view.schema.json").read_text(encoding="utf-8"))
VALIDATOR = jsonschema.Draft202012Validator(SCHEMA)


def read(text: str) -> dict:
    data = json.loads(text)
    VALIDATOR.validate(data)
    return data


def test_the_schema_is_one():
    jsonschema.Draft202012Validator.check_schema(SCHEMA)


def test_everything_has_its_place(small_placed):
    data = read(render_json(small_placed))
    assert (data["eaframe-view"], data["view"]) == (1, json.loads(json.dumps(as_data(small_placed.view))))
    drawing = data["drawing"]
    assert (drawing["width"], drawing["height"]) == (540, 250)
    assert drawing["bands"][0] == {
        "id": "business",
        "label": "Nghiệp vụ",
        "strip": 28,
        "x": 0,
        "y": 0,
        "width": 540,
        "height": 80,
    }
    assert drawing["nodes"][2] == {
        "id": "portal",
        "container": True,
        "caption": ["Thành phần"],
        "lines": ['Cổng "1"'],
        "x": 40,
        "y": 120,
        "width": 200,
        "height": 120,
    }
    assert drawing["edges"][0] == {"id": "e1", "points": [[240, 40], [200, 40]], "shared-end": "source", "text": None}
    text = drawing["edges"][1]["text"]
    assert (text["x"], text["y"], text["lines"]) == (230, 90, ["qua mạng"])


def test_coordinates_have_two_decimals_and_no_negative_nought(small_placed):
    moved = replace(small_placed.nodes[0], rect=Rect(1 / 3, -0.0001, 100.005, 60.0))
    placed = read(render_json(replace(small_placed, nodes=(moved,))))["drawing"]["nodes"][0]
    assert [str(placed[key]) for key in ("x", "y", "width", "height")] == ["0.33", "0.0", "100.0", "60.0"]


def test_one_key_a_line_in_order(small_view):
    lines = render_view_json(small_view).splitlines()
    assert lines[:4] == ["{", '  "drawing": null,', '  "eaframe-view": 1,', '  "view": {']
    assert '        "name": "Người dân",' in lines


@pytest.mark.parametrize("is_matrix", [True, False])
def test_a_table_has_no_coordinates(small_view, is_matrix):
    heads = (TableHead("portal", "Cổng", "Hệ thống", "application"), TableHead("", "Tên"))
    row = TableRow(heads[0], (TableCell("CR", "Tạo và đọc", "heat-1"), TableCell()))
    table = ViewTable(is_matrix, "Góc", heads, (row,), (("C", "Tạo"),))
    layout = "matrix" if is_matrix else "list"
    scale = ViewScale("Mức", (ScaleEntry("heat-1", "thấp", 3),))
    data = read(render_view_json(replace(small_view, layout=layout, table=table, scale=scale)))
    assert data["drawing"] is None
    assert data["view"]["table"]["rows"][0]["cells"][0] == {"text": "CR", "tip": "Tạo và đọc", "colour": "heat-1"}


def test_a_roadmap_has_its_days(small_view):
    bars, marks = (TimelineBar("portal", "2016-01-01", ""),), (TimelineMark("", "Hôm nay", "2026-11-23"),)
    timeline = Timeline("2016-01-01", "2026-12-31", bars, marks)
    data = read(render_view_json(replace(small_view, layout="roadmap", timeline=timeline)))
    assert data["view"]["timeline"]["bars"] == [{"node": "portal", "first": "2016-01-01", "last": ""}]


def test_a_view_with_a_key_too_many_is_none(small_view):
    data = json.loads(render_view_json(small_view))
    data["view"]["nodes"][0]["link"] = "javascript:alert(1)"
    with pytest.raises(jsonschema.ValidationError):
        VALIDATOR.validate(data)


def test_a_hostile_name_is_read_back_as_it_is(said, in_a_row, hostile):
    view = said(hostile)
    assert json.loads(render_json(in_a_row(view)))["view"] == json.loads(json.dumps(as_data(view)))


@given(text=st.text(max_size=30))
def test_any_name_is_read_back_as_it_is(said, in_a_row, text):
    data = json.loads(render_json(in_a_row(said(text))))
    assert (data["view"]["title"], data["view"]["nodes"][0]["name"]) == (text, text)
    assert len(data["drawing"]["nodes"]) == 3
