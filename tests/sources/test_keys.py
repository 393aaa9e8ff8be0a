"""Keys that nobody knows: misspelt, or a text that a comma cut in two."""

import time

from eaframe.sources.keys import cut_off, hint_for_key, is_reported, misspelt

KNOWN = ("vi", "en", "name", "documentation")


def test_a_text_that_a_comma_cut_is_recognised_by_the_keys_without_values_after_it():
    data = {"vi": "Sở Khoa học", "Công nghệ": None, "Môi trường": None, "en": "Department"}
    assert cut_off(data, KNOWN) == {
        "Công nghệ": 'vi: "Sở Khoa học, Công nghệ, Môi trường"',
        "Môi trường": "",
    }
    assert [is_reported(key, data, KNOWN) for key in data] == [False, False, True, False]


def test_a_key_with_a_value_or_after_a_list_or_one_that_is_known_is_no_piece():
    assert cut_off({"vi": "a", "b": "c", "d": None}, KNOWN) == {"d": 'b: "c, d"'}
    assert cut_off({"vi": ["a"], "b": None}, KNOWN) == {}
    assert cut_off({"vi": "a", "en": None}, KNOWN) == {}
    assert cut_off({"b": None}, KNOWN) == {}


def test_the_hint_is_the_key_that_was_meant_or_quotes_or_nothing():
    data = {"name": "a", "documentaton": "b", "c": None, "xyz": "d"}
    hints = [str(hint_for_key(key, data, KNOWN)) for key in ("documentaton", "c", "xyz")]
    assert hints == [
        "Did you mean `documentation`?",
        'If the comma belongs to the text put the text in quotes: documentaton: "b, c".',
        "None",
    ]


def test_the_misspelt_key_of_one_that_is_missing_is_found():
    assert misspelt("name", {"nmae": "a", "vi": "b"}, KNOWN) == "nmae"
    assert misspelt("name", {"vi": "b", "xyz": "c"}, KNOWN) is None
    assert misspelt("name", {"name": "b"}, KNOWN) is None


def test_very_many_unknown_keys_take_no_longer_than_they_are_many():
    data = {"vi": "a", **{f"piece{number}": None for number in range(5_000)}}
    start = time.process_time()
    for key in list(data)[:500]:
        hint_for_key(key, data, KNOWN)
        is_reported(key, data, KNOWN)
    assert time.process_time() - start < 0.5
