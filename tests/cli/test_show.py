"""``eaframe show``: everything about one element on one screen."""

import json
from pathlib import Path

import pytest

MODEL = """\
kinds:
  system:
    base: application-component
    label: {vi: Hệ thống, en: System}
    attributes:
      level: {type: integer, label: {vi: Cấp độ, en: Level}}
      state: {type: enum, allowed: {on: {vi: Đang chạy, en: Running}}, label: {vi: Trạng thái, en: State}}
      supplier: {type: text, label: {vi: Nhà cung cấp, en: Supplier}}
elements:
  portal:
    type: system
    name: [{value: Cổng cũ, valid: {to: 2016}}, {value: {vi: Cổng, en: Portal}, valid: {from: 2017}}]
    documentation:
      vi: Nơi nộp hồ sơ.
      en: |
        Where dossiers are sent.

        - by citizens
    tags: [web, shared]
    aliases: [gate]
    folder: City/Shared
    owner:
      - {value: old-unit, valid: {to: 2020}}
      - {value: unit, valid: {from: 2021}, evidence: [{grade: modelled}]}
    level: {unknown: {by: unit, until: 2027-01-29, note: Waits for a decision.}}
    state: "on"
    valid: {from: 2016-07}
    visibility: public
    evidence: [{ref: paper, grade: B, note: page 3}]
    flows-to: {to: register, name: Dossiers, evidence: [{grade: K}]}
    served-by: {to: host, valid: {to: 2019}}
  old-portal: {type: system, name: Trước, documentation: x, valid: {to: 2016}, replaced-by: portal}
  unit: {type: business-actor, name: {vi: Sở, en: Department}, documentation: x}
  old-unit: {type: business-actor, name: Sở cũ, documentation: x, valid: {to: 2020}, replaced-by: unit}
  register: {type: system, name: Sổ, documentation: x, associated-with: portal--flows-to--register}
  host: {type: application-component, name: Máy chủ, documentation: x}
references:
  paper: {title: A paper, date: 2017}
views:
  all: {name: {vi: Toàn cảnh, en: Everything}, include: [{type: application-component}]}
"""
SETTINGS = "eaframe: 1\nname: T\nnamespace: test\nlanguages: [vi, en]\n"


@pytest.fixture
def root(workspace) -> Path:
    return workspace({"eaframe.yaml": SETTINGS, "m.yaml": MODEL})


def test_a_card_tells_everything_about_an_element(eaframe, root, monkeypatch):
    monkeypatch.chdir(root)
    run = eaframe("show", "portal", "--lang", "en", "--today", "2026-11-24")
    assert (run.code, run.err) == (0, "")
    assert (
        run.out
        == """\
portal
  Portal  en
  Cổng  vi
  System (Application component) · Application
  m.yaml:10

  Where dossiers are sent.

  - by citizens

  Name          until 2016: Cổng cũ
                from 2017: Portal
  Owner         until 2020: Sở cũ (old-unit)
                from 2021: Department (unit) [modelled] ← now
  Level         unknown: Department (unit) finds out until 29 Jan 2027 – Waits for a decision.
  State         Running
  Valid         from Jul 2016
  Replaces      Trước (old-portal)
  Evidence      B  A paper (paper) – page 3
  Tags          web, shared
  Former ids    gate
  Folder        City/Shared
  Visibility    public
  Not recorded  Supplier

Relationships
  flows to
    register  Sổ  Dossiers · K
  and 1 at other times (--as-of all)

Appears in views
  all  Everything

Findings
  info REL002 The relationship `portal` flows-to `register` is one that ArchiMate only derives from
    others. (m.yaml:30:5)
  info REL002 The relationship `host` serves `portal` is one that ArchiMate only derives from
    others. (m.yaml:31:5)
"""
    )


def test_it_is_found_by_a_former_id_and_with_the_namespace(eaframe, root):
    outputs = {eaframe("show", name, "-w", root).out for name in ("portal", "gate", "test:portal")}
    assert len(outputs) == 1


