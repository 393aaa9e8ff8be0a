"""Numbers as they are written at home: in Vietnam and much of Europe a comma stands before the decimals."""

from __future__ import annotations

import re
from typing import Final

from eaframe.findings.message import Message, say

DECIMAL_POINT: Final = "Write decimals with a point: `{number}`."
_COMMA: Final = re.compile(r"([-+]?[0-9]+),([0-9]+)")


def decimal_hint(written: str) -> Message | None:
    """How a number with a decimal comma (45,5) is written here; None for anything else."""
    match = _COMMA.fullmatch(written)
    return say(DECIMAL_POINT, number=f"{match[1]}.{match[2]}") if match else None
