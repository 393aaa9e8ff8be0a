"""The frameworks that come with eaframe, and those that people write: what holds of them and what can be wrong."""

from collections import Counter
from dataclasses import replace

import pytest

from eaframe.findings import Place
from eaframe.graph.selector import Selector
from eaframe.measures.frameworks import (
    Artifact,
    ArtifactShape,
    Framework,
    FrameworkShape,
    Need,
    bundled_framework,
    bundled_frameworks,
)
from eaframe.metamodel.archimate import load_metamodel
from eaframe.model.elements import Definition
from eaframe.views import read_views
from eaframe.views.viewpoint import Viewpoint, read_viewpoints

TOGAF = bundled_framework("togaf")
ARTIFACTS = {one.id: one for one in TOGAF.artifacts}
DRAWN = [one.id for one in TOGAF.artifacts if one.view]


@pytest.fixture
def viewpoints(model_of) -> dict[str, Viewpoint]:
    return dict(read_viewpoints(model_of("elements: {a: {type: goal}}"))[0])


def test_togaf_is_there():
    assert bundled_frameworks() == ("togaf",)
    assert (TOGAF.id, TOGAF.shape.name, TOGAF.shape.edition) == ("togaf", "TOGAF", "9.2")


def test_togaf_has_17_catalogs_13_matrices_and_36_diagrams():
    assert Counter(one.shape.kind for one in TOGAF.artifacts) == {"catalog": 17, "matrix": 13, "diagram": 36}


def test_each_phase_has_as_many_artifacts_as_togaf_lists():
    listed = Counter(phase for one in TOGAF.artifacts for phase in one.shape.phases)
    assert listed == {
        "preliminary": 1,
        "a": 6,
        "b": 28,
        "c-data": 9,
        "c-application": 14,
        "d": 8,
        "e": 2,
        "requirements": 1,
    }
    assert [one.id for one in TOGAF.artifacts if len(one.shape.phases) > 1] == [
        "business-model-diagram",
        "business-capability-map",
        "value-stream-map",
    ]


def test_the_name_tells_the_kind_and_makes_the_id():
    for one in TOGAF.artifacts:
        name = one.shape.name["en"]
        assert name.rpartition(" ")[2] in {one.shape.kind, "map"}
        assert one.id == name.lower().replace("/", "-").replace(" ", "-")


def test_everything_is_said_in_both_languages():
    texts = [TOGAF.shape.documentation, *TOGAF.shape.phases.values()]
    for one in TOGAF.artifacts:
        texts += [text for text in (one.shape.name, one.shape.documentation, one.shape.reason) if text]
    for text in texts:
        assert text.keys() == {"vi", "en"}
        assert all(text.values())


def test_these_are_not_drawn():
    assert [one.id for one in TOGAF.artifacts if not one.view] == [
        "business-model-diagram",
        "product-lifecycle-diagram",
        "data-migration-diagram",
        "data-lifecycle-diagram",
        "enterprise-manageability-diagram",
        "software-engineering-diagram",
    ]


def test_what_is_drawn_has_a_viewpoint_that_there_is(viewpoints):
    asked_for = {one.shape.viewpoint for one in TOGAF.artifacts if one.view}
    assert asked_for <= viewpoints.keys()


@pytest.mark.parametrize("id_", DRAWN)
def test_what_is_drawn_needs_something_of_types_that_there_are(id_):
    types, verbs = load_metamodel().element_types, load_metamodel().verbs
    needs = ARTIFACTS[id_].shape.needs
    assert needs
    for need in needs:
        assert {*need.any_of, *need.from_, *need.to} <= types.keys()
        assert set(need.relationship) <= verbs.keys()
        assert "junction" not in {*need.any_of, *need.from_, *need.to}


@pytest.mark.parametrize("id_", DRAWN)
def test_archimate_allows_every_relationship_that_is_needed_from_and_to_each_type(id_):
    metamodel = load_metamodel()
    for need in ARTIFACTS[id_].shape.needs:
        allowed = [
            (start, verb, end)
            for start in need.from_
            for verb in need.relationship
            for end in need.to
            if _permission(metamodel, start, verb, end)
        ]
        assert {start for start, _, _ in allowed} == set(need.from_)
        assert {verb for _, verb, _ in allowed} == set(need.relationship)
        assert {end for _, _, end in allowed} == set(need.to)


def _permission(metamodel, start: str, verb: str, end: str) -> str:
    relationship, is_inverse = metamodel.verbs[verb]
    source, target = (end, start) if is_inverse else (start, end)
    return metamodel.permission(source, relationship.name, target)


@pytest.mark.parametrize("id_", DRAWN)
def test_the_viewpoint_permits_the_types_that_an_artifact_includes(id_, viewpoints):
    shape = ARTIFACTS[id_].shape
    types = viewpoints[shape.viewpoint].shape.types
    assert not types or {name for one in shape.include for name in one.type} <= set(types)


@pytest.mark.parametrize("id_", DRAWN)
def test_an_artifact_can_be_put_into_a_workspace_as_a_view(id_, model_of):
    artifact = ARTIFACTS[id_]
    model = model_of("elements: {a: {type: goal}}")
    views, findings = read_views(
        replace(
            model, definitions={"views": (Definition(id_, artifact.view, Place("togaf.yaml", ("artifacts", id_))),)}
        )
    )
    assert (list(views), findings) == ([id_], [])


