"""The tables of a site, as values: all elements, findings, references."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from eaframe.documents.addresses import safe_address
from eaframe.documents.dates import day_text, period_text
from eaframe.documents.edition import Edition, Link
from eaframe.documents.entries import by_name
from eaframe.documents.overview import Count, layers
from eaframe.documents.places import layer_of
from eaframe.documents.values import Fact, facts, grades

if TYPE_CHECKING:
    from collections.abc import Iterator

    from eaframe.metamodel.values import Evidence
    from eaframe.reports.report import ReportedFinding


@dataclass(frozen=True, slots=True)
class CatalogueRow:
    """An element in a table."""

    id: str
    name: Link
    kind: str
    layer: Count
    owner: Fact | None
    period: str
    grades: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FindingRow:
    """A finding in a table; ``subject`` leads to its element where there is one."""

    severity: str
    code: str
    message: str
    hint: str
    subject: Link
    location: str


@dataclass(frozen=True, slots=True)
class ReferenceRow:
    """A reference; ``href`` is its address where that may be a link."""

    id: str
    title: str
    href: str
    document: str
    publisher: str
    date: str
    note: str
    cited: int


def catalogue(edition: Edition) -> tuple[CatalogueRow, ...]:
    """All elements by name."""
    known = {count.key: count for count in layers(edition)}
    rows = []
    for one in by_name(edition, edition.elements):
        owner = next((fact for fact in facts(edition, one) if fact.name == "owner"), None)
        layer = known[layer_of(edition.whole.model, one)]
        period = period_text(edition.words, one.valid)
        rows.append(
            CatalogueRow(one.id, edition.link(one.id), edition.kind(one), layer, owner, period, grades(one.evidence))
        )
    return tuple(rows)


def finding_rows(edition: Edition) -> tuple[FindingRow, ...]:
    """All findings: the severe first, else in the order of files and lines."""
    rank = ("error", "warning", "info")
    ordered = sorted(edition.report.findings, key=lambda one: rank.index(one.severity))
    return tuple(_finding_row(edition, one) for one in ordered)


def reference_rows(edition: Edition) -> tuple[ReferenceRow, ...]:
    """All references by id, with how often evidence of the day names them."""
    cited = Counter(one.ref for one in _evidence(edition))
    return tuple(
        ReferenceRow(
            id=one.id,
            title=edition.text(one.title),
            href=safe_address(one.url),
            document=one.document,
            publisher=edition.text(one.publisher),
            date=day_text(edition.words, one.date),
            note=edition.text(one.note),
            cited=cited[one.id],
        )
        for one in edition.whole.model.references.values()
    )


def _finding_row(edition: Edition, one: ReportedFinding) -> FindingRow:
    known = one.subject in edition.whole.elements or one.subject in edition.whole.relationships
    subject = edition.link(one.subject) if known else Link(one.subject)
    return FindingRow(one.severity, one.code, one.message, one.hint, subject, f"{one.file}:{one.line}")


def _evidence(edition: Edition) -> Iterator[Evidence]:
    for element in edition.sliced.elements.values():
        yield from element.evidence
    for relationship in edition.sliced.relationships.values():
        yield from relationship.evidence
