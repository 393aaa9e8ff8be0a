import pytest

from eaframe.reports.width import cut, padded, width


@pytest.mark.parametrize(
    ("text", "columns"),
    [
        ("", 0),
        ("abc", 3),
        ("Cổng", 4),
        ("Co\u0302\u0309ng", 4),
        ("漢字", 4),
        ("a\tb", 3),
        ("\x1b[1m", 4),
        ("a\u200bb", 2),
    ],
)
def test_the_width_is_that_of_what_a_terminal_shows(text, columns):
    assert width(text) == columns


def test_a_text_is_padded_by_its_width():
    assert padded("漢字", 6) == "漢字  "
    assert padded("abc", 2) == "abc"


@pytest.mark.parametrize(
    ("text", "columns", "shown"),
    [
        ("abc", 3, "abc"),
        ("abcd", 3, "ab…"),
        ("ab cd", 4, "ab…"),
        ("漢字", 4, "漢字"),
        ("漢字漢", 4, "漢…"),
        ("漢字漢", 5, "漢字…"),
        ("Co\u0302\u0309ng", 4, "Co\u0302\u0309ng"),
        ("Co\u0302\u0309ngx", 4, "Co\u0302\u0309n…"),
    ],
)
def test_what_is_too_wide_is_cut_and_says_so(text, columns, shown):
    assert cut(text, columns) == shown
    assert width(cut(text, columns)) <= columns
