"""Indicators: what each formula comes to, what is not known, completions of libraries, and laws."""

from collections.abc import Callable
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import eaframe
from eaframe.graph.work import TooMuchWorkError
from eaframe.measures.indicators.standing import Standings
from eaframe.measures.indicators.tally import Cell, Tally, average_of, number_of, share_of, sum_of
from eaframe.workspace import Workspace

KINDS = """\
kinds:
  service:
    base: business-service
    attributes:
      level: {type: integer}
      cost: {type: money}
      sector: {type: list, of: {type: enum, allowed: [health, land]}}
"""
SERVICES = """\
elements:
  office: {type: business-actor, name: Office}
  birth: {type: service, name: Birth, level: 3, sector: [health], owner: office, cost: 3 VND}
  licence: {type: service, name: Licence, level: 1, sector: [health, land], cost: 4 VND}
  land: {type: service, name: Land, level: 4, sector: [land]}
"""
Measure = Callable[..., Standings]


@pytest.fixture
def load(workspace) -> Callable[..., Workspace]:
    """A workspace of one file, as of a day."""

    def load_files(text: str, as_of: str = "2026-11-23", **files: str) -> Workspace:
        return eaframe.load(workspace({"model.yaml": text, **files}), as_of=as_of, today=20261123)

    return load_files


@pytest.fixture
def measure(load) -> Measure:
    """The standings of an indicator `it` with a formula, over a model."""

    def standings(formula: str, model: str = KINDS + SERVICES, more: str = "", unit: str = "percent") -> Standings:
        indicator = f"indicators:\n  it: {{name: It, unit: {unit}, formula: {formula}{more}}}\n"
        found = load(model + indicator)
        assert [str(one.message) for one in found.measured[1]] == []
        return Standings(found.measured[0], found.loaded.model, found.as_of, 1_000_000)

    return standings


def the(standings: Standings) -> Tally:
    return standings.standing(standings.measured.indicators["it"]).computed


def whole(number: int) -> Tally:
    return Tally(Fraction(number), number, number, 0, Fraction(number), Fraction(number))


def test_a_count_is_how_many_there_are(measure):
    assert the(measure("{count: {type: service}}", unit="count")) == whole(3)
    assert the(measure("{count: {type: service, where: {level: {min: 9}}}}", unit="count")) == whole(0)


def test_a_ratio_is_judged_within_what_it_is_a_share_of(measure):
    found = the(measure("{ratio: {of: {where: {level: {min: 3}}}, to: {type: service}}}"))
    assert found == Tally(Fraction(200, 3), 2, 3, 0, Fraction(200, 3), Fraction(200, 3))


def test_what_is_not_known_is_neither_in_nor_out_but_bounds_the_value(measure):
    model = (KINDS + SERVICES).replace("level: 4", "level: {unknown: {by: office, until: 2099}}")
    found = the(measure("{ratio: {of: {where: {level: {min: 3}}}, to: {type: service}}}", model))
    assert found == Tally(Fraction(50), 1, 2, 1, Fraction(100, 3), Fraction(200, 3))
    counted = the(measure("{count: {where: {level: {min: 3}}}}", model, unit="count"))
    assert (counted.value, counted.undecided, counted.low, counted.high) == (1, 2, 1, 3)  # what has no level at all too


def test_no_subjects_are_no_data_and_no_zero(measure):
    nothing = the(measure("{ratio: {of: {type: goal}, to: {type: goal}}}"))
    assert nothing == Tally(None, 0, 0)
    assert the(measure("{average: {attribute: level, over: {type: goal}}}", unit="points")) == Tally(None, 0, 0)


def test_sums_and_means_are_of_what_is_known(measure):
    assert the(measure("{sum: {attribute: level, over: {type: service}}}", unit="points")) == Tally(Fraction(8), 3, 3)
    mean = the(measure("{average: {attribute: level, over: {type: service}}}", unit="points"))
    assert mean == Tally(Fraction(8, 3), 3, 3)
    money = the(measure("{sum: {attribute: cost, over: {type: service}}}", unit="money"))
    assert money == Tally(Fraction(7), 2, 2, 1, unit="VND")


