"""Plain data -> values of attributes: by the attribute's type, with every way of not knowing, and over time."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from eaframe.findings import Note, Place
from eaframe.findings.message import say
from eaframe.findings.suggest import either, quoted
from eaframe.metamodel.kinds import Attribute, Kind
from eaframe.metamodel.period import ALWAYS, Period
from eaframe.metamodel.values import Dated, Evidence, History, Localized, NotApplicable, Unknown, Value
from eaframe.model import defects
from eaframe.model.context import Dangling, Path
from eaframe.model.read_words import WordReader, key_in
from eaframe.model.scalars import SCALARS, expectation, meant_value
from eaframe.sources.defects import MISSING_KEY
from eaframe.sources.document import REFUSED, Data
from eaframe.sources.keys import misspelt

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping


TEXT: Final = Attribute("text", "text", {})
_DATED: Final = ("value", "valid", "evidence")
GRADES: Final = ("A", "B", "C", "K", "modelled")
_UNSOURCED: Final = frozenset({"modelled", "K"})  # grades that may stand without a reference
_GRADE_HINT: Final = say(
    "A is a primary text that was read, B a report by press or ministry, C a secondary source, K own knowledge, "
    "`modelled` what is no fact."
)
_LIKE_THE_OTHERS: Final = say("{{value: …, valid: {{from: DATE, to: DATE}}}} like the other values")


class ValueReader(WordReader):
    """Reads the values of one file; ``subject`` and ``path`` tell of what, for the findings."""

    def value(self, raw: Any, attribute: Attribute, path: Path, subject: str) -> Value:
        """The value of an attribute; None (with a finding) where it does not fit."""
        kind = raw.__class__
        if kind is str:
            return self._plain(raw, attribute, path, subject)
        if kind is dict:
            return self._mapping(raw, attribute, path, subject)
        if kind is list:
            return self._list(raw, attribute, path, subject)
        if raw is not REFUSED:
            hint = say(defects.WRITE_TEXT) if attribute.type == "text" else None
            self.wrong(path, subject, expectation(attribute), None, hint=hint, unknown=attribute.unknown)
        return None

    def complete(
        self,
        kind: Kind,
        attributes: dict[str, Value],
        raw: Mapping[str, Data],
        valid: Period,
        keys: Collection[str],
        path: Path,
        subject: str,
    ) -> None:
        """Fill in defaults; report what is required and absent, in the time in which it is required.

        ``keys`` are all that ``raw``, the mapping at ``path``, may have: a misspelt one is reported as such.
        """
        for name, attribute in kind.attributes.items():
            if name in raw:
                continue
            if attribute.default is not None:
                value = self.value(attribute.default, attribute, (*path, name), subject)
                if value is not None:
                    attributes[name] = value
            elif attribute.required and attribute.valid.meets(valid) and not misspelt(name, raw, keys):
                missing, at = defects.MISSING_ATTRIBUTE, (*path, name)
                self.context.report(missing, self.file, at, subject, at_key=True, key=name, kind=kind.id)

    def text(self, raw: Any, path: Path, subject: str) -> Value:
        """A text: plain, per language, or over time."""
        return raw if raw.__class__ is str else self.value(raw, TEXT, path, subject)

    def _plain(self, raw: str, attribute: Attribute, path: Path, subject: str) -> Value:
        type_ = attribute.type
        if type_ == "text":
            return raw
        if type_ == "reference":
            return self._reference(raw, attribute, path, subject)
        if type_ == "list":
            return self._items([raw], attribute, path, subject)
        read = SCALARS[type_]
        value = read(raw, attribute)
        if value is None:
            languages = self.context.languages
            hint, shown = meant_value(raw, attribute, languages), expectation(attribute, languages)
            expected = expectation(attribute)
            form = say("its form is `{pattern}`", pattern=attribute.pattern)
            notes = [Note(form, Place(self.file, path))] if attribute.example else ()
            self.wrong(path, subject, expected, raw, hint=hint, unknown=attribute.unknown, shown=shown, notes=notes)
        return value

    def _mapping(self, raw: dict[str, Data], attribute: Attribute, path: Path, subject: str) -> Value:
        if raw.keys() & {"unknown", "not-applicable"}:
            return self._not_known(raw, attribute, path, subject)
        if attribute.type == "text" and raw:
            texts = {}
            languages = self.context.languages
            for language, text in raw.items():
                if language not in languages:
                    self.unknown_key(raw, language, languages, path, subject)
                elif isinstance(text, str):
                    texts[language] = text
                elif text is not REFUSED:
                    self.wrong((*path, language), subject, say("a text"), text)
            return Localized(texts) if texts else None
        self.wrong(path, subject, expectation(attribute), raw, unknown=attribute.unknown)
        return None

    def _not_known(self, raw: dict[str, Data], attribute: Attribute, path: Path, subject: str) -> Value:
        key, content = next((k, v) for k, v in raw.items() if k in {"unknown", "not-applicable"})
        for other in raw:
            if other != key:
                self.unknown_key(raw, other, (key,), path, subject)
        if not attribute.unknown:
            self.context.report(defects.UNKNOWN_NOT_ALLOWED, self.file, path, subject, found=key, key=key_in(path))
            return None
        at = (*path, key)
        if key == "not-applicable":
            reason = self.text(content, at, subject) if content is not None else None
            if not isinstance(reason, str | Localized) or not reason:
                self.wrong(at, subject, say("the reason"), content)
                return None
            return NotApplicable(reason)
        if not isinstance(content, dict):
            self.wrong(at, subject, say("{{by: UNIT, until: DATE}}"), content)
            return None
        fields = self.fields(content, ("by", "until"), ("note",), at, subject)
        if fields is None:
            return None
        by = self.context.resolve(str(fields["by"]), self.file, (*at, "by"), subject)
        until_text = str(fields["until"])
        until = self.day(until_text, (*at, "until"), subject, last=True)
        note = self.text(fields.get("note", ""), (*at, "note"), subject)
        if by is None or until is None:
            return None
        return Unknown(by, until, until_text, note if isinstance(note, str | Localized) else "")

    def _list(self, raw: list[Data], attribute: Attribute, path: Path, subject: str) -> Value:
        mappings = [item for item in raw if isinstance(item, dict)]
        if any("value" in item for item in mappings) or (attribute.type != "list" and len(mappings) == len(raw) > 0):
            return self._history(raw, attribute, path, subject)
        if attribute.type == "list":
            return self._items(raw, attribute, path, subject)
        self.wrong(path, subject, expectation(attribute), raw, unknown=attribute.unknown)
        return None

    def _items(self, raw: list[Data], attribute: Attribute, path: Path, subject: str) -> Value:
        of = attribute.of or TEXT
        values = (self._one(item, of, (*path, index), subject) for index, item in enumerate(raw))
        return tuple(value for value in values if value is not None)

    def _one(self, raw: Data, attribute: Attribute, path: Path, subject: str) -> Value:
        """A value inside another one, where no second history can be."""
        value = self.value(raw, attribute, path, subject)
        if isinstance(value, History):
            expected = say("{expected}, without times of its own", expected=expectation(attribute))
            self.wrong(path, subject, expected, raw)
            return None
        return value

    def _history(self, raw: list[Any], attribute: Attribute, path: Path, subject: str) -> Value:
        dated: list[tuple[Dated, int]] = []
        for index, item in enumerate(raw):
            at = (*path, index)
            if not isinstance(item, dict):
                if item is not REFUSED:
                    self.wrong(at, subject, _LIKE_THE_OTHERS, item)
                continue
            unknown = [key for key in item if key not in _DATED]
            for key in unknown:
                self.unknown_key(item, key, _DATED, at, subject)
            if "value" not in item:
                if not unknown:
                    self.context.report(MISSING_KEY, self.file, at, subject, key="value")
                continue
            value = self._one(item["value"], attribute, (*at, "value"), subject)
            valid = self.period(item["valid"], (*at, "valid"), subject) if "valid" in item else ALWAYS
            evidence = self.evidence(item["evidence"], (*at, "evidence"), subject) if "evidence" in item else ()
            if value is not None:
                dated.append((Dated(value, valid, evidence), index))
        dated.sort(key=lambda one: (one[0].valid.first, one[0].valid.last, one[1]))
        longest = dated[0][0].valid if dated else ALWAYS
        for after, index in dated[1:]:
            if longest.meets(after.valid):
                self.context.report(
                    defects.OVERLAPPING_VALUES,
                    self.file,
                    (*path, index, "valid"),
                    subject,
                    first=longest.in_words(),
                    second=after.valid.in_words(),
                    key=key_in(path),
                )
            longest = max(longest, after.valid, key=lambda period: period.last)
        return History(tuple(one for one, _ in dated)) if len(dated) == len(raw) else None

    def _reference(self, raw: str, attribute: Attribute, path: Path, subject: str) -> Value:
        target = self.context.resolve(raw, self.file, path, subject)
        if target is not None and attribute.to:
            lineage = self.context.lineage(target) or (
                ("relationship",) if target in self.context.names.relationships else ()
            )
            allowed = {*attribute.to, *(self.context.prefix + name for name in attribute.to)}
            if (
                lineage
                and not allowed.intersection(lineage)
                and not any(name.rpartition(":")[2] in attribute.to for name in lineage)
            ):
                self.context.report(
                    defects.WRONG_REFERENCE_TARGET,
                    self.file,
                    path,
                    subject,
                    target=raw,
                    found=lineage[0],
                    allowed=either(attribute.to),
                    key=key_in(path),
                )
                return None
        return target

    def evidence(self, raw: Data, path: Path, subject: str) -> tuple[Evidence, ...]:
        """A list of ``{ref, grade, note}``; ``ref`` may be missing only where nothing outside is claimed."""
        items = raw if isinstance(raw, list) else [raw]
        at_items = isinstance(raw, list)
        found = []
        for index, item in enumerate(items):
            at = (*path, index) if at_items else path
            if not isinstance(item, dict):
                if item is not REFUSED:
                    self.wrong(at, subject, say("{{ref: REFERENCE, grade: GRADE}}"), item)
                continue
            fields = self.fields(item, ("grade",), ("ref", "note"), at, subject)
            if fields is None:
                continue
            grade, ref = str(fields["grade"]), fields.get("ref")
            if grade not in GRADES:
                expected = say("one of {names}", names=quoted(GRADES))
                self.wrong((*at, "grade"), subject, expected, grade, hint=_GRADE_HINT)
                continue
            if ref is None and grade not in _UNSOURCED:
                self.context.report(MISSING_KEY, self.file, at, subject, key="ref")
                continue
            full = f"{self.context.prefix}{ref}"
            if ref is not None and full not in self.context.references:
                full = str(ref)
            if ref is not None and not (isinstance(ref, str) and full in self.context.references):
                if isinstance(ref, str):
                    place = Place(self.file, (*at, "ref"))
                    self.context.dangling.append(Dangling(ref, place, subject, is_source=True))
                elif ref is not REFUSED:
                    self.wrong((*at, "ref"), subject, say("the id of a reference"), ref)
                continue
            note = self.text(fields.get("note", ""), (*at, "note"), subject)
            found.append(Evidence(full if ref else "", grade, note if isinstance(note, str | Localized) else ""))
        return tuple(found)
