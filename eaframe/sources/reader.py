"""YAML text to plain data with a position for every key and value.

Built on libyaml's event stream with a constructor of our own: three times faster than PyYAML's loaders, nothing is
parsed twice for positions, duplicate keys and YAML 1.2 scalars are ours to define, and no value is ever guessed.
"""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING, Any

import yaml
from yaml.cyaml import CParser  # type: ignore[attr-defined]  # the stubs leave it out
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

from eaframe.findings import Finding, Note, Span
from eaframe.findings.message import say
from eaframe.sources import defects
from eaframe.sources.characters import forbidden_character, name_of
from eaframe.sources.document import REFUSED, Data, Document
from eaframe.sources.limits import Limits
from eaframe.sources.positions import Positions
from eaframe.sources.syntax import syntax_problem

if TYPE_CHECKING:
    from collections.abc import Callable

_NULLS = frozenset({"", "~", "null", "Null", "NULL"})
_BOM = "\ufeff"
_DROPPED = object()  # in place of a key whose value is read but not kept


def read_yaml(file: str, content: bytes, limits: Limits | None = None) -> tuple[Document, list[Finding]]:
    """Read one file. Never raises for what the file says: every defect is a finding.

    ``file`` is only the name that findings carry. A file that is not YAML at all gives no data, and ``broken``.
    """
    limits = limits or Limits()
    if len(content) > limits.file_bytes:
        return _refuse(file, 0, 0, _over(f"The file has {len(content)} bytes", "file-bytes", limits.file_bytes))
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        at = len(content[: error.start].decode("utf-8", "replace"))
        defect = defects.NOT_UTF_8.at(
            Span(file, at, at + 1), problem=f"byte {error.start} is 0x{content[error.start]:02X}"
        )
        return Document(None, Positions(), broken=True), [defect]
    findings: list[Finding] = []
    if text.startswith(_BOM):
        text = text[1:]
        findings.append(defects.BYTE_ORDER_MARK.at(Span(file, 0, 1)))
    reader = _Reader(file, text, limits, findings)
    try:
        reader.run()
    except yaml.YAMLError as error:
        start, problem = syntax_problem(error, text)
        findings.append(defects.SYNTAX_ERROR.at(Span(file, start, start + 1), problem=problem))
        return Document(None, Positions(), broken=True), findings
    except _OverLimitError as error:
        return _refuse(file, error.start, error.start + 1, error.args[0])
    return Document(reader.root, reader.positions, broken=reader.broken), findings


def _refuse(file: str, start: int, end: int, args: dict[str, Any]) -> tuple[Document, list[Finding]]:
    return Document(None, Positions(), broken=True), [defects.OVER_A_LIMIT.at(Span(file, start, end), **args)]


def _over(what: str, limit: str, number: int) -> dict[str, Any]:
    return {"what": what, "limit": limit, "number": number}


class _OverLimitError(Exception):
    def __init__(self, start: int, args: dict[str, Any]) -> None:
        super().__init__(args)
        self.start = start