def test_pairs_count_as_the_work_that_they_are(load):
    services = "".join(f"  s-{number}: {{type: service, name: S {number}, serves: office}}\n" for number in range(60))
    formula = "{pairs: {of: {type: service}, sharing: {via: serves}}}"
    indicator = f"indicators:\n  it: {{name: It, unit: count, formula: {formula}}}\n"
    found = load(f"{KINDS}elements:\n  office: {{type: business-actor, name: Office}}\n{services}{indicator}")

    def standings(most: int) -> Standings:
        return Standings(found.measured[0], found.loaded.model, found.as_of, most)

    assert the(standings(100_000)).value == 60 * 59 // 2
    with pytest.raises(TooMuchWorkError):
        the(standings(30_000))


def test_amounts_of_two_currencies_have_no_sum(measure):
    model = (KINDS + SERVICES).replace("4 VND", "4 USD")
    assert the(measure("{sum: {attribute: cost, over: {type: service}}}", model, unit="money")).value is None


def test_a_scope_limits_everything(measure):
    found = the(measure("{count: {type: service}}", more=", scope: {owner: office}", unit="count"))
    assert (found.value, found.high) == (1, 3)  # whose owner is missing, nobody can tell of


SHARED = """\
elements:
  look-up: {type: application-function, name: Look up}
  store: {type: application-function, name: Store}
  a: {type: application-component, name: A, assigned-to: [look-up, store], tags: [x]}
  b: {type: application-component, name: B, assigned-to: look-up}
  c: {type: application-component, name: C, assigned-to: store, owner: office}
  d: {type: application-component, name: D}
  office: {type: business-actor, name: Office}
"""


def test_pairs_share_something_and_are_counted_once(measure):
    pairs = "{pairs: {of: {type: application-component}, sharing: {via: assigned-to}}}"
    assert the(measure(pairs, SHARED, unit="count")) == whole(2)  # a and b, a and c


def test_pairs_within_a_scope_have_a_value_in_common(measure):
    pairs = "{pairs: {of: {type: service}, sharing: {via: served-by}, within: sector}}"
    served = KINDS + SERVICES + "  desk: {type: business-actor, name: Desk, associated-with: [birth, licence, land]}\n"
    pairs = pairs.replace("served-by", "associated-with")
    assert the(measure(pairs, served, unit="count")) == whole(2)  # birth and land have no sector in common


def test_coverage_counts_entries_of_libraries_that_own_elements_lead_to(load):
    library = "eaframe: 1\nname: L\nnamespace: lib\n"
    entries = "elements:\n  one: {type: capability, name: One}\n  two: {type: capability, name: Two}\n"
    entries += "  desk: {type: business-actor, name: Desk, associated-with: two}\n"
    text = """\
elements:
  office: {type: business-actor, name: Office, associated-with: 'lib:one'}
indicators:
  it:
    name: It
    unit: percent
    formula: {coverage: {of: {type: capability}, by: {via: associated-with}}}
"""
    files = {"lib/eaframe.yaml": library, "lib/m.yaml": entries}
    settings = "eaframe: 1\nname: T\nnamespace: t\nimports: [./lib]\n"
    found = load(text, **files, **{"eaframe.yaml": settings})
    standings = Standings(found.measured[0], found.loaded.model, found.as_of, 1_000)
    assert the(standings) == Tally(Fraction(50), 1, 2, 0, Fraction(50), Fraction(50))  # the library's own do not count


def test_each_value_of_a_list_counts(measure):
    standings = measure("{ratio: {of: {where: {level: {min: 3}}}, to: {type: service}}}")
    parts = standings.parts(standings.measured.indicators["it"], "sector")
    assert [(part.value, part.tally.part, part.tally.whole) for part in parts] == [("health", 1, 2), ("land", 1, 2)]


def test_what_has_no_value_is_a_part_too_and_the_last(measure):
    standings = measure("{count: {type: service}}", unit="count")
    parts = standings.parts(standings.measured.indicators["it"], "owner")
    assert [(part.value, part.tally.value) for part in parts] == [("office", 1), ("", 2)]


