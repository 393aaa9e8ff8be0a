"""What pages and documents are written from: the model, what was found in it, its pictures' content, one language."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from eaframe.documents.places import NOWHERE, Places, places_of, shown_elements
from eaframe.documents.words import Words, words_of
from eaframe.metamodel.values import declared_in, text_in
from eaframe.views import elements_shown

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from eaframe.graph import Graph
    from eaframe.metamodel.values import Value
    from eaframe.model.elements import Element, Relationship
    from eaframe.reports.report import Report
    from eaframe.views import View


@dataclass(frozen=True, slots=True)
class Link:
    """A text with the address that it leads to; without one it is only a text."""

    text: str
    href: str = ""


@dataclass(frozen=True, slots=True)
class Edition:
    """One edition: ``sliced`` is the model of the day, ``whole`` that of all times, ``today`` YYYYMMDD.

    ``elements`` are those to show, ``views_with`` the views that each appears in.
    """

    whole: Graph
    sliced: Graph
    elements: tuple[Element, ...]
    views: tuple[View, ...]
    report: Report
    today: int
    languages: tuple[str, ...]
    words: Words
    places: Places
    views_with: Mapping[str, tuple[View, ...]]

    @property
    def language(self) -> str:
        """The language of the edition."""
        return self.languages[0]

    def text(self, value: Value) -> str:
        """A text of the model in the language of the edition, as far as it has one."""
        return text_in(value, *self.languages)

    def declared(self, text: str | Mapping[str, str]) -> str:
        """A label or a setting: a text, or one per language."""
        return declared_in(text, *self.languages)

    def name(self, id_: str) -> str:
        """The name of an element (of the day, else of another), of a relationship the sentence that it says."""
        element = self.sliced.elements.get(id_) or self.whole.elements.get(id_)
        if element is not None:
            return self.text(element.name) or id_
        relationship = self.whole.relationships.get(id_)
        if relationship is None:
            return id_
        verb = self.words(f"verb-{self.verb(relationship)}")
        return f"{self.name(relationship.source)} {verb} {self.name(relationship.target)}"

    def link(self, id_: str) -> Link:
        """The name of an element or relationship, leading to where it is described."""
        relationship = self.whole.relationships.get(id_)
        at = id_ if relationship is None else relationship.source
        return Link(self.name(id_), self.places.elements.get(at, ""))

    def verb(self, relationship: Relationship) -> str:
        """How a model says the relationship from its source."""
        return self.whole.model.metamodel.relationship_types[relationship.type].verb

    def kind(self, subject: Element | Relationship) -> str:
        """The label of the kind, or of the type where there is no kind."""
        kind = self.whole.model.kinds.get(subject.kind)
        return self.declared(kind.label) if kind else self.type(subject)

    def type(self, subject: Element | Relationship) -> str:
        """The label of the ArchiMate type; empty for an unknown one."""
        metamodel = self.whole.model.metamodel
        if subject.type in metamodel.element_types:
            return self.declared(metamodel.element_types[subject.type].label)
        found = metamodel.relationship_types.get(subject.type)
        return self.declared(found.label) if found else ""


def make_edition(
    whole: Graph,
    sliced: Graph,
    views: Iterable[View],
    report: Report,
    *,
    today: int,
    language: str = "",
    with_places: bool = True,
) -> Edition:
    """An edition in ``language`` (default: the workspace's first). Without places nothing in it has an address."""
    settings = whole.model.settings
    languages = tuple(dict.fromkeys((language or settings.languages[0], *settings.languages)))
    views = tuple(views)
    views_with: dict[str, tuple[View, ...]] = {}
    for view in views:
        for id_ in sorted(elements_shown(view)):
            views_with[id_] = (*views_with.get(id_, ()), view)
    elements = shown_elements(sliced, views_with)
    places = places_of(whole.model, elements, (view.id for view in views)) if with_places else NOWHERE
    words = words_of(languages[0])
    return Edition(whole, sliced, elements, views, report, today, languages, words, places, views_with)
