"""Any rules over any models: none crashes, and none depends on how files are written or on what else there is."""

from __future__ import annotations

import json
import tempfile
from pathlib import Path
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

import eaframe
from eaframe.rules.choice import Choice

TYPES = ["thing", "part", "goal", "application-component", "business-actor"]
IDS = ["a", "b", "c", "d", "e", "f"]
VERBS = ["composed-of", "part-of", "serves", "associated-with", "near", "flows-to"]
VALUES = {
    "level": ["1", "2", "3"],
    "text": ["x", "y", "{id}", "2020", " "],
    "since": ["2018", "2018-05", "2030-01-01"],
    "cost": ["1 VND", "2.5 VND", "3 USD"],
    "open": ["true", "false"],
}
KINDS = {
    "thing": {
        "base": "node",
        "attributes": {
            "level": {"type": "integer"},
            "text": {"type": "text"},
            "since": {"type": "date"},
            "cost": {"type": "money"},
            "open": {"type": "boolean"},
            "words": {"type": "list", "of": {"type": "text"}},
        },
        "derived": {
            "need": {"max-of": [{"attribute": "level"}, {"along": "composed-of", "attribute": "need"}]},
            "first": {"min-of": [{"attribute": "since"}, {"along": ["serves", "near"], "attribute": "since"}]},
        },
    },
    "part": {"base": "thing"},
    "near": {"base": "associated-with"},
}
NAMES = [*VALUES, "words", "need", "first", "owner", "name", "id", "tags", "valid-from", "documentation"]


def value(name: str) -> st.SearchStrategy[Any]:
    known = st.sampled_from(VALUES[name])
    unknown = st.sampled_from([{"unknown": {"by": "u", "until": "2030"}}, {"not-applicable": "none"}])
    history = st.tuples(known, known).map(
        lambda two: [{"value": two[0], "valid": {"to": "2019"}}, {"value": two[1], "valid": {"from": "2020"}}]
    )
    return known | unknown | history


def element(id_: str) -> st.SearchStrategy[dict[str, Any]]:
    thing = st.fixed_dictionaries(
        {"type": st.sampled_from(["thing", "part"]), "name": st.just(f"The {id_}")},
        optional={
            **{name: value(name) for name in VALUES},
            "words": st.lists(st.sampled_from("xyz"), min_size=1, max_size=2, unique=True),
            "owner": st.just("u"),
            "tags": st.just(["t"]),
            **{verb: st.sampled_from(IDS).map(lambda end: [end]) for verb in ("composed-of", "serves", "flows-to")},
        },
    )
    return thing | st.just({"type": "goal", "name": f"The {id_}"})


MODELS = st.fixed_dictionaries({id_: element(id_) for id_ in IDS})

CONDITIONS = st.one_of(
    st.sampled_from(["1", "x", "2018"]).map(lambda word: {"equals": word}),
    st.sampled_from(["1", "2018-03", "2 VND"]).map(lambda word: {"min": word}),
    st.sampled_from(["1", "x"]).map(lambda word: {"in": [word, "2"]}),
    st.sampled_from(["x", "2"]).map(lambda word: {"contains": word}),
    st.just({"starts-with": "2"}),
    st.just({"max-age": "P5Y"}),
    st.just({"max": {"as-of": "-P1Y"}}),
    st.sampled_from(["missing", "unknown", "not-applicable", "known"]).map(lambda state: {"is": [state]}),
    st.sampled_from(NAMES).map(lambda name: {"equals": {"attribute": name}}),
    st.tuples(st.sampled_from(NAMES), st.sampled_from(VERBS)).map(
        lambda two: {"min": {"attribute": two[0], "via": two[1]}}
    ),
)
WHERE = st.dictionaries(st.sampled_from(["text", "words", "name", "need", "owner"]), CONDITIONS, min_size=1, max_size=2)
SELECTORS: st.SearchStrategy[dict[str, Any]] = st.recursive(
    st.one_of(
        st.sampled_from(TYPES).map(lambda type_: {"type": type_}),
        WHERE.map(lambda where: {"where": where}),
        st.sampled_from([{"owner": "u"}, {"tag": "t"}, {"layer": "technology"}, {"id": ["a", "b"]}, {}]),
    ),
    lambda inner: st.one_of(
        st.lists(inner, min_size=1, max_size=2).map(lambda some: {"any": some}),
        st.lists(inner, min_size=1, max_size=2).map(lambda some: {"all": some}),
        inner.map(lambda one: {"not": one}),
        st.tuples(st.sampled_from(VERBS), inner).map(lambda two: {"related": {"via": two[0], "to": two[1]}}),
        st.tuples(st.sampled_from(VERBS), inner).map(lambda two: {"reaches": {"via": [two[0]], "to": two[1]}}),
    ),
    max_leaves=3,
)
HOPS = st.fixed_dictionaries({"via": st.sampled_from(VERBS)}, optional={"to": SELECTORS, "inverse": st.just("true")})
CHECKS = st.one_of(
    st.sampled_from(NAMES).map(lambda name: {"required": name}),
    st.sampled_from(["text", "name", "words"]).map(lambda name: {"allowed": name, "values": ["x", "2"]}),
    st.sampled_from(NAMES).map(lambda name: {"matches": name, "pattern": "[a-z]+"}),
    st.tuples(st.sampled_from(["text", "words", "need", "first", "owner"]), CONDITIONS).map(
        lambda two: {"attribute": two[0], **two[1]}
    ),
    st.sampled_from(NAMES).map(lambda name: {"unique": name, "per": "owner"}),
    st.tuples(HOPS, st.sampled_from([{}, {"max": 1}, {"of": "text"}, {"per": "level"}])).map(
        lambda two: {"related": two[0], **two[1]}
    ),
    HOPS.map(lambda hop: {"related": hop, "aggregate": "sum", "of": "cost", "max": 2}),
    HOPS.map(lambda hop: {"related": hop, "aggregate": "sum", "of": "level", "max": {"attribute": "level"}}),
    HOPS.map(lambda hop: {"unrelated": hop}),
    SELECTORS.map(lambda to: {"reaches": {"via": ["serves", "composed-of"], "to": to}}),
    HOPS.map(lambda hop: {"separate": [{"attribute": "owner"}, hop]}),
    st.lists(HOPS, min_size=1, max_size=3).map(lambda hops: {"chain": hops}),
    st.just({"acyclic": ["composed-of", "serves"]}),
    SELECTORS.map(lambda one: {"layers": [one, {"type": "thing"}], "via": ["serves"]}),
    st.sampled_from([{"min": "2"}, {"max": "1"}, {"max": "0"}]).map(lambda count: {"count": count, "per": "text"}),
)
RULES = st.lists(st.tuples(SELECTORS, CHECKS), min_size=1, max_size=4)

