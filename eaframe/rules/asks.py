"""Which rules ask something of a kind, as far as the types that they select tell."""

from __future__ import annotations

from typing import TYPE_CHECKING

from eaframe.graph.known import names_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from eaframe.metamodel.kinds import Kind
    from eaframe.model.model import Model
    from eaframe.rules.rule import Rule


def rules_on(model: Model, rules: Iterable[Rule], kind: Kind, day: int) -> tuple[Rule, ...]:
    """The rules of the workspace and its libraries that select the kind by its name or that of one of its bases.

    Only those whose basis holds on ``day`` (YYYYMMDD). Conditions may leave out some elements of the kind.
    """
    names = set(kind.lineage) | {id_.rpartition(":")[2] for id_ in kind.lineage}
    if kind.is_relationship:
        names.add(model.metamodel.relationship_types[kind.type].verb)
    written = {one.id: one.data for one in model.definitions.get("rules", ())}
    itself = {kind.id, kind.id.rpartition(":")[2]}
    found = []
    for rule in rules:
        data = written.get(rule.defect.code)
        select = data.get("select") if isinstance(data, dict) else None
        if rule.valid.holds(day) and any(_selects(one, kind, names, itself) for one in _each(select)):
            found.append(rule)
    return tuple(found)


def _each(select: object) -> Iterator[object]:
    yield from select if isinstance(select, list) else [select]


def _selects(select: object, kind: Kind, names: set[str], itself: set[str]) -> bool:
    if kind.is_relationship:
        return any(name in names for name, _ in names_of(select, "relationship", ()))
    return any(name in names for name, _ in names_of(select, "type", ())) or any(
        name in itself for name, _ in names_of(select, "exactly", ())
    )
