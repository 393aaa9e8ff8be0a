"""The words that tables and roadmaps bring themselves, per language; in English where a language has none."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

_WORDS: Final[Mapping[str, Mapping[str, str]]] = {
    "no-rows": {"vi": "Bảng này không có dòng nào.", "en": "This table has no rows."},
    "no-columns": {"vi": "Ma trận này không có cột nào.", "en": "This matrix has no columns."},
    "no-bars": {"vi": "Lộ trình này chưa có mốc thời gian nào.", "en": "This roadmap has nothing with a date."},
    "quarter": {"vi": "Quý {number}", "en": "Q{number}"},
}
_MONTHS: Final[Mapping[str, tuple[str, ...]]] = {
    "vi": tuple(f"T{number}" for number in range(1, 13)),
    "en": ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"),
}


def word(key: str, language: str, **args: object) -> str:
    """A word or a sentence in ``language``."""
    texts = _WORDS[key]
    return texts.get(language, texts["en"]).format(**args)


def month(number: int, language: str) -> str:
    """The short name of a month, 1 to 12."""
    return _MONTHS.get(language, _MONTHS["en"])[number - 1]
