from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from eaframe.graph import Graph
from eaframe.model.load import load_model
from eaframe.views import View, build_view, read_views

Write = Callable[[Mapping[str, str | bytes]], Path]


@pytest.fixture
def graph_of(workspace: Write) -> Callable[[str], Graph]:
    """The graph of a model of one file."""
    return lambda text: Graph(load_model(workspace({"model.yaml": text})).model)


@pytest.fixture
def view_of(graph_of: Callable[[str], Graph]) -> Callable[..., View]:
    """The view `v` of a model of one file."""

    def build(text: str, language: str = "") -> View:
        graph = graph_of(text)
        definitions, findings = read_views(graph.model)
        assert not findings
        return build_view(graph, definitions["v"], language)

    return build


@pytest.fixture(scope="session")
def five_element_model(tmp_path_factory: pytest.TempPathFactory):
    """A model that tests may take apart."""
    folder = tmp_path_factory.mktemp("five")
    (folder / "eaframe.yaml").write_text("eaframe: 1\nname: Five\nnamespace: five\n")
    (folder / "model.yaml").write_text(
        "elements:\n"
        "  portal: {type: application-component, name: Portal, composed-of: web}\n"
        "  web: {type: application-interface, name: Web}\n"
        "views: {v: {name: V}}\n"
    )
    return load_model(folder).model
