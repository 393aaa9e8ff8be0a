"""What the model knows that it does not know: every tracked unknown of the day, the most urgent first."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from eaframe.documents.dates import day_text
from eaframe.documents.values import CORE, attribute_label, declared_attributes
from eaframe.metamodel.values import Unknown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from eaframe.documents.edition import Edition, Link
    from eaframe.model.elements import Element, Relationship


@dataclass(frozen=True, slots=True)
class OpenQuestion:
    """One attribute of one element or relationship whose value somebody finds out until a day."""

    subject: Link
    attribute: str
    by: Link
    until: str
    overdue: bool
    note: str


def open_questions(edition: Edition) -> tuple[OpenQuestion, ...]:
    """In the order of their days, then of ids."""
    subjects: list[Element | Relationship] = [*edition.elements, *edition.sliced.relationships.values()]
    found = [
        (value.until, subject.id, name, _question(edition, subject, name, value))
        for subject in subjects
        if subject.is_own
        for name, value in _unknown_values(subject)
    ]
    return tuple(question for *_, question in sorted(found, key=lambda one: one[:3]))


def _unknown_values(subject: Element | Relationship) -> Iterator[tuple[str, Unknown]]:
    texts = {"name": subject.name, "documentation": subject.documentation}
    for name, value in (*texts.items(), *subject.attributes.items()):
        if isinstance(value, Unknown):
            yield name, value


def _question(edition: Edition, subject: Element | Relationship, name: str, value: Unknown) -> OpenQuestion:
    declared = declared_attributes(edition, subject).get(name) or CORE.get(name)
    return OpenQuestion(
        subject=edition.link(subject.id),
        attribute=attribute_label(edition, declared) if declared else edition.words(name),
        by=edition.link(value.by),
        until=day_text(edition.words, value.until_text),
        overdue=value.until < edition.today,
        note=edition.text(value.note),
    )
