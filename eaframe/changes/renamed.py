"""Whether a model is another one but for ids that a renaming changed: the last question before files are written."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from eaframe.changes.rename import CannotRenameError, new_word
from eaframe.findings.suggest import quoted
from eaframe.metamodel.values import History, Unknown, Value
from eaframe.model.links import links_in

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from eaframe.changes.rename import Rename
    from eaframe.findings import Located
    from eaframe.metamodel.kinds import Attribute
    from eaframe.model.elements import Element, Relationship
    from eaframe.model.load import Loaded
    from eaframe.model.model import Model
    from eaframe.sources.document import Data

_PREFIX = "it would change more than the id"


def check_rename(before: Loaded, after: Loaded, rename: Rename) -> None:
    """Raise CannotRenameError unless files and model say the same as before, but for the ids."""
    for name, file in before.files.items():
        expected = _Expectation(name, rename).data(file.document.data)
        if after.files[name].document.data != expected:
            raise CannotRenameError(f"{_PREFIX}: {name} would say something else")
    old, new = before.model, after.model
    subjects = ((old.elements, new.elements), (old.relationships, new.relationships))
    for was, now in subjects:
        if {rename.ids.get(id_, id_) for id_ in was} != set(now):
            raise CannotRenameError(f"{_PREFIX}: {quoted(_unexpected(was, now, rename))}")
    for element in old.elements.values():
        if _bare(_renamed_element(element, old, rename)) != _bare(new.elements[rename.ids.get(element.id, element.id)]):
            raise CannotRenameError(f"{_PREFIX}: `{element.id}` would be another one")
    for one in old.relationships.values():
        if _renamed_relationship(one, old, rename) != _plain(new.relationships[rename.ids.get(one.id, one.id)]):
            raise CannotRenameError(f"{_PREFIX}: `{one.id}` would be another one")


def check_findings(before: Iterable[Located], after: Iterable[Located]) -> None:
    """Raise CannotRenameError where more is wrong than before."""
    codes = [Counter(one.finding.code for one in found) for found in (before, after)]
    more = sorted((codes[1] - codes[0]).elements())
    if more:
        raise CannotRenameError(f"there would be new findings: {quoted(more)}")


@dataclass(frozen=True)
class _Expectation:
    """What one file must say afterwards, worked out on its data and not on its text."""

    file: str
    rename: Rename

    def data(self, data: Data) -> Any:
        """The data of the file as it must be."""
        words: dict[tuple[Any, str], str] = {}
        links: dict[Any, dict[str, str]] = {}
        for use in self.rename.uses:
            if use.place.file == self.file and use.role == "link":
                links.setdefault(use.place.path, {})[use.written] = new_word(use, self.rename.ids)
            elif use.place.file == self.file:
                words[use.place.path, use.place.part] = new_word(use, self.rename.ids)
        return self._below(data, (), words, links)

    def _below(self, data: Any, path: Any, words: Mapping[Any, str], links: Mapping[Any, Mapping[str, str]]) -> Any:
        if isinstance(data, dict):
            aliases = self.rename.aliases
            below = {
                words.get(((*path, key), "key"), key): self._below(value, (*path, key), words, links)
                for key, value in data.items()
            }
            if aliases is not None and path == ("elements", self.rename.old):
                below.pop("aliases", None)
                if aliases:
                    below["aliases"] = list(aliases)
            return below
        if isinstance(data, list):
            return [self._below(item, (*path, index), words, links) for index, item in enumerate(data)]
        if isinstance(data, str):
            return words.get((path, "value")) or _with_links(data, links.get(path, {}))
        return data


def _with_links(text: str, words: Mapping[str, str]) -> str:
    for link in reversed([*links_in(text)] if words else []):
        text = text[: link.start] + words.get(link.id, link.id) + text[link.end :]
    return text


def _unexpected(was: Mapping[str, object], now: Mapping[str, object], rename: Rename) -> list[str]:
    return sorted({rename.ids.get(id_, id_) for id_ in was} ^ set(now))


def _bare(element: Element) -> Element:
    """An element without its texts and former ids, which the comparison of data has looked at."""
    return replace(element, documentation=None, aliases=())


def _plain(relationship: Relationship) -> Relationship:
    return replace(relationship, documentation=None)


def _renamed_element(element: Element, model: Model, rename: Rename) -> Element:
    ids = rename.ids
    if not element.is_own:
        return element
    return replace(
        element,
        id=ids.get(element.id, element.id),
        key=ids.get(element.key, element.key),
        name=_value(element.name, None, ids),
        attributes=_attributes(element, model, ids),
        replaced_by=tuple(ids.get(id_, id_) for id_ in element.replaced_by),
    )


def _renamed_relationship(one: Relationship, model: Model, rename: Rename) -> Relationship:
    ids = rename.ids
    path = one.path
    if one.is_own and path[0] == "elements":
        path = ("elements", ids.get(str(path[1]), path[1]), *path[2:])
    return replace(
        _plain(one),
        id=ids.get(one.id, one.id),
        source=ids.get(one.source, one.source),
        target=ids.get(one.target, one.target),
        name=_value(one.name, None, ids),
        attributes=_attributes(one, model, ids),
        path=path,
    )


def _attributes(subject: Element | Relationship, model: Model, ids: Mapping[str, str]) -> Mapping[str, Value]:
    kind = model.kinds.get(subject.kind)
    declared: Mapping[str, Attribute] = kind.attributes if kind else {}
    return {
        name: _value(value, declared.get(name), ids, refers=name == "owner")
        for name, value in subject.attributes.items()
    }


def _value(value: Value, attribute: Attribute | None, ids: Mapping[str, str], *, refers: bool = False) -> Value:
    """The value with the new ids where it holds ids."""
    refers = refers or (attribute is not None and attribute.type == "reference")
    if isinstance(value, History):
        values = (replace(one, value=_value(one.value, attribute, ids, refers=refers)) for one in value.values)
        return History(tuple(values))
    if isinstance(value, Unknown):
        return replace(value, by=ids.get(value.by, value.by))
    if isinstance(value, tuple):
        of = attribute.of if attribute is not None else None
        return tuple(_value(item, of, ids, refers=refers) for item in value)
    return ids.get(value, value) if refers and isinstance(value, str) else value
