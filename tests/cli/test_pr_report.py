"""``eaframe pr-report``: the comment on a pull request, whatever the pull request holds."""

import json
import re

import pytest
from markdown_it import MarkdownIt

from eaframe.reports.comment import MOST_CHARACTERS

SETTINGS = "eaframe: 1\nname: {vi: Thành phố, en: City}\nnamespace: test\nlanguages: [vi, en]\n"
BEFORE = """\
elements:
  office: {type: business-actor, name: {vi: Văn phòng, en: Office}, documentation: D.}
  portal: {type: application-component, name: {vi: Cổng, en: Portal}, documentation: D., serves: office, owner: office}
  server: {type: node, name: Server, documentation: D., serves: portal}
  old: {type: goal, name: Old, influences: {to: aim, strength: "+"}}
  aim: {type: goal, name: Aim, documentation: D.}
"""
AFTER = """\
elements:
  office: {type: business-actor, name: {vi: Văn phòng, en: Office}, documentation: D.}
  portal: {type: application-component, name: {vi: Cổng mới, en: Portal}, serves: office, owner: office}
  new: {type: goal, name: Old, documentation: D., aliases: old, influences: {to: aim, strength: "+"}}
  aim: {type: goal, name: Aim, documentation: D.}
waivers:
  - {rule: CPL003, subject: aim, reason: Later., decision: D1, until: 2030-01-01}
"""


@pytest.fixture
def made(repository, monkeypatch):
    found = repository()
    found.commit({"eaframe.yaml": SETTINGS, "a.yaml": BEFORE}, "v1")
    found.write({"a.yaml": AFTER})
    monkeypatch.chdir(found.root)
    return found


@pytest.mark.usefixtures("made")
def test_the_comment_says_what_the_change_does(eaframe):
    run = eaframe("pr-report", "--against", "v1", "--today", "2026-11-24")
    assert (run.code, run.err) == (0, "")
    lines = run.out.splitlines()
    assert lines[:6] == [
        "<!-- eaframe: what this pull request changes -->",
        "## What this change does to Thành phố",
        "",
        "❌ **2 new warnings, 1 breaking change, 1 thing accepted, 2 findings fixed.**",
        "",
        "elements +0 -1 \\~\u200b1 »1, relationships +0 -1 \\~\u200b0, waivers +1 -0 \\~\u200b0",
    ]
    assert [line for line in lines if line.startswith(("###", "<details"))] == [
        "### New findings",
        "### Breaking changes",
        "### What it accepts or no longer asks",
        "### New and fixed by code",
        "### Owners to tell",
        "<details><summary><b>What changed</b></summary>",
        "### Picture",
        "<details><summary><b>Who is affected, up to 2 relationships away</b></summary>",
    ]
    assert "- **warning** `CPL002` `a.yaml:3` — `portal` has no documentation." in lines
    assert "- **error** `BRK001` `a.yaml:4` — `server` is gone, and `portal` depended on it." in lines
    assert "- new waiver `CPL003 aim` — Later. · D1 · 2030-01-01" in lines
    assert "| `CPL002` | missing-documentation | 1 | 1 | `a.yaml:3` |" in lines
    assert "- Văn phòng (`office`): `portal`" in lines
    assert "- **»** goal `new` (was `old`) — Old" in lines
    assert '  n4["~ Cổng mới<br/>Thành phần ứng dụng"]:::changed' in lines
    assert "| 1 | `office` Văn phòng |  |" in lines
    assert re.fullmatch(r"<sub>eaframe [\d.]+ · v1 → the work tree</sub>", lines[-1])


@pytest.mark.usefixtures("made")
def test_it_is_written_in_vietnamese_and_to_a_file(eaframe, tmp_path):
    run = eaframe("pr-report", "--against", "v1", "--lang", "vi", "-o", tmp_path / "out" / "comment.md")
    assert (run.code, run.out, run.err) == (0, "", "")
    text = (tmp_path / "out" / "comment.md").read_text("utf-8")
    assert "## Thay đổi này tác động gì đến Thành phố\n" in text
    assert "### Thay đổi không tương thích với bên phụ thuộc\n" in text
    assert not re.search(r"\b(?:the|of|is)\b", re.sub(r"`[^`]*`|<!--.*?-->", "", text))


@pytest.mark.usefixtures("made")
def test_names_are_in_the_language_asked_for(eaframe):
    text = eaframe("pr-report", "--against", "v1", "--lang", "en").out
    assert "## What this change does to City\n" in text
    assert '  n4["~ Portal<br/>Application component"]:::changed' in text


def test_a_change_that_does_nothing_wrong_is_short(eaframe, made):
    made.write({"a.yaml": BEFORE.replace("name: Aim,", "name: New aim,")})
    text = eaframe("pr-report", "--against", "v1").out
    assert "✅ **Nothing new is wrong.**" in text
    assert "### New findings" not in text
    made.write({"a.yaml": BEFORE})
    text = eaframe("pr-report", "--against", "v1").out
    assert len(text.splitlines()) == 6


@pytest.mark.usefixtures("made")
@pytest.mark.parametrize(
    ("threshold", "code"), [("never", 0), ("error", 0), ("warning", 1), ("info", 1), ("breaking", 1)]
)
def test_the_exit_code_tells_what_is_asked_for(eaframe, threshold, code):
    assert eaframe("pr-report", "--against", "v1", "--fail-on", threshold).code == code


