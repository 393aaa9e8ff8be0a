"""The words of pages and documents that no model holds, per language: data in ``templates/words.json``."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from eaframe.resources import resource

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

LANGUAGES = ("vi", "en")
_FALLBACK = "en"


@dataclass(frozen=True, slots=True)
class Words:
    """The words of one language by key."""

    language: str
    texts: Mapping[str, str]

    def __call__(self, key: str, **args: object) -> str:
        """The word, its ``{name}`` places filled. Raises KeyError for a key that does not exist."""
        text = self.texts[key]
        return text.format(**args) if args else text

    def count(self, key: str, number: int) -> str:
        """The word for so many: where a language tells one from several, ``KEY-one`` for one."""
        return self.texts[f"{key}-one" if number == 1 else key]


def words_of(language: str) -> Words:
    """The words of a language; in English where there are none in it."""
    return _read(resource("templates"), language if language in LANGUAGES else _FALLBACK)


@cache
def _read(folder: Path, language: str) -> Words:
    everything = json.loads((folder / "words.json").read_text(encoding="utf-8"))
    return Words(language, {key: texts[language] for key, texts in everything.items()})
