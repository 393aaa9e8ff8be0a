from collections.abc import Callable, Mapping
from typing import Final

import pytest

import eaframe
from eaframe.graph import Graph
from eaframe.model.example import load_example
from eaframe.rules import Rule
from eaframe.rules.run import ShownView, run_rules
from eaframe.views import read_views
from eaframe.views.selection import select_elements

IMPORTS: Final = """\
eaframe: 1
name: T
namespace: test
imports: [vn-2017, vn-2026]
"""


@pytest.fixture(scope="module")
def libraries(tmp_path_factory: pytest.TempPathFactory) -> eaframe.Workspace:
    """A workspace that says nothing but that it imports the libraries of Vietnam."""
    folder = tmp_path_factory.mktemp("libraries")
    (folder / "eaframe.yaml").write_text(IMPORTS, encoding="utf-8")
    return eaframe.load(folder, today=20261123)


@pytest.fixture(scope="module")
def law(libraries: eaframe.Workspace) -> Mapping[str, Rule]:
    """The rules of the libraries, by code."""
    return {rule.defect.code: rule for rule in libraries.rules[0] if rule.defect.code.startswith("VN")}


@pytest.fixture(scope="module")
def finds(libraries: eaframe.Workspace, law: Mapping[str, Rule]) -> Callable[[str, str, int], list[str]]:
    """What one rule finds in a model on a day: the subjects, in their order."""

    def subjects(code: str, model: str, day: int) -> list[str]:
        loaded = load_example(libraries.loaded.model, model)
        assert [str(one.message) for one in loaded.findings if one.severity == "error"] == []
        whole, sliced = Graph(loaded.model), Graph(loaded.model.at(day))
        views = [ShownView(one, select_elements(sliced, one)) for one in read_views(loaded.model)[0].values()]
        found = run_rules([law[code]], whole, sliced, today=day, views=views)
        assert not found.failed
        return [str(one.subject) for one in found.findings]

    return subjects
