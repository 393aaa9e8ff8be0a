"""The words of reports on changes, per language; English where a language has none."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

_WORDS: Final[Mapping[str, Mapping[str, str]]] = {
    "nothing": {"en": "nothing changed", "vi": "không có thay đổi"},
    "was": {"en": "was", "vi": "trước là"},
    "elements": {"en": "elements", "vi": "phần tử"},
    "relationships": {"en": "relationships", "vi": "quan hệ"},
    "kinds": {"en": "kinds", "vi": "loại"},
    "references": {"en": "references", "vi": "nguồn tham chiếu"},
    "workspace": {"en": "workspace", "vi": "không gian làm việc"},
    "libraries": {"en": "libraries", "vi": "thư viện"},
    "rules": {"en": "rules", "vi": "quy tắc"},
    "viewpoints": {"en": "viewpoints", "vi": "góc nhìn"},
    "views": {"en": "views", "vi": "khung nhìn"},
    "waivers": {"en": "waivers", "vi": "miễn trừ"},
    "documents": {"en": "documents", "vi": "tài liệu"},
    "indicators": {"en": "indicators", "vi": "chỉ số"},
    "observations": {"en": "observations", "vi": "số đo"},
    "added": {"en": "added", "vi": "thêm"},
    "removed": {"en": "removed", "vi": "bỏ"},
    "changed": {"en": "changed", "vi": "đổi"},
    "renamed": {"en": "renamed", "vi": "đổi mã"},
    "heading": {"en": "What changed between {before} and {after}", "vi": "Thay đổi giữa {before} và {after}"},
    "work-tree": {"en": "the work tree", "vi": "bản đang sửa"},
    "parting": {"en": "where {one} and {other} parted", "vi": "điểm {one} và {other} tách nhau"},
    "left-out": {"en": "… and {number} more", "vi": "… và {number} mục nữa"},
}


def word(key: str, language: str, **args: object) -> str:
    """A word or a sentence in ``language``; a word that is not known (a section of tomorrow) is said as it is."""
    texts = _WORDS.get(key)
    if texts is None:
        return key
    said = texts.get(language, texts["en"])
    return said.format_map(args) if args else said
