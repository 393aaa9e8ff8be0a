"""The words of the report on a pull request, per language; English where a language has none."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

_WORDS: Final[Mapping[str, Mapping[str, str]]] = {
    "title": {"en": "What this change does to {name}", "vi": "Thay đổi này tác động gì đến {name}"},
    "clean": {"en": "nothing new is wrong", "vi": "không có lỗi mới"},
    "new-error": {"en": "{number} new errors", "vi": "{number} lỗi mới"},
    "new-error-one": {"en": "1 new error", "vi": "1 lỗi mới"},
    "new-warning": {"en": "{number} new warnings", "vi": "{number} cảnh báo mới"},
    "new-warning-one": {"en": "1 new warning", "vi": "1 cảnh báo mới"},
    "new-info": {"en": "{number} new infos", "vi": "{number} lưu ý mới"},
    "new-info-one": {"en": "1 new info", "vi": "1 lưu ý mới"},
    "breaks": {"en": "{number} breaking changes", "vi": "{number} thay đổi không tương thích"},
    "breaks-one": {"en": "1 breaking change", "vi": "1 thay đổi không tương thích"},
    "accepts": {"en": "{number} things accepted", "vi": "{number} điều được chấp nhận"},
    "accepts-one": {"en": "1 thing accepted", "vi": "1 điều được chấp nhận"},
    "mended": {"en": "{number} findings fixed", "vi": "{number} phát hiện đã sửa"},
    "mended-one": {"en": "1 finding fixed", "vi": "1 phát hiện đã sửa"},
    "new": {"en": "New findings", "vi": "Phát hiện mới"},
    "codes": {"en": "New and fixed by code", "vi": "Mới và đã sửa theo mã"},
    "broken": {"en": "Breaking changes", "vi": "Thay đổi không tương thích với bên phụ thuộc"},
    "accepted": {"en": "What it accepts or no longer asks", "vi": "Những gì được chấp nhận hoặc không còn xét"},
    "changes": {"en": "What changed", "vi": "Những gì thay đổi"},
    "picture": {"en": "Picture", "vi": "Sơ đồ"},
    "owners": {"en": "Owners to tell", "vi": "Đơn vị cần báo"},
    "affected": {
        "en": "Who is affected, up to {depth} relationships away",
        "vi": "Những gì bị tác động, cách tối đa {depth} quan hệ",
    },
    "code": {"en": "Code", "vi": "Mã"},
    "rule": {"en": "Rule", "vi": "Quy tắc"},
    "column-new": {"en": "New", "vi": "Mới"},
    "column-fixed": {"en": "Fixed", "vi": "Đã sửa"},
    "where": {"en": "Where", "vi": "Ở đâu"},
    "steps": {"en": "Steps", "vi": "Số bước"},
    "element": {"en": "Element", "vi": "Phần tử"},
    "owner": {"en": "Owner", "vi": "Chủ quản"},
    "error": {"en": "error", "vi": "lỗi"},
    "warning": {"en": "warning", "vi": "cảnh báo"},
    "info": {"en": "info", "vi": "lưu ý"},
    "waiver-added": {"en": "new waiver", "vi": "miễn trừ mới"},
    "waiver-changed": {"en": "changed waiver", "vi": "miễn trừ thay đổi"},
    "baseline-added": {"en": "new in the baseline", "vi": "mới trong danh sách nền"},
    "setting-changed": {"en": "changed setting", "vi": "thiết lập thay đổi"},
    "rule-removed": {"en": "removed rule", "vi": "quy tắc bị bỏ"},
    "rule-changed": {"en": "changed rule", "vi": "quy tắc thay đổi"},
    "checklist-removed": {"en": "removed checklist", "vi": "danh mục kiểm tra bị bỏ"},
    "checklist-changed": {"en": "changed checklist", "vi": "danh mục kiểm tra thay đổi"},
    "legend": {
        "en": "`+` added, `−` removed, `~` changed; grey is what did not change.",
        "vi": "`+` thêm, `−` bỏ, `~` đổi; màu xám là phần không đổi.",
    },
    "lines-left-out": {"en": "{number} relationships are left out.", "vi": "{number} quan hệ không được vẽ."},
    "left-out": {"en": "… and {number} more.", "vi": "… và {number} mục nữa."},
    "too-long": {
        "en": "Left out, as a comment has room for no more.",
        "vi": "Được lược bỏ vì bình luận không đủ chỗ.",
    },
    "owner-known": {"en": "{owner}", "vi": "{owner}"},
    "owner-unknown": {
        "en": "owner not known yet, {owner} finds out",
        "vi": "chưa xác định chủ quản, {owner} đang làm rõ",
    },
    "owner-missing": {"en": "no owner said", "vi": "chưa ghi chủ quản"},
    "owner-not-applicable": {"en": "has no owner", "vi": "không có chủ quản"},
    "compared": {"en": "{before} → {after}", "vi": "{before} → {after}"},
}


def word(key: str, language: str, **args: object) -> str:
    """A word or a sentence in ``language``."""
    texts = _WORDS[key]
    return texts.get(language, texts["en"]).format_map(args)


def counted(key: str, number: int, language: str) -> str:
    """A number of things."""
    return word(key if number != 1 else f"{key}-one", language, number=number)
