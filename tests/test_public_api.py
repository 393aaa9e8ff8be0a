"""What a Python program may rely on: the names in `eaframe.__all__`, and what a loaded workspace has."""

import networkx as nx
import pytest

import eaframe
from eaframe.sources.files import CannotOpenError

MODEL = """
elements:
  a: {type: goal, name: A, documentation: A., valid: {to: 2017}, influences: b}
  b: {type: goal, name: B, influences: c}
  c: {type: goal, name: C, documentation: C.}
  then: {type: plateau, name: T, documentation: T., date: 2016-07}
"""


def test_the_public_names_are_these():
    assert eaframe.__all__ == ["Workspace", "__version__", "load"]
    assert all(hasattr(eaframe, name) for name in eaframe.__all__)


def test_a_workspace_is_loaded_from_a_path_or_its_text(workspace):
    folder = workspace({"model.yaml": MODEL})
    for path in (folder, str(folder)):
        assert list(eaframe.load(path, today=20261123).model.elements) == ["b", "c", "then"]


@pytest.mark.parametrize(
    ("as_of", "ids"), [("2017", "a b c then"), ("then", "a b c then"), ("all", "a b c then"), ("2018", "b c then")]
)
def test_a_workspace_has_the_model_and_the_graph_of_a_day(workspace, as_of: str, ids: str):
    loaded = eaframe.load(workspace({"model.yaml": MODEL}), as_of=as_of, today=20261123)
    assert isinstance(loaded, eaframe.Workspace)
    assert " ".join(loaded.model.elements) == ids
    assert isinstance(loaded.graph, nx.MultiDiGraph)
    assert sorted(loaded.graph.nodes) == ids.split()
    assert sorted(loaded.graph.edges(keys=True)) == sorted(
        (one.source, one.target, one.id) for one in loaded.model.relationships.values()
    )


def test_a_workspace_has_its_findings_with_their_lines_in_the_order_of_the_file(workspace):
    (first, second) = eaframe.load(workspace({"model.yaml": MODEL}), today=20261123).findings
    assert (first.finding.code, first.finding.subject, first.location.line, first.source_line) == (
        "CPL002",
        "b",
        4,
        "  b: {type: goal, name: B, influences: c}",
    )
    assert (second.finding.code, second.finding.subject) == ("CPL003", "then")


def test_loading_reads_the_clock_only_where_no_day_is_given(workspace):
    loaded = eaframe.load(workspace({"model.yaml": MODEL}))
    assert loaded.today > 20260101
    assert loaded.as_of == loaded.today


def test_a_folder_without_a_workspace_is_said_to_be_none(tmp_path):
    with pytest.raises(CannotOpenError, match=r"no eaframe\.yaml there"):
        eaframe.load(tmp_path)


def test_a_day_that_is_none_is_a_value_error(workspace):
    with pytest.raises(ValueError, match="`never` is not a date"):
        eaframe.load(workspace({"model.yaml": MODEL}), as_of="never")
