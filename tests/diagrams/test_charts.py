"""Charts of indicators: axes that hold their numbers, words that cover nothing, a hash of what is said."""

import re
from fractions import Fraction
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import eaframe
from eaframe.diagrams.charts.chart import draw_chart
from eaframe.diagrams.charts.labels import Labels, apart
from eaframe.diagrams.charts.scale import days, numbers
from eaframe.measures.indicators.standing import Standings
from eaframe.views.layout import Rect

EXAMPLE = Path(__file__).parents[2] / "examples" / "indicators"
NUMBERS = st.lists(st.fractions(0, 100_000, max_denominator=100), min_size=1)


def chart_of(folder: Path, *ids: str, per: str = "", day: int = 20261123, language: str = "vi") -> str:
    found = eaframe.load(folder, today=day)
    measured = found.measured[0]
    standings = Standings(measured, found.loaded.model, day, 1_000_000)
    asked = [measured.indicators[id_] for id_ in ids] if ids else list(measured.indicators.values())
    return draw_chart(standings, asked, (language, "vi", "en"), per)


@given(NUMBERS, st.sampled_from(["percent", "count", "points", "rank", "dossiers"]))
def test_an_axis_holds_its_numbers_between_few_ticks(values, unit):
    if unit == "percent":
        values = [one / 1_000 for one in values]
    if unit in {"count", "rank"}:
        values = [Fraction(round(one) + 1) for one in values]
    axis = numbers(values, unit, 300.0, 100.0)
    assert axis.low <= min(values)
    assert max(values) <= axis.high
    assert 2 <= len(axis.ticks) <= 8
    assert all(100 <= axis.px(one) <= 300 for one in values)


def test_a_share_has_all_of_a_hundred_and_the_first_rank_is_on_top():
    assert numbers([Fraction(20), Fraction(21)], "percent", 100.0, 0.0).ticks == (0, 20, 40, 60, 80, 100)
    ranks = numbers([Fraction(2), Fraction(13)], "rank", 100.0, 0.0)
    assert ranks.px(Fraction(2)) < ranks.px(Fraction(13))
    assert ranks.ticks[0] == 1


@given(st.lists(st.integers(1, 9998).map(lambda year: year * 10_000 + 701), min_size=1))
def test_an_axis_of_days_holds_them_and_names_years_inside(values):
    axis = days(values, 50.0, 450.0)
    assert all(50 <= axis.px(one) <= 450 for one in values)
    assert all(50 <= start <= middle <= 450 for _, start, middle in axis.years())
    assert len(axis.years()) <= 9


@given(st.lists(st.floats(0, 200), min_size=1, max_size=5))
def test_words_at_the_side_stay_apart(wanted):
    placed = sorted(apart(wanted, 28.0, 0.0, 200.0))
    assert all(after - before >= 27.99 for before, after in pairwise(placed))
    assert min(placed) >= -0.01
    assert max(placed) <= 200.01


@given(st.lists(st.tuples(st.floats(0, 300), st.floats(0, 150)), max_size=12))
def test_words_cover_neither_each_other_nor_marks(points):
    labels = Labels(Rect(0, 0, 300, 150))
    for x, y in points:
        labels.mark(x, y)
    marks = len(labels.taken)
    for x, y in points:
        labels.beside("20,4 %", x, y, "text")
    for index, one in enumerate(labels.taken[marks:], marks):
        for other in labels.taken[:index]:
            apart_ = one.right <= other.x or other.right <= one.x or one.bottom <= other.y or other.bottom <= one.y
            assert apart_


def test_a_chart_says_what_is_computed_and_what_was_recorded():
    picture = chart_of(EXAMPLE, "online-share")
    for words in ("Tỷ lệ dịch vụ công trực tuyến", "Tính từ mô hình", "Số công bố", "Mục tiêu", "80 % (2027)", "30 %"):
        assert words in picture
    assert picture == chart_of(EXAMPLE, "online-share")


def test_a_legend_has_only_what_the_chart_shows():
    picture = chart_of(EXAMPLE, "satisfaction", language="en")
    assert "Recorded" in picture
    assert "Computed from the model" not in picture
    assert "Target" not in picture  # it is not known yet


def test_another_number_is_another_hash(workspace):
    text = "observations:\n  - {{indicator: it, date: 2017, value: {value}, evidence: {{grade: K}}}}\n"
    text += "indicators:\n  it: {{name: It, unit: points, formula: observed}}\nelements: {{a: {{type: goal}}}}\n"
    hashes = [
        re.search(r'data-content="(\w+)"', chart_of(workspace({"a.yaml": text.format(value=value)}))).group(1)
        for value in (1, 1, 2)
    ]
    assert hashes[0] == hashes[1] != hashes[2]


@pytest.mark.parametrize("per", ["", "owner"])
def test_hostile_names_are_text_and_an_empty_chart_is_a_chart(workspace, per):
    text = """\
indicators:
  it: {name: '<script>alert(1)</script>', unit: {vi: '"><x', en: '<y'}, formula: {count: {type: goal}}}
  never: {name: Never, unit: rank, formula: observed}
elements: {a: {type: goal, name: '</text>'}}
"""
    picture = chart_of(workspace({"a.yaml": text}), per=per)
    assert "<script>" not in picture
    assert "<x" not in picture
    assert chart_of(workspace({"a.yaml": "elements: {a: {type: goal}}"}), per=per).startswith("<svg")
