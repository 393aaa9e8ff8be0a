"""What is wrong in how a viewpoint or a view wants to look: unknown names, and a matrix that lacks a side."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from eaframe.findings import Place
from eaframe.graph.known import names_of
from eaframe.views import defects
from eaframe.views.matrix import GAP

if TYPE_CHECKING:
    from collections.abc import Iterator

    from eaframe.findings import Finding
    from eaframe.graph.known import Known
    from eaframe.model.elements import Definition
    from eaframe.views.presentation import Presentation

GROUPS: Final = ("layer", "none", "owner", "type", "tag", "composition")  # that are no attributes
_CELLS: Final = ("mark", "count", "verb", "name", "crud", GAP)  # that are no attributes
_OWN_COLUMNS: Final = ("source", "target")


def unknown_names(known: Known, definition: Definition) -> Iterator[Finding]:
    """A finding for each name in a presentation that the model does not have."""
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
    of_relationship = bool(data.get("relationships"))
    columns = [name for name in names_of(data, "show", path) if name[0] not in _OWN_COLUMNS]
    yield from known.unknown_attributes(columns, file, subject, of_relationship=of_relationship)
    ends = [name for key in ("from", "to") for name in names_of(data, key, path)]
    yield from known.unknown_ids(ends, file, subject)


def incomplete_matrix(definition: Definition, look: Presentation) -> Iterator[Finding]:
    """A finding for a view whose viewpoint is a matrix and that has no rows, columns or relationships for it."""
    if look.cell is not None and look.cell.show == GAP:
        return
    absent = [key for key, value in (("rows", look.rows), ("columns", look.columns)) if not value]
    if look.cell is None or not look.cell.via:
        absent.append("cell")
    for key in absent:
        yield defects.INCOMPLETE_MATRIX.at(
            Place(definition.place.file, definition.place.path, "key"), definition.id, key=key, discriminator=key
        )
