"""`eaframe completeness`: a table, a work list, a gate for CI, and the way it went."""

import csv
import io
import json

import pytest

SETTINGS = "eaframe: 1\nname: T\nnamespace: t\nlanguages: [vi, en]\n"
KINDS = """\
kinds:
  system:
    base: application-component
    label: {vi: Hệ thống thông tin, en: Information system}
    attributes:
      level: {type: integer, label: {vi: Cấp độ, en: Level}, obligation: mandatory}
"""
MODEL = """\
elements:
  so-khcn: {type: business-actor, name: {vi: Sở KH&CN, en: Department}, documentation: D., evidence: {grade: modelled}}
  portal:
    type: system
    name: {vi: Cổng dịch vụ, en: Portal}
    owner: so-khcn
    level: {unknown: {by: so-khcn, until: 2027-01-29}}
    serves: so-khcn
  host: {type: node, name: Máy chủ, serves: portal}
"""
DAY = ("--today", "2026-11-23")


@pytest.fixture
def ask(eaframe, workspace, monkeypatch):
    monkeypatch.chdir(workspace({"eaframe.yaml": SETTINGS, "kinds.yaml": KINDS, "model.yaml": MODEL}))
    return lambda *arguments: eaframe("completeness", *arguments, *DAY)


def test_people_read_a_table_with_the_least_complete_first(ask):
    run = ask("--lang", "en")
    assert (run.code, run.err) == (0, "")
    assert (
        run.out
        == """\
  SCORE               ELEMENTS  MISSING  TRACKED  KIND
   45.4%  ████······         1        3        0  Node
   50.0%  █████·····         1        2        1  Information system
  100.0%  ██████████         1        0        0  Business actor

Total: 61.7% complete. Elements: 3, missing values: 5, tracked: 1.
"""
    )


def test_owners_are_told_in_vietnamese_too_and_who_has_none(ask):
    assert (
        ask("--by", "owner", "--lang", "vi").out
        == """\
     MỨC  PHẦN TỬ  THIẾU  THEO DÕI  ĐƠN VỊ CHỦ QUẢN
   45,4%        1      3         0  chưa có đơn vị chủ quản
   50,0%        1      2         1  so-khcn  Sở KH&CN
  100,0%        1      0         0  không cần đơn vị chủ quản

Tổng: đầy đủ 61,7%. Phần tử: 3, giá trị còn thiếu: 5, đang theo dõi: 1.
"""
    )


def test_the_work_list_of_an_owner_tells_what_is_missing_and_what_is_tracked(ask):
    assert (
        ask("--owner", "so-khcn", "--missing", "--lang", "en").out
        == """\
[Information system]  50.0%, missing 2, tracked 1
   50.0%  portal  Portal
          missing: documentation, evidence
          tracked: Level (level, so-khcn, 2027-01-29)

Total: 50.0% complete. Elements: 1, missing values: 2, tracked: 1.
"""
    )


def test_the_work_list_writes_dates_as_its_language_does(ask):
    lines = ask("--owner", "so-khcn", "--missing", "--lang", "vi").out.splitlines()
    assert [line.strip() for line in lines if "so-khcn" in line] == ["theo dõi: Cấp độ (level, so-khcn, 29/01/2027)"]


def test_by_attribute_the_work_list_has_the_elements_that_lack_it(ask):
    assert ask("--by", "attribute", "--missing", "--lang", "vi").out.partition("[evidence")[0] == (
        """\
[level  Cấp độ]  0,0%, theo dõi 1
   50,0%  portal  Cổng dịch vụ

[documentation  mô tả]  33,3%, thiếu 2
   45,4%  host  Máy chủ
   50,0%  portal  Cổng dịch vụ

"""
    )


def test_a_spreadsheet_has_a_row_for_every_value(ask):
    run = ask("--missing", "--format", "csv")
    rows = list(csv.DictReader(io.StringIO(run.out)))
    assert [(row["element"], row["key"], row["obligation"], row["state"], row["by"], row["until"]) for row in rows] == [
        ("host", "documentation", "", "missing", "", ""),
        ("host", "owner", "", "missing", "", ""),
        ("host", "evidence", "", "missing", "", ""),
        ("portal", "level", "mandatory", "tracked", "so-khcn", "2027-01-29"),
        ("portal", "documentation", "", "missing", "", ""),
        ("portal", "evidence", "", "missing", "", ""),
    ]


