"""``eaframe validate --since``: only what a change adds, whatever lines it moved."""

import json

import pytest

SETTINGS = "eaframe: 1\nname: T\nnamespace: test\ncode-prefixes: [TEST]\n"
GOAL = "  {id}: {{type: goal, name: {id}, documentation: D.{more}}}\n"
OLD = "  undocumented: {type: goal, name: U, influences: aim}\n"
AIM = "  aim: {type: goal, name: Aim, documentation: D.}\n"


@pytest.fixture
def made(repository, monkeypatch):
    found = repository()
    found.commit({"eaframe.yaml": SETTINGS, "a.yaml": f"elements:\n{OLD}{AIM}"}, "v1")
    monkeypatch.chdir(found.root)
    return found


def since(eaframe, *more):
    run = eaframe("validate", "--since", "v1", "--today", "2026-11-24", "--format", "concise", *more)
    return run.code, run.out.splitlines(), run.err.splitlines()


@pytest.mark.usefixtures("made")
def test_what_was_there_before_is_counted_only(eaframe):
    assert since(eaframe, "--fail-on", "info") == (
        0,
        ["2 elements, 1 relationship: nothing found; 1 was there before"],
        [],
    )


def test_a_defect_that_moved_to_another_line_and_file_is_not_new(eaframe, made):
    made.write({"a.yaml": "elements:\n" + AIM, "b.yaml": "# moved\n\n\nelements:\n" + OLD})
    assert since(eaframe)[1] == ["2 elements, 1 relationship: nothing found; 1 was there before"]


def test_a_defect_of_an_element_that_was_renamed_is_not_new(eaframe, made):
    renamed = OLD.replace("undocumented:", "unwritten:").replace("name: U", "name: U, aliases: undocumented")
    made.write({"a.yaml": f"elements:\n{renamed}{AIM}"})
    assert since(eaframe)[1] == ["2 elements, 1 relationship: nothing found; 1 was there before"]


def test_only_the_new_one_is_reported_and_decides_the_exit_code(eaframe, made):
    made.write({"b.yaml": "elements:\n  added: {type: gaol, name: A, documentation: D., influences: aim}\n"})
    code, out, err = since(eaframe)
    assert (code, err) == (1, [])
    assert [line.rpartition(" `gaol`")[0] or line for line in out] == [
        "b.yaml:2:17: error MOD001",
        "3 elements, 2 relationships: 1 error; 1 was there before",
    ]


def test_what_the_change_accepts_in_the_same_breath_is_told(eaframe, made):
    waiver = "waivers:\n- {rule: CPL002, subject: added, reason: Later., decision: QĐ 1, until: 2027}\n"
    made.write({"b.yaml": f"elements:\n  added: {{type: goal, name: A, influences: aim}}\n{waiver}"})
    code, out, err = since(eaframe, "--fail-on", "info")
    assert (code, out) == (0, ["3 elements, 2 relationships: nothing found; 1 waived; 1 was there before"])
    assert err == ["new waiver CPL002 added: Later. · QĐ 1 · 2027"]
    assert since(eaframe, "--quiet")[2] == []


def test_a_rule_that_is_new_too_can_be_selected(eaframe, made):
    rule = (
        "rules:\n- {code: TEST001, name: goal-without-owner, summary: S., hint: H., select: {type: goal},"
        " check: {required: owner}}\n"
    )
    made.write({"rules.yaml": rule})
    assert since(eaframe, "--select", "TEST001")[1] == [
        "a.yaml:2:3: warning TEST001 `undocumented` has no `owner`.",
        "a.yaml:3:3: warning TEST001 `aim` has no `owner`.",
        "2 elements, 1 relationship: 2 warnings",
    ]


def test_every_form_reports_the_same_new_ones(eaframe, made, tmp_path):
    made.write({"b.yaml": "elements:\n  added: {type: goal, name: A, influences: aim}\n"})
    files = {form: tmp_path / form for form in ("json", "sarif", "gitlab")}
    since(eaframe, *[argument for form, file in files.items() for argument in ("--report", f"{form}={file}")])
    written = {form: json.loads(file.read_text(encoding="utf-8")) for form, file in files.items()}
    assert [one["subject"] for one in written["json"]["findings"]] == ["added"]
    assert written["json"]["summary"]["known_before"] == 1
    assert len(written["sarif"]["runs"][0]["results"]) == len(written["gitlab"]) == 1


def test_the_work_tree_and_the_index_stay_as_they_are(eaframe, made):
    made.write({"b.yaml": "elements:\n" + GOAL.format(id="added", more="")})
    before = made.git("status", "--porcelain")
    since(eaframe)
    assert made.git("status", "--porcelain") == before


@pytest.mark.usefixtures("made")
@pytest.mark.parametrize(
    ("revision", "said"),
    [("v11", "did you mean `v1`?"), ("v1..v2", "is a range"), ("--all", "--all"), ("HEAD~9", "HEAD~9")],
)
def test_a_revision_that_is_none_is_answered(eaframe, revision, said):
    run = eaframe("validate", f"--since={revision}")
    assert run.code == 2
    assert said in run.err


def test_a_file_that_could_not_be_read_before_either_still_fails(eaframe, made):
    made.commit({"b.yaml": "elements: [\n"}, "v2")
    run = eaframe("validate", "--since", "v2", "--today", "2026-11-24", "--format", "concise")
    assert (run.code, [line.split()[2] for line in run.out.splitlines()[:-1]]) == (1, ["SRC001"])
