"""An element or a relationship gets another id, and with it every reference to it; nothing else changes.

What is written is worked out first: ``plan_rename`` gives the new contents of files. Whoever writes them reads them as
a model before, and asks ``check_rename`` whether it is the old model but for the id.
"""

from __future__ import annotations

import bisect
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal

from eaframe.findings import Place
from eaframe.findings.suggest import nearest, quoted
from eaframe.model.links import links_in
from eaframe.model.names import invalid_id, is_relationship_id, is_slug, slug
from eaframe.model.uses import uses
from eaframe.sources.editing import Editor
from eaframe.sources.edits import Edit, edited

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from eaframe.model.elements import Element, Relationship
    from eaframe.model.load import Loaded
    from eaframe.model.model import Model
    from eaframe.model.use import Use

# An element's `aliases` stand behind the last of these keys that it has.
BEFORE_ALIASES: Final = ("type", "name", "documentation", "tags")


class CannotRenameError(ValueError):
    """Why nothing was renamed, in one sentence for the user; ``about`` is OLD or NEW where that one is why."""

    def __init__(self, sentence: str, about: Literal["OLD", "NEW", ""] = "") -> None:
        super().__init__(sentence)
        self.about = about


@dataclass(frozen=True, slots=True)
class Rename:
    """What renaming changes. ``ids`` maps each id that changes, of composed relationships too, to its new one.

    ``files`` are new contents by name, ``uses`` the places that change, ``aliases`` the former ids that the element has
    then; None for a relationship, which has none.
    """

    old: str
    new: str
    ids: Mapping[str, str]
    files: Mapping[str, bytes]
    uses: tuple[Use, ...]
    aliases: tuple[str, ...] | None


def plan_rename(loaded: Loaded, old: str, new: str, *, keep_alias: bool = True) -> Rename:
    """Rename ``old`` to ``new`` in all files of a workspace. Raises CannotRenameError.

    The old id becomes an alias of the element, so that references from outside live on, unless ``keep_alias`` is off.
    Back to a former id is undoing: that alias goes, and the id that is given up does not become one.
    """
    model = loaded.model
    _refuse_broken(loaded)
    _check_old(model, old)
    aliases = _check_new(model, old, new, keep_alias=keep_alias)
    ids = _new_ids(model, old, new)
    changed = tuple(use for use in uses(loaded.files, model) if use.role != "former" and use.target in ids)
    try:
        edits = [*_word_edits(loaded, changed, ids), *_alias_edits(loaded, old, new, aliases)]
        files = edited(loaded.files, edits)
    except ValueError as error:
        raise CannotRenameError(str(error)) from error
    return Rename(old, new, ids, files, changed, aliases)


def new_word(use: Use, ids: Mapping[str, str]) -> str:
    """What is to be written in place of a use: with the workspace's namespace before it where that stood there."""
    namespace, colon, rest = use.written.rpartition(":")
    own = bool(colon) and rest == use.target
    return f"{namespace}:{ids[use.target]}" if own else ids[use.target]


def _refuse_broken(loaded: Loaded) -> None:
    broken = [
        name
        for name, file in sorted(loaded.files.items())
        if file.document.broken or any(finding.severity == "error" for finding in file.findings)
    ]
    if broken:
        raise CannotRenameError(f"{quoted(broken)} could not be read whole; mend it first (see `eaframe validate`)")
    if loaded.model.incomplete:
        raise CannotRenameError("not all of the model could be read; mend that first (see `eaframe validate`)")


def _check_old(model: Model, old: str) -> None:
    element, relationship = model.elements.get(old), model.relationships.get(old)
    subject = element or relationship
    if subject is None:
        now = next((one.id for one in model.elements.values() if one.is_own and old in one.aliases), None)
        if now is not None:
            raise CannotRenameError(f"`{old}` is a former id of `{now}`; rename that", "OLD")
        near = nearest(old, [one.id for one in _own(model)])
        raise CannotRenameError(f"there is no `{old}`" + (f"; did you mean {quoted(near)}?" if near else ""), "OLD")
    if not subject.is_own:
        library = old.rpartition(":")[0] or getattr(subject, "library", "")
        raise CannotRenameError(f"`{old}` belongs to the library `{library}` and is renamed there", "OLD")
    if relationship is not None and old == _composed(model, relationship, {}):
        raise CannotRenameError(f"`{old}` is made of its ends; give the relationship an `id`, or rename an end", "OLD")


