"""GOV-01 to GOV-13: from which day on each part is asked, whom it judges and whom it leaves alone."""

from typing import Final

import pytest

from eaframe.metamodel.period import LATEST

TODAY: Final = 20261123
GUIDANCE: Final = (20260728, 20260729)
# Code -> the day before it holds, and the first day.
FROM: Final = {
    **dict.fromkeys(("VNC501", "VNC521"), (20191230, 20191231)),
    **dict.fromkeys(("VNS501", "VNS521", "VNS541", "VNS561"), GUIDANCE),
    **dict.fromkeys(("VNS502", "VNS522", "VNS542", "VNS512", "VNS532"), GUIDANCE),
    **dict.fromkeys(("VNS503", "VNS523", "VNS543", "VNS563", "VNS583", "VNS504"), GUIDANCE),
    **dict.fromkeys(("VNS506", "VNS507", "VNS527", "VNS547", "VNS567"), GUIDANCE),
    **dict.fromkeys(("VNS505", "VNS509", "VNS529", "VNS549", "VNS510", "VNS530", "VNS550"), GUIDANCE),
    **dict.fromkeys(("VNS513", "VNS553"), GUIDANCE),
    **dict.fromkeys(("VNS533", "VNS573"), (20270129, 20270130)),
}
# The last day of what was asked once, and the day after.
UNTIL: Final = dict.fromkeys(("VNS513", "VNS533", "VNS553", "VNS573"), (20271231, 20280101))
TAGS: Final = {
    "GOV-01": dict.fromkeys(("VNC501", "VNC521", "VNS501", "VNS521", "VNS541", "VNS561"), "error"),
    "GOV-02": dict.fromkeys(("VNS502", "VNS522", "VNS542"), "error"),
    "GOV-03": dict.fromkeys(("VNS503", "VNS523", "VNS543", "VNS563", "VNS583"), "error"),
    "GOV-04": {"VNS504": "error"},
    "GOV-05": {"VNS505": "error"},
    "GOV-06": {"VNS506": "error"},
    "GOV-07": dict.fromkeys(("VNS507", "VNS527", "VNS547", "VNS567"), "error"),
    "GOV-09": dict.fromkeys(("VNS509", "VNS529", "VNS549"), "error"),
    "GOV-10": dict.fromkeys(("VNS510", "VNS530", "VNS550"), "warning"),
    "GOV-12": dict.fromkeys(("VNS512", "VNS532"), "error"),
    "GOV-13": dict.fromkeys(("VNS513", "VNS533", "VNS553", "VNS573"), "info"),
}


def test_each_rule_of_governance_is_asked_in_these_parts(law):
    parts = {tag: {c: r.defect.severity for c, r in law.items() if tag in r.tags} for tag in TAGS}
    assert parts == TAGS


@pytest.mark.parametrize(("code", "before", "first"), [(code, *days) for code, days in FROM.items()])
def test_a_part_is_asked_from_its_day_and_not_before(code, before, first, law, finds):
    bad = law[code].defect.bad
    assert finds(code, bad, before) == []
    assert finds(code, bad, first)
    assert (law[code].valid.last == LATEST) == (code not in UNTIL)


@pytest.mark.parametrize(("code", "last", "after"), [(code, *days) for code, days in UNTIL.items()])
def test_when_the_framework_is_issued_is_no_question_after_2027(code, last, after, law, finds):
    bad = law[code].defect.bad
    assert finds(code, bad, last)
    assert finds(code, bad, after) == []


def test_every_part_has_a_day_from_which_it_is_asked():
    assert FROM.keys() == {code for parts in TAGS.values() for code in parts}


@pytest.mark.parametrize(
    ("more", "as_of", "missing"),
    [
        ("", "2026-07-29", ["version", "effective", "data-cut-off"]),
        ("", "2026-07-28", []),
        ("version: '1'\neffective: 2026-07-29\n", "2026-07-29", ["data-cut-off"]),
        ("version: '1'\neffective: 2026-07-29\ndata-cut-off: 2026-07-01\n", "2026-07-29", []),
    ],
)
def test_a_dossier_carries_its_version_and_its_dates(more, as_of, missing, judged):
    settings = f"eaframe: 1\nname: T\nnamespace: test\nimports: [vn-2026]\n{more}"
    model = "elements:\n  once: {type: principle, name: Once}\n"
    found = judged({"eaframe.yaml": settings, "model.yaml": model}, as_of=as_of)
    args = [one.finding.message.args["attribute"] for one in found if one.finding.code == "VNS505"]
    assert sorted(args) == sorted(missing)


