from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

import eaframe
from eaframe import Workspace

Load = Callable[..., Workspace]


@pytest.fixture
def load(workspace: Callable[[Mapping[str, str]], Path]) -> Load:
    """Loads a workspace of these files (or of one model file), for all times unless said otherwise."""

    def loaded(files: Mapping[str, str] | str, as_of: str = "all") -> Workspace:
        given = {"model.yaml": files} if isinstance(files, str) else files
        return eaframe.load(workspace(given), as_of=as_of, today=20261123)

    return loaded
