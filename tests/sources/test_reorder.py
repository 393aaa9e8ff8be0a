"""Keys and items move with their comments, or not at all."""

import pytest

from eaframe.sources.editing import Editor
from eaframe.sources.edits import apply_edits
from eaframe.sources.files import read_file
from eaframe.sources.limits import Limits
from eaframe.sources.reorder import reorder_keys, sort_items


def reordered(text: str, path: tuple = ("e",), order: tuple = ("a", "b", "c")) -> str | None:
    edit = reorder_keys(Editor(read_file("f.yaml", text.encode("utf-8"), Limits())), path, order)
    return None if edit is None else apply_edits(text.encode("utf-8"), [edit]).decode("utf-8")


def with_sorted(text: str) -> str | None:
    edit = sort_items(Editor(read_file("f.yaml", text.encode("utf-8"), Limits())), ("t",))
    return None if edit is None else apply_edits(text.encode("utf-8"), [edit]).decode("utf-8")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("e:\n  c: 1\n  a: 2\n  b: 3\nz: 1\n", "e:\n  a: 2\n  b: 3\n  c: 1\nz: 1\n"),
        (
            "e:\n  b: 1  # of b\n  # of a\n  a:\n    - x\n  c: |\n    t\n",
            "e:\n  # of a\n  a:\n    - x\n  b: 1  # of b\n  c: |\n    t\n",
        ),
        ("e:\r\n  b: 1\r\n  a: 2\r\n  c: 3\r\n", "e:\r\n  a: 2\r\n  b: 1\r\n  c: 3\r\n"),
        ("e: {c: 1,  a: [2], b: }  # e\n", "e: {a: [2],  b: , c: 1}  # e\n"),
        ("e:\n  b:\n  a: 1\n  c: 2\n", "e:\n  a: 1\n  b:\n  c: 2\n"),
    ],
)
def test_keys_are_put_in_order_each_with_its_comments(before, after):
    assert reordered(before) == after


@pytest.mark.parametrize(
    "text",
    [
        "e: {a: 1, b: 2, c: 3}\n",
        "e:\n  b: 1\n\n  a: 2\n  c: 3\n",
        "e:\n  # of all, or of b?\n  b: 1\n  a: 2\n  c: 3\n",
        "e:\n  a: 1\n  c: 2\n  b: 3\n  # of all, or of b?\n",
        "e: {b: 1,\n  a: 2, c: 3}\n",
        "e:\n  b: |+\n    x\n\n  a: 2\n  c: 3\n",
        "e:\n  c: 1\n  a: 1\n  b: 2",
    ],
)
def test_where_a_comment_could_lose_its_place_or_nothing_need_move_nothing_does(text):
    assert reordered(text) is None


def test_a_comment_above_the_first_or_below_the_last_is_no_hindrance_where_those_stay():
    text = "e:\n  # of a\n  a: 1\n  c: 2\n  b: 3\n  d: 4\n  # of d\n"
    assert reordered(text, order=("a", "b", "c", "d")) == text.replace("  c: 2\n  b: 3\n", "  b: 3\n  c: 2\n")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("t: [b, 'a',  c]\n", "t: ['a', b,  c]\n"),
        ("t:\n  - b  # of b\n  # of a\n  - a\nz: 1\n", "t:\n  # of a\n  - a\n  - b  # of b\nz: 1\n"),
        ("t: [a, b]\n", None),
        ("t: [b,\n  a]\n", None),
        ("t: [b, [a]]\n", None),
        ("t:\n  - b\n\n  - a\n", None),
    ],
)
def test_words_are_sorted_each_with_its_comments(before, after):
    assert with_sorted(before) == after
