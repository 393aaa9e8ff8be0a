"""`eaframe kinds`: the kinds that a workspace can use, and everything about one."""

import json

import pytest

import eaframe as package

LIBRARY = """\
kinds:
  system:
    base: application-component
    label: {vi: Hệ thống, en: System}
    documentation: {vi: Phần mềm có chủ quản., en: Software that somebody owns.}
    attributes:
      level: {type: integer, min: 1, max: 5, obligation: recommended, label: {vi: Cấp độ, en: Level}}
      code:
        {type: pattern, pattern: "[A-Z]+", obligation: mandatory, unknown: false, label: {vi: Mã, en: Code},
         documentation: {vi: Không tự đặt., en: Never made up.}}
      state: {type: enum, allowed: {on: {vi: Đang chạy, en: Running}, off: x}, default: "on", obligation: mandatory}
      place: {type: enum, allowed: [here, there], required: true, label: Place}
      unit: {type: reference, to: [business-actor], obligation: conditional, valid: {from: 2018, to: 2020}}
      gone: {type: text, obligation: mandatory, valid: {to: 2016}}
      topics: {type: list, of: {type: enum, allowed: {a: {vi: Một, en: One}}}}
    derived:
      need: {label: {vi: Cấp cần có, en: Needed level}, max-of: [{value: 1}, {attribute: level}]}
  portal: {base: system, label: {vi: Cổng dịch vụ, en: Portal}}
  exchange:
    base: flows-to
    label: {vi: Trao đổi, en: Exchange}
    attributes: {group: {type: text, required: true}}
rules:
  - {code: LIB001, name: n, summary: s, hint: h, tags: [SYS-01], select: {type: system}, check: {required: level}}
  - {code: LIB002, name: o, summary: s, hint: h, select: {exactly: system}, check: {required: level}}
  - {code: LIB003, name: p, summary: s, hint: h, tags: [SYS-02], valid: {to: 2020}, select: {type: system},
     check: {required: level}}
  - {code: LIB004, name: q, summary: s, hint: h, tags: [DAT-01], select: [{relationship: flows-to}],
     check: {required: group}}
"""
FILES = {
    "eaframe.yaml": "eaframe: 1\nname: T\nnamespace: test\nlanguages: [vi, en]\nimports: [./lib]\n",
    "lib/eaframe.yaml": "eaframe: 1\nname: L\nnamespace: lib\nlanguages: [vi, en]\ncode-prefixes: [LIB]\n",
    "lib/k.yaml": LIBRARY,
    "m.yaml": """\
kinds:
  camera: {base: device, label: {vi: Máy quay, en: Camera}}
  more: {extend: system, attributes: {note: {type: text, label: Note}}}
elements:
  first: {type: business-actor, name: A}
  second: {type: business-actor, name: B}
  thing: {type: camera, name: C, owner: second}
""",
}


@pytest.fixture
def ask(eaframe, workspace, monkeypatch):
    monkeypatch.chdir(workspace(FILES))

    def run(*arguments: str):
        return eaframe("kinds", *arguments, "--today", "2026-11-25")

    return run


def test_kinds_are_listed_by_library_and_type_those_of_relationships_apart(ask):
    run = ask()
    assert (run.code, run.err) == (0, "")
    assert (
        run.out
        == """\
[Kinds of elements of this workspace: 1]
  Device (device)
    camera    Camera                                                           0

[Kinds of elements of the library lib: 2]
  Application component (application-component)
    portal    Portal                                                           8
    system    System                                                           8

[Kinds of relationships of the library lib: 1]
  Flow (flow)
    exchange  Exchange                                                         1

`eaframe kinds KIND` tells everything about one, with YAML to start from.
"""
    )


def test_everything_about_a_kind_fits_a_terminal(ask):
    run = ask("system")
    assert (run.code, run.err) == (0, "")
    assert (
        run.out
        == """\
[system] System
  Hệ thống

  Software that somebody owns.

  Based on: application-component
  Kinds below it: portal
  Declared in: lib/k.yaml

Required, an error where it is missing (1)
  place  Place
      enum
      = here, there

Mandatory (3)
  code  Code
      pattern of the form `[A-Z]+`; cannot be unknown
      Never made up.
  state
      enum; default on
      = on (Running), off (x)
  gone
      text; until 2016

Recommended (1)
  level  Level
      integer 1 to 5

Conditional (1)
  unit
      reference to business-actor; from 2018 to 2020

Optional (2)
  topics
      list of enum
      = a (One)
  note  Note
      text; of this workspace

Derived values
  need  Needed level
      the largest of 2 values

Rules that ask something of it
  LIB002, SYS-01
  `eaframe explain LIB002` tells what they ask.

To start from:

elements:
  my-system:
    type: system
    name: Hệ thống
    # code:  # to fill in: a text of the form `[A-Z]+`
    place: {unknown: {by: second, until: 2027-02-23}}
"""
    )


