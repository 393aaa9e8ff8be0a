"""The words of the report on completeness, per language."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from eaframe.views.bands import BANDS

if TYPE_CHECKING:
    from collections.abc import Mapping

WORDS: Final[Mapping[str, Mapping[str, str]]] = {
    "en": {
        "completeness": "Completeness",
        "score": "score",
        "elements": "elements",
        "missing": "missing",
        "tracked": "tracked",
        "kind": "kind",
        "owner": "owner",
        "attribute": "attribute",
        "layer": "layer",
        "element": "element",
        "name": "name",
        "lacks": "lacks",
        "lost": "lacks now",
        "before": "before",
        "after": "now",
        "points": "points",
        "date": "date",
        "revision": "revision",
        "change": "change",
        "first": "first",
        "last": "last",
        "work-tree": "the files as they are",
        "none": "no owner is named",
        "unknown": "the owner is not known yet, tracked",
        "not-applicable": "needs no owner",
        "total": "{score} of what is asked of {elements} elements is there; {missing} values are missing, "
        "{tracked} are tracked.",
        "nothing-lacks": "Nothing is missing.",
        "since": "Since {revision}: from {before} to {after}",
        "pulled": "What pulled it down, in hundredths of the total, by {by}",
        "left-out": "… and {number} more",
        "not-whole": "* Not all could be read at that revision.",
        "trend": "The last {number} revisions that changed the workspace",
    },
    "vi": {
        "completeness": "Mức độ đầy đủ",
        "score": "mức",
        "elements": "phần tử",
        "missing": "còn thiếu",
        "tracked": "theo dõi",
        "kind": "loại",
        "owner": "đơn vị chủ quản",
        "attribute": "thuộc tính",
        "layer": "lớp",
        "element": "phần tử",
        "name": "tên",
        "lacks": "thiếu gì",
        "lost": "nay thiếu",
        "before": "trước",
        "after": "nay",
        "points": "điểm",
        "date": "ngày",
        "revision": "phiên bản",
        "change": "thay đổi",
        "first": "đầu",
        "last": "cuối",
        "work-tree": "bản đang sửa",
        "none": "chưa nêu đơn vị chủ quản",
        "unknown": "chưa biết đơn vị chủ quản, đang theo dõi",
        "not-applicable": "không cần đơn vị chủ quản",
        "total": "Đã có {score} nội dung cần có của {elements} phần tử; còn thiếu {missing} giá trị, "
        "{tracked} giá trị đang được theo dõi.",
        "nothing-lacks": "Không thiếu gì.",
        "since": "So với {revision}: từ {before} còn {after}",
        "pulled": "Điều làm giảm mức đầy đủ, tính bằng phần trăm của tổng, theo {by}",
        "left-out": "… và {number} mục nữa",
        "not-whole": "* Ở phiên bản này không đọc được toàn bộ.",
        "trend": "{number} phiên bản gần nhất có thay đổi không gian làm việc",
    },
}
# What is asked of every element. Files say the key itself.
CORE: Final[Mapping[str, Mapping[str, str]]] = {
    "name": {"en": "name", "vi": "tên"},
    "documentation": {"en": "documentation", "vi": "mô tả"},
    "owner": {"en": "owner", "vi": "đơn vị chủ quản"},
    "evidence": {"en": "evidence", "vi": "nguồn, minh chứng"},
    "relationship": {"en": "relationship", "vi": "quan hệ"},
}
LAYERS: Final[Mapping[str, Mapping[str, str]]] = {**BANDS, "physical": {"en": "Physical", "vi": "Vật lý"}}
