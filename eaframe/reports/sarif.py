"""The report as SARIF 2.1.0 (OASIS, 2020), as GitHub's code scanning and editors read it.

GitHub asks for more than the schema and takes less (docs.github.com, "SARIF support for code scanning"): it knows a
finding by ``primaryLocationLineHash``, shows an alert in a pull request only where all its lines are changed, and
closes the alerts of a run's category that the next run lacks; so a clean run is written too, with all its rules.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from eaframe._version import VERSION
from eaframe.reports.order import all_rules, numbered
from eaframe.reports.printable import printable
from eaframe.reports.report import RANK
from eaframe.reports.sarif_rules import descriptor, link_text, plain_text
from eaframe.reports.summary import counted

if TYPE_CHECKING:
    from collections.abc import Mapping

    from eaframe.reports.report import Report, ReportedFinding, WaivedFinding
    from eaframe.reports.style import Style

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
SHOWN, MOST = 5_000, 25_000  # results that GitHub shows of a run, and above which it refuses the whole file
_MOST_NOTES = 100  # related locations that it shows
_LEVELS = {"error": "error", "warning": "warning", "info": "note"}
_ROOT = "%SRCROOT%"
_ABSOLUTE = re.compile(r"/|[A-Za-z]:/")
_WORDS = {
    "en": {
        "root": "The root of the repository.",
        "cut": "{n} findings are left out: a file may hold no more than {most}.",
        "unseen": "GitHub shows the worst {shown} of {n} findings.",
        "decision": "decision: {decision}",
        "until": "until {until}",
    },
    "vi": {
        "root": "Thư mục gốc của kho mã.",
        "cut": "Bỏ bớt {n} phát hiện: một tệp không được chứa quá {most}.",
        "unseen": "GitHub chỉ hiện {shown} phát hiện nặng nhất trong {n}.",
        "decision": "quyết định: {decision}",
        "until": "đến {until}",
    },
}


def sarif_report(report: Report, style: Style) -> str:
    """One log with one run. Waived findings are left out unless asked for, as GitHub would show them as open."""
    rules = all_rules(report)
    indexes = {rule.code: index for index, rule in enumerate(rules)}
    waived: list[WaivedFinding | None] = [None] * len(report.findings)
    findings = list(report.findings)
    if style.include_waived:
        waived += report.waived
        findings += [one.finding for one in report.waived]
    listed = sorted(zip(numbered(findings), waived, strict=True), key=lambda one: RANK[one[0][0].severity])
    run = {
        "tool": {
            "driver": {
                "name": "eaframe",
                "semanticVersion": VERSION,
                "rules": [descriptor(rule, style.language) for rule in rules],
            }
        },
        "language": style.language,
        "columnKind": "unicodeCodePoints",
        "automationDetails": {"id": "/".join(["eaframe", *_folders(style.workspace), ""])},
        "originalUriBaseIds": {_ROOT: {"description": {"text": _WORDS[style.language]["root"]}}},
        "invocations": [
            {
                "executionSuccessful": not report.failed,
                "toolExecutionNotifications": list(_notifications(report, len(listed), style.language)),
            }
        ],
        "results": [
            _result(one, f"{one.fingerprint}:{number}", indexes, waiver, style.language)
            for (one, number), waiver in listed[:MOST]
        ],
    }
    return json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=2) + "\n"


def _folders(workspace: str) -> list[str]:
    return [printable(folder) for folder in workspace.split("/") if folder not in {"", ".", ".."}]


def _notifications(report: Report, results: int, language: str) -> list[dict[str, Any]]:
    words, said = _WORDS[language], []
    if report.failed:
        said.append(("error", counted(report.failed, "failed", language)))
    if results > MOST:
        said.append(("warning", words["cut"].format(n=results - MOST, most=MOST)))
    if results > SHOWN:
        said.append(("note", words["unseen"].format(shown=SHOWN, n=results)))
    return [{"level": level, "message": {"text": text}} for level, text in said]


def _result(
    one: ReportedFinding, fingerprint: str, indexes: Mapping[str, int], waived: WaivedFinding | None, language: str
) -> dict[str, Any]:
    notes = one.notes[:_MOST_NOTES]
    links = ", ".join(f"[{link_text(note.message)}]({number})" for number, note in enumerate(notes, 1))
    text = " ".join([plain_text(one.message), *([f"({links})"] if links else []), plain_text(one.hint)])
    result: dict[str, Any] = {
        "ruleId": one.code,
        "ruleIndex": indexes[one.code],
        "level": _LEVELS[one.severity],
        "message": {"text": text},
        "locations": [{"physicalLocation": _physical(one.file, _region(one))}],
        "partialFingerprints": {"primaryLocationLineHash": fingerprint},
    }
    if one.subject:
        result["locations"][0]["logicalLocations"] = [{"fullyQualifiedName": printable(one.subject)}]
    if notes:
        result["relatedLocations"] = [
            {
                "id": number,
                "physicalLocation": _physical(note.file, {"startLine": note.line, "startColumn": note.column}),
                "message": {"text": plain_text(note.message)},
            }
            for number, note in enumerate(notes, 1)
        ]
    if waived:
        result["suppressions"] = [_suppression(waived, language)]
    return result


def _region(one: ReportedFinding) -> dict[str, int]:
    """The exact words; of several lines the rest of the first, so that a change of that line shows the alert."""
    region = {"startLine": one.line, "startColumn": one.column}
    return region | {"endLine": one.end_line, "endColumn": one.end_column} if one.end_line == one.line else region


def _physical(file: str, region: dict[str, int]) -> dict[str, Any]:
    try:
        name = file.encode("utf-8", "surrogateescape")  # how a name that is no UTF-8 was read
    except UnicodeEncodeError:
        name = file.encode("utf-8", "replace")
    uri = quote(name.removeprefix(b"./"), safe="/")
    if _ABSOLUTE.match(file):
        return {"artifactLocation": {"uri": f"file:///{uri.lstrip('/')}"}, "region": region}
    return {"artifactLocation": {"uri": uri, "uriBaseId": _ROOT}, "region": region}


def _suppression(waived: WaivedFinding, language: str) -> dict[str, str]:
    words = _WORDS[language]
    decision = [words["decision"].format(decision=waived.decision)] if waived.decision else []
    details = ", ".join([*decision, words["until"].format(until=waived.until)])
    return {"kind": "external", "status": "accepted", "justification": printable(f"{waived.reason} ({details})")}
