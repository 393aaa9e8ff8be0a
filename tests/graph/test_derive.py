import pytest

from eaframe.graph.derive import proof

KIND = """
kinds:
  system:
    base: application-component
    attributes:
      level: {type: integer}
      start: {type: date}
      cost: {type: money}
    derived:
      need:
        max-of:
%s
"""


@pytest.fixture
def derived(graph_of):
    """What elements (`id: rest of the line`) derive as `need` under these terms: `a 3, b 4`."""

    def values(terms: list[str], *lines: str, key: str = "max-of", more: str = "") -> str:
        kind = (KIND % "".join(f"          - {term}\n" for term in terms)).replace("max-of", key)
        graph = graph_of(f"{kind}{more}elements:\n" + "".join(f"  {line}\n" for line in lines))
        return ", ".join(f"{id_} {one.value}" for (id_, name), one in sorted(graph.derived.items()) if name == "need")

    return values


def system(id_: str, rest: str = "") -> str:
    return f"{id_}: {{type: system{', ' if rest else ''}{rest}}}"


PARTS = "{along: composed-of, attribute: need}"
LEVEL = "{attribute: level}"


def test_the_largest_of_all_terms_counts(derived):
    terms = ["{value: 1}", "{when: {tag: x}, value: 3}", "{when: {where: {level: 2}}, value: 2}", LEVEL]
    lines = [system("a"), system("b", "tags: [x]"), system("c", "level: 2"), system("d", "tags: [x], level: 4")]
    assert derived(terms, *lines) == "a 1, b 3, c 2, d 4"
    assert derived(terms, *lines, key="min-of") == "a 1, b 1, c 1, d 1"
    assert derived(terms[1:], *lines, key="min-of") == "b 3, c 2, d 3"


def test_what_is_not_known_adds_nothing(derived):
    unknown = "level: {unknown: {by: u, until: 2027}}"
    lines = [
        system("a", unknown),
        system("b", "level: {not-applicable: none}"),
        system("c"),
        "u: {type: business-actor}",
    ]
    assert derived([LEVEL, "{when: {where: {level: {min: 1}}}, value: 9}"], *lines) == ""
    assert derived([LEVEL, "{value: 1}"], *lines) == "a 1, b 1, c 1"


def test_values_are_carried_along_circles(derived):
    lines = [system("a", "composed-of: b"), system("b", "composed-of: c"), system("c", "composed-of: a, level: 3")]
    assert derived([PARTS, LEVEL], *lines) == "a 3, b 3, c 3"
    assert derived([PARTS, LEVEL], *lines, key="min-of") == "a 3, b 3, c 3"
    assert derived([PARTS], *lines) == ""  # nothing begins


@pytest.mark.parametrize("along", ["composed-of", "part-of"])
def test_a_value_follows_the_verb_from_its_own_side(derived, along):
    lines = [system("a", "composed-of: b, level: 1"), system("b", "level: 2")]
    expected = {"composed-of": "a 2, b 2", "part-of": "a 1, b 2"}[along]
    assert derived([f"{{along: {along}, attribute: need}}", LEVEL], *lines) == expected
    turned = {"composed-of": "part-of", "part-of": "composed-of"}[along]
    assert derived([f"{{along: {turned}, inverse: true, attribute: need}}", LEVEL], *lines) == expected


def test_a_value_may_come_from_what_has_another_kind_or_none(derived):
    lines = [system("a", "served-by: [n, g]"), "n: {type: node, valid: {from: 2019}}", "g: {type: technology-service}"]
    assert derived(["{along: served-by, attribute: valid-from}"], *lines) == "a 2019"


def test_kinds_inherit_derivations_and_take_what_extends_them(derived):
    more = "  portal: {base: system}\n  more: {extend: system, derived: {other: {min-of: [{value: 7}]}}}\n"
    assert derived([LEVEL], "a: {type: portal, level: 2}", more=more) == "a 2"


def test_what_extends_a_kind_is_derived_by_all_kinds_below(graph_of):
    graph = graph_of(
        "kinds:\n  system: {base: node}\n  portal: {base: system}\n"
        "  more: {extend: system, derived: {other: {min-of: [{value: 7}]}}}\n"
        "elements:\n  a: {type: portal}\n  b: {type: system}\n  c: {type: node}\n"
    )
    assert {key: one.value for key, one in graph.derived.items()} == {("a", "other"): 7, ("b", "other"): 7}


