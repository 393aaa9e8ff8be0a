"""The viewpoints that come with eaframe: ArchiMate's 25, and what holds of all of them."""

import csv
from pathlib import Path

import pytest

from eaframe.metamodel.archimate import load_metamodel
from eaframe.resources import resource
from eaframe.sources.files import read_file
from eaframe.sources.limits import Limits
from eaframe.views.viewpoint import Viewpoint, _bundled

SHARED = Path(__file__).parents[2].parent / "shared" / "data" / "archimate"
FOLDER = resource("viewpoints")


def written(path: Path) -> dict[str, dict[str, object]]:
    """The viewpoints of a file as it says them."""
    return read_file(path.name, path.read_bytes(), Limits()).document.data["viewpoints"]


ARCHIMATE = tuple(written(FOLDER / "archimate.yaml"))
ALL = dict(_bundled(FOLDER))


def archimate(name: str) -> Viewpoint:
    assert name in ARCHIMATE
    return ALL[name]


def test_the_25_viewpoints_permit_what_the_reference_data_says():
    if not SHARED.is_dir():
        pytest.skip("the shared data folder is not beside this checkout")
    types = {one.exchange: name for name, one in load_metamodel().element_types.items()}
    with (SHARED / "viewpoints.csv").open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    wanted = {
        row["exchange_name"]: set()
        if row["allowed_elements_expanded"] == "ALL"
        else {types[name] for name in row["allowed_elements_expanded"].split()}
        for row in rows
    }
    assert {archimate(name).shape.name["en"]: set(archimate(name).shape.types) for name in ARCHIMATE} == wanted


def test_each_viewpoint_permits_so_many_types():
    assert {name: len(archimate(name).shape.types) for name in ARCHIMATE} == {
        "organization": 5,
        "business-process-cooperation": 21,
        "product": 25,
        "application-cooperation": 10,
        "application-structure": 4,
        "application-usage": 17,
        "implementation-and-deployment": 17,
        "technology": 14,
        "technology-usage": 19,
        "information-structure": 5,
        "service-realization": 20,
        "physical": 9,
        "stakeholder": 5,
        "goal-realization": 5,
        "requirements-realization": 47,
        "motivation": 10,
        "strategy": 5,
        "capability-map": 3,
        "value-stream": 4,
        "outcome-realization": 42,
        "resource-map": 3,
        "project": 7,
        "migration": 2,
        "implementation-and-migration": 44,
        "layered": 0,
    }


@pytest.mark.parametrize(
    ("name", "types"),
    [
        ("organization", "business-actor business-role business-collaboration business-interface location"),
        ("application-structure", "application-component application-collaboration application-interface data-object"),
        ("information-structure", "business-object representation data-object artifact meaning"),
        ("goal-realization", "goal outcome principle requirement constraint"),
        ("capability-map", "resource capability outcome"),
        ("migration", "plateau gap"),
        (
            "technology",
            """node device system-software technology-collaboration technology-interface path communication-network
            technology-function technology-process technology-interaction technology-event technology-service
            artifact location""",
        ),
        (
            "physical",
            "node device path communication-network equipment facility distribution-network material location",
        ),
        ("layered", ""),
    ],
)
def test_a_viewpoint_permits_these_types_in_the_order_of_the_standard(name, types):
    assert archimate(name).shape.types == tuple(types.split())


def test_the_english_name_is_the_one_of_the_exchange_format_and_makes_the_id():
    assert [name for name in ARCHIMATE if archimate(name).shape.name["en"].lower().replace(" ", "-") != name] == []


def test_only_the_capability_map_is_a_map_and_what_spans_layers_is_grouped_by_them():
    layers = {name: one.layer for name, one in load_metamodel().element_types.items()}
    for name in ARCHIMATE:
        shape = archimate(name).shape
        spanned = {layers[type_] for type_ in shape.types} - {"other"}
        one_layer = len(spanned) == 1 or shape.layout == "map"
        assert shape.layout == ("map" if name == "capability-map" else "layered")
        assert (name, shape.group_by) == (name, "none" if one_layer else "layer")


@pytest.mark.parametrize("name", ALL)
def test_every_viewpoint_speaks_both_languages(name):
    shape = ALL[name].shape
    for text in (shape.name, shape.documentation, shape.stakeholders, shape.concerns):
        assert isinstance(text, dict)
        assert text.keys() == {"vi", "en"}
        assert all(text.values())


@pytest.mark.parametrize("name", ALL)
def test_every_viewpoint_permits_only_types_that_there_are_each_once(name):
    types = ALL[name].shape.types
    assert set(types) <= load_metamodel().element_types.keys()
    assert len(set(types)) == len(types)


def test_all_files_of_the_folder_are_read_and_no_viewpoint_is_defined_twice():
    names = [name for path in sorted(FOLDER.glob("*.yaml")) for name in written(path)]
    assert sorted(names) == sorted(ALL)
