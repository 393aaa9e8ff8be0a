"""What a change breaks, at which level, and what softens it."""

import pytest

from eaframe.changes.breaking import LEVELS, Breaking, breaking
from eaframe.changes.dependents import dependents

KINDS = """\
kinds:
  system:
    base: application-component
    attributes:
      security-level: {type: integer}
      secrecy: {type: enum, allowed: [open, closed, secret]}
  national-system: {base: system}
"""
BASE = (
    KINDS
    + """\
elements:
  office: {type: business-actor, name: Office}
  portal: {type: system, name: Portal, serves: office, security-level: 3, secrecy: closed, owner: office}
  alone: {type: system, name: Alone, security-level: 3, secrecy: closed, valid: {to: 2030}}
"""
)


@pytest.fixture
def broken(model_of):
    """What is broken between two files, as rows of severity, code and subject."""

    def rows(before, after, level: str = "depended", today: int = 20261124) -> list[str]:
        found = breaking(model_of(before), model_of(after), level=level, today=today)
        return [f"{one.severity} {one.code} {one.subject}" for one in (*found.gone, *found.present)]

    return rows


def test_nothing_is_broken_where_nothing_changed_or_only_more_is_there(broken):
    assert broken(BASE, BASE, "all") == []
    assert broken(BASE, BASE + "  more: {type: goal, name: More}\n", "all") == []
    assert not Breaking((), ())


WITHOUT_PORTAL = "".join(line for line in BASE.splitlines(keepends=True) if not line.startswith("  portal:"))
WITHOUT_ALONE = BASE[: BASE.index("  alone:")]


@pytest.mark.parametrize(
    ("after", "level", "rows"),
    [
        (WITHOUT_PORTAL, "depended", ["error BRK001 portal"]),
        (WITHOUT_PORTAL, "all", ["error BRK001 portal"]),
        (WITHOUT_PORTAL, "id", ["error BRK001 portal"]),
        (WITHOUT_PORTAL, "public", []),
        (WITHOUT_ALONE, "depended", []),
        (WITHOUT_ALONE, "all", ["error BRK001 alone"]),
        (WITHOUT_ALONE, "id", ["error BRK001 alone"]),
        (WITHOUT_ALONE, "public", []),
    ],
)
def test_a_removal_counts_at_some_levels(broken, after, level, rows):
    assert broken(BASE, after, level) == rows


def test_public_elements_count_at_every_level(broken):
    public = BASE.replace("name: Alone,", "name: Alone, visibility: public,")
    for level in LEVELS:
        assert broken(public, WITHOUT_ALONE, level) == ["error BRK001 alone"]


def test_a_removal_says_who_depended_on_it(model_of):
    found = breaking(model_of(BASE), model_of(WITHOUT_PORTAL), today=20261124)
    (one,) = found.gone
    assert one.message.text() == "`portal` is gone, and `office` depended on it."
    assert (one.at.file, one.at.path) == ("a.yaml", ("elements", "portal"))


def test_what_is_removed_with_all_that_depended_on_it_breaks_nothing(broken):
    before = (
        "elements:\n  a: {type: node, name: A, serves: b}\n  b: {type: node, name: B}\n  c: {type: node, name: C}\n"
    )
    assert broken(before, "elements:\n  c: {type: node, name: C}\n") == []


def test_a_rename_that_an_alias_records_breaks_nothing(broken):
    after = BASE.replace("  portal: {", "  gate: {aliases: portal, ")
    assert broken(BASE, after, "all") == []
    assert broken(BASE, BASE.replace("  portal: {", "  gate: {"), "all") == ["error BRK001 portal"]


def test_a_merger_that_aliases_record_breaks_nothing(broken):
    after = WITHOUT_ALONE.replace("name: Portal,", "name: Portal, aliases: alone,")
    assert broken(BASE, after, "all") == []


