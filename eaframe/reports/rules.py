"""Rules for people and programs: a list, the catalogue, and what the checks mean."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final

from eaframe.reports.page import before_it_is_filled, index, page
from eaframe.reports.rules_words import CHECKS as CHECK_WORDS
from eaframe.reports.rules_words import SUBJECTS, TITLES, WORDS
from eaframe.rules.checks import CHECKS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from eaframe.findings import Defect

SCHEMA_VERSION: Final = 1


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
    parts = [f"# {WORDS['title'][language]}\n", WORDS["introduction"][language]]
    groups: dict[str, list[Defect]] = {prefix: [] for prefix in TITLES}
    for one in every:
        groups.setdefault(one.code[:-3], []).append(one)
    for prefix, members in groups.items():
        if members:
            parts.append(f"## {TITLES[prefix][language] if prefix in TITLES else prefix}\n")
            parts += [page(one, language).replace("# ", "### ", 1) for one in members]
    parts.append(checks_page(language))
    return "\n".join(parts)


def checks_page(language: str) -> str:
    """What each check does, its parameters, and what it makes of values that are not known, as Markdown."""
    return "\n".join(_checks(language))


def _checks(language: str) -> Iterator[str]:
    yield f"## {WORDS['checks'][language]}\n"
    yield WORDS["three-ways"][language]
    yield WORDS["as-they-are"][language]
    translated = CHECK_WORDS.get(language, {})
    for check in CHECKS.values():
        does, not_known = translated.get(check.name) or (_fact(check.run.__doc__), check.not_known)
        subjects = ", ".join(SUBJECTS[subject][language] for subject in check.subjects)
        yield f"### `{check.name}`\n"
        yield f"{does}\n"
        yield f"    check: {check.example}\n"
        yield f"- {WORDS['asked-of'][language].format(subjects=subjects)}"
        yield f"- {WORDS['not-known'][language].format(said=not_known)}"
        if check.fills:
            places = ", ".join(f"`{{{place}}}`" for place in ("id", "name", *check.fills))
            yield f"- {WORDS['may-say'][language].format(places=places)}"
        yield ""


def _fact(docstring: str | None) -> str:
    return " ".join((docstring or "").split())
