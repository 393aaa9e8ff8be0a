"""Checklists as files say them: their form, the rules they name, and as words of `--select`."""

import pytest

import eaframe
from eaframe.rules.choice import Choice

GOALS = "elements:\n  a: {type: goal, name: A, influences: b}\n  b: {type: goal, name: B, documentation: The B.}\n"
RULES = """\
rules:
  - {code: TEST001, name: no-owner, tags: [law, unit], summary: S., hint: H., select: {type: goal},
     check: {required: owner}}
  - {code: TEST002, name: no-tag, summary: S., hint: H., tags: [law], select: {type: goal}, check: {required: tags}}
"""


def checklist(*items: str, id_: str = "before-issue", more: str = "") -> str:
    lines = "".join(f"      - {{id: {item}}}\n" for item in items)
    return f"checklists:\n  {id_}:\n    name: Before issue\n{more}    items:\n{lines}"


@pytest.fixture
def load(workspace):
    def loaded(*files: str, **more: str):
        texts = {f"{number}.yaml": text for number, text in enumerate(files)} | {"model.yaml": GOALS}
        return eaframe.load(workspace(texts | {f"{name}.yaml": text for name, text in more.items()}), today=20261123)

    return loaded


@pytest.fixture
def said(load):
    """The findings on checklists in words, with their lines."""

    def findings(*files: str, **more: str) -> list[str]:
        return [
            f"{one.location.line}:{one.location.column} {one.finding.code} {one.finding.message} {one.finding.hint}"
            for one in load(*files, **more).findings
            if one.finding.code[:3] in {"CHK", "MOD", "SRC"}
        ]

    return findings


@pytest.mark.parametrize("word", ["TEST001", "TEST", "no-owner", "law", "MOD004", "CPL", "missing-name"])
def test_an_item_names_rules_as_select_does(said, word):
    assert said(RULES, checklist(f"x, name: X, rules: {word}")) == []


@pytest.mark.parametrize(
    ("rules", "expected"),
    [
        ("TEST003", "5:33 CHK001 No code, prefix, rule or tag is called `TEST003`. Did you mean"),
        ("[law, lawe]", "5:39 CHK001 No code, prefix, rule or tag is called `lawe`. Did you mean `law`?"),
        ("cpl001", "5:33 CHK001 No code, prefix, rule or tag is called `cpl001`. Did you mean `CPL001`"),
        ("BRK001", "5:33 CHK001 No code, prefix, rule or tag is called `BRK001`."),  # that takes two revisions
        ("{}", "5:33 SRC104 "),
    ],
)
def test_a_word_that_names_nothing_is_found_where_it_stands(said, rules, expected):
    (found,) = said(RULES, checklist(f"x, name: X, rules: {rules}"))
    assert found.startswith(expected.split("SRC")[0])


def test_what_a_broken_rule_is_called_is_not_unknown(said):
    broken = RULES.replace("{required: tags}", "{requird: tags}").replace("tags: [law]", "tags: [rare]")
    assert said(broken, checklist("x, name: X, rules: [TEST002, rare, no-tag]")) == []


def test_an_item_asks_rules_or_a_person(said):
    (found,) = said(checklist("x, name: X"))
    assert "`x` must be an item with `rules` that answer for it, or with `by-hand`, what a person must look at" in found


def test_two_items_of_one_id_are_found(said):
    items = ("x, name: X, by-hand: Look.", "y, name: Y, by-hand: Look.", "x, name: Z, by-hand: Look.")
    (found,) = said(checklist(*items))
    assert found.startswith("7:14 MOD003 The id `x` is taken already.")


def test_a_list_without_items_asks_nothing(said):
    (found,) = said("checklists:\n  before-issue: {name: Before issue, items: []}\n")
    assert "a list of at least 1" in found


def test_while_a_file_is_broken_nobody_knows_what_it_defines(said):
    assert not any("CHK001" in one for one in said(checklist("x, name: X, rules: lost"), broken="elements: [\n"))


