"""A selector as someone types it: in the short form, as YAML, or in a file; each gives the same plain data."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from eaframe.findings import Place, Span
from eaframe.graph.selector import Selector
from eaframe.graph.short_form import Mistake, read_short_form
from eaframe.sources.files import SourceFile, read_bytes, read_file
from eaframe.sources.locate import locations
from eaframe.sources.shape import shape

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from eaframe.findings import Finding, Location
    from eaframe.sources.document import Data
    from eaframe.sources.limits import Limits

_YAML: Final = re.compile(r"\s*[{\[]|\s*[a-z-]+:(\s|$)")
NAME: Final = "selector"  # what the text is called where it is not in a file


@dataclass(frozen=True, slots=True)
class SelectorText:
    """What was typed: the text, its plain data (a selector, or a list of which one must match), and its mistakes."""

    file: SourceFile
    data: Data
    mistakes: tuple[Mistake, ...]
    span: Callable[[Place], Place | Span]

    @property
    def lines(self) -> list[str]:
        """The lines of the text, or of the file, with an empty one where there are none."""
        text = self.file.content.decode("utf-8", "replace").removeprefix("\ufeff")
        return re.split("\r\n|\r|\n", text)

    def selector(self) -> tuple[Selector | None, list[Finding]]:
        """The selector that the data stands for; None with findings where it stands for none."""
        data: Data = {} if self.data is None else self.data
        if not isinstance(data, list):
            return shape(Selector, data, Place(self.file.name))
        found, findings = [], []
        for index, one in enumerate(data):
            selector, wrong = shape(Selector, one, Place(self.file.name, (index,)))
            findings += wrong
            if selector is not None:
                found.append(selector)
        return (None if findings else Selector(any=tuple(found))), findings

    def locations(self, places: Iterable[Place | Span]) -> list[Location]:
        """The lines and columns in the text."""
        spans = (self.span(at) if isinstance(at, Place) else at for at in places)
        return locations(spans, {self.file.name: self.file})


def read_selector(words: Sequence[str], limits: Limits) -> tuple[SelectorText, list[Finding]]:
    """What the words of a command line say: ``@FILE`` is a YAML file, what looks like YAML is YAML, else short form.

    Raises CannotOpenError for a file that cannot be opened.
    """
    text = " ".join(words)
    if text.startswith("@"):
        path = Path(text[1:])
        return _yaml(path.as_posix(), read_bytes(path.parent, path.name, limits), limits)
    content = text.encode("utf-8", "replace")
    if _YAML.match(text):
        return _yaml(NAME, content, limits)
    form, mistakes = read_short_form(words, NAME)
    file = read_file(NAME, b"{}", limits)  # has no positions: the short form keeps its own
    file = SourceFile(NAME, content, file.digest, file.document, ())
    return SelectorText(file, form.data, tuple(mistakes), form.span), []


def _yaml(name: str, content: bytes, limits: Limits) -> tuple[SelectorText, list[Finding]]:
    file = read_file(name, content, limits)
    return SelectorText(file, file.document.data, (), lambda place: place), [*file.findings]
