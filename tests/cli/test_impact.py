"""`eaframe impact`: what a person reads, what a program reads, and what is said to someone who misspelt something."""

import json

import pytest

SETTINGS = "eaframe: 1\nname: T\nnamespace: t\nlanguages: [vi, en]\n"
MODEL = """\
elements:
  unit: {type: business-actor, name: {vi: Sở Khoa học, en: Department of science}}
  lgsp:
    type: application-component
    name: {vi: Nền tảng tích hợp, en: Integration platform}
    aliases: [esb]
    owner: unit
    composed-of: api
    serves: portal
  api: {type: application-interface, name: API}
  portal: {type: application-component, name: {vi: Cổng dịch vụ, en: Portal}, owner: unit, realizes: apply}
  apply: {type: application-service, name: {vi: Nộp hồ sơ, en: Apply}, owner: {unknown: {by: unit, until: 2027}}}
  later: {type: application-service, valid: {from: 2030}}
views:
  overview: {name: Overview, include: [{id: lgsp}]}
relationships:
  - {from: portal, flows-to: lgsp}
"""


@pytest.fixture
def ask(eaframe, workspace, monkeypatch):
    monkeypatch.chdir(workspace({"eaframe.yaml": SETTINGS, "model.yaml": MODEL}))

    def run(*arguments: str):
        return eaframe("impact", *arguments, "--today", "2026-11-23")

    return run


def test_a_change_is_told_by_distance_with_the_path_that_proves_it_and_the_owners(ask):
    run = ask("lgsp")
    assert (run.code, run.err) == (0, "")
    assert run.out == (
        """\
lgsp  Nền tảng tích hợp (application-component)
A change reaches 2 elements: 2 strongly.

1 step away:
  strong  portal  Cổng dịch vụ (application-component)
            lgsp →serves→ portal: uses what it offers

2 steps away:
  strong  apply  Nộp hồ sơ (application-service)
            lgsp →serves→ portal →realizes→ apply: is realized by it

Owners to tell:
     1  unit  Sở Khoa học
     1  owner not known yet, unit finds out: apply
"""
    )


def test_a_removal_is_told_with_what_it_leaves_behind(ask):
    assert ask("lgsp", "--remove", "--depth", "1", "--lang", "vi").out == (
        """\
lgsp  Nền tảng tích hợp (application-component)
1 bộ phận bị gỡ bỏ theo. Việc gỡ bỏ tác động đến 1 phần tử: 1 mạnh.

Cách 1 bước:
  gỡ theo  api  API (application-interface)
             lgsp →composed-of→ api: không tồn tại khi thiếu tổng thể
  mạnh     portal  Cổng dịch vụ (application-component)
             lgsp →serves→ portal: dùng dịch vụ của nó

Đơn vị chủ quản cần thông báo:
     1  unit  Sở Khoa học
     1  chưa nêu chủ quản: api

Bị thiếu:
  portal  Cổng dịch vụ (application-component): không còn gì khác phục vụ (trước đây chỉ có lgsp)

Cần sửa vì còn nhắc đến phần bị gỡ bỏ:
  model.yaml:17:5  portal--flows-to--lgsp
  model.yaml:15:45  views/overview (include/id: lgsp)

2 quan hệ được ghi trong phần bị gỡ bỏ và mất theo.
"""
    )


def test_markdown_is_for_a_comment_or_a_ticket(ask):
    assert ask("lgsp", "--remove", "--depth", "1", "--lang", "en", "--format", "markdown").out == (
        """\
- `lgsp` Integration platform (application-component)

1 part is removed with it. The removal reaches 1 element: 1 strongly.

| Steps | Strength | Element | Path |
| --- | --- | --- | --- |
| 1 | gone | `api` API | `lgsp →composed-of→ api` does not outlive its whole |
| 1 | strong | `portal` Portal | `lgsp →serves→ portal` uses what it offers |

| Elements | Owners to tell |
| --- | --- |
| 1 | `unit` Department of science |
| 1 | no owner said: api |

| Left without |  |
| --- | --- |
| `portal` Portal | nothing else serves it |

| To mend, as it names what would be gone |  |
| --- | --- |
| `model.yaml:17:5` | `portal--flows-to--lgsp` |
| `model.yaml:15:45` | `views/overview include/id: lgsp` |
"""
    )


def test_json_proves_each_element_by_the_last_step_to_it(ask):
    content = json.loads(ask("lgsp", "--format", "json").out)
    assert {key: content[key] for key in ("schema_version", "of", "remove", "depth")} == {
        "schema_version": 1,
        "of": ["lgsp"],
        "remove": False,
        "depth": None,
    }
    assert content["affected"][1] == {
        "id": "apply",
        "name": "Nộp hồ sơ",
        "type": "application-service",
        "distance": 2,
        "strength": "strong",
        "gone": False,
        "last_step": {
            "from": "portal",
            "verb": "realizes",
            "to": "apply",
            "relationship": "portal--realizes--apply",
            "reason": "is realized by it",
        },
    }
    assert content["owners"] == [
        {"state": "known", "id": "unit", "name": "Sở Khoa học", "elements": ["portal"]},
        {"state": "unknown", "id": "unit", "name": "Sở Khoa học", "elements": ["apply"]},
    ]
    assert content.keys() == {"schema_version", "of", "remove", "depth", "affected", "owners", "between"}


def test_json_of_a_removal_has_what_it_leaves_behind(ask):
    content = json.loads(ask("lgsp", "--remove", "--format", "json").out)
    assert [one["id"] for one in content["relationships"] if one["dangles"]] == ["portal--flows-to--lgsp"]
    assert content["left_without"] == [{"id": "portal", "relationship": "serving", "lost": ["lgsp"]}]
    assert content["references"] == [
        {
            "section": "views",
            "by": "overview",
            "key": "include/id",
            "id": "lgsp",
            "location": {"file": "model.yaml", "line": 15, "column": 45},
        }
    ]


