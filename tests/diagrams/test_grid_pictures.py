"""Pictures of tables, roadmaps and maps: what is linked, told, escaped and coloured."""

from __future__ import annotations

import importlib.util
import xml.etree.ElementTree as ET
from dataclasses import replace
from pathlib import Path

import pytest

from eaframe.diagrams import draw
from eaframe.views.view import TableCell, TableHead, TableRow, ViewEdge, ViewGroup, ViewTable

_spec = importlib.util.spec_from_file_location("grids", Path(__file__).parents[1] / "views" / "grids.py")
grids = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(grids)

SVG = "{http://www.w3.org/2000/svg}"
ALLOWED = {"svg", "title", "desc", "style", "g", "a", "rect", "path", "circle", "text"}
HOSTILE = (
    "<script>alert(1)</script>",
    "\"'><img src=x onerror=alert(1)>",
    "]]></style><style>*{display:none}",
    "&lt;b&gt; &amp; &#60;",
    "nul\x00 \x1b[31m \ufffe",
    "\u202eevil",
)


def parsed(svg: str) -> ET.Element:
    return ET.fromstring(svg)  # noqa: S314 - what we wrote ourselves


def texts(svg: str) -> list[str]:
    return [one.text or "" for one in parsed(svg).iter(f"{SVG}text")]


def of_class(svg: str, name: str) -> list[ET.Element]:
    return [one for one in parsed(svg).iter(f"{SVG}g") if name in one.get("class", "").split()]


def pictures(name: str) -> list[str]:
    """One of each layout in which everything has this name."""
    nodes = (grids.node("a", name), grids.node("b", name, "a"), grids.node("c", name))
    groups = (ViewGroup("g", name, ("a",)), ViewGroup("h", name, ("c",)))
    head = TableHead("a", name, name, "strategy")
    row = TableRow(head, (TableCell(name, name, "green"),))
    road = grids.roadmap([(name, "2025-01-01", "2025-02-01"), (name, "", "")], [(name, "2026-01-01")])
    return [
        draw(grids.view("map", nodes=nodes, groups=groups)),
        draw(grids.view("matrix", nodes=nodes, table=ViewTable(True, name, (head,), (row,), ((name, name),)))),
        draw(grids.view("list", nodes=nodes, table=ViewTable(False, name, (head,), (row,)))),
        draw(road),
    ]


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_name_changes_no_structure(name):
    for hostile, harmless in zip(pictures(name), pictures("harmless"), strict=True):
        found = [one.tag.removeprefix(SVG) for one in parsed(hostile).iter()]
        assert set(found) <= ALLOWED
        kept = [tag for tag in found if tag != "text"]
        assert kept == [one.tag.removeprefix(SVG) for one in parsed(harmless).iter() if one.tag != f"{SVG}text"]


def test_heads_are_linked_and_tell_type_and_documentation():
    node = replace(grids.node("a", "Portal"), documentation="Where to apply.")
    table = ViewTable(
        True,
        "Systems",
        (TableHead("b", "Data", "Object", "application"),),
        (TableRow(TableHead("a", "Portal", "System", "application"), (TableCell("CR", "Portal writes Data"),)),),
    )
    svg = draw(grids.view("matrix", nodes=(node,), table=table), links={"a": "a.html", "b": "//elsewhere"}.get)
    links = list(parsed(svg).iter(f"{SVG}a"))
    assert [(one.get("href"), one[0].get("data-id")) for one in links] == [("a.html", "a")]
    heads = {one.get("data-id"): one for one in of_class(svg, "ea-head") if one.get("data-id")}
    assert heads["a"][0].text == "Portal [System]\nWhere to apply."
    assert heads["b"][0].text == "Data [Object]"
    assert of_class(svg, "ea-cell")[0][0].text == "Portal writes Data"
    assert len(of_class(svg, "ea-row")) == 1


