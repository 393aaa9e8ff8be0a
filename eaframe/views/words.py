"""The sentences that a view says about itself, per language; in English where a language has none."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

_WORDS: Final[Mapping[str, Mapping[str, str]]] = {
    "refused": {
        "vi": "{number} phần tử được chọn không thuộc góc nhìn này và không được vẽ.",
        "en": "{number} selected elements do not belong to this viewpoint and are left out.",
    },
    "changes": {
        "vi": "Phần tử: {added} thêm, {removed} bỏ, {changed} đổi. Quan hệ: {more} thêm, {fewer} bỏ, {other} đổi.",
        "en": "Elements: {added} added, {removed} removed, {changed} changed. "
        "Relationships: {more} added, {fewer} removed, {other} changed.",
    },
    "unchanged": {
        "vi": "Không có phần tử hay quan hệ nào thay đổi.",
        "en": "No element and no relationship changed.",
    },
    "was": {"vi": "Mã trước là {id}.", "en": "Its id was {id}."},
    "changed": {"vi": "Đã đổi: {names}.", "en": "Changed: {names}."},
    "changed-left-out": {
        "vi": "{number} phần tử thay đổi khác không được vẽ.",
        "en": "{number} more changed elements are left out.",
    },
    "neighbours-left-out": {
        "vi": "{number} phần tử liên quan không được vẽ.",
        "en": "{number} more neighbours are left out.",
    },
    "limited": {
        "vi": "Khung nhìn vẽ nhiều nhất {most} {what}; còn {number} không được vẽ.",
        "en": "At most {most} {what} are shown; left out: {number}.",
    },
    "elements": {"vi": "phần tử", "en": "elements"},
    "rows": {"vi": "hàng", "en": "rows"},
    "columns": {"vi": "cột", "en": "columns"},
    "relationships": {"vi": "quan hệ", "en": "relationships"},
    "undated": {
        "vi": "{number} phần tử không có thời gian hiệu lực và không được vẽ.",
        "en": "Left out, as nothing says when they live: {number}.",
    },
    "unknown": {"vi": "Chưa xác định", "en": "Not known yet"},
    "not-applicable": {"vi": "Không áp dụng", "en": "Not applicable"},
    "no-rows": {"vi": "Bảng này không có dòng nào.", "en": "This table has no rows."},
    "no-columns": {"vi": "Ma trận này không có cột nào.", "en": "This matrix has no columns."},
    "no-bars": {"vi": "Lộ trình này chưa có mốc thời gian nào.", "en": "This roadmap has nothing with a date."},
    "quarter": {"vi": "Quý {number}", "en": "Q{number}"},
    "no-data": {"vi": "Chưa có dữ liệu", "en": "No data"},
    "no-whole": {"vi": "Không thuộc nhóm nào", "en": "Part of nothing here"},
    "others": {"vi": "Giá trị khác", "en": "Other values"},
    "number-of-related": {"vi": "Số phần tử liên quan", "en": "Number of related elements"},
    "at-least": {"vi": "từ {low} trở lên", "en": "{low} and more"},
    "from-to": {"vi": "từ {low} đến dưới {high}", "en": "{low} to less than {high}"},
    "true": {"vi": "Có", "en": "Yes"},
    "false": {"vi": "Không", "en": "No"},
    "today": {"vi": "Ngày {date}", "en": "{date}"},
    "new": {"vi": "Mới trong kiến trúc mục tiêu", "en": "New in the target"},
    "gone": {"vi": "Bỏ hoặc không được nêu trong kiến trúc mục tiêu", "en": "Eliminated, or not named in the target"},
    "mark-kept": {"vi": "Giữ lại", "en": "Kept"},
    "mark-replaced": {"vi": "Được thay bằng", "en": "Replaced by"},
    "mark-gone": {"vi": "Bỏ trong kiến trúc mục tiêu", "en": "Eliminated in the target"},
    "mark-unsaid": {
        "vi": "Còn hiệu lực nhưng kiến trúc mục tiêu không nêu",
        "en": "Lives on, but the target does not name it",
    },
    "mark-new": {"vi": "Chưa có ở hiện trạng", "en": "Not in the baseline"},
    "mark-related": {"vi": "Có quan hệ", "en": "Related"},
    "mark-derived": {"vi": "Suy ra qua quan hệ khác", "en": "Follows from other relationships"},
    "mark-number": {"vi": "Số quan hệ", "en": "Number of relationships"},
    "crud-C": {"vi": "Tạo", "en": "Create"},
    "crud-R": {"vi": "Đọc", "en": "Read"},
    "crud-U": {"vi": "Sửa", "en": "Update"},
    "crud-D": {"vi": "Xóa", "en": "Delete"},
    "crud-W": {"vi": "Ghi (chưa xác định tạo, sửa hay xóa)", "en": "Write (create, update or delete is not said)"},
    "crud-A": {"vi": "Truy cập (chưa xác định đọc hay ghi)", "en": "Access (read or write is not said)"},
    "square": {"vi": "{what}: từ hàng đến cột", "en": "{what}: from row to column"},
    "no-plateaus": {
        "vi": "Mô hình chưa có hai trạng thái kiến trúc có ngày để so sánh.",
        "en": "The model has no two plateaus with dates to compare.",
    },
    "rows-columns": {"vi": "{rows} (hàng) và {columns} (cột)", "en": "{rows} (rows) by {columns} (columns)"},
    "column-name": {"vi": "Tên", "en": "Name"},
    "column-type": {"vi": "Loại", "en": "Type"},
    "column-id": {"vi": "Mã", "en": "Id"},
    "column-owner": {"vi": "Đơn vị chủ quản", "en": "Owner"},
    "column-documentation": {"vi": "Mô tả", "en": "Description"},
    "column-source": {"vi": "Từ", "en": "From"},
    "column-target": {"vi": "Đến", "en": "To"},
    "column-tags": {"vi": "Nhãn", "en": "Tags"},
    "column-layer": {"vi": "Lớp", "en": "Layer"},
    "column-valid-from": {"vi": "Hiệu lực từ", "en": "Valid from"},
    "column-valid-to": {"vi": "Hiệu lực đến", "en": "Valid to"},
    "column-visibility": {"vi": "Phạm vi", "en": "Visibility"},
    "column-evidence": {"vi": "Nguồn", "en": "Evidence"},
    "column-replaced-by": {"vi": "Được thay bằng", "en": "Replaced by"},
    "column-date": {"vi": "Ngày", "en": "Date"},
    "column-mode": {"vi": "Cách truy cập", "en": "Access"},
    "column-strength": {"vi": "Mức ảnh hưởng", "en": "Strength"},
    "reified": {
        "vi": "{number} quan hệ nối với quan hệ khác không được vẽ.",
        "en": "Left out, as they end on a relationship: {number}.",
    },
}

_MONTHS: Final[Mapping[str, tuple[str, ...]]] = {
    "vi": tuple(f"T{number}" for number in range(1, 13)),
    "en": ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"),
}


def word(key: str, language: str, **args: object) -> str:
    """One sentence in ``language``."""
    texts = _WORDS[key]
    return texts.get(language, texts["en"]).format(**args)


def month(number: int, language: str) -> str:
    """The short name of a month, 1 to 12."""
    return _MONTHS.get(language, _MONTHS["en"])[number - 1]


def date_text(written: str, language: str) -> str:
    """A date, possibly partial, as it is written in a language: 2026-11-23 is 23/11/2026 in Vietnamese."""
    return "/".join(reversed(written.split("-"))) if language == "vi" else written


COLUMNS: Final = frozenset(key.removeprefix("column-") for key in _WORDS if key.startswith("column-"))
