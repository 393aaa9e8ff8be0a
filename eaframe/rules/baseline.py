"""The baseline: findings that were there when the tool was adopted, so that only new ones count.

A text file beside eaframe.yaml, one finding a line, sorted: two branches that mend different things merge by
themselves. A finding is known by its code, its subject and a detail, never by a line.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from eaframe.findings import Finding, Span
from eaframe.rules import defects
from eaframe.rules.rule import CODE
from eaframe.sources.discover import BASELINE_FILE

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

Identity = tuple[str, str, str]
_HEADER: Final = (
    "# Findings that were there before; `eaframe validate` counts them, but they do not fail.\n"
    "# Written by `eaframe baseline`. Remove lines as they are mended (or run `eaframe baseline --prune`).\n"
)
_ESCAPED: Final = re.compile(r"\\(?:u([0-9a-f]{4})|(\\))")
# What would break a line, and a blank at its end, which editors take away.
_UNSAFE: Final = re.compile(" $|[\\\\\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")
_FIELDS: Final = 3


@dataclass(frozen=True, slots=True)
class Baseline:
    """The identities of findings that a file lists, and what is wrong in it."""

    identities: frozenset[Identity] = frozenset()
    findings: tuple[Finding, ...] = ()


def read_baseline(text: str) -> Baseline:
    """The baseline of a file's text."""
    identities: set[Identity] = set()
    findings: list[Finding] = []
    start = 0
    for number, line in enumerate(text.removeprefix("\ufeff").split("\n"), 1):
        content = line.rstrip("\r")
        if content.strip() and not content.startswith("#"):
            fields = content.split("\t")
            if len(fields) <= _FIELDS and CODE.fullmatch(fields[0]):
                fields += [""] * (_FIELDS - len(fields))  # editors take blanks at the end of a line away
                code, subject, detail = map(_unescaped, fields)
                identities.add((code, subject, detail))
            else:
                at = Span(BASELINE_FILE, start, start + len(content))
                findings.append(defects.UNREADABLE_BASELINE.at(at, discriminator=str(number)))
        start += len(line) + 1
    return Baseline(frozenset(identities), tuple(findings))


def write_baseline(identities: Iterable[Identity]) -> str:
    """The text of a baseline, the same for the same findings."""
    lines = sorted("\t".join(map(_escaped, identity)).rstrip("\t") for identity in set(identities))
    return _HEADER + "".join(f"{line}\n" for line in lines)


def apply_baseline(findings: Iterable[Finding], baseline: Baseline) -> tuple[list[Finding], list[Finding]]:
    """The findings that are new, and those that the baseline lists."""
    new: list[Finding] = []
    known: list[Finding] = []
    for finding in findings:
        (known if finding.identity in baseline.identities else new).append(finding)
    return new, known


def stale(baseline: Baseline, known: Iterable[Finding]) -> Iterator[Finding]:
    """One finding for all that the baseline lists and nobody found."""
    gone = sorted(baseline.identities - {finding.identity for finding in known})
    if gone:
        first = " ".join(filter(None, gone[0]))
        total = len(baseline.identities)
        yield defects.STALE_BASELINE.at(Span(BASELINE_FILE, 0, 0), number=len(gone), total=total, first=f"`{first}`")


def _escaped(text: str) -> str:
    return _UNSAFE.sub(lambda match: _escape(match.group()), text)


def _escape(character: str) -> str:
    if character == "\\":
        return "\\\\"
    return f"\\u{ord(character):04x}"


def _unescaped(text: str) -> str:
    return _ESCAPED.sub(lambda match: "\\" if match[2] else chr(int(match[1], 16)), text)
