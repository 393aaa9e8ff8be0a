"""Kinds as files name them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from eaframe.metamodel.kinds import Kind


def kind_by_name(kinds: Mapping[str, Kind], name: object) -> Kind | None:
    """A kind by its full name, or by a short one that only one kind of all libraries has."""
    if not isinstance(name, str):
        return None
    if name in kinds:
        return kinds[name]
    candidates = [id_ for id_ in kinds if id_.endswith(f":{name}")]
    return kinds[candidates[0]] if len(candidates) == 1 else None
