"""``eaframe breaking``: findings against a revision, and the exit code that CI asks for."""

import json

import pytest

SETTINGS = "eaframe: 1\nname: Test\nnamespace: test\n"
BEFORE = """\
elements:
  office: {type: business-actor, name: Office, documentation: D.}
  portal: {type: application-component, name: Portal, documentation: D., serves: office}
  alone: {type: goal, name: Alone, documentation: D., visibility: restricted}
"""
AFTER = """\
elements:
  office: {type: business-actor, name: Office, documentation: D., aliases: old}
  alone: {type: goal, name: Alone, documentation: D.}
"""


@pytest.fixture
def made(repository, monkeypatch):
    found = repository()
    found.commit({"eaframe.yaml": SETTINGS, "a.yaml": BEFORE}, "v1")
    found.write({"a.yaml": AFTER})
    monkeypatch.chdir(found.root)
    return found


@pytest.mark.usefixtures("made")
def test_findings_are_reported_worst_first_where_they_are_or_were(eaframe):
    run = eaframe("breaking", "--against", "v1")
    assert (run.code, run.err) == (1, "")
    assert (
        run.out
        == """\
a.yaml:3:3  error  BRK001  `portal` is gone, and `office` depended on it.
  3 |   portal: {type: application-component, name: Portal, documentation: D., serves: office}
    |   ^^^^^^
  hint: Keep it with `valid: {to: DATE}` and `replaced-by`. If it has a new id, record `aliases: portal` there.

2 elements, 0 relationships: 1 error
"""
    )
    run = eaframe("breaking", "--against", "v1", "--level", "all", "--format", "concise", "--lang", "vi")
    assert (
        run.out
        == """\
a.yaml:3:3: error BRK001 `portal` đã bị bỏ, trong khi `office` phụ thuộc vào nó.
a.yaml:3:3: error BRK006 `alone` trước ở mức `restricted`, nay ở mức `internal`.
2 phần tử, 0 quan hệ: 2 lỗi
"""
    )


@pytest.mark.usefixtures("made")
@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        ([], 1),
        (["--level", "public"], 0),
        (["--fail-on", "never"], 0),
        (["--fail-on", "error"], 1),
        (["--level", "id", "-q"], 1),
    ],
)
def test_the_exit_code_tells_whether_anything_is_broken(eaframe, arguments, code):
    assert eaframe("breaking", "--against", "v1", *arguments).code == code


def test_nothing_broken_is_said_unless_quiet(eaframe, made):
    made.write({"a.yaml": BEFORE})
    run = eaframe("breaking", "--against", "v1")
    assert (run.code, run.out) == (0, "3 elements, 1 relationship: nothing found\n")
    run = eaframe("breaking", "--against", "v1", "-q")
    assert (run.code, run.out, run.err) == (0, "", "")


@pytest.mark.usefixtures("made")
def test_json_is_that_of_validate(eaframe):
    said = json.loads(eaframe("breaking", "--against", "v1", "--format", "json").out)
    assert [one["code"] for one in said["findings"]] == ["BRK001"]


def test_three_dots_compare_with_where_the_work_parted(eaframe, made):
    made.git("stash", "-q")
    made.git("checkout", "-qb", "topic")
    made.commit({"a.yaml": AFTER})
    made.git("checkout", "-q", "main")
    made.commit({"b.yaml": "elements:\n  new: {type: goal, name: N, influences: alone}\n"})
    made.git("checkout", "-q", "topic")
    ids = [["portal"], ["portal", "new"]]
    for revision, expected in zip(("main...", "main"), ids, strict=True):
        said = json.loads(eaframe("breaking", "--against", revision, "--level", "id", "--format", "json").out)
        assert sorted(one["subject"] for one in said["findings"]) == sorted(expected)


@pytest.mark.usefixtures("made")
@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        ([], "Error: Missing option '--against'."),
        (["--against", "a..b"], "Error: Invalid value for --against: `a..b` is a range; write one revision, or REV..."),
        (["--against", "mian"], "eaframe: there is no revision `mian`; did you mean `main`?"),
        (
            ["--against", "v1", "--level", "pulic"],
            "Error: Invalid value for --level: `pulic` is not known; did you mean `public`?",
        ),
    ],
)
def test_what_cannot_be_asked_is_answered(eaframe, arguments, sentence):
    run = eaframe("breaking", *arguments)
    assert (run.code, run.out, run.err.splitlines()[-1]) == (2, "", sentence)
