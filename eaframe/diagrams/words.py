"""The words of a frame and a legend, per language; in English where a language has none."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

_WORDS: Final[Mapping[str, Mapping[str, str]]] = {
    "legend": {"vi": "Chú giải", "en": "Legend"},
    "version": {"vi": "Phiên bản {value}", "en": "Version {value}"},
    "data-cut-off": {"vi": "Số liệu đến {value}", "en": "Data up to {value}"},
    "as-of": {"vi": "Hiện trạng ngày {value}", "en": "As of {value}"},
    "all-times": {"vi": "Mọi thời điểm", "en": "All times"},
    "hash": {"vi": "Mã nội dung {value}", "en": "Content {value}"},
    "counts": {"vi": "{nodes} phần tử, {edges} quan hệ.", "en": "{nodes} elements, {edges} relationships."},
    "read": {"vi": "{label} (đọc)", "en": "{label} (read)"},
    "write": {"vi": "{label} (ghi)", "en": "{label} (write)"},
    "readwrite": {"vi": "{label} (đọc, ghi)", "en": "{label} (read, write)"},
    "directed": {"vi": "{label} (có hướng)", "en": "{label} (directed)"},
    "derived": {"vi": "{label} (suy ra)", "en": "{label} (derived)"},
    "lifted": {
        "vi": "Cũng thay cho quan hệ của các phần không vẽ",
        "en": "Also stands for relationships of parts that are not drawn",
    },
    "hidden": {"vi": "Số phần bên trong không vẽ", "en": "Number of parts inside that are not drawn"},
    "hidden-parts": {"vi": "Phần bên trong không vẽ: {number}.", "en": "Parts inside that are not drawn: {number}."},
    "lifted-behind": {"vi": "Thay cho: {names}", "en": "Stands for: {names}"},
    "derived-behind": {"vi": "Suy ra từ: {names}", "en": "Follows from: {names}"},
    "counted": {"vi": "{label} ({number} phần tử)", "en": "{label} ({number} elements)"},
    "counted-one": {"vi": "{label} (1 phần tử)", "en": "{label} (1 element)"},
    "++": {"vi": "{label}: thúc đẩy mạnh", "en": "{label}: strongly positive"},
    "+": {"vi": "{label}: thúc đẩy", "en": "{label}: positive"},
    "-": {"vi": "{label}: cản trở", "en": "{label}: negative"},
    "--": {"vi": "{label}: cản trở mạnh", "en": "{label}: strongly negative"},
    "notation": {"vi": "Ký hiệu", "en": "Notation"},
    "notation-about": {
        "vi": "Mọi kiểu phần tử và quan hệ của ArchiMate 3.2 như các góc nhìn vẽ chúng, cùng biểu tượng và màu mà một "
        "loại riêng có thể có. Dưới mỗi tên là từ viết trong mô hình.",
        "en": "Every element type and relationship of ArchiMate 3.2 as views draw them, and the icons and colours that "
        "a kind of one's own may have. Below each name stands the word that a model says it with.",
    },
    "relationships": {"vi": "Quan hệ", "en": "Relationships"},
    "icons": {"vi": "Biểu tượng của loại riêng: icon", "en": "Icons of kinds: icon"},
    "colours": {"vi": "Màu của loại riêng: colour", "en": "Colours of kinds: colour"},
    "scale": {"vi": "Thang màu, từ ít đến nhiều", "en": "Colours of a scale, from little to much"},
    "icon": {"vi": "Biểu tượng", "en": "Icon"},
    "colour": {"vi": "Màu", "en": "Colour"},
    "step": {"vi": "Bậc", "en": "Step"},
    "no-data": {"vi": "Chưa có dữ liệu", "en": "No data"},
    "signs": {"vi": "Dấu hiệu khác", "en": "Other signs"},
    "kind": {"vi": "Loại riêng", "en": "Kind"},
    "kind-name": {"vi": "Tên phần tử", "en": "Name of an element"},
    "derived-about": {"vi": "qua phần tử không vẽ", "en": "through elements that are not drawn"},
    "added": {"vi": "Thêm", "en": "Added"},
    "removed": {"vi": "Bỏ", "en": "Removed"},
    "changed": {"vi": "Đổi", "en": "Changed"},
    "unchanged": {"vi": "Không đổi", "en": "Unchanged"},
    "and": {"vi": "{label} (và)", "en": "{label} (and)"},
    "page": {"vi": "trang {value}", "en": "page {value}"},
    "pages": {
        "vi": "Hình in trên {value} trang: trang này là toàn cảnh, số trang trong mỗi ô chỉ trang vẽ phần đó cỡ lớn.",
        "en": "Printed on {value} pages: this one shows the whole, each part of it names the page that shows it large.",
    },
    "or": {"vi": "{label} (hoặc)", "en": "{label} (or)"},
}


def word(key: str, language: str, **args: object) -> str:
    """A word or a sentence in ``language``."""
    texts = _WORDS[key]
    return texts.get(language, texts["en"]).format(**args)
