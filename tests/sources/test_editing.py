"""A key, an item or a word is put into a file in the style in which the file is written."""

import pytest

from eaframe.sources.editing import Editor, set_key
from eaframe.sources.edits import Edit, apply_edits
from eaframe.sources.files import SourceFile, read_file
from eaframe.sources.limits import Limits


def file_of(text: str) -> SourceFile:
    return read_file("f.yaml", text.encode("utf-8"), Limits())


def after(text: str, edit: Edit) -> str:
    return apply_edits(text.encode("utf-8"), [edit]).decode("utf-8")


def with_key(text: str, path: tuple, key: str, value: object, behind: tuple = ()) -> str:
    return after(text, set_key(file_of(text), path, key, value, behind))


@pytest.mark.parametrize(
    ("before", "expected"),
    [
        ("a: 1\n", "a: 1\nk: v\n"),
        ("a: 1", "a: 1\nk: v"),
        ("a: 1\r\nb: 2\r\n", "a: 1\r\nb: 2\r\nk: v\r\n"),
        ("a: 1  # why\n# the end\n", "a: 1  # why\nk: v\n# the end\n"),
        ("a: |\n  x\n\n\n", "a: |\n  x\nk: v\n\n\n"),
        ("a: |+\n  x\n\n", "a: |+\n  x\n\nk: v\n"),
        ("a: >-\n  x\n  y\n# c\n", "a: >-\n  x\n  y\nk: v\n# c\n"),
        ("a:\n  - x  # one\n", "a:\n  - x  # one\nk: v\n"),
        ("a:\n", "a:\nk: v\n"),
        ("{a: 1}\n", "{a: 1, k: v}\n"),
        ("{}\n", "{k: v}\n"),
        ("{a: 1,  # c\n}\n", "{a: 1, k: v,  # c\n}\n"),
        ("", "k: v\n"),
        ("# only a comment", "# only a comment\nk: v\n"),
        ("\ufeffa: 1\n", "\ufeffa: 1\nk: v\n"),
    ],
)
def test_a_new_key_stands_behind_all_others(before, expected):
    assert with_key(before, (), "k", "v") == expected


def test_a_new_key_stands_behind_the_last_of_the_keys_that_it_follows():
    text = "e:\n    type: goal\n    name: A  # its name\n    # who\n    owner: x\n"
    expected = "e:\n    type: goal\n    name: A  # its name\n    k: [v]\n    # who\n    owner: x\n"
    assert with_key(text, ("e",), "k", ["v"], ("type", "name", "tags")) == expected
    assert with_key("{type: goal, owner: x}", (), "k", "v", ("type",)) == "{type: goal, k: v, owner: x}"


def test_a_key_in_an_item_of_a_list_is_indented_as_the_others_there():
    assert with_key("l:\n  -   a: 1\n      b: 2\n", ("l", 0), "k", "v") == "l:\n  -   a: 1\n      b: 2\n      k: v\n"


@pytest.mark.parametrize(
    ("before", "expected"),
    [
        ("s: off  # why\n", "s: {APP003: info}  # why\n"),
        ("s:\n  APP001: off\n  APP003: off  # why\n", "s:\n  APP001: off\n  APP003: info  # why\n"),
        ("s: {APP003: off}\n", "s: {APP003: info}\n"),
        ("s:\n", "s: {APP003: info}\n"),
        ("s: {}\n", "s: {APP003: info}\n"),
        ("a: 1\n", "a: 1\ns: {APP003: info}\n"),
        ("s:\n  APP001: off\n", "s:\n  APP001: off\n  APP003: info\n"),
        ("s: {APP003: }\n", "s: {APP003:  info}\n"),
        ("s: {APP003}\n", "s: {APP003: info}\n"),
        ("s:\n  APP003:\n    - a\n    - b\n  z: 1\n", "s:\n  APP003: info\n  z: 1\n"),
        ("s:\n  APP003: |\n    text\n\n  z: 1\n", "s:\n  APP003: info\n\n  z: 1\n"),
    ],
)
def test_a_key_that_is_there_is_replaced_and_mappings_that_are_missing_are_made(before, expected):
    if before.startswith("s: off"):
        with pytest.raises(ValueError, match="s is not a mapping"):
            with_key(before, ("s",), "APP003", "info")
    else:
        assert with_key(before, ("s",), "APP003", "info") == expected


