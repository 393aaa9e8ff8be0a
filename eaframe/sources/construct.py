"""libyaml's events to plain data with a position for every key and value.

A constructor of our own: three times faster than PyYAML's loaders, nothing is parsed twice for positions, duplicate
keys and YAML 1.2 scalars are ours to define, and no value is ever guessed.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, Any, NoReturn

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

from eaframe.findings import Note, Span
from eaframe.findings.message import say
from eaframe.sources import defects
from eaframe.sources.characters import forbidden_character, name_of, without_forbidden
from eaframe.sources.document import REFUSED, Data, describe
from eaframe.sources.positions import Positions

if TYPE_CHECKING:
    from collections.abc import Callable

    from eaframe.findings.message import Phrase
    from eaframe.sources.complaints import Complaints

_NULLS = frozenset({"", "~", "null", "Null", "NULL"})
_DROPPED = object()  # in place of a key whose value is read but not kept
_TAG = re.compile(r"!(?:<[^>\s]*>|[^\s,\[\]{}]*)")


class Constructor:
    """One pass over the events of one file."""

    def __init__(self, text: str, complaints: Complaints, nodes_before: int, *, suspicious: bool) -> None:
        """``nodes_before`` counts those of earlier files; ``suspicious`` tells that each word must be looked at."""
        self.text = text
        self.complaints = complaints
        self.limits = complaints.limits
        self.nodes_before = nodes_before
        self.positions = Positions()
        self.root: Data = None
        self.broken = False
        # Asked once of the whole text, so that the loop need not ask it of every word.
        self.suspicious = suspicious
        self.long = len(text) > self.limits.scalar_characters
        self.reported_nfc = False
        # What lies around the open collection: container, whether it is a mapping, key we stand under, node, flow style
        self.stack: list[tuple[Any, bool, Any, int, bool]] = []
        # Per mapping with a duplicate: the nodes of its keys so far, and the node after them
        self.firsts: dict[int, tuple[dict[str | None, int], int]] = {}

    def run(self) -> None:  # noqa: C901, PLR0912, PLR0915 - one loop: a call per event would cost a third more
        """Read all. Raises YAMLError and OverLimitError."""
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
        depth_limit, node_limit = self.limits.depth, self.limits.nodes - self.nodes_before
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
                    if not value or (plain and (value in _NULLS or value == "<<")) or key in container:
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
                    self.refuse_depth(start)
                if len(all_sizes) > node_limit:
                    self._refuse_nodes(start)
                new: Any = {} if kind is MappingStartEvent else []
                if is_mapping:
                    if key is None:
                        self._refuse_key(event, describe(new))
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
                    else:
                        self.broken = True  # what lies below might be missed elsewhere
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
                if len(all_sizes) > node_limit:
                    self._refuse_nodes(event.start_mark.index)
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
                    self.complaints.add(defects.SEVERAL_DOCUMENTS, start, start + 3)
                    self.broken = True
                    return
            elif kind is StreamEndEvent:
                return

    def refuse_depth(self, start: int) -> NoReturn:
        """Report that what begins at ``start`` is nested too deep, and stop. Raises OverLimitError."""
        limit = self.limits.depth
        what = say("Lists and mappings are nested more than {limit} deep", limit=limit)
        self.complaints.exceed(start, what, "depth", limit)

    def _refuse_nodes(self, start: int) -> NoReturn:
        limit = self.limits.nodes
        what = say("The workspace has more than {limit} keys and values", limit=limit)
        self.complaints.exceed(start, what, "nodes", limit)

    def _checked(self, value: str, event: Any) -> str:
        """The value in NFC, without what may not stand in a text."""
        start, end = event.start_mark.index, event.end_mark.index
        limit = self.limits.scalar_characters
        if len(value) > limit:
            what = say("A text has {number} characters", number=len(value))
            self.complaints.exceed(start, what, "scalar-characters", limit)
        if value.isascii() and event.style != '"':
            return value
        character = forbidden_character(value)
        if character is not None:
            self.broken = True
            if forbidden_character(self.text[start:end]) is None:  # else it was told before the file was parsed
                self.complaints.add(defects.FORBIDDEN_CHARACTER, start, end, character=name_of(character))
            value = without_forbidden(value)
        if unicodedata.is_normalized("NFC", value):
            return value
        composed = unicodedata.normalize("NFC", value)
        if not self.reported_nfc:
            self.reported_nfc = True
            self.complaints.add(defects.NOT_NFC, start, end, text=composed)
        return composed

    def _refused_key(self, key: str, event: Any, container: dict[str, Data], mapping: int, plain: bool) -> object:
        start, end = event.start_mark.index, event.end_mark.index
        if not key or (plain and key in _NULLS):
            self._refuse_key(event, say("empty"))
        elif plain and key == "<<":
            self.complaints.add(defects.MERGE_KEY, start, end)
            self.broken = True
        elif key in container:
            first = self._first_position(key, mapping)
            notes = [Note(say("`{key}` stands here first", key=key), first)]
            path = [*self._path(), key]
            subject = path[1] if path[0] == "elements" and len(path) > 1 else ""
            self.complaints.add(defects.DUPLICATE_KEY, start, end, subject=subject, path=path, notes=notes, key=key)
        return _DROPPED

    def _path(self) -> list[str]:
        """The keys and list indexes of the open collection; nothing for a key that was dropped."""
        return [
            ("" if key is _DROPPED else str(key)) if is_mapping else str(len(container) - 1)
            for container, is_mapping, key, _, _ in self.stack[1:]
        ]

    def _first_position(self, key: str, mapping: int) -> Span:
        """Where the open mapping (its node) has this key already."""
        positions = self.positions
        known, child = self.firsts.get(mapping, ({}, mapping + 1))
        while key not in known:
            known.setdefault(positions.keys[child], child)
            child += 1 + positions.sizes[child + 1]
        self.firsts[mapping] = known, child
        first = known[key]
        return Span(self.complaints.file, positions.starts[first], positions.ends[first])

    def _refuse_key(self, event: Any, what: Phrase) -> None:
        start = event.start_mark.index
        self.complaints.add(defects.NOT_A_TEXT_KEY, start, start + 1, what=what)
        self.broken = True

    def _skip(self, next_event: Callable[[], Any]) -> None:
        """Read to the end of the collection that has just begun."""
        depth = 1
        while depth:
            event = next_event()
            kind = event.__class__
            if kind is MappingStartEvent or kind is SequenceStartEvent:
                depth += 1
                if len(self.stack) + depth > self.limits.depth:
                    self.refuse_depth(event.start_mark.index)
            elif kind is MappingEndEvent or kind is SequenceEndEvent:
                depth -= 1

    def _refuse_properties(self, event: Any) -> None:
        """Report the anchor and the tag of a value; the value itself is kept."""
        start = event.start_mark.index  # of the first of the two
        if event.anchor is not None:
            text = f"&{event.anchor}"
            at = self.text.find(text, start)
            self.complaints.add(defects.ANCHOR, at, at + len(text), text=text)
        if event.tag is not None:
            found = _TAG.search(self.text, start)
            if found:
                self.complaints.add(defects.EXPLICIT_TAG, *found.span(), text=found.group())

    def _refuse_alias(self, event: Any) -> None:
        self.complaints.add(defects.ANCHOR, event.start_mark.index, event.end_mark.index, text=f"*{event.anchor}")
        self.broken = True
