"""What holds for every model, however it is put together and whatever its texts hold."""

import json
import random
import tempfile
import unicodedata
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import eaframe
from eaframe.findings import Located
from eaframe.metamodel.archimate import load_metamodel

METAMODEL = load_metamodel()
IDS = [f"e{n}" for n in range(6)]
TYPES = st.sampled_from(["goal", "node", "application-component", "business-actor", "junction", "plateau", "gaol"])
VERBS = st.sampled_from(["serves", "served-by", "composed-of", "part-of", "associated-with", "triggers", "flows-from"])
DATES = st.sampled_from(["2016", "2017-06", "2017-06-30", "2018", "9999-12-31", "31/12/2017", ""])
PERIODS = st.fixed_dictionaries({}, optional={"from": DATES, "to": DATES})
# Texts that have broken programs: YAML's own words, markup, commands, controls, directions, several scripts.
HOSTILE = st.sampled_from(
    [
        *("no", "012", "1:30", "~", "=1+1", "{{7*7}}", "{x}", "%s", "<script>", "]]>", "\\N", "::error::", "../../x"),
        *("\u202e", "\x1b[31m", "\x00", "\ufeff", "e\u0301", "\u00e9", "Đất đai", "\U0001f600", "a" * 300, " ", "\n"),
    ]
)
TEXTS = st.one_of(HOSTILE, st.text(st.characters(codec="utf-8"), max_size=12))
TARGETS = st.one_of(st.sampled_from([*IDS, "e0--serves--e1", "e1--composed-of--e2", "nobody", "test:e1"]), TEXTS)
RELATIONSHIPS = st.one_of(
    TARGETS,
    st.lists(TARGETS, max_size=3),
    st.fixed_dictionaries({"to": TARGETS}, optional={"id": st.sampled_from(["r1", "r2", *IDS]), "valid": PERIODS}),
)
ANYTHING = st.recursive(
    st.one_of(st.none(), TEXTS), lambda inner: st.one_of(st.lists(inner), st.dictionaries(TEXTS, inner)), max_leaves=4
)
HISTORIES = st.lists(st.fixed_dictionaries({"value": TEXTS}, optional={"valid": PERIODS}), max_size=3)
ELEMENTS = st.fixed_dictionaries(
    {"type": TYPES, "name": st.one_of(TEXTS, HISTORIES)},
    optional={
        "documentation": TEXTS,
        "owner": st.one_of(TARGETS, st.just({"unknown": {"by": "e1", "until": "2020"}})),
        "valid": PERIODS,
        "replaced-by": TARGETS,
        "tags": ANYTHING,
        "evidence": ANYTHING,
        "aliases": ANYTHING,
        "date": DATES,
        "junction": st.sampled_from(["and", "or", "xor"]),
        "stray": ANYTHING,
    },
)
MODELS = st.dictionaries(
    st.sampled_from(IDS),
    st.builds(lambda element, said: {**element, **said}, ELEMENTS, st.dictionaries(VERBS, RELATIONSHIPS, max_size=3)),
    max_size=6,
)
# Models without a second place for one id or one relationship: which of two is the first depends on the order.
PLAIN = st.dictionaries(
    st.sampled_from(IDS),
    st.fixed_dictionaries(
        {"type": TYPES, "name": st.sampled_from(["A", "B", "Hòa", "Hoà"])},
        optional={
            "owner": st.sampled_from([*IDS, "nobody"]),
            "valid": st.fixed_dictionaries({}, optional={"from": st.just("2017"), "to": st.just("2020")}),
            "serves": st.sampled_from([*IDS, "nobody"]),
            "composed-of": st.sampled_from(IDS),
            "stray": st.just("x"),
        },
    ),
    min_size=1,
    max_size=6,
)


def keys_of(*names: str) -> st.SearchStrategy[dict[str, Any]]:
    """A mapping of known keys to values that mostly do not fit them."""
    value = st.one_of(st.sampled_from(["a", "k1", "node", "serves", "text", "integer", "1", "(?=a)", "2017"]), ANYTHING)
    return st.dictionaries(st.sampled_from(names), value, max_size=4)


