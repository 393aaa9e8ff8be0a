"""The first page, and what stands on every page: which model this is, how much is in it, how far to trust it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from eaframe.documents.dates import day_text, iso
from eaframe.documents.places import CATALOGUE, FINDINGS, UNKNOWNS, layer_of, layer_page, picture_of
from eaframe.documents.unknowns import open_questions
from eaframe.documents.values import GRADES, grades
from eaframe.views.bands import BANDS

if TYPE_CHECKING:
    from eaframe.documents.edition import Edition
    from eaframe.views import View


@dataclass(frozen=True, slots=True)
class Count:
    """A number with what it counts; ``key`` is the name of its colour, ``share`` a percentage of all."""

    key: str
    label: str
    number: int
    href: str = ""
    share: float = 0.0


@dataclass(frozen=True, slots=True)
class Headline:
    """What stands on every page: of which model, and of which day, this is an edition."""

    name: str
    version: str
    effective: str
    data_cut_off: str
    as_of: str
    incomplete: bool
    layers: tuple[Count, ...]


@dataclass(frozen=True, slots=True)
class VersionLine:
    """A line of the history of versions."""

    version: str
    date: str
    content: str
    basis: str
    affected: tuple[str, ...]
    unit: str


@dataclass(frozen=True, slots=True)
class ViewCard:
    """A view as the overview shows it."""

    title: str
    documentation: str
    href: str
    picture: str
    elements: int


@dataclass(frozen=True, slots=True)
class Overview:
    """The first page. Elements and relationships count own ones."""

    elements: int
    relationships: int
    layers: tuple[Count, ...]
    views: tuple[ViewCard, ...]
    findings: tuple[Count, ...]
    unknown: Count
    overdue: int
    evidence: tuple[Count, ...]
    history: tuple[VersionLine, ...]


def headline(edition: Edition) -> Headline:
    """The name of the model, its versions, its layers."""
    model = edition.sliced.model
    settings, words = model.settings, edition.words
    return Headline(
        name=edition.declared(settings.name) or settings.namespace,
        version=settings.version,
        effective=day_text(words, settings.effective or ""),
        data_cut_off=day_text(words, settings.data_cut_off or ""),
        as_of=words("all-times") if model.as_of is None else day_text(words, iso(model.as_of)),
        incomplete=model.incomplete,
        layers=layers(edition),
    )


def overview(edition: Edition) -> Overview:
    """The first page."""
    questions = open_questions(edition)
    words, severities = edition.words, ("error", "warning", "info")
    counted = [(one, edition.report.count(one)) for one in severities]
    return Overview(
        elements=len(edition.sliced.own_elements),
        relationships=len(edition.sliced.own_relationships),
        layers=layers(edition),
        views=tuple(_card(edition, view) for view in edition.views),
        findings=tuple(Count(one, words.count(f"{one}s", number), number, FINDINGS) for one, number in counted),
        unknown=Count("unknown", words("unknowns"), len(questions), UNKNOWNS),
        overdue=sum(1 for one in questions if one.overdue),
        evidence=_evidence(edition),
        history=versions(edition),
    )


def versions(edition: Edition) -> tuple[VersionLine, ...]:
    """The history of versions, as the workspace tells it."""
    return tuple(
        VersionLine(
            one.version,
            day_text(edition.words, one.date),
            edition.declared(one.content),
            edition.declared(one.basis),
            one.affected,
            one.unit,
        )
        for one in edition.whole.model.settings.history
    )


def layers(edition: Edition) -> tuple[Count, ...]:
    """The layers that have elements, from top to bottom; counted are the workspace's own."""
    shown = {layer_of(edition.whole.model, one) for one in edition.elements}
    own = Counter(layer_of(edition.whole.model, one) for one in edition.elements if one.is_own)
    return tuple(
        Count(layer, edition.declared(labels), own[layer], layer_page(layer))
        for layer, labels in BANDS.items()
        if layer in shown
    )


def _evidence(edition: Edition) -> tuple[Count, ...]:
    """Own elements by the strongest grade of their evidence; last those without any."""
    own, words = edition.sliced.own_elements, edition.words
    counted = Counter(next(iter(grades(one.evidence)), "none") for one in own)
    labels = {grade: words(f"grade-{grade}") for grade in GRADES} | {"none": words("no-evidence")}
    return tuple(
        Count(grade, label, counted[grade], CATALOGUE, round(100 * counted[grade] / len(own), 1))
        for grade, label in labels.items()
        if counted[grade]
    )


def _card(edition: Edition, view: View) -> ViewCard:
    page = edition.places.views[view.id]
    return ViewCard(view.title, view.documentation, page, picture_of(page), len(view.nodes))
