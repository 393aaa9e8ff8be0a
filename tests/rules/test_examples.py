"""The page of every code carries two small models; here they keep their word."""

import re

import pytest

from eaframe.findings import Defect
from eaframe.workspace import all_defects

# Codes that no single model file can show, and what shows them instead.
WITHOUT_EXAMPLE = {
    **{f"BRK{number:03}": "needs two versions of a model" for number in range(1, 14)},
    "MOD007": "needs a second file that is broken",
    "MOD016": "stands in eaframe.yaml, and needs a library",
    "MOD017": "stands in eaframe.yaml, and needs a library",
    "MOD018": "stands in eaframe.yaml, and needs libraries",
    "MOD019": "stands in eaframe.yaml, and needs a library",
    "MOD020": "stands in eaframe.yaml",
    "MOD021": "stands in eaframe.yaml",
    "MOD024": "needs two libraries",
    "MOD028": "needs an eaframe.yaml that is wrong",
    "MOD030": "needs a library",
    "RUL001": "stands in eaframe.yaml",
    "RUL002": "needs a rule that fails",
    "RUL007": "needs a library with a broken rule",
    "CHK002": "needs a library with a broken checklist",
    "IND007": "needs a library with a broken indicator",
    "BAS001": "stands in the baseline",
    "BAS002": "stands in the baseline",
    "SRC002": "needs bytes that are no text",
    "SRC009": "needs a file of many megabytes",
    "SRC010": "needs a link in the file system",
    "SRC012": "needs a mark that no editor shows",
    "SRC013": "needs letters that no editor shows apart",
    "SRC014": "needs two files",
}
WITH_EXAMPLE = [defect for defect in all_defects().values() if defect.bad]


def marked(model: str) -> list[tuple[str, str, str, int]]:
    """What the comments of an example say that it shows: code, severity, file and line."""
    lines = enumerate(model.splitlines(), 1)
    marks = ((number, re.search(r"# (error|warning|info): ([A-Z]{2,6}\d{3})$", line)) for number, line in lines)
    return [(mark[2], mark[1], "model.yaml", number) for number, mark in marks if mark]


@pytest.mark.parametrize("defect", WITH_EXAMPLE, ids=lambda defect: defect.code)
def test_the_bad_model_of_a_code_shows_it_once_at_the_marked_line_and_nothing_else(defect: Defect, found):
    rows = [row[:4] for row in found({"model.yaml": defect.bad})]
    assert rows == [(defect.code, defect.severity, "model.yaml", rows[0][3] if rows else 0)]
    assert rows == marked(defect.bad)


@pytest.mark.parametrize("defect", WITH_EXAMPLE, ids=lambda defect: defect.code)
def test_the_good_model_of_a_code_shows_nothing(defect: Defect, found):
    assert found({"model.yaml": defect.good}) == []


def test_every_code_without_an_example_says_why():
    assert {code for code, defect in all_defects().items() if not defect.bad} == WITHOUT_EXAMPLE.keys()


def test_every_code_that_has_a_bad_model_has_a_good_one():
    assert [defect.code for defect in WITH_EXAMPLE if not defect.good] == []
