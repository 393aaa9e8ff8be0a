"""How much is asked of a value: the four levels of QĐ 1425's Mẫu số 03 (B, R, K, T), as data and in words.

None of them makes a missing value an error, which is what ``required`` does: completeness weighs by them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal

if TYPE_CHECKING:
    from collections.abc import Mapping

Obligation = Literal["mandatory", "recommended", "conditional", "optional"]
# From what is asked most to what is asked least; `conditional` is asked where there is such a thing.
OBLIGATIONS: Final[Mapping[Obligation, Mapping[str, str]]] = {
    "mandatory": {"en": "Mandatory", "vi": "Bắt buộc"},
    "recommended": {"en": "Recommended", "vi": "Khuyến nghị"},
    "conditional": {"en": "Conditional", "vi": "Khi có"},
    "optional": {"en": "Optional", "vi": "Tùy chọn"},
}
