"""What a removal leaves behind: relationships without an end, elements without what they need, and broken names."""

import eaframe
from eaframe.changes.impact import impact


def lost(found) -> dict[str, tuple[bool, str, str]]:
    return {one.id: (one.dangles, one.place.file, "/".join(map(str, one.place.path))) for one in found.lost}


def test_a_relationship_dangles_where_it_is_not_written_below_what_is_removed(graph_of):
    graph = graph_of(
        {
            "a.yaml": "elements: {a: {type: node, serves: b, composed-of: part}, part: {type: node}}",
            "b.yaml": "elements: {b: {type: node, serves: [a, c]}, c: {type: node, served-by: [part]}}",
            "c.yaml": "relationships: [{from: a, flows-to: c}, {from: a, composed-of: part2}]\n"
            "elements: {part2: {type: node}}",
        }
    )
    assert lost(impact(graph, ["a"], remove=True)) == {
        "a--composed-of--part": (False, "a.yaml", "elements/a/composed-of"),
        "a--composed-of--part2": (True, "c.yaml", "relationships/1"),
        "a--flows-to--c": (True, "c.yaml", "relationships/0"),
        "a--serves--b": (False, "a.yaml", "elements/a/serves"),
        "b--serves--a": (True, "b.yaml", "elements/b/serves/0"),
        "part--serves--c": (True, "b.yaml", "elements/c/served-by/0"),
    }


def test_a_change_loses_nothing(graph_of):
    found = impact(graph_of("elements: {a: {type: node, serves: b}, b: {type: node, owner: a}}"), ["a"])
    assert (found.lost, found.lacking, found.mentions) == ((), (), ())


def lacking(found) -> list[tuple[str, str, str]]:
    return [(one.id, one.says["en"], " ".join(one.lost)) for one in found.lacking]


PROVIDERS = """
elements:
  a: {type: application-component, serves: [x, y], realizes: s, flows-to: y}
  b: {type: application-component, serves: y}
  r: {type: business-role, assigned-to: [x, y]}
  x: {type: business-process, accesses: [{to: d, mode: write}, {to: e, mode: read}]}
  y: {type: business-process, accesses: {to: e, mode: readwrite}}
  s: {type: application-service}
  d: {type: business-object}
  e: {type: business-object}
"""


def test_who_has_no_other_provider_is_left_without(graph_of):
    graph = graph_of(PROVIDERS)
    assert lacking(impact(graph, ["a"], remove=True)) == [
        ("s", "nothing else realizes it", "a"),
        ("x", "nothing else serves it", "a"),
    ]
    assert lacking(impact(graph, ["a", "b"], remove=True))[2] == ("y", "nothing else serves it", "a b")
    assert lacking(impact(graph, ["r"], remove=True)) == [
        ("x", "nothing else performs it", "r"),
        ("y", "nothing else performs it", "r"),
    ]
    assert lacking(impact(graph, ["x"], remove=True)) == [("d", "nothing else writes it", "x")]
    assert lacking(impact(graph, ["y"], remove=True)) == [("e", "nothing else writes it", "y")]


def test_what_goes_too_provides_no_more_and_lacks_nothing(graph_of):
    graph = graph_of(
        "elements: {a: {type: application-component, composed-of: b, serves: b},"
        " b: {type: application-component, serves: c}, c: {type: business-process}}"
    )
    assert lacking(impact(graph, ["a"], remove=True)) == [("c", "nothing else serves it", "b")]


def test_a_junction_provides_as_long_as_something_comes_to_it(graph_of):
    model = """
elements:
  a: {type: application-component, serves: j}
  b: {type: application-component, serves: j}
  j: {type: junction, junction: or, serves: c}
  c: {type: business-process}
"""
    assert lacking(impact(graph_of(model), ["a"], remove=True)) == []
    assert lacking(impact(graph_of(model), ["a", "b"], remove=True)) == [("c", "nothing else serves it", "a b")]
    assert lacking(impact(graph_of(model), ["j"], remove=True)) == [("c", "nothing else serves it", "j")]


