"""What changed, told: the words and lines that people read, the JSON that programs read, and hostile text in each."""

import json
import re
import unicodedata

import pytest
from markdown_it import MarkdownIt

from eaframe.changes.difference import ABSENT, compare
from eaframe.changes.values import in_flow, name_of, only_in_each, path_in_words, short_pair
from eaframe.reports.changes_json import changes_json
from eaframe.reports.changes_markdown import changes_markdown
from eaframe.reports.changes_text import changes_text, summary

BEFORE = """\
elements:
  office: {type: business-actor, name: {vi: Văn phòng, en: Office}, documentation: D.}
  old: {type: node, name: Old, documentation: D., tags: [a, b], owner: office}
  gone: {type: goal, name: Gone, documentation: D.}
  portal: {type: application-component, name: Portal, documentation: D., serves: office}
views:
  all: {name: All, include: [{id: [office, old]}]}
"""
AFTER = """\
elements:
  office: {type: business-actor, name: {vi: Văn phòng mới, en: Office}, documentation: D., valid: {from: 2020}}
  new: {type: node, name: Old, aliases: old, documentation: D., tags: [a, c]}
  portal: {type: application-component, name: Portal, documentation: D.}
relationships:
  - {id: r1, from: portal, serves: office, name: Help}
views:
  all: {name: All, include: [{id: [portal, new]}]}
"""


@pytest.fixture
def changed(model_of):
    before, after = model_of(BEFORE), model_of(AFTER)
    return compare(before, after), after


def test_what_changed_is_a_block_a_thing_and_a_sum(changed):
    assert (
        changes_text(*changed)
        == """\
elements
- goal gone  Gone
» node new (was old)  Old
    - owner: office
    tags: [b] → [c]
~ business-actor office  Văn phòng mới
    name.vi: Văn phòng → Văn phòng mới
    + valid.from: 2020

relationships
- portal serves office
+ r1: portal serves office  Help

views
~ all  All
    include[0].id: [office] → [portal]

elements +0 -1 ~1 »1, relationships +1 -1 ~0, views +0 -0 ~1
"""
    )


def test_it_is_told_in_vietnamese_too(changed):
    lines = changes_text(*changed, language="vi").splitlines()
    assert lines[0] == "phần tử"
    assert lines[2] == "» node new (trước là old)  Old"
    assert lines[-1] == "phần tử +0 -1 ~1 »1, quan hệ +1 -1 ~0, khung nhìn +0 -0 ~1"


def test_names_are_in_the_language_asked_for(changed):
    assert "~ business-actor office  Office\n" in changes_text(*changed, language="en")


def test_where_nothing_changed_one_line_says_so(model_of):
    model = model_of(BEFORE)
    assert changes_text(compare(model, model), model) == "nothing changed\n"
    assert summary(compare(model, model), "vi") == "không có thay đổi"
    assert changes_markdown(compare(model, model), model, ("a", "b")).endswith("\n\nNothing changed.\n")


def test_colours_are_only_added(changed):
    coloured = changes_text(*changed, colour=True)
    assert re.sub("\x1b\\[[0-9;]*m", "", coloured) == changes_text(*changed)
    assert "\x1b[31m- goal gone  Gone\x1b[0m" in coloured


def test_markdown_has_headings_and_lists(changed):
    assert (
        changes_markdown(*changed, ("v1", "the work tree"))
        == """\
# What changed between v1 and the work tree

|  | + added | - removed | ~ changed | » renamed |
| --- | --- | --- | --- | --- |
| elements | 0 | 1 | 1 | 1 |
| relationships | 1 | 1 | 0 | 0 |
| views | 0 | 0 | 1 | 0 |

## Elements

- **-** goal `gone` — Gone
- **»** node `new` (was `old`) — Old
  - &#45; `owner`: <del>office</del>
  - `tags`: \\[b\\] → \\[c\\]
- **~** business-actor `office` — Văn phòng mới
  - `name.vi`: Văn phòng → Văn phòng mới
  - &#43; `valid.from`: 2020

## Relationships

- **-** `portal` serves `office`
- **+** `portal` serves `office` — Help

## Views

- **~** `all` — All
  - `include[0].id`: \\[office\\] → \\[portal\\]
"""
    )


def test_json_has_every_value_and_leaves_out_what_was_not_there(changed):
    said = json.loads(changes_json(changed[0], "v1", "v2"))
    assert (said["schema_version"], said["before"], said["after"]) == (1, "v1", "v2")
    assert said["summary"]["elements"] == {"added": 0, "removed": 1, "changed": 1, "renamed": 1}
    elements = said["sections"]["elements"]
    assert elements["renamed"] == [{"from": "old", "to": "new"}]
    assert elements["changed"][1] == {
        "id": "office",
        "changes": [
            {"path": ["name", "vi"], "old": "Văn phòng", "new": "Văn phòng mới"},
            {"path": ["valid"], "new": {"from": "2020"}},
        ],
    }
    assert [one["id"] for one in elements["removed"]] == ["gone"]
    assert elements["removed"][0]["content"]["type"] == "goal"


