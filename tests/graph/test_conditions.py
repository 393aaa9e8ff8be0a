import itertools

import pytest

from eaframe.findings import Place
from eaframe.graph import Selector, select
from eaframe.graph.conditions import state_of
from eaframe.graph.select import judged, predicate
from eaframe.graph.verdicts import conjunction, disjunction
from eaframe.metamodel.period import parse_duration, shifted
from eaframe.metamodel.values import Localized
from eaframe.sources.shape import shape

KINDS = """
kinds:
  thing:
    base: node
    attributes:
      text: {type: text}
      other: {type: text}
      count: {type: integer}
      share: {type: number}
      open: {type: boolean}
      since: {type: date}
      cost: {type: money}
      level: {type: enum, allowed: [low, high]}
      boss: {type: reference}
      words: {type: list, of: {type: text}}
      counts: {type: list, of: {type: integer}}
      most: {type: integer}
"""


@pytest.fixture
def holds(graph_of):
    """Whether `x`, a thing with these attributes, fits a selector: True, False or None."""

    def verdict(attributes: str, selector: dict, rest: str = "", as_of: str = "all"):
        separator = ", " if attributes else ""
        graph = graph_of(f"{KINDS}\nelements:\n  x: {{type: thing{separator}{attributes}}}\n{rest}")
        if as_of != "all":
            graph = type(graph)(graph.model.at(int(as_of)))
        found, findings = shape(Selector, selector, Place("model.yaml"))
        assert findings == []
        return predicate(graph, found)(graph.elements["x"])

    return verdict


UNKNOWN = "{unknown: {by: x, until: 2027}}"
NEVER = "{not-applicable: it has none}"


@pytest.mark.parametrize(
    ("attributes", "name", "condition", "verdict"),
    [
        ("text: Abc", "text", "Abc", True),
        ("text: Abc", "text", "abc", False),
        ("text: Abc", "text", ["x", "Abc"], True),
        ("text: {vi: Một, en: One}", "text", "One", True),
        ("text: {vi: Một, en: One}", "text", "Two", False),
        ("text: Abcd", "text", {"contains": "bc"}, True),
        ("text: Abcd", "text", {"starts-with": "Ab"}, True),
        ("text: Abcd", "text", {"starts-with": "bc"}, False),
        ("text: {vi: Một, en: One}", "text", {"starts-with": "On"}, True),
        ("text: a.b", "text", {"starts-with": {"attribute": "text"}}, True),
        ("text: a.b", "text", {"starts-with": {"attribute": "text", "after": "."}}, False),
        ("text: a.b, other: a", "text", {"starts-with": {"attribute": "other", "after": "."}}, True),
        ("text: ab, other: a", "text", {"starts-with": {"attribute": "other", "after": "."}}, False),
        ("text: a.b, other: b", "text", {"contains": {"attribute": "other", "before": "."}}, True),
        ("text: ab, other: b", "text", {"contains": {"attribute": "other", "before": "."}}, False),
        ("text: a.b", "text", {"starts-with": {"attribute": "other", "after": "."}}, None),
        ("text: Abc", "text", {"min": "3"}, None),
        ("count: 3", "count", "3", True),
        ("count: 3", "count", "3.0", True),
        ("count: 3", "count", {"in": ["1", "2"]}, False),
        ("count: 3", "count", {"min": "3", "max": "3"}, True),
        ("count: 3", "count", {"min": "4"}, False),
        ("count: 9007199254740993", "count", "9007199254740992", False),
        ("share: 0.1", "share", "0.1", True),
        ("share: 0.1", "share", {"max": "0.05"}, False),
        ("open: true", "open", "true", True),
        ("open: true", "open", "false", False),
        ("open: true", "open", {"contains": "tru"}, True),
        ("open: true", "open", {"min": "1"}, None),
        ("since: 2018", "since", "2018", True),
        ("since: 2018", "since", {"min": "2018-01-01", "max": "2018-12-31"}, True),
        ("since: 2018", "since", {"max": "2018-12-30"}, False),
        ("cost: 5 USD", "cost", "5 USD", True),
        ("cost: 5 USD", "cost", {"min": "4 USD"}, True),
        ("cost: 5 USD", "cost", {"min": "4 VND"}, None),
        ("level: low", "level", "low", True),
        ("level: low", "level", {"in": ["high"]}, False),
        ("boss: x", "boss", "x", True),
        ("words: [a, b]", "words", "b", True),
        ("words: [a, b]", "words", "c", False),
        ("words: [a, b]", "words", {"contains": "a"}, True),
        ("words: [ab, c]", "words", {"contains": "a"}, False),  # of a list a whole item is meant
        ("words: [ab, c]", "words", {"starts-with": "a"}, True),
        ("counts: [1, 5]", "counts", {"min": "4"}, True),
        ("counts: [1, 5]", "counts", {"min": "6"}, False),
        ("", "count", "3", None),
        (f"count: {UNKNOWN}", "count", "3", None),
        (f"count: {NEVER}", "count", {"min": "3"}, None),
        ("text: ' '", "text", {"contains": " "}, None),
        ("", "count", {"is": "missing"}, True),
        ("count: 3", "count", {"is": "missing"}, False),
        (f"count: {UNKNOWN}", "count", {"is": ["unknown", "missing"]}, True),
        (f"count: {NEVER}", "count", {"is": "not-applicable"}, True),
        (f"count: {NEVER}", "count", {"is": "not-applicable", "min": "3"}, None),
        ("count: 2", "count", {"is": "known", "min": "3"}, False),
        ("", "id", "x", True),
        ("", "kind", "thing", True),
        ("", "layer", "technology", True),
        ("valid: {from: 2016-07}", "valid-from", {"min": "2016"}, True),
        ("valid: {from: 2016-07}", "valid-to", {"min": "2016"}, None),
        ("valid: {from: 2016-07}", "valid-to", {"is": "missing"}, True),
        ("tags: [a, b]", "tags", {"contains": "b"}, True),
    ],
)
def test_every_operator_compares_every_kind_of_value(holds, attributes, name, condition, verdict):
    assert holds(attributes, {"where": {name: condition}}) is verdict