NAMED = {
    "kinds.yaml": """
kinds:
  system:
    base: application-component
    label: S
    attributes:
      successor: {type: reference}
      users: {type: list, of: {type: reference}}
      note: {type: text}
  exchange: {base: flows-to, label: E, attributes: {channel: {type: reference}}}
""",
    "model.yaml": """
elements:
  unit: {type: business-actor, aliases: [old-unit]}
  other: {type: business-actor}
  a: {type: system, owner: unit, successor: unit, users: [b, unit], note: unit}
  b: {type: system, owner: {unknown: {by: unit, until: 2027}}, replaced-by: [unit]}
  c: {type: system, owner: [{value: other, valid: {to: 2020}}, {value: unit, valid: {from: 2021}}], name: unit}
relationships:
  - {from: a, flows-to: b, kind: exchange, channel: unit}
  - {from: unit, serves: a}
""",
    "views.yaml": """
views:
  overview: {name: unit, scope: {id: unit}, include: [{owner: [b, old-unit]}, {id: b}]}
""",
}


def test_everything_that_names_what_is_removed_is_found_where_it_does(graph_of):
    found = impact(graph_of(NAMED), ["unit"], remove=True)
    assert [(one.section, one.by, one.key, one.id, "/".join(map(str, one.place.path))) for one in found.mentions] == [
        ("", "a", "owner", "unit", "elements/a/owner"),
        ("", "a", "successor", "unit", "elements/a/successor"),
        ("", "a", "users", "unit", "elements/a/users"),
        ("", "a--flows-to--b", "channel", "unit", "relationships/0/channel"),
        ("", "b", "owner", "unit", "elements/b/owner"),
        ("", "b", "replaced-by", "unit", "elements/b/replaced-by"),
        ("", "c", "owner", "unit", "elements/c/owner"),
        ("views", "overview", "include/owner", "unit", "views/overview/include/0/owner/1"),
        ("views", "overview", "scope/id", "unit", "views/overview/scope/id"),
    ]


def test_waivers_and_rules_that_name_it_are_found_too(graph_of):
    files = {
        "model.yaml": "elements: {a: {type: node}, b: {type: node}}",
        "rules.yaml": """
rules:
  - code: CITY001
    name: bad-node
    severity: error
    summary: a
    hint: a
    select: {type: node, not: {id: a}}
    check: {required: owner}
waivers:
  - {rule: CITY001, subject: [b, a], reason: a, decision: a, until: 2027}
""",
    }
    found = impact(graph_of(files), ["a"], remove=True)
    assert [(one.section, one.by, one.key) for one in found.mentions] == [
        ("rules", "CITY001", "select/not/id"),
        ("waivers", "CITY001 b a", "subject"),
    ]


def test_a_bare_name_in_a_library_is_one_of_its_own(graph_of):
    files = {
        "eaframe.yaml": "eaframe: 1\nname: T\nnamespace: t\nimports: [./lib]\n",
        "lib/eaframe.yaml": "eaframe: 1\nname: L\nnamespace: lib\n",
        "lib/model.yaml": "elements: {a: {type: node}}\nviews: {theirs: {name: V, include: [{id: a}]}}",
        "model.yaml": "elements: {a: {type: node}}\nviews: {ours: {name: V, include: [{id: [a, 'lib:a']}]}}",
    }
    by = {id_: [one.by for one in impact(graph_of(files), [id_], remove=True).mentions] for id_ in ("a", "lib:a")}
    assert by["a"] == ["ours"]
    assert "ours" in by["lib:a"]


def test_what_names_the_removed_is_looked_for_at_all_times(workspace):
    model = """
elements:
  unit: {type: business-actor}
  a: {type: node, owner: [{value: unit, valid: {to: 2020}}, {value: b, valid: {from: 2021}}]}
  b: {type: business-actor}
  c: {type: node, valid: {to: 2019}, associated-with: unit}
"""
    found = eaframe.load(workspace({"model.yaml": model}), as_of="2026", today=20261123)
    today = impact(found.sliced, ["unit"], remove=True)
    assert (today.affected, today.lost, today.mentions) == ((), (), ())
    always = impact(found.sliced, ["unit"], remove=True, whole=found.whole)
    assert [one.by for one in always.mentions] == ["a"]
    assert [one.id for one in always.lost] == ["c--associated-with--unit"]
