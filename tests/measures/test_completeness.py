"""How complete a model is: what is asked, what it weighs, and that every cut of the total adds up to it."""

from dataclasses import replace
from fractions import Fraction
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eaframe.graph import Graph
from eaframe.measures.completeness import BY, Row, Sum, measure, rows, total, worst
from eaframe.measures.criteria import Yardstick
from eaframe.metamodel.values import NotApplicable, Unknown
from eaframe.model.load import load_model

SYSTEM = """\
kinds:
  system:
    base: application-component
    label: System
    attributes:
      level: {type: integer, obligation: mandatory}
      vendor: {type: text, obligation: recommended}
      contract: {type: text, obligation: conditional}
      remark: {type: text}
"""
FULL = "name: P, documentation: D., owner: u, evidence: [{grade: modelled}], serves: u"
UNIT = "  u: {type: business-actor, name: U, documentation: D., evidence: [{grade: modelled}]}\n"


def measured(model, day=20261123):
    """All elements of a model by their ids, on a day or (None) of all times."""
    cut = model if day is None else model.at(day)
    return {one.id: one for one in measure(Graph(cut), Yardstick(model))}


def portal(model_of, keys, day=20261123, kinds=SYSTEM, type_="system"):
    """The one element `p`, measured."""
    return measured(model_of(f"{kinds}elements:\n  p: {{type: {type_}, {keys}}}\n{UNIT}"), day)["p"]


def told(one):
    """What is asked of an element, as rows."""
    return [(asked.key, asked.weight, asked.has) for asked in one.asked]


def test_nothing_is_there_of_an_element_without_anything(model_of):
    assert told(portal(model_of, "tags: x")) == [
        ("name", 3, "missing"),
        ("documentation", 2, "missing"),
        ("owner", 2, "missing"),
        ("evidence", 2, "missing"),
        ("relationship", 2, "missing"),
        ("level", 3, "missing"),
        ("vendor", 2, "missing"),
    ]


def test_what_is_there_counts_with_its_weight(model_of):
    found = portal(model_of, f"{FULL}, level: 0, contract: C, remark: R")
    assert told(found) == [
        ("name", 3, "there"),
        ("documentation", 2, "there"),
        ("owner", 2, "there"),
        ("evidence", 2, "there"),
        ("relationship", 2, "there"),
        ("level", 3, "there"),
        ("vendor", 2, "missing"),
        ("contract", 1, "there"),
    ]
    assert (found.sum, found.sum.share) == (Sum(1, 17, 15, 1, 0), Fraction(15, 17))


@pytest.mark.parametrize(
    ("value", "asked"),
    [
        ("3", [("level", 3, "there")]),
        ("{not-applicable: No system.}", [("level", 3, "there")]),
        ("{unknown: {by: u, until: 2027-01-31}}", [("level", 3, "tracked")]),
        ("[{value: 3, valid: {to: 2020}}]", [("level", 3, "missing")]),
        ("[{value: 3, valid: {to: 2020}}, {value: 4, valid: {from: 2021}}]", [("level", 3, "there")]),
        (
            "[{value: 3, valid: {to: 2020}}, {value: {unknown: {by: u, until: 2027}}, valid: {from: 2021}}]",
            [("level", 3, "tracked")],
        ),
    ],
)
def test_a_value_counts_by_what_holds_on_the_day(model_of, value, asked):
    assert [one for one in told(portal(model_of, f"{FULL}, level: {value}")) if one[0] == "level"] == asked


def test_of_all_times_the_latest_value_counts(model_of):
    found = portal(model_of, f"{FULL}, level: [{{value: 3, valid: {{to: 2020}}}}]", day=None)
    assert ("level", 3, "there") in told(found)


@pytest.mark.parametrize(
    ("contract", "asked"),
    [
        ("", []),
        (", contract: C", [("contract", 1, "there")]),
        (", contract: {not-applicable: Own work.}", [("contract", 1, "there")]),
        (", contract: {unknown: {by: u, until: 2027}}", [("contract", 0, "tracked")]),
    ],
)
def test_what_is_conditional_never_lowers_a_score(model_of, contract, asked):
    assert [one for one in told(portal(model_of, FULL + contract)) if one[0] == "contract"] == asked


