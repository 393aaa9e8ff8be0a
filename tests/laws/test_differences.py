"""What holds for the difference of any two models."""

import copy
import json
from dataclasses import replace
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from eaframe.changes.content import content
from eaframe.changes.difference import Change, Difference, SectionDifference, apply, compare
from eaframe.findings import Place
from eaframe.metamodel.archimate import load_metamodel
from eaframe.metamodel.kinds import Attribute, Kind
from eaframe.metamodel.period import Period
from eaframe.metamodel.values import Dated, Evidence, History, Localized, NotApplicable, Unknown
from eaframe.model.elements import VISIBILITIES, Definition, Element, Reference, Relationship
from eaframe.model.model import Model
from eaframe.model.workspace_file import WorkspaceFile

METAMODEL = load_metamodel()
VERBS = {name: type_.verb for name, type_ in METAMODEL.relationship_types.items()}
IDS = st.sampled_from(["a", "b", "c", "d", "lib:x"])
WORDS = st.sampled_from(["", "x", "y", "Sở", "a", "true", "…", "\u202e\n"])
TEXTS = st.one_of(WORDS, st.dictionaries(st.sampled_from(["vi", "en"]), WORDS).map(Localized))
DATES = st.sampled_from(["", "2016", "2017-06", "2018-01-01"])
PERIODS = st.builds(lambda first, last: Period(1, 2, first, last), DATES, DATES)
EVIDENCE = st.lists(st.builds(Evidence, st.sampled_from(["", "r"]), st.sampled_from("ABK"), TEXTS), max_size=2).map(
    tuple
)
SIMPLE = st.one_of(
    TEXTS,
    st.integers(0, 1),
    st.booleans(),
    st.floats(0, 1),
    st.builds(Unknown, IDS, st.just(1), DATES, TEXTS),
    st.builds(NotApplicable, TEXTS),
    st.lists(st.one_of(WORDS, st.booleans(), st.integers(0, 1)), max_size=2).map(tuple),
)
VALUES = st.one_of(
    st.none(), SIMPLE, st.lists(st.builds(Dated, SIMPLE, PERIODS, EVIDENCE), max_size=2).map(tuple).map(History)
)
NAMES = st.one_of(
    st.none(), TEXTS, st.lists(st.builds(Dated, TEXTS, PERIODS, EVIDENCE), max_size=2).map(tuple).map(History)
)
ATTRIBUTES = st.dictionaries(st.sampled_from(["owner", "x", "y"]), VALUES, max_size=2)
TAGS = st.lists(WORDS, max_size=2).map(tuple)
ELEMENTS = st.builds(
    Element,
    id=st.just(""),
    type=st.sampled_from(["goal", "node", ""]),
    kind=st.sampled_from(["", "k"]),
    name=NAMES,
    documentation=NAMES,
    attributes=ATTRIBUTES,
    tags=TAGS,
    aliases=st.lists(IDS, max_size=2).map(tuple),
    folder=WORDS,
    valid=PERIODS,
    replaced_by=st.lists(IDS, max_size=1).map(tuple),
    evidence=EVIDENCE,
    visibility=st.sampled_from(VISIBILITIES),
    file=WORDS,
    key=WORDS,
)
RELATIONSHIPS = st.builds(
    Relationship,
    id=st.sampled_from(["", "", "", "r1", "r2"]),
    type=st.sampled_from(["association", "serving", "flow"]),
    kind=st.just(""),
    source=IDS,
    target=st.one_of(IDS, st.sampled_from(["a--associated-with--b", "b--associated-with--a", "a--serves--b", "r1"])),
    name=NAMES,
    documentation=st.none(),
    attributes=st.dictionaries(st.just("directed"), st.booleans(), max_size=1),
    tags=TAGS,
    valid=PERIODS,
    evidence=st.just(()),
    visibility=st.sampled_from(VISIBILITIES),
    file=WORDS,
    path=st.just(()),
)
DATA = st.recursive(
    st.one_of(st.none(), WORDS),
    lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(WORDS, inner, max_size=3)),
    max_leaves=6,
)
KINDS = st.builds(
    lambda attributes, icon: Kind("k", "goal", ("k", "goal"), False, {"vi": "K"}, {}, icon, attributes),
    st.dictionaries(
        st.sampled_from(["x", "y"]),
        st.builds(Attribute, st.just("x"), st.sampled_from(["text", "integer", "reference"]), st.just({})),
        max_size=2,
    ),
    WORDS,
)