@pytest.mark.parametrize(
    ("starts", "largest", "smallest"),
    [
        (["2018", "2018-05", "2017-12-31"], "2018-05", "2017-12-31"),
        (["2018", "2017-12"], "2018", "2017-12"),
    ],
)
def test_dates_are_ordered_by_their_first_day_however_partial(derived, starts, largest, smallest):
    lines = [system(f"p{index}", f"start: {start}") for index, start in enumerate(starts)]
    whole = system("a", f"composed-of: [{', '.join(f'p{index}' for index in range(len(starts)))}]")
    terms = ["{along: composed-of, attribute: start}"]
    assert derived(terms, whole, *lines) == f"a {largest}"
    assert derived(terms, whole, *lines, key="min-of") == f"a {smallest}"


def test_a_year_among_dates_is_a_date_and_elsewhere_a_number(derived):
    assert derived(["{attribute: start}", "{value: 2018}"], system("a", "start: 2017-12-31")) == "a 2018"
    assert derived([LEVEL, "{value: 2018}"], system("a", "level: 20000")) == "a 20000"


def test_an_amount_keeps_its_currency(derived):
    assert derived(["{attribute: cost}", "{value: 10 VND}"], system("a", "cost: 9 VND")) == "a 10 VND"


def test_a_smallest_value_may_follow_from_a_largest_one(graph_of):
    graph = graph_of(
        "kinds:\n  system:\n    base: application-component\n    attributes: {level: {type: integer}}\n    derived:\n"
        "      most: {max-of: [{attribute: level}, {along: composed-of, attribute: most}]}\n"
        "      floor: {min-of: [{attribute: most}, {along: part-of, attribute: floor}]}\n"
        "elements:\n  a: {type: system, level: 1, composed-of: b}\n  b: {type: system, level: 5}\n"
    )
    values = {f"{id_} {name}": one.value for (id_, name), one in graph.derived.items()}
    assert values == {"a most": 5, "b most": 5, "a floor": 5, "b floor": 5}


def test_the_proof_is_a_shortest_path_to_where_the_value_begins(graph_of):
    # The longer way (over a, b, c) comes first by its ids, and must not win.
    graph = graph_of(
        KIND
        % f"          - {PARTS}\n          - {LEVEL}\n"
        + "elements:\n  top: {type: system, composed-of: [c, z]}\n  c: {type: system, composed-of: b}\n"
        "  b: {type: system, composed-of: a}\n  a: {type: system, composed-of: s}\n"
        "  z: {type: system, composed-of: s}\n  s: {type: system, level: 3}\n"
    )
    assert [(id_, one.value, one.name) for id_, _, one in proof(graph, "top", "need")] == [
        ("top", 3, "need"),
        ("z", 3, "need"),
        ("s", 3, "level"),
    ]
    assert (graph.derived["top", "need"].origin, graph.derived["top", "need"].length) == ("s", 3)


def test_of_equal_proofs_the_first_by_id_is_kept_whatever_the_order_of_lines(graph_of):
    lines = ["a: {type: system, composed-of: [y, x]}", "x: {type: system, level: 3}", "y: {type: system, level: 3}"]
    for some in (lines, lines[::-1]):
        kind = KIND % f"          - {PARTS}\n          - {LEVEL}\n"
        graph = graph_of(kind + "elements:\n" + "".join(f"  {line}\n" for line in some))
        assert [id_ for id_, _, _ in proof(graph, "a", "need")] == ["a", "x"]


def test_the_relationship_that_makes_a_term_hold_is_its_witness(graph_of):
    term = "{when: {tag: x, related: {via: realizes, to: {type: business-service}}}, value: 3}"
    graph = graph_of(
        KIND % f"          - {term}\n" + "elements:\n  a: {type: system, tags: [x], realizes: [n, s]}\n"
        "  s: {type: business-service}\n  n: {type: application-service}\n"
    )
    (one,) = graph.derived.values()
    assert (one.value, one.step.id, one.source.id, one.name, one.origin) == (3, "a--realizes--s", "s", "", "a")


@pytest.mark.parametrize("circle", [False, True])
def test_ten_thousand_steps_deep(derived, circle):
    last = 10_000
    lines = [system(f"e{n:05}", f"composed-of: e{n + 1:05}") for n in range(last)]
    lines.append(system(f"e{last}", f"level: 3{', composed-of: e00000' if circle else ''}"))
    assert derived([PARTS, LEVEL], *lines).startswith("e00000 3, e00001 3, ")


