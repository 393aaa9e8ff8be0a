"""What holds of every placed view. Coordinates themselves are never compared: engines may differ in them."""

import subprocess
import sys
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from picture_laws import broken

import eaframe.views.graphviz as engine
from eaframe.views import View, ViewEdge, ViewNode
from eaframe.views.layered import layered_layout
from eaframe.views.layout import LayoutError, PlacedView
from eaframe.views.sizes import sizes
from eaframe.views.view import ViewGroup, ViewOrigin

LAYERS = {"goal": "motivation", "business-process": "business", "node": "technology", "work-package": "implementation"}
TYPES = tuple(LAYERS)
RELATIONSHIPS = ("serving", "triggering", "association", "realization", "composition", "access")
LONG = "Hệ thống thông tin đất đai Thành phố"
WORDS = st.text("Hệ thống ", max_size=40)


def view(nodes: list[ViewNode], edges: list[ViewEdge]) -> View:
    bands = ["motivation", "business", "technology", "implementation"]
    groups = [ViewGroup(band, band, tuple(node.id for node in nodes if node.layer == band), band) for band in bands]
    return View(
        id="v",
        title="V",
        documentation="",
        language="en",
        viewpoint="layered",
        viewpoint_name="Layered",
        nodes=tuple(sorted(nodes, key=lambda node: bands.index(node.layer))),
        edges=tuple(edges),
        groups=tuple(group for group in groups if group.nodes),
        nested=(),
        refused=(),
        notes=(),
        origin=ViewOrigin("", "", "", ""),
    )


def node(number: int, type_: str = "node", name: str = "Name", parent: str = "", junction: str = "") -> ViewNode:
    return ViewNode(f"e{number}", type_, "", "Type", LAYERS[type_], name, parent=parent, junction=junction)


def edge(number: int, source: int, target: int, type_: str = "serving", label: str = "") -> ViewEdge:
    return ViewEdge(f"r{number}", type_, f"e{source}", f"e{target}", type_, label)


@st.composite
def views(draw) -> View:
    types = draw(st.lists(st.sampled_from(TYPES), min_size=1, max_size=14))
    nodes = []
    for number, type_ in enumerate(types):
        around = [one for one in nodes if one.type == type_ and not one.junction]
        parent = draw(st.sampled_from(["", "", *(one.id for one in around)])) if len(around) > 0 else ""
        junction = draw(st.sampled_from(["", "", "", "and"])) if not parent else ""
        nodes.append(node(number, type_, draw(WORDS), parent, junction))
    numbers = st.integers(0, len(types) - 1)
    found = draw(st.lists(st.tuples(numbers, numbers, st.sampled_from(RELATIONSHIPS), WORDS), max_size=20))
    edges = [edge(number, *one[:3], label=one[3] if number % 3 == 0 else "") for number, one in enumerate(found)]
    junctions = {one.id for one in nodes if one.junction}
    nodes = [replace(one, parent="") if one.parent in junctions else one for one in nodes]
    return view(nodes, edges)


def placed(one: View) -> PlacedView:
    return layered_layout(one, sizes(one))


@settings(max_examples=40, deadline=None)
@given(views())
def test_bands_boxes_lines_and_texts_keep_apart(one):
    assert broken(placed(one)) == []


def test_a_view_of_nothing_has_no_size():
    one = placed(view([], []))
    assert (one.nodes, one.bands, one.width, one.height) == ((), (), 0.0, 0.0)


def test_many_siblings_stand_in_rows_that_fill_a_page():
    one = placed(view([node(number, name=LONG) for number in range(40)], []))
    assert broken(one) == []
    assert 1.2 < one.width / (one.height + 200) < 1.9


def test_a_hub_with_many_ends_stays_on_a_page():
    one = placed(view([node(n, name=LONG) for n in range(40)], [edge(n, 0, n, "aggregation") for n in range(1, 40)]))
    assert broken(one) == []
    assert 1.0 < one.width / (one.height + 200) < 2.8