LIBRARY = """\
indicators:
  share:
    name: Share
    unit: percent
    formula: {ratio: {of: {tag: online}, to: {type: business-service}}}
observations:
  - {indicator: share, date: 2020, value: 10, evidence: {grade: K}}
"""
IMPORTING = {
    "eaframe.yaml": "eaframe: 1\nname: T\nnamespace: t\nimports: [./lib]\n",
    "lib/eaframe.yaml": "eaframe: 1\nname: L\nnamespace: lib\n",
}


def test_a_workspace_completes_an_indicator_of_a_library_and_records_numbers_for_it(load):
    text = """\
elements:
  office: {type: business-actor, name: Office}
  birth: {type: business-service, name: Birth, tags: [online]}
indicators:
  here:
    extend: share
    scope: workspace
    responsible: office
    target: {value: 90, date: 2030, evidence: {grade: modelled}}
observations:
  - {indicator: share, date: 2021, value: 20, evidence: {grade: K}}
  - {indicator: here, date: 2022, value: 30, evidence: {grade: K}}
"""
    found = load(text, **IMPORTING, **{"lib/m.yaml": LIBRARY})
    measured, findings = found.measured
    assert findings == []
    assert [one.date for one in measured.of("lib:share")] == ["2020", "2021", "2022"]
    one = measured.indicators["lib:share"]
    assert (one.responsible, one.scope, one.target.value) == ("office", (), 90)
    missing = [str(one.finding.message) for one in found.findings if one.finding.code == "IND003"]
    assert missing == ["The indicator `share` does not say its baseline, source, update."]


def test_what_a_workspace_does_not_use_of_a_library_lacks_nothing(load):
    found = load("elements:\n  office: {type: business-actor, name: Office}\n", **IMPORTING, **{"lib/m.yaml": LIBRARY})
    assert [one.finding.code for one in found.findings if one.finding.code.startswith("IND")] == []


def test_a_broken_indicator_of_a_library_is_one_finding_at_the_import(load):
    broken = LIBRARY.replace("{type: business-service}", "{type: busines-service}").replace("name: Share", "nam: Share")
    found = load("elements:\n  office: {type: business-actor, name: Office}\n", **IMPORTING, **{"lib/m.yaml": broken})
    rows = [(one.finding.code, one.location.file, one.location.line) for one in found.findings]
    assert ("IND007", "eaframe.yaml", 4) in rows
    assert [code for code, _, _ in rows if code.startswith("IND")] == ["IND007"]


def test_a_value_over_time_is_computed_on_the_days_of_plateaus_and_records(load):
    text = """\
elements:
  then: {type: plateau, date: 2017-06-30, name: Then}
  birth: {type: business-service, name: Birth, valid: {to: 2018}}
  death: {type: business-service, name: Death, valid: {from: 2017}}
indicators:
  it: {name: It, unit: count, formula: {count: {type: business-service}}}
observations:
  - {indicator: it, date: 2019, value: 7, evidence: {grade: B, ref: report}}
  - {indicator: it, date: 2030, value: 9, evidence: {grade: K}}
references: {report: {title: Report}}
"""
    found = load(text)
    standings = Standings(found.measured[0], found.loaded.model, found.as_of, 1_000)
    points = standings.series(standings.measured.indicators["it"])
    assert [(one.day, one.computed and one.computed.value, one.observed and one.observed.value) for one in points] == [
        (20170630, 2, None),
        (20191231, 1, None),
        (20191231, None, 7),
        (20261123, 1, None),
    ]


def test_an_indicator_has_no_value_outside_of_its_time(load):
    text = "indicators:\n  it: {name: It, unit: count, formula: {count: {type: goal}}, valid: {to: 2022}}\n"
    found = load(text + "elements: {a: {type: goal, name: A}}\n")
    standing = Standings(found.measured[0], found.loaded.model, 20261123, 1_000).standing(
        found.measured[0].indicators["it"]
    )
    assert (standing.in_force, standing.value, standing.distance) == (False, None, None)


@pytest.mark.parametrize(("direction", "left"), [("higher", 30), ("lower", -30)])
def test_the_distance_goes_the_way_that_is_better(measure, direction, left):
    more = f", direction: {direction}, target: {{value: 33, date: 2030}}"
    standings = measure("{count: {type: service}}", more=more, unit="count")
    assert standings.standing(standings.measured.indicators["it"]).distance == left


