"""The words of a frame and a legend, per language; in English where a language has none."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

_WORDS: Final[Mapping[str, Mapping[str, str]]] = {
    "legend": {"vi": "Chú giải", "en": "Legend"},
    "version": {"vi": "Phiên bản {value}", "en": "Version {value}"},
    "data-cut-off": {"vi": "Số liệu đến {value}", "en": "Data up to {value}"},
    "as-of": {"vi": "Hiện trạng ngày {value}", "en": "As of {value}"},
    "all-times": {"vi": "Mọi thời điểm", "en": "All times"},
    "hash": {"vi": "Mã nội dung {value}", "en": "Content {value}"},
    "counts": {"vi": "{nodes} phần tử, {edges} quan hệ.", "en": "{nodes} elements, {edges} relationships."},
    "read": {"vi": "{label} (đọc)", "en": "{label} (read)"},
    "write": {"vi": "{label} (ghi)", "en": "{label} (write)"},
    "readwrite": {"vi": "{label} (đọc, ghi)", "en": "{label} (read, write)"},
    "directed": {"vi": "{label} (có hướng)", "en": "{label} (directed)"},
    "derived": {"vi": "{label} (suy ra)", "en": "{label} (derived)"},
    "lifted": {
        "vi": "Cũng thay cho quan hệ của các phần không vẽ",
        "en": "Also stands for relationships of parts that are not drawn",
    },
    "hidden": {"vi": "Số phần bên trong không vẽ", "en": "Number of parts inside that are not drawn"},
    "hidden-parts": {"vi": "Phần bên trong không vẽ: {number}.", "en": "Parts inside that are not drawn: {number}."},
    "lifted-behind": {"vi": "Thay cho: {names}", "en": "Stands for: {names}"},
    "derived-behind": {"vi": "Suy ra từ: {names}", "en": "Follows from: {names}"},
    "counted": {"vi": "{label} ({number})", "en": "{label} ({number})"},
    "++": {"vi": "{label}: thúc đẩy mạnh", "en": "{label}: strongly positive"},
    "+": {"vi": "{label}: thúc đẩy", "en": "{label}: positive"},
    "-": {"vi": "{label}: cản trở", "en": "{label}: negative"},
    "--": {"vi": "{label}: cản trở mạnh", "en": "{label}: strongly negative"},
    "added": {"vi": "Thêm", "en": "Added"},
    "removed": {"vi": "Bỏ", "en": "Removed"},
    "changed": {"vi": "Đổi", "en": "Changed"},
    "unchanged": {"vi": "Không đổi", "en": "Unchanged"},
    "and": {"vi": "{label} (và)", "en": "{label} (and)"},
    "or": {"vi": "{label} (hoặc)", "en": "{label} (or)"},
}


def word(key: str, language: str, **args: object) -> str:
    """A word or a sentence in ``language``."""
    texts = _WORDS[key]
    return texts.get(language, texts["en"]).format(**args)


def date(written: str, language: str) -> str:
    """A date, possibly partial, as it is written in a language: 2026-11-23 is 23/11/2026 in Vietnamese."""
    return "/".join(reversed(written.split("-"))) if language == "vi" else written
