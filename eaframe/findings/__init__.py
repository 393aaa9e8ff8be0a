"""What went wrong, where, and what to do about it."""

from eaframe.findings.defect import Defect, Severity
from eaframe.findings.finding import Finding, Located, LocatedNote, Location, Note, Place, Span
from eaframe.findings.message import Message

__all__ = [
    "Defect",
    "Finding",
    "Located",
    "LocatedNote",
    "Location",
    "Message",
    "Note",
    "Place",
    "Severity",
    "Span",
]
