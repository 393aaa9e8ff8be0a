"""Boxes: icons and colours of kinds, hidden parts, tooltips, and text that stays inside with other fonts too."""

import re
import xml.etree.ElementTree as ET
from dataclasses import replace
from pathlib import Path

import pytest

import eaframe
from eaframe.diagrams import draw
from eaframe.diagrams.boxes import box
from eaframe.diagrams.notation import icon
from eaframe.metamodel.archimate import load_metamodel
from eaframe.metamodel.looks import COLOUR_NAMES, HEAT, ICON_NAMES, NO_DATA
from eaframe.views import View, ViewEdge, ViewNode
from eaframe.views.layout import PlacedNode, Rect
from eaframe.views.sizes import CAPTION_SIZE, ICON, NAME_SIZE, PADDING, sizes
from eaframe.views.text import width
from eaframe.views.view import ScaleEntry, ViewGroup, ViewOrigin, ViewScale

SVG = "{http://www.w3.org/2000/svg}"
HANOI = Path(__file__).parents[2] / "models" / "hanoi"
TYPES = [name for name in load_metamodel().element_types if name != "junction"]
# DejaVu Sans over Noto Sans, the widest of the fonts that viewers fall back to: measured on all names of `models/`.
WIDER, WIDER_BOLD = 1.095, 1.2
NODE = ViewNode("a", "node", "", "Node", "technology", "Máy chủ", "Ở trung tâm dữ liệu.")


def view(*nodes: ViewNode, edges: tuple[ViewEdge, ...] = (), scale: ViewScale | None = None) -> View:
    return View(
        id="v",
        title="V",
        documentation="",
        language="en",
        viewpoint="",
        viewpoint_name="",
        nodes=nodes,
        edges=edges,
        groups=(ViewGroup("technology", "Technology", tuple(node.id for node in nodes), "technology"),),
        nested=(),
        refused=(),
        notes=(),
        origin=ViewOrigin("M", "1", "", ""),
        scale=scale,
    )


def drawn(node: ViewNode, scale: ViewScale | None = None, links: object = None) -> ET.Element:
    shown = view(node, scale=scale)
    size = sizes(shown).nodes[node.id]
    placed = PlacedNode(node, Rect(0, 0, size.width, size.height), size)
    return ET.fromstring(f'<svg xmlns="{SVG[1:-1]}">{box(placed, shown, links)}</svg>')[0]  # noqa: S314 - what we wrote


@pytest.mark.parametrize("name", [*ICON_NAMES, *TYPES])
def test_a_box_has_the_icon_that_it_names(name):
    named = icon(replace(NODE, icon=name), 0, 0)
    assert named == icon(ViewNode("b", name, "", "", "other", ""), 0, 0) if name in TYPES else named != icon(NODE, 0, 0)


@pytest.mark.parametrize("colour", [*COLOUR_NAMES, *HEAT, NO_DATA])
@pytest.mark.parametrize("type_", ["node", "goal", "grouping", "capability"])
def test_a_box_has_the_colour_that_it_names(type_, colour):
    shape = next(
        one for one in drawn(replace(NODE, type=type_, colour=colour)).iter() if "ea-box" in one.get("class", "")
    )
    assert f"ea-f-{colour}" in shape.get("class").split()
    if type_ != "grouping":  # which is dashed anyway
        assert shape.get("stroke-dasharray") == ("2.5 2.5" if colour == NO_DATA else None)


def test_hidden_parts_are_counted_at_the_lower_right_below_the_text():
    long = replace(NODE, name="Cơ sở dữ liệu quốc gia về dân cư và đăng ký doanh nghiệp của Thành phố", hidden=12)
    found = drawn(long)
    pill = found.findall(f"{SVG}rect")[1]
    name = [one for one in found.findall(f"{SVG}text") if one.get("font-size") == "12"]
    count = found.findall(f"{SVG}text")[-1]
    assert count.text == "+12"
    assert float(pill.get("y")) >= max(float(one.get("y")) for one in name) + 3  # below the tails of letters
    size = sizes(view(long)).nodes["a"]
    assert size.width - 6 <= float(pill.get("x")) + float(pill.get("width")) <= size.width
    assert float(pill.get("y")) + float(pill.get("height")) <= size.height
    assert sizes(view(long)).nodes["a"].height == sizes(view(replace(long, hidden=0))).nodes["a"].height + 10


def test_a_box_with_all_its_parts_bears_no_count():
    assert len(drawn(NODE).findall(f"{SVG}rect")) == 1


