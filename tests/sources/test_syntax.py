"""What is said of a file that is not YAML: one finding, where its writer has to look, in words for people."""

import pytest

from eaframe.sources.reader import read_yaml

SECOND_COLON = "a second `:` on a line needs quotes around the text, or a line of its own"
CONTINUED = "the line continues the text above it; either that lacks its `:`, or this line is indented too deep"
LIST_OPEN = "a list that was opened with `[` is not closed, or a comma is missing"
MAPPING_OPEN = "a mapping that was opened with `{` is not closed, or a comma is missing"
BRACKET_OPEN = "a bracket that was opened is not closed"
QUOTE_OPEN = "a quote that was opened is not closed"
INDENTATION = "the indentation differs from the lines above"
AFTER_CLOSING = "text follows a closing quote or bracket; put the whole text in quotes"
TAB = "a tab stands where spaces are expected; indent with spaces"
NO_COLON = "a key without `:`"
MIXED_LIST = "the lines of a list and other keys stand at the same indentation"
ENTRY_FOR_KEY = "a list entry stands where a key is expected"
LIST_BELOW = "a list begins on a line of its own, below its key"
NO_KEY = "a key is missing before `:`"
ESCAPE = "the escape is not a character"
BACKSLASH = "in double quotes a backslash must be written `\\\\`"
NAMES = "a text that begins with `&`, `*` or `!` needs quotes"
BLOCK = "a text that begins with `|` or `>` needs quotes, or stands on the lines below it"
DIRECTIVE = "`%YAML 1.2` is the only line with `%` that may begin a file"
CONFLICT = "a merge conflict is left in it"
MISSING = "a value is missing before this character"
DASH = "between brackets values are parted by commas, not by `-`"
ENDED = "text stands where the content has ended"

BROKEN = [
    ("name: Sở: Khoa học\n", "1:9-1:10", SECOND_COLON),
    ("a: b: c\n", "1:5-1:6", SECOND_COLON),
    ("a:\n  b: 1\n   c: 2\n", "3:5-3:6", CONTINUED),
    ("a: b\n c: d\n", "2:3-2:4", CONTINUED),
    ("a\nb: 1\n", "2:2-2:3", CONTINUED),
    ("k: v\n  - x: 1\n", "2:6-2:7", CONTINUED),
    ("a: [1, 2\nb: 3\n", "2:2-2:3", LIST_OPEN),
    ("a: [b: c: d]\n", "1:9-1:10", LIST_OPEN),
    ("a: {b: 1\nc: 2\n", "2:2-2:3", MAPPING_OPEN),
    ("a: {'b' c}\n", "1:9-1:10", MAPPING_OPEN),
    ("{a: 1", "1:5-1:6", MAPPING_OPEN),
    ("a: {b: [\n", "1:8-1:9", BRACKET_OPEN),
    ("[", "1:1-1:2", BRACKET_OPEN),
    ("a: 'open\nb: 1\n", "1:4-1:5", QUOTE_OPEN),
    ('a: 1\nb: "open\n\nc: 2\n', "2:4-2:5", QUOTE_OPEN),
    ("a: '\n---\n", "1:4-1:5", QUOTE_OPEN),
    ("a:\n    b: 1\n  c: 2\n", "3:3-3:4", INDENTATION),
    ("a:\n  - x\n b: 1\n", "3:2-3:3", INDENTATION),
    ("a: |\n  x\n b\n", "3:2-3:3", INDENTATION),
    ("a: 1 # c\n  b: 2\n", "2:3-2:4", INDENTATION),
    ("a: 'it's'\n", "1:8-1:9", AFTER_CLOSING),
    ("a: 'x' y\n", "1:8-1:9", AFTER_CLOSING),
    ("a: [b]c\n", "1:7-1:8", AFTER_CLOSING),
    ("a: [b]]\n", "1:7-1:8", "nothing opened the `]` that stands here"),
    ("a: {b}}\n", "1:7-1:8", "nothing opened the `}` that stands here"),
    ("a: ]\n", "1:4-1:5", "nothing opened the `]` that stands here, or a value is missing before it"),
    ("a: {b: [}\n", "1:9-1:10", "nothing opened the `}` that stands here, or a value is missing before it"),
    ("a: [1,,2]\n", "1:7-1:8", MISSING),
    ("a: [\n- b\n]\n", "2:1-2:2", DASH),
    ("a:\n\t- x\n", "2:1-2:2", TAB),
    ("a: 1\n\tb: 2\n", "2:1-2:2", TAB),
    ("a: >\n\tb\n", "2:1-2:2", TAB),
    ("a: 1\nb\n", "2:1-2:2", NO_COLON),
    ("a: 1\nb\nc: 2\n", "2:1-2:2", NO_COLON),
    (": 1\n", "1:1-1:2", NO_KEY),
    ("- a\nb: 1\n", "2:1-2:2", MIXED_LIST),
    ("a: 1\n- b\n", "2:1-2:2", ENTRY_FOR_KEY),
    ("a: - b\n", "1:4-1:5", LIST_BELOW),
    ("a: ? b\n", "1:4-1:5", "a text that begins with `?` needs quotes"),
    ("a: @x\n", "1:4-1:5", "a text that begins with `@` needs quotes"),
    ("a: %x\n", "1:4-1:5", "a text that begins with `%` needs quotes"),
    ("a: `x`\n", "1:4-1:5", "a text that begins with a backquote needs quotes"),
    ('a: "C:\\dir"\n', "1:7-1:8", BACKSLASH),
    ('a: "\\xZZ"\n', "1:7-1:8", ESCAPE),
    ('a: "\\ud800"\n', "1:7-1:8", ESCAPE),
    ('a: "\\U00110000"\n', "1:7-1:8", ESCAPE),
    ("a: *\n", "1:4-1:5", NAMES),
    ("a: & b\n", "1:4-1:5", NAMES),
    ("a: !e!x 1\n", "1:4-1:5", NAMES),
    ("a: !<x\n", "1:4-1:5", NAMES),
    ("a: &x &y 1\n", "1:7-1:8", AFTER_CLOSING),
    ("a: |9x\n  b\n", "1:4-1:5", BLOCK),
    ("a: >0\n  b\n", "1:4-1:5", BLOCK),
    ("%YAML 3.0\n---\na: 1\n", "1:1-1:2", DIRECTIVE),
    ("%YAML 1\n---\na: 1\n", "1:1-1:2", DIRECTIVE),
    ("%YAML 1.2\n%YAML 1.2\n---\n", "2:1-2:2", DIRECTIVE),
    ("%x\n---\na: 1\n", "1:1-1:2", DIRECTIVE),
    ("a: 1\n...\nb: 2\n", "3:1-3:2", ENDED),
    ("'a' b\n", "1:5-1:6", ENDED),
    ("a: 1\n<<<<<<< HEAD\nb: 1\n=======\nb: 2\n>>>>>>> main\n", "2:1-2:2", CONFLICT),
    ("<<<<<<< HEAD\na: 1\n=======\na: 2\n>>>>>>> main\n", "1:1-1:2", CONFLICT),
]


