import pytest

from eaframe.findings import Place
from eaframe.graph import Graph, Selector, select
from eaframe.sources.shape import shape

FILES = {
    "eaframe.yaml": "eaframe: 1\nname: T\nnamespace: test\nimports: [./lib]\n",
    "lib/eaframe.yaml": "eaframe: 1\nname: L\nnamespace: lib\n",
    "lib/model.yaml": "kinds: {system: {base: application-component, label: S}}\nelements: {old: {type: system}}",
    "model.yaml": """
kinds:
  platform: {base: lib:system, label: P}
elements:
  a: {type: platform, tags: [x, y], owner: o}
  b: {type: lib:system, tags: [y]}
  c: {type: application-component}
  d: {type: node, owner: o}
  o: {type: business-actor}
""",
}


@pytest.fixture
def selected(graph_of):
    """The ids that a selector picks, written as in a file."""

    def ids(selector: dict) -> str:
        found, findings = shape(Selector, selector, Place("model.yaml"))
        assert findings == []
        return " ".join(element.id for element in select(graph_of(FILES), found))

    return ids


@pytest.mark.parametrize(
    ("selector", "ids"),
    [
        ({}, "a b c d lib:old o"),
        ({"type": "application-component"}, "a b c lib:old"),
        ({"type": "lib:system"}, "a b lib:old"),
        ({"type": "system"}, "a b lib:old"),
        ({"type": "platform"}, "a"),
        ({"type": ["platform", "node"]}, "a d"),
        ({"exactly": "application-component"}, "c"),
        ({"exactly": "system"}, "b lib:old"),
        ({"id": ["c", "lib:old", "none"]}, "c lib:old"),
        ({"namespace": "test"}, "a b c d o"),
        ({"namespace": "lib"}, "lib:old"),
        ({"layer": "technology"}, "d"),
        ({"layer": ["technology", "business"]}, "d o"),
        ({"tag": "y"}, "a b"),
        ({"tag": ["x", "z"]}, "a"),
        ({"owner": "o"}, "a d"),
        ({"owner": "o", "layer": "technology"}, "d"),
        ({"any": [{"tag": "x"}, {"layer": "business"}]}, "a o"),
        ({"all": [{"tag": "x"}, {"tag": "y"}]}, "a"),
        ({"not": {"type": "application-component"}}, "d o"),
        ({"tag": "y", "not": {"any": [{"id": "a"}]}}, "b"),
        ({"any": []}, "a b c d lib:old o"),
    ],
)
def test_every_key_of_a_selector_must_match_and_one_of_its_words_is_enough(selected, selector: dict, ids: str):
    assert selected(selector) == ids


@pytest.mark.parametrize(
    ("selector", "path", "part", "code"),
    [
        ({"tpye": "goal"}, ("tpye",), "key", "SRC017"),
        ({"any": [{"type": "goal"}, {"tags": "x"}]}, ("any", 1, "tags"), "key", "SRC017"),
        ({"not": {"not": {"x": "y"}}}, ("not", "not", "x"), "key", "SRC017"),
        ({"type": {"a": "b"}}, ("type",), "value", "SRC019"),
        ({"type": ["a", ["b"]]}, ("type", 1), "value", "SRC019"),
        ({"any": "x"}, ("any",), "value", "SRC019"),
    ],
)
def test_what_a_selector_cannot_have_is_one_finding_at_its_key(selector: dict, path: tuple, part: str, code: str):
    found, findings = shape(Selector, selector, Place("model.yaml", ("views", "v", "include")))
    assert found is None
    assert [(one.code, one.at) for one in findings] == [
        (code, Place("model.yaml", ("views", "v", "include", *path), part))
    ]


def test_a_selection_is_in_the_order_of_ids(graph_of):
    graph: Graph = graph_of("elements: {c: {type: goal}, a: {type: goal}, b: {type: goal}}")
    assert [element.id for element in select(graph, Selector())] == ["a", "b", "c"]