def test_the_baseline_and_settings_of_the_change_are_told(eaframe, made):
    made.write({"eaframe.yaml": SETTINGS + "severity: {CPL003: off}\n"})
    assert eaframe("baseline").code == 0
    lines = eaframe("pr-report", "--against", "v1").out.splitlines()
    assert any(line.startswith("- new in the baseline `CPL002 portal`") for line in lines)
    assert "- changed setting `severity` — – → {CPL003: off}" in lines
    assert not any("`CPL002` `a.yaml" in line for line in lines)


def test_what_is_only_accepted_is_not_fixed(eaframe, made):
    waiver = "waivers:\n  - {rule: CPL002, subject: old, reason: Later., decision: D1, until: 2030-01-01}\n"
    made.write({"a.yaml": BEFORE + waiver})
    text = eaframe("pr-report", "--against", "v1").out
    assert "⚠️ **Nothing new is wrong, 1 thing accepted.**" in text


HOSTILE = [
    *("| a | b |", "`x`", "<script>alert(1)</script>", "[x](javascript:alert(1))", "![x](http://evil/x.png)", "# head"),
    *("a\n\n# head\n- item", "\x1b[31mred", "::error::x", "@everyone", "#1", "https://evil.example/x", "<!-- x"),
    *("</details>", "</summary>", "```\ncode", '"] --> n9["x', "**bold**", "\u202eabc", "/merge", "--> <img src=x>"),
]


@pytest.mark.parametrize("hostile", HOSTILE)
def test_hostile_text_stays_text(eaframe, made, hostile):
    quoted = json.dumps(hostile)
    element = f"type: goal, name: {quoted}, tags: [{quoted}], aliases: [{quoted}]"
    made.write(
        {
            "eaframe.yaml": f"eaframe: 1\nname: {quoted}\nnamespace: test\nexclude: [{quoted}]\n",
            "a.yaml": f"elements:\n  office: {{{element}, influences: {{to: aim, name: {quoted}}}}}\n"
            f"  aim: {{{element}, documentation: {quoted}}}\n  {quoted}: {{{element}}}\n"
            f"waivers:\n  - {{rule: {quoted}, subject: {quoted}, reason: {quoted}, decision: x, until: 2030}}\n",
            "eaframe-baseline.txt": f"MOD001\t{hostile}\tx\n",
        }
    )
    run = eaframe("pr-report", "--against", "v1")
    assert run.code == 0
    text = run.out
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e]", text)
    allowed = "br/>|/?(?:details|summary|b|sub|code|del)>|!-- eaframe"
    outside = re.sub("```mermaid.*?```|`[^`\n]*`", "", text, flags=re.DOTALL)  # nothing is looked for inside of code
    assert not re.search(rf"@\w|https?:/|<(?!{allowed})", outside)
    assert not re.search(r"^\s*/\w", text, re.MULTILINE)
    tokens = MarkdownIt("gfm-like", {"linkify": False}).parse(text)
    headings = [token.tag for token in tokens if token.type == "heading_open"]
    assert headings[0] == "h2"
    assert set(headings[1:]) <= {"h3"}
    assert [token.info for token in tokens if token.type == "fence"] == ["mermaid"]
    kinds = {child.type for token in tokens for child in token.children or ()}
    assert kinds <= {
        *("text", "code_inline", "html_inline", "text_special", "softbreak", "strong_open", "strong_close"),
    }
    inline = [child.content for token in tokens for child in token.children or () if child.type == "html_inline"]
    markup = "".join([token.content for token in tokens if token.type == "html_block"] + inline)
    assert markup.count("<!--") == 1
    assert set(re.findall(r"</?[a-z]+|<!--", markup)) <= {
        *("<!--", "<details", "</details", "<summary", "</summary", "<b", "</b", "<sub", "</sub", "<del", "</del"),
    }
    assert markup.count("<details>") == markup.count("</details>") == markup.count("</b></summary>")


def test_it_fits_into_a_comment_however_much_changes(eaframe, made):
    names = "".join(
        f"  e{number}: {{type: goal, name: {'Tên rất dài ' * 8}, influences: [e{number // 2}, office]}}\n"
        for number in range(1, 1500)
    )
    made.write({"a.yaml": "elements:\n  office: {type: goal, name: O}\n  e0: {type: goal, name: E}\n" + names})
    run = eaframe("pr-report", "--against", "v1")
    assert run.code == 0
    assert len(run.out) <= MOST_CHARACTERS
    assert "### New findings" in run.out
    assert run.out.count("Left out, as a comment has room for no more.") >= 1
    assert re.search(r"… and \d+ more\.", run.out)
    assert run.out.splitlines()[-1].startswith("<sub>eaframe ")


@pytest.mark.usefixtures("made")
def test_it_is_the_same_every_time(eaframe, spawn):
    first = eaframe("pr-report", "--against", "v1", "--today", "2026-11-24")
    assert eaframe("pr-report", "--against", "v1", "--today", "2026-11-24", "--no-cache") == first
    for seed in ("1", "2"):
        again = spawn("pr-report", "--against", "v1", "--today", "2026-11-24", PYTHONHASHSEED=seed)
        assert (again.code, again.out) == (first.code, first.out)
