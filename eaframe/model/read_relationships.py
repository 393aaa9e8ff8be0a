"""Relationships, said from either end or under ``relationships:`` -> one form, from source to target."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from eaframe.findings import Note, Place
from eaframe.findings.message import say
from eaframe.findings.suggest import did_you_mean, quoted
from eaframe.metamodel.kinds import CORE_RELATIONSHIP_KEYS, Attribute, Kind
from eaframe.metamodel.period import ALWAYS
from eaframe.model import defects
from eaframe.model.elements import VISIBILITIES, Relationship, Visibility
from eaframe.model.read_values import ValueReader
from eaframe.sources.defects import NOT_A_MAPPING
from eaframe.sources.document import REFUSED, Data, describe

if TYPE_CHECKING:
    from collections.abc import Mapping

    from eaframe.metamodel.values import Value
    from eaframe.model.context import Context, Path

ACCESS_MODES: Final = ("access", "read", "write", "readwrite")
# Attributes that ArchiMate gives to one relationship type: key -> (type, what it takes).
_OWN: Final[Mapping[str, tuple[str, Attribute]]] = {
    "mode": ("access", Attribute("mode", "enum", {}, allowed=ACCESS_MODES, unknown=False)),
    "strength": ("influence", Attribute("strength", "text", {}, unknown=False)),
    "directed": ("association", Attribute("directed", "boolean", {}, unknown=False)),
}
_ENDS: Final = frozenset({"from", "to"})
_NOTHING: Final[Mapping[str, Value]] = {}
_NO_KIND: Final[Mapping[str, Attribute]] = {}


class RelationshipReader:
    """Collects the relationships of a workspace, file by file."""

    def __init__(self, context: Context, relationships: dict[str, Relationship]) -> None:
        self.context = context
        self.relationships = relationships
        self.file = ""
        self.values = ValueReader(context, "")
        self._by_type = {type_.name: type_.verb for type_ in context.metamodel.relationship_types.values()}

    def start(self, file: str) -> None:
        """The following relationships are of ``file``."""
        self.file = file
        self.values = ValueReader(self.context, file)

    def of_element(self, id_: str, key: str, verb: str, raw: Data) -> None:
        """The relationships that one key of an element says: an id, a list of ids, or of ``{to: id, …}``."""
        if raw.__class__ is list:
            for index, item in enumerate(raw):
                self._one(id_, verb, item, ("elements", key, verb, index))
        else:
            self._one(id_, verb, raw, ("elements", key, verb))

    def of_list(self, raw: Data) -> None:
        """The entries under ``relationships:``."""
        if not isinstance(raw, list):
            if raw is not None and raw is not REFUSED:
                self.values.wrong(("relationships",), "", say("a list of {{from: ID, VERB: ID}}"), raw)
            return
        for index, item in enumerate(raw):
            path = ("relationships", index)
            if isinstance(item, dict):
                if not self._entry(item, path):
                    for value in item.values():
                        self.context.mentions(value)
            elif item is not REFUSED:
                what, found = say("An entry of `relationships`"), describe(item)
                self.context.report(NOT_A_MAPPING, self.file, path, "", what=what, found=found)

    def _entry(self, item: dict[str, Data], path: Path) -> bool:
        """One relationship with both its ends; whether it could be read."""
        context, verbs = self.context, self.context.metamodel.verbs
        said = [key for key in item if key in verbs]
        if len(said) != 1:
            found = quoted(said) if said else say("none")
            near = None
            if not said:
                unknown = [key for key in item if key not in CORE_RELATIONSHIP_KEYS]
                near = did_you_mean(unknown[0], verbs) if unknown else None
            allowed = quoted(type_.verb for type_ in context.metamodel.relationship_types.values())
            context.report(defects.NOT_ONE_VERB, self.file, path, "", hint=near, found=found, allowed=allowed)
            return False
        verb = said[0]
        if not isinstance(item.get("from"), str):
            if "from" not in item:
                self.values.missing_key(item, "from", (*CORE_RELATIONSHIP_KEYS, *verbs), path, "")
            elif item["from"] is not REFUSED:
                self.values.wrong((*path, "from"), "", say("an id"), item["from"])
            return False
        source = context.resolve(str(item["from"]), self.file, (*path, "from"), "")
        if source is None:
            if isinstance(item[verb], str):
                context.resolve(str(item[verb]), self.file, (*path, verb), "")
            return False
        rest = {key: value for key, value in item.items() if key not in {"from", verb}}
        return self._target(source, verb, item[verb], rest, (*path, verb), path)

    def _one(self, id_: str, verb: str, raw: Data, path: Path) -> None:
        if raw.__class__ is str:
            self._target(id_, verb, raw, None, path, path)
        elif isinstance(raw, dict):
            if raw.keys() & {"unknown", "not-applicable"}:
                found = next(key for key in raw if key in {"unknown", "not-applicable"})
                self.context.report(defects.UNKNOWN_NOT_ALLOWED, self.file, path, id_, key=verb, found=found)
            elif "to" in raw:
                rest = {key: value for key, value in raw.items() if key != "to"}
                self._target(id_, verb, raw["to"], rest, (*path, "to"), path)
            else:
                self.values.missing_key(raw, "to", CORE_RELATIONSHIP_KEYS, path, id_)
        elif raw is not REFUSED:
            self.values.wrong(path, id_, say("an id, a list of ids, or {{to: ID}}"), raw)

    def _target(self, near: str, verb: str, raw: Data, rest: dict[str, Data] | None, at: Path, path: Path) -> bool:
        """One relationship between ``near`` and what ``raw`` names; ``rest`` are its other keys."""
        context = self.context
        if raw.__class__ is not str:
            if raw is not REFUSED:
                self.values.wrong(at, near, say("an id"), raw)
            context.mentions(raw)
            return False
        far = context.resolve(str(raw), self.file, at, near)
        if far is None:
            return False
        type_, inverse = context.metamodel.verbs[verb]
        source, target = (far, near) if inverse else (near, far)
        id_ = f"{source}--{type_.verb}--{target}"
        if rest is None:
            relationship = Relationship(
                id_,
                type_.name,
                "",
                source,
                target,
                None,
                None,
                _NOTHING,
                (),
                ALWAYS,
                (),
                context.visibility,
                self.file,
                path,
                context.prefix[:-1],
            )
        else:
            relationship = self._with_keys(id_, type_.name, source, target, rest, path)
            own_id = Place(self.file, (*path, "id"))
            if "id" in rest and context.names.places.get(relationship.id, own_id) != own_id:
                context.unsure.update((source, target))
                return True  # another thing has this id, which is reported where the id stands
        self._add(relationship, type_.verb, at, near)
        return True

    def _add(self, relationship: Relationship, verb: str, at: Path, near: str) -> None:
        known = self.relationships
        first = known.get(relationship.id)
        if first is None and relationship.type == "association":
            # An association reads the same from both ends, so saying it from the other one is saying it twice.
            source, target = relationship.source, relationship.target
            if relationship.id == f"{source}--{verb}--{target}":
                first = known.get(f"{target}--{verb}--{source}")
        if first is None:
            known[relationship.id] = relationship
            return
        notes = [Note(say("said here first"), first.place())] if first.library == relationship.library else []
        self.context.findings.append(
            defects.DUPLICATE_RELATIONSHIP.at(
                Place(self.file, at),
                near,
                source=relationship.source,
                verb=verb,
                target=relationship.target,
                notes=notes,
                discriminator=f"{relationship.id}/{'/'.join(map(str, at))}",
            )
        )

    def _with_keys(
        self, id_: str, type_: str, source: str, target: str, rest: dict[str, Data], path: Path
    ) -> Relationship:
        values, context = self.values, self.context
        explicit = rest.get("id")
        if isinstance(explicit, str):
            id_ = context.prefix + explicit
        kind = self._kind(rest, type_, path, id_)
        declared: Mapping[str, Attribute] | None = kind.attributes if kind else _NO_KIND
        if kind is None and rest.get("kind") is not None:
            declared = None  # nobody can say which keys it has
        fields: dict[str, Any] = {}
        attributes: dict[str, Value] = {}
        for key, raw in rest.items():
            at = (*path, key)
            if key in {"name", "documentation"}:
                fields[key] = values.text(raw, at, id_)
            elif key == "tags":
                fields[key] = values.words(raw, at, id_)
            elif key == "valid":
                fields[key] = values.period(raw, at, id_)
            elif key == "evidence":
                fields[key] = values.evidence(raw, at, id_)
            elif key == "visibility":
                fields[key] = values.choice(raw, VISIBILITIES, at, id_)
            elif key not in {"id", "kind"}:
                attribute = self._attribute(key, rest, declared, type_, path, id_)
                value = values.value(raw, attribute, at, id_) if attribute else None
                if value is not None:
                    attributes[key] = value
        if kind is not None:
            keys = (*CORE_RELATIONSHIP_KEYS, *kind.attributes)
            values.complete(kind, attributes, rest, fields.get("valid", ALWAYS), keys, path, id_)
        visibility: Visibility = fields.get("visibility") or context.visibility
        return Relationship(
            id_,
            type_,
            kind.id if kind else "",
            source,
            target,
            fields.get("name"),
            fields.get("documentation"),
            attributes,
            fields.get("tags", ()),
            fields.get("valid", ALWAYS),
            fields.get("evidence", ()),
            visibility,
            self.file,
            path,
            context.prefix[:-1],
        )

    def _kind(self, rest: dict[str, Data], type_: str, path: Path, subject: str) -> Kind | None:
        name = rest.get("kind")
        if not isinstance(name, str):
            if name is not None and name is not REFUSED:
                self.values.wrong((*path, "kind"), subject, say("the name of a kind"), name)
            return None
        kinds = self.context.kind_reader
        found = kinds.find(name)
        kind = kinds.kinds[found] if isinstance(found, str) else None
        if kind is None or kind.type != type_:
            if self.context.unread:
                self.context.held_back += 1
            elif self.context.prefix + name not in kinds.broken:
                of_verb = [id_ for id_, one in kinds.kinds.items() if one.type == type_]
                verb = self._by_type[type_]
                near = did_you_mean(name, of_verb)
                hint = near or (
                    say("Use {allowed}.", allowed=quoted(of_verb))
                    if of_verb
                    else say("Declare it under `kinds:` with `base: {verb}`.", verb=verb)
                )
                what = say("a kind of the relationship `{verb}`", verb=verb)
                at = (*path, "kind")
                self.context.report(defects.UNKNOWN_TYPE, self.file, at, subject, found=name, what=what, hint=hint)
            return None
        return kind

    def _attribute(
        self,
        name: str,
        raw: dict[str, Data],
        declared: Mapping[str, Attribute] | None,
        type_: str,
        path: Path,
        subject: str,
    ) -> Attribute | None:
        if declared is not None and name in declared:
            return declared[name]
        if name in _OWN:
            owner, attribute = _OWN[name]
            if owner == type_:
                return attribute
            of, verb = say("the relationship `{verb}`", verb=self._by_type[owner]), self._by_type[type_]
            at = (*path, name)
            self.context.report(
                defects.CORE_KEY_ELSEWHERE, self.file, at, subject, at_key=True, key=name, owner=of, found=verb
            )
        elif declared is not None:
            core = (key for key in CORE_RELATIONSHIP_KEYS if key not in _ENDS)
            allowed = [*declared, *(key for key in core if key not in _OWN or _OWN[key][0] == type_)]
            self.values.unknown_key(raw, name, allowed, path, subject)
        return None