@pytest.mark.parametrize(("target", "reached"), [(30, True), (50, None), (60, None), (70, False)])
def test_a_target_is_reached_only_where_that_does_not_hang_on_what_is_undecided(measure, target, reached):
    model = (KINDS + SERVICES).replace("level: 4", "level: {unknown: {by: office, until: 2099}}")
    formula = "{ratio: {of: {where: {level: {min: 3}}}, to: {type: service}}}"  # 50, at least 33 and at most 67
    standings = measure(formula, model, f", target: {{value: {target}, date: 2030}}")
    assert standings.standing(standings.measured.indicators["it"]).reached is reached


def test_the_latest_record_is_of_the_series_without_a_name(load):
    text = """\
indicators: {it: {name: It, unit: count, formula: observed}}
observations:
  - {indicator: it, date: 2017-06, value: 391, evidence: {grade: K}}
  - {indicator: it, date: 2017-07, value: 375, series: plan, evidence: {grade: K}}
"""
    found = load(text)
    standings = Standings(found.measured[0], found.loaded.model, 20261123, 1_000)
    assert standings.latest(standings.measured.indicators["it"]).value == 391


def test_a_series_is_read_by_its_name_and_without_one_by_its_id(load):
    text = """\
indicators: {it: {name: It, unit: count, formula: observed}}
observations:
  - {indicator: it, date: 2016, value: 1, evidence: {grade: K}}
  - {indicator: it, date: 2017, value: 2, series: listed, evidence: {grade: K}}
  - {indicator: it, date: 2018, value: 3, series: plan, series-name: {vi: kế hoạch, en: planned}, evidence: {grade: K}}
"""
    observations = load(text).measured[0].observations
    assert [one.series_label("vi", "en") for one in observations] == ["", "listed", "kế hoạch"]
    assert [one.series_label("en", "vi") for one in observations] == ["", "listed", "planned"]


def test_a_name_of_a_series_needs_the_series(load):
    text = """\
indicators: {it: {name: It, unit: count, formula: observed}}
observations: [{indicator: it, date: 2018, value: 3, series-name: planned, evidence: {grade: K}}]
"""
    (message,) = (str(one.finding.message) for one in load(text).findings if one.finding.code == "SRC019")
    assert message.startswith("`0` must be a `series` beside the `series-name`")


def test_what_is_computed_for_a_day_to_come_is_planned(load):
    text = """\
elements:
  target: {type: plateau, date: 2030, name: Target}
  birth: {type: business-service, name: Birth, valid: {to: 2029}}
indicators: {it: {name: It, unit: count, formula: {count: {type: business-service}}}}
"""
    found = load(text)
    standings = Standings(found.measured[0], found.loaded.model, 20261123, 1_000)
    points = standings.series(standings.measured.indicators["it"])
    assert [(one.day, one.computed.value, one.ahead) for one in points] == [(20261123, 1, False), (20301231, 0, True)]


def test_the_order_of_files_is_irrelevant(workspace, tmp_path):
    parts = [KINDS, SERVICES, "indicators:\n  it: {name: It, unit: count, formula: {count: {type: service}}}\n"]
    rows = "observations:\n  - {indicator: it, date: 2017, value: 3, evidence: {grade: K}}\n"
    found = []
    for order in ([*parts, rows], [rows, *reversed(parts)]):
        for old in Path(tmp_path).glob("*.yaml"):
            old.unlink()
        root = workspace({f"{index}.yaml": text for index, text in enumerate(order)})
        loaded = eaframe.load(root, as_of="2020", today=20261123)
        standings = Standings(loaded.measured[0], loaded.loaded.model, 20201231, 1_000_000)
        standing = standings.standing(standings.measured.indicators["it"])
        found.append((standing.computed, standing.observed.value, standing.observed.date))
    assert found[0] == found[1]


def test_a_hostile_definition_crashes_nothing(load):
    text = """\
indicators:
  a: 3
  b: {name: [], unit: {}, formula: [count]}
  c: {name: C, unit: percent, formula: {ratio: {}}, scope: 7, baseline: [1], per: {}}
  d: {extend: {a: b}}
  e: {extend: e}
  f: {name: F, unit: count, formula: {count: {type: goal}, sum: 3}, update: yearly}
observations: [1, {}, {indicator: [a], date: 2017, value: 1e999, evidence: {grade: Z}}, {indicator: f, date: never}]
elements: {a: {type: goal, name: A}}
"""
    found = load(text)
    assert found.measured[0].indicators == {}
    assert {one.finding.severity for one in found.findings} >= {"error"}


