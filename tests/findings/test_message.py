"""A sentence takes its values in last and never for anything but values."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eaframe.findings import Message
from eaframe.findings.message import LONGEST_VALUE, say


def test_values_take_their_places():
    message = say("`{key}` stands in line {line}.", key="name", line=3)
    assert message.text() == str(message) == "`name` stands in line 3."


def test_a_sentence_without_places_is_said_as_it_is():
    assert say("Nothing to do.").text() == "Nothing to do."


def test_doubled_braces_are_braces():
    assert say("Write {{from: ID}} for {what}.", what="it").text() == "Write {from: ID} for it."


@pytest.mark.parametrize(
    "value", ["{", "}", "{}", "{other}", "{key}", "{0}", "{key.__class__}", "{key!r:>99}", "{{", "%s", "\\", "{ a: 1"]
)
def test_braces_in_a_value_are_part_of_it(value):
    assert say("The key `{key}` is not {other}.", key=value, other="known").text() == f"The key `{value}` is not known."


@given(st.text(max_size=LONGEST_VALUE))
def test_any_value_stands_in_the_sentence_as_it_is(value):
    assert say("<{value}>", value=value).text() == f"<{value}>"


def test_a_long_value_is_cut():
    whole = "x" * LONGEST_VALUE
    assert say("{value}", value=whole).text() == whole
    assert say("{value}", value=whole + "x").text() == whole[:-1] + "…"
    assert len(say("{value}", value="ệ" * 1_000_000).text()) == LONGEST_VALUE


def test_a_sentence_may_be_a_value_of_another():
    inner = say("{number} bytes", number=3)
    assert say("The file has {what}.", what=inner).text() == "The file has 3 bytes."
    assert Message("{a}{b}", {"a": inner, "b": "{a}"}).text() == "3 bytes{a}"


def test_a_language_that_does_not_know_a_sentence_says_it_in_english():
    assert say("No translation has this {word}.", word="sentence").text("vi") == "No translation has this sentence."


def test_a_value_that_is_no_text_is_said_as_python_shows_it():
    assert say("{a} {b} {c}", a=1, b=None, c=1.5).text() == "1 None 1.5"
