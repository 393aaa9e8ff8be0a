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
    "added": {"vi": "Thêm", "en": "Added"},
    "removed": {"vi": "Bỏ", "en": "Removed"},
    "changed": {"vi": "Đổi", "en": "Changed"},
    "unchanged": {"vi": "Không đổi", "en": "Unchanged"},
    "and": {"vi": "{label} (và)", "en": "{label} (and)"},
    "page": {"vi": "trang {value}", "en": "page {value}"},
    "pages": {
        "vi": "Hình in trên {value} trang: trang này là toàn cảnh, số trang trong mỗi ô chỉ trang vẽ phần đó cỡ lớn.",
        "en": "Printed on {value} pages: this one shows the whole, each part of it names the page that shows it large.",
    },
    "or": {"vi": "{label} (hoặc)", "en": "{label} (or)"},
}


def word(key: str, language: str, **args: object) -> str:
    """A word or a sentence in ``language``."""
    texts = _WORDS[key]
    return texts.get(language, texts["en"]).format(**args)


def date(written: str, language: str) -> str:
    """A date, possibly partial, as it is written in a language: 2026-11-23 is 23/11/2026 in Vietnamese."""
    return "/".join(reversed(written.split("-"))) if language == "vi" else written