def test_lines_of_one_type_at_one_box_share_a_port():
    one = placed(view([node(n) for n in range(4)], [edge(n, n, 0, "realization") for n in range(1, 4)]))
    assert len({line.points[-1] for line in one.edges}) == 1
    assert {line.shared_end for line in one.edges} == {"target"}


def test_lines_of_different_types_at_one_box_keep_apart():
    types = ("realization", "serving", "assignment")
    one = placed(view([node(n) for n in range(4)], [edge(n, n, 0, types[n - 1]) for n in range(1, 4)]))
    assert len({line.points[-1] for line in one.edges}) == 3


def test_many_relationships_between_two_boxes_all_show():
    types = RELATIONSHIPS * 2
    one = placed(view([node(0), node(1)], [edge(n, n % 2, 1 - n % 2, types[n], f"l{n}") for n in range(12)]))
    assert broken(one) == []
    assert len({line.points for line in one.edges}) == 12


def test_steps_in_one_box_stand_in_turn_and_their_lines_are_straight():
    nodes = [node(0), *(node(n, parent="e0") for n in (1, 2, 3))]
    one = placed(view(nodes, [edge(1, 3, 1, "triggering"), edge(2, 1, 2, "triggering")]))
    assert broken(one) == []
    left_to_right = sorted((box for box in one.nodes if box.node.parent), key=lambda box: box.rect.x)
    assert [box.node.id for box in left_to_right] == ["e3", "e1", "e2"]
    assert [len(line.points) for line in one.edges] == [2, 2]


def test_a_relationship_to_itself_is_a_loop():
    one = placed(view([node(0)], [edge(0, 0, 0, "flow")]))
    assert broken(one) == []
    assert one.edges[0].points[0] != one.edges[0].points[-1]


def test_the_same_view_is_placed_alike_twice():
    one = view([node(n) for n in range(9)], [edge(n, n, (n * 5) % 9) for n in range(9)])
    assert placed(one) == placed(one)


def test_no_text_of_the_model_reaches_the_engine(monkeypatch):
    sent = []
    run = engine._run
    monkeypatch.setattr(engine, "_run", lambda dot: sent.append(dot) or run(dot))
    hostile = 'evil"]; n99 [label="\\N"'
    nodes = [replace(node(n, name=hostile), id=f"{hostile}{n}") for n in range(3)]
    lines = [ViewEdge(hostile, "flow", nodes[0].id, nodes[1].id, hostile, hostile)]
    placed(view(nodes, lines))
    assert sent
    assert "evil" not in "".join(sent)
    assert "N" not in "".join(sent)


def test_a_missing_engine_is_said_in_one_sentence(monkeypatch):
    monkeypatch.setattr(engine.shutil, "which", lambda *_, **__: None)
    with pytest.raises(LayoutError, match=r"^No Graphviz was found; install one with `pip install graphviz-pure`\.$"):
        placed(view([node(0)], []))


def test_the_dot_of_the_system_serves_where_the_bundled_engine_is_missing(monkeypatch):
    monkeypatch.setattr(engine.shutil, "which", lambda name, **__: "/usr/bin/dot" if name == "dot" else None)
    assert engine._engine() == "/usr/bin/dot"


def test_an_engine_that_fails_is_quoted(monkeypatch):
    command = [sys.executable, "-c", "import sys; sys.exit('out of ideas')"]

    def fail(_: list[str], **options: object) -> subprocess.CompletedProcess[str]:
        return run(command, **options)

    run = subprocess.run
    monkeypatch.setattr(engine.subprocess, "run", fail)
    with pytest.raises(LayoutError, match="Graphviz failed: out of ideas"):
        placed(view([node(0)], []))


def test_an_engine_that_takes_too_long_is_stopped(monkeypatch):
    def slow(command: list[str], **_: object) -> None:
        raise subprocess.TimeoutExpired(command, 60)

    monkeypatch.setattr(engine.subprocess, "run", slow)
    with pytest.raises(LayoutError, match="more than 60 seconds"):
        placed(view([node(0)], []))
