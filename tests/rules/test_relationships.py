import pytest

from eaframe.metamodel.archimate import load_metamodel

METAMODEL = load_metamodel()
TYPES = [name for name in METAMODEL.element_types if name != "junction"]
P = "business-process"


def test_a_relationship_is_an_end_exactly_where_the_table_has_it(found):
    lines = ["elements:", "  one: {type: goal, name: One, documentation: D., influences: {to: other, id: link}}"]
    lines += ["  other: {type: goal, name: Other, documentation: D.}"]
    lines += [f"  x-{name}: {{type: {name}, name: The {name}, documentation: D.}}" for name in TYPES]
    lines += ["relationships:"]
    expected = []
    for name in TYPES:
        for relationship in METAMODEL.relationship_types.values():
            ends = [(f"x-{name}", name, "link", "relationship"), ("link", "relationship", f"x-{name}", name)]
            # An association reads the same from both ends, so one of the two is enough.
            for source, source_type, target, target_type in ends[: 1 if relationship.name == "association" else 2]:
                lines.append(f"- {{from: {source}, {relationship.verb}: {target}}}")
                if not METAMODEL.permission(source_type, relationship.name, target_type):
                    expected.append(("REL001", "error", "model.yaml", len(lines), 3))
    rows = found({"model.yaml": "\n".join(lines) + "\n"})
    assert [row for row in rows if row[0] == "REL001"] == expected
    assert len(expected) == 60 * (2 * 11 - 1) - 60 - 6  # all but association, and wholes of relationships


def test_a_relationship_is_no_end_of_a_junction_or_of_a_relationship_on_it(elements):
    assert elements(
        f"a {P} triggers: {{to: b, id: link}}",
        f"b {P}",
        "j junction junction: and, associated-with: [link, b]",
        f"c {P} associated-with: j",
    ) == ["REL001 4"]


@pytest.mark.parametrize(
    ("verb", "codes_"),
    [("triggers", []), ("flows-to", []), ("serves", []), ("accesses", ["REL001 2"]), ("specializes", [])],
)
def test_a_verb_may_join_two_of_one_type_where_the_table_says_so(elements, verb: str, codes_: list[str]):
    assert elements(f"a {P} {verb}: b", f"b {P}") == codes_


def test_nothing_is_said_of_a_relationship_to_an_element_of_an_unknown_type(elements):
    assert elements("a goal realizes: b", "b gaol") == ["MOD001 3"]


def test_the_hint_of_a_relationship_that_is_not_allowed_says_what_is(judged):
    model = (
        "elements:\n  a: {type: goal, name: A, documentation: A., serves: b}\n"
        "  b: {type: node, name: B, documentation: B.}\n"
    )
    (one,) = judged({"model.yaml": model})
    assert one.finding.message.text() == "goal `a` cannot stand in the relationship `serves` to node `b`."
    assert (
        one.finding.hint.text() == "From goal to node ArchiMate allows `associated-with`; `serves` may lead to no type."
    )


# --------------------------------------------------------------------------- junctions
J = "junction junction: and"


def test_a_junction_joins_several_with_several(elements):
    assert elements(f"a {P} triggers: j", f"b {P} triggers: j", f"j {J}, triggers: [c, d]", f"c {P}", f"d {P}") == []


def test_what_goes_through_two_junctions_is_judged_between_its_real_ends_and_once(elements):
    chain = (f"j {J}, triggers: k", f"k {J}, triggers: c")
    assert elements(f"a {P} triggers: j", *chain, f"c {P}") == []
    assert elements(f"a {P} triggers: j", *chain, "c business-object associated-with: a") == ["REL004 3"]


def test_junctions_in_a_ring_are_judged_and_end(elements):
    found = elements(f"a {P} triggers: j", f"j {J}, triggers: k", f"k {J}, triggers: [j, c]", f"c {P}")
    assert found == []


def test_every_pair_that_a_junction_must_not_join_is_a_finding(elements):
    found = elements(
        f"a {P} triggers: j",
        f"b {P} triggers: j",
        f"j {J}, triggers: [c, d, e]",
        "c business-object associated-with: a",
        "d business-object associated-with: a",
        f"e {P}",
    )
    assert found == ["REL004 4"] * 4


def test_types_that_meet_at_a_junction_are_judged_before_what_it_joins(elements):
    assert elements(f"a {P} triggers: j", f"j {J}, flows-to: c", "c business-object associated-with: a") == ["REL003 3"]


@pytest.mark.parametrize("whole", ["grouping", "location"])
@pytest.mark.parametrize("verb", ["composed-of", "aggregates"])
def test_a_grouping_or_location_may_gather_a_junction_whatever_else_meets_there(elements, whole: str, verb: str):
    assert elements(f"a {P} triggers: j", f"j {J}, triggers: c", f"c {P}", f"w {whole} {verb}: j") == []


def test_another_whole_of_a_junction_is_of_another_type_than_what_meets_there(elements):
    assert elements(f"a {P} triggers: j", f"j {J}, triggers: c", f"c {P}", "w product aggregates: j") == ["REL003 3"]


@pytest.mark.parametrize(
    ("lines", "codes_"),
    [
        ((f"a {P} triggers: j", f"j {J}"), ["REL005 3"]),
        ((f"a {P}", f"j {J}, triggers: a"), ["REL005 3"]),
        ((f"a {P} triggers: b", f"b {P}", f"j {J}"), ["CPL003 4"]),
    ],
)
def test_a_junction_with_one_side_joins_nothing_and_one_with_none_is_an_orphan(elements, lines, codes_: list[str]):
    assert elements(*lines) == codes_


def test_a_junction_may_be_or_and_says_which(elements):
    assert elements(f"a {P} triggers: j", "j junction junction: or, triggers: c", f"c {P}") == []
