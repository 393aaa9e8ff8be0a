"""Matrices: what stands in rows and columns, and in each cell how the two are related."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from eaframe.graph.attributes import value_of
from eaframe.graph.hops import steps
from eaframe.graph.select import predicate
from eaframe.metamodel.values import text_in
from eaframe.model.fold import sortable
from eaframe.views.content import Content, limited
from eaframe.views.derived import derived_lines
from eaframe.views.limit import keep
from eaframe.views.nodes import node
from eaframe.views.view import TableCell, TableHead, TableRow, ViewTable

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from eaframe.graph.hops import Steps
    from eaframe.graph.selector import Selectors
    from eaframe.model.elements import Element, Relationship
    from eaframe.views.definition import ViewDefinition
    from eaframe.views.presentation import CellShape
    from eaframe.views.texts import Texts

DOT: Final = "●"
RING: Final = "○"  # what follows from other relationships
_ACCESS: Final = "access"
_LETTERS: Final = "CRUDWA"
_BY_MODE: Final = {"read": "R", "write": "W", "readwrite": "RW"}


@dataclass(frozen=True, slots=True)
class _Cells:
    """The relationships behind each cell, and the cells that hold by derivation alone with the chain that shows it."""

    direct: Mapping[tuple[str, str], Sequence[Relationship]]
    derived: Mapping[tuple[str, str], Sequence[str]]


def matrix(texts: Texts, definition: ViewDefinition, elements: Mapping[str, Element]) -> Content:
    """Rows and columns are those of the view's elements that ``rows`` and ``columns`` select."""
    look = definition.look
    shape = look.cell
    if look.rows is None or look.columns is None or shape is None:
        return Content()  # a finding where it is defined
    graph = texts.graph
    rows, columns = _picked(texts, elements, look.rows), _picked(texts, elements, look.columns)
    cells = _cells(texts, shape, rows, columns)
    pairs = [*cells.direct, *cells.derived]
    kept_rows = keep(graph, rows, look.limit, joined=[row for row, _ in pairs])
    kept_columns = keep(graph, columns, look.limit, joined=[column for _, column in pairs])
    order = {one: _ordered(texts, kept) for one, kept in (("rows", kept_rows), ("columns", kept_columns))}
    used: set[str] = set()
    lines = tuple(
        TableRow(
            head(texts, kept_rows[row]),
            tuple(_cell(texts, shape, cells, (row, column), used) for column in order["columns"]),
        )
        for row in order["rows"]
    )
    shown = {**kept_rows, **kept_columns}
    return Content(
        nodes=tuple(node(texts, shown[id_]) for id_ in dict.fromkeys((*order["rows"], *order["columns"]))),
        table=ViewTable(
            is_matrix=True,
            corner=_corner(texts, kept_rows, kept_columns),
            columns=tuple(head(texts, kept_columns[id_]) for id_ in order["columns"]),
            rows=lines,
            key=_key(texts, used),
        ),
        notes=(
            *limited(texts, look.limit, len(rows) - len(kept_rows), "rows"),
            *limited(texts, look.limit, len(columns) - len(kept_columns), "columns"),
        ),
    )


def head(texts: Texts, element: Element) -> TableHead:
    """The head of a row or column that is an element."""
    model = texts.graph.model
    kind = model.kinds.get(element.kind)
    colour = (kind.colour if kind else "") or model.metamodel.element_types[element.type].layer
    return TableHead(element.id, texts.name(element.id), texts.type_label(element), colour)


def _picked(texts: Texts, elements: Mapping[str, Element], selectors: Selectors) -> Mapping[str, Element]:
    tests = [predicate(texts.graph, selector) for selector in selectors]
    return {id_: one for id_, one in elements.items() if any(test(one) is True for test in tests)}


def _ordered(texts: Texts, elements: Mapping[str, Element]) -> list[str]:
    """By type in the order of the standard, then by name."""
    types = {name: index for index, name in enumerate(texts.graph.model.metamodel.element_types)}
    return sorted(elements, key=lambda id_: (types[elements[id_].type], sortable(texts.name(id_)), id_))


def _corner(texts: Texts, rows: Mapping[str, Element], columns: Mapping[str, Element]) -> str:
    def types(elements: Mapping[str, Element]) -> str:
        return ", ".join(sorted({texts.type_label(one) for one in elements.values()}, key=sortable)[:3])

    if not (rows and columns):
        return ""
    above, beside = types(columns), types(rows)
    return (
        texts.word("square", what=beside) if above == beside else texts.word("rows-columns", rows=beside, columns=above)
    )