def test_vietnamese_is_as_complete(ask):
    out = ask("system", "--lang", "vi").out
    assert "[system] Hệ thống\n  System\n\n  Phần mềm có chủ quản.\n\n  Dựa trên: application-component\n" in out
    assert "  code  Mã\n      pattern theo dạng `[A-Z]+`; không được ghi là chưa xác định\n      Không tự đặt.\n" in out
    assert "      = on (Đang chạy), off (x)\n" in out
    assert "    # code:  # cần điền: văn bản theo dạng `[A-Z]+`\n" in out


@pytest.mark.parametrize("written", ["system", "lib:system", "Hệ thống", "he thong", "HE THONG", "System", "hệ  thống"])
def test_a_kind_is_found_by_its_name_and_by_its_label_in_any_spelling(ask, written):
    assert ask(written).out.startswith("[system] System\n")


@pytest.mark.parametrize(
    ("written", "hint"),
    [
        ("sytem", "did you mean `system` (Hệ thống / System)"),
        ("he thog", "did you mean `system` (Hệ thống / System)"),
        ("dich vu", "did you mean `portal` (Cổng dịch vụ / Portal)"),
        ("aplication-component", "did you mean `application-component`"),
        ("flow-to", "did you mean `flows-to`"),
        ("xyzzy", "`eaframe kinds` lists all"),
    ],
)
def test_what_is_no_kind_is_told_with_what_comes_near(ask, written, hint):
    for arguments in ([written], ["--type", written]):
        run = ask(*arguments)
        assert (run.code, run.out) == (2, "")
        assert f"there is no kind `{written}`; " in run.err
        assert hint in run.err


def test_a_type_of_archimate_is_told_with_the_kinds_below_it(ask):
    assert ask("application-component").out.startswith(
        "application-component: Application component, type of elements of ArchiMate\n\n"
        "[Kinds of elements of the library lib: 2]\n"
    )
    assert ask("flows-to").out.startswith(
        "flow: Flow, type of relationships of ArchiMate, in files `flows-to`\n\n[Kinds of relationships of"
    )
    assert ask("goal").out == "goal: Goal, type of elements of ArchiMate\n\nNo kind is based on goal.\n"


def test_the_list_may_be_of_one_type_or_kind(ask):
    content = json.loads(ask("--type", "system", "--format", "json").out)
    assert [one["name"] for one in content["kinds"]] == ["portal", "system"]
    assert content["kinds"][1] == {
        "id": "lib:system",
        "name": "system",
        "library": "lib",
        "label": {"text": {"en": "System", "vi": "Hệ thống"}},
        "type": "application-component",
        "relationship": False,
        "attributes": 8,
    }


def test_an_own_kind_is_declared_at_a_line(ask):
    assert "  Declared in: m.yaml:2\n" in ask("camera").out


def test_json_tells_the_same_to_programs(ask):
    kind = json.loads(ask("lib:system", "--format", "json").out)["kind"]
    assert (kind["lineage"], kind["below"]) == (["lib:system", "application-component"], ["lib:portal"])
    assert kind["rules"] == [{"code": "LIB001", "tags": ["SYS-01"]}, {"code": "LIB002", "tags": []}]
    assert [one["name"] for one in kind["derived"]] == ["need"]
    assert kind["attributes"][0] == {
        "name": "code",
        "type": "pattern",
        "label": {"text": {"en": "Code", "vi": "Mã"}},
        "documentation": {"text": {"en": "Never made up.", "vi": "Không tự đặt."}},
        "required": False,
        "obligation": "mandatory",
        "default": None,
        "allowed": [],
        "words": {},
        "min": None,
        "max": None,
        "pattern": "[A-Z]+",
        "to": [],
        "of": None,
        "unknown": False,
        "visibility": "",
        "valid": {"from": None, "to": None},
    }


