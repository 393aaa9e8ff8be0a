"""CSV for spreadsheets."""

import pytest

from eaframe.reports.sheet import cell, sheet


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "\n"])
def test_no_text_is_a_formula(start):
    assert cell(f"{start}1+1").startswith("'")


def test_a_text_is_one_line_unless_lines_are_wanted():
    assert (cell("a\n::error::b"), cell("a\r\nb\x1b", keeps_lines=True)) == ("a␊::error::b", "a\nb␛")


def test_numbers_stay_numbers_and_commas_stand_in_quotes():
    assert sheet([("id", "share"), ("a, b", -1.5), ("", None)]) == 'id,share\n"a, b",-1.5\n,\n'
