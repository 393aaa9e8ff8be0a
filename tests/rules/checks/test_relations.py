import pytest

KINDS = (
    "kinds: {thing: {base: application-component, attributes: {cost: {type: money}, share: {type: number},"
    " level: {type: integer}, boss: {type: reference}, owners: {type: list, of: {type: reference}}}}}\n"
)


def things(*lines: str) -> str:
    """Elements one a line, the first in line 3."""
    return KINDS + "elements:\n" + "".join(f"  {line}\n" for line in lines)


X = {"id": "x"}
OPEN = "level: {unknown: {by: u, until: 2027}}"


@pytest.mark.parametrize(
    ("check", "rest", "said"),
    [
        ({}, "", "`x` has no `serves` to anything."),
        ({}, "serves: a", ""),
        ({"min": 3}, "serves: [a, b]", "`x` has 2 `serves` to anything; at least 3 are needed."),
        (
            {"max": 1},
            "serves: [a, b]",
            "`x` has 2 `serves` to anything, where at most 1 may be: `a`, `b`.",
        ),
        ({"max": 1}, "", ""),
        ({"min": 1, "max": 1}, "", "`x` has no `serves` to anything."),
        ({"max": 0}, "serves: a", "`x` has 1 `serves` to anything, where at most 0 may be: `a`."),
        (
            {"min": 2, "aggregate": "count-distinct", "of": "level"},
            "serves: [a, c]",
            "`x` has 1 different `level` over `serves` to anything; at least 2 are needed.",
        ),
        (
            {"max": 1, "of": "level"},
            "serves: [a, b]",
            "`x` has 2 different `level` over `serves` to anything, where at most 1 may be: `a`, `b`.",
        ),
        ({"min": 2, "aggregate": "count"}, "serves: [a, {to: a, id: second}]", ""),
        ({"min": 2}, "serves: [a, {to: a, id: second}]", "`x` has 1 `serves` to anything; at least 2 are needed."),
        ({"aggregate": "sum", "of": "share", "max": 0.3}, "serves: [a, b, c]", ""),  # 0.1 and 0.1 and 0.1
        (
            {"aggregate": "sum", "of": "share", "max": 0.25},
            "serves: [a, b, c]",
            "The sum of `share` over `serves` of `x` is 0.3; at most 0.25 may be.",
        ),
        (
            {"aggregate": "sum", "of": "cost", "max": 1},
            "serves: [a, b]",
            "The sum of `cost` over `serves` of `x` is 3000000000; at most 1 may be.",
        ),
        (
            {"aggregate": "sum", "of": "cost", "min": 4000000000},
            "serves: [a, b]",
            "The sum of `cost` over `serves` of `x` is 3000000000; at least 4000000000 is needed.",
        ),
        (
            {"aggregate": "sum", "of": "share", "max": -0.1},
            "",
            "The sum of `share` over `serves` of `x` is 0; at most -0.1 may be.",
        ),
        ({"aggregate": "sum", "of": "level", "max": 5}, "serves: n", ""),  # under the bound, however far
        (
            {"per": "level", "max": 1},
            "serves: [a, b, c]",
            "`x` has 2 `serves` to anything with `level` 1, where at most 1 may be: `a`, `c`.",
        ),
        ({"per": "level", "min": 2}, "", ""),  # there is no group
    ],
)
def test_related_counts_what_is_one_step_away(ask, check, rest, said):
    model = things(
        f"x: {{type: thing{', ' if rest else ''}{rest}}}",
        "a: {type: thing, share: 0.1, cost: 1000000000 VND, level: 1}",
        "b: {type: thing, share: 0.1, cost: 2000000000 VND, level: 2}",
        "c: {type: thing, share: 0.1, level: 1}",
        "n: {type: thing, level: -7}",
    )
    answer = ask(X, {"related": {"via": "serves"}, **check}, model)
    assert answer.said == ([f"model 3:3 x: {said}"] if said else [])
    assert answer.undecided == 0


def test_a_message_may_say_every_place_of_related(ask):
    text = "{id} {name} {verb} {what} {number} {expected} {others}"
    model = things("x: {type: thing, name: The X, serves: [a, b]}", "a: {type: thing}", "b: {type: thing}")
    check = {"related": {"via": "serves", "to": {"type": "thing"}}, "max": 1}
    assert ask(X, check, model, {"message": text}).said == [
        "model 3:3 x: x The X `serves` `{type: thing}` 2 1 `a`, `b`"
    ]


