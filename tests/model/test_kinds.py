import pytest

from eaframe.metamodel.looks import COLOUR_NAMES, ICON_NAMES

KINDS = """
kinds:
  system: {base: application-component, label: {vi: Hệ thống, en: System}, attributes: {vendor: {type: text}}}
  platform: {base: system, label: Nền tảng, attributes: {level: {type: integer}}}
  data-flow: {base: flows-to, label: Luồng, attributes: {protocol: {type: text}}}
"""


def kind(attribute: str, value: str = "", rest: str = "") -> str:
    """A model of one element `a` with one attribute `x`."""
    line = f", x: {value}" if value else ""
    return (
        f"kinds:\n  system: {{base: node, label: S, attributes: {{x: {attribute}}}}}\n"
        f"elements:\n  a: {{type: system, name: A, documentation: A.{line}}}\n{rest}"
    )


def test_a_kind_has_the_attributes_of_its_bases_and_a_lineage_down_to_archimate(load):
    platform = load(KINDS).model.kinds["platform"]
    assert (platform.lineage, platform.type, platform.base, sorted(platform.attributes)) == (
        ("platform", "system", "application-component"),
        "application-component",
        "system",
        ["level", "vendor"],
    )


def test_a_kind_of_relationships_is_based_on_a_verb(load, found):
    files = (
        KINDS + "elements:\n  a: {type: platform, name: A, documentation: A., composed-of: b, "
        "flows-to: {to: b, kind: data-flow, protocol: rest}}\n  b: {type: system, name: B, documentation: B.}\n"
    )
    assert [row[0] for row in found({"model.yaml": files})] == ["REL002"]
    model = load(files).model
    flow = model.relationships["a--flows-to--b"]
    assert (flow.kind, flow.type, dict(flow.attributes)) == ("data-flow", "flow", {"protocol": "rest"})
    assert (model.elements["a"].kind, model.elements["a"].type) == ("platform", "application-component")


def test_a_kind_may_be_based_on_one_that_is_declared_later_in_another_file(load, found):
    files = {
        "a.yaml": "kinds: {platform: {base: system, label: P}}",
        "b.yaml": "kinds: {system: {base: node, label: S}}",
        "c.yaml": "elements:\n  a: {type: platform, name: A, documentation: A.}\n",
    }
    assert found(files) == []
    assert load(files).model.kinds["platform"].lineage == ("platform", "system", "node")


def test_a_chain_of_a_thousand_kinds_is_read_without_recursion(load):
    chain = "".join(f"  k{n}: {{base: {f'k{n - 1}' if n else 'node'}, label: K}}\n" for n in range(1000))
    assert len(load(f"kinds:\n{chain}").model.kinds["k999"].lineage) == 1001


def test_extend_adds_attributes_to_a_kind_and_to_all_below_it(load, found):
    files = (
        KINDS
        + "  more: {extend: system, attributes: {owner-unit: {type: text}}}\n"
        + "elements:\n  a: {type: platform, name: A, documentation: A., owner-unit: X, vendor: Y, level: 1}\n"
    )
    assert found({"model.yaml": files}) == []
    assert dict(load(files).model.elements["a"].attributes) == {"owner-unit": "X", "vendor": "Y", "level": 1}


def test_extend_adds_the_same_attributes_to_several_kinds(load, found):
    files = (
        "kinds:\n  system: {base: node, label: S}\n  record: {base: data-object, label: R}\n"
        "  more: {extend: [system, record], attributes: {code: {type: integer}}}\n"
        "elements:\n  a: {type: system, name: A, documentation: A., code: 1, associated-with: b}\n"
        "  b: {type: record, name: B, documentation: B., code: 2}\n"
    )
    assert found({"model.yaml": files}) == []
    assert [load(files).model.elements[id_].attributes["code"] for id_ in "ab"] == [1, 2]


def test_what_is_wrong_with_an_extension_of_several_kinds_is_told_once(found):
    files = (
        "kinds:\n  system: {base: node, label: S}\n  record: {base: data-object, label: R}\n"
        "  more: {extend: [system, record, sytem], icon: server, attributes: {code: {type: enum}}}\n"
    )
    assert found({"model.yaml": files}) == [
        ("MOD022", "error", "model.yaml", 4, 35),
        ("MOD027", "error", "model.yaml", 4, 43),
        ("SRC019", "error", "model.yaml", 4, 70),
    ]


def test_extend_declares_no_attribute_a_second_time(found):
    files = KINDS + "  more: {extend: system, attributes: {vendor: {type: text}}}\n"
    assert found({"model.yaml": files}) == [("MOD023", "error", "model.yaml", 6, 39)]


