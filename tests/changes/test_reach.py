"""Whom a difference reaches, what it accepts, and which findings are new or fixed."""

import pytest

from eaframe.changes.accepted import Accepted, accepted
from eaframe.changes.difference import compare
from eaframe.changes.judged import new_and_fixed
from eaframe.changes.reach import reach
from eaframe.findings import Defect, Place
from eaframe.graph import Graph
from eaframe.rules.judge import Judgement

MODEL = """\
elements:
  office: {type: business-actor, name: Office}
  citizen: {type: business-actor, name: Citizen}
  portal: {type: application-component, name: Portal, serves: office, owner: office, documentation: D.}
  server: {type: node, name: Server, serves: portal}
  data: {type: data-object, name: Data, accessed-by: {to: portal, mode: write}}
  far: {type: business-object, name: Far, owner: citizen, realized-by: data}
"""


@pytest.fixture
def reached(model_of):
    """Whom the change from one text to another reaches: distances, and owners with what is theirs."""

    def ask(before: str, after: str, **options: int):
        first, second = model_of(before), model_of(after)
        found = reach(compare(first, second), Graph(first), Graph(second), **options)
        return dict(found.distances), [(one.state, one.id, one.elements) for one in found.owners]

    return ask


def test_a_changed_element_reaches_what_depends_on_it_up_to_two_relationships_away(reached):
    distances, owners = reached(MODEL, MODEL.replace("name: Server", "name: New server"))
    assert distances == {"portal": 1, "data": 2, "office": 2}
    assert owners == [("known", "office", ("portal",)), ("missing", "", ("data", "office", "server"))]
    distances, owners = reached(MODEL, MODEL.replace("name: Server", "name: New server"), depth=3)
    assert distances["far"] == 3
    assert ("known", "citizen", ("far",)) in owners


@pytest.mark.parametrize(
    "after",
    [
        MODEL,
        MODEL.replace("documentation: D.", "documentation: Other words., tags: [a], folder: A"),
        MODEL + "  new: {type: node, name: New}\n",
        MODEL.replace("  portal: {", "  gate: {aliases: portal, ")
        .replace("serves: portal", "serves: gate")
        .replace("to: portal", "to: gate"),
    ],
    ids=["nothing", "other words", "an addition", "a rename"],
)
def test_what_says_the_same_reaches_nobody(reached, after):
    assert reached(MODEL, after) == ({}, [])


def test_a_removed_element_reaches_what_depended_on_it_and_is_still_there(reached):
    after = "".join(line for line in MODEL.splitlines(keepends=True) if not line.startswith("  server:"))
    assert reached(MODEL, after)[0] == {"portal": 1, "data": 2, "office": 2}


def test_a_changed_added_or_removed_relationship_reaches_the_end_that_depends_on_it(reached):
    assert reached(MODEL, MODEL.replace("serves: office", "serves: {to: office, name: Help}"))[0] == {"office": 1}
    without = MODEL.replace("serves: office, ", "")
    assert reached(MODEL, without)[0]["office"] == 1
    assert reached(without, MODEL)[0] == {"office": 1}


def test_what_is_reached_goes_by_its_present_id(reached):
    after = MODEL.replace("  portal: {", "  gate: {aliases: portal, ").replace("serves: portal", "serves: gate")
    after = after.replace("to: portal", "to: gate")
    after = "".join(line for line in after.splitlines(keepends=True) if not line.startswith("  server:"))
    assert reached(MODEL, after)[0]["gate"] == 1


RULE = "rules:\n  - {code: TST001, name: no-owner, severity: error, select: {type: goal}, check: {required: owner}}\n"
WAIVER = "waivers:\n  - {rule: CPL002, subject: a, reason: Later., decision: D1, until: 2030-01-01}\n"
SETTINGS = "eaframe: 1\nname: T\nnamespace: t\n"


def test_what_a_change_accepts_is_told(model_of):
    before = model_of({"eaframe.yaml": SETTINGS, "a.yaml": RULE})
    settings = SETTINGS + "severity: {MOD001: off}\nexclude: [x]\ncompleteness: {weights: {owner: 0}}\n"
    after = model_of({"eaframe.yaml": settings, "a.yaml": WAIVER})
    assert accepted(compare(before, after), "# old\nA\tb\n", "MOD001\ta\tx\nMOD002\tb\t\n") == (
        Accepted("waiver-added", "CPL002 a", "Later. · D1 · 2030-01-01"),
        Accepted("baseline-added", "MOD001 a", "x"),
        Accepted("baseline-added", "MOD002 b"),
        Accepted("setting-changed", "exclude", "– → [x]"),
        Accepted("setting-changed", "severity", "– → {MOD001: off}"),
        Accepted("setting-changed", "completeness", "– → {weights: {owner: 0}}"),
        Accepted("rule-removed", "TST001", "no-owner"),
    )


def test_a_changed_waiver_or_rule_is_told_and_an_ended_one_is_not(model_of):
    first, second = model_of(RULE + WAIVER), model_of(RULE.replace("error", "info") + WAIVER.replace("2030", "2031"))
    assert accepted(compare(first, second), "", "") == (
        Accepted("waiver-changed", "CPL002 a", "until"),
        Accepted("rule-changed", "TST001", "severity"),
    )
    assert accepted(compare(first, model_of(RULE)), "MOD001\ta\tx\n", "") == ()
    assert accepted(compare(first, first), "MOD001\ta\tx\n", "MOD001\ta\tx\n") == ()


def test_a_checklist_that_asks_less_is_told(model_of):
    one, two = "{id: one, name: One, by-hand: Look}", "{id: two, name: Two, rules: [CPL, MOD]}"
    lists = f"checklists:\n  mine: {{name: Mine, items: [{one}, {two}]}}\n"
    assert accepted(compare(model_of(lists), model_of("elements: {}")), "", "") == (
        Accepted("checklist-removed", "mine", "Mine"),
    )
    for less in (lists.replace(f"{one}, ", ""), lists.replace("CPL, ", "")):
        (found,) = accepted(compare(model_of(lists), model_of(less)), "", "")
        assert (found.what, found.subject) == ("checklist-changed", "mine")


def test_a_rename_accepts_nothing(model_of):
    before = model_of("elements:\n  old: {type: goal, name: A}\n")
    after = model_of("elements:\n  new: {type: goal, name: A, aliases: [old]}\n")
    assert accepted(compare(before, after), "CPL002\told\tdocumentation\n", "CPL002\tnew\tdocumentation\n") == ()


def test_findings_are_told_apart_by_identity_and_those_of_renamed_elements_are_the_same(model_of):
    defect = Defect("TST001", "x", "error", "S.", "M.", "H.")

    def found(subject: str, line: int = 1, discriminator: str = ""):
        return defect.at(Place("a.yaml", ("elements", line)), subject, discriminator=discriminator)

    difference = compare(
        model_of("elements:\n  old: {type: goal, name: A}\n"),
        model_of("elements:\n  new: {type: goal, name: A, aliases: old}\n"),
    )

    def judged(*findings, in_baseline=()):
        return Judgement(findings, (), tuple(in_baseline), (), {})

    before = [found("old", 1, "elements/old/name"), found("a"), found("old--serves--b"), found("gone")]
    after = [found("new", 2, "elements/new/name"), found("a", 9), found("new--serves--b"), found("more")]
    assert new_and_fixed(judged(*before), judged(*after), difference) == ((after[3],), (before[3],))
    accepted_now = judged(*after, in_baseline=[found("gone")])
    assert new_and_fixed(judged(*before), accepted_now, difference) == ((after[3],), ())