def model(
    elements: dict[str, Element], relationships: list[Relationship], kind: Kind, views: dict[str, Any], name: Any
) -> Model:
    found = {}
    for one in relationships:
        id_ = one.id or f"{one.source}--{VERBS[one.type]}--{one.target}"
        mirrored = f"{one.target}--{VERBS[one.type]}--{one.source}"
        there = {one.source, one.target} <= elements.keys() | found.keys()
        if there and id_ not in found and not (one.type == "association" and mirrored in found):
            found[id_] = replace(one, id=id_)
    return Model(
        settings=WorkspaceFile.model_validate({"name": name, "namespace": "t", "languages": ["vi", "en"]}),
        metamodel=METAMODEL,
        kinds={"k": kind},
        elements={id_: replace(one, id=id_) for id_, one in elements.items()},
        relationships=found,
        references={"r": Reference("r", name)} if name else {},
        definitions={"views": tuple(Definition(id_, data, Place("")) for id_, data in views.items())},
        libraries={"lib": str(len(views))},
    )


# The parts of a model, put together only in the test: hypothesis prints what it is given, a metamodel too.
PARTS = st.tuples(
    st.dictionaries(IDS, ELEMENTS, max_size=4),
    st.lists(RELATIONSHIPS, max_size=4),
    KINDS,
    st.dictionaries(WORDS, DATA, max_size=2),
    WORDS,
)
FEW = settings(max_examples=150)


def mirrored(difference: Difference) -> Difference:
    """The same difference the other way round, where nothing was renamed."""
    return Difference(
        {
            name: SectionDifference(
                added=one.removed,
                removed=one.added,
                changed={
                    id_: tuple(Change(change.path, change.new, change.old) for change in changes)
                    for id_, changes in one.changed.items()
                },
            )
            for name, one in difference.sections.items()
        }
    )


def in_order(difference: Difference) -> Any:
    """For comparing: the order in which the changes of one thing are told depends on which side says more."""
    return {
        name: (one.added, one.removed, {id_: sorted(map(str, all_)) for id_, all_ in one.changed.items()})
        for name, one in difference.sections.items()
    }


def written(content_: Any) -> str:
    """For comparing: in Python 1 equals true."""
    return json.dumps(content_, sort_keys=True)


@FEW
@given(PARTS)
def test_a_model_does_not_differ_from_itself(parts: Any):
    assert compare(model(*parts), model(*copy.deepcopy(parts))) == Difference({})


@FEW
@given(PARTS, PARTS)
def test_a_difference_applied_to_the_first_model_gives_the_second(one: Any, other: Any):
    first, second = model(*one), model(*other)
    assert written(apply(compare(first, second), first)) == written(content(second))


@FEW
@given(PARTS, PARTS)
def test_the_difference_the_other_way_round_is_the_mirror_image(one: Any, other: Any):
    first, second = model(*one), model(*other)
    there, back = compare(first, second), compare(second, first)
    renamed = there.section("elements").renamed
    assert back.section("elements").renamed == {new: old for old, new in renamed.items()}
    if not renamed:
        assert in_order(back) == in_order(mirrored(there))
    assert {
        name: (len(found.added), len(found.removed), len(found.changed)) for name, found in back.sections.items()
    } == {name: (len(found.removed), len(found.added), len(found.changed)) for name, found in there.sections.items()}
