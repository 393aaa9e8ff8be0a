"""The script that CI runs for a workspace, on its own and with the program itself."""

import json
from pathlib import Path

import pytest

from eaframe.cli.main import COMMANDS

ROOT = Path(__file__).parents[2]
SCRIPT = ROOT / ".github" / "actions" / "eaframe" / "run.sh"


def calls(recorder: Path) -> list[list[str]]:
    lines = (recorder.parent / "calls").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


@pytest.fixture
def ci(bash, recorder, tmp_path):
    def run(**environment: str):
        return bash([SCRIPT], tmp_path, {"EA_PROGRAM": str(recorder), **environment})

    return run


@pytest.mark.parametrize("example", ["ci-github", "ci-gitlab"])
def test_the_script_of_an_example_is_the_one_that_the_action_runs(example):
    assert (ROOT / "examples" / example / "run.sh").read_bytes() == SCRIPT.read_bytes()


def test_without_any_setting_the_workspace_here_is_checked_and_nothing_written(ci, recorder, tmp_path):
    before = sorted(tmp_path.iterdir())
    done = ci()
    assert (done.returncode, done.stdout, done.stderr) == (0, "said by validate\n", "")
    assert calls(recorder) == [["validate", "--workspace=.", "--format=text", "--fail-on=error"]]
    assert sorted(tmp_path.iterdir()) == sorted([*before, tmp_path / "calls"])


def test_every_setting_reaches_the_program(ci, recorder, tmp_path):
    done = ci(
        EA_WORKSPACE="model",
        EA_AS_OF="2026",
        EA_LANG="vi",
        EA_FORMAT="concise",
        EA_FAIL_ON="warning",
        EA_SINCE="main",
        EA_SARIF="a.sarif",
        EA_JUNIT="b.xml",
        EA_GITLAB="c.json",
        EA_JSON="d.json",
        EA_MARKDOWN="e.md",
        EA_AGAINST="main~1",
        EA_COMMENT="f.md",
        EA_BREAKING="yes",
    )
    assert done.returncode == 0
    common = ["--workspace=model", "--lang=vi"]
    assert calls(recorder) == [
        ["validate", *common, "--format=concise", "--fail-on=warning", "--as-of=2026", "--since=main"]
        + [f"--report={one}" for one in ("sarif=a.sarif", "junit=b.xml", "gitlab=c.json", "json=d.json")]
        + ["--report=markdown=e.md"],
        ["pr-report", *common, "--against=main~1", "--output=f.md"],
        ["breaking", *common, "--against=main~1", "--format=concise"],
    ]
    assert {"a.sarif", "b.xml", "c.json", "d.json", "e.md", "f.md"} <= {path.name for path in tmp_path.iterdir()}


def test_on_github_findings_become_annotations_and_a_summary(ci, recorder, tmp_path):
    (tmp_path / "summary").write_text("before\n", encoding="utf-8")
    ci(GITHUB_ACTIONS="true", GITHUB_STEP_SUMMARY=str(tmp_path / "summary"), EA_AGAINST="main")
    assert "--format=github" in calls(recorder)[0]
    assert (tmp_path / "summary").read_text(encoding="utf-8") == "before\n# validate\n\n\n# pr-report\n\n\n"


@pytest.mark.parametrize(
    ("codes", "expected"),
    [
        ({}, 0),
        ({"VALIDATE": "1"}, 1),
        ({"VALIDATE": "2"}, 2),
        ({"VALIDATE": "1", "PR_REPORT": "2"}, 2),
        ({"VALIDATE": "2", "PR_REPORT": "1"}, 2),
        ({"BREAKING": "1"}, 1),
        ({"PR_REPORT": "130"}, 2),
    ],
)
def test_the_worst_exit_code_counts_and_everything_is_run_all_the_same(ci, recorder, codes, expected):
    done = ci(EA_AGAINST="main", EA_BREAKING="yes", **{f"CODE_OF_{name}": code for name, code in codes.items()})
    assert done.returncode == expected
    assert [call[0] for call in calls(recorder)] == ["validate", "pr-report", "breaking"]


