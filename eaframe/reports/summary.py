"""The sum of a report in one line: what was judged, what was found, and what else a reader must know to trust it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from eaframe.reports.report import Report

SEVERITIES = ("error", "warning", "info")
_WORDS = {  # of one, of several
    "en": {
        "element": ("{n} element", "{n} elements"),
        "relationship": ("{n} relationship", "{n} relationships"),
        "clean": ("nothing found", "nothing found"),
        "error": ("{n} error", "{n} errors"),
        "warning": ("{n} warning", "{n} warnings"),
        "info": ("{n} info", "{n} infos"),
        "waived": ("{n} waived", "{n} waived"),
        "expiring": ("{n} waiver ends within 30 days", "{n} waivers end within 30 days"),
        "in_baseline": ("{n} in the baseline", "{n} in the baseline"),
        "known_before": ("{n} was there before", "{n} were there before"),
        "undecided": ("{n} not decided, as a value is not known", "{n} not decided, as a value is not known"),
        "failed": ("{n} rule could not be run", "{n} rules could not be run"),
    },
    "vi": {
        "element": ("{n} phần tử",) * 2,
        "relationship": ("{n} quan hệ",) * 2,
        "clean": ("không có phát hiện nào",) * 2,
        "error": ("{n} lỗi",) * 2,
        "warning": ("{n} cảnh báo",) * 2,
        "info": ("{n} lưu ý",) * 2,
        "waived": ("{n} được miễn trừ",) * 2,
        "expiring": ("{n} miễn trừ hết hạn trong 30 ngày tới",) * 2,
        "in_baseline": ("{n} đã có trong danh sách nền",) * 2,
        "known_before": ("{n} đã có từ trước",) * 2,
        "undecided": ("{n} chưa kết luận được do thiếu thông tin",) * 2,
        "failed": ("{n} quy tắc không chạy được",) * 2,
    },
}


def counted(number: int, what: str, language: str) -> str:
    """A number with its word: ``2 errors``."""
    return _WORDS[language][what][number != 1].format(n=number)


def size(report: Report, language: str) -> str:
    """What was judged."""
    return f"{counted(report.elements, 'element', language)}, {counted(report.relationships, 'relationship', language)}"


def verdict(report: Report, language: str, paint: Callable[[str, str], str] | None = None) -> str:
    """How many findings there are of each severity; ``paint`` colours a severity's count."""
    numbers = {severity: report.count(severity) for severity in SEVERITIES}
    counts = [(severity, counted(number, severity, language)) for severity, number in numbers.items() if number]
    return ", ".join(paint(*one) if paint else one[1] for one in counts) or counted(0, "clean", language)


def besides(report: Report, language: str) -> list[str]:
    """What was found but is no finding, and what could not be judged; what is zero is not said."""
    groups = (
        {"waived": len(report.waived), "expiring": report.expiring},
        {"in_baseline": report.in_baseline},
        {"known_before": report.known_before},
        {"undecided": report.undecided},
        {"failed": report.failed},
    )
    said = ([counted(number, what, language) for what, number in group.items() if number] for group in groups)
    return [", ".join(parts) for parts in said if parts]


def summary(report: Report, language: str, paint: Callable[[str, str], str] | None = None) -> str:
    """The last line of a report."""
    return "; ".join([f"{size(report, language)}: {verdict(report, language, paint)}", *besides(report, language)])
