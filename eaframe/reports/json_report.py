"""The report for other programs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from eaframe.reports.printable import json_document

if TYPE_CHECKING:
    from eaframe.reports.report import Report, ReportedFinding, WaivedFinding
    from eaframe.reports.style import Style

SCHEMA_VERSION = 1


def json_report(report: Report, style: Style) -> str:
    """One JSON object; keys and meaning are kept within a schema version."""
    del style  # programs read the same in every style; the words of findings are already in one language
    content = {
        "schema_version": SCHEMA_VERSION,
        "summary": {
            "elements": report.elements,
            "relationships": report.relationships,
            "errors": report.count("error"),
            "warnings": report.count("warning"),
            "infos": report.count("info"),
            "waived": len(report.waived),
            "waivers_ending_within_30_days": report.expiring,
            "in_baseline": report.in_baseline,
            "known_before": report.known_before,
            "undecided": report.undecided,
            "failed_rules": report.failed,
        },
        "findings": [finding_json(one) for one in report.findings],
        "waived": [waived_json(one) for one in report.waived],
        "rules": [{"code": rule.code, "name": rule.name, "severity": rule.severity} for rule in report.rules],
    }
    return json_document(content)


def waived_json(one: WaivedFinding) -> dict[str, Any]:
    """A finding that somebody accepted, with why and until when."""
    waiver = {"reason": one.reason, "decision": one.decision, "until": one.until}
    return {**finding_json(one.finding), "waiver": waiver}


def finding_json(one: ReportedFinding) -> dict[str, Any]:
    """A finding as every report in JSON writes it."""
    return {
        "code": one.code,
        "rule": one.rule,
        "severity": one.severity,
        "subject": one.subject,
        "fingerprint": one.fingerprint,
        "message": one.message,
        "hint": one.hint,
        "location": {
            "file": one.file,
            "line": one.line,
            "column": one.column,
            "end_line": one.end_line,
            "end_column": one.end_column,
        },
        "notes": [
            {"message": note.message, "location": {"file": note.file, "line": note.line, "column": note.column}}
            for note in one.notes
        ],
    }
