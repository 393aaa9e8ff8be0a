"""The page of a code: everything about a kind of finding, made from the rule itself."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from eaframe.findings import Defect

_PLACE = re.compile(r"(?<!{){([a-z_]+)}")
_WORDS = {
    "en": {
        "severity": "severity",
        "mend": "What to do",
        "basis": "Basis",
        "bad": "Has the defect",
        "good": "Mended",
        "set": "Another severity, or off, for one workspace: `severity: {{{code}: off}}` in eaframe.yaml.",
        "error": "error",
        "warning": "warning",
        "info": "info",
    },
    "vi": {
        "severity": "mức",
        "mend": "Cách sửa",
        "basis": "Căn cứ",
        "bad": "Mô hình có lỗi",
        "good": "Mô hình đã sửa",
        "set": "Đổi mức hoặc tắt cho một không gian làm việc: `severity: {{{code}: off}}` trong eaframe.yaml.",
        "error": "lỗi",
        "warning": "cảnh báo",
        "info": "lưu ý",
    },
}


def page(defect: Defect, language: str) -> str:
    """The page as Markdown."""
    return "\n".join(_lines(defect, language)) + "\n"


def index(defects: Iterable[Defect], language: str) -> str:
    """All codes, one a line."""
    words = _WORDS[language]
    return "".join(f"{one.code}  {words[one.severity]:<8}  {one.name}\n" for one in defects)


def _lines(defect: Defect, language: str) -> Iterator[str]:
    words = _WORDS[language]
    yield f"# {defect.code} {defect.name} ({words['severity']}: {words[defect.severity]})"
    yield ""
    yield before_it_is_filled(defect, "summary", language)
    yield ""
    yield f"**{words['mend']}.** {before_it_is_filled(defect, 'hint', language)}"
    if defect.basis:
        yield ""
        yield f"**{words['basis']}.** {defect.basis}"
    for title, model in ((words["bad"], defect.bad), (words["good"], defect.good)):
        if model:
            yield ""
            yield f"{title}:"
            yield ""
            yield from (f"    {line}" for line in model.splitlines())
    yield ""
    yield words["set"].format(code=defect.code)


def before_it_is_filled(defect: Defect, part: Literal["summary", "hint"], language: str) -> str:
    """A sentence as it reads before it is known what it is said of: its places in capitals, as in ``DATE``."""
    named = _PLACE.sub(lambda place: place.group(1).upper().replace("_", "-"), defect.text(part, language))
    return named if defect.texts else named.replace("{{", "{").replace("}}", "}")
