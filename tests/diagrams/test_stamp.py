import struct
import zlib

from eaframe.diagrams.stamp import stamped


def chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


HEADER = chunk(b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0))
REST = chunk(b"IDAT", zlib.compress(b"\0\0")) + chunk(b"IEND", b"")


def test_a_png_keeps_what_it_shows_and_gets_a_text_after_its_header():
    png = b"\x89PNG\r\n\x1a\n" + HEADER + REST
    assert (
        stamped(png, "0123456789ab")
        == b"\x89PNG\r\n\x1a\n" + HEADER + chunk(b"tEXt", b"eaframe\x000123456789ab") + REST
    )