ATTRIBUTES = keys_of("type", "label", "required", "default", "allowed", "min", "max", "pattern", "to", "of", "valid")
KINDS = st.one_of(
    keys_of("base", "extend", "label", "icon", "attributes"),
    st.fixed_dictionaries(
        {"base": st.sampled_from(["k1", "k2", "k3", "node", "flows-to", "nothing"])},
        optional={"attributes": st.dictionaries(st.sampled_from(["x", "owner", "serves"]), ATTRIBUTES, max_size=2)},
    ),
    st.fixed_dictionaries({"extend": st.sampled_from(["k1", "k2", "none"])}, optional={"attributes": ANYTHING}),
)
SETTINGS = keys_of(
    *("eaframe", "metamodel", "name", "namespace", "version", "effective", "data-cut-off", "languages", "imports"),
    *("exclude", "default-visibility", "severity", "history", "stray"),
)
FEW = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def judge(files: dict[str, Any], as_of: str = "today") -> tuple[Located, ...]:
    """The findings of a workspace of these files; JSON is YAML too."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        (root / "eaframe.yaml").write_text("eaframe: 1\nname: Law\nnamespace: test\n", encoding="utf-8")
        for name, content in files.items():
            text = content if isinstance(content, str) else json.dumps(content, ensure_ascii=False)
            (root / name).write_text(text, encoding="utf-8")
        return eaframe.load(root, as_of=as_of, today=20261123).findings


def said(findings: tuple[Located, ...]) -> list[tuple[str, str, str, str]]:
    """What is found, without where."""
    found = (one.finding for one in findings)
    return sorted((one.code, one.severity, one.subject, one.message.text()) for one in found)


@FEW
@given(MODELS, st.sampled_from(["today", "2017", "all"]))
def test_whatever_a_model_says_every_finding_has_a_place_and_its_sentences(model: dict, as_of: str):
    for one in judge({"model.yaml": {"elements": model}}, as_of):
        where = one.location
        assert where.line >= 1
        assert where.column >= 1
        assert (where.end_line, where.end_column) >= (where.line, where.column)
        for language in ("en", "vi"):
            assert one.finding.message.text(language)
            assert one.finding.hint.text(language)


@FEW
@given(ANYTHING)
def test_whatever_a_file_holds_it_is_read(content: Any):
    judge({"model.yaml": content if content is not None else ""})


@FEW
@given(
    st.sampled_from(["elements", "relationships", "kinds", "references", "views", "viewpoints", "documents"]), ANYTHING
)
def test_whatever_a_section_holds_it_is_read(section: str, content: Any):
    judge({"model.yaml": {section: content}, "more.yaml": {section: {"a": content}, "elements": {"b": content}}})


@FEW
@given(st.dictionaries(st.sampled_from(["k1", "k2", "k3", "node"]), KINDS, max_size=4))
def test_whatever_is_declared_as_kinds_elements_of_them_are_read(kinds: dict):
    elements = {f"of-{name}": {"type": name, "name": name, "x": "1", "serves": "of-k1"} for name in kinds}
    judge({"model.yaml": {"kinds": kinds, "elements": elements}})


@FEW
@given(SETTINGS)
def test_whatever_a_workspace_says_of_itself_it_is_read(own: dict):
    judge({"eaframe.yaml": own, "model.yaml": {"elements": {"a": {"type": "goal", "name": {"vi": "A"}}}}})


@FEW
@given(PLAIN, st.randoms(use_true_random=False))
def test_neither_the_order_of_elements_nor_of_keys_changes_a_finding(model: dict, shuffle: random.Random):
    items = [(id_, dict(shuffle.sample([*element.items()], len(element)))) for id_, element in model.items()]
    shuffle.shuffle(items)
    assert said(judge({"model.yaml": {"elements": dict(items)}})) == said(judge({"model.yaml": {"elements": model}}))


@FEW
@given(PLAIN, st.randoms(use_true_random=False))
def test_cutting_a_file_into_several_changes_only_file_and_line(model: dict, shuffle: random.Random):
    files: dict[str, dict[str, dict]] = {}
    for id_, element in model.items():
        files.setdefault(f"{shuffle.choice('xyz')}.yaml", {"elements": {}})["elements"][id_] = element
    assert said(judge(files)) == said(judge({"model.yaml": {"elements": model}}))


@FEW
@given(PLAIN)
def test_an_unrelated_element_removes_no_finding(model: dict):
    pair = {"other": {"type": "goal", "name": "X", "influences": "another"}, "another": {"type": "goal", "name": "Y"}}
    alone = said(judge({"model.yaml": {"elements": model}}))
    together = said(judge({"model.yaml": {"elements": model | pair}}))
    assert [row for row in alone if row not in together] == []


@FEW
@given(st.lists(st.sampled_from(["Hòa bình", "Hoà bình", "Đất đai", "Ứng dụng", "ký tự"]), min_size=1, max_size=4))
def test_composed_and_decomposed_letters_give_the_same_findings(names: list[str]):
    model = {f"e{n}": {"type": "goal", "name": name, "influences": name} for n, name in enumerate(names)}
    text = json.dumps({"elements": model}, ensure_ascii=False)
    found = [said(judge({"model.yaml": unicodedata.normalize(form, text)})) for form in ("NFC", "NFD")]
    assert [row for row in found[1] if row[0] != "SRC013"] == found[0]