@pytest.mark.parametrize(
    ("condition", "verdict"),
    [
        ({"min": "1"}, True),
        ({"min": "2"}, None),
        ({"min": "9"}, False),
        ("3", None),
        ({"is": "known"}, True),
        ({"is": "missing"}, False),
    ],
)
def test_of_a_value_with_several_times_is_true_what_is_true_at_all_of_them(holds, condition, verdict):
    history = "count: [{value: 1, valid: {to: 2019}}, {value: 3, valid: {from: 2020}}]"
    assert holds(history, {"where": {"count": condition}}) is verdict


def test_whether_a_value_is_known_is_undecided_where_it_was_only_at_times(holds):
    history = f"count: [{{value: {UNKNOWN}, valid: {{to: 2019}}}}, {{value: 3, valid: {{from: 2020}}}}]"
    assert holds(history, {"where": {"count": {"is": "known"}}}) is None
    assert holds(history, {"where": {"count": {"is": ["known", "unknown"]}}}) is True
    assert holds(history, {"where": {"count": {"is": "known"}}}, as_of="20210101") is True


def test_a_value_is_compared_with_another_of_the_same_element(holds):
    selector = {"where": {"count": {"max": {"attribute": "most"}}}}
    assert holds("count: 3, most: 3", selector) is True
    assert holds("count: 4, most: 3", selector) is False
    assert holds("count: 4", selector) is None


NEAR = "  a: {type: thing, count: 2}\n  b: {type: thing, count: 5}\n"


