"""Whatever a name says, each format reads back as the one finding that it is: nothing more, nothing less."""

import html
import json
import re
from collections import Counter
from dataclasses import replace
from urllib.parse import unquote

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from markdown_it import MarkdownIt

from eaframe.reports import FORMATS, render
from eaframe.reports.printable import printable
from eaframe.reports.report import Report, ReportedFinding, ReportedNote, ReportedRule, WaivedFinding

HARMLESS = ReportedFinding(
    "APP001", "r", "error", "s", "m", "h", "f", 1, 2, 1, 3, "abc", (ReportedNote("n", "g", 1, 1),)
)
FRAGMENTS = [
    *("\n", "\r", "\t", "\0", "\x0b", "\x1b[2J", "\x85", "\u2028", "\u202e", "\ufffe", "\udcff", "\ud800", "\ufeff"),
    *("::error::", "##[error]", "##vso[task.setvariable]", "%0A", "%", ",", ":", "file=x"),
    *("]]>", "<!--", "-->", "<failure/>", "</testcase>", "&lt;", "&", '"', "'", "<", ">"),
    *("|", "\\", "`", "```", "*", "_", "~~", "$", "#", "<br>", "</details>", "</code>", "<script>", "- ", "1. ", "---"),
    *("[a](http://e)", "](1)", "[", "]", "![x](y)", "@org/team", "#1", "!1", "http://evil.example", "www.evil.example"),
    *("{0}", "{", "}", '","forged":"', "\\u0022", " ", "é", "Cổng", "😀"),
]
names = (
    st.lists(st.sampled_from(FRAGMENTS) | st.text(st.characters(), max_size=3), min_size=1, max_size=6)
    .map("".join)
    .filter(bool)
)
ALLOWED_HTML = re.compile(
    r"<details(?: open)?><summary>(?:<code>[^<>]*</code>: )?[^<>`]*</summary>\n|</details>\n|<br>", re.DOTALL
)


def hostile(name: str) -> Report:
    """One finding and one waived one of a rule, all of whose texts are the name."""
    texts = dict.fromkeys(("rule", "subject", "message", "hint"), name)
    file = f"{name}.y"
    finding = replace(HARMLESS, **texts, file=file, source_line=f"x{name}", notes=(ReportedNote(name, file, 1, 1),))
    waived = WaivedFinding(replace(finding, discriminator="w"), name, name, name)
    rule = ReportedRule("APP001", name, "error", name, name, name, (name, name))
    return Report(1, 1, (finding,), (rule,), (waived,))


@given(names, st.sampled_from(sorted(FORMATS)), st.booleans())
def test_no_control_is_written_and_no_line_added(name, format_, include_waived):
    style = {"include_waived": include_waived, "workspace": name}
    written = render(hostile(name), format_, **style)
    lines = written.encode("utf-8").decode("utf-8").splitlines()
    assert len(lines) == len(render(hostile("x"), format_, **style).splitlines())
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]", written)


@given(names, st.sampled_from(["text", "concise", "github"]))
def test_no_line_of_a_log_is_a_command_but_those_meant_as_one(name, format_):
    lines = render(hostile(name), format_, include_waived=True).splitlines()
    assert [line for line in lines if line.lstrip().startswith("::")] == lines[: 1 if format_ == "github" else 0]
    assert not any(re.search(r"##\w*\[", line) for line in lines)


@given(names)
def test_a_command_says_the_exact_path_and_text(name):
    command = render(hostile(name), "github").splitlines()[0]
    properties, data = re.fullmatch(r"::error ([^:]*)::(.*)", command).groups()
    values = dict(item.split("=", 1) for item in properties.split(","))
    assert list(values) == ["file", "line", "endLine", "col", "endColumn", "title"]
    assert unquote(values["file"]) == printable(f"{name}.y")
    assert unquote(values["title"]) == printable(f"APP001 {name}")
    assert unquote(data).split("\n")[0].endswith(printable(f"APP001 {name}"))


