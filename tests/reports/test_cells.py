"""Tables of numbers and texts: aligned for a terminal, escaped for a page, plain for a spreadsheet."""

from fractions import Fraction

import pytest

from eaframe.reports.cells import Cells, Id, Percent, Points, percent, points, told_apart
from eaframe.reports.width import width

WORDS = {"score": "score", "kind": "kind"}


@pytest.mark.parametrize(
    ("share", "shown"),
    [
        (Fraction(1), "100.0%"),
        (Fraction(99999, 100000), "99.9%"),
        (Fraction(8, 10), "80.0%"),
        (Fraction(79999, 100000), "79.9%"),
        (Fraction(1, 3), "33.3%"),
        (Fraction(0), "0.0%"),
        (None, "–"),
    ],
)
def test_a_share_is_cut_so_that_it_never_looks_like_more(share, shown):
    assert percent(share, "en") == shown
    assert percent(share, "vi") == shown.replace(".", ",")


@pytest.mark.parametrize(
    ("one", "other", "shown"),
    [
        ("0.8", "0.7", ("80.0%", "70.0%")),
        ("0.8001", "0.8", ("80.01%", "80.00%")),
        ("0.8", "0.8", ("80.000000%", "80.000000%")),
    ],
)
def test_two_shares_have_as_many_digits_as_tell_them_apart(one, other, shown):
    assert told_apart(Fraction(one), Fraction(other), "en") == shown


@pytest.mark.parametrize(
    ("change", "shown"),
    [("2.34", "+2,3"), ("-0.5", "−0,5"), ("-0.04", "−0,04"), ("0", "0,0"), ("-0.0000001", "−0,000000")],
)
def test_a_change_has_a_sign_and_is_never_rounded_to_nothing(change, shown):
    assert points(Fraction(change), "vi") == shown


def test_a_terminal_shows_numbers_to_the_right_and_texts_to_the_left():
    cells = Cells(("score", "n", "kind"), [[Percent(Fraction(1, 2), bar=True), 7, "Hệ thống"], [Percent(None), 12, ""]])
    assert list(cells.text(WORDS, "vi")) == [
        "  SCORE                N  KIND",
        "   50,0%  █████·····   7  Hệ thống",
        "  –                   12",
    ]


def test_no_line_is_wider_than_a_terminal_where_its_numbers_are_not():
    cells = Cells(("score", "kind"), [[Percent(Fraction(1)), "Trung tâm phục vụ hành chính công " * 9]])
    assert [width(line) for line in cells.text(WORDS, "vi")] == [14, 80]


def test_a_name_is_no_markup_no_command_and_no_formula():
    cells = Cells(("kind", "name"), [[Id("a|b"), "##[error]<b>@all</b>"], [Id("=1+1"), "\x1b[31m=2+2"], [Id("b"), -1]])
    assert cells.csv() == "kind,name\na|b,## [error]<b>@all</b>\n'=1+1,␛[31m=2+2\nb,-1\n"
    page = "\n".join(cells.markdown(WORDS, "en"))
    assert "<b>" not in page
    assert "@all" not in page
    assert r"`a\|b`" in page
    assert "\x1b" not in page + "".join(cells.text(WORDS, "en"))


def test_a_spreadsheet_gets_numbers_with_a_point_and_nothing_where_there_is_none():
    cells = Cells(
        ("a", "b", "c"), [[Percent(Fraction(2, 3)), Points(Fraction(-5, 4)), Percent(None)], [Points(None), 1, ""]]
    )
    assert cells.csv() == "a,b,c\n66.66,-1.25,\n,1,\n"


def test_a_table_without_rows_is_its_head():
    assert list(Cells(("score",), []).text(WORDS, "en")) == ["  SCORE"]
