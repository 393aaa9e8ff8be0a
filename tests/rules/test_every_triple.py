"""Every relationship type between every two element types: accepted where the table has it, refused everywhere else."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from eaframe.graph import Graph
from eaframe.metamodel.archimate import load_metamodel
from eaframe.model.load import load_model
from eaframe.rules.builtin import builtin_rules
from eaframe.rules.run import run_rules

if TYPE_CHECKING:
    from pathlib import Path

METAMODEL = load_metamodel()
TYPES = [name for name in METAMODEL.element_types if name != "junction"]
VERBS = {name: type_.verb for name, type_ in METAMODEL.relationship_types.items()}
TRIPLES = [(source, name, target) for source in TYPES for name in VERBS for target in TYPES]


@pytest.fixture(scope="module")
def codes(tmp_path_factory: pytest.TempPathFactory) -> dict[str, set[str]]:
    """Per relationship of a workspace with all combinations: the codes of its findings.

    Each type stands twice, as a source and as a target, so that no relationship leads an element to itself.
    """
    folder: Path = tmp_path_factory.mktemp("triples")
    (folder / "eaframe.yaml").write_text("eaframe: 1\nname: All\nnamespace: all\n", encoding="utf-8")
    for source in TYPES:
        lines = ["elements:", f"  {source}: {{type: {source}, name: {source}, documentation: Of a source.}}"]
        lines += [
            f"  to-{source}: {{type: {source}, name: to {source}, documentation: Of a target.}}",
            "relationships:",
        ]
        lines += [f"  - {{from: {source}, {verb}: to-{target}}}" for verb in VERBS.values() for target in TYPES]
        (folder / f"{source}.yaml").write_text("\n".join(lines) + "\n", encoding="utf-8")
    loaded = load_model(folder)
    assert loaded.findings == ()
    assert len(loaded.model.relationships) == len(TRIPLES) == 60 * 11 * 60
    graph = Graph(loaded.model)
    found: dict[str, set[str]] = {}
    for finding in run_rules(builtin_rules(), graph, graph, today=20261123, views=()).findings:
        found.setdefault(finding.subject, set()).add(finding.code)
    return found


def _id(triple: tuple[str, str, str]) -> str:
    source, name, target = triple
    return f"{source}--{VERBS[name]}--to-{target}"


def test_exactly_the_triples_of_the_table_are_accepted(codes: dict[str, set[str]]) -> None:
    accepted = {triple for triple in TRIPLES if "REL001" not in codes.get(_id(triple), set())}
    assert accepted == {triple for triple in TRIPLES if METAMODEL.permission(*triple)}
    assert len(accepted) == 10_484


def test_exactly_the_derived_triples_are_mentioned_as_derived(codes: dict[str, set[str]]) -> None:
    mentioned = {triple for triple in TRIPLES if "REL002" in codes.get(_id(triple), set())}
    assert mentioned == {triple for triple in TRIPLES if METAMODEL.permission(*triple) == "derived"}


def test_no_relationship_gets_more_than_one_verdict(codes: dict[str, set[str]]) -> None:
    assert {_id(triple) for triple in TRIPLES if len(codes.get(_id(triple), set())) > 1} == set()
    assert {code for triple in TRIPLES for code in codes.get(_id(triple), ())} == {"REL001", "REL002"}
