"""A file of a workspace in its preferred form; what it says, and every comment, stays."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, Any, Final

from eaframe.model.style import style_of
from eaframe.sources.editing import Editor
from eaframe.sources.edits import Edit, apply_edits
from eaframe.sources.files import SourceFile, read_file
from eaframe.sources.reorder import reorder_keys, sort_items
from eaframe.sources.spelling import can_be_plain, changes_in_yaml_1_1, spelt
from eaframe.sources.tidy import tidied

if TYPE_CHECKING:
    from collections.abc import Iterator

    from eaframe.model.model import Model
    from eaframe.model.style import Style
    from eaframe.sources.limits import Limits

_BOM: Final = "\ufeff"
# Words that nobody needs in quotes: they begin with a letter and hold no mark that means something in YAML.
_SIMPLE: Final = re.compile(r"[^\W\d_](?:[\w ./()-]*[\w.)])?")


def formatted(file: SourceFile, model: Model, limits: Limits) -> bytes | None:
    """The new content of a file that was read without an error.

    None where it would say something else: that is a fault of this module, and the file is to be left alone.
    """
    text = unicodedata.normalize("NFC", file.content.decode("utf-8"))
    current = _read_again(file, text.encode("utf-8"), limits)
    mark = _BOM if text.startswith(_BOM) else ""
    text = mark + tidied(text.removeprefix(_BOM), current.document.positions)
    current = _read_again(current, text.encode("utf-8"), limits)
    style = style_of(current.document.data, model)
    for edits in (_quotes, _orders, _sets):
        current = _read_again(current, apply_edits(current.content, edits(Editor(current), style)), limits)
    same = _comparable(current.document.data, style) == _comparable(file.document.data, style)
    return current.content if same and not current.document.broken else None


def _read_again(file: SourceFile, content: bytes, limits: Limits) -> SourceFile:
    return file if content == file.content else read_file(file.name, content, limits)


def _quotes(editor: Editor, style: Style) -> Iterator[Edit]:
    positions, text = editor.file.document.positions, editor.text
    flow_end = 0
    for number, start in enumerate(positions.starts):
        end, is_key = positions.ends[number], positions.keys[number] is not None
        if text.startswith(("[", "{"), start) and not is_key:
            flow_end = max(flow_end, end)
        word = text[start + 1 : end - 1]
        if text[start : start + 1] in {"'", '"'} and _SIMPLE.fullmatch(word):
            stands_free = text[start - 1 : start] in {"", " ", "\n", "\r", "[", "{", ","}
            ends_well = not is_key or text[end : end + 2] in {": ", ":\n", ":\r"}
            fits = can_be_plain(word, flow=start < flow_end) and not changes_in_yaml_1_1(word)
            if stands_free and ends_well and fits:
                yield Edit(editor.file.name, start, end, word)
    for path in style.texts:
        node = editor.find(path)
        start, end = editor.span(node)
        if node.data == text[start:end] and changes_in_yaml_1_1(text[start:end]):
            yield Edit(editor.file.name, start, end, spelt(text[start:end], flow=node.in_flow))


def _orders(editor: Editor, style: Style) -> Iterator[Edit]:
    edits = (reorder_keys(editor, path, order) for path, order in style.orders.items())
    return (edit for edit in edits if edit is not None)


def _sets(editor: Editor, style: Style) -> Iterator[Edit]:
    edits = (sort_items(editor, path) for path in style.sets)
    return (edit for edit in edits if edit is not None)


def _comparable(data: Any, style: Style) -> Any:
    """The data with its sets in one order; the order of keys is nothing that a mapping says."""
    copy = _copied(data)
    for path in style.sets:
        at = copy
        for step in path:
            at = at[step]
        at.sort(key=str)
    return copy


def _copied(data: Any) -> Any:
    if isinstance(data, dict):
        return {key: _copied(value) for key, value in data.items()}
    return [_copied(item) for item in data] if isinstance(data, list) else data
