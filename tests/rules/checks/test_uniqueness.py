import pytest

KINDS = "kinds: {thing: {base: node, attributes: {code: {type: text}, level: {type: integer}}}}\n"


def things(*lines: str) -> str:
    return KINDS + "elements:\n" + "".join(f"  {line}\n" for line in lines)


ALL = {"type": "thing"}


def test_unique_reports_each_beside_the_first_of_its_group(ask):
    model = things(
        "a: {type: thing, code: X}",
        "b: {type: thing, code: X}",
        "c: {type: thing, code: X}",
        "d: {type: thing, code: Y}",
    )
    answer = ask(ALL, {"unique": "code"}, model)
    assert answer.said == [
        "model 4:26 b: `b` has the same `code` as `a`: X",
        "model 5:26 c: `c` has the same `code` as `a`: X",
    ]
    assert answer.notes == [["model 3: the other one"]] * 2
    assert answer.details == ["X", "X"]  # whoever is the first of the group
    (said, _) = ask(ALL, {"unique": "code"}, model, {"message": "{id} {name} {attribute} {other} {value}"}).said
    assert said == "model 4:26 b: b b `code` a X"


def test_unique_takes_several_values_together_and_each_group_by_itself(ask):
    model = things(
        "a: {type: thing, code: X, level: 1}",
        "b: {type: thing, code: X, level: 2}",
        "c: {type: thing, code: X, level: 1}",
    )
    assert [one.split(" ", 2)[2] for one in ask(ALL, {"unique": ["code", "level"]}, model).said] == [
        "c: `c` has the same `code`, `level` as `a`: X, 1"
    ]
    assert len(ask(ALL, {"unique": "code", "per": "level"}, model).said) == 1


def test_unique_compares_nobody_whose_value_is_not_known(ask):
    model = things("a: {type: thing}", "b: {type: thing, code: {not-applicable: none}}", "c: {type: thing, code: ' '}")
    answer = ask(ALL, {"unique": "code"}, model)
    assert (answer.said, answer.undecided) == ([], 3)


def test_relationships_are_unique_by_their_own_values(ask):
    model = things(
        "a: {type: thing, flows-to: [{to: b, name: N}, {to: c, name: N}]}", "b: {type: thing}", "c: {type: thing}"
    )
    assert len(ask({"relationship": "flows-to"}, {"unique": "name", "per": "from"}, model).said) == 1
    assert ask({"relationship": "flows-to"}, {"unique": "name", "per": "to"}, model).said == []


@pytest.mark.parametrize(
    ("check", "said"),
    [
        ({"count": {"min": "3"}}, ["eaframe 1:1 test: There are 2 of what this rule selects; at least 3 are needed."]),
        ({"count": {"min": "2", "max": "2"}}, []),
        ({"count": {"max": "1"}}, ["model 4:3 b: `b` is one of 2 where at most 1 may be; the others are `a`."]),
        ({"count": {"max": "0"}}, [
            "model 3:3 a: `a` is what this rule forbids.", "model 4:3 b: `b` is what this rule forbids.",
        ]),
        ({"count": {"min": "2"}, "per": "level"}, [
            "eaframe 1:1 test: There are 1 with `level` 1; at least 2 are needed.",
            "eaframe 1:1 test: There are 1 with `level` 2; at least 2 are needed.",
        ]),
    ],
)  # fmt: skip
def test_count_counts_what_is_selected(ask, check, said):
    answer = ask(ALL, check, things("a: {type: thing, level: 1}", "b: {type: thing, level: 2}"))
    assert (answer.said, answer.undecided) == (said, 0)


def test_count_does_not_blame_what_those_could_be_of_whom_nobody_knows(ask):
    model = things("a: {type: thing, level: 1}", "b: {type: thing}", "c: {type: thing}")
    answer = ask(ALL, {"count": {"min": "2"}, "per": "level"}, model)
    assert (answer.said, answer.undecided) == ([], 2)
    answer = ask(ALL, {"count": {"min": "4"}, "per": "level"}, model)
    assert (len(answer.said), answer.undecided) == (1, 2)
    answer = ask({"where": {"level": "1"}}, {"count": {"min": "3"}}, model)
    assert (answer.said, answer.undecided) == ([], 2)
    answer = ask({"where": {"level": "2"}}, {"count": {"min": "3"}}, model)
    assert (len(answer.said), answer.undecided) == (1, 2)


@pytest.mark.parametrize(
    ("select", "per"), [({"view": {}}, "viewpoint"), ({"relationship": "any"}, "from"), ("workspace", "version")]
)
def test_count_can_be_asked_of_anything(ask, select, per):
    model = (
        things("a: {type: thing, serves: b}", "b: {type: thing}") + "views: {v: {name: V, include: [{type: thing}]}}\n"
    )
    answer = ask(select, {"count": {"max": "0"}, "per": per}, model)
    assert len(answer.said) + answer.undecided == 1


def test_count_fills_every_place_of_a_message(ask):
    model = things("a: {type: thing, level: 1}", "b: {type: thing, level: 1}")
    for count in ({"max": "0"}, {"max": "1"}, {"min": "3"}):
        answer = ask(
            ALL, {"count": count, "per": "level"}, model, {"message": "{id} {name} {number} {expected} {value}"}
        )
        assert [one for one in answer.said if "{" in one] == []
        assert answer.said[0].endswith(" 1")


HISTORY = "code: [{value: %s, valid: {to: 2019}}, {value: %s, valid: {from: 2020}}]"


@pytest.mark.parametrize(
    "check",
    [
        {"unique": "code"},
        {"count": {"max": "1"}, "per": "code"},
        {"related": {"via": "serves"}, "of": "code", "max": 0},
    ],
)
def test_a_value_that_changed_is_not_known_in_a_model_of_all_times(ask, check):
    model = things(
        f"a: {{type: thing, serves: b, {HISTORY % ('X', 'Y')}}}", f"b: {{type: thing, {HISTORY % ('Z', 'Y')}}}"
    )
    select = ALL if "related" not in check else {"id": "a"}
    answer = ask(select, check, model, as_of="all")
    assert (answer.said, answer.undecided > 0) == ([], True)
    assert len(ask(select, check, model, as_of="2021").said) == 1