def test_selectors_and_other_values_read_what_is_derived(graph_of):
    from eaframe.findings import Place
    from eaframe.graph import Selector, select
    from eaframe.sources.shape import shape

    graph = graph_of(
        KIND
        % f"          - {PARTS}\n          - {LEVEL}\n"
        + "elements:\n  a: {type: system, level: 1, composed-of: b}\n  b: {type: system, level: 3}\n"
        "  c: {type: system}\n"
    )

    def ids(selector: dict) -> str:
        found, _ = shape(Selector, selector, Place("model.yaml"))
        return " ".join(element.id for element in select(graph, found))

    assert ids({"where": {"need": "3"}}) == "a b"
    assert ids({"where": {"level": {"min": {"attribute": "need"}}}}) == "b"
    assert ids({"where": {"need": {"is": "missing"}}}) == "c"
    assert ids({"related": {"via": "part-of", "to": {"where": {"need": "3"}}}}) == "b"


@pytest.mark.parametrize(
    ("declared", "expected"),
    [
        ("need: {max-of: [{when: {where: {need: 3}}, value: 3}]}", ["SEL008 5"]),
        ("need: {max-of: [{when: {not: {related: {to: {where: {need: 3}}}}}, value: 3}]}", ["SEL008 5"]),
        ("need: {max-of: [{when: {where: {level: {min: {attribute: need}}}}, value: 3}]}", ["SEL008 5"]),
        ("need: {max-of: [{attribute: least}]}, least: {min-of: [{value: 1}]}", ["SEL008 5"]),
        ("need: {min-of: [{attribute: most}]}, most: {max-of: [{value: 1}]}", []),
        ("need: {max-of: [{attribute: need}, {value: 1}]}", []),
        ("need: {max-of: [{attribute: levle}]}", ["SEL005 5"]),
        ("need: {max-of: [{along: servs, attribute: level}]}", ["SEL006 5"]),
        ("need: {max-of: [{when: {type: systm}, value: 3}]}", ["SEL002 5"]),
        ("need: {max-of: [{when: {tpye: system}, value: 3}]}", ["SRC017 5"]),
        ("need: {max-of: [{value: high}]}", ["SRC019 5"]),
        ("need: {max-of: [{value: 2018-13}]}", ["SRC019 5"]),
        ("need: {max-of: [{value: 3, attribute: level}]}", ["SRC019 5"]),
        ("need: {max-of: [{when: {tag: x}}]}", ["SRC019 5"]),
        ("need: {max-of: [{along: serves, value: 3}]}", ["SRC019 5"]),
        ("need: {}", ["SRC019 5"]),
        ("need: {max-of: [{value: 1}], min-of: [{value: 1}]}", ["SRC019 5"]),
        ("level: {max-of: [{value: 1}]}", ["MOD023 5"]),
        ("owner: {max-of: [{value: 1}]}", ["MOD023 5"]),
        ("serves: {max-of: [{value: 1}]}", ["MOD023 5"]),
        ("layer: {max-of: [{value: 1}]}", []),  # where an element derives it, that counts
    ],
)
def test_a_derivation_that_cannot_be_worked_out_is_one_finding(found, declared, expected):
    model = (
        "kinds:\n  system:\n    base: node\n    attributes: {level: {type: integer}}\n"
        f"    derived: {{{declared}}}\n"
        "elements:\n  a: {type: system, name: A, documentation: The A., tags: [x]}\n"
    )
    assert [f"{row[0]} {row[3]}" for row in found({"model.yaml": model})] == expected


@pytest.mark.parametrize(
    "declared",
    [
        "  portal: {base: system, attributes: {need: {type: integer}}}",
        "  portal: {base: system, derived: {need: {min-of: [{value: 1}]}}}",
        "  more: {extend: system, derived: {need: {min-of: [{value: 1}]}}}",
        "  more: {extend: system, derived: {need: {label: Need, max-of: [{value: 1}]}}}",
        "  more: {extend: system, attributes: {need: {type: integer}}}",
        """\
  portal: {base: system, derived: {own: {max-of: [{value: 1}]}}}
  more: {extend: system, derived: {own: {max-of: [{value: 2}]}}}""",
    ],
)
def test_a_name_that_a_family_of_kinds_derives_already_cannot_be_taken_again(found, declared):
    model = (
        "kinds:\n  system: {base: node, derived: {need: {max-of: [{value: 1}]}}}\n"
        f"{declared}\nelements:\n  a: {{type: system, name: A, documentation: The A.}}\n"
    )
    assert [row[0] for row in found({"model.yaml": model})] == ["MOD023"]


