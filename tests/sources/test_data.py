"""What the reader takes a text for: texts stay as they were written, only nothing is None."""

import pytest

from eaframe.sources.reader import read_yaml


def test_a_mapping_of_words_lists_and_mappings_is_read_in_any_style(data_of):
    expected = {"a": "x y", "b": ["1", "2"], "c": {"d": "e", "f": "g"}}
    assert data_of("a: x y\nb:\n  - 1\n  - 2\nc:\n  d: e\n  f: g\n") == expected
    assert data_of("a: x y\nb:\n- 1\n- 2\nc:\n    d: e\n    f: g\n") == expected
    assert data_of("{a: x y, b: [1, 2], c: {d: e, f: g}}") == expected
    assert data_of('{"a": "x y", "b": ["1", "2"], "c": {"d": "e", "f": "g"}}') == expected
    assert data_of("'a': 'x y'\n'b': ['1', '2']\nc: {'d': e, f: 'g'}\n") == expected
    assert data_of("? a\n: x y\n? b\n: - 1\n  - 2\n? c\n: {d: e, f: g}\n") == expected
    assert data_of("--- # one document\na: x\n  y\nb: [1,\n  2]\nc: {d: e,\n  f: g}\n...\n") == expected


@pytest.mark.parametrize("text", ["", "\n", "# only a comment\n", "---\n", "---\n...\n", "null", "~"])
def test_a_file_that_says_nothing_is_none(data_of, text):
    assert data_of(text) is None


def test_block_scalars_keep_or_fold_their_lines(data_of):
    assert data_of("a: |\n  x\n   y\n\n  z\n") == {"a": "x\n y\n\nz\n"}
    assert data_of("a: >\n  x\n  y\n\n  z\n") == {"a": "x y\nz\n"}
    assert data_of("a: |-\n  x\n\nb: |+\n  y\n\n") == {"a": "x", "b": "y\n\n"}
    assert data_of("a: |2\n    x\n") == {"a": "  x\n"}


def test_texts_over_several_lines_are_folded(data_of):
    assert data_of("a: x\n  y\n\n  z\n") == {"a": "x y\nz"}
    assert data_of("a: 'x\n  y'\n") == {"a": "x y"}
    assert data_of('a: "x\\\n  y"\n') == {"a": "xy"}


def test_escapes_are_resolved_in_double_quotes_only(data_of):
    assert data_of(r"""{a: "x\ty\n\"\\\u1ec7\U0001F600", b: 'it''s \n', c: \n}""") == {
        "a": 'x\ty\n"\\ệ😀',
        "b": "it's \\n",
        "c": "\\n",
    }


def test_vietnamese_stands_in_keys_and_values(data_of):
    assert data_of("Hệ thống: Đường cao tốc Bắc–Nam\n") == {"Hệ thống": "Đường cao tốc Bắc–Nam"}


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_every_line_end_is_one(data_of, end):
    assert data_of(end.join(["a: x", "b: |", "  y", "  z", "c: u", "  v", ""])) == {"a": "x", "b": "y\nz\n", "c": "u v"}


def test_comments_and_empty_lines_say_nothing(data_of):
    assert data_of("# one\n\na: x # two\n\n  # three\nb: # four\n  - y\n  # five\nc: z#z\nd: '# e'\n") == {
        "a": "x",
        "b": ["y"],
        "c": "z#z",
        "d": "# e",
    }


@pytest.mark.parametrize("value", ["", " ", " ~", " null", " Null", " NULL", " # a comment"])
def test_only_a_plain_null_is_none(data_of, value):
    assert data_of(f"a:{value}\n") == {"a": None}
    assert data_of(f"-{value}\n") == [None]


@pytest.mark.parametrize(
    ("written", "text"),
    [
        ('""', ""),
        ("''", ""),
        ('"null"', "null"),
        ("'~'", "~"),
        ('"NULL"', "NULL"),
        ("|-\n  null", "null"),
        (">-\n  ~", "~"),
        ("|\n", ""),
    ],
)
def test_a_quoted_null_is_a_text(data_of, written, text):
    assert data_of(f"a: {written}\n") == {"a": text}


# What YAML 1.1 reads as a boolean, a number or a date: a phone code, a version, a clock time must never change.
YAML_1_1_TRAPS = """
    y Y yes Yes YES n N no No NO on On ON off Off OFF true True TRUE false False FALSE nUll nULL none None
    0 00 007 012 0777 0o14 0x1F 0b101 1_000 1_0.0_1 190:20:30 1:30 20:30.15 -1:30 1,000
    1.10 1.0 3. .5 1e3 1E+3 6.02e23 +1 -1 -0 0.1e-2 12e03 -2E+05 1e999
    .inf .Inf .INF -.inf +.inf .nan .NaN .NAN inf nan
    2026-11-23 2026-1-2 2026-11-23T10:00:00Z 2001-12-14t21:59:43.10-05:00 2026 10:00 +84912345678 0912345678
    = << == <<<
"""


@pytest.mark.parametrize("written", YAML_1_1_TRAPS.split())
def test_what_yaml_1_1_would_change_stays_as_it_was_written(data_of, written):
    assert data_of(f"a: {written}\nb:\n  - {written}\n") == {"a": written, "b": [written]}


@pytest.mark.parametrize("written", ["no", "on", "012", "1.10", "1:30", "2026-11-23", "true", ".inf", "=", "nULL"])
def test_keys_stay_as_they_were_written(data_of, written):
    assert data_of(f"{written}: x\n") == {written: "x"}


def test_a_date_with_a_time_is_one_text(data_of):
    assert data_of("a: 2026-11-23 10:00:00\n") == {"a": "2026-11-23 10:00:00"}


def test_keys_are_shared_between_mappings(data_of):
    first, second = data_of("- {name: x}\n- {name: y}\n")
    assert next(iter(first)) is next(iter(second))


def test_a_file_without_defects_is_not_broken():
    document, findings = read_yaml("f.yaml", b"a: 1\n")
    assert (document.data, document.broken, findings) == ({"a": "1"}, False, [])
