"""The table of formats: what each can draw, and what it says of what it cannot."""

import json
from dataclasses import replace
from typing import get_args

import pytest

from eaframe.diagrams.formats import FORMATS, format_of, write_view
from eaframe.views.layout import LayoutError
from eaframe.views.view import LayoutName, Timeline, TimelineBar, ViewTable

GRAPHS = {"layered", "map"}


def test_each_format_has_a_suffix_of_its_own_by_which_it_is_found():
    suffixes = {name: one.suffix for name, one in FORMATS.items()}
    assert len(set(suffixes.values())) == len(suffixes)
    assert {name: format_of(f"a/b{suffix.upper()}") for name, suffix in suffixes.items()} == {
        name: name for name in suffixes
    }
    assert format_of("a/b.docx") is None


def test_graphs_can_be_written_in_all_formats_and_each_layout_in_some():
    for layout in get_args(LayoutName):
        able = {name for name, one in FORMATS.items() if layout in one.layouts}
        assert {"svg", "png", "json"} <= able
        assert able == FORMATS.keys() or layout not in GRAPHS


@pytest.mark.parametrize(
    ("layout", "name", "sentence"),
    [
        ("matrix", "plantuml", "A matrix cannot be written as PlantUML; use "),
        ("list", "mermaid", "A list cannot be written as Mermaid; use "),
        ("matrix", "drawio", "A matrix cannot be written as draw.io; use "),
        ("roadmap", "dot", "A roadmap cannot be written as DOT; use "),
    ],
)
def test_what_cannot_be_drawn_is_refused_with_what_can(small_view, layout, name, sentence):
    with pytest.raises(LayoutError) as refused:
        write_view(replace(small_view, layout=layout), name)
    able = [key for key, one in FORMATS.items() if layout in one.layouts]
    assert str(refused.value) == f"{sentence}{', '.join(able[:-1])} or {able[-1]}."


@pytest.mark.parametrize(
    ("name", "start"),
    [
        ("svg", "<svg"),
        ("drawio", "<mxfile"),
        ("mermaid", "flowchart"),
        ("plantuml", "@startuml"),
        ("dot", "digraph"),
        ("json", "{"),
    ],
)
def test_a_layered_view_is_written_in_each_format_of_text_twice_alike(small_view, in_a_row, name, start):
    texts = {write_view(small_view, name, lambda view, _: in_a_row(view)) for _ in range(2)}
    assert len(texts) == 1
    text = texts.pop()
    assert text.startswith(start)
    assert small_view.hash in text  # by which a picture is known to be stale


def test_a_layered_view_is_written_as_a_picture(small_view, in_a_row):
    assert write_view(small_view, "png", lambda view, _: in_a_row(view)).startswith(b"\x89PNG")


def test_a_roadmap_is_a_gantt_chart_in_mermaid_and_a_table_has_its_cells_in_json(small_view):
    bar = TimelineBar("portal", "2016-01-01", "2020-12-31")
    roadmap = replace(small_view, layout="roadmap", timeline=Timeline("2016-01-01", "2020-12-31", (bar,), ()))
    assert write_view(roadmap, "mermaid").startswith("gantt\n")
    assert roadmap.hash in write_view(roadmap, "mermaid")
    table = replace(small_view, layout="list", table=ViewTable(False, "", (), ()))
    assert json.loads(write_view(table, "json"))["drawing"] is None


@pytest.mark.parametrize("name", ["drawio", "json", "svg", "png"])
def test_a_view_that_nobody_could_read_is_refused_before_it_is_laid_out(small_view, name):
    nodes = tuple(replace(small_view.nodes[0], id=f"n{number}") for number in range(1_201))
    with pytest.raises(LayoutError) as refused:
        write_view(replace(small_view, nodes=nodes, edges=()), name)
    assert str(refused.value) == "The view `v` has 1201 boxes and lines, over 1200: show fewer elements."
