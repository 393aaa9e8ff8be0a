"""What changed between two models: by meaning, each thing once, and nothing for what only stands elsewhere."""

from dataclasses import fields, replace

import pytest

from eaframe.changes.content import content
from eaframe.changes.difference import ABSENT, Change, Difference, SectionDifference, apply, compare
from eaframe.metamodel.kinds import Attribute, Derivation, Kind, Term
from eaframe.metamodel.period import Period
from eaframe.metamodel.values import Evidence
from eaframe.model.elements import Element, Reference, Relationship

SETTINGS = "name: Test\nnamespace: test\nlanguages: [vi, en]\n"


@pytest.fixture
def changes(model_of):
    """The changes of a thing between two versions of a file, as rows."""

    def rows(before: dict[str, str] | str, after: dict[str, str] | str, section: str = "elements") -> dict[str, list]:
        first, second = model_of(before), model_of(after)
        found = compare(first, second)
        assert apply(found, first) == content(second)
        assert apply(compare(second, first), second) == content(first)
        assert set(found.sections) <= {section}
        one = found.section(section)
        assert (one.added, one.removed) == ({}, {})
        return {id_: [(change.path, change.old, change.new) for change in all_] for id_, all_ in one.changed.items()}

    return rows


BASE = """\
kinds:
  system:
    base: application-component
    attributes:
      security-level: {type: integer}
      public: {type: boolean}
      purpose: {type: text}
      used-by: {type: list, of: {type: reference}}
elements:
  branch: {type: business-actor, name: Chi nhánh, documentation: A.}
  office: {type: business-actor, name: Văn phòng, documentation: A.}
  portal:
    type: system
    name: {vi: Cổng, en: Portal}
    documentation: One.
    security-level: 2
    public: true
    owner: office
    tags: [b, a]
    evidence: [{ref: plan, grade: B}, {grade: K}]
    used-by: [office]
    serves: office
    realizes: {to: apply, name: Nộp, valid: {from: 2020}}
  apply: {type: application-service, name: Apply, documentation: A., associated-with: office}
references:
  plan: {title: Plan, date: 2020}
views:
  all: {name: All, include: [{type: application-component}, {id: office}]}
"""


def test_a_model_does_not_differ_from_itself(model_of):
    first = model_of(BASE)
    assert not compare(first, first)
    assert compare(first, first) == Difference({})
    assert not compare(first, model_of(BASE))


def test_where_and_in_which_order_things_stand_is_no_difference(model_of):
    moved = {
        "x/one.yaml": """\
references:
  plan: {date: 2020, title: {vi: Plan}}
elements:
  apply:
    documentation: {vi: A.}
    name: Apply
    type: application-service
    realized-by: {to: portal, valid: {from: 2020}, name: {vi: Nộp}}
""",
        "y.yml": """\
relationships:
  - {from: portal, serves: office}
elements:
  portal:
    type: system
    used-by: office
    owner: office
    public: true
    security-level: 2
    documentation: One.
    evidence: [{grade: K}, {grade: B, ref: plan}]
    tags: [a, b]
    name: {en: Portal, vi: Cổng}
  branch: {type: business-actor, name: Chi nhánh, documentation: A.}
  office: {type: business-actor, name: Văn phòng, documentation: A., associated-with: apply}
views:
  all: {include: [{type: application-component}, {id: office}], name: All}
kinds:
  system:
    base: application-component
    attributes:
      used-by: {type: list, of: {type: reference}}
      purpose: {type: text}
      public: {type: boolean}
      security-level: {type: integer}
""",
    }
    assert compare(model_of(BASE), model_of(moved)) == Difference({})


