"""Rules for people and programs: a list, the catalogue, and what the checks mean."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final

from eaframe.reports.page import before_it_is_filled, index, page
from eaframe.rules.checks import CHECKS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from eaframe.findings import Defect

SCHEMA_VERSION: Final = 1
_SECTIONS: Final = (
    ("SRC", "Reading files"),
    ("MOD", "The model language"),
    ("CPL", "Completeness"),
    ("REL", "Relationships"),
    ("STR", "Structure"),
    ("TIM", "Time"),
    ("SEL", "Selectors"),
    ("VEW", "Views"),
    ("RUL", "Rules"),
    ("WAI", "Waivers"),
    ("BAS", "The baseline"),
)


def listed(defects: Iterable[Defect], severities: Mapping[str, object], language: str) -> str:
    """One code a line; ``severities`` are those that the workspace sets."""
    lines = index(defects, language).splitlines()
    said = {line.split(" ", 1)[0]: line for line in lines}
    for code, wanted in severities.items():
        if code in said:
            said[code] += f"  (here: {wanted})" if isinstance(wanted, str) else "  (here: differs)"
    return "".join(f"{line}\n" for line in said.values())


def rules_json(defects: Iterable[Defect], tags: Mapping[str, tuple[str, ...]], language: str) -> str:
    """One JSON object with every code and its page."""
    rules = [
        {
            "code": one.code,
            "name": one.name,
            "severity": one.severity,
            "summary": before_it_is_filled(one, "summary", language),
            "hint": before_it_is_filled(one, "hint", language),
            "basis": one.basis,
            "tags": list(tags.get(one.code, ())),
            "bad": one.bad,
            "good": one.good,
        }
        for one in defects
    ]
    return json.dumps({"schema_version": SCHEMA_VERSION, "rules": rules}, ensure_ascii=False, indent=2) + "\n"


def rules_page(defects: Iterable[Defect], language: str) -> str:
    """The catalogue as Markdown: every code with its page, and the checks for rules of one's own."""
    every = list(defects)
    parts = ["# Rules\n", _INTRODUCTION]
    titles = dict(_SECTIONS)
    groups: dict[str, list[Defect]] = {prefix: [] for prefix in titles}
    for one in every:
        groups.setdefault(one.code[:-3], []).append(one)
    for prefix, members in groups.items():
        if members:
            parts.append(f"## {titles.get(prefix, prefix)}\n")
            parts += [page(one, language).replace("# ", "### ", 1) for one in members]
    parts.append(checks_page())
    return "\n".join(parts)


_INTRODUCTION: Final = """\
Every code that `eaframe validate` can find, generated from the rules themselves (`make pages`). The models are run as
tests.
"""


def checks_page() -> str:
    """What each check does, its parameters, and what it makes of values that are not known, as Markdown."""
    return "\n".join(_checks())


def _checks() -> Iterator[str]:
    yield "## Checks for rules of one's own\n"
    yield "A value can be not known in three ways: it is missing, it is unknown and tracked (`{unknown: {by, until}}`),"
    yield "or it is not applicable. What cannot be decided for that reason is no finding; the summary counts it. In a"
    yield "model of all times (`--as-of all`) a value that changed is only what it always was; else it is not known.\n"
    for check in CHECKS.values():
        yield f"### `{check.name}`\n"
        yield f"{_fact(check.run.__doc__)}\n"
        yield f"    check: {check.example}\n"
        yield f"- Can be asked of: {', '.join(check.subjects)}."
        yield f"- Not known: {check.not_known}"
        if check.fills:
            yield f"- A message may say: {', '.join(f'`{{{place}}}`' for place in ('id', 'name', *check.fills))}."
        yield ""


def _fact(docstring: str | None) -> str:
    return " ".join((docstring or "").split())