def test_what_is_tracked_says_who_finds_it_out_even_where_it_weighs_nothing(model_of):
    found = portal(model_of, f"{FULL}, remark: {{unknown: {{by: u, until: 2027-01-31}}}}")
    (tracked,) = (one for one in found.lacks if one.has == "tracked")
    assert (tracked.key, tracked.weight, tracked.unknown) == ("remark", 0, Unknown("u", 20270131, "2027-01-31"))
    assert (found.sum.missing, found.sum.tracked) == (2, 1)


@pytest.mark.parametrize("name", ['""', '"  "', '{vi: "", en: " "}'])
def test_an_empty_text_is_no_value(model_of, name):
    assert ("name", 3, "missing") in told(portal(model_of, f"name: {name}"))


def test_a_default_is_a_value(model_of):
    kinds = "kinds:\n  system: {base: node, label: S, attributes: {x: {type: text, required: true, default: d}}}\n"
    assert ("x", 3, "there") in told(portal(model_of, FULL, kinds=kinds))


def test_an_attribute_is_asked_only_while_it_is_valid(model_of):
    kinds = (
        "kinds:\n  system: {base: node, label: S, attributes: {x: {type: text, required: true, valid: {from: 2020}}}}\n"
    )
    keys = [[one[0] for one in told(portal(model_of, "name: P", day, kinds))] for day in (20191231, 20200101, None)]
    core = ["name", "documentation", "owner", "evidence", "relationship"]
    assert keys == [core, [*core, "x"], [*core, "x"]]


@pytest.mark.parametrize("type_", ["business-actor", "business-role", "goal", "principle", "plateau", "business-event"])
def test_no_owner_is_asked_of_what_owns_or_only_explains(model_of, type_):
    found = portal(model_of, "name: P", kinds="", type_=type_)
    assert [asked.key for asked in found.asked] == ["name", "documentation", "evidence", "relationship"]
    assert found.owner == ("not-applicable", "")


def test_a_relationship_in_either_direction_counts_while_it_lives(model_of):
    model = model_of(
        "elements:\n  a: {type: node, serves: b}\n  b: {type: node}\n"
        "  c: {type: node, valid: {from: 2030}, serves: d}\n  d: {type: node}\n"
    )
    lacking = {
        day: sorted(one.id for one in measured(model, day).values() if "relationship" in [x.key for x in one.lacks])
        for day in (20261123, 20300101, None)
    }
    assert lacking == {20261123: ["d"], 20300101: [], None: []}


def test_a_workspace_sets_the_weights_of_all_and_of_types(model_of):
    model = model_of(
        {
            "eaframe.yaml": "name: T\nnamespace: t\ncompleteness:\n  weights: {name: 1, optional: 1}\n"
            "  types:\n    application-component: {owner: 9, evidence: 0}\n    system: {owner: 5, vendor: 7}\n"
            "    goal: {owner: 1}\n",
            "a.yaml": f"{SYSTEM}elements:\n  p: {{type: system}}\n  q: {{type: application-component}}\n"
            "  g: {type: goal}\n",
        }
    )
    found = measured(model)
    weights = {id_: {asked.key: asked.weight for asked in found[id_].asked} for id_ in "pqg"}
    assert weights == {
        "p": {
            "name": 1,
            "documentation": 2,
            "owner": 5,
            "relationship": 2,
            "level": 3,
            "vendor": 7,
            "remark": 1,
        },
        "q": {"name": 1, "documentation": 2, "owner": 9, "relationship": 2},
        "g": {"name": 1, "documentation": 2, "owner": 1, "evidence": 2, "relationship": 2},
    }


def test_libraries_and_junctions_are_not_counted(model_of):
    model = model_of(
        {
            "lib/eaframe.yaml": "name: L\nnamespace: lib\n",
            "lib/a.yaml": "elements: {theirs: {type: node}}\n",
            "eaframe.yaml": "name: T\nnamespace: t\nimports: [./lib]\n",
            "a.yaml": "elements:\n  mine: {type: node, serves: 'lib:theirs'}\n  j: {type: junction, junction: and}\n",
        }
    )
    assert sorted(measured(model)) == ["mine"]


