"""Laws of the reader, whatever a file holds: a few seconds of it; `make fuzz` tries for minutes."""

import unicodedata

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from eaframe.findings import Span
from eaframe.sources.characters import forbidden_character
from eaframe.sources.files import SourceFile
from eaframe.sources.locate import locate
from eaframe.sources.positions import PathFinder
from eaframe.sources.reader import read_yaml

NULLS = {"", "~", "null", "Null", "NULL"}

# Pieces that meet in ways no generator of valid YAML would think of.
SIGNS = "abé😀 :-?,[]{}#&*!|>'\"%@`\\\n\r\t\x00\x1b\x85\u2028\u202e\ufeff\u0302~"
WORDS = (
    "\n  ",
    ": ",
    "- ",
    "? ",
    "---\n",
    "...\n",
    "<<: ",
    "*a",
    "&a ",
    "!!str ",
    "null",
    "\r\n",
    "a: ",
    "{a: ",
    "|\n  ",
)
PIECES = st.sampled_from([*SIGNS, *WORDS, "elements:\n  a: ", '"\\u', "%YAML 1.2\n", "%TAG"])
SOUP = st.lists(PIECES, max_size=40).map("".join)


def assert_laws(content: bytes) -> None:
    """Nothing is raised, every finding lies in the file, and where nothing is found nothing is lost."""
    document, findings = read_yaml("f.yaml", content)
    text = content.decode("utf-8", "replace").removeprefix("\ufeff")
    for finding in findings:
        spans = [finding.at, *(note.at for note in finding.notes)]
        assert all(isinstance(at, Span) and 0 <= at.start <= at.end <= len(text) + 1 for at in spans)
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    for one in locate(findings, {"f.yaml": SourceFile("f.yaml", content, b"", document, tuple(findings))}):
        at = one.location
        assert 1 <= at.line <= len(lines)
        assert 1 <= at.column <= len(lines[at.line - 1]) + 1
        assert (at.line, at.column) <= (at.end_line, at.end_column)
    assert len({finding.identity for finding in findings}) == len(findings)
    positions = document.positions
    assert len(positions.starts) == len(positions.ends) == len(positions.sizes) == len(positions.keys)
    assert_every_path_is_found(document.data, PathFinder(positions), ())
    if any(finding.severity == "error" for finding in findings):
        return
    assert not document.broken
    assert normalized(document.data) == theirs(text)


def assert_every_path_is_found(data: object, finder: PathFinder, path: tuple[str | int, ...]) -> None:
    entries = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    if isinstance(data, str):
        assert forbidden_character(data) is None
        assert unicodedata.is_normalized("NFC", data)
    for step, below in entries:
        start, end = finder.find((*path, step), "key")
        assert 0 <= start <= end
        assert_every_path_is_found(below, finder, (*path, step))


def theirs(text: str) -> object:
    """What PyYAML reads when it is told to guess nothing."""
    return normalized(yaml.CBaseLoader(text).get_single_data())


def normalized(data: object) -> object:
    """In NFC, and with nothing, which PyYAML then does not tell from an empty or quoted text, as a text."""
    if isinstance(data, dict):
        return {normalized(key): normalized(value) for key, value in data.items()}
    if isinstance(data, list):
        return [normalized(value) for value in data]
    return unicodedata.normalize("NFC", data) if isinstance(data, str) and data not in NULLS else ""


@given(st.binary(max_size=60))
def test_any_bytes_are_read_without_raising(content):
    assert_laws(content)


@given(st.text(max_size=60))
def test_any_text_is_read_without_raising(text):
    assert_laws(text.encode("utf-8", "surrogatepass"))


@settings(max_examples=300)
@given(SOUP)
def test_any_mixture_of_signs_of_yaml_is_read_without_raising(text):
    assert_laws(text.encode("utf-8"))


KEYS = st.text("abcđệ é:#-?!&*~0123.'\"", min_size=1, max_size=6).map(lambda text: unicodedata.normalize("NFC", text))
TEXTS = KEYS | st.text(
    st.characters(codec="utf-8", exclude_categories=["Cc", "Cf", "Zl", "Zp", "Cn", "Co"]), max_size=12
).map(lambda text: unicodedata.normalize("NFC", text))
DATA = st.recursive(
    TEXTS | st.sampled_from(["no", "1.10", "012", "null", "", "2026-11-23", "x\ny\n", " x", "x: y", "- x"]),
    lambda below: st.lists(below, max_size=4) | st.dictionaries(KEYS, below, max_size=4),
    max_leaves=15,
)


@settings(max_examples=200)
@given(DATA, st.booleans() | st.none(), st.booleans(), st.integers(2, 9), st.sampled_from([40, 1_000]))
def test_what_pyyaml_writes_is_read_back_as_it_was(data, flow, unicode, indent, width):
    text = yaml.dump(data, default_flow_style=flow, allow_unicode=unicode, indent=indent, width=width, sort_keys=False)
    document, findings = read_yaml("f.yaml", text.encode("utf-8"))
    assert (document.data, findings) == (data, [])


@pytest.mark.fuzz
@settings(max_examples=100_000, deadline=None, derandomize=False)
@given(st.lists(PIECES, max_size=120).map("".join) | st.text(max_size=200))
def test_very_many_texts_are_read_without_raising(text):
    assert_laws(text.encode("utf-8", "surrogatepass"))
