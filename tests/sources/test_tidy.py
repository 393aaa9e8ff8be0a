"""White space is brought into one form, and only white space that means nothing."""

import pytest

from eaframe.sources.reader import read_yaml
from eaframe.sources.tidy import tidied


def tidy(text: str) -> str:
    """The tidied text; what it says is the same, and tidying it again changes nothing."""
    document, _ = read_yaml("f.yaml", text.encode("utf-8"))
    new = tidied(text, document.positions)
    again, findings = read_yaml("f.yaml", new.encode("utf-8"))
    assert (again.data, findings) == (document.data, [])
    assert tidied(new, again.positions) == new
    return new


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("a:\n    b:\n        c: 1\n", "a:\n  b:\n    c: 1\n"),
        ("a:\n b: 1\n", "a:\n  b: 1\n"),
        ("a:\n- 1\n- 2\nb: 1\n", "a:\n  - 1\n  - 2\nb: 1\n"),
        ("a:\n-   b: 1\n    c: 2\n", "a:\n  - b: 1\n    c: 2\n"),
        ("-   - 1\n    - 2\n-\n    a: 1\n", "- - 1\n  - 2\n-\n  a: 1\n"),
        ("a:\n    |\n    x\n", "a:\n    |\n    x\n"),
        ("a:\n      [1]\n", "a:\n      [1]\n"),
        ("a:\n    b:\n          [1]\n", "a:\n  b:\n        [1]\n"),
        ("  a: 1\n  b: 2\n", "a: 1\nb: 2\n"),
    ],
)
def test_every_level_is_indented_by_two_spaces(before, after):
    assert tidy(before) == after


def test_texts_and_flow_lists_over_several_lines_move_as_a_whole():
    before = (
        "a:\n    b: |\n       x\n         y\n\n       z\n    c: [1,\n          2]\n    d: 'x\n      y'\n    e: x\n"
        "       y\n"
    )
    after = "a:\n  b: |\n     x\n       y\n\n     z\n  c: [1,\n        2]\n  d: 'x\n    y'\n  e: x\n     y\n"
    assert tidy(before) == after


def test_comments_stand_with_what_they_stood_with():
    before = (
        "# top\na:\n    # about b\n    b:\n    # first\n    - 1\n    # end of b\n    c: 1\n    # end of a\n"
        "  # odd\nz: 1\n# z\n"
    )
    after = (
        "# top\na:\n  # about b\n  b:\n    # first\n    - 1\n  # end of b\n  c: 1\n  # end of a\n  # odd\nz: 1\n# z\n"
    )
    assert tidy(before) == after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("a: 1  \n# c \t\n   \nb: 2 # d  \n", "a: 1\n# c\n\nb: 2 # d\n"),
        ("a: [1,  \n  2]\n", "a: [1,\n  2]\n"),
        ("a: |\n  x  \n   \n  y\n", "a: |\n  x  \n   \n  y\n"),
        ('a: "x  \n  y"\n', 'a: "x  \n  y"\n'),
        ("a: 1", "a: 1\n"),
        ("a: 1\n\n\n", "a: 1\n"),
        ("a: 1\r\n\r\n", "a: 1\r\n"),
        ("a: |\n  x\n\n\n", "a: |\n  x\n"),
        ("a: |+\n  x\n\n", "a: |+\n  x\n\n"),
        ("a: |\n  x", "a: |\n  x"),
        ("# only a comment  ", "# only a comment\n"),
        ("", ""),
        ("\n\n", ""),
        ("---\na: 1\n", "---\na: 1\n"),
    ],
)
def test_lines_and_files_end_well_where_that_means_nothing(before, after):
    assert tidy(before) == after
