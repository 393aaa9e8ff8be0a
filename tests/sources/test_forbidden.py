"""What a model file may not hold: one finding each, at the exact place, and all else is still read."""

import unicodedata

import pytest

from eaframe.sources.document import REFUSED
from eaframe.sources.reader import read_yaml


def read(text: str) -> tuple[object, bool, list[str]]:
    """The data, whether something may be missing from it, and the codes."""
    document, findings = read_yaml("f.yaml", text.encode("utf-8"))
    return document.data, document.broken, [finding.code for finding in findings]


def test_a_duplicate_key_is_told_with_both_places_and_the_first_is_kept():
    text = "a: {b: 1}\nc: 2\n'a': 3\n"
    document, findings = read_yaml("f.yaml", text.encode())
    (found,) = findings
    assert document.data == {"a": {"b": "1"}, "c": "2"}
    assert (found.code, found.message.text(), text[found.at.start : found.at.end]) == (
        "SRC003",
        "The key `a` stands twice in the same mapping.",
        "'a'",
    )
    (note,) = found.notes
    assert (note.message.text(), note.at.start, note.at.end) == ("`a` stands here first", 0, 1)


def test_a_key_is_duplicate_whatever_its_unicode_form(places):
    assert places("ê: 1\ne\u0302: 2\n") == ["2:1-2:3 SRC003", "2:1-2:3 SRC013"]


def test_a_key_that_stands_three_times_is_told_twice(places):
    assert places("{a: 1, a: 2, b: 3, a: 4}") == ["1:8-1:9 SRC003", "1:20-1:21 SRC003"]


def test_keys_of_different_mappings_or_of_different_case_are_not_duplicates(data_of):
    assert data_of("a: {a: 1}\nb: {a: 1}\nA: 1\n") == {"a": {"a": "1"}, "b": {"a": "1"}, "A": "1"}


def test_a_duplicate_key_below_a_duplicate_key_is_told_too(places):
    assert places("a: 1\na: {b: 1, c: 2, b: 3}\n") == ["2:1-2:2 SRC003", "2:17-2:18 SRC003"]


def test_a_duplicate_key_of_an_element_has_the_element_as_its_subject():
    _, (found,) = read_yaml("f.yaml", b"elements:\n  lgsp:\n    name: a\n    name: b\n")
    assert found.subject == "lgsp"


def test_a_collection_under_a_duplicate_key_may_have_defined_what_is_missed_elsewhere():
    assert read("elements: {a: {}}\nelements: {b: {}}\n") == ({"elements": {"a": {}}}, True, ["SRC003"])
    assert read("a: 1\na: 2\n") == ({"a": "1"}, False, ["SRC003"])


@pytest.mark.parametrize(
    ("text", "expected", "data"),
    [
        ("a: &x 1\n", ["1:4-1:6 SRC004"], {"a": "1"}),
        ("a: &long-anchor\n  b: 1\n", ["1:4-1:16 SRC004"], {"a": {"b": "1"}}),
        ("a: &x\n  # comment\n  - 1\n", ["1:4-1:6 SRC004"], {"a": ["1"]}),
        ("&x a: 1\n", ["1:1-1:3 SRC004"], {"a": "1"}),
        ("a:\n- &x [1]\n", ["2:3-2:5 SRC004"], {"a": [["1"]]}),
        ("a: *x\nb: 1\n", ["1:4-1:6 SRC004"], {"a": REFUSED, "b": "1"}),
        ("a: [*x, 1]\n", ["1:5-1:7 SRC004"], {"a": [REFUSED, "1"]}),
        ("*x : 1\nb: 2\n", ["1:1-1:3 SRC004"], {"b": "2"}),
        ("*x", ["1:1-1:3 SRC004"], None),
    ],
)
def test_an_anchor_or_alias_is_one_finding(places, text, expected, data):
    assert places(text) == expected
    assert read(text)[0] == data


def test_each_anchor_of_one_name_has_its_own_place(places):
    assert places("- &x 1\n- &x 2\n") == ["1:3-1:5 SRC004", "2:3-2:5 SRC004"]


def test_an_alias_hides_what_a_file_may_define_but_an_anchor_does_not():
    assert read("a: *x\n")[1] is True
    assert read("a: &x 1\n")[1] is False


@pytest.mark.parametrize(
    ("text", "expected", "data"),
    [
        ("<<: {a: 1}\nb: 2\n", ["1:1-1:3 SRC005"], {"b": "2"}),
        ("a:\n  <<: [{b: 1}]\n", ["2:3-2:5 SRC005"], {"a": {}}),
        ("{b: 1, <<: {c: 2}}", ["1:8-1:10 SRC005"], {"b": "1"}),
    ],
)
def test_a_merge_key_is_one_finding(places, text, expected, data):
    assert places(text) == expected
    assert read(text) == (data, True, ["SRC005"])


def test_a_quoted_merge_sign_is_a_key_as_any_other(data_of):
    assert data_of("'<<': 1\n\"a\": <<\n") == {"<<": "1", "a": "<<"}


