import pytest


def elements(*lines: str, kinds: str = "") -> str:
    """Elements one a line, the first in line 2."""
    return f"elements:\n{''.join(f'  {line}{chr(10)}' for line in lines)}{kinds}"


X = {"id": "x"}
C = "type: application-component"
GOAL = "g: {type: goal}"


def test_reaches_tells_where_every_path_ends_and_how_it_leads_there(ask):
    model = elements(f"x: {{{C}, serves: [a, b]}}", f"a: {{{C}, serves: c}}", f"b: {{{C}}}", f"c: {{{C}}}")
    answer = ask(X, {"reaches": {"via": "serves", "to": {"type": "goal"}}}, model)
    assert answer.said == [
        "model 2:3 x: No path along `serves` leads from `x` to `{type: goal}`: it stops at `b`, `c`."
    ]
    assert answer.notes == [["model 2: `x` serves `b`"]]


def test_reaches_finds_it_over_any_number_of_steps_or_only_so_many(ask):
    model = elements(
        f"x: {{{C}, serves: a}}", f"a: {{{C}, serves: b}}", f"b: {{{C}, realizes: s}}", "s: {type: application-service}"
    )
    way = {"via": ["serves", "realizes"], "to": {"type": "application-service"}}
    assert ask(X, {"reaches": way}, model).said == []
    assert ask(X, {"reaches": way | {"depth": "3"}}, model).said == []
    (said,) = ask(X, {"reaches": way | {"depth": "2"}}, model).said
    assert said.endswith(
        "No path along `serves`, `realizes` leads from `x` to `{type: application-service}` within 2 steps."
    )


def test_reaches_says_when_no_step_leads_on_and_ends_on_a_circle(ask):
    to_goal = {"reaches": {"via": "serves", "to": {"type": "goal"}}}
    (said,) = ask(X, to_goal, elements(f"x: {{{C}}}")).said
    assert said.endswith("No path along `serves` leads from `x` to `{type: goal}`: no step does.")
    (said,) = ask(X, to_goal, elements(f"x: {{{C}, serves: a}}", f"a: {{{C}, serves: x}}")).said
    assert said.endswith("No path along `serves` leads from `x` to `{type: goal}`: it only leads round over `a`, `x`.")
    (said,) = ask(X, {"reaches": {"via": "serves"}}, elements(f"x: {{{C}}}")).said
    assert said.endswith("leads from `x` to anything: no step does.")


def test_reaches_is_undecided_where_only_an_undecided_one_could_be_it(ask):
    wanted = {"reaches": {"via": "serves", "to": {"where": {"owner": "u"}}}}
    units = ["u: {type: business-actor}", "v: {type: business-actor}"]
    answer = ask(X, wanted, elements(f"x: {{{C}, serves: a}}", f"a: {{{C}}}", *units))
    assert (answer.said, answer.undecided) == ([], 1)
    answer = ask(X, wanted, elements(f"x: {{{C}, serves: [a, b]}}", f"a: {{{C}}}", f"b: {{{C}, owner: u}}", *units))
    assert (answer.said, answer.undecided) == ([], 0)
    answer = ask(X, wanted, elements(f"x: {{{C}, serves: b}}", f"b: {{{C}, owner: v}}", *units))
    assert (len(answer.said), answer.undecided) == (1, 0)


CHAIN = {
    "chain": [
        {"via": "serves", "to": {"type": "application-component"}},
        {"via": "realizes", "to": {"type": "application-service"}},
        {"via": "serves", "to": {"type": "business-process"}},
    ]
}
SERVICE = "s: {type: application-service}"


def test_chain_names_the_step_that_fails_and_the_path_to_it(ask):
    model = elements(f"x: {{{C}, serves: [a, b]}}", f"a: {{{C}}}", f"b: {{{C}, realizes: s}}", SERVICE)
    answer = ask(X, CHAIN, model)
    why = "step 3 of 3 (`serves` to `{type: business-process}`) stops at `s`, which has no `serves`."
    assert answer.said == [f"model 2:3 x: No path from `x`: {why}"]
    assert answer.notes == [["model 2: `x` serves `b`", "model 4: `b` realizes `s`"]]
    assert answer.details == ["3"]


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        (
            [f"x: {{{C}}}"],
            "step 1 of 3 (`serves` to `{type: application-component}`) stops at `x`, which has no `serves`.",
        ),
        (
            [f"x: {{{C}, serves: n}}", "n: {type: node}"],
            "step 1 of 3 (`serves` to `{type: application-component}`) stops at `x`, whose `serves` lead only to `n`.",
        ),
        (
            [f"x: {{{C}, serves: [a, b, c, d]}}", *(f"{one}: {{{C}}}" for one in "abcd")],
            """\
step 2 of 3 (`realizes` to `{type: application-service}`) stops at `a`, `b`, `c`, … (+1), of which `a` has no \
`realizes`.""",
        ),
    ],
)
def test_chain_says_why_a_step_leads_nowhere(ask, lines, said):
    (found,) = ask(X, CHAIN, elements(*lines)).said
    assert found == f"model 2:3 x: No path from `x`: {said}"


def test_chain_says_when_it_is_the_relationship_that_does_not_fit(ask):
    check = {"chain": [{"via": "flows-to", "to": {"type": "node"}, "where-relationship": {"name": "N"}}]}
    (said,) = ask(X, check, elements("x: {type: node, flows-to: {to: n, name: M}}", "n: {type: node}")).said
    assert said.endswith("stops at `x`, whose `flows-to` to `n` are not `{name: N}`.")


