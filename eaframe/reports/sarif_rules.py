"""The rules of a SARIF log, within the limits of GitHub, and the texts of both."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from eaframe.reports.markup import text
from eaframe.reports.printable import printable

if TYPE_CHECKING:
    from eaframe.reports.report import ReportedRule

LONGEST_TEXT, LONGEST_NAME, MOST_TAGS = 1_024, 255, 10  # tags: those that GitHub shows
_LEVELS = {"error": "error", "warning": "warning", "info": "note"}
_PROBLEMS = {"error": "error", "warning": "warning", "info": "recommendation"}
_BRACKET = re.compile(r"(\\*)([\[\]])")
_BACKSLASH = re.compile(r"\\(?!\\*[\[\]])")
_PLACEHOLDER = re.compile(r"\{(\d+)\}")
_WORDS = {
    "en": {
        "mend": "What to do",
        "basis": "Basis",
        "explain": "`eaframe explain {code}` shows a model that has the defect, and the mended one.",
    },
    "vi": {
        "mend": "Cách sửa",
        "basis": "Căn cứ",
        "explain": "`eaframe explain {code}` cho xem mô hình có lỗi và mô hình đã sửa.",
    },
}


def descriptor(rule: ReportedRule, language: str) -> dict[str, Any]:
    """A ``reportingDescriptor`` (SARIF 2.1.0 §3.49)."""
    words = _WORDS[language]
    summary = plain_text(rule.summary or rule.name or rule.code)
    parts = [(words["mend"], rule.hint), (words["basis"], rule.basis)]
    explain = words["explain"].format(code=rule.code)
    said = [f"{title}: {plain_text(words)}" for title, words in parts if words]
    marked = [f"**{title}.** {text(words)}" for title, words in parts if words]
    return {
        "id": rule.code,
        "name": printable(rule.name or rule.code)[:LONGEST_NAME],
        "shortDescription": {"text": summary[:LONGEST_TEXT]},
        "fullDescription": {"text": " ".join([summary, *said[1:]])[:LONGEST_TEXT]},
        "help": {
            "text": "\n\n".join([summary, *said, plain_text(explain)]),
            "markdown": "\n\n".join([text(rule.summary or rule.name), *marked, text(explain)]),
        },
        "defaultConfiguration": {"level": _LEVELS.get(rule.severity, "warning")},
        "properties": {
            "tags": list(dict.fromkeys(printable(tag)[:LONGEST_NAME] for tag in rule.tags))[:MOST_TAGS],
            "precision": "very-high",  # a rule is a statement on the model, not a guess at it
            "problem.severity": _PROBLEMS.get(rule.severity, "warning"),
        },
    }


def plain_text(words: str) -> str:
    """A plain text message (§3.11.3) in which no text of a model is a link (§3.11.6) or a placeholder (§3.11.5).

    Quoted words stand in double quotes, as GitHub takes backticks away. Single braces are left as they are: without
    ``arguments`` viewers show them, and doubled ones would be shown doubled.
    """
    plain = _BRACKET.sub(r"\1\1\\\2", printable(words).replace("`", '"'))
    return _PLACEHOLDER.sub(r"{{\1}}", plain)


def link_text(words: str) -> str:
    """The same between the brackets of a link, where every backslash is doubled."""
    return plain_text(_BACKSLASH.sub(r"\\\\", words))
