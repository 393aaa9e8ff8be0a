"""Did you mean …? finds what was meant, the same in every run, and in bounded time."""

import itertools
import time

import pytest

from eaframe.findings.message import say
from eaframe.findings.suggest import did_you_mean, either, labelled, nearest, quoted


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("docmentation", "documentation"),
        ("aplication-component", "application-component"),
        ("serve", "serves"),
        ("flow-to", "flows-to"),
        ("realises", "realizes"),
        ("owners", "owner"),
        ("thuộc-tính", "thuoc-tinh"),
    ],
)
def test_a_slip_of_the_keyboard_finds_the_word(word, meant):
    names = ["documentation", "application-component", "serves", "flows-to", "realizes", "owner", "name", "thuoc-tinh"]
    assert nearest(word, names)[0] == meant


def test_what_resembles_nothing_finds_nothing():
    assert nearest("xyz", ["documentation", "serves"]) == ()
    assert nearest("", ["a", "b"]) == ()
    assert nearest("a", []) == ()
    assert did_you_mean("xyz", ["documentation"]) is None


def test_the_best_come_first_and_equally_good_ones_in_the_order_of_the_alphabet():
    assert nearest("abcd", ["abxx", "abcde", "abcy", "abcx", "abcz"]) == ("abcde", "abcx", "abcy")
    assert nearest("abcd", ["abcx", "abcy"], most=1) == ("abcx",)


def test_the_order_of_the_names_does_not_matter():
    names = ["abcx", "abcy", "abcz", "abcw"]
    assert {nearest("abcd", order) for order in itertools.permutations(names)} == {("abcw", "abcx", "abcy")}
    assert nearest("abcd", dict.fromkeys(names)) == nearest("abcd", iter([*names, *names]))


NAMES = [f"information-system-{number}" for number in range(100_000)]


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("information-system-9999x", "information-system-9999"),
        ("information-system-54321a", "information-system-54321"),
        ("nformation-system-77777", "information-system-77777"),
    ],
)
def test_the_word_is_found_among_a_hundred_thousand(word, meant):
    assert meant in nearest(word, NAMES)


@pytest.mark.parametrize("word", ["information-system-x", "zzz", "", "-", "x" * 1_000_000, "information-" * 10_000])
def test_no_word_takes_long_among_a_hundred_thousand(word):
    start = time.process_time()
    nearest(word, NAMES)
    assert time.process_time() - start < 0.5


def test_words_of_any_length_do_not_take_long_among_long_words():
    long = ["x" * 5_000 + str(number) for number in range(1_000)]
    start = time.process_time()
    assert nearest("x" * 5_000, long) == ()
    assert time.process_time() - start < 0.5


def test_the_hint_names_what_was_meant():
    assert str(did_you_mean("serve", ["serves", "server", "name"])) == "Did you mean `server`, `serves`?"


def test_a_list_for_a_sentence_is_cut_and_says_so():
    assert quoted(["a", "b"]) == "`a`, `b`"
    assert quoted([]) == ""
    assert quoted(map(str, range(15))) == f"{', '.join(f'`{number}`' for number in range(12))}, … (+3)"


def test_a_choice_for_a_sentence():
    assert str(either(["a"])) == "`a`"
    assert str(either(["a", "b", "c"])) == "`a` or `b` or `c`"
    with pytest.raises(ValueError):
        either([])


def test_names_are_told_with_what_people_call_them_and_a_long_label_is_cut():
    labels = {"a": "Một", "c": "x" * 500}
    said = labelled(["a", "b", "c"], labels)
    assert say("{names}", names=said).text() == f"`a` (Một), `b`, `c` ({'x' * 79}…)"
