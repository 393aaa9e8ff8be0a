"""What a picture of changes says of each box and line besides what a view says."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Mapping

Mark = Literal["added", "removed", "changed"]


@dataclass(frozen=True, slots=True)
class Marks:
    """Boxes and lines by the ids of their elements and relationships; what has no mark is drawn faded."""

    nodes: Mapping[str, Mark]
    edges: Mapping[str, Mark]
