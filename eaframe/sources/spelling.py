"""How a text is written in YAML: plain where every reader reads it back as that text, else in quotes."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Final

# What tools that read YAML 1.1 take for a boolean, nothing, a number, a time of day in base 60, or a date.
_OTHER_TYPES: Final = re.compile(
    r"""(?:y|Y|yes|Yes|YES|n|N|no|No|NO|true|True|TRUE|false|False|FALSE|on|On|ON|off|Off|OFF)
    |(?:~|null|Null|NULL|<<|=)
    |[-+]?0[xob][0-9a-fA-F_]+
    |[-+]?\.?[0-9][0-9_]*(?::[0-5]?[0-9])*(?:\.[0-9_]*)?(?:[eE][-+]?[0-9]+)?
    |[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)
    |[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}(?:[Tt \t].*)?""",
    re.VERBOSE,
)
_NEVER_PLAIN: Final = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff]|:(?:\s|\Z)|\s#|\A\s|\s\Z|\A\Z")
_FIRST: Final = re.compile(r"[,\[\]{}#&*!|>'\"%@`]|[-?:](?:\s|\Z)|---|\.\.\.|<<\Z")
_IN_FLOW: Final = re.compile(r"[,\[\]{}?]|\A[-:]")
_SHORT: Final = 0xFFFF  # the last character that four digits name
_NOTHING: Final = frozenset({"~", "null", "Null", "NULL"})

Writable = str | int | date | Sequence["Writable"] | Mapping[str, "Writable"]
"""What can be written as a value: text, a number or boolean, a date, a list, a mapping."""


def changes_in_yaml_1_1(text: str) -> bool:
    """Whether other tools would read the plain text as something else: ``no``, ``012``, ``1:30``, ``2017-06-30``."""
    return _OTHER_TYPES.fullmatch(text) is not None


def can_be_plain(text: str, *, flow: bool) -> bool:
    """Whether the text can stand without quotes and is read back unchanged; ``flow`` is within ``[]`` or ``{}``."""
    if _NEVER_PLAIN.search(text) or _FIRST.match(text) or text in _NOTHING:
        return False
    return not (flow and _IN_FLOW.search(text))


def spelt(text: str, *, flow: bool = False, quote: str = "") -> str:
    """The text as a scalar: in the quotes asked for, else plain where that is safe for every reader."""
    if not quote and can_be_plain(text, flow=flow) and not changes_in_yaml_1_1(text):
        return text
    single = "'" + text.replace("'", "''") + "'"
    if text.isprintable() and (quote == "'" or (not quote and ('"' in text or "\\" in text))):
        return single
    return f'"{"".join(map(_in_double_quotes, text))}"'


def _in_double_quotes(character: str) -> str:
    if character in '"\\':
        return f"\\{character}"
    if character == "\n":
        return "\\n"
    if character.isprintable():
        return character
    code = ord(character)
    return f"\\u{code:04x}" if code <= _SHORT else f"\\U{code:08x}"


def respelt(written: str, text: str, *, flow: bool) -> str:
    """``text`` in the way in which another one is ``written``: its kind of quotes, or plain where that is safe."""
    return spelt(text, flow=flow, quote=written[:1] if written[:1] in {"'", '"'} else "")


def written(value: Writable, *, flow: bool = False) -> str:
    """A value on one line; lists and mappings in flow style."""
    if isinstance(value, str):
        return spelt(value, flow=flow)
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return str(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{spelt(k, flow=True)}: {written(v, flow=True)}" for k, v in value.items()) + "}"
    return "[" + ", ".join(written(item, flow=True) for item in value) + "]"