@pytest.mark.parametrize(
    ("old", "new", "rows"),
    [
        ("security-level: 2", "security-level: 3", [(("security-level",), 2, 3)]),
        ("public: true", "public: false", [(("public",), True, False)]),
        ("    public: true\n", "", [(("public",), True, ABSENT)]),
        ("vi: Cổng,", "vi: Cổng mới,", [(("name", "vi"), "Cổng", "Cổng mới")]),
        ("{vi: Cổng, en: Portal}", "Cổng", [(("name", "en"), "Portal", ABSENT)]),
        ("{vi: Cổng, en: Portal}", "{en: Portal}", [(("name", "vi"), "Cổng", ABSENT)]),
        ("tags: [b, a]", "tags: [c, a]", [(("tags",), ["a", "b"], ["a", "c"])]),
        ("grade: B}", "grade: A}", [(("evidence", "plan"), "B", "A")]),
        ("grade: B}", "grade: B, note: x}", [(("evidence", "plan"), "B", {"grade": "B", "note": {"vi": "x"}})]),
        ("owner: office", "owner: office\n    valid: {to: 2030}", [(("valid",), ABSENT, {"to": "2030"})]),
        ("owner: office", "owner: office\n    purpose: Do.", [(("purpose",), ABSENT, {"vi": "Do."})]),
        ("owner: office", "owner: office\n    visibility: public", [(("visibility",), "internal", "public")]),
        ("owner: office", "owner: office\n    folder: A/B", [(("folder",), ABSENT, "A/B")]),
        ("owner: office", "owner: office\n    replaced-by: apply", [(("replaced-by",), ABSENT, ["apply"])]),
        (
            "owner: office",
            "owner: [{value: office, valid: {to: 2024}}, {value: branch, valid: {from: 2025}}]",
            [(("owner",), "office", {"…2024": "office", "2025…": "branch"})],
        ),
        (
            "security-level: 2",
            "security-level: {unknown: {by: office, until: 2027}}",
            [(("security-level",), 2, {"unknown": {"by": "office", "until": "2027"}})],
        ),
        ("used-by: [office]", "used-by: [office, apply]", [(("used-by",), ["office"], ["office", "apply"])]),
    ],
)
def test_a_changed_element_is_told_by_the_values_that_changed(changes, old, new, rows):
    after = BASE.replace(old, new)
    assert after != BASE
    assert changes(BASE, after) == {"portal": rows}


def test_another_type_is_a_change_of_the_type(changes):
    first = "elements:\n  a: {type: goal, name: A}\n"
    assert changes(first, first.replace("goal", "driver")) == {"a": [(("type",), "goal", "driver")]}


HISTORY = """\
elements:
  a: {type: business-actor, name: [{value: {vi: Cũ, en: Old}, valid: {to: 2024}}, {value: Mới, valid: {from: 2025}}]}
"""


@pytest.mark.parametrize(
    ("old", "new", "rows"),
    [
        ("en: Old", "en: Older", [(("name", "…2024", "en"), "Old", "Older")]),
        ("{from: 2025}}", "{from: 2025-01}}", [(("name", "2025…"), {"vi": "Mới"}, ABSENT)]),
        (
            "{from: 2025}}]",
            "{from: 2025, to: 2026}}, {value: Mới hơn, valid: {from: 2027}}]",
            [
                (("name", "2025…"), {"vi": "Mới"}, ABSENT),
                (("name", "2025…2026"), ABSENT, {"vi": "Mới"}),
                (("name", "2027…"), ABSENT, {"vi": "Mới hơn"}),
            ],
        ),
    ],
)
def test_a_history_is_compared_by_its_periods(changes, old, new, rows):
    if "2025-01" in new:
        rows = [*rows, (("name", "2025-01…"), ABSENT, {"vi": "Mới"})]
    assert changes(HISTORY, HISTORY.replace(old, new)) == {"a": rows}


def test_a_changed_relationship_is_told_by_the_values_that_changed(changes):
    after = BASE.replace("name: Nộp, valid: {from: 2020}", "name: Nộp, valid: {from: 2020, to: 2024}, tags: x")
    assert changes(BASE, after, "relationships") == {
        "portal--realizes--apply": [(("valid", "to"), ABSENT, "2024"), (("tags",), ABSENT, ["x"])]
    }


def test_a_changed_kind_is_told_once_and_not_for_what_inherits_from_it(changes):
    kinds = "kinds:\n  {a: {base: goal, attributes: {x: {type: integer, min: 1}}}, b: {base: a}}\n"
    assert changes(kinds, kinds.replace("min: 1", "min: 2, label: X"), "kinds") == {
        "a": [(("attributes", "x", "label", "vi"), "x", "X"), (("attributes", "x", "min"), 1, 2)]
    }


