"""A kind of defect: everything that is said once about a code, shared by all its findings."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from eaframe.findings.finding import Finding, Note, Place, Span
from eaframe.findings.message import Message, say

if TYPE_CHECKING:
    from collections.abc import Iterable

Severity = Literal["error", "warning", "info"]
SEVERITIES: tuple[Severity, ...] = ("error", "warning", "info")


@dataclass(frozen=True, slots=True)
class Defect:
    """The page of a code.

    ``name`` names the defect, not the remedy. ``message`` and ``hint`` are templates (see ``Message``). ``bad`` is a
    model that has the defect, its place marked by ``# error: CODE`` (or warning, info); ``good`` is the mended one.
    Both are run as tests. ``basis`` cites the clause that asks for it.
    """

    code: str
    name: str
    severity: Severity
    summary: str
    message: str
    hint: str
    basis: str = ""
    bad: str = ""
    good: str = ""

    def at(
        self,
        place: Place | Span,
        subject: str = "",
        *,
        notes: Iterable[Note] = (),
        hint: Message | None = None,
        discriminator: str = "",
        **args: object,
    ) -> Finding:
        """One finding of this defect; ``args`` fill the templates, ``hint`` replaces the general one."""
        message = say(self.message, **args)
        return Finding(
            code=self.code,
            rule=self.name,
            severity=self.severity,
            subject=subject,
            message=message,
            at=place,
            hint=hint or Message(self.hint, message.args),
            notes=tuple(notes),
            discriminator=discriminator,
        )