def test_a_complete_model_has_nothing_on_its_work_list(eaframe, workspace):
    model = "elements: {a: {type: goal, name: A, documentation: D., evidence: {grade: modelled}, influences: a2}}\n"
    files = {"a.yaml": model, "b.yaml": model.replace("{a:", "{a2:").replace(", influences: a2", "")}
    run = eaframe("completeness", workspace(files), "--missing", "--min", "100", "--lang", "en", *DAY)
    assert (run.code, run.out.splitlines()[0]) == (0, "Nothing is missing.")


def test_programs_get_everything(ask):
    content = json.loads(ask("--by", "owner", "--missing", "--min", "70", "--format", "json", "--lang", "en").out)
    assert content["total"] == {"elements": 3, "weight": 34, "filled": 21, "missing": 5, "tracked": 1, "score": 0.6176}
    assert content["rows"][1] == {
        "key": "so-khcn",
        "name": "Department",
        "state": "known",
        "elements": 1,
        "weight": 14,
        "filled": 7,
        "missing": 2,
        "tracked": 1,
        "score": 0.5,
    }
    portal = content["elements"][1]
    assert {key: portal[key] for key in ("id", "name", "type", "owner", "weight", "filled", "score")} == {
        "id": "portal",
        "name": "Portal",
        "type": "system",
        "owner": "so-khcn",
        "weight": 14,
        "filled": 7,
        "score": 0.5,
    }
    assert portal["missing"] == [
        {"key": "documentation", "label": "documentation", "weight": 2, "obligation": None},
        {"key": "evidence", "label": "evidence", "weight": 2, "obligation": None},
    ]
    (tracked,) = portal["tracked"]
    assert [tracked[key] for key in ("key", "label", "weight", "obligation", "by", "until")] == [
        *("level", "Level", 3, "mandatory", "so-khcn", "2027-01-29")
    ]
    assert (content["as_of"], content["owner"], content["by"]) == ("2026-11-23", None, "owner")
    assert content["minimum"] == {"asked": 70.0, "met": False}


def test_a_page_has_the_same_table(ask):
    assert ask("--by", "layer", "--format", "markdown", "--lang", "en").out.splitlines()[-5:] == [
        "| score | elements | missing | tracked | layer | name |",
        "| --- | --- | --- | --- | --- | --- |",
        "| 45.4% | 1 | 3 | 0 | `technology` | Technology |",
        "| 50.0% | 1 | 2 | 1 | `application` | Application |",
        "| 100.0% | 1 | 0 | 0 | `business` | Business |",
    ]


@pytest.mark.parametrize(
    ("least", "code", "said"),
    [
        ("61", 0, ""),
        ("61.7", 0, ""),
        ("61.8%", 1, "the model is 61.7% complete, below the 61.8% that --min asks for\n"),
        ("61.765", 1, "the model is 61.764% complete, below the 61.765% that --min asks for\n"),
        ("100", 1, "the model is 61.7% complete, below the 100.0% that --min asks for\n"),
    ],
)
def test_the_exit_code_tells_whether_the_total_reaches_what_is_asked(ask, least, code, said):
    run = ask("--min", least)
    assert (run.code, run.err) == (code, said)


def test_with_an_owner_the_least_is_asked_of_what_is_theirs(ask):
    assert ask("--min", "50", "--owner", "so-khcn").code == 0
    assert ask("--min", "51", "--owner", "so-khcn").code == 1


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--by", "ower"], "Error: Invalid value for --by: `ower` is not known; did you mean `owner`?"),
        (["--format", "jsn"], "Error: Invalid value for --format: `jsn` is not known; did you mean `json`?"),
        (["--owner", "so-khc"], "Error: Invalid value for --owner: there is no `so-khc`; did you mean `so-khcn` "),
        (["--min", "101"], "Error: Invalid value for --min: `101` is no percentage; write a number from 0 to 100"),
        (["--min", "-1"], "Error: Invalid value for --min: `-1` is no percentage; write a number from 0 to 100"),
        (["--min", "nan"], "Error: Invalid value for --min: `nan` is no percentage; write a number from 0 to 100"),
        (
            ["--trend", "3", "--missing"],
            "Error: Invalid value for --trend: --trend tells of revisions; leave out --missing",
        ),
        (
            ["--not-below", "a..b"],
            "Error: Invalid value for --not-below: `a..b` is a range; write one revision",
        ),
        (["--owner", "host"], "eaframe: .: there is no element that `host` owns on 2026-11-23 of which anything is"),
        (["--not-below", "HEAD"], "eaframe: .: not in the work tree of a git repository"),
        (["--trend", "3"], "eaframe: .: not in the work tree of a git repository"),
    ],
)
def test_what_cannot_be_answered_is_a_sentence(ask, arguments, said):
    run = ask(*arguments)
    assert (run.code, run.out) == (2, "")
    assert run.err.splitlines()[-1].startswith(said)