OWN = """\
name: Ours
phases: {now: Now, later: {en: Later, vi: Sau này}}
artifacts:
  goals:
    name: Goals
    kind: catalog
    phases: now
    viewpoint: layered
    include: {type: goal}
    needs: [{any-of: goal}, {relationship: influences, from: goal, to: [goal, outcome]}]
  states: {name: States, kind: diagram, phases: [now, later], reason: Nothing has states.}
"""


def test_people_write_their_own(read):
    framework, findings = read(OWN)
    assert findings == []
    goals = ArtifactShape.model_construct(
        name="Goals",
        kind="catalog",
        phases=("now",),
        viewpoint="layered",
        include=(Selector(type=("goal",)),),
        needs=(
            Need.model_validate({"any-of": "goal"}),
            Need.model_validate({"relationship": "influences", "from": "goal", "to": ["goal", "outcome"]}),
        ),
    )
    states = ArtifactShape.model_construct(
        name="States", kind="diagram", phases=("now", "later"), reason="Nothing has states."
    )
    assert framework == Framework(
        "own",
        FrameworkShape.model_construct(
            name="Ours",
            phases={"now": "Now", "later": {"en": "Later", "vi": "Sau này"}},
            artifacts={"goals": goals, "states": states},
        ),
        (
            Artifact("goals", goals, {"name": "Goals", "viewpoint": "layered", "include": {"type": "goal"}}),
            Artifact("states", states, {}),
        ),
    )


def test_a_framework_may_name_kinds_of_the_workspace(read):
    kinds = "kinds: {mission: {base: goal, label: Mission}}\nelements: {a: {type: mission}}"
    framework, findings = read(OWN.replace("any-of: goal", "any-of: mission"), kinds)
    assert (framework is not None, findings) == (True, [])


GOALS = "artifacts/goals"


@pytest.mark.parametrize(
    ("right", "wrong", "code", "path", "message", "hint"),
    [
        ("kind: catalog", "kind: catalogue", "SRC019", f"{GOALS}/kind", "must be one of", "Did you mean"),
        ("phases: now", "phases: latr", "SRC019", f"{GOALS}/phases", "not `latr`", "Did you mean `later`?"),
        ("viewpoint: layered", "viewpoint: layerd", "VEW001", f"{GOALS}/viewpoint", "`layerd`", "`layered`"),
        ("type: goal", "type: gaol", "SEL002", f"{GOALS}/include/type", "`gaol`", "`goal`"),
        ("any-of: goal", "any-of: gaol", "SEL002", f"{GOALS}/needs/0/any-of", "`gaol`", "`goal`"),
        ("outcome]", "outcom]", "SEL002", f"{GOALS}/needs/1/to/1", "`outcom`", "`outcome`"),
        ("influences", "influence", "SEL006", f"{GOALS}/needs/1/relationship", "`influence`", "`influences`"),
        ("{any-of: goal}", "{any-of: goal, to: goal}", "SRC019", f"{GOALS}/needs/0", "must be either `any-of`", ""),
        ("include:", "incldue:", "SRC017", f"{GOALS}/incldue", "`incldue`", "`include`"),
        ("  goals:", "  Go als:", "SRC019", "artifacts/Go als", "lower-case letters", ""),
    ],
)
def test_what_is_wrong_is_found_at_its_place(read, right, wrong, code, path, message, hint):
    framework, (finding,) = read(OWN.replace(right, wrong, 1))
    assert framework is None
    assert (finding.code, "/".join(map(str, finding.at.path)), finding.at.file) == (code, path, "own.yaml")
    assert message in str(finding.message)
    assert hint in str(finding.hint)


@pytest.mark.parametrize(
    "need",
    ["{}", "{relationship: serves}", "{relationship: serves, from: goal}", "{from: goal, to: goal}"],
)
def test_half_a_need_is_none(read, need):
    framework, (finding,) = read(OWN.replace("{any-of: goal}", need))
    assert (framework, finding.code, finding.at.path) == (None, "SRC019", ("artifacts", "goals", "needs", 0))


@pytest.mark.parametrize(
    "more", ["viewpoint: layered", "needs: [{any-of: goal}]"], ids=["a viewpoint as well", "needs for nothing"]
)
def test_what_is_not_shown_has_a_reason_and_nothing_else(read, more):
    framework, (finding,) = read(OWN.replace("reason: Nothing has states.", f"reason: None., {more}"))
    assert (framework, finding.code, finding.at.path) == (None, "SRC019", ("artifacts", "states"))


@pytest.mark.parametrize("text", ["", "[]", "a: b", "name: N\nphases: {}\nartifacts: {}\n", "name: [", "\0", "a: &b 1"])
def test_a_file_that_is_no_framework_gives_findings_and_no_framework(read, text):
    framework, findings = read(text)
    assert framework is None
    assert findings


def test_what_is_wrong_elsewhere_in_the_workspace_is_not_told_of_the_framework(read):
    broken = (
        "elements: {a: {type: goal}}\nviewpoints: {v: {name: V, types: [gaol]}}\nviews: {w: {name: W, viewpoint: x}}"
    )
    framework, findings = read(OWN, broken)
    assert (framework is not None, findings) == (True, [])
