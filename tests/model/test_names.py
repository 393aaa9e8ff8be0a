import unicodedata

import pytest

from eaframe.model.fold import fold_name
from eaframe.model.names import LONGEST_ID, is_slug, slug

ONE = "elements:\n  a: {type: goal, name: A, documentation: A.}\n"


@pytest.mark.parametrize("id_", ["a", "1", "cong-dich-vu-cong", "hts-1", "a" * LONGEST_ID, "con-nguoi", "com10"])
def test_an_id_is_lower_case_letters_digits_and_single_dashes(id_: str):
    assert is_slug(id_)


@pytest.mark.parametrize(
    "id_", ["", "A", "a_b", "a b", "a--b", "-a", "a-", "đ", "a.b", "a:b", "a/b", "../x", "a" * 64, "con", "nul", "com1"]
)
def test_what_could_not_be_a_file_name_everywhere_is_no_id(id_: str):
    assert not is_slug(id_)


@pytest.mark.parametrize(
    ("name", "id_"),
    [
        ("Cổng dịch vụ công", "cong-dich-vu-cong"),
        ("Đất đai", "dat-dai"),
        ("  NĐ 85/2016/NĐ-CP ", "nd-85-2016-nd-cp"),
        ("con", "con-1"),
        ("…", "element-1"),
        ("x" * 100, "x" * LONGEST_ID),
        ("Ứng dụng".encode().decode(), "ung-dung"),
        (unicodedata.normalize("NFD", "Ứng dụng"), "ung-dung"),
    ],
)
def test_an_id_is_proposed_from_a_name_without_its_diacritics(name: str, id_: str):
    assert slug(name) == id_
    assert is_slug(slug(name))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("hoà", "hòa"),
        ("thuý", "thúy"),
        ("khoẻ", "khỏe"),
        ("Uỷ ban", "Ủy ban"),
        ("HÒA BÌNH", "hoà  bình "),
        ("hòa", unicodedata.normalize("NFD", "hòa")),
    ],
)
def test_names_are_the_same_whatever_their_case_spaces_form_and_place_of_the_tone(one: str, other: str):
    assert fold_name(one) == fold_name(other)


@pytest.mark.parametrize(
    ("one", "other"), [("má", "mà"), ("tan", "tân"), ("da", "đa"), ("thu ý", "thú y"), ("ơn", "on")]
)
def test_names_that_are_other_words_stay_apart(one: str, other: str):
    assert fold_name(one) != fold_name(other)


def test_all_syllables_of_the_alphabet_stay_apart():
    vowels = "aăâeêioôơuưy"
    tones = ["", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323"]
    letters = [unicodedata.normalize("NFC", vowel + tone) for vowel in vowels for tone in tones]
    assert len({fold_name(letter) for letter in letters}) == len(vowels) * len(tones)


def test_references_lead_forward_in_a_file_and_across_files(load, found):
    files = {
        "a.yaml": "elements:\n  a: {type: goal, name: A, documentation: A., influences: [b, c]}\n"
        "  b: {type: goal, name: B, documentation: B.}\n",
        "sub/c.yml": "elements:\n  c: {type: goal, name: C, documentation: C.}\n",
    }
    assert found(files) == []
    assert list(load(files).model.relationships) == ["a--influences--b", "a--influences--c"]


def test_the_same_id_in_two_files_is_an_error_at_the_second_and_points_to_the_first(judged):
    (one,) = judged({"a.yaml": ONE, "b.yaml": ONE})
    assert (one.finding.code, one.location.file, one.location.line) == ("MOD003", "b.yaml", 2)
    assert [(note.location.file, note.location.line) for note in one.notes] == [("a.yaml", 2)]


def test_ids_that_differ_only_in_case_are_one_id(found):
    assert found({"model.yaml": f"{ONE}  A: {{type: goal, name: B, documentation: B., influences: a}}\n"}) == [
        ("MOD002", "error", "model.yaml", 3, 3),
        ("MOD003", "error", "model.yaml", 3, 3),
    ]


def test_an_alias_is_an_id_or_a_list_of_them_and_references_to_it_reach_the_element(load):
    for aliases in ("old", "[older, old]"):
        files = ONE.replace("A.}", f"A., aliases: {aliases}}}") + "  b: {type: goal, name: B, influences: old}\n"
        assert list(load(files).model.relationships) == ["b--influences--a"]


def test_an_own_id_may_carry_the_namespace_of_the_workspace(load, found):
    files = ONE + "  b: {type: goal, name: B, documentation: B., influences: test:a}\n"
    assert found({"model.yaml": files}) == []
    assert list(load(files).model.relationships) == ["b--influences--a"]


def test_elements_are_in_the_order_of_their_ids_whatever_the_files(load):
    files = {"z.yaml": ONE, "a.yaml": "elements: {c: {type: goal}, b: {type: goal}}"}
    assert list(load(files).model.elements) == ["a", "b", "c"]


@pytest.mark.parametrize("section", ["views", "viewpoints", "documents", "references", "kinds"])
def test_everything_that_has_an_id_has_a_slug(judged, section: str):
    found = judged({"model.yaml": f"{section}:\n  Mục tiêu: {{}}\n"})
    assert ("MOD002", 2, 3) in [(one.finding.code, one.location.line, one.location.column) for one in found]


def test_a_view_defined_twice_is_an_error_at_the_second(found):
    view = "views:\n  goals: {name: Goals, include: {type: goal}}\n"
    assert found({"a.yaml": ONE + view, "b.yaml": view}) == [("MOD003", "error", "b.yaml", 2, 3)]
