import pytest

from eaframe.metamodel.archimate import load_metamodel

TWO = """
elements:
  a: {type: node, name: A, documentation: A.}
  b: {type: node, name: B, documentation: B.}
"""
VERBS = sorted({*load_metamodel().verbs})


def said(load, line: str) -> list[tuple[str, str, str, str]]:
    """Id, type, source and target of each relationship, where the element `a` says ``line``."""
    model = load(TWO.replace("documentation: A.", f"documentation: A., {line}")).model
    return [(one.id, one.type, one.source, one.target) for one in model.relationships.values()]


def test_the_verbs_and_their_inverses_are_twenty_one_words():
    # Association reads the same from both ends, so its verb is its own inverse.
    assert len(VERBS) == 2 * 11 - 1


@pytest.mark.parametrize("word", VERBS)
def test_every_verb_and_every_inverse_gives_the_same_relationship_from_either_end(load, word: str):
    type_, inverse = load_metamodel().verbs[word]
    source, target = ("b", "a") if inverse else ("a", "b")
    assert said(load, f"{word}: b") == [(f"{source}--{type_.verb}--{target}", type_.name, source, target)]


@pytest.mark.parametrize("value", ["b", "[b]", "{to: b}", "[{to: b}]"])
def test_a_target_is_an_id_or_a_mapping_and_may_stand_in_a_list(load, value: str):
    assert said(load, f"flows-to: {value}") == [("a--flows-to--b", "flow", "a", "b")]


@pytest.mark.parametrize("entry", ["{from: a, flows-to: b}", "{from: b, flows-from: a}"])
def test_under_relationships_nobody_owns_the_line_and_the_verbs_are_the_same(load, entry: str):
    model = load(f"{TWO}relationships: [{entry}]").model
    assert [(one.id, one.type, one.source, one.target, one.path) for one in model.relationships.values()] == [
        ("a--flows-to--b", "flow", "a", "b", ("relationships", 0))
    ]


def test_a_relationship_carries_a_name_documentation_tags_validity_evidence_and_visibility(load):
    found = load(
        TWO.replace(
            "documentation: A.",
            "documentation: A., flows-to: {to: b, name: Hồ sơ, documentation: Mọi hồ sơ., tags: [x], "
            "valid: {from: 2018}, evidence: {grade: K}, visibility: public}",
        )
    ).model.relationships["a--flows-to--b"]
    assert (found.name, found.documentation, found.tags, found.valid.first, found.visibility) == (
        "Hồ sơ",
        "Mọi hồ sơ.",
        ("x",),
        20180101,
        "public",
    )
    assert [(one.ref, one.grade) for one in found.evidence] == [("", "K")]


@pytest.mark.parametrize(
    ("line", "key", "value"),
    [
        ("accesses: {to: b, mode: readwrite}", "mode", "readwrite"),
        ("influences: {to: b, strength: ++}", "strength", "++"),
        ("associated-with: {to: b, directed: true}", "directed", True),
    ],
)
def test_access_influence_and_association_have_an_attribute_of_their_own(load, line: str, key: str, value: object):
    model = load(TWO.replace("documentation: A.", f"documentation: A., {line}")).model
    assert [dict(one.attributes) for one in model.relationships.values()] == [{key: value}]


def test_two_of_the_same_ends_and_verb_live_side_by_side_when_one_has_an_id(load, found):
    files = TWO.replace("documentation: A.", "documentation: A., associated-with: [b, {to: b, id: second}]")
    assert found({"model.yaml": files}) == []
    assert list(load(files).model.relationships) == ["a--associated-with--b", "second"]


def test_an_association_said_from_the_other_end_with_an_id_is_another_one(load):
    files = TWO.replace("documentation: A.", "documentation: A., associated-with: b").replace(
        "documentation: B.", "documentation: B., associated-with: {to: a, id: back}"
    )
    assert list(load(files).model.relationships) == ["a--associated-with--b", "back"]