def test_an_element_of_a_type_that_there_is_not_is_asked_for_what_every_one_is(model_of):
    asked = told(portal(model_of, "name: P", type_="systm"))
    assert [key for key, _, _ in asked] == ["name", "documentation", "owner", "evidence", "relationship"]


def test_what_is_wrong_is_missing_as_what_is_not_there(model_of):
    found = portal(model_of, f"{FULL}, level: high", kinds=SYSTEM.replace("integer,", "integer, required: true,"))
    assert ("level", 3, "missing") in told(found)


def test_a_kind_of_a_library_is_measured_by_what_the_workspace_sets_for_its_short_name(model_of):
    model = model_of(
        {
            "lib/eaframe.yaml": "name: L\nnamespace: lib\n",
            "lib/a.yaml": SYSTEM,
            "eaframe.yaml": "name: T\nnamespace: t\nimports: [./lib]\n"
            "completeness: {types: {system: {level: 8}, 'lib:system': {vendor: 4}}}\n",
            "a.yaml": "elements: {p: {type: system}}\n",
        }
    )
    weights = {asked.key: asked.weight for asked in measured(model)["p"].asked}
    assert (weights["level"], weights["vendor"]) == (8, 4)


THREE = f"""\
{SYSTEM}elements:
  portal: {{type: system, name: P, owner: [{{value: u, valid: {{to: 2020}}}}, {{value: w, valid: {{from: 2021}}}}]}}
  register: {{type: system, name: R, owner: {{unknown: {{by: u, until: 2027}}}}, serves: portal}}
  mill: {{type: node, name: M, owner: {{not-applicable: A ruin.}}}}
  host: {{type: node, name: H}}
  w: {{type: business-actor, name: W}}
{UNIT}"""


def test_the_rows_of_owners_tell_why_nobody_is_named(model_of):
    found = measured(model_of(THREE)).values()
    assert [(row.state, row.key, row.sum.elements) for row in rows(found, "owner")] == [
        ("missing", "", 1),
        ("unknown", "", 1),
        ("known", "w", 1),
        ("not-applicable", "", 3),
    ]
    earlier = measured(model_of(THREE), 20200101).values()
    assert [row.key for row in rows(earlier, "owner") if row.state == "known"] == ["u"]


def test_rows_stand_with_the_least_complete_first(model_of):
    found = measured(model_of(THREE)).values()
    assert rows(found, "attribute") == (
        Row("level", Sum(2, 6, 0, 2, 0)),
        Row("vendor", Sum(2, 4, 0, 2, 0)),
        Row("documentation", Sum(6, 12, 2, 5, 0)),
        Row("evidence", Sum(6, 12, 2, 5, 0)),
        Row("relationship", Sum(6, 12, 4, 4, 0)),
        Row("owner", Sum(4, 8, 4, 1, 1)),
        Row("name", Sum(6, 18, 18, 0, 0)),
    )
    assert [row.key for row in rows(found, "kind")] == ["node", "system", "business-actor"]
    assert [row.key for row in rows(found, "layer")] == ["technology", "application", "business"]


def test_the_work_list_begins_with_what_lacks_most(model_of):
    assert [one.id for one in worst(measured(model_of(THREE)).values())] == [
        "host",
        "register",
        "w",
        "portal",
        "mill",
        "u",
    ]


def test_kinds_and_weights_of_today_measure_the_past(model_of):
    past = model_of("kinds:\n  system: {base: node, label: S}\nelements:\n  p: {type: system, name: P}\n")
    now = model_of(
        {
            "eaframe.yaml": "name: T\nnamespace: t\ncompleteness: {weights: {name: 9}}\n",
            "a.yaml": "kinds:\n  system: {base: node, label: S, attributes: {x: {type: text, required: true}}}\n"
            "elements:\n  p: {type: system, name: P}\n",
        }
    )
    (then,), (today,) = (measure(Graph(model), Yardstick(now)) for model in (past, now))
    assert then == today
    assert ("x", 3, "missing") in told(then)