@pytest.mark.parametrize("value", ["$(touch forged)", "`touch forged`", "a; touch forged", "--help", "a b", '"', "'"])
def test_no_value_is_read_as_a_command_or_an_option(ci, recorder, tmp_path, value):
    done = ci(EA_WORKSPACE=value, EA_AS_OF=value, EA_AGAINST=value, EA_SINCE=value, EA_COMMENT="c.md")
    assert done.returncode == 0
    assert not (tmp_path / "forged").exists()
    workspace = f"--workspace={value}"
    assert calls(recorder) == [
        ["validate", workspace, "--format=text", "--fail-on=error", f"--as-of={value}", f"--since={value}"],
        ["pr-report", workspace, f"--against={value}", "--output=c.md"],
    ]


def test_the_comment_of_an_earlier_run_is_not_told_again(ci, tmp_path):
    (tmp_path / "comment.md").write_text("old", encoding="utf-8")
    ci(EA_AGAINST="main")
    assert (tmp_path / "comment.md").read_text(encoding="utf-8") == "# pr-report\n"


def test_a_program_that_is_not_there_could_not_be_run(ci):
    assert ci(EA_PROGRAM="no-such-program").returncode == 2


@pytest.fixture
def check(bash, real, repository):
    """Runs the script with the program itself in a repository with two revisions."""

    def run(**environment: str):
        return bash([SCRIPT], repository, {"EA_PROGRAM": str(real), "EA_WORKSPACE": "model", **environment})

    return run


def test_a_model_with_an_error_fails_with_its_place(check):
    done = check(EA_FORMAT="concise")
    assert done.returncode == 1
    assert done.stdout.splitlines()[0].startswith("model/model.yaml:3:84: error MOD004 `dsk` does not exist.")


def test_a_workspace_that_is_not_there_could_not_be_judged(check):
    assert check(EA_WORKSPACE="none").returncode == 2


def test_findings_are_annotated_summed_up_and_written_for_others(check, repository):
    done = check(
        GITHUB_ACTIONS="true",
        GITHUB_STEP_SUMMARY=str(repository / "summary"),
        EA_SARIF="eaframe.sarif",
        EA_JUNIT="junit.xml",
        EA_GITLAB="gitlab.json",
        EA_JSON="findings.json",
        EA_MARKDOWN="findings.md",
    )
    assert (done.returncode, done.stderr) == (1, "")
    assert any(line.startswith("::error file=model/model.yaml,line=3,") for line in done.stdout.splitlines())
    (run,) = json.loads((repository / "eaframe.sarif").read_text(encoding="utf-8"))["runs"]
    assert [result["ruleId"] for result in run["results"] if result["level"] == "error"] == ["MOD004"]
    assert "MOD004" in (repository / "junit.xml").read_text(encoding="utf-8")
    assert "MOD004" in (repository / "gitlab.json").read_text(encoding="utf-8")
    assert "MOD004" in (repository / "findings.json").read_text(encoding="utf-8")
    summary = (repository / "summary").read_text(encoding="utf-8")
    assert summary.strip() == (repository / "findings.md").read_text(encoding="utf-8").strip()


@pytest.mark.skipif("pr-report" not in COMMANDS, reason="the command is not in this version")
def test_a_change_is_described_and_only_what_is_new_since_then_is_judged(check, commit, repository):
    done = check(EA_AGAINST="HEAD~1", EA_SINCE="HEAD~1", EA_SUMMARY="summary")
    assert (done.returncode, done.stderr) == (1, "")
    comment = (repository / "comment.md").read_text(encoding="utf-8")
    assert "more" in comment
    summary = (repository / "summary").read_text(encoding="utf-8")
    assert "MOD004" in summary
    assert comment.strip() in summary
    model = (repository / "model" / "model.yaml").read_text(encoding="utf-8")
    commit(model.replace("name: More", "name: Even more"))
    assert check(EA_SINCE="HEAD~1").returncode == 0


@pytest.mark.skipif(not {"breaking", "pr-report"} <= COMMANDS.keys(), reason="the command is not in this version")
def test_what_breaks_others_fails_where_that_is_asked_for(check, commit):
    commit("elements:\n  answer: {type: business-process, name: Answer, documentation: An answer.}\n")
    assert check(EA_AGAINST="HEAD~2", EA_BREAKING="yes", EA_FAIL_ON="never").returncode == 1
    assert check(EA_AGAINST="HEAD~2", EA_FAIL_ON="never").returncode == 0
