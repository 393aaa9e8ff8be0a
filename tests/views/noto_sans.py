"""Advance widths read from a TrueType file, just far enough to check our table: cmap format 4 or 12, and hmtx."""

import struct


def advance_widths(font: bytes) -> dict[int, int]:
    tables = {}
    for index in range(struct.unpack_from(">H", font, 4)[0]):
        name, _, offset, length = struct.unpack_from(">4sLLL", font, 12 + 16 * index)
        tables[name.decode()] = font[offset : offset + length]
    number = struct.unpack_from(">H", tables["hhea"], 34)[0]
    advances = [struct.unpack_from(">H", tables["hmtx"], 4 * index)[0] for index in range(number)]
    glyphs = _characters(tables["cmap"])
    return {character: advances[min(glyph, number - 1)] for character, glyph in glyphs.items()}


def _characters(cmap: bytes) -> dict[int, int]:
    for index in range(struct.unpack_from(">H", cmap, 2)[0]):
        _, _, offset = struct.unpack_from(">HHL", cmap, 4 + 8 * index)
        if struct.unpack_from(">H", cmap, offset)[0] == 12:
            groups = struct.unpack_from(">L", cmap, offset + 12)[0]
            found = {}
            for group in range(groups):
                first, last, glyph = struct.unpack_from(">LLL", cmap, offset + 16 + 12 * group)
                found |= {character: glyph + character - first for character in range(first, last + 1)}
            return found
    raise AssertionError("the font has no character map of format 12")
