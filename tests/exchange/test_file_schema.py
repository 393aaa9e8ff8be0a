"""The JSON Schema for editors accepts every valid model, in both drafts that they know, and finds typos."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft7Validator, Draft202012Validator

import eaframe
from eaframe.editing import schema

ROOT = Path(__file__).parents[2]
WORKSPACES = sorted(path.parent for top in ("examples", "models") for path in (ROOT / top).rglob("eaframe.yaml"))


def as_an_editor_reads(data: Any) -> Any:
    """Plain JSON values. PyYAML reads dates, and `off` as false, as YAML 1.1 did; editors read YAML 1.2."""
    if isinstance(data, dict):
        return {str(key): as_an_editor_reads(value) for key, value in data.items()}
    if isinstance(data, list):
        return [as_an_editor_reads(value) for value in data]
    if isinstance(data, dt.date):
        return data.isoformat()
    return data


@pytest.mark.parametrize("draft", [Draft7Validator, Draft202012Validator], ids=["draft-7", "draft-2020-12"])
@pytest.mark.parametrize("folder", WORKSPACES, ids=lambda folder: folder.name)
def test_every_valid_workspace_fits_the_schema_of_its_kinds(folder: Path, draft: Any) -> None:
    validator = draft(json.loads(schema(eaframe.load(folder, as_of="all", today=20261123))))
    problems = []
    for path in sorted(folder.rglob("*.yaml")):
        data = as_an_editor_reads(yaml.safe_load(path.read_text(encoding="utf-8")))
        problems += [(path.name, list(error.absolute_path), error.message) for error in validator.iter_errors(data)]
    assert problems == []


@pytest.mark.parametrize(
    "element",
    [
        {"type": "aplication-component", "name": "Unknown type"},
        {"type": "goal", "nmae": "Unknown key"},
        {"type": "goal", "name": "No junction", "junction": "or"},
        {"type": "goal", "name": "Unknown grade", "evidence": [{"grade": "D"}]},
        {"type": "goal", "name": {"fr": "Unknown language"}},
        {"name": "No type"},
    ],
    ids=lambda element: str(element.get("name", "typo")),
)
def test_a_typo_does_not_fit(element: dict[str, Any]) -> None:
    validator = Draft202012Validator(json.loads(schema()))
    assert validator.is_valid({"elements": {"fine": {"type": "goal", "name": "Fine"}}})
    assert not validator.is_valid({"elements": {"wrong": element}})


def test_the_schema_itself_is_valid_in_both_drafts() -> None:
    for draft in (Draft7Validator, Draft202012Validator):
        draft.check_schema(json.loads(schema()))


def test_an_editor_knows_the_icons_and_colours_of_kinds() -> None:
    validator = Draft202012Validator(json.loads(schema()))
    for look in ({"icon": "database"}, {"icon": "business-actor"}, {"colour": "teal"}):
        assert validator.is_valid({"kinds": {"k": {"base": "node", **look}}})
    for look in ({"icon": "databse"}, {"icon": "junction"}, {"colour": "heat-1"}):
        assert not validator.is_valid({"kinds": {"k": {"base": "node", **look}}})


def test_an_editor_knows_obligations_and_weights() -> None:
    validator = Draft202012Validator(json.loads(schema()))

    def kind(obligation: str) -> dict[str, Any]:
        attributes = {"x": {"type": "text", "obligation": obligation}}
        return {"kinds": {"k": {"base": "node", "attributes": attributes}}}

    def settings(completeness: dict[str, Any]) -> dict[str, Any]:
        return {"eaframe": 1, "name": "T", "namespace": "t", "completeness": completeness}

    assert validator.is_valid(kind("recommended"))
    assert not validator.is_valid(kind("recomended"))
    assert validator.is_valid(settings({"weights": {"owner": 3}, "types": {"goal": {"owner": 1}}}))
    for wrong in ({"weights": {"owners": 3}}, {"types": {"goal": {"owner": "much"}}}):
        assert not validator.is_valid(settings(wrong))


def test_a_list_may_change_over_time(workspace) -> None:
    kinds = (
        "kinds: {agency: {base: business-actor, attributes: {sector: {type: list, of: {type: enum, allowed: [a]}}}}}"
    )
    validator = Draft202012Validator(json.loads(schema(eaframe.load(workspace({"kinds.yaml": kinds}), today=20261123))))

    def fits(sector: Any) -> bool:
        return bool(validator.is_valid({"elements": {"x": {"type": "agency", "name": "X", "sector": sector}}}))

    assert fits([{"value": ["a"], "valid": {"to": "2020"}}, {"value": "a", "valid": {"from": "2021"}}])
    assert (fits(["a"]), fits(["b"]), fits([{"value": ["b"]}])) == (True, False, False)