def test_a_model_of_nothing_is_not_complete(eaframe, workspace):
    run = eaframe("completeness", workspace({"model.yaml": "elements: {a: {type: goal, valid: {from: 2030}}}"}), *DAY)
    assert (run.code, run.out) == (2, "")
    assert "there is no element on 2026-11-23 of which anything is asked" in run.err


def test_what_is_wrong_counts_as_missing_and_that_is_said(eaframe, workspace):
    model = KINDS + "elements: {p: {type: system, name: P, level: high}}\n"
    run = eaframe("completeness", workspace({"model.yaml": model}), "--lang", "en", *DAY)
    assert (run.code, run.err) == (
        0,
        "1 error: what could not be read counts as missing; `eaframe validate` tells more\n",
    )
    assert "Total: 21.4% complete." in run.out


@pytest.fixture
def made(repository, monkeypatch):
    found = repository()
    found.commit({"eaframe.yaml": SETTINGS, "kinds.yaml": KINDS, "model.yaml": MODEL}, "v1")
    monkeypatch.chdir(found.root)
    return found


WITHOUT_OWNER = MODEL.replace("    owner: so-khcn\n", "")


def test_a_fall_is_told_with_what_pulled_it_down(eaframe, made):
    made.write({"model.yaml": WITHOUT_OWNER + "  new: {type: goal}\n"})
    run = eaframe("completeness", "--not-below", "v1", "--lang", "en", *DAY)
    assert (run.code, run.err) == (1, "completeness fell from 61.7% to 44.1% since v1\n")
    assert (
        run.out.partition("\n\n")[2]
        == """\
Total: 44.1% complete. Elements: 4, missing values: 10, tracked: 1.

Since v1: 61.7% before, 44.1% now

What pulled it down, in hundredths of the total, by kind:
  POINTS  BEFORE    NOW  KIND
   −12.9       –   0.0%  Goal
    −4.7   50.0%  35.7%  Information system

What pulled it down, in hundredths of the total, by owner:
  POINTS  BEFORE    NOW  OWNER
   −12.9  100.0%  50.0%  needs no owner
    −8.5   45.4%  40.0%  no owner is named

What pulled it down, in hundredths of the total, by element:
  POINTS  BEFORE    NOW  ELEMENT  LACKS NOW
   −12.9       –   0.0%  new      name, documentation, evidence, relationship
    −4.7   50.0%  35.7%  portal   owner
"""
    )


def test_a_fall_is_told_to_programs_and_on_a_page(eaframe, made):
    made.write({"model.yaml": WITHOUT_OWNER})
    content = json.loads(eaframe("completeness", "--not-below", "v1", "--format", "json", *DAY).out)
    since = content["since"]
    assert (since["revision"], since["fell"], since["before"]["score"], since["after"]["score"]) == (
        "v1",
        True,
        0.6176,
        0.5588,
    )
    assert since["elements"][0]["lost"] == ["owner"]
    run = eaframe("completeness", "--not-below", "v1", "--format", "markdown", "--lang", "vi", *DAY)
    assert run.code == 1
    assert "## So với v1: trước 61,7%, nay 55,8%" in run.out.replace("\u200b", "")
    assert "| −5,9 | 50,0% | 35,7% | `portal` | owner |" in run.out


def test_what_does_not_fall_passes(eaframe, made):
    made.write({"model.yaml": MODEL.replace("name: Máy chủ", "name: Máy chủ, documentation: D.")})
    run = eaframe("completeness", "--not-below", "v1", "--lang", "en", *DAY)
    assert (run.code, run.err) == (0, "")
    assert run.out.endswith("Since v1: 61.7% before, 67.6% now\n")


def test_to_ask_for_more_is_no_fall(eaframe, made):
    more = KINDS + "      vendor: {type: text, obligation: mandatory}\n"
    weights = SETTINGS + "completeness: {weights: {evidence: 9}}\n"
    made.write({"kinds.yaml": more, "eaframe.yaml": weights})
    assert eaframe("completeness", "--not-below", "v1", *DAY).code == 0


def test_where_the_workspace_is_new_nothing_fell(eaframe, repository, monkeypatch):
    made = repository()
    made.commit({"readme.md": "x"}, "v0")
    made.write({"eaframe.yaml": SETTINGS, "model.yaml": "elements: {a: {type: goal, name: A}}\n"})
    monkeypatch.chdir(made.root)
    run = eaframe("completeness", "--not-below", "v0", *DAY)
    assert (run.code, run.err) == (0, ".: at `v0` there was no eaframe.yaml there yet: compared with nothing\n")


