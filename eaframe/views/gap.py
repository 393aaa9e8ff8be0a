"""The gap matrix of TOGAF: what of a baseline is kept, replaced or gone in a target, and what is new there."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from eaframe.metamodel.vocabulary import PARTS, PLATEAU
from eaframe.model.as_of import plateau_day
from eaframe.model.fold import sortable
from eaframe.views.content import Content, limited
from eaframe.views.limit import keep
from eaframe.views.matrix import head
from eaframe.views.nodes import node
from eaframe.views.view import TableCell, TableHead, TableRow, ViewTable

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from eaframe.graph import Graph
    from eaframe.model.elements import Element
    from eaframe.views.definition import ViewDefinition
    from eaframe.views.texts import Texts

KEPT: Final = "●"
REPLACED: Final = "→"
GONE: Final = "✕"
NEW: Final = "+"
UNSAID: Final = "○"  # lives on, but nobody says that it belongs to the target: forgotten, perhaps
_WORDS: Final = {
    KEPT: "mark-kept",
    REPLACED: "mark-replaced",
    GONE: "mark-gone",
    UNSAID: "mark-unsaid",
    NEW: "mark-new",
}
_COLOURS: Final = {KEPT: "green", REPLACED: "blue", GONE: "red", UNSAID: "yellow", NEW: "teal"}


def gap_matrix(texts: Texts, definition: ViewDefinition, elements: Mapping[str, Element]) -> Content:
    """Rows are the members of the plateau ``from``, columns those of ``to``: by default the earliest and the latest.

    Members are what a plateau is composed of or aggregates. One more column holds what is gone, or lives on although
    the target does not name it; one more row what is new.
    """
    graph, look = texts.graph, definition.look
    baseline, target = plateaus_of(graph, look.from_ or "", look.to or "")
    if not (baseline and target):
        empty = ViewTable(is_matrix=True, corner="", columns=(), rows=())
        return Content(table=empty, notes=(texts.word("no-plateaus"),))
    before, after = (_members(graph, elements, plateau) for plateau in (baseline, target))
    rows, columns = keep(graph, before, look.limit), keep(graph, after, look.limit)
    row_ids, column_ids = (_ordered(texts, one) for one in (rows, columns))
    gone, new = TableHead("", texts.word("gone")), TableHead("", texts.word("new"))
    day = plateau_day(graph.elements[target])
    lines = [
        TableRow(head(texts, rows[row]), tuple(_fates(texts, rows[row], after, column_ids, day))) for row in row_ids
    ]
    replacing = {heir for one in before.values() for heir in _heirs(graph, one)}
    fresh = tuple(
        TableCell() if column in before or column in replacing else _mark(texts, NEW, columns[column])
        for column in column_ids
    )
    if any(cell.text for cell in fresh):
        lines.append(TableRow(new, (*fresh, TableCell())))
    used = [cell.text for line in lines for cell in line.cells]
    shown = {**rows, **columns}
    return Content(
        nodes=tuple(node(texts, shown[id_]) for id_ in dict.fromkeys((*row_ids, *column_ids))),
        table=ViewTable(
            is_matrix=True,
            corner=texts.word("rows-columns", rows=texts.name(baseline), columns=texts.name(target)),
            columns=(*(head(texts, columns[column]) for column in column_ids), gone),
            rows=tuple(lines),
            key=tuple((mark, texts.word(_WORDS[mark])) for mark in _WORDS if mark in used),
        ),
        notes=(
            *limited(texts, look.limit, len(before) - len(rows), "rows"),
            *limited(texts, look.limit, len(after) - len(columns), "columns"),
        ),
    )


def plateaus_of(graph: Graph, first: str, last: str) -> tuple[str, str]:
    """The two plateaus to compare; "" where the model has none to take."""
    dated = sorted(
        (day, id_)
        for id_, one in graph.elements.items()
        if one.type == PLATEAU and (day := plateau_day(one)) is not None
    )
    ids = [id_ for _, id_ in dated]
    first = first or next((id_ for id_ in ids if id_ != last), "")
    last = last or next((id_ for id_ in reversed(ids) if id_ != first), "")
    return (first, last) if first in graph.elements and last in graph.elements else ("", "")


def _members(graph: Graph, elements: Mapping[str, Element], plateau: str) -> Mapping[str, Element]:
    inside = {one.target for one in graph.from_(plateau, *PARTS)}
    return {id_: one for id_, one in elements.items() if id_ in inside}


def _heirs(graph: Graph, element: Element) -> set[str]:
    """What replaces an element, directly or in turn."""
    found: set[str] = set()
    open_ = list(element.replaced_by)
    while open_:
        id_ = open_.pop()
        if id_ not in found and id_ in graph.elements:
            found.add(id_)
            open_ += graph.elements[id_].replaced_by
    return found


def _fates(
    texts: Texts, element: Element, after: Mapping[str, Element], columns: Sequence[str], day: int | None
) -> list[TableCell]:
    """The cells of one element of the baseline; ``day`` is that of the target."""
    heirs = _heirs(texts.graph, element) - {element.id}
    cells = []
    for column in columns:
        if column == element.id:
            cells.append(_mark(texts, KEPT, element))
        elif column in heirs:
            cells.append(_mark(texts, REPLACED, element, texts.name(column)))
        else:
            cells.append(TableCell())
    if element.id in after or not heirs.isdisjoint(after):
        return [*cells, TableCell()]
    lives_on = day is None or element.valid.holds(day)
    return [*cells, _mark(texts, UNSAID if lives_on else GONE, element)]


def _mark(texts: Texts, mark: str, element: Element, other: str = "") -> TableCell:
    tip = f"{texts.name(element.id)}: {texts.word(_WORDS[mark])}{f' {other}' if other else ''}"
    return TableCell(mark, tip, _COLOURS[mark])


def _ordered(texts: Texts, elements: Mapping[str, Element]) -> list[str]:
    return sorted(elements, key=lambda id_: (sortable(texts.name(id_)), id_))