def test_a_tooltip_tells_type_documentation_what_the_colour_means_and_what_is_hidden():
    scale = ViewScale("Security level", (ScaleEntry("heat-4", "Level 4", 1),))
    found = drawn(replace(NODE, colour="heat-4", hidden=2), scale)
    assert found[0].text == (
        "Máy chủ [Node]\nỞ trung tâm dữ liệu.\nSecurity level: Level 4\nParts inside that are not drawn: 2."
    )
    assert drawn(NODE, scale)[0].text == "Máy chủ [Node]\nỞ trung tâm dữ liệu."


def test_a_link_says_where_it_leads_and_a_picture_with_links_is_not_one_image():
    shown = view(NODE)
    link = drawn(NODE, links=lambda _: "#a")
    assert (link.tag, link.get("aria-label")) == (f"{SVG}a", "Máy chủ [Node]")
    assert 'role="graphics-document document"' in draw(shown, links=lambda _: "#a")
    assert 'role="img"' in draw(shown)


def test_lines_tell_what_they_stand_for():
    other = replace(NODE, id="b")
    edges = (
        ViewEdge("r", "serving", "a", "b", "Serving", origin="derived", stands_for=("x--serves--y", "y--serves--z")),
        ViewEdge("s", "flow", "a", "b", "Flow", "Dossiers", origin="lifted", stands_for=tuple(map(str, range(14)))),
    )
    root = ET.fromstring(draw(view(NODE, other, edges=edges)))  # noqa: S314 - what we wrote ourselves
    found = {one.get("data-id"): one for one in root.iter(f"{SVG}g")}
    assert found["r"][0].text == "Serving\nFollows from: x--serves--y, y--serves--z"
    assert found["s"][0].text == "Dossiers [Flow]\nStands for: 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, … (+2)"
    assert (found["r"][1].get("class"), found["r"][1].get("stroke-width")) == ("ea-s-derived", "0.9")
    assert (found["s"][1].get("class"), found["s"][1].get("stroke-width")) == ("ea-s-line", "1.2")


def test_the_tab_of_a_grouping_is_as_large_as_its_caption_and_icon_need():
    for label in ("Nhóm", "Nhóm đơn vị hành chính cấp xã", "Nhóm các đơn vị sự nghiệp công lập trực thuộc Thành phố"):
        node = replace(NODE, type="grouping", layer="other", kind="k", label=label)
        found = drawn(node)
        _, right, line = re.findall(r"M0,0 L([\d.]+),0 L([\d.]+),([\d.]+)", found.find(f"{SVG}path").get("d"))[0]
        mark = re.match(r"translate\(([\d.]+),", found.find(f"{SVG}g").get("transform"))
        caption = [one for one in found.findall(f"{SVG}text") if one.get("font-size") == "9"]
        for one in caption:
            assert float(one.get("x")) + width(one.text, CAPTION_SIZE) * WIDER <= float(mark[1])
            assert float(one.get("y")) < float(line)
        assert float(mark[1]) + ICON < float(right) <= 158
        assert float(found.findall(f"{SVG}text")[len(caption)].get("y")) - 9 > float(line)


def overflowing(shown: View) -> list[str]:
    """Texts that would leave their boxes, or run into icons, in the widest fallback font."""
    containers = {node.parent for node in shown.nodes}
    found = []
    for id_, size in sizes(shown).nodes.items():
        if id_ in containers:
            room = (size.width - PADDING - 1) / WIDER_BOLD
            found += [line for line in size.lines if width(line, NAME_SIZE, "semibold") > room]
        else:
            found += [line for line in size.lines if width(line, NAME_SIZE) > (size.width - 2) / WIDER]
        room = (size.width - 2 * PADDING - ICON) / WIDER
        found += [line for line in size.caption if width(line, CAPTION_SIZE) > room]
    return found


def test_no_text_of_hanoi_leaves_its_box_even_in_a_wider_font():
    workspace = eaframe.load(HANOI, today=20261123)
    views = [workspace.view(id_, language) for id_ in workspace.view_definitions[0] for language in ("vi", "en")]
    assert len(views) >= 20
    assert [line for one in views for line in overflowing(one)] == []


@pytest.mark.parametrize(
    "name",
    [
        "Hệ thống thông tin giải quyết thủ tục hành chính cấp Thành phố, cấp xã và các đơn vị sự nghiệp công lập",
        "NGHIÊNG" * 12,
        "漢字" * 30,
        "📄" * 30,
        "👩‍👩‍👧‍👦 Gia đình",
        "e\u0323\u0302" * 40,
    ],
)
def test_long_words_and_other_scripts_stay_inside_too(name):
    parent = replace(NODE, name=name, label=name)
    assert overflowing(view(parent, replace(parent, id="b", parent="a"))) == []
