import pytest

KINDS = (
    "kinds: {thing: {base: node, attributes: {level: {type: integer}, code: {type: text}, most: {type: integer},"
    " words: {type: list, of: {type: text}}}}}\n"
)
NOT_KNOWN = ["", "level: {unknown: {by: u, until: 2027}}", "level: {not-applicable: none}"]


def thing(rest: str, *more: str) -> str:
    lines = [f"  x: {{type: thing{', ' if rest else ''}{rest}}}", *more]
    return KINDS + "elements:\n" + "".join(f"{line}\n" for line in lines) + "  u: {type: business-actor}\n"


ALL = {"type": "thing"}


def test_required_finds_what_is_missing_or_blank(ask):
    answer = ask(ALL, {"required": ["level", "code"]}, thing("code: ' '"))
    assert answer.said == [
        "model 3:3 x: `x` has no `level`.",
        "model 3:26 x: `x` has no `code`.",
    ]
    assert answer.details == ["level", "code"]
    assert answer.undecided == 0


@pytest.mark.parametrize("rest", ["level: 0", *NOT_KNOWN[1:]])
def test_required_is_content_with_a_reason_why_there_is_no_value(ask, rest):
    answer = ask(ALL, {"required": "level"}, thing(rest))
    assert (answer.said, answer.undecided) == ([], 0)


CHECKS = [
    {"allowed": "level", "values": ["1", "2"]},
    {"matches": "level", "pattern": "[12]"},
    {"attribute": "level", "max": "2"},
]
SAID = [
    "`level` of `x` is `3`; it must be one of `1`, `2`.",
    "`level` of `x` is not of the form `[12]`: 3",
    "`level` of `x` is `3`; it must be at most `2`.",
]


@pytest.mark.parametrize(("check", "said"), list(zip(CHECKS, SAID, strict=True)))
def test_a_value_that_does_not_compare_is_found_where_it_stands(ask, check, said):
    answer = ask(ALL, check, thing("level: 3"))
    assert answer.said == [f"model 3:27 x: {said}"]
    answer = ask(ALL, check, thing("level: 2"))
    assert (answer.said, answer.undecided) == ([], 0)


@pytest.mark.parametrize("check", CHECKS)
@pytest.mark.parametrize("rest", NOT_KNOWN)
def test_a_value_that_is_not_known_is_undecided(ask, check, rest):
    answer = ask(ALL, check, thing(rest))
    assert (answer.said, answer.undecided) == ([], 1)


def test_of_a_list_every_item_must_compare(ask):
    answer = ask(ALL, {"allowed": "words", "values": ["a", "b"]}, thing("words: [a, c]"))
    assert answer.said == ["model 3:20 x: `words` of `x` is `a, c`; it must be one of `a`, `b`."]
    answer = ask(ALL, {"matches": "words", "pattern": "[ab]"}, thing("words: [a, c]"))
    assert answer.said == ["model 3:20 x: `words` of `x` is not of the form `[ab]`: a, c"]


def test_a_text_is_of_the_form_in_each_of_its_languages(ask):
    model = thing("code: {vi: A1, en: B}")
    assert len(ask(ALL, {"matches": "code", "pattern": "[A-Z][0-9]"}, model).said) == 1
    assert ask(ALL, {"matches": "code", "pattern": "[A-Z][0-9]?"}, model).said == []


@pytest.mark.parametrize(
    ("check", "rest", "said"),
    [
        ({"min": {"attribute": "most"}}, "most: 4, level: 3", "must be at least `4`, its `most`"),
        ({"equals": "4"}, "level: 3", "must be `4`"),
        ({"in": {"attribute": "most"}}, "most: 4, level: 3", "must be one of `4`, its `most`"),
        ({"starts-with": "4"}, "level: 3", "must start with `4`"),
        ({"contains": "4"}, "level: 3", "must contain `4`"),
        ({"is": ["missing", "unknown"]}, "level: 3", "must be missing | unknown"),
    ],
)
def test_what_a_value_must_be_is_said_with_where_that_comes_from(ask, check, rest, said):
    (found,) = ask(ALL, {"attribute": "level", **check}, thing(rest)).said
    assert found.endswith(f"`level` of `x` is `3`; it {said}.")


@pytest.mark.parametrize("rest", ["most: 4", "level: 3", "level: 3, most: {not-applicable: none}"])
def test_a_comparison_is_undecided_on_either_side(ask, rest):
    answer = ask(ALL, {"attribute": "level", "min": {"attribute": "most"}}, thing(rest))
    assert (answer.said, answer.undecided) == ([], 1)


