"""Box in box: which relationships a picture shows by drawing one box inside another (ArchiMate 3.2, 5.1).

A box is put inside another only where that makes the picture easier to read: it has one whole in the view, in the same
band, and the whole has few parts. All else is drawn as lines.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from eaframe.views.lines import Line

MOST_PARTS = 4  # boxes side by side in one; they may have lines of their own, so each must lie at the border
MOST_LEAVES = 9  # boxes in rows and columns in one, where none has a line of its own
MOST_DEPTH = 2  # boxes around a box


@dataclass(frozen=True, slots=True)
class Nesting:
    """The whole of each part, and the relationships that this shows."""

    parents: Mapping[str, str]
    shown: frozenset[str]


def nest(relationships: Sequence[Line], types: frozenset[str], bands: Mapping[str, str]) -> Nesting:
    """Choose what is drawn as box in box among ``relationships``, all of which have both ends in ``bands``."""
    parents = _parents(relationships, types, bands)
    busy = {end for one in relationships if not _inside(one, types, parents) for end in (one.source, one.target)}
    _drop_crowds(parents, busy)
    _drop_depth(parents)
    return Nesting(parents, frozenset(one.id for one in relationships if _inside(one, types, parents)))


def nest_all(relationships: Sequence[Line], types: frozenset[str], bands: Mapping[str, str]) -> Nesting:
    """Box in box wherever a part has one whole, however many or deep: for maps, which have no lines."""
    parents = _parents(relationships, types, bands)
    return Nesting(parents, frozenset(one.id for one in relationships if _inside(one, types, parents)))


def _parents(relationships: Sequence[Line], types: frozenset[str], bands: Mapping[str, str]) -> dict[str, str]:
    wholes: dict[str, set[str]] = {}
    for one in relationships:
        if one.type in types:
            wholes.setdefault(one.target, set()).add(one.source)
    parents: dict[str, str] = {}
    for part, whole in sorted(wholes.items()):
        only = next(iter(whole))
        if len(whole) == 1 and only != part and bands[only] == bands[part]:
            parents[part] = only
    _drop_cycles(parents)
    return parents


def _inside(one: Line, types: frozenset[str], parents: Mapping[str, str]) -> bool:
    return one.type in types and parents.get(one.target) == one.source


def _drop_cycles(parents: dict[str, str]) -> None:
    """Of parts that are in one another in a circle, the first stands outside."""
    done: set[str] = set()
    for start in sorted(parents):
        path: dict[str, None] = {}
        at = start
        while at in parents and at not in done and at not in path:
            path[at] = None
            at = parents[at]
        if at in path:
            steps = list(path)
            del parents[min(steps[steps.index(at) :])]
        done |= path.keys()


def _drop_crowds(parents: dict[str, str], busy: set[str]) -> None:
    """Where a whole has too many parts, none is inside: half of them would tell half of the story."""
    parts: dict[str, list[str]] = {}
    for part, whole in parents.items():
        parts.setdefault(whole, []).append(part)
    for inside in parts.values():
        leaves = all(part not in busy and part not in parts for part in inside)
        if len(inside) > (MOST_LEAVES if leaves else MOST_PARTS):
            for part in inside:
                del parents[part]


def _drop_depth(parents: dict[str, str]) -> None:
    for part in sorted(parents, key=lambda one: (len(_around(one, parents)), one)):
        if len(_around(part, parents)) > MOST_DEPTH:
            del parents[part]


def _around(part: str, parents: Mapping[str, str]) -> list[str]:
    """The boxes around a part, from the inside out; there are no circles left."""
    found: list[str] = []
    while part in parents:
        part = parents[part]
        found.append(part)
    return found
