"""Keys that nobody knows: misspelt ones, and texts that a comma cut in two.

In ``{vi: Sở Khoa học, Công nghệ, en: …}`` YAML reads ``Công nghệ`` as a key without a value. Nobody who does not know
YAML expects that, so whoever meets such a key tells its writer about quotes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from eaframe.findings.message import Message, say
from eaframe.findings.suggest import did_you_mean, nearest
from eaframe.sources.numbers import decimal_hint

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from eaframe.sources.document import Data

_MOST_KEYS = 100  # of a mapping; in one with more nobody looks for a text that was cut
QUOTES = "If the comma belongs to the text put the text in quotes: {text}."


def cut_off(data: Mapping[str, Data], known: Collection[str]) -> Mapping[str, str]:
    """Unknown keys without a value that follow a text.

    Each first of them has what should have been written, each following one nothing: they are one defect.
    """
    found: dict[str, str] = {}
    if len(data) > _MOST_KEYS:
        return found
    text = ""
    pieces: list[str] = []
    for key, value in data.items():
        if value is None and key not in known and pieces:
            pieces.append(key)
            found[key] = ""
            found[pieces[1]] = f'{text}: "{", ".join(pieces)}"'
        else:
            text, pieces = key, [value] if isinstance(value, str) else []
    return found


def hint_for_key(key: str, data: Mapping[str, Data], known: Collection[str]) -> Message | None:
    """What to do about an unknown key: the one that was probably meant, or quotes around a text with a comma."""
    cut = cut_off(data, known).get(key)
    near = _decimal(cut) if cut else None
    return near or did_you_mean(key, known) or (say(QUOTES, text=cut) if cut else None)


def _decimal(cut: str) -> Message | None:
    """What should have been written for a number that was cut at its decimal comma."""
    written = cut.partition(": ")[2].strip('"')
    return decimal_hint(written.replace(", ", ","))


def is_reported(key: str, data: Mapping[str, Data], known: Collection[str]) -> bool:
    """Whether an unknown key is a further piece of a text whose first piece was reported."""
    return cut_off(data, known).get(key) == ""


def misspelt(key: str, data: Mapping[str, Data], known: Collection[str]) -> str | None:
    """The unknown key of ``data`` that was probably meant to be ``key``, which is missing."""
    return next((one for one in data if one not in known and nearest(one, (key,))), None)
