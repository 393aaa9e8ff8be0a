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
        "lost": "lacks now",
        "before": "before",
        "after": "now",
        "points": "points",
        "date": "date",
        "revision": "revision",
        "change": "change",
        "first": "first",
        "last": "last",
        "now": "now",
        "none": "no owner is named",
        "unknown": "owner not known yet, tracked",
        "not-applicable": "needs no owner",
        "total": "Total: {score} complete. Elements: {elements}, missing values: {missing}, tracked: {tracked}.",
        "nothing-lacks": "Nothing is missing.",
        "since": "Since {revision}: {before} before, {after} now",
        "pulled": "What pulled it down, in hundredths of the total, by {by}",
        "left-out": "… and {number} more",
        "not-whole": "* not all could be read at that revision",
    },
    "vi": {
        "completeness": "Mức độ đầy đủ",
        "score": "mức",
        "elements": "phần tử",
        "missing": "thiếu",
        "tracked": "theo dõi",
        "kind": "loại",
        "owner": "đơn vị chủ quản",
        "attribute": "thuộc tính",
        "layer": "lớp",
        "element": "phần tử",
        "name": "tên",
        "lost": "nay thiếu",
        "before": "trước",
        "after": "nay",
        "points": "điểm",
        "date": "ngày",
        "revision": "phiên bản",
        "change": "thay đổi",
        "first": "đầu",
        "last": "cuối",
        "now": "hiện tại",
        "none": "chưa có đơn vị chủ quản",
        "unknown": "chưa xác định chủ quản, đang theo dõi",
        "not-applicable": "không cần đơn vị chủ quản",
        "total": "Tổng: đầy đủ {score}. Phần tử: {elements}, giá trị còn thiếu: {missing}, đang theo dõi: {tracked}.",
        "nothing-lacks": "Không thiếu gì.",
        "since": "So với {revision}: trước {before}, nay {after}",
        "pulled": "Điều làm giảm mức đầy đủ, tính bằng phần trăm của tổng, theo {by}",
        "left-out": "… và {number} mục nữa",
        "not-whole": "* ở phiên bản này không đọc được toàn bộ",
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
