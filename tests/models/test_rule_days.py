"""When each rule of law is asked, how bad its breach is, and of which legal rule it is a part (tools/rule-days.csv)."""

import csv
from datetime import date, timedelta
from pathlib import Path
from typing import Final

import pytest

from eaframe.metamodel.period import day_of

TODAY: Final = 20261123
IN_2017: Final = 20170630
with (Path(__file__).parent / "tools" / "rule-days.csv").open(encoding="utf-8") as _file:
    ROWS: Final = list(csv.DictReader(_file))
FIRST: Final = [(row["code"], row["first"]) for row in ROWS if row["first"]]
LAST: Final = [(row["code"], row["last"]) for row in ROWS if row["last"]]


def day(text: str, later: int = 0) -> int:
    """A day, or one some days later, as YYYYMMDD."""
    return day_of(date.fromisoformat(text) + timedelta(days=later))


def test_each_rule_stands_here_with_its_legal_rule_and_its_severity(law):
    written = {row["code"]: (row["legal rule"], row["severity"]) for row in ROWS}
    assert len(written) == len(ROWS)
    assert written == {code: (rule.tags[0], rule.defect.severity) for code, rule in law.items()}


@pytest.mark.parametrize(("code", "first"), FIRST)
def test_a_rule_is_asked_from_its_first_day_and_not_before(code, first, law, finds):
    bad = law[code].defect.bad
    assert finds(code, bad, day(first)) != []
    assert finds(code, bad, day(first, -1)) == []


@pytest.mark.parametrize(("code", "last"), LAST)
def test_a_rule_is_asked_to_its_last_day_and_not_after(code, last, law, finds):
    bad = law[code].defect.bad
    assert finds(code, bad, day(last)) != []
    assert finds(code, bad, day(last, 1)) == []


@pytest.mark.parametrize("code", [row["code"] for row in ROWS if not row["first"]])
def test_what_no_law_began_is_asked_always(code, law, finds):
    assert [finds(code, law[code].defect.bad, one) != [] for one in (20160101, IN_2017, TODAY)] == [True] * 3


def test_what_has_no_last_day_has_no_end(law):
    assert {code for code, rule in law.items() if rule.valid.last_text} == {code for code, _ in LAST}


@pytest.mark.parametrize(("old", "new"), [("VNE201", "VNS202"), ("VNE210", "VNC210"), ("VNE212", "VNS212")])
def test_where_one_law_ends_the_next_begins_and_no_day_has_both(old, new):
    assert day(dict(FIRST)[new]) == day(dict(LAST)[old], 1)


def test_nothing_of_2017_is_asked_in_2026_and_nothing_of_2026_in_2017(law):
    asked = {one: {code for code, rule in law.items() if rule.valid.holds(one)} for one in (IN_2017, TODAY)}
    assert {code for code in asked[IN_2017] if code.startswith("VNS")} == set()
    assert {code for code in asked[TODAY] if code.startswith("VNE")} == set()
