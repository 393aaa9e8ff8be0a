"""The indicators of Vietnam and Hanoi: the list of the source guide, and every published number as it was published."""

import re
from collections.abc import Callable
from fractions import Fraction
from pathlib import Path

import pytest

from eaframe.measures.indicators.indicator import Measured
from eaframe.measures.indicators.standing import Standings
from eaframe.rules.choice import Choice
from eaframe.workspace import Workspace, load

ROOT = Path(__file__).parents[2]
FACTS = ROOT.parent / "shared" / "domain" / "vietnam.md"
# From vietnam.md 4.5, with the library that says it. KPI-COV has two parts.
KPIS = {
    "vn-common": ("kpi-hstt", "kpi-dh", "kpi-mc", "kpi-itg", "kpi-reuse", "kpi-dup", "kpi-cd"),
    "vn-2017": ("kpi-dvc-34",),
    "vn-2026": ("kpi-tt", "kpi-cov-tinh", "kpi-cov-xa", "kpi-gap"),
}
# From vietnam.md 2.5: indicator, date, value (shares in percent), rank, series.
PUBLISHED = [
    ("so-dvc-34", "2017-01", "132", None, ""),
    ("so-dvc-34", "2017-06", "391", None, ""),
    ("kpi-dvc-34", "2017-06", "20.4", None, ""),
    ("so-dvc-34", "2017-07", "375", None, "ke-hoach"),
    ("so-dvc-34", "2017-07", "201", None, "danh-muc"),
    ("so-dvc-34", "2017-07", "81", None, "da-trien-khai"),
    ("ict-index", "2017", None, 2, ""),
    ("par-index", "2017", None, 2, ""),
    ("pci", "2017", None, 13, ""),
    ("ngan-sach-cntt", "2018", "1250", None, "muc-dau"),
    ("ngan-sach-cntt", "2018", "3000", None, "muc-sau"),
    ("kpi-dvc-34", "2019", "84", None, ""),
    ("kpi-dvc-4", "2019", "15.4", None, ""),
    ("sipas", "2019", "80.09", 52, ""),
    ("sipas", "2020", "85.15", 33, ""),
    ("par-index", "2024", "92.57", 3, ""),
    ("sipas", "2024", "86.5", 11, ""),
    ("papi", "2024", "43.7", 29, ""),
]


@pytest.fixture(scope="module")
def hanoi() -> Callable[[str], Workspace]:
    """Hanoi's model as of a day."""
    return lambda as_of: load(ROOT / "models" / "hanoi", as_of=as_of, today=20261123)


@pytest.fixture(scope="module")
def measured(hanoi) -> Measured:
    return hanoi("today").measured[0]


@pytest.mark.parametrize(("library", "ids"), KPIS.items())
def test_a_library_has_the_indicators_of_the_guide_each_with_a_basis(measured, library, ids):
    found = {id_: measured.indicators.get(f"{library}:{id_}") for id_ in ids}
    assert [id_ for id_, one in found.items() if one is None or not one.basis] == []


def test_every_published_number_is_recorded_as_it_was_published(measured):
    rows = {
        (one.indicator.rpartition(":")[2], one.date, one.value, one.rank, one.series): one.grade
        for one in measured.observations
    }
    for indicator, date, value, rank, series in PUBLISHED:
        assert rows[indicator, date, None if value is None else Fraction(value), rank, series] == "B"


def test_what_is_implied_is_not_told_as_published(measured):
    (implied,) = measured.of("so-tthc")
    assert (implied.value, implied.grade) == (1917, "modelled")


@pytest.mark.parametrize("as_of", ["today", "2017-06-30", "2019-12-31", "all"])
def test_each_indicator_that_hanoi_uses_says_all_that_the_form_asks(hanoi, as_of):
    found = [one.finding for one in hanoi(as_of).findings if one.finding.code.startswith("IND")]
    assert [(one.code, one.subject) for one in found if one.severity != "info"] == []


def test_coverage_is_of_41_components_and_166_codes(hanoi, measured):
    standings = Standings(measured, hanoi("today").loaded.model, 20261123, 100_000_000)
    wholes = {id_: standings.tally(measured.indicators[f"vn-2026:{id_}"], 20261123) for id_ in KPIS["vn-2026"][1:3]}
    assert {id_: tally.whole for id_, tally in wholes.items() if tally} == {"kpi-cov-tinh": 41, "kpi-cov-xa": 166}


def test_an_index_that_others_publish_has_no_formula_of_ours(measured):
    indices = ("sipas", "par-index", "papi", "pci", "ict-index", "dti", "bo-chi-so-766")
    assert {measured.indicators[f"vn-common:{id_}"].formula for id_ in indices} == {None}


@pytest.mark.skipif(not FACTS.is_file(), reason="shared/domain/vietnam.md, the facts on file, is not here")
def test_the_facts_on_file_have_the_same_numbers():
    section = FACTS.read_text(encoding="utf-8").partition("## 2.5")[2].partition("\n---")[0]
    lines = [line for line in section.splitlines() if line.startswith("- {date")]
    ranks = [
        int(found) for line in lines if "rank" in line for found in re.findall(r'(?:rank"?, value|rank): (\d+)', line)
    ]
    assert sorted(ranks) == sorted(rank for *_, rank, _ in PUBLISHED if rank is not None)
    text = " ".join(lines).replace(",000", "000").replace("1,250", "1250")
    shares = {str(Fraction(found) * 100) for found in re.findall(r"0\.\d+", text)}
    said = {*re.findall(r"\d+(?:\.\d+)?", text), *(f"{float(Fraction(one)):g}" for one in shares)}
    assert {value for _, _, value, *_ in PUBLISHED if value is not None} - said == set()


def test_what_an_indicator_lacks_is_asked_for_by_the_legal_rule(workspace):
    text = "indicators: {it: {name: It, unit: count, formula: {count: {type: goal}}}}\nelements: {a: {type: goal}}\n"
    found = load(workspace({"a.yaml": text}), today=20261123)
    assert [one.code for one in found.judge(Choice(("GOV-11",))).findings] == ["IND003"]
