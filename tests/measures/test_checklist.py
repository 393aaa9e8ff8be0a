"""The status of an item: what its rules found, and what nobody can say yet."""

import pytest

import eaframe

SETTINGS = "eaframe: 1\nname: T\nnamespace: test\nlanguages: [en, vi]\ncode-prefixes: [TEST]\n"
MODEL = """\
elements:
  unit: {type: business-actor, name: Unit, documentation: D., associated-with: [a, b]}
  a: {type: goal, name: A, documentation: D., owner: unit}
  b: {type: goal, name: B, documentation: D., owner: unit}
"""
OWNED = """\
rules:
  - {code: TEST001, name: no-owner, summary: S., hint: H., select: {type: goal}, check: {required: owner}}
  - {code: TEST002, name: other-owner, summary: S., hint: H., select: {type: goal},
     check: {attribute: owner, equals: unit}}
  - {code: TEST003, name: old-law, summary: S., hint: H., valid: {to: 2020}, select: {type: goal},
     check: {required: tags}}
  - {code: TEST004, name: no-plateau, severity: info, summary: S., hint: H., select: workspace,
     check: {required: effective}}
  - {code: TEST005, name: view-without-a-code, summary: S., hint: H., select: {view: {}}, check: {required: code}}
"""


@pytest.fixture
def checked(workspace):
    """The checked list of a model: one checklist `list` with these items."""

    def check(*items: str, model: str = MODEL, settings: str = "", files=None, valid: str = "", **options):
        lines = "".join(f"      - {{id: i{number}, name: N, {item}}}\n" for number, item in enumerate(items))
        texts = {
            "eaframe.yaml": SETTINGS + settings,
            "model.yaml": model,
            "rules.yaml": OWNED,
            "list.yaml": f"checklists:\n  list:\n    name: L\n{valid}    items:\n{lines}",
        }
        loaded = eaframe.load(workspace(texts | (files or {})), **{"today": 20261123, **options})
        return loaded.check_list(loaded.checklists[0][0])

    return check


@pytest.fixture
def item(checked):
    """Status and what is missing of the one item."""

    def of(item: str, **options):
        (one,) = checked(item, **options).items
        return one.status, [str(said) for said in one.missing]

    return of


def test_it_is_met_where_its_rules_find_nothing(item):
    assert item("rules: [TEST001, TEST002]") == ("met", [])


def test_it_is_not_met_with_an_error_or_a_warning_whatever_is_missing(checked):
    model = MODEL.replace("  b: {type: goal, name: B, documentation: D., owner: unit}", "  b: {type: goal, name: B}")
    (one,) = checked("rules: [TEST001, TEST002], by-hand: Look.", model=model).items
    assert one.status == "not-met"
    assert [(found.code, found.subject) for found in one.findings] == [("TEST001", "b")]
    assert [str(said) for said in one.missing] == [
        "TEST002: 1 could not be judged, as a value is not known.",
        "By hand: Look.",
    ]


def test_what_says_not_of_how_much_it_was_asked_does_not_meet_an_item_alone(item):
    nothing = "elements:\n  unit: {type: business-actor, name: Unit, documentation: D.}\n"
    assert item("rules: [TEST001, MOD004]", model=nothing) == ("not-applicable", [])
    assert item("rules: [TEST001, MOD004]") == ("met", [])


def test_an_info_is_told_and_does_not_count(checked):
    (one,) = checked("rules: TEST004").items
    assert (one.status, [found.code for found in one.findings]) == ("met", ["TEST004"])


UNKNOWN = MODEL.replace(
    "B, documentation: D., owner: unit", "B, documentation: D., owner: {unknown: {by: unit, until: 2030}}"
)


def test_a_tracked_unknown_passes_the_rule_but_is_not_enough(item):
    assert item("rules: TEST001", model=UNKNOWN) == (
        "not-enough",
        ["TEST001: 1 have a value that is still to be found out."],
    )


def test_it_counts_no_more_as_undecided_than_before(workspace):
    loaded = eaframe.load(workspace({"eaframe.yaml": SETTINGS, "m.yaml": UNKNOWN, "r.yaml": OWNED}), today=20261123)
    assert loaded.judgement.undecided == 1  # of TEST002, which compares it


def test_what_a_person_must_look_at_is_never_met_by_itself(checked):
    (one,) = checked("rules: TEST001, by-hand: {en: Look at all., vi: Xem hết.}").items
    assert one.status == "not-enough"
    assert [said.text("vi") for said in one.missing] == ["Cần người xem xét: Xem hết."]


