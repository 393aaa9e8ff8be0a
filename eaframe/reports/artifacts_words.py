"""The words of the report on the artifacts of a framework, per language."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

WORDS: Final[Mapping[str, Mapping[str, str]]] = {
    "en": {
        "artifact": "Artifact",
        "kind": "Kind",
        "viewpoint": "Viewpoint",
        "status": "Status",
        "missing": "Missing, or why not",
        "command": "Command",
        "catalog": "catalog",
        "matrix": "matrix",
        "diagram": "diagram",
        "drawable": "can be drawn",
        "lacking": "not yet",
        "not-drawn": "not drawn",
        "counted": "{drawable} of {total} artifacts of {framework} can be drawn, {lacking} the model cannot feed yet, "
        "{not-drawn} eaframe does not draw",
        "views": "Views",
        "views-introduction": "Put these into a file of the workspace; `eaframe view ID` then draws them.",
    },
    "vi": {
        "artifact": "Sản phẩm kiến trúc",
        "kind": "Dạng",
        "viewpoint": "Góc nhìn",
        "status": "Trạng thái",
        "missing": "Còn thiếu gì, vì sao không",
        "command": "Lệnh",
        "catalog": "danh mục",
        "matrix": "ma trận",
        "diagram": "sơ đồ",
        "drawable": "vẽ được",
        "lacking": "chưa đủ",
        "not-drawn": "không vẽ",
        "counted": "{drawable}/{total} sản phẩm kiến trúc của {framework} vẽ được, {lacking} mô hình chưa đủ dữ liệu, "
        "{not-drawn} eaframe không vẽ",
        "views": "Các khung nhìn",
        "views-introduction": "Đưa các khung nhìn này vào một tệp của không gian làm việc; sau đó `eaframe view ID` "
        "vẽ chúng.",
    },
}
