"""A kind of defect: everything that is said once about a code, shared by all its findings."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from eaframe.findings.finding import Finding, Note, Place, Span
from eaframe.findings.message import Message, say, translations

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

Severity = Literal["error", "warning", "info"]
SEVERITIES: tuple[Severity, ...] = ("error", "warning", "info")


@dataclass(frozen=True, slots=True)
class Defect:
    """The page of a code.

    ``name`` names the defect, not the remedy. ``message`` and ``hint`` are templates (see ``Message``). ``bad`` is a
    model that has the defect, its place marked by ``# error: CODE`` (or warning, info); ``good`` is the mended one.
    Both are run as tests. ``basis`` cites the clause that asks for it. A rule that a user wrote has ``texts``: what
    ``summary``, ``message`` and ``hint`` say, by language; in place of a message its check may find the words. ``tags``
    are words by which the code can be asked for, such as the clause of law that it stands for.
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
    texts: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    tags: tuple[str, ...] = ()

    def text(self, part: Literal["summary", "message", "hint"], language: str) -> str:
        """The template of a part in a language."""
        own = self.texts.get(part)
        if own:
            return own.get(language) or next(iter(own.values()))
        template: str = getattr(self, part)
        return translations(language).get(template, template)

    def at(
        self,
        place: Place | Span,
        subject: str = "",
        *,
        notes: Iterable[Note] = (),
        message: Message | None = None,
        hint: Message | None = None,
        discriminator: str = "",
        **args: object,
    ) -> Finding:
        """One finding; ``args`` fill the templates, ``message`` and ``hint`` replace the general ones."""
        filled = say(self.message, **args).args
        if message is None or "message" in self.texts:
            message = Message(self.message, filled, self.texts.get("message", {}))
        return Finding(
            code=self.code,
            rule=self.name,
            severity=self.severity,
            subject=subject,
            message=message,
            at=place,
            hint=hint or Message(self.hint, filled, self.texts.get("hint", {})),
            notes=tuple(notes),
            discriminator=discriminator,
        )
