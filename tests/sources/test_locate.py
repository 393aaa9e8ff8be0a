"""Findings get lines, an order, and are said once."""

import itertools

from eaframe.findings import Finding, Location, Note, Place, Span
from eaframe.findings.message import say
from eaframe.sources.files import SourceFile, read_file
from eaframe.sources.limits import Limits
from eaframe.sources.locate import locate


def files(**contents: str) -> dict[str, SourceFile]:
    named = {f"{name}.yaml": content.encode() for name, content in contents.items()}
    return {name: read_file(name, content, Limits()) for name, content in named.items()}


def finding(at: Place | Span, code: str = "TST001", message: str = "wrong", **more: object) -> Finding:
    return Finding(code, "wrong", "error", "", say(message), at, say("mend it"), **more)


def test_a_path_gets_its_line_and_the_text_of_it():
    wrong = finding(Place("a.yaml", ("a", "b")))
    (one,) = locate([wrong], files(a="# c\na:\n  b: cd # e\n"))
    assert (one.finding, one.location, one.source_line) == (wrong, Location("a.yaml", 3, 6, 3, 8), "  b: cd # e")


def test_notes_get_their_lines_in_their_own_files():
    note = Note(say("here"), Place("b.yaml", ("x",), "key"))
    (one,) = locate([finding(Place("a.yaml", ("a",)), notes=(note,))], files(a="a: 1\n", b="\nx: 1\n"))
    assert [(note.message.text(), note.location) for note in one.notes] == [("here", Location("b.yaml", 2, 1, 2, 2))]


def test_findings_are_ordered_by_file_line_column_and_code_whatever_order_they_come_in():
    ordered = [
        finding(Place("a.yaml", ("a",)), "TST002"),
        finding(Place("a.yaml", ("b",)), "TST001"),
        finding(Place("a.yaml", ("b",)), "TST003", "a sentence"),
        finding(Place("a.yaml", ("b",)), "TST003", "another sentence"),
        finding(Place("b.yaml", ("x",)), "TST001"),
    ]
    sources = files(a="a: 1\nb: 2\n", b="x: 1\n")
    for some in itertools.permutations(ordered):
        assert [one.finding for one in locate(some, sources)] == ordered


def test_equal_findings_are_said_once():
    wrong = finding(Place("a.yaml", ("a",)))
    assert len(locate([wrong, wrong, finding(Place("a.yaml", ("a",)))], files(a="a: 1\n"))) == 1


def test_a_finding_in_a_file_that_was_not_read_stands_at_its_beginning():
    (one,) = locate([finding(Place("gone.yaml", ("a",)))], {})
    assert (one.location, one.source_line) == (Location("gone.yaml", 1, 1, 1, 1), "")


def test_characters_are_counted_in_the_text_without_its_byte_order_mark():
    (one,) = locate([finding(Span("a.yaml", 3, 4))], files(a="\ufeffa: x\n"))
    assert (one.location, one.source_line) == (Location("a.yaml", 1, 4, 1, 5), "a: x")


def test_a_span_ends_with_its_first_line():
    (one,) = locate([finding(Span("a.yaml", 0, 9))], files(a="ab: c\r\nd: e\r\n"))
    assert (one.location, one.source_line) == (Location("a.yaml", 1, 1, 1, 6), "ab: c")


def test_a_span_beyond_the_file_is_its_end():
    (one,) = locate([finding(Span("a.yaml", 50, 60))], files(a="a: 1"))
    assert one.location == Location("a.yaml", 1, 5, 1, 5)


def test_a_file_that_is_not_utf_8_has_lines_too():
    content = b"a: 1\nb: \xff\xfe c\n"
    (found,) = read_file("a.yaml", content, Limits()).findings
    (one,) = locate([found], {"a.yaml": read_file("a.yaml", content, Limits())})
    assert (one.location, one.source_line) == (Location("a.yaml", 2, 4, 2, 5), "b: \ufffd\ufffd c")


def test_of_a_very_long_line_only_the_beginning_is_kept():
    text = "{" + ", ".join(f"k{number}: v" for number in range(100_000)) + "}\n"
    first, last = locate([finding(Place("a.yaml", (key,), "key")) for key in ("k1", "k99999")], files(a=text))
    assert (first.location.column, first.source_line) == (9, text[:2_000])
    assert (last.location.column, last.source_line) == (text.index("k99999") + 1, "")
