"""The pages of several codes, or a list of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from eaframe.reports.page import index, page
from eaframe.reports.printable import printable

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from eaframe.rules.explained import Explained

_WORDS: Final[Mapping[str, Mapping[str, str]]] = {
    "en": {
        "of": "A rule of the library {name}, which comes with eaframe: `imports: [{name}]` brings it into a workspace.",
        "list-of": "These are of libraries that come with eaframe ({names}): "
        "`imports: [NAME]` brings one into a workspace.",
    },
    "vi": {
        "of": "Quy tắc của thư viện {name} đi kèm eaframe: `imports: [{name}]` nạp thư viện vào không gian làm việc.",
        "list-of": "Các quy tắc này thuộc thư viện đi kèm eaframe ({names}): "
        "`imports: [TÊN]` nạp một thư viện vào không gian làm việc.",
    },
}


def pages_text(found: Sequence[Explained], language: str) -> str:
    """The pages one after the other, each of a library that is not imported with a line that says so."""
    return "\n".join(_page(one, language) for one in found)


def list_text(found: Sequence[Explained], language: str) -> str:
    """One code a line, before it the tags of its rule."""
    return "".join(f"{line}\n" for line in _lines(found, language))


def _page(one: Explained, language: str) -> str:
    written = page(one.defect, language)
    if not one.library:
        return written
    title, _, rest = written.partition("\n")
    return f"{title}\n\n{_WORDS[language]['of'].format(name=one.library)}\n{rest}"


def _lines(found: Sequence[Explained], language: str) -> Iterator[str]:
    tags = [printable(", ".join(one.tags)) for one in found]
    columns = max(map(len, tags))
    for said, one in zip(tags, found, strict=True):
        line = index([one.defect], language).rstrip()
        yield f"{said:<{columns}}  {line}" if columns else line
    libraries = list(dict.fromkeys(one.library for one in found if one.library))
    if libraries:
        yield ""
        yield _WORDS[language]["list-of"].format(names=", ".join(sorted(libraries)))
