"""The gallery under examples/ shows all there is: types, relationships, viewpoints, in both languages."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

import eaframe
from eaframe.graph.attributes import value_of
from eaframe.metamodel.archimate import load_metamodel
from eaframe.metamodel.values import Localized
from eaframe.model.read_relationships import ACCESS_MODES
from eaframe.resources import resource
from eaframe.sources.files import read_file
from eaframe.sources.limits import Limits

GALLERY = Path(__file__).parents[1] / "examples" / "gallery"
METAMODEL = load_metamodel()


@cache
def gallery(as_of: str = "today") -> eaframe.Workspace:
    return eaframe.load(GALLERY, as_of=as_of, today=20261123)


def bundled() -> set[str]:
    found: set[str] = set()
    for path in resource("viewpoints").glob("*.yaml"):
        data = read_file(path.name, path.read_bytes(), Limits()).document.data
        assert isinstance(data, dict)
        assert isinstance(data["viewpoints"], dict)
        found |= data["viewpoints"].keys()
    return found


VIEWS = sorted(gallery().view_definitions[0])


def test_the_gallery_has_a_view_of_each_viewpoint_that_comes_with_eaframe() -> None:
    used = {definition.viewpoint.id for definition in gallery().view_definitions[0].values()}
    assert bundled() - used == set()


def test_a_view_of_a_bundled_viewpoint_bears_its_name() -> None:
    titles = {id_: (view.title, view.viewpoint_name) for id_ in bundled() for view in [gallery().view(id_)]}
    assert {id_: pair for id_, pair in titles.items() if not pair[0].startswith(pair[1])} == {}


@pytest.mark.parametrize("id_", VIEWS)
def test_no_view_of_the_gallery_is_empty_or_leaves_out_what_it_asks_for(id_: str) -> None:
    view = gallery().view(id_)
    assert len(view.nodes) > 2
    assert view.refused == ()


@pytest.mark.parametrize("id_", VIEWS)
def test_no_junction_stands_alone(id_: str) -> None:
    """Viewpoints allow junctions everywhere, so that a view must say which it means."""
    view = gallery().view(id_)
    joined = {end for edge in view.edges for end in (edge.source, edge.target)}
    assert [node.id for node in view.nodes if node.junction and node.id not in joined] == []


def test_every_element_type_occurs_today_and_junctions_of_both_sorts() -> None:
    elements = gallery().sliced.elements.values()
    assert METAMODEL.element_types.keys() - {one.type for one in elements} == set()
    assert {one.attributes["junction"] for one in elements if one.type == "junction"} == {"and", "or"}


def test_every_relationship_type_occurs_with_every_mode_and_several_strengths() -> None:
    relationships = gallery().sliced.relationships.values()
    assert METAMODEL.relationship_types.keys() - {one.type for one in relationships} == set()
    assert {one.attributes.get("mode") for one in relationships if one.type == "access"} == set(ACCESS_MODES)
    assert {one.attributes.get("strength") for one in relationships if one.type == "influence"} == {"-", "+", "++"}
    assert any(one.attributes.get("directed") is True for one in relationships)


def test_every_name_and_description_is_there_in_both_languages() -> None:
    graph = gallery("all").sliced
    texts = {
        (one.id, key): value_of(graph, one, key)
        for one in graph.elements.values()
        if one.type != "junction"
        for key in ("name", "documentation")
    }
    assert [
        where
        for where, text in texts.items()
        if not (isinstance(text, Localized) and {"vi", "en"} <= text.texts.keys())
    ] == []