HOSTILE = [
    *("| a | b |", "`x`", "<script>alert(1)</script>", "[x](javascript:alert(1))", "![x](http://evil/x.png)", "# head"),
    *("a\n\n# head\n- item", "\x1b[31mred", "::error::x", "\u202eabc", "@everyone", "#1", "https://evil.example/x"),
    *("www.evil.example", "a@evil.example", "javascript:alert(1)", "<!-- x", "&lt;b&gt;", "$x$", "owner/repo#12", "!7"),
    *("**bold** _it_ ~~del~~", "\\", "<details>", "|", "&", "=====", "\r- item", "a <img src=x onerror=alert(1)>"),
    *("[^1]", "```\ncode\n```", ":::", "- [ ] task", "> quote", "1. one", "<https://evil.example>", "~ab", "%1"),
]


@pytest.mark.parametrize("hostile", HOSTILE)
def test_hostile_text_forges_no_line_in_any_form(model_of, hostile):
    quoted = json.dumps(hostile)
    before = model_of(
        f"elements:\n  a: {{type: goal, name: {quoted}, documentation: D.}}\n  b: {{type: goal, name: B}}\n"
    )
    after = model_of(
        f"elements:\n  a: {{type: goal, name: B, documentation: {quoted}}}\n  {quoted}: {{type: goal, name: x}}\n"
    )
    difference = compare(before, after)
    text = changes_text(difference, after)
    lines = 7 if ":" in hostile else 8  # an id with a colon is one of a library
    assert len(text.splitlines()) == lines == text.count("\n")
    assert not any(unicodedata.category(one) in {"Cc", "Cf"} and one != "\n" for one in text)
    written = changes_json(difference, hostile, hostile)
    assert json.loads(written)["before"] == hostile
    assert not any(unicodedata.category(one) in {"Cc", "Cf"} and one != "\n" for one in written)
    page = MarkdownIt("gfm-like", {"linkify": False}).parse(changes_markdown(difference, after, (hostile, hostile)))
    assert [token.type for token in page].count("list_item_open") == lines - 3
    assert [token.type for token in page].count("heading_open") == 2


def test_two_long_values_are_cut_to_where_they_differ():
    words = "một hai ba bốn năm sáu bảy tám chín mười " * 5
    assert short_pair(words + "A", words + "B", 40) == ("…tám chín mười A", "…tám chín mười B")
    assert short_pair("A" + words, "B" + words, 12) == ("Amột hai ba…", "Bmột hai ba…")
    assert short_pair("a" * 50 + "x", "a" * 50 + "y" * 30, 30) == (
        "…" + "a" * 18 + "x",
        "…" + "a" * 18 + "y" * 10 + "…",
    )
    assert short_pair("a", "a" * 99, 40) == ("a", "a" * 39 + "…")


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ({"from": "2020", "to": None}, "{from: 2020, to: null}"),
        (["a", 1, True, 2.5], "[a, 1, true, 2.5]"),
        ("", '""'),
        ("a\n  b", "a b"),
        (ABSENT, ""),
    ],
)
def test_a_value_is_said_in_flow_style(value, said):
    assert in_flow(value) == said


def test_a_path_is_said_with_dots_indexes_and_periods():
    assert path_in_words(("owner", "2025…", "value")) == "owner (2025…).value"
    assert path_in_words(("include", 1, "id")) == "include[1].id"


@pytest.mark.parametrize(
    ("item", "name"),
    [
        ({"name": {"en": "A", "vi": "B"}}, "B"),
        ({"name": {"en": "A"}}, "A"),
        ({"title": "T"}, "T"),
        ({"name": {"…2020": {"vi": "Cũ"}, "2021…": {"value": {"vi": "Mới"}, "evidence": {}}}}, "Mới"),
        ({"name": {"unknown": {"by": "x"}}}, ""),
        ({"name": ["x"]}, ""),
        ({}, ""),
    ],
)
def test_the_name_of_a_thing_is_found(item, name):
    assert name_of(item, ("vi", "en")) == name


def test_of_two_lists_only_what_differs_is_told():
    assert only_in_each(["a", "b"], ["b", "c"]) == (["a"], ["c"])
    assert only_in_each(["a"], ["a", "b"]) == (ABSENT, ["b"])
    assert only_in_each(["a", "b"], ["b", "a"]) == (["a", "b"], ["b", "a"])
    assert only_in_each("a", "b") == ("a", "b")
