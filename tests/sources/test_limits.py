"""How much a workspace may hold: beyond a limit there is one finding that names the limit."""

import pytest

from eaframe.sources.cache import Cache
from eaframe.sources.files import list_files, read_files
from eaframe.sources.limits import Limits, parse_limits
from eaframe.sources.reader import read_yaml


def test_a_file_may_be_as_long_as_the_limit_and_no_longer(located):
    assert located("a: 1234\n", Limits(file_bytes=8)) == []
    assert located("a: 12345\n", Limits(file_bytes=8)) == ["1:1-1:2 SRC009 The file has 9 bytes (file-bytes is 8)."]


def test_bytes_are_counted_not_characters(places):
    assert places("a: ệệ\n", Limits(file_bytes=9)) == ["1:1-1:2 SRC009"]


def test_a_text_may_be_as_long_as_the_limit_and_no_longer(located):
    limits = Limits(scalar_characters=5)
    assert located("a: 12345\nb: ệệệệệ\n", limits) == []
    assert located("a: |\n  1234\n", limits) == []
    assert located("a: 1\nb: 123456\n", limits) == ["2:4-2:5 SRC009 A text has 6 characters (scalar-characters is 5)."]
    assert located("123456: a\n", limits) == ["1:1-1:2 SRC009 A text has 6 characters (scalar-characters is 5)."]
    assert located("a: |\n  12345\n", limits) == ["1:4-1:5 SRC009 A text has 6 characters (scalar-characters is 5)."]


def test_nesting_may_be_as_deep_as_the_limit_and_no_deeper(located):
    limits = Limits(depth=2)
    assert located("a: [b]\n", limits) == []
    assert located("a: [[b]]\n", limits) == [
        "1:5-1:6 SRC009 Lists and mappings are nested more than 2 deep (depth is 2)."
    ]
    assert located("a:\n  - b: c\n", limits) == [
        "2:5-2:6 SRC009 Lists and mappings are nested more than 2 deep (depth is 2)."
    ]


def test_nesting_in_a_key_counts_too(places):
    assert places("? [a]\n", Limits(depth=2)) == ["1:3-1:4 SRC008"]
    assert places("? [[a]]\n", Limits(depth=2)) == ["1:3-1:4 SRC008", "1:4-1:5 SRC009"]


def test_the_ordinary_limit_of_depth_is_32(places):
    assert places("[" * 32 + "]" * 32) == []
    assert places("[" * 33 + "]" * 33) == ["1:33-1:34 SRC009"]


def test_keys_and_values_of_one_file_are_limited_however_flat_it_is(located):
    limits = Limits(nodes=4)
    assert located("[1, 2, 3]", limits) == []
    assert located("[1, 2, 3, 4]", limits) == [
        "1:12-1:13 SRC009 The workspace has more than 4 keys and values (nodes is 4)."
    ]
    assert located("a: 1\nb: 2\n", limits) == [
        "3:1-3:1 SRC009 The workspace has more than 4 keys and values (nodes is 4)."
    ]


@pytest.mark.parametrize("cached", [False, True])
def test_keys_and_values_are_limited_over_all_files(tmp_path, cached):
    cache = Cache(tmp_path, "1")
    contents = [("a.yaml", b"[1, 2]"), ("b.yaml", b"[3]"), ("c.yaml", b"[4]")]
    if cached:
        read_files(contents, Limits(), cache)
    files = read_files(contents, Limits(nodes=6), cache)
    assert [(file.name, [finding.code for finding in file.findings]) for file in files] == [
        ("a.yaml", []),
        ("b.yaml", []),
        ("c.yaml", ["SRC009"]),
    ]
    assert files[2].findings[0].message.text() == "The workspace has more than 6 keys and values (nodes is 6)."


def test_the_number_of_files_is_limited(workspace):
    root = workspace({"a.yaml": "", "b.yaml": "", "sub/c.yml": ""})
    assert list_files(root, (), Limits(files=3)) == (["a.yaml", "b.yaml", "sub/c.yml"], [])
    files, (found,) = list_files(root, (), Limits(files=2))
    assert files == ["a.yaml", "b.yaml"]
    assert (found.code, found.at.file, found.message.text()) == (
        "SRC009",
        "sub/c.yml",
        "The workspace has 3 files (files is 2).",
    )


def test_the_number_of_defects_of_a_file_is_limited(places):
    assert places("- *a\n" * 3, Limits(defects=3)) == ["1:3-1:5 SRC004", "2:3-2:5 SRC004", "3:3-3:5 SRC004"]
    assert places("- *a\n" * 9, Limits(defects=2)) == ["1:3-1:5 SRC004", "2:3-2:5 SRC004", "3:3-3:4 SRC009"]
    assert places("\u202ex" * 9, Limits(defects=1)) == ["1:1-1:2 SRC011", "1:3-1:4 SRC009"]


def test_a_file_over_a_limit_says_nothing_and_may_define_anything():
    document, _ = read_yaml("f.yaml", b"a: [[b]]\n", Limits(depth=2))
    assert (document.data, document.broken) == (None, True)


def test_a_finding_says_how_to_raise_the_limit():
    _, (found,) = read_yaml("f.yaml", b"[[b]]\n", Limits(depth=1))
    assert found.hint.text() == (
        "Split it; or, for a run that you trust, set the environment variable EAFRAME_LIMITS=depth=NUMBER."
    )


def test_limits_are_read_from_a_variable():
    assert parse_limits("") == Limits()
    assert parse_limits("depth=64, file-bytes = 20000000,") == Limits(depth=64, file_bytes=20_000_000)


@pytest.mark.parametrize("text", ["deep=1", "depth", "depth=", "depth=-1", "depth=1.5", "depth=x", "=1", "depth=1=2"])
def test_a_limit_that_is_none_is_refused(text):
    with pytest.raises(ValueError) as refused:
        parse_limits(text)
    assert str(refused.value) == (
        f"EAFRAME_LIMITS: `{text}` is not one of "
        "defects, depth, file-bytes, files, nodes, rule-steps, scalar-characters with =NUMBER"
    )
