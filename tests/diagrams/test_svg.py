import json
import re
import subprocess
import sys
import xml.etree.ElementTree as ET
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import eaframe
from eaframe.diagrams import draw
from eaframe.diagrams.palette import COLOURS
from eaframe.metamodel.archimate import load_metamodel
from eaframe.views import View, ViewEdge, ViewNode, as_json
from eaframe.views.layout import LayoutError
from eaframe.views.text import plain
from eaframe.views.view import ViewGroup, ViewOrigin

SVG = "{http://www.w3.org/2000/svg}"
ALLOWED = {"svg", "title", "desc", "style", "g", "a", "rect", "path", "circle", "text"}
METAMODEL = load_metamodel()
SETTINGS = """\
eaframe: 1
name: {vi: Thành phố, en: City}
namespace: city
version: '0.2'
languages: [vi, en]
data-cut-off: 2026-11
"""
MODEL = """\
elements:
  portal: {type: application-component, name: Cổng dịch vụ công, documentation: Nơi nộp hồ sơ., serves: citizen}
  citizen: {type: business-actor, name: Người dân}
views: {v: {name: {vi: Cổng và người dân, en: Portal and citizens}, documentation: Ai dùng gì.}}
"""


def parsed(svg: str) -> ET.Element:
    return ET.fromstring(svg)  # noqa: S314 - what we wrote ourselves


def texts(svg: str) -> list[str]:
    return [one.text or "" for one in parsed(svg).iter(f"{SVG}text")]


def group(svg: str, id_: str) -> ET.Element:
    return next(one for one in parsed(svg).iter(f"{SVG}g") if one.get("data-id") == id_)


def view(nodes: list[ViewNode], edges: tuple[ViewEdge, ...] = (), title: str = "T") -> View:
    ids = tuple(node.id for node in nodes)
    return View(
        id="v",
        title=title,
        documentation=title,
        language="en",
        viewpoint="layered",
        viewpoint_name=title,
        nodes=tuple(nodes),
        edges=edges,
        groups=(ViewGroup("business", title, ids),) if ids else (),
        nested=(),
        refused=(),
        notes=(title,),
        origin=ViewOrigin(title, title, "", ""),
        hash="0123456789ab",
    )


def test_a_picture_names_its_elements_and_says_where_it_comes_from(view_of):
    model_view = view_of(MODEL, "vi", SETTINGS)
    found = texts(draw(model_view))
    assert found[0:3] == ["Cổng và người dân", "Góc nhìn phân lớp · Thành phố", "Ai dùng gì."]
    assert {"Nghiệp vụ", "Ứng dụng", "Người dân", "Tác nhân nghiệp vụ", "Chú giải", "Phục vụ"} <= set(found)
    assert found[-1] == (
        f"Thành phố · Phiên bản 0.2 · Số liệu đến 11/2026 · Mọi thời điểm · Mã nội dung {model_view.hash}"
    )


def test_a_picture_speaks_english_too(view_of):
    found = texts(draw(view_of(MODEL, "en", SETTINGS)))
    assert {"Portal and citizens", "Legend", "Serving", "Business actor"} <= set(found)
    assert found[-1].startswith("City · Version 0.2 · Data up to 2026-11 · All times · Content ")


def test_a_picture_can_be_read_aloud(view_of):
    root = parsed(draw(view_of(MODEL, "vi", SETTINGS)))
    assert root.get("role") == "img"
    assert root.get("lang") == "vi"
    assert root.get("aria-labelledby").split() == [root[0].get("id"), root[1].get("id")]
    assert (root[0].text, root[1].text) == ("Cổng và người dân", "Ai dùng gì. 2 phần tử, 1 quan hệ.")


def test_each_element_has_a_tooltip_with_its_type_and_documentation(view_of):
    portal = group(draw(view_of(MODEL, "vi", SETTINGS)), "portal")
    assert portal[0].text == "Cổng dịch vụ công [Thành phần ứng dụng]\nNơi nộp hồ sơ."


def test_a_kind_stands_in_guillemets_over_the_name(view_of):
    model = """\
kinds: {agency: {base: business-actor, label: Agency}}
elements: {a: {type: agency, name: Office}}
views: {v: {name: V}}
"""
    assert [one.text for one in group(draw(view_of(model)), "a").iter(f"{SVG}text")] == ["«Agency»", "Office"]