@given(names)
@settings(max_examples=60)
def test_sarif_has_one_result_of_one_rule(refused_by_sarif, refused_by_github, name):
    log = json.loads(render(hostile(name), "sarif", workspace=name))
    assert (refused_by_sarif(log), refused_by_github(log)) == ([], [])
    (run,) = log["runs"]
    (result,) = run["results"]
    assert [rule["id"] for rule in run["tool"]["driver"]["rules"]] == ["APP001"]
    assert [place["id"] for place in result["relatedLocations"]] == [1]
    ((link, target),) = re.findall(
        r"(?<!\\)(?:\\\\)*\[((?:[^\\\[\]]|\\[\\\[\]])*)\]\(([^)]*)\)", result["message"]["text"]
    )
    shown = re.sub(r"\{(\d+)\}", r"{{\1}}", printable(name).replace("`", '"'))
    assert (re.sub(r"\\(.)", r"\1", link), target) == (shown, "1")


@given(names.filter(lambda name: not re.search("[\ud800-\udfff]", name) and not re.match(r"\./|/|[A-Za-z]:/", name)))
def test_an_address_leads_to_the_exact_file(name):
    (result,) = json.loads(render(hostile(name), "sarif"))["runs"][0]["results"]
    assert unquote(result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]) == f"{name}.y"


@given(names)
def test_junit_has_one_failed_case(refused_by_junit, name):
    written = render(hostile(name), "junit")
    assert refused_by_junit(written) == []
    tree = etree.fromstring(written.encode("utf-8"))
    tags = Counter(one.tag for one in tree.iter())
    assert tags == dict.fromkeys(("testsuites", "testsuite", "testcase", "failure", "system-out"), 1)
    (failure,) = tree.iter("failure")
    assert failure.get("message") == re.sub("[\ufffe\uffff]", "�", printable(name))


@given(names)
def test_gitlab_has_one_entry(refused_by_gitlab, name):
    content = json.loads(render(hostile(name), "gitlab"))
    assert refused_by_gitlab(content) == []
    assert len(content) == 1
    assert content[0]["description"] == printable(f"{name} {name}")


@given(names)
@settings(max_examples=300)
def test_markdown_shows_texts_and_nothing_else(name):
    tokens = (
        MarkdownIt("commonmark", {"html": True})
        .enable(["table", "strikethrough"])
        .parse(render(hostile(name), "markdown"))
    )
    inline = [child for token in tokens for child in token.children or ()]
    raw = [token.content for token in (*tokens, *inline) if token.type in {"html_block", "html_inline"}]
    assert [one for one in raw if not ALLOWED_HTML.fullmatch(one)] == []
    assert {token.type for token in inline} <= {"text", "code_inline", "html_inline", "softbreak"}
    kinds = Counter(token.type for token in tokens)
    assert [kinds[one] for one in ("heading_open", "table_open", "tr_open", "td_open", "html_block")] == [
        1,
        3,
        6,
        13,
        4,
    ]
    shown = " ".join(token.content for token in inline if token.type == "text")
    assert not re.search(r"[@#!%&](?=[^\s\u200b])|://|www\.", shown)
    assert any(
        token.content.strip(" ") == f"{printable(name)}.y:1".strip(" ")
        for token in inline
        if token.type == "code_inline"
    )


@pytest.mark.parametrize(
    ("path", "begin"),
    [
        ("::error::x.yaml", "./::error::x.yaml:1:2"),
        (" ::error::x", "./ ::error::x:1:2"),
        (":", "./::1:2"),
        ("x:", "x::1:2"),
    ],
)
def test_a_path_that_is_a_command_is_shown_as_the_path_it_is(path, begin):
    for format_ in ("text", "concise"):
        assert render(Report(1, 1, (replace(HARMLESS, file=path),)), format_).startswith(begin)


def test_what_ci_servers_obey_anywhere_in_a_line_is_parted():
    assert printable("##[error]a ##vso[x]b ##teamcity[c ## [d ###[e]") == (
        "## [error]a ## vso[x]b ## teamcity[c ## [d ### [e]"
    )


def test_the_file_of_a_fold_is_escaped_as_html():
    written = render(hostile("</code></summary><b>"), "markdown")
    assert f"<summary><code>{html.escape('</code></summary><b>.y')}</code>: 1 error</summary>" in written
