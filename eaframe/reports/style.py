"""How a report is written, apart from its format."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Style:
    """``workspace`` is its folder as seen from the repository's root: it tells the runs of several workspaces apart.

    ``include_waived`` lists waived findings too in formats that else only count them.
    """

    language: str = "en"
    colour: bool = False
    include_waived: bool = False
    workspace: str = ""