def test_a_value_is_compared_with_that_of_each_element_one_step_away(holds):
    def selector(via, operator="min", **more):
        return {"where": {"count": {operator: {"attribute": "count", "via": via, **more}}}}

    assert holds("count: 5, serves: [a, b]", selector("serves"), NEAR) is True
    assert holds("count: 4, serves: [a, b]", selector("serves"), NEAR) is False
    assert holds("count: 4, served-by: [a, b]", selector("serves"), NEAR) is True  # nothing to compare with
    assert holds("count: 4, served-by: [a, b]", selector("served-by"), NEAR) is False
    assert holds("count: 4, served-by: [a, b]", selector("serves", inverse="true"), NEAR) is False
    assert holds("count: 5, serves: c", selector("serves"), "  c: {type: thing}\n") is None
    assert holds("count: 1, serves: [c, b]", selector("serves"), NEAR + "  c: {type: thing}\n") is False


def test_a_value_is_one_of_the_list_that_another_attribute_is(holds):
    assert holds("text: a, words: [a, b]", {"where": {"text": {"in": {"attribute": "words"}}}}) is True
    assert holds("text: c, words: [a, b]", {"where": {"text": {"in": {"attribute": "words"}}}}) is False


@pytest.mark.parametrize(
    ("since", "condition", "verdict"),
    [
        ("2025-11-23", {"min": {"as-of": "-P1Y"}}, True),
        ("2025-11-22", {"min": {"as-of": "-P1Y"}}, False),
        ("2027", {"max": {"as-of": "P1Y"}}, False),
        ("2025-11-23", {"max-age": "P1Y"}, True),
        ("2025-11-22", {"max-age": "P1Y"}, False),
        ("2025-11", {"max-age": "P1Y"}, True),  # its last day counts
        ("2030", {"max-age": "P1D"}, True),
    ],
)
def test_a_date_is_compared_with_the_day_of_the_model(holds, since, condition, verdict):
    assert holds(f"since: {since}", {"where": {"since": condition}}, as_of="20261123") is verdict
    assert holds(f"since: {since}", {"where": {"since": condition}}) is None  # all times have no day


@pytest.mark.parametrize(
    ("day", "duration", "then"),
    [
        (20260131, "P1M", 20260228),
        (20240229, "-P1Y", 20230228),
        (20261123, "P2W", 20261207),
        (20261123, "-P9999M99999D", None),
    ],
)
def test_a_duration_moves_a_day_to_a_day_of_the_calendar(day, duration, then):
    moved = shifted(day, parse_duration(duration))
    assert moved == then if then else moved <= day


@pytest.mark.parametrize(
    ("condition", "path", "code", "words"),
    [
        ({}, (), "SRC019", "one comparison or more"),
        ({"equals": {}}, ("equals",), "SRC019", "either an `attribute`"),
        ({"min": {"as-of": "P1Y", "attribute": "x"}}, ("min",), "SRC019", "either an `attribute`"),
        ({"min": {"as-of": "P1Y", "via": "serves"}}, ("min",), "SRC019", "either an `attribute`"),
        ({"min": {"via": "serves"}}, ("min",), "SRC019", "either an `attribute`"),
        ({"min": {"attribute": "count", "type": "node"}}, ("min",), "SRC019", "either an `attribute`"),
        ({"min": {"as-of": "1 year"}}, ("min", "as-of"), "SRC019", "a duration"),
        ({"max-age": "yes"}, ("max-age",), "SRC019", "a duration"),
        ({"is": "absent"}, ("is",), "SRC019", "one of"),
        ({"matches": "x"}, ("matches",), "SRC017", "matches"),
        ({"min": {"atribute": "x"}}, ("min", "atribute"), "SRC017", "atribute"),
    ],
)
def test_a_condition_that_compares_nothing_is_a_finding_where_it_stands(condition, path, code, words):
    found, findings = shape(Selector, {"where": {"count": condition}}, Place("model.yaml"))
    assert found is None
    assert [(one.code, one.at.path) for one in findings] == [(code, ("where", "count", *path))]
    assert words in f"{findings[0].message} {findings[0].hint}"