@pytest.fixture
def codes(load):
    def found(select: str, *files: str) -> str:
        judgement = load(*files).judge(Choice(tuple(select.split())))
        return " ".join(sorted({one.code for one in judgement.findings}))

    return found


LIST = checklist(
    "owned, name: Owned, rules: [unit]", "said, name: Said, rules: [CPL002, no-tag]", "read, name: R, by-hand: Read."
)


@pytest.mark.parametrize(
    ("select", "expected"),
    [
        ("before-issue", "CPL002 TEST001 TEST002"),
        ("before-issue.owned", "TEST001"),
        ("before-issue.said", "CPL002 TEST002"),
        ("before-issue.said unit", "CPL002 TEST001 TEST002"),
        ("before-issue.read", ""),
    ],
)
def test_a_checklist_and_its_items_are_words_of_select(codes, select, expected):
    assert codes(select, RULES, LIST) == expected


def test_a_misspelt_item_is_refused_with_what_was_meant(codes):
    with pytest.raises(ValueError, match=r"did you mean `before-issue\.owned`"):
        codes("before-issue.ownd", RULES, LIST)


def test_a_wrong_word_is_told_whatever_is_selected(codes):
    assert codes("CPL002", checklist("x, name: X, rules: lost")) == "CHK001 CPL002"


LIBRARY = {
    "eaframe.yaml": "eaframe: 1\nname: T\nnamespace: test\ncode-prefixes: [TEST]\nimports: [./law, ./other]\n",
    "law/eaframe.yaml": "eaframe: 1\nname: L\nnamespace: law\ncode-prefixes: [LAW]\n",
    "other/eaframe.yaml": "eaframe: 1\nname: O\nnamespace: other\n",
    "law/list.yaml": checklist("named, name: Named, rules: CPL002", id_="pre-issue"),
    "model.yaml": GOALS,
}


@pytest.mark.parametrize("word", ["pre-issue", "law:pre-issue", "pre-issue.named", "law:pre-issue.named"])
def test_a_checklist_of_a_library_judges_the_workspace(workspace, word):
    loaded = eaframe.load(workspace(LIBRARY), today=20261123)
    assert [one.id for one in loaded.checklists[0]] == ["law:pre-issue"]
    assert {one.code for one in loaded.judge(Choice((word,))).findings} == {"CPL002"}


def test_the_short_name_is_that_of_the_own_one_and_else_of_the_only_one(workspace):
    twice = {"other/list.yaml": LIBRARY["law/list.yaml"]}
    of_both = eaframe.load(workspace(LIBRARY | twice), today=20261123).checklists[0]
    assert [one.words for one in of_both] == [("law:pre-issue",), ("other:pre-issue",)]
    own = {"own.yaml": LIBRARY["law/list.yaml"]}
    all_three = eaframe.load(workspace(LIBRARY | twice | own), today=20261123).checklists[0]
    assert [one.words for one in all_three] == [("pre-issue",), ("law:pre-issue",), ("other:pre-issue",)]


@pytest.mark.parametrize(
    ("wrong", "first"),
    [
        ("named, name: Named, rules: lost", "No code, prefix, rule or tag is called `lost`."),
        ("named, name: Named", "or with `by-hand`"),
    ],
)
def test_a_wrong_checklist_of_a_library_is_told_once_at_the_import(workspace, wrong, first):
    files = LIBRARY | {"law/list.yaml": checklist(wrong, "y, name: Y, rules: lost too", id_="pre-issue")}
    found = [one for one in eaframe.load(workspace(files), today=20261123).findings if one.finding.code == "CHK002"]
    ((finding, location),) = [(one.finding, one.location) for one in found]
    assert (location.file, location.line) == ("eaframe.yaml", 5)
    assert str(finding.message).startswith("The checklist `pre-issue` of the library `law` is wrong: ")
    assert first in str(finding.message)


def test_an_id_that_can_be_none_hides_nothing_that_is_wrong_below_it(said):
    assert [line[:11] for line in said(checklist("x, name: X, rules: [cpl001]", id_='"lib:mine"'))] == [
        "2:3 MOD002 ",
        "5:34 CHK001",
    ]
