from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

import eaframe
from eaframe.graph import Graph


@pytest.fixture
def graph_of(workspace: Callable[[Mapping[str, str]], Path]) -> Callable[..., Graph]:
    """The graph of a workspace of these files (or of one model file), of all times unless a day is given."""

    def graph(files: Mapping[str, str] | str, as_of: str = "all") -> Graph:
        given = {"model.yaml": files} if isinstance(files, str) else files
        return eaframe.load(workspace(given), as_of=as_of, today=20261123).sliced

    return graph
