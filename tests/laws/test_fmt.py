"""What holds of formatting every file: nothing is said otherwise, no comment is lost, once is enough."""

import re
import tempfile
import unicodedata
from collections import Counter
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import eaframe
from eaframe.model.fmt import formatted
from eaframe.sources.files import read_file
from eaframe.sources.limits import Limits
from eaframe.sources.spelling import spelt

KINDS = "kinds: {system: {base: node, attributes: {level: {type: integer}, code: {type: text}}}}\n"
WORDS = st.sampled_from(
    [
        "a",
        "no",
        "012",
        "1:30",
        "2017-06-30",
        "Đất đai",
        "a: b",
        "a #b",
        "it's",
        '"',
        "Ho\u0323c",
        "- x",
        "[",
        "",
        "null",
    ]
)
SCALARS = st.tuples(WORDS, st.sampled_from(["", "'", '"', "|", ">-", "|+", "|2"]))
KEYS = ["type", "name", "documentation", "tags", "owner", "level", "code", "valid", "evidence", "serves", "aliases"]
VALUES = st.recursive(
    SCALARS,
    lambda inner: st.one_of(
        st.lists(inner, min_size=1, max_size=3),
        st.dictionaries(st.sampled_from(["from", "to", "value", "note", "en"]), inner, min_size=1, max_size=3),
    ),
    max_leaves=5,
)
ELEMENTS = st.dictionaries(
    st.sampled_from(["a", "b", "c-d"]),
    st.tuples(st.dictionaries(st.sampled_from(KEYS), VALUES, max_size=6), st.sampled_from(["goal", "system", "gaol"])),
    min_size=1,
    max_size=3,
)
FEW = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])


class Writer:
    """Writes data as YAML in a way of its own at each place: any indentation, comments, empty and trailing spaces."""

    def __init__(self, draw: Any) -> None:
        self.draw = draw
        self.comments = 0

    def choice(self, *options: Any) -> Any:
        return self.draw(st.sampled_from(options))

    def comment(self) -> str:
        if self.choice(*[False] * 3, True):
            self.comments += 1
            return f"  # comment {self.comments}"
        return self.choice("", "", "  ")

    def lines_between(self, indent: str) -> str:
        found = self.choice("", "", "", "\n", "   \n", "c")
        if found == "c":
            self.comments += 1
            return f"{indent}# comment {self.comments}\n"
        return found

    def scalar(self, value: tuple[str, str], indent: str, *, flow: bool = False) -> str:
        text, style = value
        if style[:1] in {"|", ">"}:
            if flow or not text or text != text.strip():
                return spelt(text, flow=flow, quote='"')
            inner = indent + "  "
            return f"{style.replace('2', '')}\n{inner}{text}\n{inner}  more\n\n{inner}end\n"
        if not style:
            plain = spelt(text, flow=flow)
            return text if plain.strip('"') == text and text in {"no", "012", "1:30", "2017-06-30"} else plain
        return spelt(text, flow=flow, quote=style)

    def flow(self, value: Any) -> str:
        if isinstance(value, dict):
            return "{" + ", ".join(f"{key}: {self.flow(item)}" for key, item in value.items()) + "}"
        if isinstance(value, list):
            return self.choice("[", "[ ") + ", ".join(map(self.flow, value)) + "]"
        return self.scalar(value, "", flow=True)

    def value(self, value: Any, indent: str) -> str:
        """What stands behind a key, with its line end."""
        if isinstance(value, tuple):
            text = self.scalar(value, indent)
            return f" {text}" if text.endswith("\n") else f" {text}{self.comment()}\n"
        if self.choice(True, False):
            return f" {self.flow(value)}{self.comment()}\n"
        if isinstance(value, dict):
            return f"{self.comment()}\n{self.mapping(value, indent + ' ' * self.choice(1, 2, 4))}"
        inner = indent + " " * self.choice(0, 2, 3)
        head = f"{self.comment()}\n"
        return head + "".join(
            f"{self.lines_between(inner)}{inner}-{self.value(item, inner)}"
            if isinstance(item, tuple)
            else f"{inner}- {self.flow(item)}\n"
            for item in value
        )

    def mapping(self, data: dict[str, Any], indent: str) -> str:
        return "".join(
            f"{self.lines_between(indent)}{indent}{key}:{self.value(item, indent)}" for key, item in data.items()
        )


@st.composite
def files(draw: Any) -> str:
    elements = {id_: {**keys, "type": (type_, "")} for id_, (keys, type_) in draw(ELEMENTS).items()}
    writer = Writer(draw)
    return f"elements:\n{writer.mapping(elements, ' ' * writer.choice(1, 2, 3))}" + writer.choice("", "\n\n", "# end")


@FEW
@given(files(), st.sampled_from(["\n", "\r\n"]))
def test_a_formatted_file_says_the_same_with_all_its_comments_and_stays_as_it_is(text: str, end: str):
    content = text.replace("\n", end).encode("utf-8")
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        (root / "eaframe.yaml").write_text("eaframe: 1\nname: Law\nnamespace: test\n", encoding="utf-8")
        (root / "kinds.yaml").write_text(KINDS, encoding="utf-8")
        (root / "m.yaml").write_bytes(content)
        loaded = eaframe.load(root).loaded
    file = loaded.files["m.yaml"]
    assert [one.code for one in file.findings if one.severity == "error"] == [], text
    new = formatted(file, loaded.model, Limits())
    assert new is not None
    again = read_file("m.yaml", new, Limits())
    assert formatted(again, loaded.model, Limits()) == new
    assert with_lines(new.decode()) == with_lines(text)


def with_lines(text: str) -> Counter[str]:
    """Each comment with the letters of the line on which it stands, whatever their order and the space around them."""
    lines = (line for line in re.split("[\r\n]+", text) if "# comment" in line or "# end" in line)
    return Counter("".join(sorted(re.sub("[\\s'\"-]", "", unicodedata.normalize("NFC", line)))) for line in lines)
