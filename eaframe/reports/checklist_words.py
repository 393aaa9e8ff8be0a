"""The words of the report on a checklist, per language. The four statuses in Vietnamese are the official ones."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

# Đáp ứng, Chưa đáp ứng, Chưa đủ cơ sở đánh giá, Không áp dụng: the statuses that the guide to the frameworks of digital
# architecture (Hướng dẫn of 2026, draft of 13/9/2026) lets a dossier use.
WORDS: Final[Mapping[str, Mapping[str, str]]] = {
    "en": {
        "met": "met",
        "not-met": "not met",
        "not-enough": "not enough to judge",
        "not-applicable": "not applicable",
        "number": "No.",
        "item": "Item",
        "status": "Status",
        "basis": "Basis",
        "found": "What was found",
        "missing": "What is missing",
        "waived": "Accepted",
        "as-of": "As of {day}",
        "all-times": "Of all times",
        "not-valid": "The checklist does not hold on this day.",
        "more": "… and {number} more: {command}",
        "waived-count": "{number} accepted by waivers",
        "counted": "{met} of {total} items met, {not-met} not met, {not-enough} not enough to judge, "
        "{not-applicable} not applicable",
        "lists": "{id}: {name} (items: {number})",
        "error": "error",
        "warning": "warning",
        "info": "info",
    },
    "vi": {
        "met": "Đáp ứng",
        "not-met": "Chưa đáp ứng",
        "not-enough": "Chưa đủ cơ sở đánh giá",
        "not-applicable": "Không áp dụng",
        "number": "STT",
        "item": "Nội dung",
        "status": "Trạng thái",
        "basis": "Căn cứ",
        "found": "Phát hiện",
        "missing": "Còn thiếu",
        "waived": "Được chấp nhận",
        "as-of": "Tại ngày {day}",
        "all-times": "Mọi thời điểm",
        "not-valid": "Danh mục kiểm tra không có hiệu lực vào ngày này.",
        "more": "… và {number} phát hiện nữa: {command}",
        "waived-count": "{number} được chấp nhận theo miễn trừ",
        "counted": "{met}/{total} nội dung đáp ứng, {not-met} chưa đáp ứng, {not-enough} chưa đủ cơ sở đánh giá, "
        "{not-applicable} không áp dụng",
        "lists": "{id}: {name} ({number} nội dung)",
        "error": "lỗi",
        "warning": "cảnh báo",
        "info": "thông tin",
    },
}
