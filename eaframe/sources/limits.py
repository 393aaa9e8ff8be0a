"""How much a workspace may hold, so that a hostile file cannot exhaust the machine that checks it.

The limits come from the environment of the run, not from ``eaframe.yaml``: whoever changes a model in a pull request
must not be able to raise them.
"""

from __future__ import annotations

from dataclasses import dataclass, fields, replace

VARIABLE = "EAFRAME_LIMITS"


@dataclass(frozen=True, slots=True)
class Limits:
    """Upper bounds: bytes, defects, levels and characters of a text in one file; keys and values, files in all.

    ``rule_steps`` bounds what all rules and selectors together look at.
    """

    file_bytes: int = 10_000_000
    scalar_characters: int = 1_000_000
    depth: int = 32
    defects: int = 1_000
    nodes: int = 20_000_000
    files: int = 50_000
    rule_steps: int = 100_000_000

    def of_a_file(self) -> bytes:
        """The limits that one file is read under, in a form that another set of limits does not have."""
        return repr((self.file_bytes, self.scalar_characters, self.depth)).encode()


def parse_limits(text: str) -> Limits:
    """Limits from ``name=number,…`` (the variable EAFRAME_LIMITS); names with dashes. Raises ValueError."""
    known = {field.name.replace("_", "-"): field.name for field in fields(Limits)}
    changes: dict[str, int] = {}
    for item in filter(None, (part.strip() for part in text.split(","))):
        name, _, number = item.partition("=")
        if name.strip() not in known or not number.strip().isdecimal():
            raise ValueError(f"{VARIABLE}: `{item}` is not one of {', '.join(sorted(known))} with =NUMBER")
        changes[known[name.strip()]] = int(number)
    return replace(Limits(), **changes)
