"""Keys and items in another order, each with the comment that belongs to it.

A comment behind something belongs to it, and so does one on the lines above. Where that is not plain (an empty line
parts the keys, a comment stands above the first or below the last) everything is left as it is.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from eaframe.sources.edits import Edit

if TYPE_CHECKING:
    from collections.abc import Sequence

    from eaframe.sources.editing import Editor, Node, Path

_COMMENTS: Final = re.compile(r"(?: *#[^\r\n]*(?:\r\n|\n|\r))*")


def reorder_keys(editor: Editor, path: Path, order: Sequence[str]) -> Edit | None:
    """The keys of the mapping at ``path`` in the order given; None where they cannot or need not move."""
    node = editor.find(path)
    children = editor.children(node.number)
    if [*children] == [*order]:
        return None
    keys = [editor.key_span(child) for child in children.values()]
    values = [editor.span(editor.child(node, key)) for key in children]
    spans = [(start, max(key_end, end)) for (start, key_end), (_, end) in zip(keys, values, strict=True)]
    places = [[*children].index(key) for key in order]
    return _reordered(editor, node, spans, places)


def sort_items(editor: Editor, path: Path) -> Edit | None:
    """The words of the list at ``path`` in order of their characters; None where they cannot or need not move."""
    node = editor.find(path)
    words = node.data
    if not isinstance(words, list) or not all(isinstance(word, str) for word in words):
        return None
    places = sorted(range(len(words)), key=lambda index: str(words[index]))
    if places == [*range(len(words))]:
        return None
    spans = [editor.span(editor.child(node, index)) for index in range(len(words))]
    return _reordered(editor, node, spans, places)


def _reordered(editor: Editor, node: Node, spans: list[tuple[int, int]], places: list[int]) -> Edit | None:
    """What stands at ``spans``, the nth being what stood at ``places[n]``."""
    text = editor.text
    if editor.is_flow(node):
        first, last = spans[0][0], spans[-1][1]
        if re.search("[\r\n]", text[slice(*editor.span(node))]):
            return None
        between = [text[end:start] for (_, end), (start, _) in pairwise(spans)]
        pieces = [text[slice(*spans[place])] for place in places]
        new = "".join(piece + gap for piece, gap in zip(pieces, [*between, ""], strict=True))
        return Edit(editor.file.name, first, last, new)
    chunks = _chunks(editor, spans, places)
    if chunks is None:
        return None
    new = "".join(text[slice(*chunks[place])] for place in places)
    return Edit(editor.file.name, chunks[0][0], chunks[-1][1], new)


def _chunks(editor: Editor, spans: list[tuple[int, int]], places: list[int]) -> list[tuple[int, int]] | None:
    """The whole lines of each, with the comments above it; None where something between them belongs to none."""
    text = editor.text
    chunks: list[tuple[int, int]] = []
    for start, end in spans:
        first = editor.line_start(start)
        if text[first:start].strip(" -"):
            return None
        stop = editor.line_stop(end)
        after = stop + (2 if text.startswith("\r\n", stop) else 1)
        if end and text[end - 1] in "\r\n":  # a block of text that keeps its empty lines
            return None
        if after > len(text):
            return None
        if chunks:
            between = text[chunks[-1][1] : first]
            if not _COMMENTS.fullmatch(between):
                return None
            first = chunks[-1][1]
        chunks.append((first, after))
    above = text[: chunks[0][0]].rstrip(" \r\n").splitlines()[-1:]
    if places[0] != 0 and above and above[0].lstrip(" ").startswith("#"):
        return None
    column = spans[0][0] - editor.line_start(spans[0][0])
    below = text[chunks[-1][1] :].lstrip("\r\n").splitlines()[:1]
    stays = places[-1] == len(places) - 1
    if not stays and below and below[0].startswith(" " * column + "#"):
        return None
    return chunks
