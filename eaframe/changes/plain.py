"""Typed values as plain data for comparing: mappings where a part can change on its own, lists where order tells."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import MISSING, fields
from typing import TYPE_CHECKING, Final

from eaframe.metamodel.kinds import Attribute, Term
from eaframe.metamodel.period import Period
from eaframe.metamodel.values import Evidence, History, Localized, NotApplicable, Unknown, Value

if TYPE_CHECKING:
    from collections.abc import Iterable

    from eaframe.metamodel.kinds import Derivation, Kind

Plain = None | str | int | float | bool | Sequence["Plain"] | Mapping[str, "Plain"]  # lists and dicts
Item = dict[str, Plain]
_AS_WRITTEN: Final = {"minimum": "min", "maximum": "max", "said_obligation": "obligation"}
_LARGEST: Final = 1e15  # whole numbers up to it are written without a point


class Writer:
    """Writes the values of one model; ``ids`` gives the ids that are called otherwise for comparing."""

    def __init__(self, language: str, kinds: Mapping[str, Kind], ids: Mapping[str, str]) -> None:
        self.language = language
        self.kinds = kinds
        self.ids = ids

    def reference(self, id_: str) -> str:
        """An id as it is called for comparing."""
        return self.ids.get(id_, id_)

    def attributes(self, attributes: Mapping[str, Value], kind: str) -> Item:
        """All attributes of an element or relationship of a kind, or of none."""
        declared = self.kinds[kind].attributes if kind in self.kinds else {}
        found: Item = {}
        for name, value in sorted(attributes.items()):
            attribute = declared.get(name)
            found[name] = self.value(
                value,
                is_text=attribute is not None and attribute.type == "text",
                is_reference=is_reference(name, attribute),
            )
        return found

    def value(self, value: Value, *, is_text: bool = False, is_reference: bool = False) -> Plain:
        """A value; a plain text as that in the first language, a history by its periods."""
        if isinstance(value, History):
            found: Item = {}
            for dated in value.values:
                written = self.value(dated.value, is_text=is_text, is_reference=is_reference)
                if dated.evidence:
                    written = {"value": written, "evidence": self.evidence(dated.evidence)}
                found[free(_in_short(dated.valid), found)] = written
            return found
        if isinstance(value, Unknown):
            said: Item = {"by": self.reference(value.by), "until": value.until_text}
            if value.note:
                said["note"] = text(value.note, self.language)
            return {"unknown": said}
        if isinstance(value, NotApplicable):
            return {"not-applicable": text(value.reason, self.language)}
        if isinstance(value, tuple):
            return [self.value(item, is_reference=is_reference) for item in value]
        if isinstance(value, Localized) or (is_text and isinstance(value, str)):
            return text(value, self.language)
        if isinstance(value, float) and value.is_integer() and abs(value) < _LARGEST:
            return int(value)
        return self.reference(value) if is_reference and isinstance(value, str) else value

    def period(self, period: Period) -> Item:
        """From and to as written; without what is open."""
        return written_period(period)

    def evidence(self, evidence: Iterable[Evidence]) -> Item:
        """The grade, and the note where there is one, per reference; of what has none per grade."""
        found: Item = {}
        for one in sorted(evidence, key=lambda one: (one.ref, one.grade, str(one.note))):
            said: Plain = one.grade
            if one.note:
                said = {"grade": one.grade, "note": text(one.note, self.language)}
            found[free(one.ref or one.grade, found)] = said
        return found


def text(value: str | Localized | Mapping[str, str], language: str) -> Plain:
    """A text by its languages; without one it is in the first of the workspace."""
    if isinstance(value, str):
        return {language: value} if value else {}
    return dict(sorted((value.texts if isinstance(value, Localized) else value).items()))


def declared(attribute: Attribute) -> Item:
    """The declaration of an attribute without what goes without saying."""
    found: Item = {}
    for field in fields(Attribute):
        value = getattr(attribute, field.name)
        default = field.default if field.default is not MISSING else {}
        if field.name in {"name", "library"} or value == default:
            continue
        if isinstance(value, Attribute):
            value = declared(value)
        elif isinstance(value, Period):
            value = written_period(value)
        elif isinstance(value, tuple):
            value = list(value)
        elif field.name == "words":
            value = {word: dict(sorted(texts.items())) for word, texts in sorted(value.items())}
        elif field.name in {"label", "documentation"}:
            value = dict(sorted(value.items()))
        found[_AS_WRITTEN.get(field.name, field.name)] = value
    return found


def derivation(one: Derivation) -> Item:
    """The declaration of a derived value; of a library's value the terms that the workspace adds."""
    terms: list[Plain] = [
        {
            field.name: list(value) if isinstance(value, tuple) else value
            for field in fields(Term)
            if (value := getattr(term, field.name)) != field.default
        }
        for part in one.parts
        if part.is_own
        for term in part.terms
    ]
    found: Item = {"max-of" if one.largest else "min-of": terms}
    if not one.is_own:
        return found
    found |= {"label": dict(sorted(one.label.items()))}
    return found | ({"documentation": dict(sorted(one.documentation.items()))} if one.documentation else {})


def written_period(period: Period) -> Item:
    """From and to as written; without what is open."""
    said = {"from": period.first_text, "to": period.last_text}
    return {key: value for key, value in said.items() if value}


def free(key: str, taken: Mapping[str, object]) -> str:
    """A key that is not taken yet: the key itself, or with a number after it."""
    number, found = 2, key
    while found in taken:
        found, number = f"{key}#{number}", number + 1
    return found


def _in_short(period: Period) -> str:
    return f"{period.first_text}…{period.last_text}"


def is_reference(name: str, attribute: Attribute | None) -> bool:
    """Whether an attribute (or a list of it) holds ids; None for one that no kind declares."""
    if attribute is None:
        return name == "owner"
    return attribute.type == "reference" or (attribute.of is not None and is_reference(name, attribute.of))