def test_signs_that_the_font_lacks_are_drawn_and_letters_written():
    svg = draw(grids.table(["Long enough"], ["●", "R"], columns=2, is_matrix=True))
    cells = of_class(svg, "ea-cell")
    assert [[one.tag.removeprefix(SVG) for one in cell] for cell in cells] == [
        ["title", "rect", "path"],
        ["title", "rect", "text"],
    ]


def test_a_cell_has_its_colour():
    head = TableHead("a", "A")
    table = ViewTable(True, "", (head,), (TableRow(head, (TableCell("", "", "green"),)),))
    fill = of_class(draw(grids.view("matrix", table=table)), "ea-cell")[0][0]
    assert fill.get("class") == "ea-f-green"


def test_bars_are_linked_and_tell_their_life():
    road = replace(
        grids.roadmap([("Portal", "2024-07-01", ""), ("Opening", "2025-03-09", "2025-03-09")], [("Now", "2026-01-01")]),
        language="vi",
    )
    svg = draw(road, links=lambda id_: f"{id_}.html")
    bars = {one.get("data-id"): one[0].text for one in of_class(svg, "ea-bar")}
    assert bars == {"b0": "Portal [Capability]\n01/07/2024 – …", "b1": "Opening [Capability]\n09/03/2025"}
    assert sorted(one.get("href") for one in parsed(svg).iter(f"{SVG}a")) == ["b0.html", "b1.html", "m0.html"]
    assert [one[0].text for one in of_class(svg, "ea-mark")] == ["Now\n01/01/2026"]


def test_open_ends_are_arrows_and_closed_ones_round():
    svg = draw(grids.roadmap([("A", "2025-01-01", ""), ("B", "2025-01-01", "2026-01-01"), ("C", "", "2026-01-01")]))
    outlines = {one.get("data-id"): one[1].get("d") for one in of_class(svg, "ea-bar")}
    assert {id_: (path.count("Q"), path.count("L")) for id_, path in outlines.items()} == {
        "b0": (2, 2),
        "b1": (4, 0),
        "b2": (2, 2),
    }


def test_the_day_of_the_view_stands_out_among_plateaus():
    road = grids.roadmap([("A", "2025-01-01", "")], [("Plateau", "2026-01-01"), ("Today", "2026-06-01")])
    marks = (road.timeline.marks[0], replace(road.timeline.marks[1], node=""))
    svg = draw(replace(road, timeline=replace(road.timeline, marks=marks)))
    fills = [one.find(f"{SVG}path").get("class") for one in of_class(svg, "ea-mark")]
    assert fills == ["ea-f-line ea-s-page ea-box", "ea-f-removed ea-s-page ea-box"]


def test_the_legend_lists_no_relationship_that_is_not_drawn():
    nodes = (grids.node("a"), grids.node("b"))
    edges = (ViewEdge("r", "flow", "a", "b", "Flow"),)
    assert "Flow" not in texts(draw(grids.view("map", nodes=nodes, edges=edges)))


def test_areas_of_a_map_have_titles():
    nodes = (grids.node("a"), grids.node("b"))
    groups = (ViewGroup("g", "Front office", ("a",)), ViewGroup("h", "Back office", ("b",)))
    svg = draw(grids.view("map", nodes=nodes, groups=groups))
    assert [texts_of(one) for one in of_class(svg, "ea-area")] == [["Front office"], ["Back office"]]
    one = (ViewGroup("g", "Front office", ("a", "b")),)
    assert of_class(draw(grids.view("map", nodes=nodes, groups=one)), "ea-area") == []


def texts_of(element: ET.Element) -> list[str]:
    return [one.text or "" for one in element.iter(f"{SVG}text")]


@pytest.mark.parametrize("layout", ["map", "matrix", "list", "roadmap"])
def test_an_empty_picture_is_whole(layout):
    svg = draw(grids.view(layout))
    assert parsed(svg).get("role") == "img"
    assert "T" in texts(svg)


def test_the_same_view_gives_the_same_bytes():
    assert pictures("Cổng dịch vụ công") == pictures("Cổng dịch vụ công")