@pytest.mark.parametrize(
    ("said", "row"),
    [
        ("valid: {to: 2024}", "warning BRK001 old"),
        ("replaced-by: new", "warning BRK001 old"),
        ("replaced-by: gone", "error BRK001 old"),
        ("valid: {to: 2027}", "error BRK001 old"),
    ],
)
def test_a_removal_is_softened_by_a_successor_and_by_having_ended(broken, said, row):
    before = f"""\
elements:
  old: {{type: node, name: Old, {said}}}
  new: {{type: node, name: New}}
  gone: {{type: node, name: Gone}}
"""
    assert row in broken(before, "elements:\n  new: {type: node, name: New}\n", "all")


def test_another_type_is_broken_unless_it_is_a_special_kind_of_it(broken):
    assert broken(BASE, BASE.replace("portal: {type: system", "portal: {type: national-system")) == []
    simple = BASE.replace(
        "portal: {type: system, name: Portal, serves: office, security-level: 3, secrecy: closed, owner: office}",
        "portal: {type: application-component, name: Portal, serves: office, owner: office}",
    )
    assert broken(BASE, simple) == ["error BRK003 portal", "error BRK007 portal"]
    assert broken(BASE, simple, "id") == []  # the same type of ArchiMate's
    assert broken(simple, BASE) == []
    other = simple.replace("application-component", "node")
    assert broken(simple, other, "id") == ["error BRK003 portal"]


def test_another_type_and_another_name_is_another_thing(broken):
    before = "elements:\n  a: {type: node, name: {vi: Máy, en: Node}, serves: b}\n  b: {type: node, name: B}\n"
    same = before.replace("a: {type: node, name: {vi: Máy, en: Node}", "a: {type: device, name: {vi: MÁY, en: X}")
    assert broken(before, same) == ["error BRK003 a"]
    assert broken(before, same.replace("MÁY", "Khác"), "id") == ["error BRK002 a"]


def test_a_former_id_is_never_used_again(broken):
    before = "elements:\n  new: {type: node, name: New, aliases: old, serves: b}\n  b: {type: node, name: B}\n"
    reused = before.replace("aliases: old, ", "") + "  old: {type: node, name: Another}\n"
    for level in LEVELS:
        assert broken(before, reused, level) == ["error BRK004 old"]
    assert broken(before, before.replace("aliases: old, ", "")) == ["warning BRK005 new"]
    back = before.replace("new: {", "old: {").replace("aliases: old, ", "")
    assert broken(before, back) == []


@pytest.mark.parametrize(
    ("old", "new", "rows"),
    [
        ("security-level: 3, secrecy: closed, owner", "security-level: 4, secrecy: closed, owner", []),
        (
            "security-level: 3, secrecy: closed, owner",
            "security-level: 2, secrecy: closed, owner",
            ["error BRK007 portal"],
        ),
        ("security-level: 3, secrecy: closed, owner", "secrecy: closed, owner", ["error BRK007 portal"]),
        (
            "security-level: 3, secrecy: closed, owner",
            "security-level: {unknown: {by: office, until: 2030}}, secrecy: closed, owner",
            ["error BRK007 portal"],
        ),
        (
            "security-level: 3, secrecy: closed, owner",
            "security-level: [{value: 3, valid: {to: 2026}}, {value: 2, valid: {from: 2027}}], secrecy: closed, owner",
            ["error BRK007 portal"],
        ),
        (", owner: office", "", ["warning BRK012 portal"]),
        (", owner: office", ", owner: {unknown: {by: office, until: 2030}}", []),
        (", owner: office", ", owner: office, visibility: public", ["error BRK006 portal"]),
        (", owner: office", ", owner: office, visibility: restricted", []),
        (", owner: office", ", owner: office, valid: {to: 2028}", ["error BRK008 portal"]),
        (", owner: office", ", owner: office, valid: {to: 2028}, replaced-by: alone", ["warning BRK008 portal"]),
    ],
)
def test_values_of_elements_that_others_depend_on(broken, old, new, rows):
    assert broken(BASE, BASE.replace(old, new)) == rows
    assert broken(BASE, BASE.replace(old, new), "public") == []
    assert broken(BASE, BASE.replace(old, new), "id") == []