def test_is_asks_for_the_state_itself_and_always_decides(ask):
    for rest, said in zip(NOT_KNOWN, ["missing", "not known yet", "not applicable"], strict=True):
        answer = ask(ALL, {"attribute": "level", "is": "known"}, thing(rest))
        assert [one.split(": ", 1)[1] for one in answer.said] == [f"`level` of `x` is {said}; it must be known."]
        assert answer.undecided == 0


def test_what_is_one_step_away_is_named_and_each_is_a_finding_of_its_own(ask):
    check = {"attribute": "level", "min": {"attribute": "level", "via": "serves"}}
    near = ["  a: {type: thing, level: 5}", "  b: {type: thing, level: 1}"]
    answer = ask({"id": "x"}, check, thing("level: 3, serves: [a, b]", *near))
    assert answer.said == ["model 3:27 x: `level` of `x` is `3`; it must be at least `5`, the `level` of `a`."]
    assert answer.details == ["level/min/a"]
    answer = ask({"id": "x"}, check, thing("level: 3"))
    assert (answer.said, answer.undecided) == ([], 0)  # nothing to compare with
    answer = ask({"id": "x"}, check, thing("serves: [a, b]", *near))
    assert (answer.said, answer.undecided) == ([], 1)


def test_a_date_that_is_too_old_says_so(ask):
    model = "kinds: {thing: {base: node, attributes: {seen: {type: date}}}}\nelements: {x: {type: thing, seen: 2025}}\n"
    (said,) = ask(ALL, {"attribute": "seen", "max-age": "P6M"}, model).said
    assert said.endswith("`seen` of `x` is `2025`; it must not be older than 6 months.")
    (said,) = ask(ALL, {"attribute": "seen", "min": {"as-of": "-P6M"}}, model).said
    assert said.endswith("`seen` of `x` is `2025`; it must be at least `2026-05-23`.")


DERIVED = """\
kinds:
  system:
    base: application-component
    attributes: {level: {type: integer}}
    derived:
      need:
        max-of:
          - {when: {related: {via: realizes, to: {type: business-service}}}, value: 3}
          - {along: composed-of, attribute: need}
elements:
  a: {type: system, level: 1, composed-of: b}
  b:
    type: system
    realizes: s
  s: {type: business-service}
"""


def test_a_derived_value_is_proved_step_by_step(ask):
    answer = ask({"id": "a"}, {"attribute": "level", "min": {"attribute": "need"}}, DERIVED)
    assert answer.said == ["model 11:28 a: `level` of `a` is `1`; it must be at least `3`, its `need`."]
    assert answer.notes == [
        [
            "model 11: `a` has `need` 3, as it composed-of `b`",
            "model 14: `b` has `need` 3, as it realizes `s`",
        ]
    ]


def test_a_derived_value_that_is_checked_itself_is_found_at_its_element(ask):
    answer = ask({"id": "b"}, {"attribute": "need", "max": "2"}, DERIVED)
    assert answer.said == ["model 12:3 b: `need` of `b` is `3`; it must be at most `2`."]


def test_a_long_proof_is_cut_but_names_where_it_begins(ask):
    chain = "".join(f"  e{n:02}: {{type: system, level: 1, composed-of: e{n + 1:02}}}\n" for n in range(20))
    model = (
        DERIVED[: DERIVED.index("  a:")] + chain + "  e20: {type: system, realizes: s}\n  s: {type: business-service}\n"
    )
    answer = ask({"id": "e00"}, {"attribute": "level", "min": {"attribute": "need"}}, model)
    assert [len(notes) for notes in answer.notes] == [6]
    assert answer.notes[0][-1] == "model 31: `e05` has `need` 3 over 16 more steps that begin at `e20`"


def test_the_way_that_a_term_asks_for_is_told_step_by_step_and_a_long_one_is_cut(ask):
    reaches = "{reaches: {via: [realizes], to: {tag: x}}}"
    head = DERIVED[: DERIVED.index("  a:")].replace("{related: {via: realizes, to: {type: business-service}}}", reaches)
    check = {"attribute": "level", "min": {"attribute": "need"}}
    few = "  a: {type: system, level: 1, realizes: s}\n  s: {type: business-service, realizes: t}\n"
    answer = ask({"id": "a"}, check, f"{head}{few}  t: {{type: business-service, tags: [x]}}\n")
    assert answer.notes == [
        ["model 11: `a` has `need` 3, as it realizes `s`", "model 12: there `s` realizes `t`"],
    ]
    chain = "".join(f"  s{n:02}: {{type: business-service, realizes: s{n + 1:02}}}\n" for n in range(20))
    many = f"  a: {{type: system, level: 1, realizes: s00}}\n{chain}  s20: {{type: business-service, tags: [x]}}\n"
    answer = ask({"id": "a"}, check, head + many)
    assert [len(notes) for notes in answer.notes] == [6]
    assert answer.notes[0][-2:] == [
        "model 15: there `s03` realizes `s04`",
        "model 32: `s04` leads to `s20` over 16 more steps",
    ]


