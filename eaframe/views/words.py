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
        "vi": "{number} phần tử lân cận không được vẽ.",
        "en": "{number} more neighbours are left out.",
    },
    "reified": {
        "vi": "{number} quan hệ nối với quan hệ khác không được vẽ.",
        "en": "{number} relationships that end on a relationship are left out.",
    },
}


def word(key: str, language: str, **args: object) -> str:
    """One sentence in ``language``."""
    texts = _WORDS[key]
    return texts.get(language, texts["en"]).format(**args)