def test_a_library_names_its_own_elements_in_a_derivation_as_it_calls_them(graph_of):
    term = "{when: {related: {via: associated-with, to: {id: law}}}, value: 3}"
    library = f"kinds: {{system: {{base: node, derived: {{need: {{max-of: [{term}]}}}}}}}}\n"
    files = {
        "eaframe.yaml": "eaframe: 1\nname: T\nnamespace: test\nimports: [./lib]\n",
        "lib/eaframe.yaml": "eaframe: 1\nname: L\nnamespace: lib\n",
        "lib/model.yaml": f"{library}elements: {{law: {{type: requirement}}}}\n",
        "model.yaml": "elements: {a: {type: lib:system, associated-with: lib:law}, b: {type: lib:system}}\n",
    }
    assert {key: one.value for key, one in graph_of(files).derived.items()} == {("a", "need"): 3}


def test_what_extends_a_kind_adds_terms_to_what_the_kind_derives_already(graph_of):
    level = "{when: {where: {level: {min: 4}}}, value: 3}"
    name = "{when: {where: {wholly: true}}, value: 3}"
    files = {
        "eaframe.yaml": "eaframe: 1\nname: T\nnamespace: test\nimports: [./old, ./new]\n",
        "lib/eaframe.yaml": "eaframe: 1\nname: L\nnamespace: lib\n",
        "lib/model.yaml": "kinds:\n  system: {base: node, derived: {need: {max-of: [{value: 1}]}}}\n"
        "  portal: {base: system}\n",
        "old/eaframe.yaml": "eaframe: 1\nname: O\nnamespace: old\nimports: [../lib]\n",
        "old/model.yaml": "kinds:\n  old: {extend: system, attributes: {level: {type: integer}}, "
        f"derived: {{need: {{max-of: [{level}]}}}}}}\n",
        "new/eaframe.yaml": "eaframe: 1\nname: N\nnamespace: new\nimports: [../lib]\n",
        "new/model.yaml": "kinds:\n  new: {extend: system, attributes: {wholly: {type: boolean}}, "
        f"derived: {{need: {{max-of: [{name}]}}}}}}\n",
        "model.yaml": "kinds:\n  own: {extend: system, derived: {need: {max-of: [{when: {tag: x}, value: 2}]}}}\n"
        "elements:\n  a: {type: portal, level: 4}\n  b: {type: system, wholly: true}\n  c: {type: system}\n"
        "  d: {type: portal, tags: [x]}\n",
    }
    graph = graph_of(files)
    assert {id_: one.value for (id_, _), one in graph.derived.items()} == {"a": 3, "b": 3, "c": 1, "d": 2}


def test_what_is_wrong_in_added_terms_is_found_where_it_is_written(found):
    model = (
        "kinds:\n  system: {base: node, derived: {need: {max-of: [{value: 1}]}}}\n"
        "  more:\n    extend: system\n    derived:\n      need:\n        max-of:\n"
        "          - {when: {type: nothing}, value: 1}\n          - {along: composed-of, attribute: nowhere}\n"
        "elements:\n  a: {type: system, name: A, documentation: The A.}\n"
    )
    assert [(row[0], row[3]) for row in found({"model.yaml": model})] == [("SEL002", 8), ("SEL005", 9)]


REACHED = """\
elements:
  a: {type: system, assigned-to: f}
  f: {type: application-function, realizes: [n, s]}
  n: {type: application-service}
  s: {type: application-service, realizes: b}
  b: {type: business-service, tags: [x], realizes: c}
  c: {type: business-service, tags: [x]}
"""


@pytest.mark.parametrize(
    "when",
    [
        "{reaches: {via: [assigned-to, realizes], to: {tag: x}}}",
        "{related: {via: assigned-to, to: {related: {via: realizes, to: {related: {via: realizes, to: {tag: x}}}}}}}",
        "{related: {via: assigned-to, to: {reaches: {via: realizes, to: {tag: x}}}}}",
        "{all: [{type: system}, {reaches: {via: [assigned-to, realizes], to: {tag: x}}}]}",
        "{any: [{reaches: {via: serves, to: {tag: x}}}, {reaches: {via: [assigned-to, realizes], to: {tag: x}}}]}",
    ],
)
def test_the_whole_way_to_what_a_term_asks_for_is_its_witness(graph_of, when):
    graph = graph_of(KIND % f"          - {{when: {when}, value: 3}}\n" + REACHED)
    (one,) = graph.derived.values()
    assert (one.value, one.step.id, one.source.id, one.origin, one.length) == (3, "a--assigned-to--f", "f", "a", 3)
    assert [(step.id, end.id) for step, end in one.further] == [("f--realizes--s", "s"), ("s--realizes--b", "b")]
