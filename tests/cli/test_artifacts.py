"""`eaframe artifacts`: what of a framework a model can feed, for people and programs, and what is said of mistakes."""

import json
from pathlib import Path

import pytest

SETTINGS = "eaframe: 1\nname: T\nnamespace: t\nlanguages: [vi, en]\n"
MODEL = """\
elements:
  trust: {type: goal, name: {vi: Tin cậy, en: Trust}, tags: [why]}
  swift: {type: goal, name: {vi: Nhanh, en: Swift}, valid: {from: 2030}}
"""
OWN = """\
name: {en: Ours, vi: Bộ riêng}
edition: "1"
documentation: {en: What we ask for., vi: Điều ta cần.}
phases: {now: {en: Now, vi: Bây giờ}, later: {en: Later, vi: Sau này}, never: Never}
artifacts:
  all:
    name: {en: Everything, vi: Tất cả}
    kind: diagram
    phases: now
    viewpoint: layered
    include: [{type: [goal, driver]}, {tag: why}]
    derive: true
    needs: [{any-of: goal}]
  goals:
    name: {en: Goal catalog, vi: Danh mục mục tiêu}
    documentation: {en: By name., vi: Theo tên.}
    kind: catalog
    phases: [now, later]
    viewpoint: layered
    include: {type: goal}
    relationships: influences
    needs: [{any-of: [goal, outcome]}]
  chain:
    name: {en: Goal/Driver matrix, vi: Ma trận mục tiêu và động lực}
    kind: matrix
    phases: later
    viewpoint: motivation
    needs: [{any-of: driver}, {relationship: [influences, associated-with], from: driver, to: [goal, outcome]}]
  states:
    name: {en: States, vi: Trạng thái}
    kind: diagram
    phases: now
    reason: {en: Nothing has states., vi: Không có trạng thái.}
"""


@pytest.fixture
def ask(eaframe, workspace, monkeypatch):
    monkeypatch.chdir(
        workspace({"eaframe.yaml": SETTINGS + "exclude: ['own*']\n", "model.yaml": MODEL, "own.yaml": OWN})
    )

    def run(*arguments: str):
        return eaframe("artifacts", *arguments, "--today", "2026-11-23")

    return run


def test_people_read_a_table_by_phase(ask):
    run = ask("--framework", "own.yaml")
    assert (run.code, run.err) == (0, "")
    assert run.out == (
        """\
  STATUS        ARTIFACT            KIND     VIEWPOINT   MISSING, OR WHY NOT
[Now]
  can be drawn  Everything          diagram  layered
  can be drawn  Goal catalog        catalog  layered
  not drawn     States              diagram              Nothing has states.
[Later]
  can be drawn  Goal catalog        catalog  layered
  not yet       Goal/Driver matrix  matrix   motivation  driver; driver →influences/associated-with→ goal/outcome

2 of 4 artifacts of Ours 1 can be drawn, 1 the model cannot feed yet, 1 eaframe does not draw
"""
    )


def test_in_vietnamese_only_what_is_missing(ask):
    assert ask("--framework", "own.yaml", "--missing", "--lang", "vi").out == (
        """\
  TRẠNG THÁI  SẢN PHẨM KIẾN TRÚC            DẠNG     GÓC NHÌN    CÒN THIẾU GÌ, VÌ SAO KHÔNG
[Sau này]
  chưa đủ     Ma trận mục tiêu và động lực  ma trận  motivation  driver; driver →influences/associated-with→ goal/outcome

2/4 sản phẩm kiến trúc của Bộ riêng 1 vẽ được, 1 mô hình chưa đủ dữ liệu, 1 eaframe không vẽ
"""  # noqa: E501
    )


def test_where_nothing_is_missing_only_the_sum_is_left(ask):
    text = OWN.replace(
        "[{any-of: driver}, {relationship: [influences, associated-with], from: driver, to: [goal, outcome]}]", "[]"
    )
    Path("own.yaml").write_text(text, encoding="utf-8")
    assert ask("--framework", "own.yaml", "--missing").out == (
        "3 of 4 artifacts of Ours 1 can be drawn, 0 the model cannot feed yet, 1 eaframe does not draw\n"
    )