def test_a_text_may_have_to_begin_with_that_of_a_neighbour_or_to_contain_it(ask):
    attributes = "kinds: {thing: {base: node, attributes: {code: {type: text}}}}\nelements:\n"
    model = attributes + (
        "  a: {type: thing, code: H26, composed-of: [b, c, d]}\n  b: {type: thing, code: H26.1}\n"
        "  c: {type: thing, code: G26.1}\n  d: {type: thing, code: x.H26}\n  e: {type: thing, code: Z}\n"
    )
    of_whole = {"attribute": "code", "via": "part-of"}
    assert ask(ALL, {"attribute": "code", "starts-with": of_whole}, model).said == [
        "model 5:26 c: `code` of `c` is `G26.1`; it must start with `H26`, the `code` of `a`.",
        "model 6:26 d: `code` of `d` is `x.H26`; it must start with `H26`, the `code` of `a`.",
    ]
    assert ask(ALL, {"attribute": "code", "contains": of_whole}, model).said == [
        "model 5:26 c: `code` of `c` is `G26.1`; it must contain `H26`, the `code` of `a`.",
    ]


@pytest.mark.parametrize("operator", ["starts-with", "contains"])
def test_a_name_that_nothing_has_is_found_where_a_text_is_compared_with_it(found, operator):
    check = f"{{attribute: name, {operator}: {{attribute: nowhere}}}}"
    files = {
        "eaframe.yaml": "eaframe: 1\nname: T\nnamespace: test\ncode-prefixes: [TEST]\n",
        "model.yaml": f"rules: [{{code: TEST001, name: wrong, summary: S., hint: H., check: {check}}}]\n",
    }
    assert [row[0] for row in found(files)] == ["SEL005"]


def test_views_and_the_workspace_can_be_asked_for_their_values(ask):
    model = thing("level: 1") + "views:\n  small:\n    name: Small\n    include: [{type: thing}]\n"
    answer = ask({"view": {}}, {"attribute": "size", "min": "2"}, model)
    assert answer.said == ["model 6:3 small: `size` of `small` is `1`; it must be at least `2`."]
    answer = ask("workspace", {"required": ["version", "data-cut-off"]}, model)
    assert answer.said == [
        "eaframe 1:1 test: `test` has no `data-cut-off`.",
        "eaframe 1:1 test: `test` has no `version`.",
    ]
    answer = ask("workspace", {"attribute": "elements", "max": {"attribute": "views"}}, model)
    assert answer.said == ["eaframe 1:1 test: `elements` of `test` is `2`; it must be at most `1`, its `views`."]
    assert ask("workspace", {"attribute": "views", "max": {"attribute": "version"}}, model).undecided == 1


HISTORY = """\
version: "{version}"
history:
  - {{version: "1.1", date: 2026-03, content: Changed.}}
  - {{version: "1.0", date: 2025-06-30, content: Written.}}
"""
GOAL = "elements: {a: {type: goal, name: A}}\n"


def test_the_history_of_the_workspace_holds_its_version_and_is_not_old(ask):
    recorded = {"attribute": "history-versions", "contains": {"attribute": "version"}}
    assert ask("workspace", recorded, GOAL, settings=HISTORY.format(version="1.0")).said == []
    assert ask("workspace", recorded, GOAL, settings=HISTORY.format(version="1")).said == [
        "eaframe 7:1 test: `history-versions` of `test` is `1.1, 1.0`; it must contain `1`, its `version`."
    ]
    reviewed = {"attribute": "last-reviewed", "max-age": "P12M"}
    assert ask("workspace", reviewed, GOAL, settings=HISTORY.format(version="1")).said == []
    (late,) = ask("workspace", reviewed, GOAL, settings=HISTORY.format(version="1"), today=20270401).said
    assert late.endswith("`last-reviewed` of `test` is `2026-03`; it must not be older than 12 months.")


def test_without_a_history_there_is_nothing_to_compare(ask):
    assert ask("workspace", {"attribute": "last-reviewed", "max-age": "P12M"}, GOAL).undecided == 1
    recorded = {"attribute": "history-versions", "contains": {"attribute": "version"}}
    assert ask("workspace", recorded, GOAL, settings='version: "1"\n').undecided == 1
    assert len(ask("workspace", {"required": "history-versions"}, GOAL).said) == 1