def test_the_legend_lists_what_is_shown_and_nothing_else(view_of):
    found = texts(draw(view_of(MODEL, "vi", SETTINGS)))
    after = found[found.index("Chú giải") + 1 : -1]
    assert after == ["Tác nhân nghiệp vụ", "Thành phần ứng dụng", "Phục vụ"]


def test_a_view_of_nothing_still_has_its_title(view_of):
    assert "V" in texts(draw(view_of("elements: {}\nviews: {v: {name: V}}\n")))


@pytest.mark.parametrize("type_", METAMODEL.element_types)
def test_every_element_type_is_drawn_with_its_outline_and_icon(type_):
    label = METAMODEL.element_types[type_].label["en"]
    layer = METAMODEL.element_types[type_].layer
    junction = "and" if type_ == "junction" else ""
    drawn = group(draw(view([ViewNode("a", type_, "", label, layer, "Name", junction=junction)])), "a")
    shapes = [one for one in drawn.iter() if "ea-box" in one.get("class", "")]
    assert len(shapes) == 1
    assert len([one for one in drawn.iter(f"{SVG}g") if one is not drawn]) == (0 if junction else 1)
    assert [one.text for one in drawn.iter(f"{SVG}text")] == ([] if junction else [label, "Name"])


@pytest.mark.parametrize("type_", METAMODEL.relationship_types)
def test_every_relationship_type_is_drawn(type_):
    nodes = [ViewNode(id_, "node", "", "Node", "technology", id_) for id_ in "ab"]
    drawn = group(draw(view(nodes, (ViewEdge("r", type_, "a", "b", type_),))), "r")
    assert drawn[0].text == type_
    assert drawn[1].tag == f"{SVG}path"


LOOKS = {
    ("composition", ""): ("", 1),
    ("realization", ""): ("1.5 3", 1),
    ("assignment", ""): ("", 2),
    ("access", "access"): ("1.5 3", 0),
    ("access", "read"): ("1.5 3", 1),
    ("access", "readwrite"): ("1.5 3", 2),
    ("influence", ""): ("7 4", 1),
    ("flow", ""): ("7 4", 1),
    ("association", ""): ("", 0),
}


@pytest.mark.parametrize(("relationship", "look"), LOOKS.items())
def test_dashes_and_heads_tell_relationships_apart(relationship, look):
    nodes = [ViewNode(id_, "node", "", "Node", "technology", id_) for id_ in "ab"]
    drawn = group(draw(view(nodes, (ViewEdge("r", relationship[0], "a", "b", "R", mode=relationship[1]),))), "r")
    assert (drawn[1].get("stroke-dasharray", ""), len(drawn) - 2) == look


HOSTILE = (
    "<script>alert(1)</script>",
    "\"'><img src=x onerror=alert(1)>",
    "]]></style><style>*{display:none}",
    "\\N \\G \\l",
    "&lt;b&gt; &amp; &#60;",
    "javascript:alert(1)",
    "a\nb\r\n\u2028c",
    "<!-- --><?xml-stylesheet href='x'?>",
    "nul\x00 \x1b[31m \ufffe",
    "\u202eevil",
    "{{ 7*7 }} ${x} url(http://x)",
    "'" * 40,
)


def of_name(name: str) -> View:
    nodes = [
        ViewNode("a", "node", "k", name, "technology", name, name),
        ViewNode("b", "device", "", name, "technology", name, name, parent="a"),
        ViewNode("c", "grouping", "", name, "other", name, name),
    ]
    edges = (
        ViewEdge("r", "flow", "b", "c", name, name),
        ViewEdge("s", "influence", "c", "a", name, strength=name),
    )
    return view(nodes, edges, name)


def structure(svg: str) -> list[str]:
    return [one.tag for one in parsed(svg).iter() if one.tag != f"{SVG}text"]


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_name_changes_no_structure_and_appears_as_it_is(name):
    svg = draw(of_name(name))
    assert {tag.removeprefix(SVG) for tag in structure(svg)} <= ALLOWED
    assert [tag for tag in structure(svg) if tag != f"{SVG}rect"] == [
        tag for tag in structure(draw(of_name("harmless"))) if tag != f"{SVG}rect"
    ]
    written = "".join(texts(svg)).replace(" ", "")
    assert written.count(plain(name).replace(" ", "")) >= 3
    assert "<?" not in svg
    assert "<!" not in svg


