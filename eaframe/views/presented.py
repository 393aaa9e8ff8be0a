"""What is wrong in how a viewpoint or a view wants to look: unknown names, and a matrix that lacks a side."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from eaframe.findings import Place
from eaframe.findings.message import say
from eaframe.findings.suggest import quoted
from eaframe.graph.known import names_of
from eaframe.views import defects
from eaframe.views.presentation import GAP

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from eaframe.findings import Finding
    from eaframe.findings.message import Phrase
    from eaframe.graph.known import Known
    from eaframe.model.elements import Definition
    from eaframe.views.presentation import Presentation
    from eaframe.views.view import LayoutName
    from eaframe.views.viewpoint import Viewpoint

GROUPS: Final = ("layer", "none", "owner", "type", "tag", "composition")  # that are no attributes
_CELLS: Final = ("mark", "count", "verb", "name", "crud", GAP)  # that are no attributes
_OWN_COLUMNS: Final = ("source", "target")
_BOXES: Final = frozenset({"nest", "group-by", "levels", "collapse", "colour-by", "limit"})
# What each layout makes of a presentation.
_USED: Final[Mapping[LayoutName, frozenset[str]]] = {
    "layered": _BOXES | {"relationships", "derive"},
    "map": _BOXES,
    "matrix": frozenset({"rows", "columns", "cell", "limit"}),
    "list": frozenset({"relationships", "show", "limit"}),
    "roadmap": frozenset({"group-by", "colour-by", "limit"}),
}
_KEYS: Final = frozenset({"from", "to"}).union(*_USED.values())
_MEANS: Final[Mapping[str, Phrase]] = {
    "scope": say("the element it is about, as in {{id: {word}}}", word="lgsp"),
    "rows": say("a selector of what stands in the rows"),
    "columns": say("a selector of what stands in the columns"),
    "cell": say("the relationships `via` which they are joined"),
}


def unknown_names(known: Known, definition: Definition, look: Presentation) -> Iterator[Finding]:
    """A finding for each name in a presentation that the model does not have; ``look`` is all that it amounts to."""
    data, file, path, subject = definition.data, definition.place.file, definition.place.path, definition.id
    if not isinstance(data, dict):
        return
    yield from known.unknown_verbs(names_of(data, "relationships", path), file, subject)
    for key in ("collapse", "rows", "columns"):
        yield from known.unknown_in_selectors(data.get(key), file, (*path, key), subject)
    groups = [name for name in names_of(data, "group-by", path) if name[0] not in GROUPS]
    yield from known.unknown_attributes(groups, file, subject)
    by, at = data.get("colour-by"), (*path, "colour-by")
    yield from known.unknown_attributes(names_of(by, "attribute", at), file, subject)
    yield from known.unknown_verbs(names_of(by, "along", at), file, subject)
    yield from known.unknown_in_hop(by.get("count") if isinstance(by, dict) else None, file, (*at, "count"), subject)
    cell, at = data.get("cell"), (*path, "cell")
    yield from known.unknown_verbs(names_of(cell, "via", at), file, subject)
    shown = [name for name in names_of(cell, "show", at) if name[0] not in _CELLS]
    yield from known.unknown_attributes(shown, file, subject, of_relationship=True)
    of_relationship = bool(look.relationships)
    columns = [name for name in names_of(data, "show", path) if name[0] not in _OWN_COLUMNS]
    yield from known.unknown_attributes(columns, file, subject, of_relationship=of_relationship)
    ends = [name for key in ("from", "to") for name in names_of(data, key, path)]
    yield from known.unknown_ids(ends, file, subject)
    for id_, at in ends:
        element = known.model.elements.get(id_)
        if element is not None and element.type != "plateau":
            yield defects.NO_PLATEAU.at(Place(file, at), subject, id=id_, type=known.model.type_name(element))
    if isinstance(by, dict) and isinstance(by.get("colours"), dict) and isinstance(by.get("attribute"), str):
        words = [(word, (*path, "colour-by", "colours", word)) for word in by["colours"]]
        yield from known.impossible_values(by["attribute"], words, file, subject)


def missing_keys(
    definition: Definition, viewpoint: Viewpoint, look: Presentation, *, has_scope: bool
) -> Iterator[Finding]:
    """A finding for each key without which a view of this viewpoint cannot be drawn."""
    absent = ["scope"] if viewpoint.shape.needs_scope and not has_scope else []
    is_gap = look.cell is not None and look.cell.show == GAP
    if viewpoint.shape.layout == "matrix" and not is_gap:
        absent += [key for key, value in (("rows", look.rows), ("columns", look.columns)) if not value]
        if look.cell is None or not look.cell.via:
            absent.append("cell")
    place = Place(definition.place.file, definition.place.path, "key")
    for key in absent:
        yield defects.INCOMPLETE_VIEW.at(
            place, definition.id, viewpoint=viewpoint.id, key=key, means=_MEANS[key], discriminator=key
        )


def keys_without_effect(definition: Definition, layout: LayoutName) -> Iterator[Finding]:
    """A finding for each key of a presentation that its layout has no use for."""
    data = definition.data if isinstance(definition.data, dict) else {}
    cell = data.get("cell")
    is_gap = isinstance(cell, dict) and cell.get("show") == GAP
    used = _USED[layout] | ({"from", "to"} if layout == "matrix" or is_gap else set())
    for key in data:
        if key in _KEYS and key not in used:
            yield defects.KEY_WITHOUT_EFFECT.at(
                Place(definition.place.file, (*definition.place.path, key), "key"),
                definition.id,
                key=key,
                layout=layout,
                allowed=quoted(sorted(used)),
                discriminator=key,
            )