@pytest.mark.parametrize(
    ("check", "rest"),
    [
        ({}, "serves: u1"),  # it may be there
        ({"max": 0}, "serves: u1"),
        ({"min": 2}, "serves: [a, u1]"),
        ({"max": 1}, "serves: [a, u1]"),
        ({"min": 2, "of": "cost"}, "serves: [a, a2]"),
        ({"aggregate": "sum", "of": "cost", "min": 1}, "serves: [a, a2]"),  # a2 has no cost
        ({"aggregate": "sum", "of": "cost", "min": 1}, "serves: [a, a3]"),  # another currency
        ({"per": "boss", "max": 9}, "serves: a"),
    ],
)
def test_related_is_undecided_where_what_is_not_known_matters(ask, check, rest):
    model = things(
        f"x: {{type: thing, {rest}}}",
        "a: {type: thing, level: 1, cost: 1 VND}",
        "a2: {type: thing, level: 1}",
        "a3: {type: thing, level: 1, cost: 1 USD}",
        f"u1: {{type: thing, {OPEN}}}",
        "u: {type: business-actor}",
    )
    answer = ask(X, {"related": {"via": "serves", "to": {"where": {"level": "1"}}}, **check}, model)
    assert (answer.said, answer.undecided) == ([], 1)


@pytest.mark.parametrize(
    ("check", "rest"),
    [
        ({}, "serves: [a, u1]"),
        ({"max": 2}, "serves: [a, u1]"),
        ({"min": 3}, "serves: [a, u1]"),
        ({"max": 0}, "serves: [a, u1]"),
    ],
)
def test_related_is_decided_where_it_does_not_matter(ask, check, rest):
    model = things(
        f"x: {{type: thing, {rest}}}",
        "a: {type: thing, level: 1}",
        f"u1: {{type: thing, {OPEN}}}",
        "u: {type: business-actor}",
    )
    answer = ask(X, {"related": {"via": "serves", "to": {"where": {"level": "1"}}}, **check}, model)
    assert answer.undecided == 0


SUM = {"related": {"via": "serves"}, "aggregate": "sum"}


@pytest.mark.parametrize(
    ("check", "rest", "said"),
    [
        ({**SUM, "of": "share", "max": {"attribute": "level"}}, "level: 1, serves: [a, b]", ""),
        (
            {**SUM, "of": "share", "max": {"attribute": "level"}},
            "level: 1, serves: [a, b, c]",
            "The sum of `share` over `serves` of `x` is 1.1; at most 1 may be.",
        ),
        (
            {**SUM, "of": "cost", "max": {"attribute": "cost"}},
            "cost: 2 VND, serves: [a, b]",
            "The sum of `cost` over `serves` of `x` is 3; at most 2 may be.",
        ),
        (
            {"related": {"via": "serves"}, "min": {"attribute": "level"}},
            "level: 2, serves: a",
            "`x` has 1 `serves` to anything; at least 2 are needed.",
        ),
        ({"related": {"via": "serves"}, "max": {"attribute": "level"}}, "level: 0", ""),
    ],
)
def test_a_bound_may_be_an_attribute_of_the_subject(ask, check, rest, said):
    model = things(
        f"x: {{type: thing, {rest}}}",
        "a: {type: thing, share: 0.5, cost: 1 VND}",
        "b: {type: thing, share: 0.5, cost: 2 VND}",
        "c: {type: thing, share: 0.1}",
    )
    answer = ask(X, check, model)
    assert answer.said == ([f"model 3:3 x: {said}"] if said else [])
    assert answer.undecided == 0


@pytest.mark.parametrize("rest", ["", OPEN, "level: {not-applicable: none}", "cost: 5 USD"])
def test_related_is_undecided_where_its_bound_is_not_known_or_in_another_currency(ask, rest):
    name = "cost" if "cost" in rest else "level"
    model = things(
        f"x: {{type: thing, serves: a{', ' if rest else ''}{rest}}}",
        "a: {type: thing, cost: 9 VND}",
        "u: {type: business-actor}",
    )
    answer = ask(X, {**SUM, "of": "cost", "max": {"attribute": name}}, model)
    assert (answer.said, answer.undecided) == ([], 1)


