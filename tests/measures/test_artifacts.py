"""What a model can feed of a framework: each artifact with exactly what it lacks."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eaframe.graph import Graph
from eaframe.measures.artifacts import Coverage, CoveredArtifact, cover
from eaframe.measures.frameworks import Artifact, ArtifactShape, Framework, FrameworkShape, Need, bundled_framework
from eaframe.model.load import load_model


def any_of(*types: str) -> Need:
    return Need.model_validate({"any-of": types})


def joined(source: str, verb: str, target: str) -> Need:
    return Need.model_validate({"relationship": verb.split(), "from": source.split(), "to": target.split()})


def framework(*needs: Need, drawn: bool = True) -> Framework:
    """A framework of one artifact."""
    shape = ArtifactShape.model_construct(name="A", kind="catalog", phases=("p",), viewpoint="layered", needs=needs)
    artifact = Artifact("a", shape, {"name": "A", "viewpoint": "layered"} if drawn else {})
    return Framework("f", FrameworkShape.model_construct(name="F", phases={"p": "P"}), (artifact,))


MODEL = """\
kinds:
  system: {base: application-component, label: System}
  export: {base: flows-to, label: Export}
elements:
  portal: {type: system, serves: citizen}
  register: {type: application-component}
  citizen: {type: business-actor}
  apply: {type: business-process, triggers: both}
  both: {type: junction, junction: and, triggers: decide}
  decide: {type: business-process}
relationships:
  - {from: portal, flows-to: register, kind: export}
"""
NEEDS = [
    (any_of("application-component"), True),
    (any_of("system"), True),
    (any_of("goal"), False),
    (any_of("goal", "business-actor"), True),
    (joined("application-component", "serves", "business-actor"), True),
    (joined("system", "serves", "business-actor"), True),
    (joined("business-actor", "serves", "application-component"), False),
    (joined("business-actor", "served-by", "application-component"), True),
    (joined("application-component", "realizes", "business-actor"), False),
    (joined("application-component", "realizes serves", "goal business-actor"), True),
    (joined("application-component", "flows-to", "application-component"), True),
    (joined("application-component", "export", "application-component"), True),
    (joined("application-component", "flows-to", "system"), False),
    (joined("application-component", "flows-from", "system"), True),
    (joined("business-process", "triggers", "business-process"), False),  # only through a junction
]


@pytest.mark.parametrize(("need", "is_met"), NEEDS, ids=str)
def test_a_need_is_met_by_an_element_or_a_relationship_of_the_model(graph_of, need, is_met):
    wanted = framework(need)
    (artifact,) = wanted.artifacts
    covered = CoveredArtifact(artifact, "drawable") if is_met else CoveredArtifact(artifact, "lacking", (need,))
    assert cover(wanted, graph_of(MODEL)) == Coverage(wanted, (covered,))


def test_everything_that_is_missing_is_told(graph_of):
    wanted = framework(*(need for need, _ in NEEDS))
    (covered,) = cover(wanted, graph_of(MODEL)).artifacts
    assert (covered.status, covered.missing) == ("lacking", tuple(need for need, is_met in NEEDS if not is_met))


def test_what_eaframe_does_not_draw_lacks_nothing(graph_of):
    wanted = framework(drawn=False)
    assert cover(wanted, graph_of(MODEL)).artifacts == (CoveredArtifact(wanted.artifacts[0], "not-drawn"),)


def test_what_a_library_has_counts(model_of):
    library = {
        "lib/eaframe.yaml": "eaframe: 1\nname: Lib\nnamespace: lib\n",
        "lib/a.yaml": "elements: {swift: {type: principle, name: Swift}}\n",
        "eaframe.yaml": "eaframe: 1\nname: T\nnamespace: t\nimports: [./lib]\n",
        "a.yaml": "elements: {a: {type: goal, influences: 'lib:swift'}}\n",
    }
    wanted = framework(any_of("principle"), joined("goal", "influences", "principle"))
    assert cover(wanted, Graph(model_of(library))).count("drawable") == 1


def test_a_relationship_that_ends_on_a_relationship_joins_no_elements(graph_of):
    model = (
        "elements: {a: {type: business-actor, assigned-to: [{to: r, id: duty}]}, r: {type: business-role},"
        " m: {type: meaning}}\nrelationships: [{from: m, associated-with: duty}]\n"
    )
    wanted = framework(joined("meaning", "associated-with", "business-actor business-role"))
    assert cover(wanted, graph_of(model)).count("lacking") == 1


def test_of_another_day_only_what_holds_then_counts(model_of):
    model = model_of("elements: {a: {type: goal, valid: {from: 2030}}}")
    wanted = framework(any_of("goal"))
    statuses = [cover(wanted, Graph(one)).artifacts[0].status for one in (model, model.at(20261123))]
    assert statuses == ["drawable", "lacking"]


def test_an_empty_model_feeds_nothing_of_togaf(graph_of):
    coverage = cover(bundled_framework("togaf"), graph_of(""))
    assert [coverage.count(status) for status in ("drawable", "lacking", "not-drawn")] == [0, 60, 6]


SAMPLE = """\
elements:
  unit: {type: business-actor, name: Unit, assigned-to: clerk}
  clerk: {type: business-role, name: Clerk}
  portal: {type: application-component, name: Portal, flows-to: register, accesses: dossier}
  register: {type: application-component, name: Register}
  dossier: {type: data-object, name: Dossier}
"""


def test_a_small_model_feeds_these_artifacts_of_togaf(graph_of):
    coverage = cover(bundled_framework("togaf"), graph_of(SAMPLE))
    assert [one.artifact.id for one in coverage.artifacts if one.status == "drawable"] == [
        "organization-actor-catalog",
        "role-catalog",
        "actor-role-matrix",
        "organization-map",
        "data-entity-data-component-catalog",
        "application-data-matrix",
        "data-dissemination-diagram",
        "application-portfolio-catalog",
        "interface-catalog",
        "application-interaction-matrix",
        "application-communication-diagram",
    ]


@pytest.fixture(scope="module")
def sample(tmp_path_factory):
    folder = tmp_path_factory.mktemp("sample")
    (folder / "eaframe.yaml").write_text("eaframe: 1\nname: S\nnamespace: s\n")
    (folder / "m.yaml").write_text(SAMPLE)
    return load_model(folder).model


@given(gone=st.sets(st.sampled_from(["unit", "clerk", "portal", "register", "dossier"])))
def test_a_smaller_model_never_feeds_more(sample, gone):
    elements = {id_: one for id_, one in sample.elements.items() if id_ not in gone}
    kept = {id_: one for id_, one in sample.relationships.items() if {one.source, one.target} <= elements.keys()}
    smaller = replace(sample, elements=elements, relationships=kept)
    togaf = bundled_framework("togaf")
    pairs = zip(cover(togaf, Graph(smaller)).artifacts, cover(togaf, Graph(sample)).artifacts, strict=True)
    assert all(set(more.missing) <= set(less.missing) for less, more in pairs)
