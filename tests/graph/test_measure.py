from decimal import Decimal

import pytest

from eaframe.graph.measure import amount, at_least, at_most
from eaframe.metamodel.values import Localized, NotApplicable, Unknown


@pytest.mark.parametrize(
    ("value", "bound", "least", "most"),
    [
        (3, "3", True, True),
        (2, "3", False, True),
        (3.5, "3", True, False),
        ("3", 3, True, True),
        (0.1, "0.1", True, True),
        (10**39 + 1, str(10**39), True, False),
        (2**53, str(2**53 + 1), False, True),
        ("2018", "2018-06", False, False),  # the year begins earlier and ends later
        ("2018-06", "2018", True, True),
        ("2018-06-30", "2018-07", False, True),
        (2018, "2018", True, True),  # a number beside a date of four digits
        ("1000 VND", "1000 VND", True, True),
        ("1000 VND", "999", True, False),
        ("5 USD", "1000 VND", None, None),
        (True, "1", None, None),
        ("high", "3", None, None),
        (3, "high", None, None),
        (3, "1_000", None, None),
        (3, "infinity", None, None),
        (3, "nan", None, None),
        (3, "٣", None, None),  # a digit of another script
        (3, "1e999", None, None),
        (None, "3", None, None),
        ((3,), "3", None, None),
        (Localized({"en": "3"}), "3", None, None),
        (Unknown("x", 20270101, "2027"), "3", None, None),
        (NotApplicable("none"), "3", None, None),
    ],
)
def test_numbers_dates_and_amounts_are_compared_and_nothing_else(value, bound, least, most):
    assert (at_least(value, bound), at_most(value, bound)) == (least, most)


def test_an_amount_is_exact():
    assert sum(amount(0.1)[0] for _ in range(3)) == Decimal("0.3")
    assert amount("12.50 VND") == (Decimal("12.50"), "VND")
