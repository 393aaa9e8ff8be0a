"""Every workspace under examples/ is complete: valid without a finding at any time, and its views can be drawn."""

from __future__ import annotations

from pathlib import Path

import pytest

import eaframe
from eaframe.diagrams import draw
from eaframe.model.fmt import formatted
from eaframe.rules.examples import run_examples
from eaframe.sources.limits import Limits

EXAMPLES = sorted(path.parent for path in (Path(__file__).parents[1] / "examples").rglob("eaframe.yaml"))


def name(folder: Path) -> str:
    return folder.name


@pytest.mark.parametrize("as_of", ["today", "all"])
@pytest.mark.parametrize("folder", EXAMPLES, ids=name)
def test_an_example_is_valid_without_any_finding(folder: Path, as_of: str) -> None:
    workspace = eaframe.load(folder, as_of=as_of, today=20261123)
    assert [(one.finding.code, one.location, str(one.finding.message)) for one in workspace.findings] == []


@pytest.mark.parametrize("folder", EXAMPLES, ids=name)
def test_each_view_of_an_example_can_be_drawn(folder: Path) -> None:
    workspace = eaframe.load(folder, today=20261123)
    for view in workspace.view_definitions[0]:
        assert draw(workspace.view(view)).startswith("<svg")


MODELS = sorted(path.parent for path in (Path(__file__).parents[1] / "models").rglob("eaframe.yaml"))


@pytest.mark.parametrize("folder", [*EXAMPLES, *MODELS], ids=name)
def test_each_rule_of_an_example_and_of_a_model_finds_what_its_bad_model_marks(folder: Path) -> None:
    workspace = eaframe.load(folder, as_of="all", today=20261123)
    rules = (rule for rule in workspace.rules[0] if rule.defined is not None)
    tested = (run_examples(rule, workspace.loaded.model, workspace.today) for rule in rules)
    assert [(one.rule.defect.code, one.problems) for one in tested if one.problems] == []


@pytest.mark.parametrize("folder", [*EXAMPLES, *MODELS], ids=name)
def test_what_we_publish_is_formatted(folder: Path) -> None:
    loaded = eaframe.load(folder, as_of="all").loaded
    contents = {file.name: formatted(file, loaded.model, Limits()) for file in loaded.files.values()}
    assert {name: new for name, new in contents.items() if new != loaded.files[name].content} == {}


def test_there_are_examples() -> None:
    assert [folder.name for folder in EXAMPLES] == [
        "model",
        "model",
        "five-elements",
        "gallery",
        "indicators",
        "city",
        "shared",
        "over-time",
        "own-kinds",
        "own-rules",
        "relationships",
    ]