def _check_new(model: Model, old: str, new: str, *, keep_alias: bool) -> tuple[str, ...] | None:
    """The former ids of the element afterwards. Raises CannotRenameError where ``new`` cannot be its id."""
    element = model.elements.get(old)
    if not (is_slug(new) if element else is_relationship_id(new)):
        sentence = invalid_id(new, Place("")).message.text().removesuffix(".")
        raise CannotRenameError(f"{sentence}; `{slug(new)}` would do", "NEW")
    if new == old:
        raise CannotRenameError(f"it is called `{old}` already", "NEW")
    if any(one.id.casefold() == new for one in _own(model)):
        raise CannotRenameError(f"`{new}` exists already", "NEW")
    for one in model.elements.values():
        if one.is_own and new in one.aliases and one.id != old:
            raise CannotRenameError(f"`{new}` is a former id of `{one.id}`, and links to that may be alive", "NEW")
    if element is None:
        return None
    if new in element.aliases:
        return tuple(alias for alias in element.aliases if alias != new)
    return _with_alias(element.aliases, old) if keep_alias else element.aliases


def _with_alias(aliases: tuple[str, ...], old: str) -> tuple[str, ...]:
    """One more former id: where those before it are sorted (as ``eaframe fmt`` does) in its place, else last."""
    place = bisect.bisect(aliases, old) if [*aliases] == sorted(aliases) else len(aliases)
    return (*aliases[:place], old, *aliases[place:])


def _own(model: Model) -> Iterator[Element | Relationship]:
    yield from (one for one in model.elements.values() if one.is_own)
    yield from (one for one in model.relationships.values() if one.is_own)


def _new_ids(model: Model, old: str, new: str) -> dict[str, str]:
    """What changes its id: ``old``, and every relationship whose id is made of ends that change."""
    ending: dict[str, list[Relationship]] = {}
    for relationship in model.relationships.values():
        if relationship.id == _composed(model, relationship, {}):
            for end in {relationship.source, relationship.target}:
                ending.setdefault(end, []).append(relationship)
    ids = {old: new}
    open_ = [old]
    while open_:
        for relationship in ending.get(open_.pop(), ()):
            composed = _composed(model, relationship, ids)
            if ids.get(relationship.id) != composed:
                ids[relationship.id] = composed
                open_.append(relationship.id)
    return ids


def _composed(model: Model, relationship: Relationship, ids: Mapping[str, str]) -> str:
    """The id that a relationship without one of its own has, by its ends with their new ids."""
    verb = model.metamodel.relationship_types[relationship.type].verb
    return f"--{verb}--".join(ids.get(end, end) for end in (relationship.source, relationship.target))


def _word_edits(loaded: Loaded, changed: tuple[Use, ...], ids: Mapping[str, str]) -> Iterator[Edit]:
    editors: dict[str, Editor] = {}
    texts: dict[Place, list[Use]] = {}
    for use in changed:
        name = use.place.file
        editor = editors.setdefault(name, Editor(loaded.files[name]))
        if use.role == "link":
            texts.setdefault(use.place, []).append(use)
        else:
            yield editor.replace_word(use.place.path, new_word(use, ids), use.place.part)
    for place, links in texts.items():
        yield from _link_edits(editors[place.file], place, links, ids)


def _link_edits(editor: Editor, place: Place, links: list[Use], ids: Mapping[str, str]) -> Iterator[Edit]:
    """The ids in one text, found where they stand in its source, whatever quotes and line ends that has."""
    words = {use.written: new_word(use, ids) for use in links}
    node = editor.find(place.path)
    start, end = editor.span(node)
    found = [one for one in links_in(editor.text[start:end]) if one.id in words]
    if [one.id for one in found] != [use.written for use in links]:
        where = "/".join(map(str, place.path))
        raise ValueError(f"{place.file}: a link in {where} is written so that it cannot be changed; write it plainly")
    for one in found:
        yield Edit(place.file, start + one.start, start + one.end, words[one.id])


def _alias_edits(loaded: Loaded, old: str, new: str, aliases: tuple[str, ...] | None) -> Iterator[Edit]:
    if aliases is None:
        return
    element = loaded.model.elements[old]
    editor = Editor(loaded.files[element.file])
    path = ("elements", element.key, "aliases")
    if len(aliases) > len(element.aliases):
        yield editor.add_item(path, old, BEFORE_ALIASES, aliases.index(old))
    elif len(aliases) < len(element.aliases):
        yield editor.remove_item(path, element.aliases.index(new))