@pytest.mark.parametrize(
    "rules",
    [
        "TEST003",  # no longer law
        "TIM008",  # there is no plateau
        "[TEST003, TIM008]",
        "TEST005",  # there is no view
    ],
)
def test_it_is_not_applicable_without_a_subject_or_a_rule_that_holds(item, rules):
    assert item(f"rules: {rules}") == ("not-applicable", [])


def test_of_its_time_the_old_law_counts(item):
    assert item("rules: TEST003", as_of="2019")[0] == "not-met"


def test_one_rule_with_a_subject_is_enough(item):
    assert item("rules: [TIM008, TEST001]") == ("met", [])


def test_what_reads_the_files_is_always_asked(item):
    assert item("rules: MOD004") == ("met", [])
    dangling = MODEL.replace("[a, b]", "[a, b, c]")
    assert item("rules: MOD004", model=dangling)[0] == "not-met"


@pytest.mark.parametrize(
    ("settings", "missing"),
    [
        ("severity: {TEST001: off}\n", "The workspace has switched off `TEST001`."),
        (
            "severity: {TEST001: [{set: off, select: {id: a}}]}\n",
            "The workspace has switched off `TEST001` for a part of the model.",
        ),
    ],
)
def test_what_is_switched_off_cannot_be_said_to_be_met(item, settings, missing):
    assert item("rules: TEST001", settings=settings) == ("not-enough", [missing])


def test_an_unknown_rule_and_a_broken_one_are_missing(item):
    assert item("rules: [TEST001, lost]") == ("not-enough", ["Nothing is called `lost`, so nothing was asked."])
    broken = OWNED.replace("{required: code}", "{requird: code}")
    assert item("rules: [TEST001, TEST005]", files={"rules.yaml": broken}) == (
        "not-enough",
        ["Wrong themselves, so not asked: the rules `TEST005`."],
    )


def test_a_file_that_cannot_be_read_leaves_every_rule_open(checked):
    checked_list = checked("rules: TEST001", "rules: [CPL003]", "by-hand: Look.", files={"z.yaml": "elements: [\n"})
    missing = "A file could not be read whole; what stands there was not judged."
    assert [(one.status, [str(said) for said in one.missing]) for one in checked_list.items] == [
        ("not-enough", [missing]),
        ("not-enough", [missing]),
        ("not-enough", ["By hand: Look."]),
    ]


def test_what_could_not_be_read_whole_was_not_judged(item):
    wrong = MODEL.replace("name: B,", "name: B, nam: C,")
    assert item("rules: TEST001", model=wrong) == (
        "not-enough",
        ["TEST001: 1 could not be read, and were not judged."],
    )


def test_a_view_that_is_wrong_leaves_rules_on_views_open(item):
    views = "views:\n  v: {name: V, code: SĐ-T-01}\n  w: {name: W, viewpoint: lost}\n"
    assert item("rules: TEST005", files={"v.yaml": views}) == (
        "not-enough",
        ["TEST005: 2 could not be read, and were not judged."],
    )


def test_what_is_waived_does_not_count_and_is_told(checked):
    model = MODEL.replace("B, documentation: D., owner: unit", "B, documentation: D.")
    waiver = "waivers:\n  - {rule: TEST001, subject: b, reason: R., decision: D., until: 2027}\n"
    (one,) = checked("rules: TEST001", model=model + waiver).items
    assert (one.status, one.findings, [found.subject for found, _ in one.waived]) == ("met", (), ["b"])


def test_what_the_baseline_holds_counts(checked):
    model = MODEL.replace("B, documentation: D., owner: unit", "B, documentation: D.")
    (one,) = checked("rules: TEST001", model=model, files={"eaframe-baseline.txt": "TEST001\tb\towner\n"}).items
    assert one.status == "not-met"


def test_a_checklist_of_another_time_is_not_applicable_at_all(checked):
    found = checked("rules: TEST001", "by-hand: Look.", valid="    valid: {from: 2027}\n")
    assert ([one.status for one in found.items], found.holds) == (["not-applicable"] * 2, False)


def test_the_statuses_are_counted(checked):
    found = checked("rules: TEST001", "rules: TIM008", "by-hand: Look.", "by-hand: Look.")
    assert [found.count(status) for status in ("met", "not-met", "not-enough", "not-applicable")] == [1, 0, 2, 1]
