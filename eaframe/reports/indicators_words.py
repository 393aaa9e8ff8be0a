"""The words of the report on indicators, per language."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

WORDS: Final[Mapping[str, Mapping[str, str]]] = {
    "en": {
        "title": "Indicators as of {day}",
        "id": "Id",
        "name": "Indicator",
        "value": "Value",
        "of": "Counted",
        "baseline": "Baseline",
        "target": "Target",
        "left": "To target",
        "recorded": "Latest record",
        "date": "Date",
        "kind": "Kind",
        "remark": "Remark",
        "computed": "computed",
        "planned": "planned",
        "observed": "recorded",
        "no-data": "no data",
        "reached": "reached",
        "perhaps-reached": "not certain",
        "undecided": "{number} undecided",
        "range": "{low} to {high}",
        "not-in-force": "not in force",
        "unknown": "not known yet ({by}, until {until})",
        "count": "{number} indicators",
        "count-one": "1 indicator",
        "others": "Not in force on this day, and not listed: {ids}",
        "none": "The workspace has no indicators; define some under `indicators:`, or import a library that does.",
    },
    "vi": {
        "title": "Chỉ số tại ngày {day}",
        "id": "Mã",
        "name": "Chỉ số",
        "value": "Giá trị",
        "of": "Cách tính",
        "baseline": "Giá trị cơ sở",
        "target": "Mục tiêu",
        "left": "Còn thiếu",
        "recorded": "Số liệu công bố gần nhất",
        "date": "Ngày",
        "kind": "Loại số liệu",
        "remark": "Ghi chú",
        "computed": "tính từ mô hình",
        "planned": "dự kiến theo mô hình",
        "observed": "số công bố",
        "no-data": "chưa có dữ liệu",
        "reached": "đã đạt",
        "perhaps-reached": "chưa chắc",
        "undecided": "{number} chưa xác định",
        "range": "từ {low} đến {high}",
        "not-in-force": "không áp dụng",
        "unknown": "chưa xác định ({by}, hạn {until})",
        "count": "{number} chỉ số",
        "count-one": "1 chỉ số",
        "others": "Không áp dụng vào ngày này nên không liệt kê: {ids}",
        "none": "Không gian làm việc chưa có chỉ số nào; hãy khai báo trong `indicators:`, "
        "hoặc nhập một thư viện có chỉ số.",
    },
}
