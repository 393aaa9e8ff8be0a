"""Findings written for people and for programs."""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from eaframe.reports.report import Report
    from eaframe.reports.style import Style


@dataclass(frozen=True, slots=True)
class Format:
    """Where the writer of a format is: a function from a report and a style to the text.

    ``from_repository`` formats are read by programs that know files by their path from the repository's root, not from
    the folder that the program was called in.
    """

    module: str
    writer: str
    from_repository: bool = False


FORMATS = {
    "text": Format("text", "text_report"),
    "concise": Format("text", "concise_report"),
    "json": Format("json_report", "json_report"),
    "sarif": Format("sarif", "sarif_report", from_repository=True),
    "junit": Format("junit", "junit_report", from_repository=True),
    "github": Format("github", "github_report", from_repository=True),
    "gitlab": Format("gitlab", "gitlab_report", from_repository=True),
    "markdown": Format("markdown", "markdown_report", from_repository=True),
}


def render(
    report: Report,
    format_: str,
    *,
    language: str = "en",
    colour: bool = False,
    include_waived: bool = False,
    workspace: str = "",
) -> str:
    """The report in one of FORMATS; see ``Style`` for what the rest means."""
    from eaframe.reports.style import Style

    one = FORMATS[format_]
    write: Callable[[Report, Style], str] = getattr(import_module(f"eaframe.reports.{one.module}"), one.writer)
    return write(report, Style(language, colour, include_waived, workspace))