PLATEAUS: Final = """\
elements:
  now: {type: plateau, name: Now, date: 2026-11-23}
  next: {type: plateau, name: Next, date: 2026-11-24}
"""


def test_a_plateau_of_today_is_as_is_and_one_of_tomorrow_is_a_target(finds):
    now, later = (PLATEAUS.replace(f"  {name}:", f"  # {name}:") for name in ("next", "now"))
    assert [bool(finds(code, now, TODAY)) for code in ("VNS501", "VNS521")] == [False, True]
    assert [bool(finds(code, later, TODAY)) for code in ("VNS501", "VNS521")] == [True, False]
    assert [bool(finds(code, PLATEAUS, TODAY)) for code in ("VNS501", "VNS521")] == [False, False]


def test_a_work_package_that_closes_a_gap_is_judged_as_a_task_and_another_is_not(finds):
    model = """\
elements:
  missing: {type: gap, name: Missing}
  closes: {type: work-package, name: Closes it, associated-with: missing}
  other: {type: work-package, name: Other}
"""
    assert set(finds("VNS522", model, TODAY)) == {"closes"}
    assert len(finds("VNS522", model, TODAY)) == 6
    assert finds("VNS502", model, TODAY) == []


TRACE: Final = """\
elements:
  task: {type: transition-task, name: Task%s}
  gap: {type: content-to-complete, name: Gap%s}
  system: {type: information-system, name: System%s}
  service: {type: public-service, name: Service%s}
  goal: {type: goal, name: Goal}
"""
STEPS: Final = (
    *(", associated-with: gap", ", associated-with: system", ", realizes: service", ", associated-with: goal"),
)


@pytest.mark.parametrize("broken", [None, 0, 1, 2, 3])
def test_a_task_is_traced_over_each_of_the_steps_to_a_goal(broken, finds):
    steps = ["" if number == broken else step for number, step in enumerate(STEPS)]
    assert finds("VNS512", TRACE % tuple(steps), TODAY) == ([] if broken is None else ["task"])


def test_a_reference_record_tells_its_source_code_and_leaves_the_life_cycle_to_its_owner(finds):
    model = """\
elements:
  office: {type: agency, name: Office}
  none: {type: database, name: None, record-type: reference, lifecycle: operating}
  later: {type: database, name: Later, record-type: reference, source-code: {unknown: {by: office, until: 2027-01-29}}}
  mine: {type: database, name: Mine, lifecycle: operating}
  local: {type: database, name: Local, record-type: reference, local-code: QG-1, source-code: QG-1}
"""
    assert {code: finds(code, model, TODAY) for code in ("VNS507", "VNS527", "VNS547")} == {
        "VNS507": ["none"],
        "VNS527": ["none"],
        "VNS547": ["local"],
    }


@pytest.mark.parametrize(
    ("more", "found"),
    [
        ("", ["a--flows-to--b"]),
        (", name: Plots", []),
        (", kind: data-exchange, data-group: Plots", []),
    ],
)
def test_a_relation_between_systems_names_its_data_or_is_named(more, found, finds):
    model = f"""\
elements:
  a: {{type: information-system, name: A}}
  b: {{type: information-system, name: B}}
  desk: {{type: business-actor, name: Desk}}
relationships:
  - {{from: a, flows-to: b{more}}}
  - {{from: a, serves: desk}}
"""
    assert finds("VNS504", model, TODAY) == found


@pytest.mark.parametrize(("reviewed", "is_old"), [("2025-11-23", False), ("2025-11", False), ("2025-11-22", True)])
def test_a_framework_is_reviewed_within_twelve_months(reviewed, is_old, finds):
    history = f"[{{version: '1', date: 2024, content: First}}, {{version: '1', date: {reviewed}, content: Review}}]"
    model = f"workspace: {{version: '1', history: {history}}}\nelements: {{a: {{type: goal, name: A}}}}\n"
    assert bool(finds("VNS510", model, TODAY)) is is_old


def test_a_diagram_of_another_code_stands_for_no_mandatory_one(finds):
    model = """\
views:
  a: {code: SĐ-T-01, name: A}
  b: {code: SĐ-B-02, name: B}
elements: {c: {type: goal, name: C}}
"""
    assert [bool(finds(code, model, TODAY)) for code in ("VNS509", "VNS529", "VNS549")] == [False, True, True]