@settings(max_examples=40, deadline=None)
@given(st.text(min_size=1, max_size=60))
def test_any_name_gives_well_formed_markup_of_known_elements(name):
    svg = draw(of_name(name))
    assert {tag.removeprefix(SVG) for tag in structure(svg)} <= ALLOWED
    for one in parsed(svg).iter():
        assert not any(key.startswith("on") or key == "style" or "href" in key for key in one.attrib)


LINKS = {
    "#portal": "#portal",
    "portal.html": "portal.html",
    "../elements/portal.html#top": "../elements/portal.html#top",
    "http://example.org/": None,
    "//example.org/x": None,
    "/etc/passwd": None,
    "javascript:alert(1)": None,
    "JaVaScRiPt:alert(1)": None,
    "data:text/html,x": None,
    "x y": None,
    "a\\b": None,
    "": None,
}


@pytest.mark.parametrize(("given_", "written"), LINKS.items())
def test_only_addresses_beside_the_page_become_links(view_of, given_, written):
    svg = draw(view_of(MODEL), links={"portal": given_}.get)
    assert [one.get("href") for one in parsed(svg).iter(f"{SVG}a")] == ([written] if written else [])


def test_dark_screens_get_dark_colours_for_every_colour_used(view_of):
    svg = draw(view_of(MODEL))
    style = next(parsed(svg).iter(f"{SVG}style")).text
    used = set(re.findall(r"ea-[fs]-([a-z0-9-]+)", re.sub(r"<style>.*</style>", "", svg)))
    _, _, dark = style.partition("@media screen and (prefers-color-scheme:dark)")
    for name in used & COLOURS.keys():
        assert f"--ea-{name}:{COLOURS[name][0]};" in style
        assert f"--ea-{name}:{COLOURS[name][1]};" in dark
    assert "url" not in style
    assert "@import" not in style


def test_nothing_is_fetched_from_anywhere(view_of):
    svg = draw(view_of(MODEL))
    assert re.findall(r"https?://[^\"']+", svg) == ["http://www.w3.org/2000/svg"]


def test_the_same_view_gives_the_same_bytes_whatever_the_hash_seed(view_of):
    one = view_of(MODEL, "vi", SETTINGS)
    expected = draw(one)
    assert draw(one) == expected
    code = """\
import json, sys
from eaframe.diagrams import draw
from eaframe.views.view import View, ViewEdge, ViewGroup, ViewNode, ViewOrigin
data = json.load(sys.stdin)
for key, kind in (("nodes", ViewNode), ("edges", ViewEdge), ("groups", ViewGroup)):
    data[key] = tuple(kind(**{k: tuple(v) if isinstance(v, list) else v for k, v in one.items()}) for one in data[key])
data["origin"] = ViewOrigin(**data["origin"])
data |= {key: tuple(data[key]) for key in ("nested", "refused", "notes")}
sys.stdout.buffer.write(draw(View(**data)).encode())
"""
    for seed in ("1", "2"):
        done = subprocess.run(
            [sys.executable, "-c", code],
            input=as_json(one).encode(),
            capture_output=True,
            check=True,
            env={"PYTHONHASHSEED": seed, "PATH": ""},
        )
        assert done.stdout.decode() == expected
    assert json.loads(as_json(one))["hash"] == one.hash


def test_a_long_band_name_fits_into_a_low_band():
    node = ViewNode("a", "goal", "", "Goal", "motivation", "A")
    one = view([node])
    svg = draw(replace(one, groups=(ViewGroup("motivation", "Mục tiêu và động lực", ("a",)),)))
    assert {"Mục tiêu và", "động lực"} <= set(texts(svg))


def test_a_view_that_nobody_could_read_is_refused_at_once_in_one_sentence(workspace) -> None:
    goals = "".join(f"  g-{number}: {{type: goal, name: G, documentation: G.}}\n" for number in range(1_201))
    folder = workspace({"model.yaml": f"elements:\n{goals}views:\n  all: {{name: All}}\n"})
    with pytest.raises(LayoutError) as refused:
        draw(eaframe.load(folder, today=20261123).view("all"))
    assert str(refused.value) == "The view `all` has 1201 boxes and lines, over 1200: show fewer elements."
