"""Values of the model -> what people read: known, or one of the three ways of not knowing, each shown as such."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal

from eaframe.documents.addresses import safe_address
from eaframe.documents.dates import day_text, number_text, period_text
from eaframe.documents.edition import Edition, Link
from eaframe.metamodel.kinds import Attribute
from eaframe.metamodel.values import Evidence, History, NotApplicable, Unknown, Value

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from eaframe.model.elements import Element, Relationship

State = Literal["known", "unknown", "not-applicable", "missing"]
GRADES: Final = ("A", "B", "C", "K", "modelled")  # from the strongest

# The attributes that belong to no kind, with what they hold.
CORE: Final[Mapping[str, Attribute]] = {
    "owner": Attribute("owner", "reference", {}),
    "date": Attribute("date", "date", {}),
    "junction": Attribute("junction", "enum", {}),
    "mode": Attribute("mode", "enum", {}),
    "strength": Attribute("strength", "text", {}),
    "directed": Attribute("directed", "boolean", {}),
}


@dataclass(frozen=True, slots=True)
class Shown:
    """A value to be read: its parts (a list has several). Of an unknown one, who finds it out until when."""

    state: State
    parts: tuple[Link, ...] = ()
    by: Link | None = None
    until: str = ""
    overdue: bool = False
    note: str = ""


@dataclass(frozen=True, slots=True)
class Proof:
    """One piece of evidence; ``meaning`` says what the grade stands for."""

    grade: str
    meaning: str
    reference: Link | None
    note: str


@dataclass(frozen=True, slots=True)
class Then:
    """What held for a time; ``now`` where that is the day of the edition."""

    value: Shown
    period: str
    evidence: tuple[Proof, ...]
    now: bool


@dataclass(frozen=True, slots=True)
class Fact:
    """An attribute with its value of the day, and all its values where it changed over time."""

    name: str
    label: str
    value: Shown
    history: tuple[Then, ...] = ()


def shown(edition: Edition, value: Value, attribute: Attribute | None = None) -> Shown:
    """One value. ``attribute`` tells whether a text is an id or a date."""
    if value is None:
        return Shown("missing")
    if isinstance(value, Unknown):
        return Shown(
            "unknown",
            by=edition.link(value.by),
            until=day_text(edition.words, value.until_text),
            overdue=value.until < edition.today,
            note=edition.text(value.note),
        )
    if isinstance(value, NotApplicable):
        return Shown("not-applicable", note=edition.text(value.reason))
    if isinstance(value, History):
        return shown(edition, _held(edition, value), attribute)
    if isinstance(value, tuple):
        of = attribute.of if attribute else None
        return Shown("known", tuple(part for item in value for part in _parts(edition, item, of)))
    return Shown("known", (_plain(edition, value, attribute),))


def fact(edition: Edition, value: Value, attribute: Attribute) -> Fact:
    """An attribute of an element; ``value`` as the whole model has it."""
    history: tuple[Then, ...] = ()
    if isinstance(value, History):
        day = edition.sliced.model.as_of
        history = tuple(
            Then(
                shown(edition, one.value, attribute),
                period_text(edition.words, one.valid),
                proofs(edition, one.evidence),
                day is not None and one.valid.holds(day),
            )
            for one in value.values
        )
    return Fact(attribute.name, attribute_label(edition, attribute), shown(edition, value, attribute), history)


def facts(edition: Edition, subject: Element | Relationship) -> tuple[Fact, ...]:
    """The attributes that the whole model gives an element or relationship: the owner first, then as declared.

    What its kind requires and it does not have is among them, as missing.
    """
    declared = declared_attributes(edition, subject)
    values = subject.attributes
    names = [name for name in CORE if name in values and name not in declared]
    names += [name for name, one in declared.items() if name in values or one.required]
    return tuple(fact(edition, values.get(name), declared.get(name) or CORE[name]) for name in names)


def not_recorded(edition: Edition, subject: Element | Relationship) -> tuple[str, ...]:
    """The labels of the attributes that the kind offers and the element does not have."""
    declared = declared_attributes(edition, subject)
    absent = (one for name, one in declared.items() if name not in subject.attributes and not one.required)
    return tuple(attribute_label(edition, one) for one in absent)


def declared_attributes(edition: Edition, subject: Element | Relationship) -> Mapping[str, Attribute]:
    """The attributes that the kind of an element or relationship declares."""
    kind = edition.whole.model.kinds.get(subject.kind)
    return kind.attributes if kind else {}


def attribute_label(edition: Edition, attribute: Attribute) -> str:
    """The label of an attribute: as its kind declares it, else of the core ones the word for it."""
    return edition.declared(attribute.label) if attribute.label else edition.words(f"attribute-{attribute.name}")


def proofs(edition: Edition, evidence: Iterable[Evidence]) -> tuple[Proof, ...]:
    """Evidence with the titles of its references."""
    references = edition.whole.model.references
    found = []
    for one in evidence:
        reference = references.get(one.ref)
        title = edition.text(reference.title) if reference else one.ref
        link = Link(title, edition.places.references.get(one.ref, "")) if one.ref else None
        found.append(Proof(one.grade, edition.words(f"grade-{one.grade}"), link, edition.text(one.note)))
    return tuple(found)


def grades(evidence: Iterable[Evidence]) -> tuple[str, ...]:
    """The grades of evidence, each once, the strongest first."""
    found = {one.grade for one in evidence}
    return tuple(grade for grade in GRADES if grade in found)


def in_words(edition: Edition, value: Shown) -> str:
    """A value as one plain text, for where there is no room for more."""
    words = edition.words
    if value.state == "unknown" and value.by is not None:
        who = words("unknown-until", by=value.by.text, until=value.until)
        overdue = f", {words('overdue')}" if value.overdue else ""
        return f"{words('unknown')} ({who}{overdue})"
    if value.state == "not-applicable":
        return f"{words('not-applicable')} ({value.note})"
    if value.state == "missing":
        return words("missing")
    return ", ".join(part.text for part in value.parts)


def _held(edition: Edition, value: History) -> Value:
    """What a history says of the day; of all times, the latest."""
    day = edition.sliced.model.as_of
    return value.values[-1].value if day is None else value.at(day)


def _parts(edition: Edition, value: Value, attribute: Attribute | None) -> tuple[Link, ...]:
    one = shown(edition, value, attribute)
    return one.parts if one.state == "known" else (Link(in_words(edition, one)),)


def _plain(edition: Edition, value: Value, attribute: Attribute | None) -> Link:
    words = edition.words
    if isinstance(value, bool):
        return Link(words("true" if value else "false"))
    if isinstance(value, int | float):
        return Link(number_text(words, value))
    text = edition.text(value)
    type_ = attribute.type if attribute else "text"
    if type_ == "reference":
        return edition.link(text)
    if attribute is not None and text in attribute.words:
        return Link(edition.declared(attribute.words[text]))
    if type_ == "date":
        return Link(day_text(words, text))
    if type_ == "money":
        amount, _, currency = text.partition(" ")
        return Link(f"{number_text(words, amount)} {currency}")
    return Link(text, safe_address(text) if type_ == "text" else "")
