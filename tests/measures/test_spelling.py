"""Numbers of indicators as people read them."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eaframe.measures.indicators.spelling import number_text


@pytest.mark.parametrize(
    ("number", "english", "vietnamese"),
    [
        (Fraction(0), "0", "0"),
        (Fraction(-1, 1000), "0", "0"),
        (Fraction(125, 1000), "0.13", "0,13"),
        (Fraction(-125, 1000), "-0.13", "-0,13"),
        (Fraction(1234567), "1,234,567", "1.234.567"),
        (Fraction(1234567, 10), "123,456.7", "123.456,7"),
    ],
)
def test_numbers_are_written_as_the_language_writes_them(number, english, vietnamese):
    assert (number_text(number, "en"), number_text(number, "vi")) == (english, vietnamese)


@given(st.integers(min_value=-(10**60), max_value=10**60), st.integers(0, 2))
def test_a_number_keeps_all_its_digits_however_many_they_are(number, decimals):
    written = number_text(Fraction(number, 10**decimals), "en")
    assert Fraction(written.replace(",", "")) == Fraction(number, 10**decimals)