Row = tuple[str, str, str, str]


def load(files: dict[str, Any], as_of: str = "today") -> eaframe.Workspace:
    own = "eaframe: 1\nname: Law\nnamespace: law\ncode-prefixes: [LAW]\n"
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "eaframe.yaml").write_text(own, encoding="utf-8")
        for name, content in files.items():
            (Path(folder) / name).write_text(json.dumps(content), encoding="utf-8")
        loaded = eaframe.load(folder, today=20261123, as_of=as_of)
        loaded.judgement  # noqa: B018 - worked out before the files are gone
        return loaded


def found(loaded: eaframe.Workspace, choice: Choice | None = None) -> list[Row]:
    findings = loaded.judge(choice).findings
    every = ((one.code, one.subject, one.discriminator, one.message.text("vi")) for one in findings)
    return sorted(row for row in every if row[0].startswith(("LAW", "RUL")))


def written(rules: list[tuple[Any, Any]]) -> list[dict[str, Any]]:
    head = {"summary": "S.", "hint": "H."}
    return [
        {"code": f"LAW{number:03}", "name": f"law-{number}", **head, "select": select, "check": check}
        for number, (select, check) in enumerate(rules, 1)
    ]


UNIT = {"u": {"type": "business-actor", "name": "The u"}}


@settings(max_examples=60)
@given(MODELS, RULES, st.sampled_from(["today", "all", "2019"]))
def test_no_rule_crashes_and_each_is_judged_by_itself(model, rules, as_of) -> None:
    loaded = load({"m.yaml": {"kinds": KINDS, "elements": model | UNIT}, "r.yaml": {"rules": written(rules)}}, as_of)
    together = found(loaded)
    assert [row for row in together if row[0] == "RUL002"] == []
    codes = [rule.defect.code for rule in loaded.rules[0]]
    alone = [row for code in codes for row in found(loaded, Choice(select=(code,))) if row[0] == code]
    assert sorted(alone) == [row for row in together if row[0].startswith("LAW")]


@settings(max_examples=30)
@given(MODELS, RULES, st.randoms(use_true_random=False))
def test_findings_do_not_depend_on_the_order_of_files_elements_or_rules(model, rules, random) -> None:
    everything = model | UNIT
    expected = found(load({"m.yaml": {"kinds": KINDS, "elements": everything}, "r.yaml": {"rules": written(rules)}}))
    shuffled = written(rules)
    random.shuffle(shuffled)
    ids = list(everything)
    random.shuffle(ids)
    files = {
        "a.yaml": {"rules": shuffled},
        "b.yaml": {"elements": {id_: everything[id_] for id_ in ids[:3]}},
        "c.yaml": {"elements": {id_: everything[id_] for id_ in ids[3:]}, "kinds": dict(reversed(KINDS.items()))},
    }
    assert found(load(files)) == expected


# These ask how many there are in all, or for what nothing else is: any element may be what they look for.
WHOLE = ("count",)


@settings(max_examples=30)
@given(MODELS, RULES, st.sampled_from(["0first", "zlast"]))
def test_an_unrelated_element_removes_no_finding(model, rules, id_) -> None:
    asked = [(select, check) for select, check in rules if not any(word in check for word in WHOLE)]
    rest = {"r.yaml": {"rules": written(asked or [({}, {"required": "owner"})])}}
    before = found(load({"m.yaml": {"kinds": KINDS, "elements": model | UNIT}, **rest}))
    new = {id_: {"type": "grouping", "name": "A new one"}}
    after = found(load({"m.yaml": {"kinds": KINDS, "elements": model | UNIT}, "n.yaml": {"elements": new}, **rest}))
    assert {row[:2] for row in before} <= {row[:2] for row in after}
