"""Everything about one element or relationship, on one screen."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from eaframe.documents.dates import period_text
from eaframe.documents.edition import Edition
from eaframe.documents.entries import about
from eaframe.documents.places import Places, layer_of
from eaframe.documents.values import Fact, Shown, facts, grades, in_words, not_recorded, proofs
from eaframe.documents.words import words_of
from eaframe.metamodel.values import History, Localized
from eaframe.model.elements import Element, Relationship
from eaframe.views.bands import BANDS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from eaframe.graph import Graph
    from eaframe.reports.report import Report, ReportedFinding


@dataclass(frozen=True, slots=True)
class Row:
    """A label with one or more lines."""

    label: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Neighbour:
    """One relationship, seen from one end: the other end, and what is said about the relationship."""

    id: str
    name: str
    about: str


@dataclass(frozen=True, slots=True)
class Card:
    """All that is known of a subject, in words of one language.

    ``names`` are by language, the one of the card first; ``what`` says kind, type, layer; ``note`` that it is not there
    at the day. ``neighbours`` are by verb, ``views`` ids with titles, ``where`` is the file with a line.
    """

    id: str
    names: tuple[tuple[str, str], ...]
    what: str
    where: str
    note: str
    documentation: str
    rows: tuple[Row, ...]
    neighbours: tuple[tuple[str, tuple[Neighbour, ...]], ...]
    hidden: str
    views: tuple[tuple[str, str], ...]
    findings: tuple[ReportedFinding, ...]
    titles: Mapping[str, str]


def card_edition(whole: Graph, sliced: Graph, report: Report, *, today: int, language: str) -> Edition:
    """An edition for cards: links lead to ids."""
    settings = whole.model.settings
    languages = tuple(dict.fromkeys((language or settings.languages[0], *settings.languages)))
    ids = {id_: id_ for id_ in whole.elements}
    places = Places(elements=ids, references={id_: id_ for id_ in whole.model.references})
    words = words_of(languages[0])
    return Edition(whole, sliced, (), (), report, today, languages, words, places, {})


def make_card(edition: Edition, id_: str, views: Iterable[tuple[str, str]], where: str) -> Card:
    """The card of an element or relationship of the whole model. ``where`` is the file (and line) that it is in."""
    element = edition.whole.elements.get(id_)
    subject = element or edition.whole.relationships[id_]
    there = id_ in edition.sliced.elements or id_ in edition.sliced.relationships
    graph = edition.sliced if there else edition.whole
    near = tuple(_neighbours(edition, graph, id_))
    number = len([*edition.whole.from_(id_), *edition.whole.to(id_)]) - sum(len(lines) for _, lines in near)
    words = edition.words
    said = {id_, *(one.id for one in (*edition.whole.from_(id_), *edition.whole.to(id_)))}
    return Card(
        id=id_,
        names=_names(edition, subject),
        what=_what(edition, subject),
        where=where,
        note="" if there else words("not-then", period=_life(edition, subject)),
        documentation=edition.text(subject.documentation),
        rows=tuple(_rows(edition, subject)),
        neighbours=near,
        hidden=words("other-times", number=number) if number else "",
        views=tuple(views),
        findings=tuple(one for one in edition.report.findings if one.subject in said),
        titles={key: words(key) for key in ("relations", "in-views", "findings", "documentation")},
    )


def _life(edition: Edition, subject: Element | Relationship) -> str:
    life = subject.valid if isinstance(subject, Element) else edition.whole.model.life(subject)
    return period_text(edition.words, life)


def _names(edition: Edition, subject: Element | Relationship) -> tuple[tuple[str, str], ...]:
    """The name in each language; of one that changed, that of the day, else the latest."""
    name = subject.name
    if isinstance(name, History):
        day = edition.sliced.model.as_of
        name = (name.at(day) if day is not None else None) or name.values[-1].value
    if isinstance(name, Localized):
        order = [*(one for one in edition.languages if one in name.texts), *sorted(name.texts)]
        return tuple((language, name.texts[language]) for language in dict.fromkeys(order))
    text = edition.text(name)
    return ((edition.whole.model.settings.languages[0], text),) if text else ()


def _what(edition: Edition, subject: Element | Relationship) -> str:
    kind, type_ = edition.kind(subject), edition.type(subject)
    said = [kind if kind == type_ else f"{kind} ({type_})"]
    if isinstance(subject, Element):
        layer = layer_of(edition.whole.model, subject)
        said.append(edition.declared(BANDS[layer]))
    library = subject.id.rpartition(":")[0] if isinstance(subject, Element) else subject.library
    if library:
        said.append(edition.words("of-library", name=library))
    return " · ".join(filter(None, said))


def _rows(edition: Edition, subject: Element | Relationship) -> Iterator[Row]:
    words = edition.words
    if isinstance(subject, Relationship):
        for key, end in (("from", subject.source), ("to", subject.target)):
            yield Row(words(key), (_named(edition, end),))
    if isinstance(subject.name, History):
        lines = (f"{period_text(words, one.valid)}: {edition.text(one.value)}" for one in subject.name.values)
        yield Row(words("name"), tuple(lines))
    for one in facts(edition, subject):
        yield Row(one.label, tuple(_fact(edition, one)))
    yield from _lines(words("validity"), [period_text(words, subject.valid)])
    if isinstance(subject, Element):
        yield from _lines(words("replaced-by"), [_named(edition, id_) for id_ in subject.replaced_by])
        former = [one.id for one in edition.whole.elements.values() if subject.id in one.replaced_by]
        yield from _lines(words("replaces"), [_named(edition, id_) for id_ in former])
    yield from _lines(words("evidence"), _evidence(edition, subject))
    yield from _lines(words("tags"), [", ".join(subject.tags)])
    if isinstance(subject, Element):
        yield from _lines(words("former-ids"), [", ".join(subject.aliases)])
        yield from _lines(words("folder"), [subject.folder])
    yield from _lines(words("visibility"), [words(f"visibility-{subject.visibility}")])
    yield from _lines(words("not-recorded"), [", ".join(not_recorded(edition, subject))])


def _lines(label: str, lines: Iterable[str]) -> Iterator[Row]:
    found = tuple(filter(None, lines))
    if found:
        yield Row(label, found)


def _fact(edition: Edition, one: Fact) -> Iterator[str]:
    """The value of an attribute; of one that changed over time every value with its time."""
    if not one.history:
        yield _value(edition, one.value)
    for then in one.history:
        proof = f" [{', '.join(grade.grade for grade in then.evidence)}]" if then.evidence else ""
        now = f" ← {edition.words('now')}" if then.now else ""
        yield f"{then.period or edition.words('period-always')}: {_value(edition, then.value)}{proof}{now}"


def _value(edition: Edition, value: Shown) -> str:
    """A value in words, references with their ids."""
    if value.state == "known":
        ids = edition.whole.elements
        return ", ".join(
            f"{part.text} ({part.href})" if part.href in ids and part.href != part.text else part.text
            for part in value.parts
        )
    if value.state != "unknown" or value.by is None:
        return in_words(edition, value)
    by = f"{value.by.text} ({value.by.href})" if value.by.href else value.by.text
    said = [edition.words("unknown-until", by=by, until=value.until)]
    said += [edition.words("overdue")] if value.overdue else []
    return f"{edition.words('unknown')}: {', '.join(said)}" + (f" – {value.note}" if value.note else "")


def _evidence(edition: Edition, subject: Element | Relationship) -> Iterator[str]:
    for one in proofs(edition, subject.evidence):
        source = f"{one.reference.text} ({one.reference.href})" if one.reference else one.meaning
        yield f"{one.grade}  {source}" + (f" – {one.note}" if one.note else "")


def _named(edition: Edition, id_: str) -> str:
    name = edition.name(id_)
    return id_ if name == id_ else f"{name} ({id_})"


def _neighbours(edition: Edition, graph: Graph, id_: str) -> Iterator[tuple[str, tuple[Neighbour, ...]]]:
    """The relationships in both directions by verb, in the metamodel's order."""
    types = edition.whole.model.metamodel.relationship_types
    found: dict[str, list[Neighbour]] = {}
    for one in graph.from_(id_):
        found.setdefault(types[one.type].verb, []).append(_neighbour(edition, one, one.target))
    for one in graph.to(id_):
        found.setdefault(types[one.type].inverse, []).append(_neighbour(edition, one, one.source))
    for verb in dict.fromkeys(verb for one in types.values() for verb in (one.verb, one.inverse)):
        if verb in found:
            yield edition.words(f"verb-{verb}"), tuple(sorted(found[verb], key=lambda one: (one.id, one.about)))


def _neighbour(edition: Edition, one: Relationship, other: str) -> Neighbour:
    said = [*about(edition, one), period_text(edition.words, one.valid), ", ".join(grades(one.evidence))]
    name = edition.name(other)
    return Neighbour(other, "" if name == other else name, " · ".join(filter(None, said)))
