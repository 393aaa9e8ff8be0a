import pytest

from eaframe.findings.message import say
from eaframe.metamodel.period import in_words


@pytest.mark.parametrize(
    ("written", "english", "vietnamese"),
    [
        ("P12M", "12 months", "12 tháng"),
        ("P1M", "1 month", "1 tháng"),
        ("P1Y", "1 year", "1 năm"),
        ("P2Y6M", "2 years, 6 months", "2 năm, 6 tháng"),
        ("P1W", "1 week", "1 tuần"),
        ("P3W1D", "3 weeks, 1 day", "3 tuần, 1 ngày"),
        ("P90D", "90 days", "90 ngày"),
        ("-P1Y", "minus 1 year", "trừ 1 năm"),
    ],
)
def test_a_duration_is_said_in_words(written: str, english: str, vietnamese: str):
    assert say("{duration}", duration=in_words(written)).text() == english
    assert say("{duration}", duration=in_words(written)).text("vi") == vietnamese


def test_what_is_no_duration_is_not_said():
    with pytest.raises(ValueError, match="no duration"):
        in_words("12 months")
