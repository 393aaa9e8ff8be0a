"""What a run found, ready to be written: plain words and numbers in one language."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable

    from eaframe.findings import Located, Location

RANK = {"error": 0, "warning": 1, "info": 2}


@dataclass(frozen=True, slots=True)
class ReportedNote:
    """A related place."""

    message: str
    file: str
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class ReportedFinding:
    """A finding in words. Lines and columns are 1-based, in code points; the end is exclusive."""

    code: str
    rule: str
    severity: str
    subject: str
    message: str
    hint: str
    file: str
    line: int
    column: int
    end_line: int
    end_column: int
    source_line: str
    notes: tuple[ReportedNote, ...] = ()


@dataclass(frozen=True, slots=True)
class Report:
    """All findings of one run with the size of what was judged. ``elements`` and ``relationships`` count own ones."""

    elements: int
    relationships: int
    findings: tuple[ReportedFinding, ...]

    def count(self, severity: str) -> int:
        """How many findings have this severity."""
        return sum(1 for finding in self.findings if finding.severity == severity)

    def fails(self, threshold: str) -> bool:
        """Whether any finding is at or above ``threshold`` (error, warning, info; ``never`` is above all)."""
        return threshold != "never" and any(RANK[one.severity] <= RANK[threshold] for one in self.findings)

    def pack(self) -> list[Any]:
        """The report as nested lists, for the cache."""
        fields = [field.name for field in dataclasses.fields(ReportedFinding)][:-1]
        rows = [
            [*(getattr(one, name) for name in fields), [[n.message, n.file, n.line, n.column] for n in one.notes]]
            for one in self.findings
        ]
        return [self.elements, self.relationships, rows]

    @staticmethod
    def unpack(packed: Any) -> Report:
        """The report of ``pack``. Raises TypeError or ValueError for anything else."""
        elements, relationships, rows = packed
        findings = tuple(ReportedFinding(*[*row[:-1], tuple(ReportedNote(*note) for note in row[-1])]) for row in rows)
        return Report(elements, relationships, findings)


def make_report(elements: int, relationships: int, located: Iterable[Located], *, language: str, prefix: str) -> Report:
    """Findings in ``language``; ``prefix`` is put before file names, so that they lead from the current folder."""

    def path(location: Location) -> str:
        return f"{prefix}/{location.file}" if prefix not in {"", "."} else location.file

    findings = tuple(
        ReportedFinding(
            code=one.finding.code,
            rule=one.finding.rule,
            severity=one.finding.severity,
            subject=one.finding.subject,
            message=one.finding.message.text(language),
            hint=one.finding.hint.text(language),
            file=path(one.location),
            line=one.location.line,
            column=one.location.column,
            end_line=one.location.end_line,
            end_column=one.location.end_column,
            source_line=one.source_line,
            notes=tuple(
                ReportedNote(note.message.text(language), path(note.location), note.location.line, note.location.column)
                for note in one.notes
            ),
        )
        for one in located
    )
    return Report(elements, relationships, findings)
