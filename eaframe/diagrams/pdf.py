"""SVG to PDF for print: vector shapes, text that can be searched, the font that it was measured in embedded.

typst writes the file. All that comes from a model reaches it as data: the document below is the whole of its source.
"""

from __future__ import annotations

import re
import struct
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

    from eaframe.diagrams.pages.sheets import Paper

_DOCUMENT: Final = b"""\
#let data = json(bytes(sys.inputs.data))
#set document(title: data.title, description: data.description, keywords: (data.content,), date: none)
#set text(lang: data.language)
#set page(margin: 0pt)
#for sheet in data.sheets {
  page(width: sheet.width * 1pt, height: sheet.height * 1pt,
    image(bytes(sheet.svg), format: "svg", width: 100%, height: 100%, alt: data.alt))
}
"""
_LANGUAGE: Final = re.compile(r"[a-z]{2,3}")  # what typst knows as a language
_UNKNOWN: Final = "und"  # ISO 639-2: undetermined
_RECORD: Final = 16  # bytes of an entry in the list of an OpenType file's tables, which starts at byte 12


def render_pdf(svg: str, *, paper: Paper = "a3") -> bytes:
    """An SVG of ours in light colours as PDF; the same bytes for the same SVG.

    On ``a4`` and ``a3`` a picture whose names would be under 5.5 pt is divided: the first page shows the whole, then
    each page a part, with names of 6 pt at least. ``fit`` is one page as large as the picture. Raises ValueError
    where the SVG is not ours.
    """
    import json
    from pathlib import Path
    from tempfile import TemporaryDirectory

    import typst

    from eaframe.diagrams.pages.parts import read_picture
    from eaframe.diagrams.pages.sheets import sheets

    picture = read_picture(svg)
    data = {
        "title": picture.title,
        "description": picture.description,
        "alt": f"{picture.title}. {picture.description}",
        "content": picture.content,
        "language": _language(picture.language),
        "sheets": [{"width": one.width, "height": one.height, "svg": one.svg} for one in sheets(picture, paper)],
    }
    with TemporaryDirectory() as folder:
        for name, font in _fonts():
            Path(folder, name).write_bytes(font)
        fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[folder])
        compiler = typst.Compiler(_DOCUMENT, root=folder, font_paths=fonts, sys_inputs={"data": json.dumps(data)})
        pdf = compiler.compile(format="pdf", timestamp=0)
    assert isinstance(pdf, bytes)  # noqa: S101 - one file, because a PDF holds all pages
    return pdf


def _language(written: str) -> str:
    primary = written.partition("-")[0].lower()
    return primary if _LANGUAGE.fullmatch(primary) else _UNKNOWN


def _fonts() -> Iterator[tuple[str, bytes]]:
    """The fonts without glyph substitution: it makes two glyphs of ị and ụ, which then no search in the PDF finds."""
    import fontpkg_noto_sans  # type: ignore[import-untyped]  # a font, no code

    for path in sorted((fontpkg_noto_sans.ROOT / "files").glob("*.ttf")):
        font = bytearray(path.read_bytes())
        (tables,) = struct.unpack_from(">H", font, 4)
        for record in range(12, 12 + tables * _RECORD, _RECORD):
            if font[record : record + 4] == b"GSUB":
                font[record : record + 4] = b"GSUA"  # a table that nobody knows, and still in the order of the tags
        yield path.name, bytes(font)
