"""A file's bytes to plain data, and to findings where it is not what a model file may be."""

from __future__ import annotations

import contextlib
import re
import unicodedata
from typing import TYPE_CHECKING

import yaml

from eaframe.findings import Note, Span
from eaframe.findings.message import say
from eaframe.sources import defects
from eaframe.sources.characters import forbidden_runs, name_of, only_plain_ascii, with_stand_ins
from eaframe.sources.complaints import Complaints, OverLimitError
from eaframe.sources.construct import Constructor
from eaframe.sources.document import Document
from eaframe.sources.limits import Limits
from eaframe.sources.positions import Positions
from eaframe.sources.syntax import syntax_problem

if TYPE_CHECKING:
    from eaframe.findings import Finding

_BOM = "\ufeff"
_TOO_DEEP = "maximum nesting depth"  # what libyaml (from 0.2.6 on) says of depths that it reads no further itself
_TAG_DIRECTIVE = re.compile("^%TAG", re.MULTILINE)


def read_yaml(
    file: str, content: bytes, limits: Limits | None = None, *, nodes_before: int = 0
) -> tuple[Document, list[Finding]]:
    """Read one file. Never raises for what the file says: every defect is a finding.

    ``file`` is only the name that findings carry. A file that is not YAML at all gives no data, and ``broken``.
    ``nodes_before`` counts the keys and values of files read earlier, as one limit holds for all.
    """
    complaints = Complaints(file, limits or Limits())
    document = None
    with contextlib.suppress(OverLimitError):
        document = _read(content, complaints, nodes_before)
    return document or Document(None, Positions(), broken=True), complaints.findings


def _read(content: bytes, complaints: Complaints, nodes_before: int) -> Document | None:
    limit = complaints.limits.file_bytes
    if len(content) > limit:
        complaints.exceed(0, say("The file has {number} bytes", number=len(content)), "file-bytes", limit)
    text = _decoded(content, complaints)
    if text is None:
        return None
    hidden = [] if only_plain_ascii(content) else list(forbidden_runs(text))
    for start, end in hidden:
        complaints.add(defects.FORBIDDEN_CHARACTER, start, end, character=name_of(text[start]))
    if hidden:
        text = with_stand_ins(text)
    directive = _TAG_DIRECTIVE.search(text) if "%TAG" in text else None
    if directive:  # libyaml compares each with all others
        complaints.add(defects.EXPLICIT_TAG, *directive.span(), text="%TAG")
        return None
    suspicious = bool(hidden) or not unicodedata.is_normalized("NFC", text)
    constructor = Constructor(text, complaints, nodes_before, suspicious=suspicious)
    try:
        constructor.run()
    except yaml.YAMLError as error:
        if _TOO_DEEP in str(error):
            mark = getattr(error, "problem_mark", None)
            constructor.refuse_depth(mark.index if mark else 0)
        if not hidden:  # else that may be why, and what is told already must go first
            found = syntax_problem(error, text)
            notes = []
            if found.opened is not None:
                notes = [Note(say("it was opened here"), Span(complaints.file, found.opened, found.opened + 1))]
            complaints.add(defects.SYNTAX_ERROR, found.start, found.start + 1, notes=notes, problem=found.meaning)
        return None
    return Document(constructor.root, constructor.positions, broken=constructor.broken)


def _decoded(content: bytes, complaints: Complaints) -> str | None:
    """The text without a byte order mark; None where it is not UTF-8."""
    try:
        text = content.decode("utf-8")
        wrong = content.find(b"\0")  # UTF-16 without a mark, or no text at all
    except UnicodeDecodeError as error:
        wrong = error.start
    if wrong >= 0:
        at = len(content[:wrong].decode("utf-8").removeprefix(_BOM))
        problem = say("byte {number} is {byte}", number=wrong, byte=f"0x{content[wrong]:02X}")
        complaints.add(defects.NOT_UTF_8, at, at + 1, problem=problem)
        return None
    if text.startswith(_BOM):
        complaints.add(defects.BYTE_ORDER_MARK, 0, 1)
    return text.removeprefix(_BOM)
