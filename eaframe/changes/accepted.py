"""What a change accepts or no longer asks: waivers, entries of the baseline, settings, rules and checklists.

Whoever adds a defect may add in the same change what hides it; so these are told on their own.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal

from eaframe.changes.content import SETTINGS, WORKSPACE
from eaframe.changes.judged import present_identity
from eaframe.changes.values import name_of, path_in_words, short
from eaframe.rules.baseline import read_baseline

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from eaframe.changes.difference import Difference
    from eaframe.changes.plain import Item

What = Literal[
    "waiver-added",
    "waiver-changed",
    "baseline-added",
    "setting-changed",
    "rule-removed",
    "rule-changed",
    "checklist-removed",
    "checklist-changed",
]
_ASKED: Final[Mapping[str, tuple[What, What]]] = {
    "rules": ("rule-removed", "rule-changed"),
    "checklists": ("checklist-removed", "checklist-changed"),
}
# Settings that decide what is read, found and shown to whom.
_SETTINGS: Final = frozenset(
    {"severity", "exclude", "classifications", "default-visibility", "imports", "code-prefixes", "completeness"}
)


@dataclass(frozen=True, slots=True)
class Accepted:
    """One such thing: ``subject`` names it, ``detail`` says more (a reason, what a setting was and is)."""

    what: What
    subject: str
    detail: str = ""


def accepted(difference: Difference, baseline_before: str, baseline_after: str) -> tuple[Accepted, ...]:
    """All of a difference, and of two texts of the baseline."""
    renames = difference.section("elements").renamed
    of_baseline = _baseline(baseline_before, baseline_after, renames)
    return (*_waivers(difference), *of_baseline, *_settings(difference), *_no_longer_asked(difference))


def _waivers(difference: Difference) -> Iterator[Accepted]:
    waivers = difference.section("waivers")
    for id_, item in waivers.added.items():
        yield Accepted("waiver-added", id_, _reason(item))
    for id_, changes in waivers.changed.items():
        yield Accepted("waiver-changed", id_, ", ".join(path_in_words(one.path) for one in changes))


def _reason(item: Item) -> str:
    said = [short(item[key]) for key in ("reason", "decision", "until") if key in item]
    return " · ".join(said) or name_of(item, ())


def _baseline(before: str, after: str, renames: Mapping[str, str]) -> Iterator[Accepted]:
    known = {present_identity(one, renames) for one in read_baseline(before).identities}
    more = read_baseline(after).identities - known
    for code, subject, detail in sorted(more):
        yield Accepted("baseline-added", f"{code} {subject}".strip(), detail)


def _settings(difference: Difference) -> Iterator[Accepted]:
    for change in difference.section(WORKSPACE).changed.get(SETTINGS, ()):
        if change.path[0] in _SETTINGS:
            detail = f"{short(change.old) or '–'} → {short(change.new) or '–'}"
            yield Accepted("setting-changed", path_in_words(change.path), detail)


def _no_longer_asked(difference: Difference) -> Iterator[Accepted]:
    for section, (removed, changed) in _ASKED.items():
        found = difference.section(section)
        for id_, item in found.removed.items():
            yield Accepted(removed, id_, name_of(item, ()) or short(item.get("name")))
        for id_, changes in found.changed.items():
            yield Accepted(changed, id_, ", ".join(dict.fromkeys(path_in_words(one.path) for one in changes)))
