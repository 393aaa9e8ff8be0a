"""What a view says of the things of a model, in one language."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from eaframe.graph.attributes import value_of
from eaframe.metamodel.values import declared_in, text_in
from eaframe.views.bands import BANDS
from eaframe.views.words import COLUMNS, date_text, word

if TYPE_CHECKING:
    from collections.abc import Mapping

    from eaframe.graph import Graph
    from eaframe.metamodel.kinds import Attribute
    from eaframe.metamodel.values import Value
    from eaframe.model.elements import Element, Relationship

_DATES: Final = frozenset({"date", "valid-from", "valid-to"})


@dataclass(frozen=True, slots=True)
class Texts:
    """Names and values of a graph in the first of ``languages`` that has them."""

    graph: Graph
    languages: tuple[str, ...]

    @property
    def language(self) -> str:
        """The language of everything that the view says itself."""
        return self.languages[0]

    def word(self, key: str, **args: object) -> str:
        """A sentence or word of our own."""
        return word(key, self.language, **args)

    def text(self, value: Value) -> str:
        """A text of the model."""
        return text_in(value, *self.languages)

    def declared(self, text: str | Mapping[str, str]) -> str:
        """A text of a declaration in the first language that it has, English where it has none of them."""
        return declared_in(text, *self.languages)

    def name(self, id_: str) -> str:
        """The name of an element, its id where it has none."""
        element = self.graph.elements.get(id_)
        return (self.text(element.name) if element else "") or id_

    def type_label(self, subject: Element) -> str:
        """The label of its kind or type."""
        model = self.graph.model
        kind = model.kinds.get(subject.kind)
        return self.declared(kind.label if kind else model.metamodel.element_types[subject.type].label)

    def relationship_label(self, one: Relationship) -> str:
        """The label of its kind or type."""
        model = self.graph.model
        kind = model.kinds.get(one.kind)
        return self.declared(kind.label if kind else model.metamodel.relationship_types[one.type].label)

    def attribute_label(self, name: str) -> str:
        """What people call an attribute, a derived value or something that everything has."""
        if name in COLUMNS:
            return self.word(f"column-{name}")
        for kind in self.graph.model.kinds.values():
            if name in kind.attributes:
                return self.declared(kind.attributes[name].label) or name
            if name in kind.derived:
                return self.declared(kind.derived[name].label) or name
        return name

    def value(self, subject: Element | Relationship, name: str) -> str:
        """A value as people read it: "" where it is missing, unknown or not applicable."""
        return self.said(value_of(self.graph, subject, name), self.attribute(subject, name), name)

    def said(self, value: Value, attribute: Attribute | None, name: str) -> str:
        """A value of this attribute as people read it."""
        if isinstance(value, bool):
            return self.word("true" if value else "false")
        if isinstance(value, tuple):
            of = attribute.of if attribute else None
            return ", ".join(filter(None, (self.said(one, of, name) for one in value)))
        text = self.text(value)
        if attribute is not None and text in attribute.words:
            return self.declared(attribute.words[text])
        if name == "layer":
            return self.declared(BANDS[text]) if text in BANDS else text
        if name in _DATES or (attribute is not None and attribute.type == "date"):
            return date_text(text, self.language)
        is_reference = name in {"owner", "replaced-by"} or (attribute is not None and attribute.type == "reference")
        return self.name(text) if text and is_reference else text

    def attribute(self, subject: Element | Relationship, name: str) -> Attribute | None:
        """The attribute as the kind of a subject declares it."""
        kind = self.graph.model.kinds.get(subject.kind)
        return kind.attributes.get(name) if kind else None