def test_an_end_in_the_past_may_be_corrected(broken):
    before = BASE.replace("valid: {to: 2030}", "valid: {to: 2025}")
    assert broken(before, before.replace("{to: 2025}", "{to: 2024}"), "all") == []
    assert broken(BASE, BASE.replace("{to: 2030}", "{to: 2024}"), "all") == ["error BRK008 alone"]


def test_which_attributes_classify_is_said_in_the_workspace_file(broken):
    settings = "eaframe: 1\nname: Test\nnamespace: test\nclassifications: [secrecy]\n"
    before = {"eaframe.yaml": settings, "a.yaml": BASE}
    lower = BASE.replace("secrecy: closed, owner", "secrecy: open, owner").replace(
        "level: 3, secrecy: open", "level: 1, secrecy: open"
    )
    assert broken(before, {"eaframe.yaml": settings, "a.yaml": lower}) == ["error BRK007 portal"]
    higher = BASE.replace("secrecy: closed, owner", "secrecy: secret, owner")
    assert broken(before, {"eaframe.yaml": settings, "a.yaml": higher}) == []


def test_a_lowered_classification_says_from_what_to_what(model_of):
    after = BASE.replace("security-level: 3, secrecy: closed, owner", "security-level: 2, secrecy: closed, owner")
    (one,) = breaking(model_of(BASE), model_of(after), today=20261124).present
    assert one.message.text() == "`security-level` of `portal` went down from `3` to `2`."
    assert one.at.path == ("elements", "portal", "security-level")
    assert [note.message.text() for note in one.notes] == ["`office` depends on it"]


RELATED = """\
elements:
  a: {type: node, name: A, serves: c}
  b: {type: node, name: B, serves: c}
  c: {type: node, name: C, associated-with: a, realizes: s}
  s: {type: technology-service, name: S}
"""


def test_a_lost_relationship_counts_where_an_end_needs_it(broken):
    once = RELATED.replace("  a: {type: node, name: A, serves: c}", "  a: {type: node, name: A}")
    assert broken(RELATED, once) == ["warning BRK009 a--serves--c"]  # b still serves it
    assert broken(once, once.replace("B, serves: c", "B")) == ["error BRK009 b--serves--c"]
    assert broken(RELATED, RELATED.replace(", associated-with: a", "")) == []
    assert broken(RELATED, RELATED.replace(", realizes: s", "")) == ["error BRK009 c--realizes--s"]
    assert broken(RELATED, RELATED.replace(", realizes: s", ""), "public") == []
    assert broken(RELATED, RELATED.replace(", realizes: s", ""), "id") == []


def test_a_relationship_that_was_moved_to_the_new_id_of_its_end_is_not_lost(broken):
    assert broken(RELATED, RELATED.replace("  a: {", "  z: {aliases: a, ").replace("with: a", "with: z")) == []


@pytest.mark.parametrize(
    ("section", "definition"),
    [
        ("indicators", "{name: X, unit: count, formula: {count: {type: node}}}"),
        ("checklists", "{name: X, items: [{id: i, name: I, by-hand: Look.}]}"),
        ("viewpoints", "{name: X}"),
    ],
)
def test_what_others_name_by_its_id_must_stay(broken, section, definition):
    before = f"{RELATED}{section}: {{x: {definition}, y: {definition}}}\n"
    after = f"{RELATED}{section}: {{y: {definition}}}\n"
    assert broken(before, after) == ["error BRK013 x"]
    assert broken(after, before) == []
    assert broken(before, after, "public") == []


def test_the_opened_visibility_of_a_relationship_counts(broken):
    after = RELATED.replace("B, serves: c", "B, serves: {to: c, visibility: public}")
    assert broken(RELATED, after) == ["error BRK006 b--serves--c"]
    assert broken(RELATED, after, "id") == []


