"""Severities as a workspace sets them: per code, or off."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from eaframe.findings.finding import Finding


def with_severities(findings: Iterable[Finding], severities: Mapping[str, str]) -> Iterator[Finding]:
    """Findings with the severity that ``severities`` gives their code; those that are ``off`` are left out."""
    for finding in findings:
        wanted: Any = severities.get(finding.code, finding.severity)
        if wanted != "off":
            yield finding if wanted == finding.severity else replace(finding, severity=wanted)
