from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from eaframe.graph import Graph
from eaframe.model.load import load_model
from eaframe.views import View, build_view, read_views


@pytest.fixture
def view_of(workspace: Callable[[Mapping[str, str | bytes]], Path]) -> Callable[..., View]:
    """The view `v` of a model of one file."""

    def build(text: str, language: str = "", settings: str = "") -> View:
        files = {"model.yaml": text} | ({"eaframe.yaml": settings} if settings else {})
        model = load_model(workspace(files)).model
        return build_view(Graph(model), read_views(model)[0]["v"], language)

    return build