@pytest.mark.parametrize(
    ("old", "new", "rows"),
    [
        ("  national-system: {base: system}\n", "", ["error BRK010 national-system"]),
        ("base: application-component", "base: node", ["error BRK010 national-system", "error BRK010 system"]),
        ("      security-level: {type: integer}\n", "", ["error BRK011 system"]),
        ("{type: integer}", "{type: text}", ["error BRK011 system"]),
        ("{type: integer}", "{type: integer, required: true}", ["error BRK011 system"]),
        ("{type: integer}", "{type: integer, required: true, default: 1}", []),
        ("{type: integer}", "{type: integer, min: 1}", ["error BRK011 system"]),
        ("{type: integer}", "{type: integer, max: 5}", ["error BRK011 system"]),
        ("{type: integer}", "{type: integer, obligation: mandatory}", []),
        ("[open, closed, secret]", "[open, closed]", ["error BRK011 system"]),
        ("[open, closed, secret]", "[open, closed, secret, more]", []),
        ("{type: integer}", "{type: integer}\n      more: {type: text, required: true}", ["error BRK011 system"]),
        ("{type: integer}", "{type: integer}\n      more: {type: text}", []),
    ],
)
def test_kinds_that_allow_less_than_before(broken, old, new, rows):
    assert broken(KINDS, KINDS.replace(old, new)) == rows
    assert broken(KINDS, KINDS.replace(old, new), "public") == []


def test_bounds_may_be_widened(broken):
    bounded = KINDS.replace("{type: integer}", "{type: integer, min: 1, max: 5}")
    for wider in ("{type: integer, min: 0, max: 5}", "{type: integer, min: 1}", "{type: integer}"):
        assert broken(bounded, KINDS.replace("{type: integer}", wider)) == []
    for narrower in ("{type: integer, min: 2, max: 5}", "{type: integer, min: 1, max: 4}"):
        assert broken(bounded, KINDS.replace("{type: integer}", narrower)) == ["error BRK011 system"]


def test_the_workspace_may_set_the_severity_or_switch_it_off(broken):
    def settings(severity: str) -> dict[str, str]:
        return {
            "eaframe.yaml": f"eaframe: 1\nname: T\nnamespace: t\nseverity: {{BRK001: {severity}}}\n",
            "a.yaml": WITHOUT_PORTAL,
        }

    assert broken(BASE, settings("off")) == []
    assert broken(BASE, settings("info")) == ["info BRK001 portal"]


def test_libraries_are_not_judged(broken):
    library = {
        "eaframe.yaml": "eaframe: 1\nname: T\nnamespace: t\nimports: [./lib]\n",
        "a.yaml": "elements:\n  a: {type: goal, name: A}\n",
        "lib/eaframe.yaml": "name: L\nnamespace: lib\n",
    }
    before = library | {"lib/l.yaml": BASE.replace("office: {", "office: {visibility: public, ")}
    assert broken(before, library | {"lib/l.yaml": WITHOUT_ALONE}, "all") == []


def test_who_depends_on_what_follows_relationships_and_names(model_of):
    model = model_of("""\
elements:
  office: {type: business-actor, name: Office}
  portal: {type: application-component, name: P, serves: office, owner: office, accesses: {to: data, mode: write}}
  data: {type: data-object, name: D, replaced-by: newer}
  newer: {type: data-object, name: N, owner: {unknown: {by: office, until: 2030}}}
  whole: {type: application-component, name: W, composed-of: portal, associated-with: office}
  note: {type: meaning, name: M, associated-with: portal--serves--office}
""")
    assert dependents(model) == {
        "data": ("portal",),
        "newer": ("data",),
        "office": ("newer", "portal"),
        "portal": ("data", "office", "whole"),
        "portal--serves--office": ("note--associated-with--portal--serves--office",),
    }
