from collections.abc import Callable, Mapping

import pytest

from eaframe.findings import Finding
from eaframe.graph import Graph
from eaframe.measures.frameworks import Framework, read_framework
from eaframe.model.model import Model
from eaframe.sources.files import read_file
from eaframe.sources.limits import Limits

Load = Callable[[Mapping[str, str] | str], Model]


@pytest.fixture
def graph_of(model_of: Load) -> Callable[[str], Graph]:
    """The graph of a model of one file."""
    return lambda text: Graph(model_of(text))


@pytest.fixture
def read(model_of: Load) -> Callable[..., tuple[Framework | None, list[Finding]]]:
    """A framework of one's own, read for a model of one file, with what is wrong in it."""

    def read_own(text: str, model: str = "elements: {a: {type: goal}}") -> tuple[Framework | None, list[Finding]]:
        return read_framework("own", read_file("own.yaml", text.encode(), Limits()), model_of(model))

    return read_own