@pytest.mark.parametrize(
    ("text", "expected", "data"),
    [
        ("a: !!int 1\n", ["1:4-1:9 SRC006"], {"a": "1"}),
        ("a: !kind x\n", ["1:4-1:9 SRC006"], {"a": "x"}),
        ("a: ! x\n", ["1:4-1:5 SRC006"], {"a": "x"}),
        ("a: !<tag:x> 1\n", ["1:4-1:12 SRC006"], {"a": "1"}),
        ("a: !b%20c 1\n", ["1:4-1:10 SRC006"], {"a": "1"}),
        ("!!map {a: 1}\n", ["1:1-1:6 SRC006"], {"a": "1"}),
        ("!!str a: 1\n", ["1:1-1:6 SRC006"], {"a": "1"}),
        ("a: !!null\n", ["1:4-1:10 SRC006"], {"a": None}),
        ("a: !x\n  b: 1\n", ["1:4-1:6 SRC006"], {"a": {"b": "1"}}),
        ("a: &y !x 1\n", ["1:4-1:6 SRC004", "1:7-1:9 SRC006"], {"a": "1"}),
        ("a: !x &y 1\n", ["1:4-1:6 SRC006", "1:7-1:9 SRC004"], {"a": "1"}),
        ("!!python/object/apply:os.system [ls]\n", ["1:1-1:32 SRC006"], ["ls"]),
        ("a: !!python/name:os.system\n", ["1:4-1:27 SRC006"], {"a": None}),
        ("!!python/object/new:type {a: 1}\n", ["1:1-1:25 SRC006"], {"a": "1"}),
    ],
)
def test_a_tag_is_one_finding_and_never_acted_on(places, text, expected, data):
    assert places(text) == expected
    assert read(text)[0] == data


def test_a_tag_is_shown_as_it_was_written(located):
    assert located("a: !<tag:x> 1\n") == ["1:4-1:12 SRC006 The YAML tag `!<tag:x>` is not allowed."]
    assert located("a: !!int 1\n") == ["1:4-1:9 SRC006 The YAML tag `!!int` is not allowed."]


def test_a_tag_directive_ends_the_reading(located):
    assert located("%TAG ! tag:x,2000:\n---\na: !foo 1\n") == ["1:1-1:5 SRC006 The YAML tag `%TAG` is not allowed."]
    assert read("%TAG ! tag:x,2000:\n---\na: !foo 1\n") == (None, True, ["SRC006"])


@pytest.mark.parametrize(
    ("text", "expected", "data"),
    [
        ("a: 1\n---\nb: 2\n", ["2:1-2:4 SRC007"], {"a": "1"}),
        ("---\na: 1\n--- # more\nb: 2\n", ["3:1-3:4 SRC007"], {"a": "1"}),
        ("---\n---\n", ["2:1-2:4 SRC007"], None),
        ("a: 1\n...\n---\n[\n", ["3:1-3:4 SRC007"], {"a": "1"}),
    ],
)
def test_a_second_document_is_one_finding(places, text, expected, data):
    assert places(text) == expected
    assert read(text) == (data, True, ["SRC007"])


@pytest.mark.parametrize(
    ("text", "message", "data"),
    [
        ("? \n: 1\nb: 2\n", "1:2-1:3 SRC008 A key must be a word, not empty.", {"b": "2"}),
        ("~: 1\nb: 2\n", "1:1-1:2 SRC008 A key must be a word, not empty.", {"b": "2"}),
        ("null: 1\nb: 2\n", "1:1-1:2 SRC008 A key must be a word, not empty.", {"b": "2"}),
        ('"": 1\nb: 2\n', "1:1-1:2 SRC008 A key must be a word, not empty.", {"b": "2"}),
        ("[a]: 1\nb: 2\n", "1:1-1:2 SRC008 A key must be a word, not a list.", {"b": "2"}),
        ("? - a\n  - [c]\n: - d\nb: 2\n", "1:3-1:4 SRC008 A key must be a word, not a list.", {"b": "2"}),
        ("{{a: {}}: 1, b: 2}\n", "1:2-1:3 SRC008 A key must be a word, not a mapping.", {"b": "2"}),
        ("? {a: 1}\nb: 2\n", "1:3-1:4 SRC008 A key must be a word, not a mapping.", {"b": "2"}),
    ],
)
def test_a_key_that_is_no_word_is_one_finding(located, text, message, data):
    assert located(text) == [message]
    assert read(text) == (data, True, ["SRC008"])


def test_a_quoted_null_is_a_word(data_of):
    assert data_of("'null': 1\n\"~\": 2\n") == {"null": "1", "~": "2"}


