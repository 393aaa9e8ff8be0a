import pytest

from eaframe.views import read_views

MODEL = """\
kinds:
  system: {base: application-component, attributes: {state: {type: enum, allowed: [old, new]}, level: {type: integer}}}
elements:
  a: {type: system, name: A, state: old}
  b: {type: system, name: B, flows-to: a}
views:
  v:
    name: V
    viewpoint: VIEWPOINT
    KEYS
"""


def codes(graph_of, keys: str, viewpoint: str = "layered") -> list[tuple[str, str]]:
    findings = read_views(graph_of(MODEL.replace("VIEWPOINT", viewpoint).replace("KEYS", keys)).model)[1]
    return [(finding.code, str(finding.message)) for finding in findings]


@pytest.mark.parametrize(
    ("keys", "code"),
    [
        ("relationships: flow", "SEL006"),
        ("group-by: ownr", "SEL005"),
        ("colour-by: {attribute: levl}", "SEL005"),
        ("colour-by: {attribute: level, along: composed}", "SEL006"),
        ("colour-by: {count: {via: servd-by}}", "SEL006"),
        ("collapse: {type: systm}", "SEL002"),
    ],
)
def test_unknown_names_are_found_wherever_a_view_says_how_it_looks(graph_of, keys, code):
    assert [one for one, _ in codes(graph_of, keys)] == [code]


def test_a_colour_for_a_value_that_there_cannot_be_is_found(graph_of):
    ((_, message),) = codes(graph_of, "colour-by: {attribute: state, colours: {odl: red}}")
    assert "odl" in message


@pytest.mark.parametrize(
    "keys",
    [
        "colour-by: {}",
        "colour-by: {attribute: level, count: {via: flows-to}}",
        "colour-by: {count: {via: flows-to}, along: composed-of}",
        "colour-by: {attribute: level, roll-up: sum}",
        "colour-by: {attribute: state, steps: [1], colours: {old: red}}",
        "colour-by: {attribute: level, steps: [1, 2, 3, 4, 5]}",
        "colour-by: {attribute: state, colours: {old: crimson}}",
        "limit: 0",
        "levels: 10",
        "nest: [serves]",
    ],
)
def test_what_contradicts_itself_or_is_out_of_bounds_is_refused(graph_of, keys):
    assert len(codes(graph_of, keys)) == 1


@pytest.mark.parametrize(
    ("viewpoint", "keys"),
    [
        ("layered", "show: name"),
        ("application-map", "derive: true"),
        ("roadmap", "rows: {type: system}"),
        ("interface-list", "group-by: owner"),
        ("layered", "from: a"),
    ],
)
def test_a_key_that_the_layout_has_no_use_for_is_told(graph_of, viewpoint, keys):
    assert "VEW003" in [code for code, _ in codes(graph_of, keys, viewpoint)]


def test_what_a_viewpoint_cannot_be_drawn_without_is_asked_for(graph_of):
    assert codes(graph_of, "limit: 9", "any-matrix") == [
        ("VEW002", "A view of `any-matrix` needs `rows`."),
        ("VEW002", "A view of `any-matrix` needs `columns`."),
        ("VEW002", "A view of `any-matrix` needs `cell`."),
    ]
    assert codes(graph_of, "limit: 9", "neighbourhood") == [("VEW002", "A view of `neighbourhood` needs `scope`.")]


def test_no_relationship_is_drawn_where_none_is_named(view_of):
    assert view_of(MODEL.replace("VIEWPOINT", "layered").replace("KEYS", "relationships: []")).edges == ()
