"""The words of charts, per language; in English where a language has none."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

_WORDS: Final[Mapping[str, Mapping[str, str]]] = {
    "over-time": {"vi": "Chỉ số theo thời gian", "en": "Indicators over time"},
    "per": {"vi": "Chỉ số theo {what}", "en": "Indicators by {what}"},
    "computed": {"vi": "Tính từ mô hình", "en": "Computed from the model"},
    "planned": {"vi": "Dự kiến theo mô hình", "en": "Planned in the model"},
    "recorded": {"vi": "Số công bố", "en": "Recorded"},
    "range": {"vi": "Khoảng có thể, khi có phần chưa xác định", "en": "Possible range, where some are undecided"},
    "target": {"vi": "Mục tiêu", "en": "Target"},
    "baseline": {"vi": "Giá trị cơ sở", "en": "Baseline"},
    "no-data": {"vi": "Chưa có dữ liệu", "en": "No data"},
    "none": {"vi": "Không có chỉ số nào.", "en": "There are no indicators."},
    "group": {"vi": "Nhóm", "en": "Group"},
    "date": {"vi": "Ngày", "en": "Date"},
    "value": {"vi": "Giá trị", "en": "Value"},
    "counted": {"vi": "{part}/{whole}", "en": "{part}/{whole}"},
    "undecided": {"vi": "{number} chưa xác định", "en": "{number} undecided"},
}


def word(key: str, language: str, **args: object) -> str:
    """A word or a sentence in ``language``."""
    texts = _WORDS[key]
    return texts.get(language, texts["en"]).format(**args)