def test_a_page_has_the_attributes_as_a_table(ask):
    out = ask("system", "--format", "markdown").out
    assert out.startswith("# System (`system`)\n\nSoftware that somebody owns.\n\n- Based on: application-component\n")
    assert "\n| Attribute | Label | Obligation | Type | Values | More | What it is |\n" in out
    assert "\n| `state` | state | Mandatory | enum | on (Running), off (x) | default on |  |\n" in out
    assert "\n| `need` | Needed level | the largest of 2 values |  |\n" in out
    assert "\n| `system` | System | `application-component` | 8 |\n" in ask("--format", "markdown").out


@pytest.mark.parametrize("kind", ["system", "portal", "exchange", "camera"])
@pytest.mark.parametrize("has_units", [True, False])
def test_what_to_start_from_can_be_read_and_lacks_what_it_says(eaframe, workspace, kind, has_units):
    files = FILES if has_units else FILES | {"m.yaml": "kinds: {camera: {base: device, label: Camera}}\n"}
    root = workspace(files)
    run = eaframe("kinds", kind, "-w", root, "--format", "json", "--today", "2026-11-25")
    start = json.loads(run.out)["kind"]["start"].replace("my-source", "a").replace("my-target", "b")
    (root / "start.yaml").write_text(start, encoding="utf-8")
    (root / "ends.yaml").write_text("elements: {a: {type: node, name: A}, b: {type: node, name: B}}\n")
    loaded = package.load(root, today=20261125)
    assert [one.message.text() for one in loaded.loaded.findings if one.severity == "error"] == []
    subjects = {**loaded.model.elements, **loaded.model.relationships}
    assert f"lib:{kind}" in {one.kind for one in subjects.values()} or kind == "camera"


def test_where_there_are_no_kinds_a_sentence_says_where_they_come_from(eaframe, workspace, goal):
    run = eaframe("kinds", "-w", workspace({"m.yaml": goal}))
    assert (run.code, run.err) == (0, "")
    assert " ".join(run.out.split()) == (
        "There are no kinds here. A model can use ArchiMate's own types, declare kinds of its own under `kinds:`, or "
        "import a library in eaframe.yaml: `imports: [vn-2026]`."
    )


def test_what_is_wrong_in_the_files_is_told_as_a_kind_may_be_left_out(eaframe, workspace):
    run = eaframe("kinds", "-w", workspace({"m.yaml": "kinds: {a: {base: goal, label: A}, b: {base: gaol}}\n"}))
    assert (run.code, run.err) == (0, "1 error: a kind may be left out; `eaframe validate` tells more\n")
    assert "    a  A  " in run.out


def test_outside_a_workspace_a_library_to_look_at_is_named(eaframe, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    run = eaframe("kinds")
    assert (run.code, run.out) == (2, "")
    assert "there is no eaframe.yaml here or in a folder above; `eaframe init` makes one; `-w " in run.err
    assert run.err.endswith("models/vn-2026` shows the kinds of a library\n")


def test_a_kind_and_a_list_cannot_both_be_asked_for(ask):
    run = ask("system", "--type", "node")
    assert (run.code, run.out) == (2, "")
    assert run.err.endswith("Invalid value for --type: is for the list; leave it out, or KIND\n")


def test_hostile_texts_move_no_cursor_and_begin_no_line(eaframe, workspace):
    text = '"a\\u001b[2J\\n::error::x\\u202e"'
    attribute = f"{{type: enum, allowed: {{v: {text}}}, required: true, label: {text}, documentation: {text}}}"
    value = f"need: {{label: {text}, documentation: {text}, max-of: [{{value: 1}}]}}"
    kind = f"{{base: goal, label: {text}, documentation: {text}, attributes: {{x: {attribute}}}, derived: {{{value}}}}}"
    root = workspace({"m.yaml": f"kinds: {{k: {kind}}}\n"})
    for arguments in ((), ("k",)):
        for format_ in ("text", "markdown", "json"):
            run = eaframe("kinds", *arguments, "-w", root, "--format", format_)
            assert run.code == 0
            assert not [line for line in run.out.splitlines() if line.startswith("::")]
            assert not set(run.out) & {"\x1b", "\u202e"}
