"""A checklist with the status of each item, written for people and for programs.

JSON, schema version 1; keys and meaning are kept within a version, new keys may be added:

- ``checklist``: ``id, name, basis, documentation``, and ``holds``: whether its basis is valid on the day.
- ``as_of``: YYYY-MM-DD, or null for all times at once; ``counts``: of all items by status.
- ``items``: ``id, number, name, basis, status`` (met, not-met, not-enough, not-applicable), ``status_label`` (that in
  words), ``codes`` that answer for it, ``findings`` and ``waived`` as ``eaframe validate`` writes them, ``missing``:
  sentences on what keeps anyone from saying that it is met.

CSV: one row an item, texts that a spreadsheet would take for a formula begin with an apostrophe.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from eaframe.measures.checklist import STATUSES
from eaframe.metamodel.period import day_text
from eaframe.metamodel.values import declared_in
from eaframe.reports.checklist_words import WORDS
from eaframe.reports.json_report import finding_json, waived_json
from eaframe.reports.markup import code, text
from eaframe.reports.printable import json_document, printable
from eaframe.reports.report import RANK, reported, reported_waived
from eaframe.reports.sheet import cell, sheet
from eaframe.reports.table import table
from eaframe.reports.width import padded, width
from eaframe.views.words import date_text

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from eaframe.measures.checklist import CheckedItem, CheckedList
    from eaframe.model.workspace_file import Text
    from eaframe.reports.report import ReportedFinding, WaivedFinding
    from eaframe.workspace import Workspace

FORMATS: Final = ("text", "markdown", "json", "csv")
SCHEMA_VERSION: Final = 1
_MOST_SHOWN: Final = 3  # findings of an item that people are shown; a command lists all


@dataclass(frozen=True, slots=True)
class ReportedItem:
    """An item with what was found, located and in words, the worst first."""

    checked: CheckedItem
    findings: tuple[ReportedFinding, ...]
    waived: tuple[WaivedFinding, ...]


@dataclass(frozen=True, slots=True)
class ChecklistReport:
    """A checklist in words of ``language``; its own texts in the first of ``languages`` that there is.

    ``as_of`` is YYYY-MM-DD, or "" for the whole model.
    """

    checked: CheckedList
    items: tuple[ReportedItem, ...]
    as_of: str
    language: str
    languages: tuple[str, ...]

    def render(self, format_: str) -> str:
        """The report in one of FORMATS."""
        match format_:
            case "json":
                return json_document(self._content())
            case "csv":
                return self._csv()
        lines = self._text() if format_ == "text" else self._markdown()
        return "".join(f"{line}\n" for line in lines)

    @property
    def _words(self) -> Mapping[str, str]:
        return WORDS[self.language]

    def _in_words(self, said: Text) -> str:
        return declared_in(said, *self.languages)

    def _sum(self) -> str:
        counts: dict[str, int] = {one: self.checked.count(one) for one in STATUSES}
        return self._words["counted"].format(total=len(self.items), **counts)

    def _day(self) -> str:
        if not self.as_of:
            return self._words["all-times"]
        return self._words["as-of"].format(day=date_text(self.as_of, self.language))

    def _missing(self, one: ReportedItem) -> list[str]:
        return [said.text(self.language) for said in one.checked.missing]

    def _more(self, one: ReportedItem) -> str:
        """What to type for the findings that are not shown, "" where all are."""
        hidden = len(one.findings) - _MOST_SHOWN
        if hidden <= 0:
            return ""
        word = f"{self.checked.checklist.words[0]}.{one.checked.item.id}"
        return self._words["more"].format(number=hidden, command=f"`eaframe validate --select {word}`")

    def _waived(self, one: ReportedItem) -> str:
        return self._words["waived-count"].format(number=len(one.waived)) if one.waived else ""

    # For a terminal. No line begins with a name: a CI server would obey some of them.

    def _text(self) -> Iterator[str]:
        shape = self.checked.checklist.shape
        yield printable(f"[{self._in_words(shape.name)}] {self._day()}")
        if shape.basis:
            yield printable(f"  {self._words['basis']}: {self._in_words(shape.basis)}")
        if not self.checked.holds:
            yield f"  {self._words['not-valid']}"
        yield ""
        columns = max(width(self._words[one]) for one in STATUSES)
        yield f"  {padded(self._words['status'].upper(), columns)}  {self._words['item'].upper()}"
        for number, one in enumerate(self.items, 1):
            status = padded(self._words[one.checked.status], columns)
            yield printable(f"  {status}  {number}. {self._in_words(one.checked.item.name)} ({one.checked.item.id})")
            under = " " * (columns + 7)
            for line in self._told(one):
                yield under + printable(line)
        yield ""
        yield self._sum()

    def _told(self, one: ReportedItem) -> Iterator[str]:
        for found in one.findings[:_MOST_SHOWN]:
            at = f"{found.file}:{found.line}:{found.column}"
            yield f"{self._words[found.severity]} {found.code} {found.subject} ({at}): {found.message}"
        if more := self._more(one):
            yield more.replace("`", "")
        yield from self._missing(one)
        if waived := self._waived(one):
            yield waived

    # For a page.

    def _markdown(self) -> Iterator[str]:
        shape = self.checked.checklist.shape
        yield f"# {text(self._in_words(shape.name))}"
        yield ""
        if shape.documentation:
            yield text(self._in_words(shape.documentation))
            yield ""
        if shape.basis:
            yield f"{self._words['basis']}: {text(self._in_words(shape.basis))}"
            yield ""
        if not self.checked.holds:
            yield self._words["not-valid"]
            yield ""
        yield f"{self._day()}: {self._sum()}."
        yield ""
        head = [self._words[column] for column in ("number", "item", "status", "found", "missing")]
        yield from table(head, (self._row(number, one) for number, one in enumerate(self.items, 1)))

    def _row(self, number: int, one: ReportedItem) -> list[str]:
        found = [self._found(finding) for finding in one.findings[:_MOST_SHOWN]]
        found += [text(words, cell=True) for words in (self._more(one), self._waived(one)) if words]
        missing = [text(words, cell=True) for words in self._missing(one)]
        item = one.checked.item
        basis = f" ({text(self._in_words(item.basis), cell=True)})" if item.basis else ""
        name = text(self._in_words(item.name), cell=True) + basis
        return [str(number), name, self._words[one.checked.status], "<br>".join(found), "<br>".join(missing)]

    def _found(self, one: ReportedFinding) -> str:
        at = code(f"{one.file}:{one.line}:{one.column}", cell=True)
        return f"{one.code} {code(one.subject, cell=True)} {at}: {text(one.message, cell=True)}"

    # For programs.

    def _csv(self) -> str:
        columns = ("number", "item", "status", "basis", "found", "missing", "waived")
        head = ("id", *(self._words[column] for column in columns))
        return sheet((head, *(self._line(number, one) for number, one in enumerate(self.items, 1))))

    def _line(self, number: int, one: ReportedItem) -> tuple[str | int, ...]:
        item = one.checked.item
        name, basis = (cell(self._in_words(said)) for said in (item.name, item.basis))
        missing = cell(" ".join(self._missing(one)))
        status = self._words[one.checked.status]
        return (item.id, number, name, status, basis, len(one.findings), missing, len(one.waived))

    def _content(self) -> dict[str, Any]:
        checklist = self.checked.checklist
        return {
            "schema_version": SCHEMA_VERSION,
            "checklist": {
                "id": checklist.id,
                "name": self._in_words(checklist.shape.name),
                "basis": self._in_words(checklist.shape.basis),
                "documentation": self._in_words(checklist.shape.documentation),
                "holds": self.checked.holds,
            },
            "as_of": self.as_of or None,
            "counts": {status: self.checked.count(status) for status in STATUSES},
            "items": [self._item(number, one) for number, one in enumerate(self.items, 1)],
        }

    def _item(self, number: int, one: ReportedItem) -> dict[str, Any]:
        item = one.checked.item
        return {
            "id": item.id,
            "number": number,
            "name": self._in_words(item.name),
            "basis": self._in_words(item.basis),
            "status": one.checked.status,
            "status_label": self._words[one.checked.status],
            "codes": list(one.checked.codes),
            "findings": [finding_json(found) for found in one.findings],
            "waived": [waived_json(found) for found in one.waived],
            "missing": self._missing(one),
        }


def report_checklist(
    workspace: Workspace, checked: CheckedList, language: str, languages: tuple[str, ...]
) -> ChecklistReport:
    """A checklist of a workspace, with lines; ``languages`` are those that its texts are wanted in, best first."""
    items = tuple(
        ReportedItem(
            one,
            tuple(sorted(reported(workspace.located(one.findings), language), key=lambda found: RANK[found.severity])),
            reported_waived(workspace, one.waived, language),
        )
        for one in checked.items
    )
    as_of = "" if workspace.as_of is None else day_text(workspace.as_of)
    return ChecklistReport(checked, items, as_of, language, languages)