def test_undecided_is_between_yes_and_no():
    for some in itertools.product([True, None, False], repeat=2):
        number = [{True: 2, None: 1, False: 0}[one] for one in some]
        assert conjunction(some) is [False, None, True][min(number)]
        assert disjunction(some) is [False, None, True][max(number)]
    assert (conjunction(()), disjunction(())) == (True, False)


YES, NO, MAYBE = ({"where": {"count": "3"}}, {"where": {"count": "4"}}, {"where": {"most": "3"}})


@pytest.mark.parametrize(
    ("selector", "verdict"),
    [
        ({"any": [NO, MAYBE]}, None),
        ({"any": [YES, MAYBE]}, True),
        ({"all": [YES, MAYBE]}, None),
        ({"all": [NO, MAYBE]}, False),
        ({"not": MAYBE}, None),
        ({"not": NO}, True),
        ({"type": "thing", **MAYBE}, None),
        ({"type": "device", **MAYBE}, False),
        ({"related": {"via": "serves", "to": YES}}, True),
        ({"related": {"via": "serves", "to": NO}}, False),
        ({"related": {"via": "serves", "to": MAYBE}}, None),
        ({"related": {"via": "serves", "to": MAYBE, "min": "2"}}, False),
        ({"related": {"via": "serves", "max": "0"}}, False),
        ({"related": {"via": "serves", "to": NO, "max": "0"}}, True),
        ({"related": {"via": "serves", "to": MAYBE, "max": "0"}}, None),
        ({"related": {"via": "serves", "to": MAYBE, "min": "0"}}, True),
        ({"not": {"related": {"via": "serves", "to": MAYBE}}}, None),
        ({"reaches": {"via": "serves", "to": MAYBE}}, None),
        ({"reaches": {"via": "serves", "to": YES}}, True),
        ({"reaches": {"via": "serves", "to": {"type": "device"}}}, False),
    ],
)
def test_what_is_undecided_stays_so_through_all_that_combines_it(holds, selector, verdict):
    assert holds("count: 3, serves: y", selector, "  y: {type: thing, count: 3}\n") is verdict


UNITS = "  u: {type: business-actor}\n  v: {type: business-actor}\n"


@pytest.mark.parametrize(
    "owner", ["{unknown: {by: u, until: 2027, note: {en: soon}}}", "{not-applicable: {en: none}}", "[]"]
)
def test_an_owner_that_is_not_known_leaves_the_selection_by_owner_undecided(holds, owner):
    assert holds("" if owner == "[]" else f"owner: {owner}", {"owner": "u"}, UNITS) is None
    assert holds("owner: u", {"owner": ["u", "v"]}, UNITS) is True
    assert holds("owner: v", {"owner": "u"}, UNITS) is False


def test_an_owner_that_changed_is_only_who_it_always_was(holds):
    history = "owner: [{value: u, valid: {to: 2019}}, {value: v, valid: {from: 2020}}]"
    assert holds(history, {"owner": "u"}, UNITS) is None
    assert holds(history, {"owner": ["u", "v"]}, UNITS) is True
    assert holds(history, {"owner": "v"}, UNITS, as_of="20200101") is True


@pytest.mark.parametrize(
    ("value", "state"),
    [
        *[(None, "missing"), ("", "missing"), (" ", "missing"), ((), "missing"), (0, "known"), (False, "known")],
        *[(Localized({"en": " "}), "missing"), (Localized({"en": " ", "vi": "x"}), "known"), (Localized({}), "known")],
    ],
)
def test_a_value_of_blanks_is_missing_and_zero_is_known(value, state):
    assert state_of(value) == state


def test_what_is_undecided_is_judged_but_not_selected(graph_of):
    graph = graph_of(f"{KINDS}\nelements: {{a: {{type: thing, count: 3}}, b: {{type: thing}}, c: {{type: node}}}}")
    found, _ = shape(Selector, {"type": "thing", "where": {"count": "3"}}, Place("model.yaml"))
    assert [(element.id, verdict) for element, verdict in judged(graph, found)] == [("a", True), ("b", None)]
    assert [element.id for element in select(graph, found)] == ["a"]
