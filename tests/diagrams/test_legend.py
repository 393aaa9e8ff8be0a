"""The legend explains what is in the picture and nothing else, in columns, within its width."""

import re
import xml.etree.ElementTree as ET
from dataclasses import replace

import pytest

from eaframe.diagrams.legend import legend
from eaframe.views.text import width
from eaframe.views.view import ScaleEntry, View, ViewEdge, ViewNode, ViewOrigin, ViewScale, ViewTable

SVG = "{http://www.w3.org/2000/svg}"
PORTAL = ViewNode("portal", "application-component", "system", "System", "application", "Portal")
OFFICE = ViewNode("office", "business-actor", "", "Business actor", "business", "Office")
SERVES = ViewEdge("r", "serving", "portal", "office", "Serving")


def view(*nodes: ViewNode, edges: tuple[ViewEdge, ...] = (), **more: object) -> View:
    view_ = View(
        id="v",
        title="V",
        documentation="",
        language="en",
        viewpoint="",
        viewpoint_name="",
        nodes=nodes,
        edges=edges,
        groups=(),
        nested=(),
        refused=(),
        notes=(),
        origin=ViewOrigin("M", "1", "", ""),
    )
    return replace(view_, **more)


def parsed(view_: View, most: float = 640.0) -> ET.Element:
    return ET.fromstring(f'<svg xmlns="{SVG[1:-1]}">{legend(view_, most)[0]}</svg>')  # noqa: S314 - what we wrote


def labels(view_: View, most: float = 640.0) -> list[str]:
    """The text of each item, its lines joined; the letters of a sample are no label."""
    found = []
    for item in parsed(view_, most):
        if item.tag == f"{SVG}g":
            texts = [one for one in item.findall(f"{SVG}text") if one.get("x") == "50"]
            found.append(" ".join(one.text or "" for one in texts))
    return found


def test_a_view_of_nothing_has_no_legend():
    assert legend(view(), 640.0) == ("", 0.0)


def test_types_stand_before_relationships_in_the_order_of_the_standard():
    association = replace(SERVES, id="s", type="association", kind_label="Association", directed=True)
    assert labels(view(PORTAL, OFFICE, edges=(association, SERVES))) == [
        "Business actor", "System", "Serving", "Association (directed)",
    ]  # fmt: skip


def test_what_two_boxes_share_is_explained_once():
    assert labels(view(PORTAL, replace(PORTAL, id="other"))) == ["System"]


def test_an_icon_or_a_colour_of_a_kind_is_shown_as_in_the_picture():
    found = parsed(view(replace(PORTAL, icon="database", colour="teal")))
    assert [one.get("class") for one in found.iter(f"{SVG}rect")] == ["ea-f-teal ea-s-teal-line ea-box"]
    plain = parsed(view(PORTAL))
    assert [one.get("d") for one in found.iter(f"{SVG}path")] != [one.get("d") for one in plain.iter(f"{SVG}path")]


SCALE = ViewScale("Security level", (ScaleEntry("heat-1", "1-2", 3), ScaleEntry("no-data", "No data", 1)))


def test_a_scale_is_explained_with_its_title_and_the_number_of_boxes():
    shown = view(replace(PORTAL, colour="heat-1"), OFFICE, scale=SCALE)
    assert labels(shown) == ["1-2 (3 elements)", "No data (1 element)", "Business actor", "System"]
    assert "Security level" in [one.text for one in parsed(shown).iter(f"{SVG}text")]


def test_a_type_whose_boxes_bear_the_colours_of_the_scale_is_shown_without_one():
    shown = parsed(view(replace(PORTAL, colour="heat-1"), OFFICE, scale=SCALE))
    fills = [re.findall("ea-f-([a-z0-9-]+)", one.get("class", "")) for one in shown.iter(f"{SVG}rect")]
    assert fills == [["heat-1"], ["no-data"], ["business"], ["page"]]


