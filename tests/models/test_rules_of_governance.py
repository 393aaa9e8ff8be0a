"""GOV-01 to GOV-13: whom each part judges and whom it leaves alone."""

from typing import Final

import pytest

TODAY: Final = 20261123


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
