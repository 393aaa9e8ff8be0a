"""What the parts of completeness are called: kinds, owners, attributes, layers, and what an element lacks."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from eaframe.metamodel.obligations import OBLIGATIONS
from eaframe.metamodel.period import day_text
from eaframe.metamodel.values import declared_in, text_in
from eaframe.reports.completeness_words import CORE, LAYERS, WORDS
from eaframe.views.words import date_text

if TYPE_CHECKING:
    from collections.abc import Mapping

    from eaframe.measures.completeness import Asked, By, Row
    from eaframe.measures.fallen import Pull
    from eaframe.model.model import Model


@dataclass(frozen=True, slots=True)
class Names:
    """The names in a model: ours in ``language``, its own in the first of ``languages`` that there is."""

    model: Model
    language: str
    languages: tuple[str, ...]

    @property
    def words(self) -> Mapping[str, str]:
        """Our words."""
        return WORDS[self.language]

    def element(self, id_: str) -> str:
        """The name of an element, "" where there is none of this id."""
        one = self.model.elements.get(id_)
        return text_in(one.name, *self.languages) if one else ""

    def of_part(self, part: Row | Pull, by: By) -> str:
        """What a row is called beside its key."""
        if by == "owner":
            state = part.state if part.state != "missing" else "none"
            return self.element(part.key) if state == "known" else self.words[state]
        if by == "layer":
            return LAYERS[part.key][self.language] if part.key in LAYERS else part.key
        if by == "kind":
            return self._kind(part.key)
        return self._attribute(part.key)

    def in_short(self, part: Row | Pull, by: By) -> str:
        """A part in one text: the name, and before it the key where that is what one types."""
        name = self.of_part(part, by)
        return "  ".join(dict.fromkeys(filter(None, (part.key, name)))) if by in {"owner", "attribute"} else name

    def of_pull(self, pull: Pull, by: str) -> str:
        """What a part is called that pulled the total down; ``by`` is kind, owner or element."""
        return self.element(pull.key) if by == "element" else self.of_part(pull, "kind" if by == "kind" else "owner")

    def core(self, key: str) -> str:
        """What every element is asked for."""
        return CORE[key][self.language]

    def lacking(self, asked: Asked) -> str:
        """What an element lacks: its label, the key where that is another word, and the obligation of an attribute."""
        if asked.attribute is None:
            label, more = self.core(asked.key), []
        else:
            label = declared_in(asked.attribute.label, *self.languages)
            more = [OBLIGATIONS[asked.attribute.obligation][self.language].lower()]
        if label != asked.key:
            more.insert(0, asked.key)
        if asked.unknown is not None:
            more = [asked.key] if label != asked.key else []
            more.append(f"{asked.unknown.by}, {date_text(day_text(asked.unknown.until), self.language)}")
        return f"{label} ({', '.join(more)})" if more else label

    def _kind(self, key: str) -> str:
        kind = self.model.kinds.get(key)
        if kind is not None:
            return declared_in(kind.label, *self.languages)
        type_ = self.model.metamodel.element_types.get(key)
        return declared_in(type_.label, *self.languages) if type_ else ""

    def _attribute(self, key: str) -> str:
        if key in CORE:
            return self.core(key)
        found = next((kind.attributes[key] for kind in self.model.kinds.values() if key in kind.attributes), None)
        return declared_in(found.label, *self.languages) if found else ""
