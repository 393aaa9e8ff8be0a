"""A file of draw.io: that it is whole, that shapes keep ids and places, and that no name is anything but a name."""

import html
import re
import xml.etree.ElementTree as ET
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from eaframe.diagrams.drawio import render_drawio
from eaframe.diagrams.drawio_shapes import DASHES, ICONS
from eaframe.metamodel.archimate import load_metamodel
from eaframe.views.text import plain
from eaframe.views.view import ScaleEntry, ViewScale

METAMODEL = load_metamodel()


def cells(text: str) -> dict[str, tuple[ET.Element, ET.Element]]:
    """Objects by id, each with its cell."""
    root = ET.fromstring(text).find("diagram/mxGraphModel/root")  # noqa: S314 - what we wrote ourselves
    return {one.get("id", ""): (one, one.find("mxCell")) for one in root.iter("object")}


def look(cell: ET.Element) -> dict[str, str]:
    """The style of a cell as keys and values."""
    return dict(part.partition("=")[::2] for part in cell.get("style", "").split(";"))


def geometry(cell: ET.Element) -> tuple[str | None, ...]:
    return tuple(cell.find("mxGeometry").get(key) for key in ("x", "y", "width", "height"))


def shown(label: str) -> str:
    """What draw.io shows of a label: it reads HTML."""
    assert not re.search(r"<(?!/?font[ >]|br>)", label)
    return html.unescape(re.sub(r"<[^>]*>", " ", label)).strip()


def test_a_small_view_is_written_whole(small_placed):
    lines = render_drawio(small_placed).splitlines()
    assert lines[:4] == [
        '<mxfile host="eaframe">',
        '<diagram id="view-v" name="Cổng và người dân">',
        (
            '<mxGraphModel grid="1" gridSize="10" guides="1" tooltips="1" connect="1" arrows="1" fold="1" page="1" '
            'pageScale="1" pageWidth="540" pageHeight="334" math="0"><root>'
        ),
        (
            '<object label="" id="0" eaframe-view="v" eaframe-viewpoint="layered" eaframe-model="Thành phố" '
            f'eaframe-version="0.2" eaframe-data-cut-off="2026-11-20" eaframe-hash="{small_placed.view.hash}">'
            "<mxCell/></object>"
        ),
    ]
    assert lines[4:6] == ['<mxCell id="1" value="Nền" parent="0"/>', '<mxCell id="2" value="Nội dung" parent="0"/>']
    assert [re.search(r' id="([^"]*)"', line)[1] for line in lines[6:-3]] == [
        *("title", "band-business", "band-application"),
        *("element-citizen", "element-submit", "element-portal", "element-web", "element-all", "element-record"),
        *("relationship-e1", "relationship-e2", "relationship-e3", "relationship-e4", "facts"),
    ]
    assert lines[-3:] == ["</root></mxGraphModel>", "</diagram>", "</mxfile>"]


def test_a_box_keeps_its_id_its_type_and_its_place(small_placed):
    whole = render_drawio(small_placed)
    assert (
        '<object label="Cổng &quot;1&quot;" id="element-portal" eaframe-id="portal" type="application-component" '
        'kind="" documentation="Nơi nộp &amp; nhận."><mxCell style="html=1;outlineConnect=0;whiteSpace=wrap;'
        "shape=mxgraph.archimate3.application;appType=comp;archiType=square;fillColor=#c0eaf6;strokeColor=#2b849f;"
        "fontSize=12;fontColor=#17202b;verticalAlign=top;align=left;spacingLeft=7;spacingRight=20;container=1;"
        'collapsible=0;recursiveResize=0;fontStyle=1;" vertex="1" parent="2"><mxGeometry x="40" y="156" width="200" '
        'height="120" as="geometry"/></mxCell></object>'
    ) in whole


def test_a_box_in_a_box_is_its_child_and_measured_from_its_corner(small_placed):
    _, cell = cells(render_drawio(small_placed))["element-web"]
    assert (cell.get("parent"), geometry(cell)) == ("element-portal", ("20", "50", "150", "60"))


def test_a_line_is_tied_to_its_boxes_and_keeps_its_bends(small_placed):
    whole = render_drawio(small_placed)
    assert (
        '<object label="qua mạng" id="relationship-e2" eaframe-id="e2" type="realization" kind="Hiện thực hóa" '
        'origin="derived"><mxCell style="html=1;startArrow=none;startFill=0;startSize=0;endArrow=block;endFill=0;'
        "endSize=9;dashed=1;dashPattern=1 3;edgeStyle=orthogonalEdgeStyle;exitX=0.5;exitY=0;exitDx=0;exitDy=0;"
        "exitPerimeter=0;entryX=0.5;entryY=1;entryDx=0;entryDy=0;entryPerimeter=0;rounded=1;strokeColor=#76818e;"
        'fontSize=10;labelBackgroundColor=#ffffff;fontColor=#17202b;" edge="1" parent="2" source="element-portal" '
        'target="element-submit"><mxGeometry x="0.043" relative="1" as="geometry"><Array as="points">'
        '<mxPoint x="140" y="126"/><mxPoint x="320" y="126"/></Array></mxGeometry></mxCell></object>'
    ) in whole


