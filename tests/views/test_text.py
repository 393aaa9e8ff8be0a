import importlib.util
import itertools
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import eaframe.views.text
from eaframe.views.text import balanced, plain, width, wrap

TABLE = Path(eaframe.views.text.__file__).with_name("noto-sans-widths.csv")
VOWELS = "aăâeêioôơuưy"
TONES = ("", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323")


def vietnamese() -> str:
    toned = (unicodedata.normalize("NFC", vowel + tone) for vowel, tone in itertools.product(VOWELS, TONES))
    letters = "".join(toned) + "bcdđghklmnpqrstvx"
    return letters + letters.upper()


def rows() -> dict[int, tuple[int, int]]:
    lines = TABLE.read_text(encoding="ascii").splitlines()[1:]
    return {int(code, 16): (int(regular), int(bold)) for code, regular, bold in (line.split(",") for line in lines)}


def test_every_vietnamese_letter_has_a_width():
    known = rows()
    assert len(vietnamese()) == 2 * (12 * 6 + 17)
    assert [letter for letter in vietnamese() if ord(letter) not in known] == []


def test_the_table_says_what_the_font_says():
    fontpkg = pytest.importorskip("fontpkg_noto_sans")
    spec = importlib.util.spec_from_file_location("noto_sans", Path(__file__).with_name("noto_sans.py"))
    reader = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(reader)
    font = reader.advance_widths((fontpkg.ROOT / "files" / "NotoSans[wdth,wght].ttf").read_bytes())
    assert {code: regular for code, (regular, _) in rows().items() if font.get(code) != regular} == {}


def test_bold_letters_are_wider_than_regular_ones_but_not_by_much():
    letters = {
        code: widths for code, widths in rows().items() if chr(code).isalpha() and code not in range(0x1C0, 0x1C4)
    }
    assert {code for code, (regular, bold) in letters.items() if not regular * 0.99 <= bold <= regular * 1.25} == set()


def test_the_width_grows_with_the_size():
    assert width("Hà Nội", 24) == pytest.approx(2 * width("Hà Nội", 12))


def test_a_letter_with_marks_of_its_own_is_as_wide_as_one_letter():
    assert width(unicodedata.normalize("NFD", "ế"), 12) == width("e", 12)


def test_lines_break_at_spaces():
    assert wrap("Hệ thống một cửa", 60, 12) == ("Hệ thống", "một cửa")


def test_lines_break_after_hyphens_and_slashes():
    assert wrap("nguyên/môi-trường", 50, 12) == ("nguyên/", "môi-", "trường")


def test_a_word_is_cut_only_where_it_is_wider_than_a_line():
    assert wrap("ab mmmmmmmmmm cd", 60, 12) == ("ab", "mmmmm", "mmmmm", "cd")


def test_balanced_lines_are_about_equally_long():
    text = "Cổng thông tin điện tử Thành phố Hà Nội"
    assert wrap(text, 170, 12) == ("Cổng thông tin điện tử Thành", "phố Hà Nội")
    assert balanced(text, 170, 12) == ("Cổng thông tin điện", "tử Thành phố Hà Nội")


def test_control_characters_count_as_spaces():
    assert plain("a\x00\tb\n\u2028c\x1b[0m") == "a b c [0m"


@given(st.text(), st.floats(20, 300), st.sampled_from([wrap, balanced]))
def test_wrapping_drops_nothing_and_keeps_to_the_line(text, most, break_):
    lines = break_(text, most, 12)
    assert "".join(lines).replace(" ", "") == plain(text).replace(" ", "")
    for line in lines:
        letters = [letter for letter in line if not unicodedata.combining(letter)]
        assert width(line, 12) <= most + 0.1 or len(letters) <= 1


@given(st.text(), st.floats(20, 300))
def test_balancing_adds_no_line(text, most):
    assert len(balanced(text, most, 12)) == len(wrap(text, most, 12))