CONTROLS = ["\x01", "\x07", "\x08", "\x0b", "\x0c", "\x1b", "\x1f", "\x7f", "\x80", "\x85", "\x9b", "\x9f"]
WRITING_DIRECTION = ["\u061c", "\u200e", "\u200f", "\u202a", "\u202d", "\u202e", "\u2066", "\u2068", "\u2069"]
LINE_ENDS_OF_OTHERS = ["\u2028", "\u2029"]  # libyaml begins a line there, editors do not
NO_CHARACTERS = ["\ufeff", "\ufffe", "\uffff"]
HIDDEN = CONTROLS + WRITING_DIRECTION + LINE_ENDS_OF_OTHERS + NO_CHARACTERS


@pytest.mark.parametrize("character", HIDDEN)
@pytest.mark.parametrize(
    ("before", "after", "data"),
    [
        ("a: x", "y\nb: 1\n", {"a": "xy", "b": "1"}),
        ("a: 'x", "y'\nb: 1\n", {"a": "xy", "b": "1"}),
        ('a: "x', 'y"\nb: 1\n', {"a": "xy", "b": "1"}),
        ("a: |\n  x", "y\nb: 1\n", {"a": "xy\n", "b": "1"}),
        ("a", ": xy\nb: 1\n", {"a": "xy", "b": "1"}),
        ("a: [xy, ", "b]\n", {"a": ["xy", "b"]}),
        ("a: xy # ", "b: 1\n", {"a": "xy"}),
        ("a: xy\n", "b: 1\n", {"a": "xy", "b": "1"}),
    ],
)
def test_a_hidden_character_is_one_finding_wherever_it_stands(places, character, before, after, data):
    text = f"{before}{character}{after}"
    line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
    assert places(text) == [f"{line}:{column}-{line}:{column + 1} SRC011"]
    assert read(text)[0] == data


@pytest.mark.parametrize("character", ["\x00", *HIDDEN])
def test_a_hidden_character_is_one_finding_when_it_is_escaped(places, character):
    text = f'a: "x\\u{ord(character):04X}y"\n'
    assert places(text) == ["1:4-1:14 SRC011"]
    assert read(text) == ({"a": "xy"}, True, ["SRC011"])


def test_hidden_characters_side_by_side_are_one_finding(places):
    assert places("a: x\u202e\u2066\x1by\u200fz\n") == ["1:5-1:8 SRC011", "1:9-1:10 SRC011"]


def test_a_hidden_character_is_named(located):
    assert located("a: \u202ex\n") == [
        "1:4-1:5 SRC011 The text holds the character U+202E RIGHT-TO-LEFT OVERRIDE, which is not allowed."
    ]
    assert located('a: "\\e[2J"\n') == [
        "1:4-1:11 SRC011 The text holds the character U+001B control character, which is not allowed."
    ]


def test_a_hidden_character_in_a_comment_says_nothing_about_the_data():
    assert read("a: x # \u202e\n") == ({"a": "x"}, False, ["SRC011"])


def test_no_key_hides_behind_a_line_end_that_editors_do_not_show():
    assert read("# harmless\u2028elements: {}\n") == (None, False, ["SRC011"])


def test_tabs_in_texts_and_ordinary_letters_are_allowed(data_of):
    assert data_of('a: "x\ty"\nb: x\ty\nc: Đường Nguyễn Trãi – “ngõ 1” 😀 ①\n') == {
        "a": "x\ty",
        "b": "x\ty",
        "c": "Đường Nguyễn Trãi – “ngõ 1” 😀 ①",
    }


def test_text_in_parts_is_composed_and_told_once_a_file(located):
    decomposed = unicodedata.normalize("NFD", "a: Hệ\nb: thống\n")
    assert located(decomposed) == [
        "1:4-1:8 SRC013 The file holds letters that are not in the composed form NFC, first `Hệ`."
    ]
    assert read(decomposed)[0] == {"a": "Hệ", "b": "thống"}
    assert read('a: "e\\u0302"\n') == ({"a": "ê"}, False, ["SRC013"])


def test_text_in_parts_in_a_comment_is_nobodys_concern(data_of):
    assert data_of("a: x # e\u0302\n") == {"a": "x"}


def test_two_findings_never_have_one_identity():
    text = "a: &x {b: &x 1}\nc: [*x, *x]\na: {d: 1, d: 1, d: 2}\na: {d: 1, d: 1}\nd: !t x\ne: !t x\n"
    findings = [
        finding
        for name in ("f.yaml", "g.yaml")
        for finding in (
            *read_yaml(name, text.encode())[1],
            *read_yaml(name, b"a: [")[1],
            *read_yaml(name, b"\xff")[1],
            *read_yaml(name, "\ufeffa: e\u0302\u202e".encode())[1],
        )
    ]
    identities = [finding.identity for finding in findings]
    assert len(identities) == len(set(identities)) > 20


def test_an_identity_is_the_same_in_every_run_and_on_every_line():
    text = "a: 1\na: {b: 1, b: 2}\n"
    first, later = (read_yaml("f.yaml", content.encode())[1] for content in (text, f"# moved\n\n{text}"))
    assert [finding.identity for finding in first] == [finding.identity for finding in later]
    assert [finding.identity for finding in first] == [("SRC003", "", "f.yaml/a"), ("SRC003", "", "f.yaml//b")]