def test_no_data_has_a_dashed_outline_so_that_it_differs_in_print():
    dashes = [one.get("stroke-dasharray") for one in parsed(view(PORTAL, scale=SCALE)).iter(f"{SVG}rect")]
    assert dashes == [None, "2.5 2.5", None]


def test_derived_lines_are_explained_beside_others_of_their_type():
    derived = replace(SERVES, id="s", origin="derived")
    assert labels(view(PORTAL, OFFICE, edges=(SERVES, derived)))[2:] == ["Serving", "Serving (derived)"]


def test_lines_that_stand_for_hidden_ones_are_explained_once():
    lifted = tuple(replace(SERVES, id=id_, origin="lifted", stands_for=("x",)) for id_ in "st")
    expected = ["Serving", "Also stands for relationships of parts that are not drawn"]
    assert labels(view(PORTAL, OFFICE, edges=lifted))[2:] == expected


def test_the_number_of_parts_that_are_not_drawn_is_explained():
    assert labels(view(replace(PORTAL, hidden=3)))[1:] == ["Number of parts inside that are not drawn"]


@pytest.mark.parametrize(
    ("strength", "label"),
    [("++", "Influence: strongly positive"), ("-", "Influence: negative"), ("5", None), ("", None)],
)
def test_the_signs_of_influences_are_explained_where_they_are_used(strength, label):
    influence = ViewEdge("r", "influence", "portal", "office", "Influence", strength=strength)
    assert labels(view(PORTAL, OFFICE, edges=(influence,)))[2:] == ["Influence", *([label] if label else [])]


@pytest.mark.parametrize("content", ["●", "○", "✕"])
def test_signs_that_the_font_lacks_are_drawn(content):
    table = ViewTable(is_matrix=True, corner="", columns=(), rows=(), key=((content, "Related"),))
    root = parsed(view(table=table))
    assert labels(view(table=table)) == ["Related"]
    assert len(list(root.iter(f"{SVG}path"))) == 1
    assert content not in [one.text for one in root.iter(f"{SVG}text")]


def test_the_letters_of_a_table_are_explained():
    table = ViewTable(
        is_matrix=True, corner="", columns=(), rows=(), key=(("C", "Creates"), ("C or R or U or D", "All of it"))
    )
    shown = view(table=table)
    assert labels(shown) == ["Creates", "C or R or U or D: All of it"]
    assert "C" in [one.text for one in parsed(shown).iter(f"{SVG}text")]


@pytest.mark.parametrize("most", [640.0, 200.0, 1800.0])
def test_long_labels_are_broken_and_nothing_leaves_the_width(most):
    long = "Thành phần ứng dụng dùng chung của Thành phố và các quận, huyện, thị xã " * 3
    nodes = [replace(PORTAL, id=str(index), kind=str(index), label=f"{long}{index}") for index in range(9)]
    found = parsed(view(*nodes), most)
    assert labels(view(*nodes), most) == [f"{long}{index}" for index in range(9)]
    for item in found.iter(f"{SVG}g"):
        x = re.match(r"translate\(([\d.]+),", item.get("transform", ""))
        for one in item.findall(f"{SVG}text"):
            assert float(x[1]) + float(one.get("x")) + width(one.text, 10.5) <= most


def test_items_stand_in_columns_and_rows_that_do_not_overlap():
    nodes = [
        replace(PORTAL, id=str(index), kind=str(index), label="Loại " * (index % 5 + 1) * 4) for index in range(12)
    ]
    markup, height = legend(view(*nodes, edges=(SERVES,)), 640.0)
    at = [(float(x), float(y)) for x, y in re.findall(r'<g transform="translate\(([\d.]+),([\d.]+)\)"><rect', markup)]
    assert len({x for x, _ in at}) < len(at) / 2
    assert len(set(at)) == len(at) == 12
    assert max(y for _, y in at) < height
