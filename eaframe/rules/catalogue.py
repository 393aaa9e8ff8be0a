"""Every code there is: what any room can find, in the order of codes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from eaframe.findings import Defect, Finding, Place
from eaframe.findings.suggest import did_you_mean
from eaframe.model import defects as of_model
from eaframe.rules.builtin import BUILTIN
from eaframe.sources import defects as of_sources
from eaframe.views import defects as of_views

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from eaframe.model.workspace_file import WorkspaceFile

UNKNOWN_CODE = Defect(
    code="RUL001",
    name="unknown-code",
    severity="error",
    summary="The workspace sets the severity of a code that no rule has.",
    message="There is no rule with the code `{found}`.",
    hint="Remove the line, or correct the code; `eaframe explain` lists all.",
)


def catalogue(*more: Defect) -> Mapping[str, Defect]:
    """All defects by code; ``more`` are those of rooms below this one."""
    rules = (rule.defect for rule in BUILTIN)
    found = (*of_sources.DEFECTS, *of_model.DEFECTS, *of_views.DEFECTS, UNKNOWN_CODE, *rules, *more)
    return {defect.code: defect for defect in sorted(found, key=lambda defect: defect.code)}


def unknown_codes(settings: WorkspaceFile, known: Mapping[str, Defect]) -> Iterator[Finding]:
    """Findings for codes in ``severity:`` that nothing has."""
    for code in settings.severity:
        if code not in known:
            at = Place("eaframe.yaml", ("severity", code), "key")
            yield UNKNOWN_CODE.at(at, found=code, hint=did_you_mean(code, known), discriminator=code)
