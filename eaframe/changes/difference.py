"""What one model says that another does not: found by meaning, never by lines.

The laws: ``compare(a, a)`` is empty; ``apply(compare(a, b), a)`` is the content of b; ``compare(b, a)`` says the same
the other way round.
"""

from __future__ import annotations

import copy
from dataclasses import dataclass, field
from enum import Enum
from typing import TYPE_CHECKING, Any, Final

from eaframe.changes.content import SECTIONS, Content, content
from eaframe.changes.renames import find_renames

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from eaframe.changes.plain import Item, Plain
    from eaframe.model.model import Model


class Absent(Enum):
    """What stands where there is no value; null is a value."""

    ABSENT = "absent"


ABSENT: Final = Absent.ABSENT
Path = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Change:
    """One value of one thing, before and after: ``path`` leads to it by keys, and indexes of lists."""

    path: Path
    old: Plain | Absent
    new: Plain | Absent


@dataclass(frozen=True, slots=True)
class SectionDifference:
    """The difference in one section, each mapping in the order of ids.

    ``added`` and ``removed`` hold all that is said of a thing. ``renamed`` maps former ids to present ones; all else
    goes by the present id.
    """

    added: Mapping[str, Item] = field(default_factory=dict)
    removed: Mapping[str, Item] = field(default_factory=dict)
    changed: Mapping[str, tuple[Change, ...]] = field(default_factory=dict)
    renamed: Mapping[str, str] = field(default_factory=dict)

    def __bool__(self) -> bool:
        return bool(self.added or self.removed or self.changed or self.renamed)


@dataclass(frozen=True, slots=True)
class Difference:
    """The difference of two models by section (``elements``, ``relationships``, ``kinds``, ``rules`` …), where any."""

    sections: Mapping[str, SectionDifference]

    def __bool__(self) -> bool:
        return bool(self.sections)

    def section(self, name: str) -> SectionDifference:
        """The difference in a section, which may be empty."""
        return self.sections.get(name, SectionDifference())


def compare(before: Model, after: Model) -> Difference:
    """The difference of two whole models (of all times)."""
    renames = find_renames(before, after)
    old, new = content(before, renames), content(after)
    names = [*SECTIONS, *sorted((old.keys() | new.keys()) - set(SECTIONS))]
    found = {
        name: _section(old.get(name, {}), new.get(name, {}), renames if name == "elements" else {}) for name in names
    }
    return Difference({name: one for name, one in found.items() if one})


def apply(difference: Difference, before: Model) -> Content:
    """The content of the model after a difference, from the model before it."""
    found = content(before, difference.section("elements").renamed)
    for name, section in difference.sections.items():
        items = {id_: item for id_, item in found.get(name, {}).items() if id_ not in section.removed}
        items |= section.added
        for id_, changes in section.changed.items():
            items[id_] = _patched(items[id_], changes)
        found[name] = dict(sorted(items.items()))
    return {name: items for name, items in found.items() if items}


def _section(old: Mapping[str, Item], new: Mapping[str, Item], renames: Mapping[str, str]) -> SectionDifference:
    changed = {id_: tuple(_changes(old[id_], new[id_], ())) for id_ in sorted(old.keys() & new.keys())}
    return SectionDifference(
        added={id_: new[id_] for id_ in sorted(new.keys() - old.keys())},
        removed={id_: old[id_] for id_ in sorted(old.keys() - new.keys())},
        changed={id_: changes for id_, changes in changed.items() if changes},
        renamed=dict(sorted(renames.items())),
    )


def _changes(old: Any, new: Any, path: Path) -> Iterator[Change]:
    """The smallest values that differ."""
    if isinstance(old, dict) and isinstance(new, dict) and (not path or old.keys() & new.keys() or not (old and new)):
        for key in [*old, *(key for key in new if key not in old)]:
            yield from _changes(old.get(key, ABSENT), new.get(key, ABSENT), (*path, key))
    elif _are_mappings(old) and _are_mappings(new) and len(old) == len(new):
        for index, (one, other) in enumerate(zip(old, new, strict=True)):
            yield from _changes(one, other, (*path, index))
    elif not _same(old, new):
        yield Change(path, old, new)


def _are_mappings(value: Any) -> bool:
    return isinstance(value, list) and bool(value) and all(isinstance(item, dict) for item in value)


def _same(old: Any, new: Any) -> bool:
    """Whether two values are equal; ``true`` and 1 are not."""
    if isinstance(old, list) and isinstance(new, list):
        return len(old) == len(new) and all(map(_same, old, new))
    if isinstance(old, dict) and isinstance(new, dict):
        return old.keys() == new.keys() and all(_same(value, new[key]) for key, value in old.items())
    return isinstance(old, bool) == isinstance(new, bool) and bool(old == new)


def _patched(item: Item, changes: tuple[Change, ...]) -> Item:
    found = copy.deepcopy(item)
    for change in changes:
        inner: Any = found
        for step in change.path[:-1]:
            inner = inner[step]
        if change.new is ABSENT:
            del inner[change.path[-1]]
        else:
            inner[change.path[-1]] = change.new
    return found
