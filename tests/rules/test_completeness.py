import unicodedata

import pytest


@pytest.fixture
def named(codes):
    def found(
        one: str, other: str, types: tuple[str, str] = ("goal", "goal"), more: tuple[str, str] = ("", "")
    ) -> list[str]:
        return codes(
            f"elements:\n  a: {{type: {types[0]}, name: {one}, associated-with: b{more[0]}}}\n"
            f"  b: {{type: {types[1]}, name: {other}{more[1]}}}\n"
        )

    return found


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Hòa bình", "Hòa bình"),
        ("Hòa bình", "Hoà Bình"),
        ("Thúy", "thuý"),
        ("ỦY BAN", "Uỷ ban"),
        ("Hòa  bình", "Hòa bình"),
        ("Hòa bình", unicodedata.normalize("NFD", "Hòa bình")),
        ("{en: Peace}", "Peace"),
    ],
)
def test_names_that_people_read_alike_are_the_same(named, one: str, other: str):
    assert [row for row in named(one, other) if not row.startswith("SRC013")] == ["CPL004 3"]


@pytest.mark.parametrize(("one", "other"), [("Hòa", "Hoa"), ("Đất", "Dat"), ("Má", "Mà"), ('""', '""')])
def test_names_of_other_words_are_not(named, one: str, other: str):
    assert [row for row in named(one, other) if row.startswith("CPL004")] == []


def test_one_name_for_two_types_is_no_duplicate(named):
    assert named("A", "A", types=("goal", "outcome")) == []


def test_one_name_for_an_element_of_a_kind_and_one_of_its_base_is_no_duplicate(codes):
    elements = "elements:\n  a: {type: goal, name: A, influences: b}\n  b: {type: aim, name: A}\n"
    assert codes(f"kinds: {{aim: {{base: goal, label: A}}}}\n{elements}") == []


@pytest.mark.parametrize(
    ("first", "second", "duplicate"),
    [
        ("valid: {to: 2020}", "valid: {from: 2021}", False),
        ("valid: {to: 2020-12-31}", "valid: {from: 2020-12-31}", True),
        ("valid: {to: 2020}", "tags: []", True),
    ],
)
def test_the_same_name_at_another_time_is_no_duplicate(named, first: str, second: str, *, duplicate: bool):
    found = named("A", "A", more=(f", {first}", f", {second}"))
    assert ("CPL004 3" in found) == duplicate


def test_a_name_that_changed_is_a_duplicate_only_while_it_holds(named):
    changed = "[{value: A, valid: {to: 2020}}, {value: B, valid: {from: 2021}}]"
    assert named(changed, "A") == ["CPL004 3"]
    assert named(changed, "A", more=("", ", valid: {from: 2021}")) == []


def test_of_many_with_one_name_each_but_the_first_is_reported_once(codes):
    model = "elements:\n" + "".join(
        f"  {x}: {{type: goal, name: A, influences: [{y}]}}\n" for x, y in ("ab", "bc", "ca")
    )
    assert codes(model) == ["CPL004 3", "CPL004 4"]


def test_junctions_need_neither_name_nor_documentation_and_are_no_duplicates(found):
    model = (
        "elements:\n  a: {type: business-process, name: A, documentation: A., triggers: [j, k]}\n"
        "  j: {type: junction, junction: and, triggers: b}\n  k: {type: junction, junction: or, triggers: b}\n"
        "  b: {type: business-process, name: B, documentation: B.}\n"
    )
    assert found({"model.yaml": model}) == []


@pytest.mark.parametrize("type_", ["grouping", "location"])
def test_groupings_and_locations_may_have_no_name(codes, type_: str):
    assert codes(f"elements: {{a: {{type: {type_}}}}}") == []


def test_a_model_of_one_element_has_no_orphan(elements):
    assert elements("a goal") == []
    assert elements("a goal", "b goal influences: c", "c goal") == ["CPL003 2"]


def test_an_element_that_is_related_only_to_a_relationship_is_no_orphan(elements):
    assert elements("a goal associated-with: b--influences--c", "b goal influences: c", "c goal") == []


def test_an_element_whose_only_neighbour_is_gone_on_the_day_is_an_orphan_on_that_day(elements):
    model = ("a goal influences: b", "b goal valid: {to: 2016}", "c goal influences: d", "d goal")
    assert elements(*model) == ["CPL003 2"]
    assert elements(*model, as_of="2016") == []


def test_what_is_not_there_is_not_judged_while_a_file_is_broken(found):
    model = (
        "elements:\n  a: {type: goal, name: A, documentation: A.}\n"
        "  b: {type: junction, junction: and, associated-with: c}\n"
        "  c: {type: goal, name: C, documentation: C.}\n"
    )
    assert [row[0] for row in found({"model.yaml": model})] == ["CPL003", "REL005"]
    assert [row[0] for row in found({"model.yaml": model, "x.yaml": "a: ["})] == ["SRC001"]
