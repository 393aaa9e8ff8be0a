"""500 findings of a real model: every reader accepts them."""

import json

import pytest
from lxml import etree

from eaframe.reports import render
from eaframe.sources.limits import Limits
from eaframe.workspace import check

NUMBER = 125
MANY = {
    "loại/kiểu sai.yaml": "elements:\n"
    + "".join(f"  type-{n}: {{type: gaol, name: 😀 Đích {n}, documentation: D.}}\n" for n in range(NUMBER)),
    "references.yaml": "elements:\n"
    + "".join(
        f"  ref-{n}: {{type: goal, name: Mục {n}, documentation: D., influences: [reff-{n}, goal]}}\n"
        for n in range(NUMBER)
    )
    + "  goal: {type: goal, name: Goal, documentation: D.}\n",
    "keys.yaml": "elements:\n"
    + "".join(
        f"  twice-{n}: {{type: goal, name: Twice {n}, documentation: D., name: Again {n}, influences: goal}}\n"
        for n in range(NUMBER)
    ),
    "documentation.yaml": "elements:\n"
    + "".join(f"  doc-{n}: {{type: goal, name: Nothing said {n}, influences: goal}}\n" for n in range(NUMBER)),
}


@pytest.fixture
def report(workspace):
    root = workspace(MANY)
    return check(root, as_of="today", today=20261123, language="en", limits=Limits(), cache=None)


def test_sarif_gitlab_and_junit_pass_their_schemas(
    report, refused_by_sarif, refused_by_github, refused_by_gitlab, refused_by_junit
):
    assert (len(report.findings), report.count("error"), report.count("warning")) == (500, 375, 125)
    log = json.loads(render(report, "sarif"))
    assert (refused_by_sarif(log), refused_by_github(log)) == ([], [])
    assert len(log["runs"][0]["results"]) == 500
    gitlab = json.loads(render(report, "gitlab"))
    assert refused_by_gitlab(gitlab) == []
    assert len(gitlab) == 500
    junit = render(report, "junit")
    assert refused_by_junit(junit) == []
    assert sum(len(one.text.strip().splitlines()) for one in etree.fromstring(junit.encode()).iter("failure")) >= 1_000


def test_regions_mark_the_exact_words_in_code_points(report):
    """A column counts an emoji once, as `columnKind` says."""
    (run,) = json.loads(render(report, "sarif"))["runs"]
    lines = {name: text.splitlines() for name, text in MANY.items()}
    addresses = {"lo%E1%BA%A1i/ki%E1%BB%83u%20sai.yaml": "loại/kiểu sai.yaml"}
    marked = set()
    for one in run["results"]:
        place = one["locations"][0]["physicalLocation"]
        uri, region = place["artifactLocation"]["uri"], place["region"]
        line = lines[addresses.get(uri, uri)][region["startLine"] - 1]
        marked.add((one["ruleId"], line[region["startColumn"] - 1 : region["endColumn"] - 1].rstrip("0123456789")))
    assert run["columnKind"] == "unicodeCodePoints"
    assert marked == {("MOD001", "gaol"), ("MOD004", "reff-"), ("SRC003", "name"), ("CPL002", "doc-")}