def test_a_kind_that_moved_into_a_library_is_the_same_kind(model_of):
    past = model_of(f"{SYSTEM.replace('vendor', 'seller')}elements:\n  p: {{type: system, name: P}}\n")
    now = model_of(
        {
            "lib/eaframe.yaml": "name: L\nnamespace: lib\n",
            "lib/a.yaml": SYSTEM,
            "eaframe.yaml": "name: T\nnamespace: t\nimports: [./lib]\n",
            "a.yaml": "elements:\n  p: {type: system, name: P}\n",
        }
    )
    (then,), (today,) = (measure(Graph(model), Yardstick(now)) for model in (past, now))
    assert then == today
    assert today.type == "lib:system"


def test_a_kind_of_another_base_is_another_kind(model_of):
    past = model_of(f"{SYSTEM}elements:\n  p: {{type: system, name: P}}\n")
    now = model_of("kinds:\n  system: {base: node, label: S}\nelements: {p: {type: system}}")
    (then,) = measure(Graph(past), Yardstick(now))
    assert ("level", 3, "missing") in told(then)


def test_a_kind_that_is_gone_is_measured_as_it_was(model_of):
    past = model_of(f"{SYSTEM}elements:\n  p: {{type: system, name: P}}\n")
    now = model_of("elements: {p: {type: node}}")
    (then,) = measure(Graph(past), Yardstick(now))
    assert ("level", 3, "missing") in told(then)


# Laws, on models made of one that holds all sorts of values.

VALUES = [None, "x", Unknown("u", 20270131, "2027"), NotApplicable("No.")]
KEYS = ["level", "vendor", "contract", "remark", "owner"]
FILLED = {"x": 1, "owner": "u"}


@pytest.fixture(scope="module")
def systems(tmp_path_factory):
    folder = tmp_path_factory.mktemp("systems")
    (folder / "eaframe.yaml").write_text("name: S\nnamespace: s\n")
    lines = "".join(f"  s{number}: {{type: system, name: S{number}}}\n" for number in range(4))
    (folder / "a.yaml").write_text(f"{SYSTEM}elements:\n{lines}{UNIT}")
    return load_model(folder).model


attributes = st.dictionaries(st.sampled_from(KEYS), st.sampled_from(VALUES[1:]))
filled = st.lists(attributes, min_size=4, max_size=4)


def with_values(model, values):
    """The model with these attributes of its systems."""
    elements = dict(model.elements)
    for number, given_ in enumerate(values):
        attributes = {key: "u" if (key, value) == ("owner", "x") else value for key, value in given_.items()}
        elements[f"s{number}"] = replace(elements[f"s{number}"], attributes=attributes)
    return replace(model, elements=elements)


def of(model):
    return measure(Graph(model), Yardstick(model))


@given(values=filled)
def test_every_cut_adds_up_to_the_total(systems, values):
    found = of(with_values(systems, values))
    whole = total(found)
    assert whole.share is not None
    assert 0 <= whole.share <= 1
    for by in BY:
        parts = [row.sum for row in rows(found, by)]
        assert (
            sum(part.weight for part in parts),
            sum(part.filled for part in parts),
            sum(part.missing for part in parts),
            sum(part.tracked for part in parts),
        ) == (whole.weight, whole.filled, whole.missing, whole.tracked)
        assert sum((part.share or 0) * part.weight for part in parts) == whole.share * whole.weight
        assert all(part.share is None or 0 <= part.share <= 1 for part in parts)


@given(values=filled, number=st.integers(0, 3), key=st.sampled_from(KEYS), value=st.sampled_from(VALUES[1:]))
def test_to_add_a_value_never_lowers_the_total(systems, values, number, key, value):
    less = [{name: one for name, one in each.items() if (at, name) != (number, key)} for at, each in enumerate(values)]
    more = [each | ({key: value} if at == number else {}) for at, each in enumerate(less)]
    before, after = (total(of(with_values(systems, each))).share for each in (less, more))
    assert before is not None
    assert after is not None
    assert after >= before


@given(values=filled, seed=st.integers())
def test_the_order_of_elements_changes_nothing(systems, values, seed):
    model = with_values(systems, values)
    shuffled = list(model.elements.items())
    Random(seed).shuffle(shuffled)
    other = of(replace(model, elements=dict(shuffled)))
    found = of(model)
    assert [rows(other, by) for by in BY] == [rows(found, by) for by in BY]
    assert worst(other) == worst(found)
