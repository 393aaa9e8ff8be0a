"""The ids of relationships under which two revisions are compared."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from eaframe.model.elements import Relationship
    from eaframe.model.model import Model


def relationship_ids(model: Model, renames: Mapping[str, str]) -> Mapping[str, str]:
    """What is called otherwise for comparing: ``renames``, and every relationship whose id follows from its ends.

    Such an id changes with the id of an end, and that of an association does not depend on which end says it.
    """
    ids = dict(renames)
    ending_on: dict[str, list[Relationship]] = {}
    open_: list[Relationship] = []
    for one in model.relationships.values():
        if not one.is_own or one.id != f"{one.source}--{_verb(model, one)}--{one.target}":
            continue
        for end in (one.source, one.target):
            if end in model.relationships:
                ending_on.setdefault(end, []).append(one)
        if one.source in ids or one.target in ids or one.type == "association":
            open_.append(one)
    while open_:
        one = open_.pop()
        source, target = (ids.get(end, end) for end in (one.source, one.target))
        if one.type == "association" and one.attributes.get("directed") is not True:
            source, target = sorted((source, target))
        id_ = f"{source}--{_verb(model, one)}--{target}"
        if id_ != ids.get(one.id, one.id):
            ids[one.id] = id_
            open_ += ending_on.get(one.id, ())
    return ids


def _verb(model: Model, one: Relationship) -> str:
    return model.metamodel.relationship_types[one.type].verb