def test_markdown_has_the_command_and_the_views_to_put_into_the_workspace(ask):
    assert ask("--framework", "own.yaml", "--format", "markdown").out == (
        """\
# Ours 1

What we ask for.

2 of 4 artifacts of Ours 1 can be drawn, 1 the model cannot feed yet, 1 eaframe does not draw.

## Now

| Status | Artifact | Kind | Viewpoint | Missing, or why not | Command |
| --- | --- | --- | --- | --- | --- |
| can be drawn | Everything | diagram | `layered` |  | `eaframe view --viewpoint layered --include type=goal,driver --include '{"tag": "why"}' --derive` |
| can be drawn | Goal catalog | catalog | `layered` |  | `eaframe view goals` |
| not drawn | States | diagram |  | Nothing has states. |  |

## Later

| Status | Artifact | Kind | Viewpoint | Missing, or why not | Command |
| --- | --- | --- | --- | --- | --- |
| can be drawn | Goal catalog | catalog | `layered` |  | `eaframe view goals` |
| not yet | Goal/Driver matrix | matrix | `motivation` | `driver`; `driver` →`influences`/`associated-with`→ `goal`/`outcome` |  |

## Views

Put these into a file of the workspace; `eaframe view ID` then draws them.

```yaml
views:
  goals: {"name": {"en": "Goal catalog", "vi": "Danh mục mục tiêu"}, "documentation": {"en": "By name.", "vi": "Theo tên."}, "viewpoint": "layered", "include": {"type": "goal"}, "relationships": "influences"}
```
"""  # noqa: E501 - a view a line
    )


def test_the_views_of_markdown_are_views_of_a_workspace(ask, eaframe):
    out = ask("--framework", "own.yaml", "--format", "markdown").out
    Path("views.yaml").write_text(out.partition("```yaml\n")[2].partition("```")[0], encoding="utf-8")
    assert eaframe("validate", "--select", "SRC,VEW,SEL").code == 0
    run = eaframe("view", "goals")
    assert (run.code, run.err) == (0, "")
    assert "Danh mục mục tiêu" in run.out


def test_programs_read_json(ask):
    content = json.loads(ask("--framework", "own.yaml", "--format", "json").out)
    assert content == {
        "schema_version": 1,
        "framework": {"id": "own", "name": "Ours", "edition": "1", "documentation": "What we ask for."},
        "phases": [{"id": "now", "name": "Now"}, {"id": "later", "name": "Later"}, {"id": "never", "name": "Never"}],
        "counts": {"drawable": 2, "lacking": 1, "not-drawn": 1},
        "artifacts": [
            {
                "id": "all",
                "name": "Everything",
                "documentation": "",
                "kind": "diagram",
                "phases": ["now"],
                "viewpoint": "layered",
                "status": "drawable",
                "reason": "",
                "missing": [],
                "command": "eaframe view --viewpoint layered"
                """ --include type=goal,driver --include '{"tag": "why"}' --derive""",
                "view": None,
            },
            {
                "id": "goals",
                "name": "Goal catalog",
                "documentation": "By name.",
                "kind": "catalog",
                "phases": ["now", "later"],
                "viewpoint": "layered",
                "status": "drawable",
                "reason": "",
                "missing": [],
                "command": "eaframe view goals",
                "view": {
                    "name": {"en": "Goal catalog", "vi": "Danh mục mục tiêu"},
                    "documentation": {"en": "By name.", "vi": "Theo tên."},
                    "viewpoint": "layered",
                    "include": {"type": "goal"},
                    "relationships": "influences",
                },
            },
            {
                "id": "chain",
                "name": "Goal/Driver matrix",
                "documentation": "",
                "kind": "matrix",
                "phases": ["later"],
                "viewpoint": "motivation",
                "status": "lacking",
                "reason": "",
                "missing": [
                    {"any_of": ["driver"]},
                    {
                        "relationship": ["influences", "associated-with"],
                        "from": ["driver"],
                        "to": ["goal", "outcome"],
                    },
                ],
                "command": None,
                "view": None,
            },
            {
                "id": "states",
                "name": "States",
                "documentation": "",
                "kind": "diagram",
                "phases": ["now"],
                "viewpoint": None,
                "status": "not-drawn",
                "reason": "Nothing has states.",
                "missing": [],
                "command": None,
                "view": None,
            },
        ],
    }


def test_json_of_what_is_missing_counts_all(ask):
    content = json.loads(ask("--framework", "own.yaml", "--format", "json", "--missing").out)
    assert [one["id"] for one in content["artifacts"]] == ["chain"]
    assert content["counts"] == {"drawable": 2, "lacking": 1, "not-drawn": 1}


def test_without_a_framework_it_is_togaf(ask):
    assert ask().out == ask("--framework", "togaf").out
    assert ask().out.splitlines()[-1] == (
        "0 of 66 artifacts of TOGAF 9.2 can be drawn, 60 the model cannot feed yet, 6 eaframe does not draw"
    )


