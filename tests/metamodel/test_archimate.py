import pytest

from eaframe.metamodel.archimate import (
    DATA,
    Metamodel,
    UnknownMetamodelError,
    available_versions,
    load_metamodel,
    read_rows,
)
from eaframe.metamodel.vocabulary import JUNCTION, RELATIONSHIP


def test_a_version_is_a_folder_of_data():
    assert available_versions() == ("archimate-3.2",)


def test_a_version_is_loaded_once():
    assert load_metamodel("archimate-3.2") is load_metamodel("archimate-3.2")


@pytest.mark.parametrize("version", ["archimate-9", "", ".", "../data/archimate-3.2", "archimate-3.2/"])
def test_an_unknown_version_is_refused_by_name(version: str):
    with pytest.raises(UnknownMetamodelError) as caught:
        load_metamodel(version)
    assert caught.value.args == (version,)


def test_there_are_sixty_element_types_and_the_junction(metamodel: Metamodel):
    assert len(metamodel.element_types) == 61
    assert list(metamodel.element_types)[-1] == JUNCTION


def test_element_types_count_by_layer_as_in_the_standard(metamodel: Metamodel):
    layers = [element.layer for element in metamodel.element_types.values()]
    assert {layer: layers.count(layer) for layer in layers} == {
        "strategy": 4,
        "business": 13,
        "application": 9,
        "technology": 13,
        "physical": 4,
        "motivation": 10,
        "implementation": 5,
        "other": 3,
    }


def test_an_element_type_says_all_about_itself(metamodel: Metamodel):
    component = metamodel.element_types["application-component"]
    assert (component.name, component.layer, component.aspect, component.role) == (
        "application-component",
        "application",
        "active-structure",
        "internal",
    )
    assert dict(component.label) == {"en": "Application component", "vi": "Thành phần ứng dụng"}
    assert (component.exchange, component.archimate_4) == ("ApplicationComponent", "kept")


def test_a_relationship_type_says_all_about_itself(metamodel: Metamodel):
    serving = metamodel.relationship_types["serving"]
    assert (serving.name, serving.verb, serving.inverse, serving.letter) == ("serving", "serves", "served-by", "v")
    assert (serving.category, serving.strength, serving.exchange) == ("dependency", 4, "Serving")
    assert dict(serving.label) == {"en": "Serving", "vi": "Phục vụ"}


def test_relationship_types_are_ranked_as_in_the_standard(metamodel: Metamodel):
    assert [(t.name, t.letter, t.category, t.strength) for t in metamodel.relationship_types.values()] == [
        ("composition", "c", "structural", 8),
        ("aggregation", "g", "structural", 7),
        ("assignment", "i", "structural", 6),
        ("realization", "r", "structural", 5),
        ("serving", "v", "dependency", 4),
        ("access", "a", "dependency", 3),
        ("influence", "n", "dependency", 2),
        ("association", "o", "dependency", 1),
        ("triggering", "t", "dynamic", 0),
        ("flow", "f", "dynamic", 0),
        ("specialization", "s", "other", 0),
    ]


def test_every_verb_and_inverse_leads_back_to_its_relationship(metamodel: Metamodel):
    assert {word: (t.name, inverse) for word, (t, inverse) in metamodel.verbs.items()} == {
        "composed-of": ("composition", False),
        "part-of": ("composition", True),
        "aggregates": ("aggregation", False),
        "aggregated-by": ("aggregation", True),
        "assigned-to": ("assignment", False),
        "performed-by": ("assignment", True),
        "realizes": ("realization", False),
        "realized-by": ("realization", True),
        "serves": ("serving", False),
        "served-by": ("serving", True),
        "accesses": ("access", False),
        "accessed-by": ("access", True),
        "influences": ("influence", False),
        "influenced-by": ("influence", True),
        "associated-with": ("association", False),
        "triggers": ("triggering", False),
        "triggered-by": ("triggering", True),
        "flows-to": ("flow", False),
        "flows-from": ("flow", True),
        "specializes": ("specialization", False),
        "specialized-by": ("specialization", True),
    }


@pytest.mark.parametrize("language", ["en", "vi"])
def test_every_type_has_a_name_of_its_own_in_each_language(metamodel: Metamodel, language: str):
    for types in (metamodel.element_types, metamodel.relationship_types):
        names = [a_type.label[language] for a_type in types.values()]
        assert all(names)
        assert len(set(names)) == len(names)


def test_exchange_names_are_the_names_in_camel_case(metamodel: Metamodel):
    for types in (metamodel.element_types, metamodel.relationship_types):
        assert {a_type.exchange: name for name, a_type in types.items()} == {
            name.title().replace("-", ""): name for name in types
        }


def test_what_is_permitted_comes_strongest_first(metamodel: Metamodel):
    assert metamodel.permitted("application-component", "application-interface") == (
        "composition",
        "aggregation",
        "realization",
        "serving",
        "association",
        "triggering",
        "flow",
    )


def test_targets_and_sources_come_in_the_order_of_the_standard(metamodel: Metamodel):
    assert metamodel.targets("data-object", "specialization") == ("data-object", "grouping")
    assert metamodel.targets("business-object", "realization")[:2] == ("resource", "capability")
    assert metamodel.sources("access", "deliverable") == (
        "work-package",
        "implementation-event",
        "plateau",
        "grouping",
    )
    assert metamodel.sources("composition", RELATIONSHIP) == ("plateau", "location", "grouping")


def test_unknown_names_are_allowed_nothing(metamodel: Metamodel):
    assert metamodel.permission("no-such-type", "association", "node") == ""
    assert metamodel.permission("node", "no-such-relationship", "node") == ""
    assert metamodel.permitted("node", "no-such-type") == ()
    assert metamodel.targets("no-such-type", "association") == ()


def test_the_junction_is_left_to_its_own_procedure(metamodel: Metamodel):
    assert not any(JUNCTION in ends for ends in metamodel.cells)
    assert metamodel.permission("business-process", "triggering", JUNCTION) == ""


def test_the_cached_metamodel_cannot_be_changed_by_a_reader(metamodel: Metamodel):
    with pytest.raises(TypeError):
        metamodel.element_types["mine"] = metamodel.element_types["node"]  # type: ignore[index]


@pytest.mark.parametrize("name", sorted(path.name for path in (DATA / "archimate-3.2").glob("*.csv")))
def test_data_files_are_plain_enough_to_be_split_at_commas(name: str):
    text = (DATA / "archimate-3.2" / name).read_bytes().decode("utf-8")
    rows = read_rows("archimate-3.2", name)
    assert text.endswith("\n")
    assert not set('"\r\ufeff') & set(text)
    assert {len(row) for row in rows} == {len(text.partition("\n")[0].split(","))}
    assert all(cell == cell.strip() for row in rows for cell in row)


def test_the_table_is_sorted_and_has_no_row_twice():
    ends = [(source, target) for source, target, *_ in read_rows("archimate-3.2", "table.csv")]
    assert ends == sorted(set(ends))
