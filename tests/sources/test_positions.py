"""Every key and value knows where it stands."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eaframe.findings import Place
from eaframe.sources.defects import NO_KNOWN_KEY
from eaframe.sources.files import read_file
from eaframe.sources.limits import Limits
from eaframe.sources.locate import locate
from eaframe.sources.positions import PathFinder
from eaframe.sources.reader import read_yaml


def spans(text: str) -> list[tuple[str, str]]:
    """Each node in document order: ``key`` or ``value`` and the characters it covers."""
    positions = read_yaml("f.yaml", text.encode("utf-8"))[0].positions
    nodes = zip(positions.starts, positions.ends, positions.keys, strict=True)
    return [("value" if key is None else "key", text[start:end]) for start, end, key in nodes]


def found(text: str, *path: str | int, part: str = "value") -> str:
    """The characters that a path leads to."""
    start, end = PathFinder(read_yaml("f.yaml", text.encode("utf-8"))[0].positions).find(path, part)
    return text[start:end]


def place(text: str, *path: str | int, part: str = "value") -> str:
    """``line:column-line:column`` of what a path leads to."""
    file = read_file("f.yaml", text.encode("utf-8"), Limits())
    finding = NO_KNOWN_KEY.at(Place("f.yaml", path, part), allowed="")
    at = locate([finding], {"f.yaml": file})[0].location
    return f"{at.line}:{at.column}-{at.end_line}:{at.end_column}"


def test_every_node_of_a_block_mapping_covers_its_own_characters():
    assert spans("a: x y\nb:\n  - 1\n  - c: 'z'\n") == [
        ("value", "a: x y\nb:\n  - 1\n  - c: 'z'"),
        ("key", "a"),
        ("value", "x y"),
        ("key", "b"),
        ("value", "- 1\n  - c: 'z'"),
        ("value", "1"),
        ("value", "c: 'z'"),
        ("key", "c"),
        ("value", "'z'"),
    ]


def test_a_collection_in_flow_style_covers_its_brackets():
    assert spans("a: {b: [1, '2' ], c: [] }\n") == [
        ("value", "a: {b: [1, '2' ], c: [] }"),
        ("key", "a"),
        ("value", "{b: [1, '2' ], c: [] }"),
        ("key", "b"),
        ("value", "[1, '2' ]"),
        ("value", "1"),
        ("value", "'2'"),
        ("key", "c"),
        ("value", "[]"),
    ]


def test_an_empty_value_stands_right_after_its_colon_or_dash():
    assert place("a:  # later\nb: c\n", "a") == "1:3-1:3"
    assert place("-\n- x\n", 0) == "1:2-1:2"


def test_quoted_and_block_texts_cover_their_marks():
    assert [span for _, span in spans('a: "x\n  y"\nb: |\n  z\nc: >-\n  u\n')[1:]] == [
        "a",
        '"x\n  y"',
        "b",
        "|\n  z\n",
        "c",
        ">-\n  u\n",
    ]


def test_anchors_tags_and_comments_are_no_part_of_a_value():
    assert [span for _, span in spans("a: x # c\nb: # d\n  - y\n")[1:]] == ["a", "x", "b", "- y", "y"]


def test_a_path_leads_to_a_key_or_its_value():
    text = "elements:\n  lgsp:\n    name: Trục\n    tags: [a, bc]\n"
    assert found(text, "elements", "lgsp", "name") == "Trục"
    assert found(text, "elements", "lgsp", "name", part="key") == "name"
    assert found(text, "elements", "lgsp", "tags", 1) == "bc"


def test_a_collection_under_a_key_is_shown_by_its_key():
    text = "elements:\n  lgsp:\n    tags: [a, bc]\n    list:\n      - {a: 1}\n"
    assert found(text, "elements") == "elements"
    assert found(text, "elements", "lgsp") == "lgsp"
    assert found(text, "elements", "lgsp", "tags") == "tags"
    assert found(text, "elements", "lgsp", "list", 0) == "{a: 1}"


def test_an_empty_collection_is_shown_by_itself():
    assert found("a: []\n", "a") == "[]"


def test_a_path_that_leads_nowhere_shows_the_key_of_its_nearest_ancestor():
    text = "elements:\n  lgsp: {name: x}\n"
    assert found(text, "elements", "lgsp", "owner") == "lgsp"
    assert found(text, "elements", "lgsp", "name", "vi") == "name"
    assert found(text, "elements", "other", "owner") == "elements"
    assert found(text, "elements", 0) == "elements"


def test_nothing_is_found_in_a_file_without_content():
    assert found("", "a") == ""
    assert place("", "a") == "1:1-1:1"


@pytest.mark.parametrize(
    ("text", "path", "expected"),
    [
        ("a: x\nbc: yz\n", ("bc",), "2:5-2:7"),
        ("a: x\r\nbc: yz\r\n", ("bc",), "2:5-2:7"),
        ("a: x\rbc: yz\r", ("bc",), "2:5-2:7"),
        ("\ufeffa: x\n", ("a",), "1:4-1:5"),
        ("Hệ thống: Cổng\n", ("Hệ thống",), "1:11-1:15"),
        ("a: 😀😀\nb: [😀, x]\n", ("b", 1), "2:8-2:9"),
        ("a: # c\n  'x'\n", ("a",), "2:3-2:6"),
        ("a:\nb: 1\n", ("a",), "1:3-1:3"),
        ("- - a\n  - b\n", (0, 1), "2:5-2:6"),
        ("# c\n\n---\na: x\n", ("a",), "4:4-4:5"),
    ],
)
def test_lines_and_columns_count_characters_from_one(text, path, expected):
    assert place(text, *path) == expected


def test_only_the_first_line_of_a_long_value_is_marked():
    assert place("a: |\n  x\n  y\n", "a") == "1:4-1:5"
    assert place('a: "x\n  y"\n', "a") == "1:4-1:6"
    assert place("- a: 1\n  b: 2\n", 0) == "1:3-1:7"


# Plain words: letters of Vietnamese and signs that mean nothing to YAML inside a word.
WORDS = st.text("abcĐđệộ9_.", min_size=1, max_size=6).filter(lambda word: word != "...")
DATA = st.recursive(
    WORDS,
    lambda below: st.lists(below, min_size=1, max_size=3) | st.dictionaries(WORDS, below, min_size=1, max_size=3),
    max_leaves=12,
)


def written(data: object, indent: int = 0) -> str:
    """Block style YAML."""
    lines = []
    entries = data.items() if isinstance(data, dict) else enumerate(data)
    for key, value in entries:
        start = " " * indent + (f"{key}:" if isinstance(data, dict) else "-")
        lines.append(f"{start} {value}\n" if isinstance(value, str) else f"{start}\n{written(value, indent + 2)}")
    return "".join(lines)


def flowing(data: object) -> str:
    if isinstance(data, dict):
        return "{" + ", ".join(f"{key}: {flowing(value)}" for key, value in data.items()) + "}"
    return data if isinstance(data, str) else "[" + ", ".join(map(flowing, data)) + "]"


def paths(data: object) -> list[tuple[tuple[str | int, ...], object]]:
    """Every path in the data with what it leads to."""
    entries = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    found = [((step,), value) for step, value in entries]
    return found + [((step, *path), leaf) for (step,), value in found for path, leaf in paths(value)]


@given(DATA.filter(lambda data: not isinstance(data, str)), st.sampled_from([written, flowing]))
def test_every_path_of_any_data_leads_to_the_characters_of_its_key_and_value(data, write):
    text = write(data)
    document, findings = read_yaml("f.yaml", text.encode("utf-8"))
    assert (document.data, findings) == (data, [])
    finder = PathFinder(document.positions)
    for path, leaf in paths(data):
        if isinstance(path[-1], str):
            start, end = finder.find(path, "key")
            assert text[start:end] == path[-1]
        if isinstance(leaf, str):
            start, end = finder.find(path)
            assert text[start:end] == leaf