def test_what_is_not_there_at_the_day_is_shown_as_such(eaframe, root):
    run = eaframe("show", "old-unit", "-w", root, "--lang", "en", "--today", "2026-11-24")
    assert "  Not there at this day, only until 2020.\n" in run.out
    assert "Not there" not in eaframe("show", "old-unit", "-w", root, "--lang", "en", "--as-of", "2018").out


def test_all_times_show_what_was_once(eaframe, root):
    run = eaframe("show", "portal", "-w", root, "--as-of", "all", "--lang", "en")
    assert "  served by\n    host  Máy chủ  until 2019\n" in run.out
    assert "at other times" not in run.out


def test_a_relationship_has_a_card_too(eaframe, root):
    out = eaframe("show", "portal--flows-to--register", "-w", root, "--lang", "en", "--today", "2026-11-24").out
    assert "  From        Portal (portal)\n  To          Sổ (register)\n" in out
    assert "  associated with\n    register  Sổ\n" in out


def test_json_holds_the_same_for_programs(eaframe, root):
    run = eaframe("show", "portal", "-w", root, "--format", "json", "--as-of", "all")
    content = json.loads(run.out)
    assert content["element"]["aliases"] == ["gate"]
    assert [one["id"] for one in content["relationships"]] == [
        "host--serving--portal".replace("serving", "serves"),
        "portal--flows-to--register",
    ]
    assert (content["replaces"], content["views"]) == (["old-portal"], ["all"])
    assert content["location"] == {"file": f"{root}/m.yaml", "line": 10}
    assert {one["code"] for one in content["findings"]} >= {"REL002"}
    relationship = json.loads(eaframe("show", "portal--flows-to--register", "-w", root, "--format", "json").out)
    assert (relationship["element"], relationship["relationship"]["source"]) == (None, "portal")


@pytest.mark.parametrize(
    ("written", "hint"),
    [
        ("portl", "there is no `portl`; did you mean `portal` (Cổng cũ / Cổng / Portal)?"),
        ("so cu", "there is no `so cu`; did you mean `old-unit` (Sở cũ)?"),
        ("port", "there is no `port`; did you mean `portal` (Cổng cũ / Cổng / Portal)?"),
        ("xyzzy", "there is no `xyzzy`; `eaframe query` lists elements"),
    ],
)
def test_an_id_that_does_not_exist_is_told_with_those_that_come_near(eaframe, root, written, hint):
    run = eaframe("show", written, "-w", root)
    assert (run.code, run.out) == (2, "")
    assert run.err.splitlines()[-1] == f"Error: Invalid value for ID: {hint}"


def test_an_element_of_a_library_is_shown_without_a_line(eaframe, workspace):
    root = workspace(
        {
            "eaframe.yaml": f"{SETTINGS}imports: [./lib]\n",
            "lib/eaframe.yaml": "eaframe: 1\nname: L\nnamespace: lib\n",
            "lib/m.yaml": "elements: {law: {type: driver, name: Luật, documentation: d}}\n",
            "m.yaml": "elements: {goal: {type: goal, name: Đích, documentation: d, associated-with: lib:law}}\n",
        }
    )
    out = eaframe("show", "lib:law", "-w", root, "--lang", "en").out
    assert "  Driver · Motivation · library lib\n  m.yaml\n" in out
    assert "  associated with\n    goal  Đích\n" in out


def test_hostile_texts_move_no_cursor_and_begin_no_line(eaframe, workspace):
    text = '"a\\u001b[2J\\n::error::x\\u202e"'
    root = workspace(
        {"m.yaml": f"elements: {{a: {{type: goal, name: {text}, documentation: {text}, tags: [{text}]}}}}\n"}
    )
    for arguments in ((), ("--format", "json")):
        out = eaframe("show", "a", "-w", root, *arguments).out
        assert not [line for line in out.splitlines() if line.startswith("::")]
        assert not set(out) & {"\x1b", "\u202e"}
