"""The position of every key and value of a file, packed: about 20 bytes a node.

Nodes are numbered in document order (a mapping, then its first key, that key's value with all below it, the next key
...), so a path is found by walking down and skipping whole subtrees.
"""

from __future__ import annotations

from array import array
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Sequence


@dataclass(frozen=True, slots=True)
class Positions:
    """Three integers a node: first character, character after the last, and number of nodes of its subtree.

    ``keys`` holds the text of a node that is a mapping key, "" for a key that was refused, None for a value.
    """

    starts: array[int] = field(default_factory=lambda: array("I"))
    ends: array[int] = field(default_factory=lambda: array("I"))
    sizes: array[int] = field(default_factory=lambda: array("I"))
    keys: list[str | None] = field(default_factory=list)

    def children(self, node: int) -> dict[str | int, tuple[int, int]]:
        """Per key or list index below ``node``: its value's node and its key's node (-1 in a list)."""
        found: dict[str | int, tuple[int, int]] = {}
        end = node + self.sizes[node]
        child = node + 1
        index = 0
        while child < end:
            key = self.keys[child]
            if key is None:
                found[index] = (child, -1)
                index += 1
                child += self.sizes[child]
            else:
                found.setdefault(key, (child + 1, child))
                child += 1 + self.sizes[child + 1]
        return found


@dataclass(frozen=True, slots=True)
class PathFinder:
    """Finds paths in one file; remembers the mappings that it went through, as many findings share them."""

    positions: Positions
    seen: dict[int, dict[str | int, tuple[int, int]]] = field(default_factory=dict)

    def find(self, path: Sequence[str | int], part: Literal["key", "value"] = "value") -> tuple[int, int]:
        """First character and character after the last of what ``path`` names.

        A value that is a mapping or list under a key is shown by its key: a finding should underline a word, not a
        page. Where the path leads nowhere (a missing attribute) its nearest existing ancestor is taken.
        """
        positions = self.positions
        if not positions.starts:
            return (0, 0)
        node, key = 0, -1
        for step in path:
            if node not in self.seen:
                self.seen[node] = positions.children(node)
            below = self.seen[node].get(step)
            if below is None:
                part = "key"
                break
            node, key = below
        shown = key if key >= 0 and (part == "key" or positions.sizes[node] > 1) else node
        return (positions.starts[shown], positions.ends[shown])