def test_a_kind_has_the_icon_and_the_colour_of_its_base_unless_it_has_its_own(load, found):
    files = """\
kinds:
  system: {base: node, label: S, icon: server, colour: teal}
  archive: {base: system, label: A, icon: database}
  ledger: {base: archive, label: L, colour: grey}
  office: {base: node, label: O, icon: business-actor}
"""
    assert found({"model.yaml": files}) == []
    kinds = load(files).model.kinds
    assert {id_: (kind.icon, kind.colour) for id_, kind in kinds.items()} == {
        "system": ("server", "teal"),
        "archive": ("database", "teal"),
        "ledger": ("database", "grey"),
        "office": ("business-actor", ""),
    }


@pytest.mark.parametrize(
    ("look", "sentence", "hint"),
    [
        ("icon: databse", "not `databse`.", "Did you mean `database`?"),
        ("icon: junction", "not `junction`.", None),
        ("icon: heat-1", "not `heat-1`.", None),
        ("colour: purpel", "not `purpel`.", "Did you mean `purple`?"),
        ("colour: heat-1", "not `heat-1`.", None),
    ],
)
def test_an_icon_or_a_colour_that_there_is_not_is_one_error_at_the_word(judged, look, sentence, hint):
    files = f"kinds:\n  system:\n    base: node\n    label: S\n    {look}\n"
    (one,) = judged({"model.yaml": files})
    key, _, value = look.partition(": ")
    assert (one.finding.code, one.location.line, one.location.column) == ("SRC019", 5, 5 + len(key) + 2)
    message = str(one.finding.message)
    assert message.startswith(f"`{key}` must be ")
    assert message.endswith(sentence)
    assert all(f"`{word}`" in message for word in (ICON_NAMES if key == "icon" else COLOUR_NAMES))
    assert value in message
    if hint:
        assert str(one.finding.hint) == hint


@pytest.mark.parametrize(
    "kind",
    ["flow: {base: flows-to, label: F, icon: server}", "more: {extend: system, colour: teal}"],
)
def test_only_a_kind_of_elements_that_is_declared_has_a_look(found, kind):
    files = f"kinds:\n  system: {{base: node, label: S}}\n  {kind}\n"
    assert [(row[0], row[3]) for row in found({"model.yaml": files})] == [("MOD027", 3)]


def test_the_label_of_a_kind_is_in_the_first_language_unless_it_says_which(load):
    files = {"eaframe.yaml": "eaframe: 1\nname: T\nnamespace: test\nlanguages: [vi, en]\n", "model.yaml": KINDS}
    kinds = load(files).model.kinds
    assert (kinds["system"].label, kinds["platform"].label) == ({"vi": "Hệ thống", "en": "System"}, {"vi": "Nền tảng"})


@pytest.mark.parametrize(
    ("attribute", "written", "value"),
    [
        ("{type: text}", "012", "012"),
        ("{type: integer}", "-12", -12),
        ("{type: integer}", "012", 12),
        ("{type: integer, min: 1, max: 5}", "5", 5),
        ("{type: number}", "1e3", 1000.0),
        ("{type: number}", ".5", 0.5),
        ("{type: boolean}", "true", True),
        ("{type: date}", "2016-07", "2016-07"),
        ("{type: enum, allowed: [no, yes]}", "no", "no"),
        ("{type: pattern, pattern: '[A-Z][0-9]{2}'}", "G26", "G26"),
        ("{type: money}", "1250000000 VND", "1250000000 VND"),
        ("{type: money}", "-0.5 USD", "-0.5 USD"),
        ("{type: reference}", "a", "a"),
        ("{type: reference, to: node}", "a", "a"),
        ("{type: reference, to: system}", "a", "a"),
        ("{type: list, of: {type: integer}}", "[1, 2]", (1, 2)),
        ("{type: list, of: {type: integer}}", "7", (7,)),
        ("{type: list, of: {type: list, of: {type: text}}}", "[[a], b]", (("a",), ("b",))),
        ("{type: list, of: {type: text}}", "[]", ()),
    ],
)
def test_a_value_is_read_by_the_type_of_its_attribute(load, found, attribute: str, written: str, value: object):
    files = kind(attribute, written)
    assert found({"model.yaml": files}) == []
    read = load(files).model.elements["a"].attributes["x"]
    assert (read, type(read)) == (value, type(value))


@pytest.mark.parametrize(
    ("attribute", "written"),
    [
        ("{type: integer}", "1.0"),
        ("{type: integer}", "0x1F"),
        ("{type: integer}", "1_000"),
        ("{type: integer}", "٣"),
        ("{type: integer, min: 1}", "0"),
        ("{type: integer, max: 5}", "6"),
        ("{type: number}", "1e999"),
        ("{type: number}", "nan"),
        ("{type: number}", ".inf"),
        ("{type: number, min: 0}", "-0.1"),
        ("{type: boolean}", "True"),
        ("{type: boolean}", "on"),
        ("{type: date}", "2016-13"),
        ("{type: enum, allowed: [a]}", "A"),
        ("{type: pattern, pattern: a}", "ab"),
        ("{type: money}", "5 vnd"),
        ("{type: money}", "VND 5"),
        ("{type: reference}", "[a]"),
        ("{type: text}", "{}"),
        ("{type: list, of: {type: integer}}", "{}"),
    ],
)
def test_a_value_of_another_type_is_one_error_at_the_value(judged, attribute: str, written: str):
    (one,) = judged({"model.yaml": kind(attribute, written)})
    assert (one.finding.code, one.location.line) == ("MOD008", 4)


