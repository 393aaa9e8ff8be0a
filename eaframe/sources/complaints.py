"""What is wrong with one file, as it is found: each finding with an identity of its own, and never too many."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, NoReturn

from eaframe.findings import Defect, Finding, Note, Span
from eaframe.findings.message import say
from eaframe.sources import defects

if TYPE_CHECKING:
    from collections.abc import Iterable

    from eaframe.findings import Message
    from eaframe.sources.limits import Limits


class OverLimitError(Exception):
    """A limit is exceeded: the file is not read any further. The finding has been added."""


@dataclass(frozen=True, slots=True)
class Complaints:
    """The findings of one file, grown while it is read."""

    file: str
    limits: Limits
    findings: list[Finding] = field(default_factory=list)
    _counts: Counter[tuple[str, str]] = field(default_factory=Counter)

    def add(
        self,
        defect: Defect,
        start: int,
        end: int,
        *,
        subject: str = "",
        path: Iterable[str] = (),
        notes: Iterable[Note] = (),
        **args: Any,
    ) -> None:
        """One more. ``path`` tells it from others of its code; of the same path they are numbered.

        Raises OverLimitError: a hostile file would fill the memory with findings.
        """
        limit = self.limits.defects
        if len(self.findings) >= limit:
            self.exceed(start, say("The file has more than {limit} defects", limit=limit), "defects", limit)
        where = "/".join((self.file, *path))
        self._counts[defect.code, where] += 1
        count = self._counts[defect.code, where]
        discriminator = where if count == 1 else f"{where}#{count}"
        at = Span(self.file, start, end)
        self.findings.append(defect.at(at, subject, notes=notes, discriminator=discriminator, **args))

    def exceed(self, start: int, what: Message, limit: str, number: int) -> NoReturn:
        """Say which limit is exceeded. Raises OverLimitError."""
        at = Span(self.file, start, start + 1)
        args: dict[str, Any] = {"what": what, "limit": limit, "number": number}
        self.findings.append(defects.OVER_A_LIMIT.at(at, discriminator=self.file, **args))
        raise OverLimitError