class _Reader:
    """One pass over the events of one file."""

    def __init__(self, file: str, text: str, limits: Limits, findings: list[Finding]) -> None:
        self.file = file
        self.text = text
        self.limits = limits
        self.findings = findings
        self.positions = Positions()
        self.root: Data = None
        self.broken = False
        # Asked once of the whole text, so that the loop need not ask it of every word.
        self.suspicious = not text.isascii() and (
            forbidden_character(text) is not None or not unicodedata.is_normalized("NFC", text)
        )
        self.long = len(text) > limits.scalar_characters
        self.reported_nfc = False
        # What lies around the open collection: container, whether it is a mapping, key we stand under, node, flow style
        self.stack: list[tuple[Any, bool, Any, int, bool]] = []

    def run(self) -> None:  # noqa: C901, PLR0912, PLR0915 - one loop: a call per event would cost a third more
        parser: Any = CParser(self.text)
        next_event: Callable[[], Any] = parser.get_event
        starts, ends, sizes, keys = (
            self.positions.starts.append,
            self.positions.ends.append,
            self.positions.sizes.append,
            self.positions.keys.append,
        )
        all_ends, all_sizes = self.positions.ends, self.positions.sizes
        suspicious, long = self.suspicious, self.long
        depth_limit, node_limit = self.limits.depth, self.limits.nodes
        words: dict[str, str] = {}  # one string object for all equal keys
        stack = self.stack
        container: Any = None
        is_mapping = False
        key: Any = None
        node = -1
        documents = 0
        closed = 0  # the end of the last collection that was closed
        while True:
            event = next_event()
            kind = event.__class__
            if kind is ScalarEvent:
                value = event.value
                plain = event.style == ""
                if event.anchor is not None or event.tag is not None:
                    self._refuse_properties(event)
                if suspicious or long or event.style == '"':
                    value = self._checked(value, event)
                starts(event.start_mark.index)
                ends(event.end_mark.index)
                sizes(1)
                if is_mapping and key is None:
                    key = words.setdefault(value, value)
                    if (plain and (value in _NULLS or value == "<<")) or key in container:
                        key = self._refused_key(key, event, container, node, plain)
                    keys("" if key is _DROPPED else key)
                    continue
                keys(None)
                if plain and value in _NULLS:
                    value = None
                if is_mapping:
                    if key is not _DROPPED:
                        container[key] = value
                    key = None
                elif container is not None:
                    container.append(value)
                else:
                    self.root = value
            elif kind is MappingStartEvent or kind is SequenceStartEvent:
                if event.anchor is not None or event.tag is not None:
                    self._refuse_properties(event)
                start = event.start_mark.index
                if len(stack) >= depth_limit:
                    raise _OverLimitError(
                        start,
                        _over(f"Lists and mappings are nested more than {depth_limit} deep", "depth", depth_limit),
                    )
                if len(all_sizes) > node_limit:
                    raise _OverLimitError(
                        start, _over(f"The file has more than {node_limit} keys and values", "nodes", node_limit)
                    )
                new: Any = {} if kind is MappingStartEvent else []
                if is_mapping:
                    if key is None:
                        self._refuse_key(event, "a list" if new == [] else "a mapping")
                        key = _DROPPED
                        starts(start)
                        ends(start + 1)
                        sizes(1)
                        keys("")
                        # The key's own content is read as a dropped value; its real value follows as another one.
                        self._skip(next_event)
                        continue
                    if key is not _DROPPED:
                        container[key] = new
                elif container is not None:
                    container.append(new)
                else:
                    self.root = new
                stack.append((container, is_mapping, key, node, event.flow_style))
                container, is_mapping, key = new, kind is MappingStartEvent, None
                node = len(all_sizes)
                starts(start)
                ends(start + 1)
                sizes(1)
                keys(None)
            elif kind is MappingEndEvent or kind is SequenceEndEvent:
                flow = stack[-1][4]
                all_sizes[node] = len(all_sizes) - node
                closed = event.end_mark.index if flow else max(all_ends[node], all_ends[-1], closed)
                all_ends[node] = closed
                container, is_mapping, _, node, _ = stack.pop()
                key = None
            elif kind is AliasEvent:
                self._refuse_alias(event)
                starts(event.start_mark.index)
                ends(event.end_mark.index)
                sizes(1)
                if is_mapping and key is None:
                    key = _DROPPED
                    keys("")
                    continue
                keys(None)
                if is_mapping:
                    if key is not _DROPPED:
                        container[key] = REFUSED
                    key = None
                elif container is not None:
                    container.append(REFUSED)
            elif kind is DocumentStartEvent:
                documents += 1
                if documents > 1:
                    start = event.start_mark.index
                    self.findings.append(defects.SEVERAL_DOCUMENTS.at(Span(self.file, start, start + 3)))
                    self.broken = True
                    return
            elif kind is StreamEndEvent:
                return

    def _span(self, event: Any) -> Span:
        return Span(self.file, event.start_mark.index, event.end_mark.index)

    def _checked(self, value: str, event: Any) -> str:
        """The value in NFC; reports what may not stand in a text."""
        if len(value) > self.limits.scalar_characters:
            what = f"A text has {len(value)} characters"
            raise _OverLimitError(
                event.start_mark.index, _over(what, "scalar-characters", self.limits.scalar_characters)
            )
        if value.isascii() and event.style != '"':
            return value
        character = forbidden_character(value)
        if character is not None:
            self.findings.append(defects.FORBIDDEN_CHARACTER.at(self._span(event), character=name_of(character)))
            self.broken = True
            value = "".join(c for c in value if forbidden_character(c) is None)
        if unicodedata.is_normalized("NFC", value):
            return value
        composed = unicodedata.normalize("NFC", value)
        if not self.reported_nfc:
            self.reported_nfc = True
            self.findings.append(defects.NOT_NFC.at(self._span(event), text=composed))
        return composed

    def _refused_key(self, key: str, event: Any, container: dict[str, Data], mapping: int, plain: bool) -> object:
        if plain and key in _NULLS:
            self._refuse_key(event, "empty")
        elif plain and key == "<<":
            self.findings.append(defects.MERGE_KEY.at(self._span(event)))
            self.broken = True
        elif key in container:
            first = self._first_position(key, mapping)
            notes = [Note(say("`{key}` stands here first", key=key), first)]
            path = [*self._path(), key]
            subject = path[1] if path[0] == "elements" and len(path) > 1 else ""
            self.findings.append(
                defects.DUPLICATE_KEY.at(self._span(event), subject, key=key, notes=notes, discriminator="/".join(path))
            )
        return _DROPPED

    def _path(self) -> list[str]:
        """The keys and list indexes of the open collection."""
        return [
            str(key) if is_mapping else str(len(container) - 1) for container, is_mapping, key, _, _ in self.stack[1:]
        ]

    def _first_position(self, key: str, mapping: int) -> Span:
        """Where the open mapping (its node) has this key already."""
        positions = self.positions
        child = mapping + 1
        while positions.keys[child] != key:
            child += 1 + positions.sizes[child + 1]
        return Span(self.file, positions.starts[child], positions.ends[child])

    def _refuse_key(self, event: Any, what: str) -> None:
        self.findings.append(
            defects.NOT_A_TEXT_KEY.at(Span(self.file, event.start_mark.index, event.start_mark.index + 1), what=what)
        )
        self.broken = True

    def _skip(self, next_event: Callable[[], Any]) -> None:
        """Read to the end of the collection that has just begun."""
        depth = 1
        while depth:
            kind = next_event().__class__
            if kind is MappingStartEvent or kind is SequenceStartEvent:
                depth += 1
            elif kind is MappingEndEvent or kind is SequenceEndEvent:
                depth -= 1

    def _refuse_properties(self, event: Any) -> None:
        """Report the anchor and the tag of a value; the value itself is kept."""
        start = event.start_mark.index
        if event.anchor is not None:
            text = f"&{event.anchor}"
            at = self.text.find(text, max(0, start - len(text) - 256))
            self.findings.append(defects.ANCHOR.at(Span(self.file, at, at + len(text)), text=text))
        if event.tag is not None:
            text = event.tag.replace("tag:yaml.org,2002:", "!!")
            self.findings.append(defects.EXPLICIT_TAG.at(Span(self.file, start, start + len(text)), text=text))

    def _refuse_alias(self, event: Any) -> None:
        self.findings.append(defects.ANCHOR.at(self._span(event), text=f"*{event.anchor}"))
        self.broken = True
