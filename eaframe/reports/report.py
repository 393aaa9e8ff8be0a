"""What a run found, ready to be written: plain words and numbers in one language."""

from __future__ import annotations

import hashlib
from dataclasses import astuple, dataclass
from typing import TYPE_CHECKING, Any

from eaframe.reports.page import before_it_is_filled

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from eaframe.findings import Defect, Finding, Located
    from eaframe.model.workspace_file import Text
    from eaframe.rules.judge import Judgement
    from eaframe.rules.waivers import Waiver
    from eaframe.workspace import Workspace

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
    discriminator: str = ""

    @property
    def fingerprint(self) -> str:
        """32 hexadecimal digits of the finding's identity: the same after it moved to another line or file."""
        identity = f"{self.code}\0{self.subject}\0{self.discriminator}"
        return hashlib.sha256(identity.encode("utf-8", "surrogatepass")).hexdigest()[:32]


@dataclass(frozen=True, slots=True)
class ReportedRule:
    """The page of a code that this run could have found: what formats list that tell passed rules from absent ones."""

    code: str
    name: str
    severity: str
    summary: str
    hint: str
    basis: str = ""
    tags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class WaivedFinding:
    """A finding that the workspace accepts until a day (YYYY-MM-DD), and why; ``decision`` says who decided."""

    finding: ReportedFinding
    reason: str
    decision: str
    until: str


@dataclass(frozen=True, slots=True)
class Report:
    """All findings of one run with the size of what was judged. ``elements`` and ``relationships`` count own ones.

    ``rules`` are all that were asked, in the order of codes. ``in_baseline`` counts findings that the workspace's
    baseline holds, ``expiring`` waivers that end within 30 days, ``undecided`` subjects that a rule could not judge as
    a value is not known, ``failed`` rules that could not be run, ``known_before`` findings that are left out as the
    revision that was named has them too.
    """

    elements: int
    relationships: int
    findings: tuple[ReportedFinding, ...]
    rules: tuple[ReportedRule, ...] = ()
    waived: tuple[WaivedFinding, ...] = ()
    in_baseline: int = 0
    expiring: int = 0
    undecided: int = 0
    failed: int = 0
    known_before: int = 0

    def count(self, severity: str) -> int:
        """How many findings have this severity."""
        return sum(1 for finding in self.findings if finding.severity == severity)

    def fails(self, threshold: str) -> bool:
        """Whether any finding is at or above ``threshold`` (error, warning, info; ``never`` is above all)."""
        return threshold != "never" and any(RANK[one.severity] <= RANK[threshold] for one in self.findings)

    def pack(self) -> tuple[Any, ...]:
        """The report as nested tuples, for the cache."""
        return astuple(self)

    @staticmethod
    def unpack(packed: Any) -> Report:
        """The report of ``pack``. Raises TypeError or ValueError for anything else."""
        elements, relationships, findings, rules, waived, *counts = packed
        return Report(
            elements,
            relationships,
            tuple(_finding(row) for row in findings),
            tuple(_rule(row) for row in rules),
            tuple(WaivedFinding(_finding(row[0]), *row[1:]) for row in waived),
            *counts,
        )


def _finding(row: Sequence[Any]) -> ReportedFinding:
    *fields, notes, discriminator = row
    fields += [tuple(ReportedNote(*note) for note in notes), discriminator]
    return ReportedFinding(*fields)


def _rule(row: Sequence[Any]) -> ReportedRule:
    *fields, tags = row
    fields += [tuple(tags)]
    return ReportedRule(*fields)


def reported_rule(defect: Defect, tags: tuple[str, ...], language: str) -> ReportedRule:
    """The page of a code in ``language``."""
    summary, hint = before_it_is_filled(defect, "summary", language), before_it_is_filled(defect, "hint", language)
    return ReportedRule(defect.code, defect.name, defect.severity, summary, hint, defect.basis, tags)


def make_report(workspace: Workspace, judgement: Judgement, *, language: str) -> Report:
    """A judgement in ``language``; files are named as in the workspace."""
    return Report(
        elements=len(workspace.sliced.own_elements),
        relationships=len(workspace.sliced.own_relationships),
        findings=reported(workspace.located(judgement.findings), language),
        rules=tuple(reported_rule(one, judgement.tags.get(one.code, ()), language) for one in judgement.rules),
        waived=reported_waived(workspace, judgement.waived, language),
        in_baseline=len(judgement.in_baseline),
        expiring=judgement.expiring,
        undecided=judgement.undecided,
        failed=len(judgement.failed),
    )


def reported(located: Iterable[Located], language: str) -> tuple[ReportedFinding, ...]:
    """Findings in ``language``, in their order."""
    return tuple(map(_writer(language), located))


def reported_waived(
    workspace: Workspace, waived: Iterable[tuple[Finding, Waiver]], language: str
) -> tuple[WaivedFinding, ...]:
    """Waived findings in ``language``, in the order of files and lines."""
    waiver_of = {finding.identity: (finding, waiver) for finding, waiver in waived}
    write = _writer(language)
    located = workspace.located(finding for finding, _ in waiver_of.values())
    waivers = [waiver_of[one.finding.identity][1] for one in located]
    return tuple(
        WaivedFinding(write(one), _text(waiver.reason, language), _text(waiver.decision, language), waiver.until_text)
        for one, waiver in zip(located, waivers, strict=True)
    )


def _writer(language: str) -> Callable[[Located], ReportedFinding]:
    def write(one: Located) -> ReportedFinding:
        return ReportedFinding(
            code=one.finding.code,
            rule=one.finding.rule,
            severity=one.finding.severity,
            subject=one.finding.subject,
            message=one.finding.message.text(language),
            hint=one.finding.hint.text(language),
            file=one.location.file,
            line=one.location.line,
            column=one.location.column,
            end_line=one.location.end_line,
            end_column=one.location.end_column,
            source_line=one.source_line,
            notes=tuple(
                ReportedNote(note.message.text(language), note.location.file, note.location.line, note.location.column)
                for note in one.notes
            ),
            discriminator=one.finding.discriminator,
        )

    return write


def _text(text: Text, language: str) -> str:
    if isinstance(text, str):
        return text
    return text.get(language) or next(iter(text.values()), "")
