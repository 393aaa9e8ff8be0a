"""What changed, thing by thing, in words that text, Markdown and pictures share."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal

from eaframe.changes.content import SECTIONS, WORKSPACE, content
from eaframe.changes.difference import ABSENT
from eaframe.changes.values import name_of, only_in_each, path_in_words, short, short_pair

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from eaframe.changes.difference import Change, Difference, SectionDifference
    from eaframe.changes.plain import Item
    from eaframe.model.model import Model

Mark = Literal["added", "removed", "changed", "renamed"]
SIGNS: Final[Mapping[Mark, str]] = {"added": "+", "removed": "-", "changed": "~", "renamed": "»"}
_ALWAYS_COUNTED: Final = ("elements", "relationships")


@dataclass(frozen=True, slots=True)
class ToldChange:
    """One value: ``old`` is "" where it was added, ``new`` where it was removed; ``mark`` tells which."""

    mark: Mark
    where: str
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class ToldThing:
    """One thing that changed. ``type`` is its type or kind, for a relationship its verb; ``was`` a former id."""

    mark: Mark
    section: str
    id: str
    type: str = ""
    name: str = ""
    was: str = ""
    source: str = ""
    target: str = ""
    changes: tuple[ToldChange, ...] = ()


def tell(difference: Difference, after: Model, language: str = "") -> tuple[ToldThing, ...]:
    """Everything that changed, by section and id; names in ``language``, else the first of the workspace."""
    languages = tuple(filter(None, (language, *after.settings.languages)))
    present = content(after)
    told: list[ToldThing] = []
    for name, section in difference.sections.items():
        things = [*_things(name, section, present.get(name, {}), languages)]
        told += sorted(things, key=lambda one: (one.id, one.mark))
    return tuple(told)


def counts(difference: Difference) -> dict[str, dict[Mark, int]]:
    """How many things were added, removed, changed and renamed per section; a renamed thing may have changed too."""
    names = [name for name in SECTIONS if name in _ALWAYS_COUNTED or name in difference.sections]
    found: dict[str, dict[Mark, int]] = {}
    for name in (*names, *(name for name in difference.sections if name not in SECTIONS)):
        one = difference.section(name)
        found[name] = {
            "added": len(one.added),
            "removed": len(one.removed),
            "changed": sum(1 for id_ in one.changed if id_ not in one.renamed.values()),
            "renamed": len(one.renamed),
        }
    return found


def _things(
    name: str, section: SectionDifference, present: Mapping[str, Item], languages: tuple[str, ...]
) -> Iterator[ToldThing]:
    for id_, item in section.added.items():
        yield _thing("added", name, id_, item, languages)
    for id_, item in section.removed.items():
        yield _thing("removed", name, id_, item, languages)
    former = {new: old for old, new in section.renamed.items()}
    for id_ in sorted(section.changed.keys() | former.keys()):
        was = former.get(id_, "")
        changes = tuple(_change(one) for one in section.changed.get(id_, ()) if not _records_only(one, was))
        yield _thing("renamed" if was else "changed", name, id_, present[id_], languages, was, changes)


def _thing(
    mark: Mark,
    section: str,
    id_: str,
    item: Item,
    languages: tuple[str, ...],
    was: str = "",
    changes: tuple[ToldChange, ...] = (),
) -> ToldThing:
    if section == WORKSPACE:
        return ToldThing(mark, section, id_, changes=changes)
    verb = item.get("verb") if section == "relationships" else None
    word = verb or item.get("type") or item.get("base") or ""
    return ToldThing(
        mark=mark,
        section=section,
        id=id_,
        type=word if isinstance(word, str) else "",
        name=name_of(item, languages),
        was=was,
        source=str(item["from"]) if verb else "",
        target=str(item["to"]) if verb else "",
        changes=changes,
    )


def _change(change: Change) -> ToldChange:
    old, new = only_in_each(change.old, change.new)
    path = list(change.path)
    while ABSENT in (old, new):  # of a mapping of one key what stands there, as that is what is new or gone
        one = new if old is ABSENT else old
        if not isinstance(one, dict) or len(one) != 1:
            break
        key, inner = next(iter(one.items()))
        path.append(key)
        old, new = (ABSENT, inner) if old is ABSENT else (inner, ABSENT)
    where = path_in_words(path)
    if old is ABSENT:
        return ToldChange("added", where, "", short(new))
    if new is ABSENT:
        return ToldChange("removed", where, short(old), "")
    return ToldChange("changed", where, *short_pair(old, new))


def _records_only(change: Change, was: str) -> bool:
    """Whether a change only records the former id of what was renamed."""
    old = change.old if isinstance(change.old, list) else []
    new = change.new if isinstance(change.new, list) else []
    return bool(was) and change.path == ("aliases",) and {*new} - {*old} <= {was} and {*old} <= {*new}