VERDICTS = st.sampled_from([True, False, None])
CELLS = st.lists(
    st.builds(
        lambda among, has, amount: Cell((), among, has, amount),
        st.sampled_from([True, None]),
        VERDICTS,
        st.none() | st.fractions(-1000, 1000, max_denominator=100),
    )
)


@given(CELLS)
def test_a_share_lies_between_its_bounds_and_these_between_0_and_100(cells):
    tally = share_of(cells)
    if tally.value is not None:
        assert 0 <= tally.low <= tally.value <= tally.high <= 100
    assert tally.undecided + tally.whole == len(cells)


@given(CELLS, st.lists(st.integers(0, 3)))
def test_the_counts_of_a_partition_add_up_to_the_whole(cells, groups):
    parts = [
        [one for index, one in enumerate(cells) if (groups[index] if index < len(groups) else 0) == n] for n in range(4)
    ]
    whole_ = number_of(cells)
    assert sum(number_of(part).value for part in parts) == whole_.value
    assert sum(number_of(part).undecided for part in parts) == whole_.undecided
    assert whole_.low <= whole_.value <= whole_.high


@given(CELLS)
def test_a_mean_lies_among_what_it_is_of_and_times_their_number_is_their_sum(cells):
    mean, total = average_of(cells), sum_of(cells)
    known = [one.amount for one in cells if one.among is True and one.amount is not None]
    assert (mean.value is None) == (total.value is None) == (not known)
    if mean.value is not None:
        assert min(known) <= mean.value <= max(known)
        assert mean.value * mean.whole == total.value


USED = """\
elements:
  office: {type: business-actor, name: Office}
indicators:
  it:
    name: It
    unit: count
    formula: observed
    scope: workspace
    baseline: {unknown: {by: office, until: 2026-06-30}}
    target: {value: 9, date: 2030, evidence: {grade: modelled}}
    source: A survey
    update: P1Y
    responsible: office
observations:
  - {indicator: it, date: 2024, value: 7, evidence: {grade: K}}
"""


def test_a_baseline_that_was_to_be_found_out_by_now_is_found_as_any_unknown_value(load):
    found = [one.finding for one in load(USED).findings if one.finding.code in {"TIM006", "IND004"}]
    assert [(one.code, str(one.message)) for one in found] == [
        ("TIM006", "`baseline` of `it` is still unknown; `office` was to find it out until 2026-06-30."),
        ("IND004", "`it` was last recorded for 2024; a newer number is due after 1 year."),
    ]


def test_a_record_is_old_only_after_its_time(load):
    assert [one.finding.code for one in load(USED, as_of="2025-12-31").findings if one.finding.code == "IND004"] == []


def test_an_unknown_unit_and_an_unknown_source_are_dangling(load):
    text = USED.replace("by: office", "by: ofice").replace("{grade: modelled}", "{ref: reprt, grade: B}")
    found = [str(one.finding.message) for one in load(text).findings if one.finding.code == "MOD004"]
    assert found == ["`ofice` does not exist.", "`reprt` does not exist under `references`."]


def test_names_of_a_library_are_those_that_they_have_in_the_workspace(load):
    library = """\
elements:
  office: {type: business-actor, name: Office}
  birth: {type: business-service, name: Birth, owner: office}
indicators:
  it: {name: It, unit: count, formula: {count: {owner: office}}, responsible: office}
"""
    text = "elements:\n  death: {type: business-service, name: Death, owner: 'lib:office'}\n"
    found = load(text, **IMPORTING, **{"lib/m.yaml": library})
    measured, findings = found.measured
    assert (findings, measured.indicators["lib:it"].responsible) == ([], "lib:office")
    standings = Standings(measured, found.loaded.model, 20261123, 1_000)
    assert standings.tally(measured.indicators["lib:it"], 20261123).value == 1  # the library's own is not counted