@pytest.mark.parametrize(
    ("before", "expected"),
    [
        ("a: [x, y]\n", "a: [x, y, z]\n"),
        ("a: []\n", "a: [z]\n"),
        ("a: [x,\n  y,  # c\n]\n", "a: [x,\n  y, z,  # c\n]\n"),
        ("a:\n  - x\n  - y  # c\n\nb: 1\n", "a:\n  - x\n  - y  # c\n  - z\n\nb: 1\n"),
        ("a:\n- x\nb: 1\n", "a:\n- x\n- z\nb: 1\n"),
        ("a: 'x'\n", "a: ['x', z]\n"),
        ("a: x, y\n", 'a: ["x, y", z]\n'),
        ("a:\n", "a: [z]\n"),
        ("b: 1\n", "b: 1\na: [z]\n"),
        ("a: >-\n  x\nb: 1\n", "a: [x, z]\nb: 1\n"),
    ],
)
def test_an_item_stands_at_the_end_of_the_list(before, expected):
    assert after(before, Editor(file_of(before)).add_item(("a",), "z")) == expected


@pytest.mark.parametrize(
    ("before", "at", "expected"),
    [
        ("a: [x, y]\n", 0, "a: [z, x, y]\n"),
        ("a: [x, y]\n", 1, "a: [x, z, y]\n"),
        ("a: []\n", 0, "a: [z]\n"),
        ("a: 'x'\n", 0, "a: [z, 'x']\n"),
        ("a:\n    # c\n    -   x  # of x\n    - y\n", 0, "a:\n    # c\n    - z\n    -   x  # of x\n    - y\n"),
        ("a:\n  - x  # of x\n  - y\n", 1, "a:\n  - x  # of x\n  - z\n  - y\n"),
    ],
)
def test_an_item_stands_where_it_is_wanted(before, at, expected):
    assert after(before, Editor(file_of(before)).add_item(("a",), "z", at=at)) == expected


@pytest.mark.parametrize(
    ("before", "index", "expected"),
    [
        ("a: [x, y, z]\n", 0, "a: [y, z]\n"),
        ("a: [x, y, z]\n", 1, "a: [x, z]\n"),
        ("a: [x, y, z]\n", 2, "a: [x, y]\n"),
        ("a:\n  - x\n  - y\nb: 1\n", 1, "a:\n  - x\nb: 1\n"),
        ("a:\n  - x\n  - y", 1, "a:\n  - x"),
        ("b: 1\na: [x]\n", 0, "b: 1\n"),
        ("a: x\nb: 1\n", 0, "b: 1\n"),
        ("b: 1\r\na: [x]", 0, "b: 1"),
        ("{b: 1, a: [x]}\n", 0, "{b: 1}\n"),
        ("{a: [x], b: 1}\n", 0, "{b: 1}\n"),
        ("- a: x\n  b: 1\n", None, "- b: 1\n"),
        ("b: 1\na: |+\n  x\n\nc: 1\n", 0, "b: 1\nc: 1\n"),
    ],
)
def test_an_item_is_taken_out_and_of_the_only_one_the_key(before, index, expected):
    editor = Editor(file_of(before))
    edit = editor.remove_key((0,), "a") if index is None else editor.remove_item(("a",), index)
    assert after(before, edit) == expected


def test_all_that_a_mapping_has_is_not_taken_out():
    with pytest.raises(ValueError, match="a is all that stands there"):
        Editor(file_of("a: x\n")).remove_key((), "a")


@pytest.mark.parametrize(
    ("before", "part", "expected"),
    [
        ("a: old # c\n", "value", "a: new # c\n"),
        ("a: 'old'\n", "value", "a: 'new'\n"),
        ('{a: "old"}\n', "value", '{a: "new"}\n'),
        ("a: >-\n  old\n\n# c\n", "value", "a: new\n\n# c\n"),
        ('"a" : old\n', "key", '"new" : old\n'),
    ],
)
def test_a_word_is_replaced_in_its_own_quotes(before, part, expected):
    assert after(before, Editor(file_of(before)).replace_word(("a",), "new", part)) == expected


@pytest.mark.parametrize("word", ["on", "2017-06-30", "null", "1"])
def test_a_word_that_would_be_read_as_something_else_gets_quotes(word):
    assert after("a: old\n", Editor(file_of("a: old\n")).replace_word(("a",), word)) == f'a: "{word}"\n'


def test_a_path_that_leads_nowhere_is_told():
    with pytest.raises(KeyError):
        Editor(file_of("a: [x]\n")).replace_word(("a", 1), "y")
