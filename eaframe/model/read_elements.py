"""``elements:`` -> elements and the relationships that they say, driven by tables of keys, not by classes.

Nine tenths of a large model pass through here, so plain texts and ids take a short way.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from eaframe.findings.message import say
from eaframe.findings.suggest import DID_YOU_MEAN, either, quoted
from eaframe.metamodel.kinds import CORE_ELEMENT_KEYS, Attribute, Kind
from eaframe.metamodel.period import ALWAYS
from eaframe.metamodel.values import Localized
from eaframe.model import defects
from eaframe.model.elements import VISIBILITIES, Element
from eaframe.model.read_values import ValueReader
from eaframe.sources.defects import NOT_A_MAPPING
from eaframe.sources.document import REFUSED, Data, describe

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from eaframe.metamodel.values import Value
    from eaframe.model.context import Context, Path
    from eaframe.model.read_relationships import RelationshipReader

OWNERS: Final = ("business-actor", "business-role", "business-collaboration", "stakeholder")
_OWNER: Final = Attribute("owner", "reference", {}, to=OWNERS)
_DATE: Final = Attribute("date", "date", {}, unknown=False)
_SUCCESSOR: Final = Attribute("replaced-by", "reference", {})
_UNREADABLE: Final = Localized({})  # a text that is there but wrong, which is reported: it is not missing as well
_NOTHING: Final[Mapping[str, Value]] = {}
_JUNCTIONS: Final = ("and", "or")
_NO_KIND: Final[Mapping[str, Attribute]] = {}


class ElementReader:
    """Reads the elements of one file."""

    def __init__(self, context: Context, file: str, relationships: RelationshipReader) -> None:
        self.context = context
        self.file = file
        self.values = ValueReader(context, file)
        self.relationships = relationships
        self.elements: dict[str, Element] = {}
        values = self.values
        self._core: dict[str, Callable[[Any, Path, str], Any]] = {
            "name": self._text,
            "documentation": self._text,
            "tags": values.words,
            "aliases": values.words,
            "folder": values.text,
            "valid": values.period,
            "evidence": values.evidence,
            "visibility": lambda raw, path, subject: values.choice(raw, VISIBILITIES, path, subject),
            "replaced-by": self._successors,
        }

    def read(self, data: Mapping[str, Data]) -> None:
        """Read all of the file's ``elements``; those defined earlier in another file are passed over."""
        prefix, places = self.context.prefix, self.context.names.places
        for key, raw in data.items():
            id_ = prefix + key
            place = places.get(id_)
            if place is not None and (place.file != self.file or place.path != ("elements", key)):
                self._left_out(id_, raw)
                continue
            if raw.__class__ is dict:
                self._element(id_, key, raw)
            elif raw is not REFUSED:
                what, found = say("The element `{id}`", id=key), describe(raw)
                self.context.report(NOT_A_MAPPING, self.file, ("elements", key), id_, what=what, found=found)

    def _left_out(self, id_: str, raw: Data) -> None:
        """A second element of one id is not read, so nobody can say what those lack that it names."""
        self.context.unsure.add(id_)
        if isinstance(raw, dict):
            for name, value in raw.items():
                if name in self.context.metamodel.verbs:
                    self.context.mentions(value)

    def _element(self, id_: str, key: str, raw: dict[str, Data]) -> None:
        type_, kind = self._type(id_, key, raw)
        core, verbs = self._core, self.context.metamodel.verbs
        fields: dict[str, Any] = {}
        attributes: dict[str, Value] = {}
        for name, value in raw.items():
            if name in core:
                fields[name] = core[name](value, ("elements", key, name), id_)
            elif name in verbs:
                self.relationships.of_element(id_, key, name, value)
            elif name != "type":
                attribute = self._attribute(name, raw, kind, type_, ("elements", key), id_)
                if attribute is not None:
                    read = self.values.value(value, attribute, ("elements", key, name), id_)
                    if read is not None:
                        attributes[name] = read
        if kind is not None:
            keys = (*CORE_ELEMENT_KEYS, *kind.attributes, *verbs)
            self.values.complete(kind, attributes, raw, fields.get("valid", ALWAYS), keys, ("elements", key), id_)
        self.elements[id_] = Element(
            id=id_,
            type=type_,
            kind=kind.id if kind else "",
            name=fields.get("name"),
            documentation=fields.get("documentation"),
            attributes=attributes or _NOTHING,
            tags=fields.get("tags", ()),
            aliases=fields.get("aliases", ()),
            folder=fields.get("folder") or "",
            valid=fields.get("valid", ALWAYS),
            replaced_by=fields.get("replaced-by", ()),
            evidence=fields.get("evidence", ()),
            visibility=fields.get("visibility") or self.context.visibility,
            file=self.file,
            key=key,
        )

    def _type(self, id_: str, key: str, raw: dict[str, Data]) -> tuple[str, Kind | None]:
        """The type, or "" (with a finding): the element then exists, but nothing is asked of its type."""
        name = raw.get("type")
        path = ("elements", key, "type")
        if name.__class__ is str:
            known = self.context.type_of(name)
            if known is not None:
                return known
            kinds = self.context.kind_reader
            candidates = kinds.find(str(name))
            if isinstance(candidates, list) and len(candidates) > 1:
                listed = either(candidates)
                self.context.report(defects.AMBIGUOUS_KIND, self.file, path, id_, found=name, candidates=listed)
                return "", None
            if self.context.unread:  # its declaration may stand there
                self.context.held_back += 1
                self.context.unsure.add(id_)
                return "", None
            near = self.context.meant_types(str(name))
            hint = say(DID_YOU_MEAN, names=quoted(near)) if near else None
            what = say("an element type or a kind")
            self.context.report(defects.UNKNOWN_TYPE, self.file, path, id_, found=name, what=what, hint=hint)
        elif name is None and "type" not in raw:
            keys = (*CORE_ELEMENT_KEYS, *self.context.metamodel.verbs)
            self.values.missing_key(raw, "type", keys, ("elements", key), id_)
        elif isinstance(name, dict) and name.keys() & {"unknown", "not-applicable"}:
            self.context.report(defects.UNKNOWN_NOT_ALLOWED, self.file, path, id_, key="type", found=next(iter(name)))
        elif name is not REFUSED:
            self.values.wrong(path, id_, say("the name of a type"), name)
        return "", None

    def _attribute(
        self, name: str, raw: dict[str, Data], kind: Kind | None, type_: str, path: Path, subject: str
    ) -> Attribute | None:
        """What is declared for a key of the element ``raw`` at ``path``; None (with a finding) for nothing."""
        declared = kind.attributes if kind else _NO_KIND
        if name in declared:
            return declared[name]
        if name == "owner":
            return _OWNER
        if name in {"junction", "date"}:
            belongs = "junction" if name == "junction" else "plateau"
            if type_ == belongs:
                return _DATE if name == "date" else Attribute("junction", "enum", {}, allowed=_JUNCTIONS, unknown=False)
            if type_:
                owner = say("elements of type `{type}`", type=belongs)
                self.context.report(
                    defects.CORE_KEY_ELSEWHERE,
                    self.file,
                    (*path, name),
                    subject,
                    at_key=True,
                    key=name,
                    owner=owner,
                    found=type_,
                )
            return None
        if kind is not None and self.context.unread:  # it may be declared there, by `extend`
            self.context.held_back += 1
        elif type_:  # of an unknown type nobody can say which keys it has
            core = [key for key in CORE_ELEMENT_KEYS if key not in {"junction", "date"}]
            allowed = [*core, *declared, *self.context.metamodel.verbs]
            shown = say("{keys} and the verbs", keys=quoted([*declared, *core]))
            self.values.unknown_key(raw, name, allowed, path, subject, shown)
            self.context.mentions(raw[name])  # perhaps it was meant for a verb
        return None

    def _text(self, raw: Data, path: Path, subject: str) -> Value:
        read = self.values.text(raw, path, subject)
        return _UNREADABLE if read is None else read

    def _successors(self, raw: Data, path: Path, subject: str) -> tuple[str, ...]:
        values = self.values
        found = (
            values.value(item, _SUCCESSOR, (*path, index), subject)
            for index, item in enumerate(raw if isinstance(raw, list) else [raw])
        )
        return tuple(id_ for id_ in found if isinstance(id_, str))