def _cells(texts: Texts, shape: CellShape, rows: Mapping[str, Element], columns: Mapping[str, Element]) -> _Cells:
    graph = texts.graph
    way = steps(graph.model, shape.via)
    direct: dict[tuple[str, str], list[Relationship]] = {}
    for row in rows:
        for one, end in way.from_(graph, row):
            if end in columns:
                direct.setdefault((row, end), []).append(one)
    derived = _derived(texts, way, rows, columns) if shape.derived else {}
    return _Cells(direct, {pair: chain for pair, chain in derived.items() if pair not in direct})


def _derived(
    texts: Texts, way: Steps, rows: Mapping[str, Element], columns: Mapping[str, Element]
) -> dict[tuple[str, str], Sequence[str]]:
    ends = rows.keys() | columns.keys()
    found: dict[tuple[str, str], Sequence[str]] = {}
    for line in derived_lines(texts.graph, sorted(ends), (), lambda type_: type_ in way.forward | way.backward):
        if (way.everything or line.type in way.forward) and line.source in rows and line.target in columns:
            found[line.source, line.target] = line.stands_for
        if (way.everything or line.type in way.backward) and line.target in rows and line.source in columns:
            found[line.target, line.source] = line.stands_for
    return found


def _cell(texts: Texts, shape: CellShape, cells: _Cells, pair: tuple[str, str], used: set[str]) -> TableCell:
    direct = cells.direct.get(pair, ())
    if not direct:
        chain = cells.derived.get(pair)
        if chain is None:
            return TableCell()
        links = [texts.graph.relationships[id_] for id_ in chain]
        letters = _crud(texts, [one for one in links if one.type == _ACCESS]) if shape.show == "crud" else ""
        used.update(letters or RING, "()" if letters else "")
        return TableCell(f"({letters})" if letters else RING, "\n".join(_sentence(texts, one) for one in links))
    return TableCell(_text(texts, shape, direct, used), "\n".join(_sentence(texts, one) for one in direct))


def _text(texts: Texts, shape: CellShape, direct: Sequence[Relationship], used: set[str]) -> str:
    match shape.show:
        case "mark":
            used.add(DOT)
            return DOT
        case "count":
            used.add("1")
            return str(len(direct))
        case "verb":
            return _joined(texts.relationship_label(one) for one in direct)
        case "name":
            return _joined(texts.text(one.name) or texts.relationship_label(one) for one in direct)
        case "crud":
            letters = _crud(texts, direct)
            used.update(letters)
            return letters
        case name:
            said = _joined(texts.value(one, name) for one in direct)
            used.add("" if said else DOT)
            return said or DOT  # they are related all the same


def _crud(texts: Texts, direct: Sequence[Relationship]) -> str:
    """The letters of an attribute ``crud``; where it is missing, what the mode of access tells."""
    found: set[str] = set()
    for one in direct:
        said = text_in(value_of(texts.graph, one, "crud")).upper()
        found |= set(said) & set("CRUD") or set(_BY_MODE.get(text_in(one.attributes.get("mode")), "A"))
    if found & set("CUD"):
        found.discard("W")
    return "".join(letter for letter in _LETTERS if letter in found)


def _joined(parts: Iterable[str]) -> str:
    return ", ".join(dict.fromkeys(filter(None, parts)))


def _sentence(texts: Texts, one: Relationship) -> str:
    name = texts.text(one.name)
    how = texts.relationship_label(one) + (f" ({name})" if name else "")
    return f"{texts.name(one.source)} - {how} - {texts.name(one.target)}"


def _key(texts: Texts, used: set[str]) -> tuple[tuple[str, str], ...]:
    """What the marks and letters that are used mean."""
    key = [(letter, texts.word(f"crud-{letter}")) for letter in _LETTERS if letter in used]
    if DOT in used:
        key.append((DOT, texts.word("mark-related")))
    if "1" in used:
        key.append(("1, 2, …", texts.word("mark-number")))
    key += [(mark, texts.word("mark-derived")) for mark, sign in ((RING, RING), ("( )", "(")) if sign in used]
    return tuple(key)