def test_a_changed_derivation_is_a_change_of_the_kind(changes):
    kinds = """\
kinds:
  a:
    base: goal
    attributes: {x: {type: integer}}
    derived: {y: {max-of: [{attribute: x}, {along: influences, attribute: y}]}}
"""
    after = kinds.replace("attribute: x}, {", "attribute: x, when: {tag: b}}, {")
    assert changes(kinds, after, "kinds") == {"a": [(("derived", "y", "max-of", 0, "when"), ABSENT, {"tag": "b"})]}


def test_terms_that_are_added_to_what_a_kind_derives_already_are_a_change_of_the_kind(changes):
    kinds = """\
kinds:
  a: {base: goal, derived: {y: {max-of: [{value: 1}]}}}
  more: {extend: a, derived: {y: {max-of: [{when: {tag: b}, value: 2}]}}}
"""
    after = kinds.replace("value: 2", "value: 3")
    assert changes(kinds, after, "kinds") == {"a": [(("derived", "y", "max-of", 1, "value"), "2", "3")]}


def test_definitions_are_compared_by_their_keys(changes):
    after = BASE.replace("{id: office}", "{id: portal}")
    assert changes(BASE, after, "views") == {"all": [(("include", 1, "id"), "office", "portal")]}
    fewer = BASE.replace(", {id: office}", "")
    both = [{"type": "application-component"}, {"id": "office"}]
    assert changes(BASE, fewer, "views") == {"all": [(("include",), both, both[:1])]}


def test_rules_and_waivers_are_compared_by_what_names_them(model_of):
    rule = """\
rules:
  - {code: TST001, name: no-owner, severity: SEVERITY, select: {type: goal}, check: {required: owner}}
"""
    waiver = "waivers:\n  - {rule: CPL002, subject: a, reason: Later., until: 2030-01-01}\n"
    found = compare(model_of(rule.replace("SEVERITY", "error")), model_of(rule.replace("SEVERITY", "info") + waiver))
    assert found.sections["rules"].changed == {"TST001": (Change(("severity",), "error", "info"),)}
    assert list(found.sections["waivers"].added) == ["CPL002 a"]


def test_references_are_compared(changes):
    after = BASE.replace("title: Plan, date: 2020", "title: {vi: Plan, en: The plan}, date: 2021")
    assert changes(BASE, after, "references") == {
        "plan": [(("title", "en"), ABSENT, "The plan"), (("date",), "2020", "2021")]
    }


def test_the_settings_of_the_workspace_are_compared(changes):
    first = {"eaframe.yaml": SETTINGS + "history: [{version: '1', date: 2020, content: First}]\n", "a.yaml": BASE}
    more = "history: [{version: '2', date: 2021, content: Second}, {version: '1', date: 2020, content: {vi: First}}]\n"
    second = {"eaframe.yaml": SETTINGS.replace("Test", "Other") + more, "a.yaml": BASE}
    assert changes(first, second, "workspace") == {
        "eaframe.yaml": [
            (("name", "vi"), "Test", "Other"),
            (("history", "2"), ABSENT, {"date": "2021", "content": {"vi": "Second"}}),
        ]
    }


def test_of_a_library_only_its_version_is_compared_and_what_the_workspace_adds_to_it(model_of):
    library = {
        "lib/eaframe.yaml": "name: L\nnamespace: lib\nversion: '1'\n",
        "lib/l.yaml": "kinds:\n  k: {base: goal}\nelements:\n  x: {type: k, name: X}\n",
    }
    own = {
        "eaframe.yaml": SETTINGS + "imports: [./lib]\n",
        "a.yaml": "elements:\n  a: {type: goal, name: A, influences: lib:x}\n",
    }
    first = model_of(library | own)
    library["lib/eaframe.yaml"] = library["lib/eaframe.yaml"].replace("1", "2")
    library["lib/l.yaml"] = "kinds:\n  k: {base: goal, label: K}\nelements:\n  x: {type: k, name: Y}\n"
    own["a.yaml"] += "kinds:\n  more: {extend: lib:k, attributes: {z: {type: text}}}\n"
    found = compare(first, model_of(library | own))
    assert found == Difference(
        {
            "kinds": SectionDifference(
                added={"lib:k": {"extend": "lib:k", "attributes": {"z": {"type": "text", "label": {"vi": "z"}}}}}
            ),
            "libraries": SectionDifference(changed={"lib": (Change(("version",), "1", "2"),)}),
        }
    )