@pytest.mark.parametrize(("text", "place", "problem"), BROKEN)
def test_a_broken_file_is_one_finding_that_says_what_to_mend(located, text, place, problem):
    found = [one for one in located(text) if " SRC001 " in one]
    assert found == [f"{place} SRC001 The file is not valid YAML: {problem}."]


@pytest.mark.parametrize(("text", "place", "problem"), BROKEN)
def test_the_place_is_the_same_with_other_line_ends_and_after_vietnamese_lines(places, text, place, problem):
    del problem
    (line, column), (end_line, end_column) = (map(int, end.split(":")) for end in place.split("-"))
    found = [one for one in places(("# Hệ thống 😀\n" + text).replace("\n", "\r\n")) if one.endswith(" SRC001")]
    if not text.startswith("%"):
        assert found == [f"{line + 1}:{column}-{end_line + 1}:{end_column} SRC001"]


def test_what_was_opened_is_a_note():
    text = "a: [1, 2\nb: 3\n"
    _, (found,) = read_yaml("f.yaml", text.encode())
    assert [(note.message.text(), text[note.at.start : note.at.end]) for note in found.notes] == [
        ("it was opened here", "[")
    ]


def test_findings_from_before_the_broken_place_are_kept(places):
    assert places("a: 1\na: 2\nb: &x 1\nc: [\n") == ["2:1-2:2 SRC003", "3:4-3:6 SRC004", "4:4-4:5 SRC001"]


def test_nothing_of_a_broken_file_is_read():
    document, _ = read_yaml("f.yaml", b"a: 1\nb: [\n")
    assert (document.data, document.broken, len(document.positions.starts)) == (None, True, 0)


@pytest.mark.parametrize(
    ("content", "place", "problem"),
    [
        (b"a: caf\xe9\n", "1:7-1:8", "byte 6 is 0xE9"),
        (b"\xef\xbb\xbfa: \xe9\n", "1:4-1:5", "byte 6 is 0xE9"),
        ("Đường\nb: ".encode() + b"\xff\n", "2:4-2:5", "byte 13 is 0xFF"),
        ("a: b\n".encode("utf-16"), "1:1-1:2", "byte 0 is 0xFF"),
        ("a: b\n".encode("utf-16-le"), "1:2-1:3", "byte 1 is 0x00"),
        ("a: b\n".encode("utf-16-be"), "1:1-1:2", "byte 0 is 0x00"),
        ("a: b\n".encode("utf-32"), "1:1-1:2", "byte 0 is 0xFF"),
        ("tên: Hà Nội\n".encode("cp1258", "replace"), "1:2-1:3", "byte 1 is 0xEA"),
        (b"a: \xed\xa0\x80\n", "1:4-1:5", "byte 3 is 0xED"),  # a lone surrogate
        (b"a: \xf4\x90\x80\x80\n", "1:4-1:5", "byte 3 is 0xF4"),  # beyond Unicode
        (b"a: \xc0\x80\n", "1:4-1:5", "byte 3 is 0xC0"),  # a zero byte in disguise
        (b"a: b\x00c\n", "1:5-1:6", "byte 4 is 0x00"),
        (b"a: \xe1\xbb", "1:4-1:5", "byte 3 is 0xE1"),  # cut off
    ],
)
def test_a_file_in_another_encoding_is_one_finding_at_the_first_wrong_byte(located, content, place, problem):
    document, _ = read_yaml("f.yaml", content)
    assert (document.data, document.broken) == (None, True)
    assert [one for one in located(content) if "SRC012" not in one] == [
        f"{place} SRC002 The file is not UTF-8: {problem}."
    ]


def test_a_byte_order_mark_is_an_info_and_shifts_nothing(located, places):
    assert located("\ufeffa: 1\n") == ["1:1-1:2 SRC012 The file begins with a byte order mark."]
    assert places("\ufeffa: 1\na: 2\n") == ["1:1-1:2 SRC012", "2:1-2:2 SRC003"]
    assert read_yaml("f.yaml", "\ufeffa: 1\n".encode())[0].data == {"a": "1"}
