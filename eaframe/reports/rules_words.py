"""The words of the catalogue of rules and of the page on checks, in each language."""

from __future__ import annotations

from typing import Final

TITLES: Final = {  # by the prefix of codes, in the order of the catalogue
    "SRC": {"en": "Reading files", "vi": "Đọc tệp"},
    "MOD": {"en": "The model language", "vi": "Ngôn ngữ mô hình"},
    "CPL": {"en": "Completeness", "vi": "Tính đầy đủ"},
    "REL": {"en": "Relationships", "vi": "Quan hệ"},
    "STR": {"en": "Structure", "vi": "Cấu trúc"},
    "TIM": {"en": "Time", "vi": "Thời gian"},
    "SEL": {"en": "Selectors", "vi": "Bộ chọn"},
    "VEW": {"en": "Views", "vi": "Khung nhìn"},
    "RUL": {"en": "Rules", "vi": "Quy tắc"},
    "CHK": {"en": "Checklists", "vi": "Danh mục kiểm tra"},
    "SEC": {"en": "Secrets", "vi": "Thông tin bí mật"},
    "WAI": {"en": "Waivers", "vi": "Miễn trừ"},
    "BAS": {"en": "The baseline", "vi": "Danh sách nền"},
    "BRK": {"en": "Breaking changes", "vi": "Thay đổi không tương thích"},
    "DOC": {"en": "Documents", "vi": "Tài liệu"},
    "IND": {"en": "Indicators", "vi": "Chỉ số"},
}
WORDS: Final = {
    "title": {"en": "Rules", "vi": "Các quy tắc"},
    "introduction": {
        "en": "Every code that `eaframe validate` can find, generated from the rules themselves (`make pages`). The "
        "models are run as\ntests.\n",
        "vi": "Mọi mã mà `eaframe validate` có thể phát hiện, sinh từ chính các quy tắc. Các mô hình được chạy như\n"
        "phép thử.\n",
    },
    "checks": {"en": "Checks for rules of one's own", "vi": "Các phép kiểm tra cho quy tắc của chính mình"},
    "three-ways": {
        "en": "A value can be not known in three ways: it is missing, it is unknown and tracked (`{unknown: {by, "
        "until}}`),\nor it is not applicable. What cannot be decided for that reason is no finding; the summary counts "
        "it.\nIn a model of all times (`--as-of all`) "
        "a value that changed is only what it always was; else it is not known.\n",
        "vi": "Một giá trị có thể không có theo ba cách: thiếu, chưa xác định nhưng được theo dõi (`{unknown: {by, "
        "until}}`),\nhoặc không áp dụng. Điều chưa kết luận được vì lý do đó không phải là phát hiện; dòng tổng kết "
        "đếm nó.\n"
        "Trong mô hình của mọi thời điểm (`--as-of all`) giá trị từng thay đổi chỉ được biết ở phần không đổi.\n",
    },
    "as-they-are": {
        "en": "In a `message` everything is filled in as it is; only `{expected}`, `{what}`, `{others}` and the verbs"
        " of a\nstep bring their own backticks.\n",
        "vi": "Trong `message` mọi thứ được điền nguyên văn; chỉ `{expected}`, `{what}`, `{others}` và động từ của"
        " một\nbước có sẵn dấu huyền ngược bao quanh.\n",
    },
    "asked-of": {"en": "Can be asked of: {subjects}.", "vi": "Áp dụng cho: {subjects}."},
    "not-known": {"en": "Not known: {said}", "vi": "Khi thiếu thông tin: {said}"},
    "may-say": {"en": "A message may say: {places}.", "vi": "Thông báo có thể dùng: {places}."},
}
SUBJECTS: Final = {
    "element": {"en": "element", "vi": "phần tử"},
    "relationship": {"en": "relationship", "vi": "quan hệ"},
    "view": {"en": "view", "vi": "khung nhìn"},
    "workspace": {"en": "workspace", "vi": "không gian làm việc"},
}
_COMPARED: Final = "Thiếu, chưa xác định và không áp dụng đều là chưa kết luận được."
_STEPS: Final = (
    "Cái có thể đứng ở đầu kia, nếu biết giá trị, không tính là có cũng không tính là không: khi điều đó quyết "
    "định kết quả thì đối tượng là chưa kết luận được."
)
# By check: what it asks, and what it makes of what is not known. English stands with the checks themselves.
CHECKS: Final = {
    "vi": {
        "required": (
            "Mỗi thuộc tính được nêu có giá trị, hoặc nói vì sao không có.",
            "Thiếu (hoặc để trống) là lỗi. Chưa xác định và không áp dụng thì đạt: chúng nói vì sao không có giá trị.",
        ),
        "allowed": (
            "Thuộc tính có một trong các giá trị đã cho; với danh sách thì từng mục đều vậy.",
            _COMPARED,
        ),
        "matches": (
            "Văn bản có dạng của mẫu, trong từng ngôn ngữ; với danh sách thì từng mục đều vậy.",
            _COMPARED,
        ),
        "attribute": (
            "So sánh của thuộc tính là đúng: với một giá trị, thuộc tính khác, thuộc tính cách một bước, ngày mô hình.",
            (
                "Ở cả hai vế, thiếu, chưa xác định và không áp dụng là chưa kết luận được. Cách một bước không có gì "
                "thì không có gì để so sánh, và đạt. `is` hỏi chính trạng thái đó và luôn kết luận được."
            ),
        ),
        "unique": (
            "Không hai đối tượng nào cùng giá trị; đối tượng trùng được báo cạnh đối tượng đầu tiên của nhóm.",
            "Đối tượng có một giá trị chưa xác định là chưa kết luận được, và không so với đối tượng nào.",
        ),
        "related": (
            "Ở cách một bước có đủ, và không quá nhiều.",
            _STEPS
            + " Một tổng là chưa kết luận được chừng nào còn một giá trị chưa xác định hoặc ở đơn vị tiền tệ khác; với "
            "`per` đối tượng cũng vậy khi giá trị ấy của phần tử ở đầu kia chưa xác định.",
        ),
        "unrelated": (
            "Không có phần tử nào như vậy ở cách một bước; mỗi quan hệ tới nó được báo tại nơi viết ra.",
            _STEPS,
        ),
        "reaches": (
            "Đi theo các bước thì tới được một phần tử phù hợp; nếu không, phát hiện nêu nơi mỗi đường đi kết thúc.",
            "Khi chỉ phần tử chưa kết luận được mới có thể là phần tử cần tìm thì đối tượng là chưa kết luận được.",
        ),
        "separate": (
            "Không có hai vế nào có điểm chung.",
            "Vế chưa xác định không có điểm chung với vế khác, nhưng làm cho đối tượng chưa kết luận được.",
        ),
        "chain": (
            "Có một đường đi gồm đúng các bước này; nếu không, phát hiện nêu bước bị đứt và đường đi tới đó.",
            "Đường đi trọn nhưng qua phần tử chưa kết luận được khiến đối tượng cũng vậy, nếu không có đường khác.",
        ),
        "acyclic": (
            "Không đường đi nào giữa các đối tượng quay lại nơi bắt đầu; mỗi vòng được báo một lần.",
            "Phép này không so sánh giá trị nào.",
        ),
        "layers": (
            "Không bước nào đi ngược lên trên hoặc, khi các lớp phải liền kề, đi vượt qua một lớp.",
            "Phần tử chưa kết luận được thuộc lớp nào thì không được xét, các bước tới nó cũng vậy.",
        ),
        "count": (
            "Có đủ đối tượng, và không quá nhiều; nơi không được có thì từng đối tượng được báo.",
            (
                "Đối tượng có giá trị `per` chưa xác định, hoặc chưa kết luận được có được chọn không, thì chưa kết "
                "luận được và không ở nhóm nào. Khi các đối tượng ấy có thể bù phần mà `min` còn thiếu thì không báo."
            ),
        ),
    }
}