RENAMED = """\
kinds:
  system:
    base: application-component
    derived: {need: {max-of: [{when: {related: {via: realizes, to: {id: old}}}, value: 3}]}}
elements:
  old: {type: business-actor, name: Old, documentation: O., serves: [other], associated-with: zeta}
  other: {type: business-actor, name: Other, documentation: O., owner: old}
  later: {type: business-actor, name: L, documentation: O., owner: [{value: {unknown: {by: old, until: 2030}}}]}
  gone: {type: business-actor, name: Gone, documentation: O., valid: {to: 2020}, replaced-by: old}
  zeta: {type: business-actor, name: Zeta, documentation: O.}
  deep: {type: business-object, name: D, documentation: O., associated-with: old--serves--other}
"""


def test_a_rename_is_one_change_whatever_refers_to_the_element(model_of):
    first = model_of(RENAMED)
    second = model_of(RENAMED.replace("old", "zz-new").replace("name: Old,", "name: Old, aliases: [old],"))
    found = compare(first, second)
    assert len(second.relationships) == len(first.relationships) == 3
    assert found == Difference(
        {
            "elements": SectionDifference(
                changed={"zz-new": (Change(("aliases",), ABSENT, ["old"]),)}, renamed={"old": "zz-new"}
            )
        }
    )
    assert apply(found, first) == content(second)


NAMED = """\
elements:
  old: {type: goal, name: Old, documentation: O., tags: [old]}
views:
  overview: {name: old, include: [{id: [old, other]}, {tag: old}, {related: {via: influences, to: {id: old}}}]}
rules:
  - {code: TEST001, name: n, summary: old, hint: old, select: {not: {id: old}}, check: {required: name}}
waivers:
  - {rule: CPL002, subject: old, reason: old, decision: D, until: 2027}
  - {rule: CPL003, subject: [old, other], reason: old, decision: D, until: 2027}
"""


def test_a_rename_changes_no_view_rule_or_waiver_that_names_the_element(model_of):
    first = model_of(NAMED)
    renamed = (
        NAMED.replace("id: old", "id: new").replace("[old, other]", "[new, other]").replace("ject: old,", "ject: new,")
    )
    second = model_of(renamed.replace("  old: {", "  new: {aliases: [old], "))
    assert "CPL002 new" in content(second)["waivers"]
    for one, other in ((first, second), (second, first)):
        found = compare(one, other)
        assert list(found.sections) == ["elements"]
        assert apply(found, one) == content(other)


def test_going_back_on_a_rename_is_a_rename_too(model_of):
    first = model_of(RENAMED)
    second = model_of(RENAMED.replace("old", "zz-new").replace("name: Old,", "name: Old, aliases: [old],"))
    found = compare(second, first)
    assert found.section("elements").renamed == {"zz-new": "old"}
    assert list(found.sections) == ["elements"]
    assert apply(found, second) == content(first)


def test_a_rename_that_no_alias_records_is_a_removal_and_an_addition(model_of):
    first = model_of("elements:\n  old: {type: goal, name: A}\n")
    found = compare(first, model_of("elements:\n  new: {type: goal, name: A}\n")).section("elements")
    assert (list(found.added), list(found.removed), found.renamed) == (["new"], ["old"], {})


def test_a_merger_of_two_keeps_one_and_removes_the_other(model_of):
    first = model_of("elements:\n  a: {type: goal, name: A}\n  b: {type: goal, name: B}\n")
    found = compare(first, model_of("elements:\n  c: {type: goal, name: C, aliases: [a, b]}\n")).section("elements")
    assert (found.renamed, list(found.removed), list(found.added)) == ({"a": "c"}, ["b"], [])


def test_true_and_one_are_two_values(model_of):
    kinds = "kinds:\n  k: {base: goal, attributes: {x: {type: TYPE}}}\nelements:\n  a: {type: k, name: A, x: VALUE}\n"
    first = model_of(kinds.replace("TYPE", "boolean").replace("VALUE", "true"))
    found = compare(first, model_of(kinds.replace("TYPE", "integer").replace("VALUE", "1")))
    assert found.section("elements").changed == {"a": (Change(("x",), True, 1),)}