def test_a_pattern_that_would_take_for_ever_elsewhere_is_judged_at_once(found):
    files = kind("{type: pattern, pattern: '(a+)+b'}", "a" * 10_000)
    assert found({"model.yaml": files}) == [("MOD008", "error", "model.yaml", 4, 52)]


def test_a_default_stands_where_nothing_is_written(load, found):
    files = kind("{type: integer, default: 3}")
    assert found({"model.yaml": files}) == []
    assert load(files).model.elements["a"].attributes["x"] == 3


@pytest.mark.parametrize(
    ("valid", "missing"), [("{to: 2016}", False), ("{from: 2017}", True), ("{from: 2016-07}", True)]
)
def test_an_attribute_is_required_only_of_what_lives_when_the_attribute_is_valid(found, valid: str, *, missing: bool):
    files = kind("{type: text, required: true, valid: {from: 2017}}").replace("A.}", f"A., valid: {valid}}}")
    rows = found({"model.yaml": files})
    assert rows == ([("MOD009", "error", "model.yaml", 4, 3)] if missing else [])


@pytest.mark.parametrize(
    ("value", "findings"),
    [
        ("{unknown: {by: a, until: 2030, note: Đang hỏi.}}", []),
        ("{not-applicable: Không có dữ liệu}", []),
        ("", ["MOD009"]),
        ("{unknown: {by: a, until: 2030}, note: x}", ["SRC017"]),
        ("{unknown: {by: nobody, until: 2030}}", ["MOD004"]),
    ],
)
def test_there_are_three_ways_of_not_knowing_and_only_saying_nothing_fails_required(found, value: str, findings: list):
    files = kind("{type: text, required: true}", value)
    assert [row[0] for row in found({"model.yaml": files})] == findings


def test_what_is_not_known_says_who_finds_it_out_until_when(load):
    value = (
        load(kind("{type: integer}", "{unknown: {by: a, until: 2027-06, note: N}}")).model.elements["a"].attributes["x"]
    )
    assert (value.by, value.until, value.until_text, value.note) == ("a", 20270630, "2027-06", "N")


def test_items_of_a_list_may_be_unknown_each_by_itself(load):
    files = kind("{type: list, of: {type: integer}}", "[1, {unknown: {by: a, until: 2030}}]")
    first, second = load(files).model.elements["a"].attributes["x"]
    assert (first, second.by) == (1, "a")


def test_a_value_over_time_holds_no_second_one(found):
    files = kind("{type: integer}", "[{value: [{value: 1}]}]")
    assert found({"model.yaml": files}) == [("MOD008", "error", "model.yaml", 4, 54)]


@pytest.mark.parametrize("attribute", ["{type: txt}", "{typ: text}", "{type: text, required: maybe}"])
def test_a_kind_that_is_wrong_is_one_error_whatever_uses_it(found, attribute: str):
    assert [row[2:4] for row in found({"model.yaml": kind(attribute, "1")})] == [("model.yaml", 2)]


@pytest.mark.parametrize(
    ("keys", "codes", "attributes"),
    [
        ("protocol: rest", [], {"protocol": "rest", "format": "json"}),
        ("format: xml", ["MOD009"], {"format": "xml"}),
        ("protocl: rest", ["SRC017"], {"format": "json"}),
    ],
)
def test_a_kind_of_relationships_has_required_attributes_and_defaults_too(
    load, found, keys: str, codes: list[str], attributes: dict
):
    files = (
        "kinds: {data-flow: {base: associated-with, label: F, attributes: "
        "{protocol: {type: text, required: true}, format: {type: text, default: json}}}}\n"
        f"elements:\n  a: {{type: node, name: A, documentation: A., "
        f"associated-with: {{to: b, kind: data-flow, {keys}}}}}\n  b: {{type: node, name: B, documentation: B.}}\n"
    )
    assert [row[0] for row in found({"model.yaml": files})] == codes
    assert dict(load(files).model.relationships["a--associated-with--b"].attributes) == attributes


def test_a_reference_by_a_relationship_leads_to_no_element_of_any_type(found):
    rest = "  b: {type: node, name: B, documentation: B., composed-of: {to: a, id: whole}}\n"
    assert found({"model.yaml": kind("{type: reference, to: node}", "whole", rest)}) == [
        ("MOD005", "error", "model.yaml", 4, 52)
    ]