def test_a_kind_and_hidden_parts_stand_in_the_label(small_placed):
    label = cells(render_drawio(small_placed))["element-submit"][0].get("label")
    assert label == '<font style="font-size:9px">«Dịch vụ công»</font><br>Nộp hồ sơ (+2)'


def test_a_band_lies_behind_in_a_layer_of_its_own_and_no_line_can_be_tied_to_it(small_placed):
    band, cell = cells(render_drawio(small_placed))["band-business"]
    assert (band.get("label"), cell.get("parent"), cell.get("connectable")) == ("Nghiệp vụ", "1", "0")
    assert geometry(cell) == ("0", "36", "540", "80")
    assert (look(cell)["fillColor"], look(cell)["swimlaneFillColor"]) == ("#fff5ad", "#fffdf1")


def test_a_group_without_a_name_has_no_band(small_placed):
    nameless = replace(small_placed.bands[0], label=" ")
    assert "band-business" not in cells(render_drawio(replace(small_placed, bands=(nameless,))))


def test_a_line_that_does_not_bend_at_right_angles_stays_as_it_is(small_placed):
    slanted = replace(small_placed.edges[0], points=((240.0, 40.0), (200.0, 60.0)))
    _, cell = cells(render_drawio(replace(small_placed, edges=(slanted,))))["relationship-e1"]
    assert look(cell)["edgeStyle"] == "none"


def test_what_colours_mean_stands_below(small_placed):
    scale = ViewScale("Mức", (ScaleEntry("business", "thấp", 3), ScaleEntry("application", "cao", 1)))
    found = cells(render_drawio(replace(small_placed, view=replace(small_placed.view, scale=scale))))
    labels = [found[id_][0].get("label") for id_ in ("scale", "scale-1-label", "scale-2-label")]
    assert labels == ["Mức", "thấp (3)", "cao (1)"]
    assert [look(found[id_][1])["fillColor"] for id_ in ("scale-1", "scale-2")] == ["#fff5ad", "#c0eaf6"]


def test_every_type_has_a_shape_of_its_layer(every_type, in_a_row):
    found = cells(render_drawio(in_a_row(every_type)))
    looks = {}
    for node in every_type.nodes:
        values = look(found[f"element-{node.id}"][1])
        looks[node.id] = tuple(
            values.get(key) for key in ("shape", "appType", "archiType", "fillColor", "strokeColor", "perimeter")
        )
    assert ICONS.keys() == METAMODEL.element_types.keys() - {"grouping", "junction"}
    assert len(set(looks.values())) == len(looks)


def test_every_relationship_has_a_line_unlike_any_other(every_type, in_a_row):
    found = cells(render_drawio(in_a_row(every_type)))
    keys = ("startArrow", "startFill", "endArrow", "endFill", "dashed", "dashPattern")
    looks = []
    for edge in every_type.edges:
        values = look(found[f"relationship-{edge.id}"][1])
        looks.append(tuple(values.get(key) for key in keys))
    assert DASHES.keys() == METAMODEL.relationship_types.keys()
    assert len(set(looks)) == len(looks)


def assert_says(placed) -> None:
    view = placed.view
    found = cells(render_drawio(placed))
    vertices = [one for one, cell in found.values() if cell.get("vertex")]
    lines = [(one, cell) for one, cell in found.values() if cell.get("edge")]
    ids = [one.get("id") for one in vertices if one.get("type")]
    assert ids == [f"element-{id_}" for id_ in map(_kept, (one.node.id for one in placed.nodes))]
    assert [(cell.get("source"), cell.get("target")) for _, cell in lines] == [
        (f"element-{_kept(one.source)}", f"element-{_kept(one.target)}") for one in view.edges
    ]
    names = [shown(one.get("label")) for one in vertices if one.get("type")]
    for name, one in zip(names, placed.nodes, strict=True):
        assert name.endswith(plain(one.node.name))
    assert shown(found["title"][0].get("label")) == plain(view.title)


def _kept(id_: str) -> str:
    """An id as XML hands it on: characters that it cannot have are spaces."""
    return re.sub("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]", " ", id_)


def test_a_hostile_name_changes_no_structure(said, in_a_row, hostile):
    assert_says(in_a_row(said(hostile)))


@given(text=st.text(max_size=30))
def test_no_name_changes_any_structure(said, in_a_row, text):
    assert_says(in_a_row(said(text)))


def test_a_view_of_nothing_has_a_title(small_placed):
    empty = replace(small_placed, nodes=(), edges=(), bands=(), width=0.0, height=0.0)
    assert shown(cells(render_drawio(empty))["title"][0].get("label")) == "Cổng và người dân"
