"""What holds of renaming in every model."""

import json
import tempfile
from pathlib import Path
from typing import Any

import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import eaframe
from eaframe.changes.rename import CannotRenameError
from eaframe.editing import rename

IDS = ["a", "b", "c", "on", "d-1"]
KINDS = {
    "system": {
        "base": "application-component",
        "attributes": {
            "operator": {"type": "reference"},
            "users": {"type": "list", "of": {"type": "reference"}},
            "remark": {"type": "text"},
        },
    },
    "link": {"base": "flows-to", "attributes": {"channel": {"type": "reference"}}},
}
ID = st.sampled_from(IDS)
SPELT = st.one_of(ID, ID.map(lambda id_: f"test:{id_}"))
UNKNOWN = st.fixed_dictionaries({"unknown": st.fixed_dictionaries({"by": SPELT, "until": st.just("2030")})})
REFERENCE = st.one_of(
    SPELT,
    UNKNOWN,
    SPELT.map(lambda id_: [{"value": id_, "valid": {"to": "2017"}}, {"value": "a", "valid": {"from": "2018"}}]),
)
TEXT = st.lists(
    st.sampled_from([*IDS, "[[a]]", "[[b|B]]", "[x](#c)", "`[[a]]`", "no", "'", '"', "#", "Đất"]), max_size=4
).map(" ".join)
ENDS = st.one_of(
    ID,
    st.lists(SPELT, max_size=2, unique=True),
    st.fixed_dictionaries({"to": SPELT}, optional={"id": st.sampled_from(["r1", "r2"]), "documentation": TEXT}),
    st.fixed_dictionaries({"to": ID, "kind": st.just("link"), "channel": REFERENCE}),
    st.sampled_from(["r1", "a--serves--b", "b--flows-to--c"]),
)
ELEMENT = st.fixed_dictionaries(
    {"type": st.sampled_from(["system", "goal"]), "name": st.sampled_from([*IDS, "A"])},
    optional={
        "documentation": st.one_of(TEXT, st.fixed_dictionaries({"en": TEXT})),
        "owner": REFERENCE,
        "operator": REFERENCE,
        "users": st.lists(SPELT, max_size=3),
        "remark": TEXT,
        "replaced-by": st.one_of(SPELT, st.lists(SPELT, max_size=2)),
        "serves": ENDS,
        "flows-to": ENDS,
        "associated-with": ENDS,
        "part-of": ENDS,
    },
)
SELECTOR = st.recursive(
    st.fixed_dictionaries({}, optional={"id": st.one_of(ID, st.lists(ID)), "owner": ID}),
    lambda inner: st.one_of(
        st.fixed_dictionaries({"any": st.lists(inner, max_size=2)}), st.fixed_dictionaries({"not": inner})
    ),
    max_leaves=4,
)
VIEW = st.fixed_dictionaries(
    {"name": ID, "include": st.lists(SELECTOR, max_size=2)}, optional={"scope": st.fixed_dictionaries({"id": ID})}
)
MODEL = st.fixed_dictionaries(
    {"elements": st.fixed_dictionaries(dict.fromkeys(IDS, ELEMENT)), "views": st.dictionaries(ID, VIEW, max_size=1)}
)
STYLE = st.sampled_from(["json", "block", "flow"])
FEW = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def write(root: Path, model: dict[str, Any], style: str) -> None:
    (root / "eaframe.yaml").write_text("eaframe: 1\nname: Law\nnamespace: test\n", encoding="utf-8")
    (root / "kinds.yaml").write_text(json.dumps({"kinds": KINDS}), encoding="utf-8")
    options = {"allow_unicode": True, "sort_keys": False, "default_flow_style": style == "flow"}
    dumper = type("NoAnchors", (yaml.SafeDumper,), {"ignore_aliases": lambda *_: True})
    text = json.dumps(model, ensure_ascii=False) if style == "json" else yaml.dump(model, Dumper=dumper, **options)
    (root / "model.yaml").write_text(text, encoding="utf-8")


def apply(root: Path, old: str, new: str) -> bool:
    try:
        _, plan = rename(root, old, new)
    except CannotRenameError:
        return False
    for name, content in plan.files.items():
        (root / name).write_bytes(content)
    return True


def codes(root: Path) -> list[str]:
    return sorted(one.code for one in eaframe.load(root, as_of="all").loaded.findings)


@FEW
@given(MODEL, STYLE)
def test_no_reference_is_left_behind_and_the_way_back_leads_to_the_same_bytes(model: dict[str, Any], style: str):
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        write(root, model, style)
        before, text = codes(root), (root / "model.yaml").read_bytes()
        assert apply(root, "a", "z")
        assert codes(root) == before
        renamed = eaframe.load(root, as_of="all").loaded.model
        assert renamed.elements["z"].aliases == ("a",)
        assert "a" not in renamed.elements
        assert apply(root, "z", "a")
        assert (root / "model.yaml").read_bytes() == text


@FEW
@given(MODEL, st.sampled_from(["r1", "r2"]))
def test_an_explicit_id_of_a_relationship_is_renamed_there_and_back(model: dict[str, Any], old: str):
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        write(root, model, "block")
        text = (root / "model.yaml").read_bytes()
        if apply(root, old, "r9"):
            assert apply(root, "r9", old)
        assert (root / "model.yaml").read_bytes() == text