def test_what_lies_between_is_in_json_so_that_every_path_can_be_walked(eaframe, workspace):
    model = (
        "elements: {a: {type: business-process, triggers: j}, j: {type: junction, junction: or, triggers: b},"
        " b: {type: business-process}}"
    )
    content = json.loads(eaframe("impact", "a", "-w", workspace({"m.yaml": model}), "--format", "json").out)
    steps = {one["last_step"]["to"]: one["last_step"] for one in content["affected"]}
    steps |= {step["to"]: step for step in content["between"]}
    assert (steps["b"]["from"], steps["j"]["from"]) == ("j", "a")


def test_whom_nothing_reaches_is_said(ask):
    assert ask("apply").out == "apply  Nộp hồ sơ (application-service)\nA change reaches nothing else in the model.\n"


def test_a_former_id_is_understood(ask):
    assert ask("esb").out == ask("lgsp").out


def test_weak_relationships_can_be_left_out(eaframe, workspace):
    model = "elements: {a: {type: node, associated-with: b}, b: {type: node}}"
    root = workspace({"m.yaml": model})
    assert "1 weakly" in eaframe("impact", "a", "-w", root).out
    assert "nothing else" in eaframe("impact", "a", "-w", root, "--at-least", "medium").out


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["lgps"], "there is no `lgps`; did you mean `lgsp` (Nền tảng tích hợp / Integration platform)?"),
        (["nen tang"], "there is no `nen tang`; did you mean `lgsp` (Nền tảng tích hợp / Integration platform)?"),
        (["xyz"], "there is no `xyz`; `eaframe query` lists elements"),
        (["a\nb\x1b"], "there is no `a␊b␛`; `eaframe query` lists elements"),
        (["later"], "`later` is not in the model on that day; `--as-of all` is of all times"),
    ],
)
def test_an_element_that_is_none_is_answered(ask, arguments, sentence):
    run = ask(*arguments)
    assert (run.code, run.out) == (2, "")
    assert run.err.splitlines()[-1] == f"Error: Invalid value for ELEMENT: {sentence}"


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["lgsp", "--format", "jsno"], "Invalid value for --format: `jsno` is not known; did you mean `json`?"),
        (["lgsp", "--at-least", "much"], "Invalid value for --at-least: `much` is not known; allowed are"),
        (["lgsp", "--lang", "fr"], "Invalid value for --lang: `fr` is not one of en, vi"),
        (["lgsp", "--depth", "0"], "0 is not in the range x>=1"),
        ([], "Missing argument 'ELEMENT...'"),
    ],
)
def test_a_wrong_option_is_answered(ask, arguments, sentence):
    run = ask(*arguments)
    assert (run.code, run.out) == (2, "")
    assert sentence in run.err.splitlines()[-1]


def test_an_element_of_another_time_is_found_at_all_times(ask):
    assert ask("later", "--as-of", "all").code == 0


HOSTILE = """\
elements:
  a: {type: node, name: "x\\n::error::y\\e[2J|`<b>@team", serves: b}
  b: {type: node, name: "x\\n::error::y\\u202e|[z](http://x)#1", owner: a}
views:
  v: {name: V, include: [{id: b}]}
"""


@pytest.mark.parametrize("format_", ["text", "markdown", "json"])
def test_a_name_can_neither_forge_a_line_nor_markup(eaframe, workspace, format_):
    out = eaframe("impact", "b", "a", "--remove", "-w", workspace({"m.yaml": HOSTILE}), "--format", format_).out
    assert not set(out) & set("\x1b\u202e\r")
    assert not any(line.lstrip().startswith("::error") for line in out.splitlines())
    if format_ == "markdown":
        assert not any(sign in out for sign in ("<b>", "@team", "[z](", " http:", "y|"))


def test_of_a_long_path_the_middle_is_left_out(eaframe, workspace):
    chain = "".join(f"  e{n}: {{type: node, serves: e{n + 1}}}\n" for n in range(12)) + "  e12: {type: node}\n"
    out = eaframe("impact", "e0", "-w", workspace({"m.yaml": f"elements:\n{chain}"})).out
    lines = out.splitlines()
    assert (
        "            e0 →serves→ e1 →serves→ e2 →serves→ e3 →serves→ e4 … 4 more … →serves→ e9 →serves→ e10"
        " →serves→ e11 →serves→ e12: uses what it offers" in lines
    )
    assert any(line.count("→serves→") == 9 for line in lines)  # leaving out one step would save nothing


def test_the_same_bytes_come_out_whatever_the_machine_and_the_order_of_files(spawn, workspace):
    first, second = MODEL.split("  portal:")
    rest, views = second.split("views:")
    later = {"b.yaml": first, "a.yaml": f"elements:\n  portal:{rest}", "c.yaml": f"views:{views}"}
    environments = ({"PYTHONHASHSEED": "1", "LC_ALL": "C"}, {"PYTHONHASHSEED": "2", "PYTHONOPTIMIZE": "2"})
    command = ["impact", "lgsp", "--remove", "--today", "2026-11-23", "--format", "json"]
    said = []
    for environment in environments:
        root = workspace({"eaframe.yaml": SETTINGS, **later})
        said.append(spawn(*command, cwd=root, **environment).out)
    assert said[0] == said[1]
    for name in later:
        (root / name).unlink()
    one = json.loads(spawn(*command, cwd=workspace({"eaframe.yaml": SETTINGS, "model.yaml": MODEL})).out)
    assert {**one, "relationships": [], "references": []} == {
        **json.loads(said[0]),
        "relationships": [],
        "references": [],
    }
