"""An attribute of a kind in words: what it takes, how much is asked of it, and what else is to be known of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from eaframe.metamodel.obligations import OBLIGATIONS
from eaframe.metamodel.period import EARLIEST, LATEST
from eaframe.metamodel.values import declared_in
from eaframe.reports.kinds_words import WORDS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from eaframe.metamodel.kinds import Attribute

REQUIRED: Final = "required"
GROUPS: Final = (REQUIRED, *OBLIGATIONS)  # from what is asked most to what is asked least


def group_of(attribute: Attribute) -> str:
    """How much is asked of an attribute: one of GROUPS. Without one that is required a model has an error."""
    return REQUIRED if attribute.required else attribute.obligation


@dataclass(frozen=True, slots=True)
class AttributeWords:
    """Says what attributes are, in words of ``language``; labels in the first of ``languages`` that there is.

    ``library`` is that of the kind: what another one declares is said to be of that.
    """

    language: str
    languages: tuple[str, ...]
    library: str

    @property
    def _words(self) -> Mapping[str, str]:
        return WORDS[self.language]

    def obligation(self, attribute: Attribute) -> str:
        """How much is asked of it."""
        return self._words[REQUIRED] if attribute.required else OBLIGATIONS[attribute.obligation][self.language]

    def label(self, attribute: Attribute) -> str:
        """What people call it."""
        return declared_in(attribute.label, *self.languages)

    def documentation(self, attribute: Attribute) -> str:
        """What it is, on one line."""
        return " ".join(declared_in(attribute.documentation, *self.languages).split())

    def type(self, attribute: Attribute) -> str:
        """The type as files say it, with what bounds its values."""
        words = self._words
        if attribute.type == "list":
            return words["list"].format(type=self.type(attribute.of) if attribute.of else "text")
        if attribute.type == "reference" and attribute.to:
            return words["reference"].format(types=", ".join(attribute.to))
        if attribute.type == "pattern":
            return f"pattern {words['form'].format(pattern=attribute.pattern)}"
        return f"{attribute.type} {self._bounds(attribute)}".rstrip()

    def values(self, attribute: Attribute) -> str:
        """The allowed values, each with what people read for it; "" where anything of the type is."""
        allowed = attribute.of or attribute
        return ", ".join(self._value(allowed, value) for value in allowed.allowed)

    def more(self, attribute: Attribute) -> list[str]:
        """Its default, whether it can be unknown, when it is asked, and whose it is."""
        words, period = self._words, attribute.valid
        said = [] if attribute.default is None else [words["default"].format(value=attribute.default)]
        said += [] if attribute.unknown else [words["never-unknown"]]
        if (period.first, period.last) != (EARLIEST, LATEST):
            key = "until" if period.first == EARLIEST else "from" if period.last == LATEST else "from-to"
            said.append(words[key].format(first=period.first_text, last=period.last_text))
        if attribute.library != self.library:
            said.append(words["of-library"].format(name=attribute.library) if attribute.library else words["own"])
        return said

    def _value(self, attribute: Attribute, value: str) -> str:
        label = declared_in(attribute.words.get(value, ""), *self.languages)
        return f"{value} ({label})" if label and label != value else value

    def _bounds(self, attribute: Attribute) -> str:
        low, high = attribute.minimum, attribute.maximum
        if low is None and high is None:
            return ""
        key = "most" if low is None else "least" if high is None else "between"
        return self._words[key].format(low=f"{low or 0:g}", high=f"{high or 0:g}")