def test_chain_holds_as_soon_as_one_path_leads_all_the_way(ask):
    model = elements(
        f"x: {{{C}, serves: [a, b]}}",
        f"a: {{{C}}}",
        f"b: {{{C}, realizes: s}}",
        "s: {type: application-service, serves: p}",
        "p: {type: business-process}",
    )
    assert (ask(X, CHAIN, model).said, ask(X, CHAIN, model).undecided) == ([], 0)


OWNED = {"chain": [{"via": "serves", "to": {"owner": "u"}}, {"via": "realizes"}]}
U = "u: {type: business-actor}"


def test_chain_is_undecided_over_an_undecided_element_that_leads_all_the_way(ask):
    model = elements(f"x: {{{C}, serves: a}}", f"a: {{{C}, realizes: s}}", SERVICE, U)
    assert (ask(X, OWNED, model).said, ask(X, OWNED, model).undecided) == ([], 1)


def test_chain_fails_where_no_path_leads_all_the_way_whatever_is_undecided(ask):
    answer = ask(X, OWNED, elements(f"x: {{{C}, serves: a}}", f"a: {{{C}}}", SERVICE, U))
    assert (len(answer.said), answer.undecided) == (1, 0)


def test_chain_is_decided_by_a_path_of_which_all_is_known(ask):
    lines = [
        f"x: {{{C}, serves: [a, b]}}",
        f"a: {{{C}, realizes: s}}",
        f"b: {{{C}, owner: u, realizes: s}}",
        SERVICE,
        U,
    ]
    answer = ask(X, OWNED, elements(*lines))
    assert (answer.said, answer.undecided) == ([], 0)


@pytest.mark.parametrize(
    ("check", "places"),
    [
        (CHAIN, "{id} {name} {number} {total} {verb} {what} {others} {reason}"),
        ({"reaches": {"via": "serves", "to": {"type": "goal"}}}, "{id} {name} {verb} {what} {others}"),
    ],
)
def test_every_place_of_a_message_is_filled(ask, check, places):
    for lines in ([f"x: {{{C}}}"], [f"x: {{{C}, serves: a}}", f"a: {{{C}}}"]):
        (said,) = ask(X, check, elements(*lines), {"message": places}).said
        assert "{" not in said.replace("{type: ", "")


def test_acyclic_reports_each_circle_once_where_its_relationship_stands(ask):
    node = "type: node"
    model = elements(
        f"a: {{{node}, composed-of: b}}", f"b: {{{node}, aggregates: c}}", f"c: {{{node}, composed-of: a}}",
        f"d: {{{node}, composed-of: e}}", f"e: {{{node}}}", f"f: {{{node}, composed-of: f}}",
    )  # fmt: skip
    answer = ask({"type": "node"}, {"acyclic": ["composed-of", "aggregates"]}, model)
    assert answer.said == [
        "model 2:32 a: `a` leads back to itself: a → b → c → a.",
        "model 7:32 f: `f` leads back to itself: f → f.",
    ]
    assert answer.details == ["a → b → c → a", "f → f"]
    assert ask({"id": ["a", "b"]}, {"acyclic": ["composed-of", "aggregates"]}, model).said == []
    (said, _) = ask({"type": "node"}, {"acyclic": ["part-of", "aggregated-by"]}, model, {"message": "{id} {path}"}).said
    assert said == "model 4:32 a: a a → c → b → a"


LAYERS = {"layers": [{"layer": "business"}, {"layer": "application"}, [{"layer": "technology"}]], "via": "served-by"}
LAYERED = [
    "p: {type: business-process, served-by: [s, n]}",
    "s: {type: application-service}",
    "n: {type: technology-service, served-by: s}",
    GOAL,
]


def test_layers_finds_steps_upwards_and_past_a_layer(ask):
    every = {"not": {"type": "goal"}}
    answer = ask(every, LAYERS, elements(*LAYERED))
    assert answer.said == ["model 4:44 n: `n` (layer 3) served-by `s`, which lies above (layer 2)."]
    answer = ask(every, LAYERS | {"adjacent": "true"}, elements(*LAYERED))
    assert answer.said == [
        "model 2:46 p: `p` (layer 1) served-by `n` past a layer (layer 3).",
        "model 4:44 n: `n` (layer 3) served-by `s`, which lies above (layer 2).",
    ]
    assert answer.details == ["n--serves--p", "s--serves--n"]
    answer = ask(every, LAYERS, elements(*LAYERED), {"message": "{id} {number} {verb} {other} {expected}"})
    assert answer.said == ["model 4:44 n: n 3 served-by s 2"]


def test_layers_judges_no_element_whose_layer_is_undecided_and_no_step_to_it(ask):
    check = {"layers": [{"where": {"owner": "u"}}, {"where": {"owner": "v"}}], "via": "serves"}
    units = ["u: {type: business-actor}", "v: {type: business-actor}"]
    model = elements(f"a: {{{C}, serves: c}}", f"b: {{{C}, owner: v, serves: [a, c]}}", f"c: {{{C}, owner: u}}", *units)
    answer = ask({"type": "application-component"}, check, model)
    assert [one.split(" ", 2)[2] for one in answer.said] == ["b: `b` (layer 2) serves `c`, which lies above (layer 1)."]
    assert answer.undecided == 1


def test_a_relationship_on_which_another_ends_is_met_on_a_path(ask):
    model = elements(
        "a: {type: node, flows-to: {to: b, id: flow}}",
        "b: {type: node}",
        "d: {type: data-object, associated-with: flow}",
    )
    (said,) = ask({"id": "d"}, {"reaches": {"via": "associated-with", "to": {"id": "b"}}}, model).said
    assert said.endswith("leads from `d` to `{id: b}`: it only leads round over `flow`, `d`.")
    assert (
        len(ask({"id": "d"}, {"related": {"via": "associated-with"}}, model).said) == 1
    )  # no element is one step away
