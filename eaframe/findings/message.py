"""A sentence for people: an English template with its values, so that it can be said in another language too.

The English template is the key of the translation (as in gettext). Values are put in last and never read as
templates, so a name with braces in it cannot change a sentence. A value that is itself said in words (``a list``) is a
message too, and is said in the language of the sentence around it.
"""

from __future__ import annotations

import functools
import json
import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

LANGUAGES = ("en", "vi")
PLACE = re.compile(r"{([a-z][a-z0-9_-]*)}")
LONGEST_VALUE = 240  # characters: a list of a dozen names fits; a model may hold a megabyte where an id is expected


@dataclass(frozen=True, slots=True)
class Message:
    """One sentence, or a part of one: ``template`` has ``{name}`` places that ``args`` fills.

    A sentence that comes from outside (a rule that a user wrote) has its own ``texts`` by language instead; in them
    every other brace is text.
    """

    template: str
    args: Mapping[str, Phrase]
    texts: Mapping[str, str] = field(default_factory=dict)

    def text(self, language: str = "en") -> str:
        """The sentence in ``language``; in English (or in what its own texts begin with) where there is none."""
        if self.texts:
            own = self.texts.get(language) or next(iter(self.texts.values()))
            return PLACE.sub(lambda place: self._filled(place, language), own)
        template = translations(language).get(self.template, self.template)
        return template.format_map({name: _said(value, language) for name, value in self.args.items()})

    def _filled(self, place: re.Match[str], language: str) -> str:
        name = place[1].replace("-", "_")
        return _said(self.args[name], language) if name in self.args else place[0]

    def __str__(self) -> str:
        return self.text()


Phrase = str | Message  # what is the same in every language, or what is said in each


def say(template: str, **args: object) -> Message:
    """Make a message of a template and its values."""
    return Message(
        template, {name: value if isinstance(value, Message) else str(value) for name, value in args.items()}
    )


@functools.cache
def translations(language: str) -> Mapping[str, str]:
    """Map each English template to its translation (empty for English)."""
    if language == "en":
        return {}
    path = Path(__file__).with_name(f"{language}.json")
    catalogue: dict[str, str] = json.loads(path.read_text(encoding="utf-8"))
    return catalogue


def _said(value: Phrase, language: str) -> str:
    if isinstance(value, Message):
        return value.text(language)
    return value if len(value) <= LONGEST_VALUE else value[: LONGEST_VALUE - 1] + "…"