def test_related_asks_the_relationship_too_and_goes_either_way(ask):
    model = things("x: {type: thing, flows-to: {to: y, name: N}}", "y: {type: thing}")
    check = {"related": {"via": "flows-to", "where-relationship": {"name": "N"}}}
    assert ask({"type": "thing"}, check, model).said == ["model 4:3 y: `y` has no `flows-to` to anything."]
    assert ask(X, {"related": {"via": "flows-to", "where-relationship": {"name": "M"}}}, model).said != []
    back = {"related": {"via": "flows-to", "inverse": "true"}}
    (said,) = ask({"type": "thing"}, back, model).said
    assert said == "model 3:3 x: `x` has no `flows-to` (from the other side) to anything."
    assert ask({"type": "thing"}, {"related": {}}, model).said == []


@pytest.mark.parametrize(
    ("kind", "via", "ends"),
    [
        ("associated-with", "near", "a x"),  # association has no direction, and neither has a kind of it
        ("associated-with", "associated-with", "a x"),
        ("serves", "near", "a"),
        ("serves", "serves", "a"),
        ("serves", "served-by", "x"),
    ],
)
def test_a_step_may_be_named_by_a_kind_of_relationship(ask, kind, via, ends):
    model = (
        f"kinds: {{near: {{base: {kind}}}, far: {{base: {kind}}}}}\n"
        "elements:\n  x: {type: node}\n  a: {type: node}\n"
        f"relationships:\n  - {{from: a, {kind}: x, kind: near}}\n"
    )
    answer = ask({"type": "node"}, {"unrelated": {"via": via}}, model)
    assert " ".join(sorted(one.split()[2].rstrip(":") for one in answer.said)) == ends
    assert ask({"type": "node"}, {"unrelated": {"via": "far"}}, model).said == []


def test_unrelated_finds_each_relationship_where_it_is_written(ask):
    model = things(
        "x: {type: thing, serves: [a, b]}", "a: {type: thing, level: 1}", "b: {type: thing, level: 1, serves: x}"
    )
    answer = ask(X, {"unrelated": {"via": ["serves", "served-by"], "to": {"where": {"level": "1"}}}}, model)
    assert answer.said == [
        "model 3:29 x: `x` serves `a`, which must not be.",
        "model 3:32 x: `x` serves `b`, which must not be.",
        "model 5:38 x: `x` served-by `b`, which must not be.",
    ]
    assert answer.details == ["x--serves--a", "x--serves--b", "b--serves--x"]
    answer = ask(X, {"unrelated": {"via": "serves"}}, model, {"message": "{id}, {name}, {verb}, {other}"})
    assert [one.split(": ", 1)[1] for one in answer.said] == ["x, x, serves, a", "x, x, serves, b"]


def test_unrelated_is_undecided_where_something_may_be_it(ask):
    model = things("x: {type: thing, serves: [a]}", "a: {type: thing}")
    answer = ask(X, {"unrelated": {"via": "serves", "to": {"where": {"level": "1"}}}}, model)
    assert (answer.said, answer.undecided) == ([], 1)
    assert ask(X, {"unrelated": {"via": "served-by"}}, model).undecided == 0


def test_separate_finds_what_two_sides_share(ask):
    units = ["u: {type: business-actor}", "v: {type: business-actor}"]
    check = {"separate": [{"attribute": "owner"}, {"attribute": "boss"}, {"via": "served-by"}]}
    model = things("x: {type: thing, owner: u, boss: u, served-by: a}", "a: {type: thing}", *units)
    answer = ask(X, check, model)
    assert answer.said == ["model 3:27 x: `owner` and `boss` of `x` are both `u`."]
    assert answer.undecided == 0
    model = things(
        "x: {type: thing, boss: a, owner: v, served-by: [a, b]}", "a: {type: thing}", "b: {type: thing}", *units
    )
    assert ask(X, check, model).said == ["model 3:26 x: `boss` and `served-by` of `x` are both `a`."]
    model = things("x: {type: thing, boss: b, owner: v, served-by: a}", "a: {type: thing}", "b: {type: thing}", *units)
    answer = ask(X, check, model, {"message": "{first} {second} {value}"})
    assert (answer.said, answer.undecided) == ([], 0)


def test_separate_reads_lists_and_leaves_open_what_is_not_known(ask):
    units = ["u: {type: business-actor}", "v: {type: business-actor}"]
    check = {"separate": [{"attribute": "owner"}, {"attribute": "owners"}]}
    (said,) = ask(X, check, things("x: {type: thing, owner: u, owners: [v, u]}", *units), {"message": "{value}"}).said
    assert said.endswith(": u")
    for rest in ("owner: u", "owners: [u]", "owner: {not-applicable: none}, owners: [u]"):
        answer = ask(X, check, things(f"x: {{type: thing, {rest}}}", *units))
        assert (answer.said, answer.undecided) == ([], 1)