# Fields that tell where a thing stands, or that follow from others.
NO_DIFFERENCE = {
    Element: {"id", "file", "key"},
    Relationship: {"id", "file", "path", "library"},
    Reference: {"id", "file"},
    Kind: {"id", "lineage", "is_relationship", "file"},
    Attribute: {"name", "library"},
}


def other(value: object) -> object:
    """Another value of the same type."""
    if isinstance(value, bool):
        return not value
    if isinstance(value, Period):
        return Period(20200101, 20301231, "2020", "2030")
    if isinstance(value, tuple):
        return (Evidence("", "K"),)
    return {"strange": "x"} if isinstance(value, dict) else 7 if isinstance(value, int) or value is None else "strange"


def test_every_field_of_everything_can_differ(model_of):
    first = model_of(BASE)
    portal, serves = first.elements["portal"], first.relationships["portal--serves--office"]
    plan, system = first.references["plan"], first.kinds["system"]
    level = system.attributes["security-level"]

    def with_attribute(attribute: Attribute) -> dict:
        return {"kinds": {**first.kinds, "system": replace(system, attributes={"security-level": attribute})}}

    def tried(value: object, name: str, change: dict) -> None:
        if name not in NO_DIFFERENCE[type(value)]:
            assert compare(first, replace(first, **change)), (type(value).__name__, name)

    strings = {"tags", "aliases", "replaced_by", "allowed", "to"}
    for field in fields(Element):
        value = getattr(portal, field.name)
        new = ("zz",) if field.name in strings else "goal" if field.name in {"type", "kind"} else other(value)
        changed = replace(portal, **{field.name: new})
        if field.name == "type":
            changed = replace(changed, kind="")
        tried(portal, field.name, {"elements": {**first.elements, "portal": changed}})
    for field in fields(Relationship):
        value = getattr(serves, field.name)
        new = ("zz",) if field.name in strings else "flow" if field.name == "type" else other(value)
        changed = replace(serves, **{field.name: new})
        tried(serves, field.name, {"relationships": {**first.relationships, serves.id: changed}})
    for field in fields(Reference):
        changed = replace(plan, **{field.name: other(getattr(plan, field.name))})
        tried(plan, field.name, {"references": {"plan": changed}})
    for field in fields(Kind):
        value = getattr(system, field.name)
        derived = Derivation("x", True, (Term(value="1"),), {}, "", "", ())
        new = {"attributes": {"security-level": level}, "derived": {"x": derived}}.get(field.name, other(value))
        tried(system, field.name, {"kinds": {**first.kinds, "system": replace(system, **{field.name: new})}})
    simple = replace(first, **with_attribute(level))
    for field in fields(Attribute):
        if field.name in NO_DIFFERENCE[Attribute]:
            continue
        value = getattr(level, field.name)
        new = (
            ("zz",)
            if field.name in strings
            else level
            if field.name == "of"
            else {"zz": {"vi": "x"}}
            if field.name == "words"
            else other(value)
        )
        changed = replace(first, **with_attribute(replace(level, **{field.name: new})))
        assert compare(simple, changed), field.name


def test_an_obligation_is_a_change_of_the_kind_only_where_it_is_said(model_of):
    kind = "kinds: {system: {base: node, label: S, attributes: {x: {type: text, required: true}}}}\n"
    first, second = model_of(kind), model_of(kind.replace("true}", "true, obligation: conditional}"))
    (change,) = compare(first, second).section("kinds").changed["system"]
    assert (change.path, change.old, change.new) == (("attributes", "x", "obligation"), ABSENT, "conditional")


def test_an_observation_is_the_same_one_wherever_it_stands_in_its_list(model_of):
    rows = [f"  - {{indicator: it, date: {year}, value: {year}, evidence: {{grade: K}}}}\n" for year in (2019, 2020)]
    first = model_of("observations:\n" + rows[1])
    second = model_of("observations:\n" + rows[0] + rows[1].replace("value: 2020", "value: 7"))
    found = compare(first, second).section("observations")
    assert (list(found.added), list(found.removed)) == (["it 2019"], [])
    assert found.changed == {"it 2020": (Change(("value",), "2020", "7"),)}
