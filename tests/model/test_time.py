import calendar
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eaframe.metamodel.period import ALWAYS, EARLIEST, LATEST, Period, date_of, day_of, next_day, parse_day
from eaframe.model.as_of import resolve_as_of


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2018", 20180101, 20181231),
        ("2016-07", 20160701, 20160731),
        ("2016-02", 20160201, 20160229),
        ("2017-02", 20170201, 20170228),
        ("2016-07-15", 20160715, 20160715),
        ("9999", 99990101, 99991231),
        ("0001-01-01", 10101, 10101),
    ],
)
def test_a_partial_date_covers_its_whole_period(text: str, first: int, last: int):
    assert (parse_day(text), parse_day(text, last=True)) == (first, last)


@pytest.mark.parametrize(
    "text",
    [
        *(
            "",
            "0000",
            "16",
            "2016-7",
            "2016-13",
            "2016-00",
            "2016-02-30",
            "2017-02-29",
            "2016-07-15T00:00",
            "15/07/2016",
        ),
        *("2016/07", " 2016", "2016 ", "+2016", "-2016", "２０１８", "٢٠١٨", "2016-07-32", "20160715"),
    ],
)
def test_what_is_no_date_of_the_calendar_is_none(text: str):
    assert parse_day(text) is None
    assert parse_day(text, last=True) is None


DAYS = st.dates(date(1, 1, 1), date(9999, 12, 31)).map(day_of)
PERIODS = st.builds(
    Period, st.one_of(st.just(EARLIEST), DAYS), st.one_of(st.just(LATEST), DAYS), st.just(""), st.just("")
)


@given(st.dates(date(1, 1, 1), date(9999, 12, 30)))
def test_a_day_is_a_number_and_back_and_the_next_day_follows_it(day: date):
    assert date_of(day_of(day)) == day
    assert day_of(day) < next_day(day_of(day)) == day_of(date.fromordinal(day.toordinal() + 1))


def test_the_last_day_of_the_calendar_has_no_next_one():
    assert next_day(99991231) == 99991231
    assert next_day(LATEST) == LATEST


@given(st.integers(1, 9999), st.integers(1, 12))
def test_a_month_ends_where_the_calendar_says(year: int, month: int):
    text = f"{year:04}-{month:02}"
    assert parse_day(text, last=True) == year * 10000 + month * 100 + calendar.monthrange(year, month)[1]


@given(PERIODS, PERIODS, DAYS)
def test_the_meeting_of_two_periods_holds_exactly_the_days_that_both_hold(one: Period, other: Period, day: int):
    assert one.meeting(other).holds(day) == (one.holds(day) and other.holds(day))


@given(PERIODS, PERIODS)
def test_periods_meet_exactly_where_their_meeting_is_not_empty(one: Period, other: Period):
    meeting = one.meeting(other)
    if one.first <= one.last and other.first <= other.last:
        assert one.meets(other) == other.meets(one) == (meeting.first <= meeting.last)


@given(PERIODS, PERIODS, DAYS)
def test_what_lies_within_a_period_holds_no_other_day(one: Period, other: Period, day: int):
    if one.within(other) and one.holds(day):
        assert other.holds(day)


@given(PERIODS)
def test_every_period_lies_within_always(period: Period):
    assert period.within(ALWAYS)
    assert period.meeting(ALWAYS) == period


@pytest.mark.parametrize(
    ("period", "words"),
    [
        (ALWAYS, "always"),
        (Period(20160701, LATEST, "2016-07", ""), "from 2016-07"),
        (Period(EARLIEST, 20181231, "", "2018"), "until 2018"),
        (Period(20160701, 20181231, "2016-07", "2018"), "from 2016-07 to 2018"),
    ],
)
def test_a_period_is_said_as_it_was_written(period: Period, words: str):
    assert str(period.in_words()) == words


CITY = """
elements:
  old: {type: business-actor, name: Cũ, documentation: X., valid: {to: 2025-02-28}, serves: {to: town}}
  new:
    type: business-actor
    name: Mới
    documentation: X.
    valid: {from: 2025-03-01}
    serves: {to: town, valid: {from: 2026}}
  town:
    type: business-actor
    name: [{value: Thị xã, valid: {to: 2020}}, {value: Thành phố, valid: {from: 2021}}]
    documentation: X.
    owner: [{value: old, valid: {to: 2025-02-28}}, {value: new, valid: {from: 2025-03-01}}]
  now: {type: plateau, name: Hiện trạng, documentation: X., date: 2025-02}
  later: {type: plateau, name: Tương lai, documentation: X.}
  note: {type: goal, name: N, documentation: N., associated-with: old--serves--town}
"""


