"""What hangs on by one neighbour only is peeled off, again and again: what is left, the core, decides the picture.

A leaf that comes or goes then changes nothing of the core, however many blocks there are: so pictures stay alike while
a model grows.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from eaframe.views.layered.arcs import Arc


@dataclass(frozen=True, slots=True)
class Twig:
    """A block outside the core, and its one neighbour that is nearer to the core."""

    id: str
    holder: str


def peel(ids: Iterable[str], arcs: Iterable[Arc]) -> tuple[frozenset[str], Sequence[Twig]]:
    """The core, and the twigs from the core outwards. A tree keeps the block in its middle as core."""
    near: dict[str, set[str]] = {id_: set() for id_ in ids}
    for arc in arcs:
        near[arc.upper].add(arc.lower)
        near[arc.lower].add(arc.upper)
    degrees = {id_: len(others) for id_, others in near.items()}
    rounds: list[list[Twig]] = []
    loose = sorted(id_ for id_, others in near.items() if len(others) == 1)
    while loose:
        off: list[Twig] = []
        for id_ in loose:
            holder = next(iter(near[id_]))
            pair = len(near[holder]) == 1  # the two in the middle of a tree: the busier one stays
            if not pair or (degrees[id_], holder) < (degrees[holder], id_):
                off.append(Twig(id_, holder))
        for twig in off:
            near[twig.holder].discard(twig.id)
            del near[twig.id]
        rounds.append(off)
        loose = sorted({twig.holder for twig in off if len(near.get(twig.holder, ())) == 1})
    return frozenset(near), _outwards([twig for off in reversed(rounds) for twig in off])


def _outwards(twigs: Sequence[Twig]) -> Sequence[Twig]:
    """By distance from the core, then by id; the holder of each comes before it in ``twigs``."""
    depths: dict[str, int] = {}
    for twig in twigs:
        depths[twig.id] = depths.get(twig.holder, 0) + 1
    return sorted(twigs, key=lambda twig: (depths[twig.id], twig.holder, twig.id))