def test_a_list_must_contain_all_of_another_one(ask):
    kinds = "kinds:\n  thing:\n    base: node\n    label: Thing\n    attributes:\n"
    kinds += "".join(f"      {name}: {{type: list, of: {{type: text}}, label: L}}\n" for name in ("has", "needs"))
    model = (
        kinds
        + "elements:\n  x: {type: thing, has: [a, b, c], needs: [a, c]}\n  y: {type: thing, has: [a], needs: [a, c]}\n"
    )
    (found,) = ask({"type": "thing"}, {"attribute": "has", "contains": {"attribute": "needs"}}, model).said
    assert found.endswith("y: `has` of `y` is `a`; it must contain `a`, `c`, its `needs`.")


VIEWS = """\
views:
  first: {name: First, code: SĐ-T-01, tags: [mandatory, target]}
  second: {name: Second, code: SĐ-T-02, tags: target}
  third: {name: Third}
"""


@pytest.mark.parametrize(
    ("selector", "expected"),
    [
        ({}, "first second third"),
        ({"code": "SĐ-T-01"}, "first"),
        ({"code": ["SĐ-T-02", "SĐ-T-03"]}, "second"),
        ({"tag": "target"}, "first second"),
        ({"tag": ["mandatory", "lost"]}, "first"),
        ({"tag": "target", "code": "SĐ-T-02", "viewpoint": "layered"}, "second"),
        ({"code": "SĐ-T-03"}, ""),
    ],
)
def test_views_are_selected_by_code_and_tag(ask, selector, expected):
    found = ask({"view": selector}, {"count": {"max": 0}}, thing("level: 1") + VIEWS).said
    assert [one.split(": ")[0].split(" ")[-1] for one in found] == expected.split()


def test_a_view_can_be_asked_for_its_code_and_tags(ask):
    assert ask({"view": {}}, {"required": ["code", "tags"]}, thing("level: 1") + VIEWS).said == [
        "model 8:3 third: `third` has no `code`.",
        "model 8:3 third: `third` has no `tags`.",
    ]
    assert ask({"view": {}}, {"attribute": "tags", "contains": "mandatory"}, thing("level: 1") + VIEWS).undecided == 1


def test_a_view_that_is_not_there_is_missed(ask):
    (found,) = ask({"view": {"code": "SĐ-T-03"}}, {"count": {"min": 1}}, thing("level: 1") + VIEWS).said
    assert "There are 0 of what this rule selects" in found


def test_relationships_can_be_asked_for_theirs(ask):
    model = thing("serves: [{to: y, name: N}, {to: z}]", "  y: {type: thing}", "  z: {type: thing}")
    answer = ask({"relationship": "serves"}, {"required": "name"}, model)
    assert [one.split(": ", 1)[1] for one in answer.said] == ["`x--serves--z` has no `name`."]
    answer = ask({"relationship": "serves"}, {"attribute": "from", "equals": {"attribute": "to"}}, model)
    assert len(answer.said) == 2


def test_a_rule_says_it_in_its_own_words_with_every_place_filled(ask):
    message = {"en": "{id}|{name}|{attribute}|{value}|{expected}|{0}|{id.__class__}|{{id}}", "vi": "{value}"}
    answer = ask(ALL, {"attribute": "level", "max": "2"}, thing("level: 3, name: '{attribute}'"), {"message": message})
    assert answer.said == ["model 3:27 x: x|{attribute}|level|3|`2`|{0}|{id.__class__}|{x}"]


@pytest.mark.parametrize(
    ("type_", "said"),
    [
        (None, ["model 3:35 x: `code` of `x` is `A`; it must be `B`, the `code` of `b`."]),
        ("thing", []),
        (["thing", "other"], ["model 3:35 x: `code` of `x` is `A`; it must be `B`, the `code` of `b`."]),
    ],
)
def test_what_is_a_step_away_may_be_compared_with_only_where_it_is_of_a_type(ask, type_, said):
    model = (
        "kinds: {thing: {base: node, attributes: {code: {type: text}}}, below: {base: thing}, "
        "other: {base: node, attributes: {code: {type: text}}}}\n"
        "elements:\n"
        "  x: {type: thing, name: X, code: A, serves: [a, b]}\n"
        "  a: {type: below, name: A, code: A}\n"
        "  b: {type: other, name: B, code: B}\n"
    )
    step = {"attribute": "code", "via": "serves"} | ({"type": type_} if type_ else {})
    answer = ask({"id": "x"}, {"attribute": "code", "equals": step}, model)
    assert (answer.said, answer.undecided) == (said, 0)