@pytest.mark.usefixtures("made")
def test_a_revision_that_is_not_there_is_a_sentence(eaframe):
    run = eaframe("completeness", "--not-below", "v2", *DAY)
    assert (run.code, run.out) == (2, "")
    assert run.err == "eaframe: there is no revision `v2`; a branch, a tag or a commit is one\n"


def test_the_trend_tells_of_the_last_revisions_and_of_now(eaframe, made):
    made.commit({"readme.md": "no model"})
    second = made.commit({"model.yaml": WITHOUT_OWNER})
    broken = made.commit({"model.yaml": MODEL + "  new: {type: goal, nmae: [}\n"})
    made.write({"model.yaml": MODEL.replace("Máy chủ", "Máy chủ, documentation: D.")})
    run = eaframe("completeness", "--trend", "3", "--format", "json", *DAY)
    assert run.code == 0
    revisions = json.loads(run.out)["revisions"]
    assert [(one["revision"], one["whole"], one["total"]["score"]) for one in revisions] == [
        (made.git("rev-parse", "v1"), True, 0.6176),
        (second, True, 0.5588),
        (broken, False, None),
        (None, True, 0.6764),
    ]
    out = eaframe("completeness", "--trend", "3", "--by", "kind", "--lang", "en", *DAY).out
    day = revisions[0]["date"]
    assert (
        out.replace(day, "2026-11-23")
        == f"""\
  DATE        SCORE               CHANGE  ELEMENTS  MISSING  TRACKED  REVISION
  2026-11-23   61.7%  ██████····       –         3        5        1  {made.git("rev-parse", "v1")[:10]}
  2026-11-23   55.8%  █████·····    −5.9         3        6        1  {second[:10]}
  2026-11-23       –                   –         0        0        0  {broken[:10]}*
  now          67.6%  ██████····       –         3        4        1
  * not all could be read at that revision

   FIRST    LAST  CHANGE  KIND
  100.0%  100.0%     0.0  Business actor
   50.0%   50.0%     0.0  Information system
   45.4%   63.6%   +18.2  Node
"""
    )


def test_the_trend_of_every_part_is_a_row_of_a_spreadsheet(eaframe, made):
    made.commit({"model.yaml": WITHOUT_OWNER})
    run = eaframe("completeness", "--trend", "2", "--by", "layer", "--format", "csv", *DAY)
    rows = [(row["layer"], row["score"]) for row in csv.DictReader(io.StringIO(run.out))]
    assert rows[:3] == [("technology", "45.45"), ("application", "50.00"), ("business", "100.00")]
    assert rows[3:6] == rows[6:9] == [("application", "35.71"), ("technology", "45.45"), ("business", "100.00")]


def test_the_past_is_measured_on_the_day_that_is_asked_for(eaframe, made):
    made.commit({"model.yaml": MODEL.replace("owner: so-khcn", "owner: [{value: so-khcn, valid: {from: 2026}}]")})
    run = eaframe("completeness", "--trend", "2", "--as-of", "2020", "--format", "csv", *DAY)
    assert [row["score"] for row in csv.DictReader(io.StringIO(run.out))] == ["61.76", "55.88", "55.88"]


def test_a_shallow_clone_has_no_trend(eaframe, made, tmp_path):
    made.commit({"model.yaml": WITHOUT_OWNER})
    clone = tmp_path / "clone"
    made.git("clone", "-q", "--depth=1", f"file://{made.root}", clone)
    run = eaframe("completeness", clone, "--trend", "2", *DAY)
    assert (run.code, run.out) == (2, "")
    assert run.err.startswith("eaframe: this shallow clone has no more than 1 of the last 2 commits that changed ")
    assert eaframe("completeness", clone, "--not-below", "HEAD~1", *DAY).code == 2


@pytest.mark.parametrize("format_", ["text", "markdown", "csv"])
@pytest.mark.parametrize("options", [["--missing"], ["--by", "owner"], ["--not-below", "v1"], ["--trend", "1"]])
def test_a_hostile_name_stays_a_name(eaframe, made, format_, options):
    name = '"\\e[31m=cmd() ##[error]x\\n::error::|<b>"'
    made.write({"model.yaml": WITHOUT_OWNER.replace("name: Máy chủ", f"name: {name}").replace("Hệ thống", "##[x]")})
    out = eaframe("completeness", *options, "--format", format_, *DAY).out
    assert "\x1b" not in out
    assert "##[" not in out
    assert not any(line.startswith("::") for line in out.splitlines())
