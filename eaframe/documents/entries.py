"""An element as people read it: what it is, since when, on which evidence, and how it relates to others."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from eaframe.documents.dates import period_text
from eaframe.documents.edition import Edition, Link
from eaframe.documents.values import Fact, Proof, fact, facts, grades, in_words, not_recorded, proofs
from eaframe.metamodel.kinds import Attribute
from eaframe.metamodel.values import History
from eaframe.model.fold import plain

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from eaframe.graph import Graph
    from eaframe.model.elements import Element, Relationship


@dataclass(frozen=True, slots=True)
class Line:
    """One relationship, seen from one end: the other end and what is said about the relationship."""

    other: Link
    kind: str
    about: tuple[str, ...] = ()
    period: str = ""
    grades: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Group:
    """The relationships of an element that one verb says."""

    verb: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """All about one element. ``type`` is empty where it says the same as ``kind``; ``documentation`` is Markdown."""

    id: str
    name: str
    kind: str
    type: str
    documentation: str
    period: str
    visibility: str
    facts: tuple[Fact, ...]
    not_recorded: tuple[str, ...]
    replaced_by: tuple[Link, ...]
    evidence: tuple[Proof, ...]
    relations: tuple[Group, ...]
    views: tuple[Link, ...]


def entry(edition: Edition, element: Element) -> Entry:
    """The entry of an element of the day; values over time are taken from the whole model."""
    whole = edition.whole.elements.get(element.id, element)
    kind, type_ = edition.kind(element), edition.type(element)
    default = edition.whole.model.settings.default_visibility
    words = edition.words
    return Entry(
        id=element.id,
        name=edition.text(element.name) or element.id,
        kind=kind,
        type="" if type_ == kind else type_,
        documentation=edition.text(element.documentation),
        period=period_text(words, element.valid),
        visibility="" if element.visibility == default else words(f"visibility-{element.visibility}"),
        facts=(*_former_names(edition, whole), *facts(edition, whole)),
        not_recorded=not_recorded(edition, whole),
        replaced_by=tuple(edition.link(id_) for id_ in element.replaced_by),
        evidence=proofs(edition, element.evidence),
        relations=relations(edition, edition.sliced, element),
        views=tuple(
            Link(view.title, edition.places.views.get(view.id, "")) for view in edition.views_with.get(element.id, ())
        ),
    )


def by_name(edition: Edition, elements: Iterable[Element]) -> list[Element]:
    """Elements in the order of their names, as a reader looks for them: whatever the case and the marks."""
    return sorted(elements, key=lambda one: (plain(edition.name(one.id)), edition.name(one.id), one.id))


def relations(edition: Edition, graph: Graph, element: Element) -> tuple[Group, ...]:
    """The relationships of an element in a graph, in both directions, grouped by verb in the metamodel's order."""
    found: dict[str, list[Line]] = {}
    types = edition.whole.model.metamodel.relationship_types
    for relationship in graph.from_(element.id):
        verb = types[relationship.type].verb
        found.setdefault(verb, []).append(_line(edition, relationship, relationship.target))
    for relationship in graph.to(element.id):
        verb = types[relationship.type].inverse
        found.setdefault(verb, []).append(_line(edition, relationship, relationship.source))
    order = list(dict.fromkeys(verb for one in types.values() for verb in (one.verb, one.inverse)))
    return tuple(
        Group(edition.words(f"verb-{verb}"), tuple(sorted(found[verb], key=_line_order)))
        for verb in order
        if verb in found
    )


def about(edition: Edition, relationship: Relationship) -> tuple[str, ...]:
    """What is said about a relationship besides its ends: its name, kind and attributes, each as one text."""
    said = [edition.text(relationship.name)]
    if relationship.kind:
        said.append(edition.kind(relationship))
    said += [f"{one.label}: {in_words(edition, one.value)}" for one in facts(edition, relationship)]
    return tuple(filter(None, said))


def _line(edition: Edition, relationship: Relationship, other: str) -> Line:
    element = edition.sliced.elements.get(other)
    return Line(
        other=edition.link(other),
        kind=edition.kind(element) if element else "",
        about=about(edition, relationship),
        period=period_text(edition.words, relationship.valid),
        grades=grades(relationship.evidence),
    )


def _line_order(line: Line) -> tuple[str, str, str, tuple[str, ...], str]:
    return (plain(line.other.text), line.other.text, line.other.href, line.about, line.period)


def _former_names(edition: Edition, whole: Element) -> tuple[Fact, ...]:
    """The names over time, where the name changed."""
    if not isinstance(whole.name, History):
        return ()
    label: Mapping[str, str] = {edition.language: edition.words("name")}
    return (fact(edition, whole.name, Attribute("name", "text", label)),)
