"""One file, read: plain data, and where each piece of it stands."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from eaframe.findings.message import say

if TYPE_CHECKING:
    from eaframe.findings.message import Phrase
    from eaframe.sources.positions import Positions


class Refused:
    """Stands where a value was refused (an alias): the defect is reported, so nobody need miss the value."""

    def __repr__(self) -> str:
        return "REFUSED"


REFUSED: Final = Refused()

# Text stays as it was written: only the metamodel knows whether `012` is a number or a phone code. A plain
# `null`, `~` or nothing is None (YAML 1.2 core).
Data = str | None | Refused | dict[str, "Data"] | list["Data"]


@dataclass(frozen=True, slots=True)
class Document:
    """The content of a file. ``broken`` tells that something in it could not be read, so that it may define more."""

    data: Data
    positions: Positions
    broken: bool = False


def describe(found: object) -> Phrase:
    """What was found where something else was expected, for a sentence."""
    if found is None:
        return say("nothing")
    if isinstance(found, dict):
        return say("a mapping")
    if isinstance(found, list):
        return say("a list")
    return f"`{found}`"