def test_another_day_has_another_coverage(eaframe, workspace):
    root = workspace({"model.yaml": "elements: {p: {type: principle, name: P, valid: {from: 2030}}}\n"})
    counts = [
        json.loads(eaframe("artifacts", "-w", root, "--as-of", day, "--format", "json").out)["counts"]["drawable"]
        for day in ("2029", "2030")
    ]
    assert counts == [0, 1]


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["--framework", "togfa"], "Invalid value for --framework: `togfa` is not known; did you mean `togaf`?"),
        (["--framework", "zachman"], "Invalid value for --framework: `zachman` is not known; allowed are togaf"),
        (["--framework", "a\x1b\nb"], "Invalid value for --framework: `a␛␊b` is not known; allowed are togaf"),
        (["--framework", "no.yaml"], "Invalid value for --framework: ./no.yaml: No such file or directory"),
        (["--format", "jsno"], "Invalid value for --format: `jsno` is not known; did you mean `json`?"),
        (["--lang", "fr"], "Invalid value for --lang: `fr` is not one of en, vi"),
        (["--as-of", "never"], "`never` is not a date"),
    ],
)
def test_a_wrong_option_is_answered(ask, arguments, sentence):
    run = ask(*arguments)
    assert (run.code, run.out) == (2, "")
    assert sentence in run.err.splitlines()[-1]


def test_everything_that_is_wrong_in_a_file_is_told_at_its_line(ask):
    text = OWN.replace("any-of: driver", "any-of: drivr").replace("viewpoint: motivation", "viewpoint: motivaton")
    Path("own.yaml").write_text(text, encoding="utf-8")
    run = ask("--framework", "own.yaml")
    assert (run.code, run.out) == (2, "")
    assert run.err == (
        "own.yaml:27:16: error VEW001 `motivaton` is not a viewpoint. Did you mean `motivation`?\n"
        "own.yaml:28:22: error SEL002 `drivr` is neither an element type nor a kind. Did you mean `driver`?\n"
    )


def test_a_warning_is_told_and_keeps_nothing_from_being_read(ask):
    plain = ask("--framework", "own.yaml").out
    Path("own.yaml").write_text(OWN.replace("tag: why", "tag: wyh"), encoding="utf-8")
    run = ask("--framework", "own.yaml")
    assert (run.code, run.out) == (0, plain)
    said = "Nothing has the tag `wyh`. Correct the tag, or add it to what should be selected."
    assert run.err == f"own.yaml:11:45: warning SEL004 {said}\n"


def test_a_file_that_is_no_yaml_is_told_at_its_line(ask):
    Path("own.yaml").write_text("name: [\n", encoding="utf-8")
    run = ask("--framework", "own.yaml")
    assert (run.code, run.out) == (2, "")
    assert run.err.startswith("own.yaml:1:7: error SRC001 The file is not valid YAML")


HOSTILE = """\
name: "::error::y|`<b>@team"
phases: {now: "::error::y|[z](http://x)#1"}
artifacts:
  one:
    name: "n\\n```\\n::error::y|<b>@team"
    kind: diagram
    phases: now
    viewpoint: "a b; rm |`<b>"
    include: {type: goal}
    group-by: none
  two: {name: "t\\n::warning::", kind: matrix, phases: now, viewpoint: "a b; rm |`<b>"}
  three: {name: "::x::", kind: matrix, phases: now, reason: "r\\n::error::|[z](http://x)"}
"""


@pytest.mark.parametrize("format_", ["text", "markdown", "json"])
def test_no_name_can_forge_a_line_or_markup_or_a_command(eaframe, workspace, format_):
    viewpoints = "elements: {a: {type: goal}}\nviewpoints:\n  'a b; rm |`<b>': {name: V}\n"
    root = workspace({"m.yaml": viewpoints, ".own/own.yaml": HOSTILE})
    run = eaframe("artifacts", "-w", root, "--framework", root / ".own/own.yaml", "--format", format_)
    assert (run.code, run.err) == (0, "")
    assert not set(run.out) & set("\x1b\u202e\r")
    assert not any(line.lstrip().startswith(("::", "```\n")) for line in run.out.splitlines())
    if format_ == "markdown":
        table, _, views = run.out.partition("```yaml\n")
        assert not any(sign in table for sign in ("<b>@", "@team", "[z](", " http:"))
        assert views.count("\n") == 3  # `views:`, one view, the end of the block
    if format_ == "json":
        commands = [one["command"] for one in json.loads(run.out)["artifacts"]]
        assert commands == ["eaframe view one", "eaframe view --viewpoint 'a b; rm |`<b>'", None]


def test_a_file_that_hides_something_is_refused(ask):
    Path("own.yaml").write_text(OWN.replace("What we", "\u202eWhat we"), encoding="utf-8")
    run = ask("--framework", "own.yaml")
    assert (run.code, run.out) == (2, "")
    assert run.err.startswith("own.yaml:3:21: error SRC011 ")
    assert "\u202e" not in run.err


def test_the_same_bytes_come_out_whatever_the_machine(spawn, workspace):
    root = workspace({"eaframe.yaml": SETTINGS, "model.yaml": MODEL})
    environments = ({"PYTHONHASHSEED": "1", "LC_ALL": "C"}, {"PYTHONHASHSEED": "2", "PYTHONOPTIMIZE": "2"})
    command = ["artifacts", "--today", "2026-11-23", "--format", "json"]
    first, second = (spawn(*command, cwd=root, **environment).out for environment in environments)
    assert first == second != ""
