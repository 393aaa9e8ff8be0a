import json
import os
import subprocess
import sys

import pytest

import eaframe
from eaframe.exchange.json_export import model_to_json

SETTINGS = """\
eaframe: 1
name: {vi: Kiến trúc, en: Architecture}
namespace: city
version: "0.1"
effective: 2026-11
languages: [vi, en]
"""
MODEL = """\
kinds:
  system:
    base: application-component
    label: {vi: Hệ thống, en: System}
    attributes:
      level: {type: integer, min: 1, max: 5, label: Cấp độ}
      state: {type: enum, allowed: [on, off], label: Trạng thái}
      codes: {type: list, of: {type: text}, label: Mã}
elements:
  unit: {type: business-actor, name: Sở, documentation: S.}
  b:
    type: system
    name: {vi: Bê, en: Bee}
    documentation: |
      B.
    owner:
      - {value: unit, valid: {to: 2020}, evidence: [{ref: r, grade: A, note: N}]}
      - {value: unit, valid: {from: 2021}}
    level: {unknown: {by: unit, until: 2027-01, note: {vi: Chưa, en: Not yet}}}
    state: {not-applicable: Vì thế}
    codes: ["012", "1.10"]
    tags: [x]
    aliases: [old-b]
    folder: A/B
    valid: {from: 2016-07}
    visibility: restricted
    evidence: [{grade: modelled}]
    serves: [{to: unit, name: N, valid: {to: 2030}, id: the-serving}]
  a: {type: system, name: A, documentation: A., level: 3}
references:
  r: {title: Báo cáo, url: 'https://example.org', date: 2026}
views:
  all: {name: Tất cả, include: [{type: system}]}
"""


@pytest.fixture
def export(workspace):
    def make(model: str = MODEL, as_of: str = "all"):
        root = workspace({"eaframe.yaml": SETTINGS, "model.yaml": model})
        return json.loads(model_to_json(eaframe.load(root, as_of=as_of, today=20261123).model))

    return make


def test_an_export_says_its_schema_and_its_workspace(export) -> None:
    found = export()
    assert list(found) == [
        *("schema_version", "workspace", "kinds", "elements", "relationships", "references"),
        *("viewpoints", "views", "documents", "checklists", "indicators", "observations"),
    ]
    assert found["schema_version"] == 1
    assert found["workspace"] == {
        "name": {"text": {"en": "Architecture", "vi": "Kiến trúc"}},
        "namespace": "city",
        "version": "0.1",
        "effective": "2026-11",
        "data_cut_off": None,
        "languages": ["vi", "en"],
        "metamodel": "archimate-3.2",
        "as_of": None,
        "incomplete": False,
        "history": [],
    }


def test_elements_stand_by_id_with_every_way_of_knowing_told_apart(export) -> None:
    a, b, unit = export()["elements"]
    always = {"from": None, "to": None}
    assert (a["id"], a["attributes"], unit["id"]) == ("a", {"level": 3}, "unit")
    assert b == {
        "id": "b",
        "type": "application-component",
        "kind": "system",
        "own": True,
        "name": {"text": {"en": "Bee", "vi": "Bê"}},
        "documentation": "B.\n",
        "attributes": {
            "codes": ["012", "1.10"],
            "level": {"unknown": {"by": "unit", "until": "2027-01", "note": {"text": {"en": "Not yet", "vi": "Chưa"}}}},
            "owner": {
                "history": [
                    {
                        "value": "unit",
                        "valid": {"from": None, "to": "2020"},
                        "evidence": [{"ref": "r", "grade": "A", "note": "N"}],
                    },
                    {"value": "unit", "valid": {"from": "2021", "to": None}, "evidence": []},
                ]
            },
            "state": {"not_applicable": "Vì thế"},
        },
        "tags": ["x"],
        "aliases": ["old-b"],
        "folder": "A/B",
        "valid": {"from": "2016-07", "to": None},
        "replaced_by": [],
        "evidence": [{"ref": "", "grade": "modelled", "note": ""}],
        "visibility": "restricted",
        "file": "model.yaml",
    }
    assert a["valid"] == always


def test_relationships_references_and_views_are_told_too(export) -> None:
    found = export()
    assert found["relationships"] == [
        {
            "id": "the-serving",
            "type": "serving",
            "verb": "serves",
            "kind": "",
            "own": True,
            "source": "b",
            "target": "unit",
            "name": "N",
            "documentation": None,
            "attributes": {},
            "tags": [],
            "valid": {"from": None, "to": "2030"},
            "evidence": [],
            "visibility": "internal",
            "file": "model.yaml",
        }
    ]
    assert found["references"] == [
        {
            "id": "r",
            "title": "Báo cáo",
            "date": "2026",
            "url": "https://example.org",
            "publisher": "",
            "document": "",
            "note": "",
        }
    ]
    assert found["views"] == [{"id": "all", "definition": {"name": "Tất cả", "include": [{"type": "system"}]}}]


def test_a_kind_says_its_attributes(export) -> None:
    [system] = export()["kinds"]
    assert (system["id"], system["base"], system["type"], system["relationship"]) == (
        "system",
        "application-component",
        "application-component",
        False,
    )
    assert [(one["name"], one["type"]) for one in system["attributes"]] == [
        ("codes", "list"),
        ("level", "integer"),
        ("state", "enum"),
    ]


def test_of_a_day_an_export_holds_what_was_valid_then(export) -> None:
    found = export(as_of="2017-06-30")
    assert found["workspace"]["as_of"] == "2017-06-30"
    assert found["elements"][1]["attributes"]["owner"] == "unit"


def test_the_command_writes_the_same_bytes_whatever_the_seed(export, tmp_path) -> None:
    export()
    said = []
    for seed in ("1", "2"):
        command = [sys.executable, "-m", "eaframe", "export", "json", "-w", str(tmp_path), "--no-cache"]
        done = subprocess.run(command, capture_output=True, check=True, env={**os.environ, "PYTHONHASHSEED": seed})
        said.append(done.stdout)
    assert said[0] == said[1]
    assert json.loads(said[0])["schema_version"] == 1
    file = tmp_path / "out" / "model.json"
    subprocess.run([*command, "-o", str(file)], check=True)
    assert file.read_bytes() == said[0]


def test_an_unknown_format_is_a_usage_error_that_says_what_was_meant() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "eaframe", "export", "jsn"], capture_output=True, text=True, check=False
    )
    assert done.returncode == 2
    assert "`jsn` is no format; did you mean `json`?" in " ".join(done.stderr.split())


def test_indicators_and_what_was_recorded_are_exported_in_one_order(export) -> None:
    model = """\
indicators:
  it: {name: It, unit: points, formula: observed}
observations:
  - {indicator: it, date: 2021, value: 1.5, evidence: {grade: K}}
  - {indicator: it, date: 2020, value: 1, series: plan, evidence: {grade: K}}
  - {indicator: it, date: 2020, value: 2, evidence: {grade: K}}
"""
    found = export(model)
    assert found["indicators"] == [{"id": "it", "definition": {"name": "It", "unit": "points", "formula": "observed"}}]
    assert [(one["date"], one["value"], one.get("series")) for one in found["observations"]] == [
        ("2020", "2", None),
        ("2020", "1", "plan"),
        ("2021", "1.5", None),
    ]


def test_an_observation_that_is_none_is_left_out(export) -> None:
    assert export("observations: {a: nothing}\n")["observations"] == []
