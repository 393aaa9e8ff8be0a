"""Findings written for people and for programs."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from eaframe.reports.report import Report

FORMATS = ("text", "concise", "json")


def render(report: Report, format_: str, *, language: str = "en", colour: bool = False) -> str:
    """The report in one of FORMATS."""
    if format_ == "json":
        from eaframe.reports.json_report import json_report

        return json_report(report)
    from eaframe.reports import text

    write = text.concise_report if format_ == "concise" else text.text_report
    return write(report, language=language, colour=colour)