GOAL = "  goal: {{type: goal, name: G, documentation: G., associated-with: {}}}\n"


@pytest.mark.parametrize(("said_as", "id_"), [("b", "a--composed-of--b"), ("{to: b, id: whole}", "whole")])
def test_a_relationship_may_end_on_a_relationship_by_its_id_or_by_its_ends(load, found, said_as: str, id_: str):
    files = TWO.replace("documentation: A.", f"documentation: A., composed-of: {said_as}") + GOAL.format(id_)
    assert found({"model.yaml": files}) == []
    one = load(files).model.relationships[f"goal--associated-with--{id_}"]
    assert (one.source, one.target) == ("goal", id_)


def test_a_relationship_on_a_relationship_may_be_the_end_of_a_third(load, found):
    files = (
        TWO.replace("documentation: A.", "documentation: A., composed-of: b")
        + GOAL.format("a--composed-of--b")
        + "  other: {type: goal, name: O, documentation: O., "
        + "associated-with: goal--associated-with--a--composed-of--b}\n"
    )
    assert found({"model.yaml": files}) == []
    assert len(load(files).model.relationships) == 3


def test_what_ends_on_a_relationship_that_leads_nowhere_goes_with_it(load, found):
    files = TWO.replace("documentation: A.", "documentation: A., composed-of: [b, c]") + GOAL.format(
        "[a--composed-of--c, b]"
    )
    assert found({"model.yaml": files}) == [
        ("MOD004", "error", "model.yaml", 3, 64),
        ("MOD004", "error", "model.yaml", 5, 68),
    ]
    assert list(load(files).model.relationships) == ["a--composed-of--b", "goal--associated-with--b"]


def test_relationships_that_end_on_each_other_in_a_circle_of_three_are_one_error(load, found):
    files = "".join(
        f"  {one}: {{type: goal, name: {one}, documentation: X., associated-with: [{{to: r{end}, id: r{one}}}]}}\n"
        for one, end in (("a", "b"), ("b", "c"), ("c", "a"))
    )
    assert found({"model.yaml": f"elements:\n{files}"}) == [("MOD025", "error", "model.yaml", 2, 65)]
    assert load(f"elements:\n{files}").model.relationships == {}


def test_a_chain_of_a_thousand_relationships_on_relationships_is_read_and_lives_without_recursion(load):
    chain = "".join(
        f"  g{n}: {{type: goal, name: G{n}, documentation: X., associated-with: {{to: {end}, id: r{n}}}}}\n"
        for n, end in ((n, f"r{n - 1}" if n else "a") for n in range(1000))
    )
    files = f"elements:\n  a: {{type: goal, name: A, documentation: A., valid: {{to: 2017}}}}\n{chain}"
    model = load(files).model
    assert model.life(model.relationships["r999"]).last == 20171231
    assert len(model.at(20170101).relationships) == 1000
    assert len(model.at(20180101).relationships) == 0


def test_two_different_things_with_one_id_are_one_error_whatever_they_are(found):
    files = TWO.replace("documentation: A.", "documentation: A., composed-of: {to: b, id: b}")
    assert found({"model.yaml": files}) == [("MOD003", "error", "model.yaml", 3, 72)]


def test_an_id_of_a_relationship_may_not_be_longer_than_one_of_an_element(found):
    files = TWO.replace("documentation: A.", f"documentation: A., composed-of: {{to: b, id: {'x' * 64}}}")
    assert found({"model.yaml": files}) == [("MOD002", "error", "model.yaml", 3, 72)]


def test_both_ends_of_an_entry_that_do_not_exist_are_reported(found):
    files = TWO.replace("documentation: A.", "documentation: A., composed-of: b")
    assert found({"model.yaml": f"{files}relationships:\n- {{from: x, serves: y}}\n"}) == [
        ("MOD004", "error", "model.yaml", 6, 10),
        ("MOD004", "error", "model.yaml", 6, 21),
    ]
