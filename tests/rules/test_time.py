import pytest

A = "application-service"
B = "business-actor"


@pytest.mark.parametrize(
    ("one", "other", "codes_"),
    [
        ("{to: 2018}", "{from: 2018}", []),
        ("{to: 2018-06}", "{from: 2018-06-30}", []),
        ("{to: 2018-06}", "{from: 2018-07-01}", ["TIM001 2"]),
        ("{from: 2019}", "{to: 2018-12-31}", ["TIM001 2"]),
        ("{from: 2018, to: 2018}", "{from: 2018-12, to: 2019}", []),
    ],
)
def test_a_relationship_lives_where_both_ends_do_and_a_day_is_enough(elements, one: str, other: str, codes_: list[str]):
    found = elements(f"a goal valid: {one}, influences: b", f"b goal valid: {other}", as_of="all")
    assert found == codes_


@pytest.mark.parametrize(
    ("own", "codes_"),
    [
        ("{from: 2018}", []),
        ("{from: 2018, to: 2020}", []),
        ("{to: 2020}", []),
        ("{from: 2017-12-31}", ["TIM002 2"]),
        ("{from: 2018, to: 2021}", ["TIM002 2"]),
        ("{from: 2021}", ["TIM001 2"]),
    ],
)
def test_a_relationship_says_no_time_in_which_an_end_is_not_there(elements, own: str, codes_: list[str]):
    found = elements(
        f"a goal valid: {{from: 2018, to: 2020}}, influences: {{to: b, valid: {own}}}", "b goal", as_of="all"
    )
    assert found == codes_


ENDS = "valid: {to: 2016}"


@pytest.mark.parametrize(
    ("lines", "codes_"),
    [
        ((f"a {A} {ENDS}, serves: u", f"u {B}"), ["TIM003 2"]),
        ((f"a {A} {ENDS}, serves: u", f"u {B} {ENDS}"), []),
        ((f"a {A} {ENDS}, serves: u", f"u {B} valid: {{to: 2017}}"), ["TIM003 2"]),
        ((f"a {A} {ENDS}, serves: u", f"b {A} serves: u", f"u {B}"), []),
        ((f"a {A} {ENDS}, serves: u", f"b {A} {ENDS}, serves: u", f"u {B}"), ["TIM003 2", "TIM003 3"]),
        ((f"a {A} {ENDS}, replaced-by: b, serves: u", f"b {A} serves: {{to: u, valid: {{from: 2017}}}}", f"u {B}"), []),
        ((f"a {A} {ENDS}, replaced-by: u, serves: u", f"u {B}"), []),
        ((f"a {A} {ENDS}, serves: {{to: u, {ENDS}}}", f"u {B}"), []),
        (("a application-function accesses: d", f"d data-object {ENDS}"), ["TIM003 2"]),
        ((f"a application-function {ENDS}, accesses: d", "d data-object"), []),
        ((f"a {A} {ENDS}, realizes: r", "r requirement"), ["TIM003 2"]),
        ((f"a {A} {ENDS}, flows-to: u", f"u {A}"), []),
    ],
)
def test_who_depends_on_something_that_ends_needs_another_one(elements, lines, codes_: list[str]):
    assert elements(*lines, as_of="all") == codes_


@pytest.mark.parametrize(
    ("last", "first", "codes_"),
    [
        ("2025-02-28", "2025-03-01", []),
        ("2024-02", "2024-03-01", []),
        ("2024", "2025", []),
        ("2025-02-28", "2025-02-28", []),
        ("2025-02-28", "2020", []),
        ("2025-02-28", "2025-03-02", ["TIM004 2"]),
        ("2024-02-28", "2024-03-01", ["TIM004 2"]),
    ],
)
def test_a_successor_is_there_the_day_after_at_the_latest(elements, last: str, first: str, codes_: list[str]):
    model = (f"a {B} valid: {{to: {last}}}, replaced-by: b", f"b {B} valid: {{from: {first}}}")
    assert elements(*model) == codes_


def test_every_successor_of_a_split_is_judged_by_itself(elements):
    found = elements(
        f"a {B} valid: {{to: 2024}}, replaced-by: [b, c]",
        f"b {B} valid: {{from: 2025}}, associated-with: c",
        f"c {B} valid: {{from: 2026}}",
    )
    assert found == ["TIM004 2"]


@pytest.mark.parametrize(
    ("until", "codes_"), [("2026-11-22", ["TIM006 2"]), ("2026-11-23", []), ("2026-11", []), ("2025", ["TIM006 2"])]
)
def test_an_unknown_is_overdue_the_day_after_it_was_to_be_known(elements, until: str, codes_: list[str]):
    assert elements(f"a node owner: {{unknown: {{by: b, until: {until}}}}}, associated-with: b", f"b {B}") == codes_


def test_unknown_names_documentation_items_and_old_values_are_overdue_too(codes):
    unknown = "{unknown: {by: b, until: 2020}}"
    model = f"""\
kinds: {{system: {{base: node, label: S, attributes: {{ports: {{type: list, of: {{type: integer}}}}}}}}}}
elements:
  a: {{type: system, name: {unknown}, associated-with: b}}
  c: {{type: system, name: C, documentation: {unknown}, associated-with: b}}
  d: {{type: system, name: D, ports: [1, {unknown}], associated-with: b}}
  e: {{type: system, name: E, owner: [{{value: {unknown}, valid: {{to: 2020}}}}], associated-with: b}}
  f: {{type: system, name: F, associated-with: {{to: b, name: {unknown}}}}}
  b: {{type: {B}, name: B}}
"""
    assert codes(model) == [f"TIM006 {line}" for line in (3, 4, 5, 6, 7)]


@pytest.mark.parametrize(
    ("owner", "codes_"),
    [
        ("o", ["TIM007 2"]),
        ("[{value: o, valid: {to: 2024}}, {value: n, valid: {from: 2025}}]", []),
        ("[{value: o, valid: {to: 2025-01-01}}, {value: n, valid: {from: 2025-01-02}}]", ["TIM007 2"]),
        ("[{value: n, valid: {to: 2024}}, {value: o, valid: {from: 2025}}]", ["TIM007 2", "TIM007 2"]),
        ("[{value: o, valid: {to: 2024}}, {value: {unknown: {by: n, until: 2030}}, valid: {from: 2025}}]", []),
    ],
)
def test_an_owner_is_there_in_all_the_time_it_owns(elements, owner: str, codes_: list[str]):
    found = elements(
        f"a node owner: {owner}, associated-with: n",
        f"o {B} valid: {{to: 2024}}, replaced-by: n",
        f"n {B} valid: {{from: 2025}}",
    )
    assert found == codes_


def test_an_owner_is_judged_only_for_the_life_of_what_it_owns(elements):
    model = ("a node valid: {to: 2024}, owner: o", f"o {B} valid: {{to: 2024}}")
    assert elements(*model) == []


def test_a_reference_of_a_kind_is_judged_like_an_owner(codes):
    model = """\
kinds: {system: {base: node, label: S, attributes: {sponsor: {type: reference}}}}
elements:
  a: {type: system, name: A, sponsor: o, associated-with: n}
  o: {type: business-actor, name: O, valid: {to: 2024}, replaced-by: n}
  n: {type: business-actor, name: N}
"""
    assert codes(model) == ["TIM007 3"]


def test_a_plateau_needs_a_date_only_while_it_lives(elements):
    assert elements("a plateau") == ["TIM008 2"]
    assert elements("a plateau date: 2017") == []
    assert elements("a plateau valid: {to: 2016}") == []