@pytest.mark.parametrize(
    ("as_of", "elements", "relationships", "name", "owner"),
    [
        ("2019", "later note now old town", 2, "Thị xã", "old"),
        ("2020-12", "later note now old town", 2, "Thị xã", "old"),
        ("2021-01-01", "later note now old town", 2, "Thành phố", "old"),
        ("now", "later note now old town", 2, "Thành phố", "old"),
        ("2025-03", "later new note now town", 0, "Thành phố", "new"),
        ("2025", "later new note now town", 0, "Thành phố", "new"),
        ("today", "later new note now town", 1, "Thành phố", "new"),
    ],
)
def test_a_slice_has_what_is_valid_on_the_day_with_the_values_of_the_day(
    load, as_of: str, elements: str, relationships: int, name: str, owner: str
):
    model = load(CITY, as_of=as_of).model
    town = model.elements["town"]
    assert (" ".join(model.elements), len(model.relationships), town.name, town.attributes["owner"]) == (
        elements,
        relationships,
        name,
        owner,
    )


def test_all_times_at_once_have_everything(load):
    model = load(CITY, as_of="all").model
    assert (model.as_of, len(model.elements), len(model.relationships)) == (None, 6, 3)
    assert [dated.value for dated in model.elements["town"].name.values] == ["Thị xã", "Thành phố"]


def test_a_value_outside_of_all_its_times_is_not_there(load):
    files = "elements:\n  a: {type: goal, name: [{value: A, valid: {from: 2020, to: 2021}}], documentation: A.}\n"
    assert load(files, as_of="2019").model.elements["a"].name is None


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("later", "the plateau `later` has no date"),
        ("latr", "`latr` is not a date (2017, 2017-06, 2017-06-30), `today`, `all` or a plateau (`later`)"),
        ("xyz", "`today`, `all` or a plateau (`later`, `now`)"),
        ("town", "is not a date"),
        ("", "is not a date"),
    ],
)
def test_a_day_that_is_none_says_what_could_be_asked_for(load, text: str, sentence: str):
    with pytest.raises(ValueError) as error:
        resolve_as_of(load(CITY).model, text, 20261123)
    assert sentence in str(error.value)


def test_values_over_time_stand_in_the_order_of_time_however_they_are_written(load, found):
    name = "[{value: B, valid: {from: 2021}}, {value: A, valid: {to: 2020}}]"
    files = f"elements:\n  a: {{type: goal, name: {name}, documentation: A.}}\n"
    assert found({"model.yaml": files}) == []
    assert [one.value for one in load(files).model.elements["a"].name.values] == ["A", "B"]


def test_every_value_that_overlaps_with_an_earlier_one_is_reported(found):
    files = (
        "elements:\n  a:\n    type: goal\n    documentation: A.\n    name:\n"
        "    - {value: A, valid: {from: 2010, to: 2020}}\n"
        "    - {value: B, valid: {from: 2011, to: 2012}}\n"
        "    - {value: C, valid: {from: 2013, to: 2014}}\n"
    )
    assert found({"model.yaml": files}, as_of="2010") == [
        ("MOD013", "error", "model.yaml", 7, 18),
        ("MOD013", "error", "model.yaml", 8, 18),
    ]


def test_a_value_over_time_may_have_evidence_of_its_own(load):
    files = "elements:\n  a: {type: goal, name: [{value: A, evidence: {grade: K}}], documentation: A.}\n"
    (dated,) = load(files).model.elements["a"].name.values
    assert [(one.ref, one.grade) for one in dated.evidence] == [("", "K")]


def test_a_successor_may_be_one_or_several(load):
    files = "elements: {a: {type: goal, replaced-by: b}, b: {type: goal, replaced-by: [a, c]}, c: {type: goal}}"
    assert [one.replaced_by for one in load(files).model.elements.values()] == [("b",), ("a", "c"), ()]


def test_an_element_that_ends_on_the_last_day_of_the_calendar_is_judged_like_any_other(found):
    files = (
        "elements:\n"
        "  a: {type: goal, name: A, documentation: A., valid: {to: 9999-12-31}, replaced-by: b, influences: b}\n"
        "  b: {type: goal, name: B, documentation: B.}\n"
    )
    assert found({"model.yaml": files}) == []
