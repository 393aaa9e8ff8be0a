"""An edit changes the characters that it names, and no byte besides."""

import pytest

from eaframe.sources.edits import Edit, apply_edits, edited
from eaframe.sources.files import read_file
from eaframe.sources.limits import Limits


def edit(start: int, end: int, text: str) -> Edit:
    return Edit("f.yaml", start, end, text)


def test_edits_are_made_wherever_they_stand_in_the_list():
    assert apply_edits(b"abcdef", [edit(4, 5, "É"), edit(0, 1, "ΑΒ"), edit(2, 2, "+")]) == "ΑΒb+cdÉf".encode()


def test_insertions_at_one_place_stand_in_the_order_given():
    assert apply_edits(b"ab", [edit(1, 1, "1"), edit(1, 1, "2")]) == b"a12b"


def test_characters_count_after_a_byte_order_mark_which_stays():
    assert apply_edits("\ufeffđ: 1\r\n".encode(), [edit(3, 4, "2")]) == "\ufeffđ: 2\r\n".encode()


def test_line_ends_stay_as_they_are_even_mixed():
    assert apply_edits(b"a\r\nb\nc\r", [edit(3, 4, "B")]) == b"a\r\nB\nc\r"


@pytest.mark.parametrize(
    "edits", [[edit(0, 2, ""), edit(1, 3, "")], [edit(5, 4, "")], [edit(0, 9, "")], [edit(0, 3, ""), edit(1, 1, "x")]]
)
def test_edits_that_overlap_or_leave_the_file_are_refused(edits):
    with pytest.raises(ValueError, match="overlap"):
        apply_edits(b"abcd", edits)


def test_only_files_that_change_are_given():
    files = {name: read_file(name, b"a: 1\n", Limits()) for name in ("b.yaml", "a.yaml", "c.yaml")}
    edits = [Edit("b.yaml", 3, 4, "2"), Edit("a.yaml", 3, 4, "1")]
    assert edited(files, edits) == {"b.yaml": b"a: 2\n"}
