"""The report for other programs."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from eaframe.reports.printable import escaped

if TYPE_CHECKING:
    from eaframe.reports.report import Report

SCHEMA_VERSION = 1


def json_report(report: Report) -> str:
    """One JSON object; keys and meaning are kept within a schema version."""
    content = {
        "schema_version": SCHEMA_VERSION,
        "summary": {
            "elements": report.elements,
            "relationships": report.relationships,
            "errors": report.count("error"),
            "warnings": report.count("warning"),
            "infos": report.count("info"),
        },
        "findings": [
            {
                "code": one.code,
                "rule": one.rule,
                "severity": one.severity,
                "subject": one.subject,
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
            for one in report.findings
        ],
    }
    return escaped(json.dumps(content, ensure_ascii=False, indent=2)) + "\n"
