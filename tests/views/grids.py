"""Views of tables, roadmaps and maps by hand, for the tests of their layouts and drawings."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from eaframe.views.view import (
    TableCell,
    TableHead,
    TableRow,
    Timeline,
    TimelineBar,
    TimelineMark,
    View,
    ViewGroup,
    ViewNode,
    ViewOrigin,
    ViewTable,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

LONG = (
    "Nền tảng chia sẻ, điều phối dữ liệu của Trung tâm dữ liệu quốc gia (NDOP)",
    "Hệ thống cung cấp dịch vụ công mức độ 3 trở lên, hoặc hạ tầng dùng chung của một tỉnh, tối thiểu là cấp độ 3",
    "x" * 80,
    "https://dichvucong.hanoi.gov.vn/" + "đ" * 80,
    "Sở",
)


def view(layout: str, **fields: Any) -> View:
    base: dict[str, Any] = {
        "id": "v",
        "title": "T",
        "documentation": "",
        "language": "en",
        "viewpoint": "p",
        "viewpoint_name": "P",
        "nodes": (),
        "edges": (),
        "groups": (),
        "nested": (),
        "refused": (),
        "notes": (),
        "origin": ViewOrigin("M", "", "", ""),
        "layout": layout,
        "hash": "0123456789ab",
    }
    return View(**base | fields)


def node(id_: str, name: str = "", parent: str = "", **fields: Any) -> ViewNode:
    return ViewNode(id_, "capability", "", "Capability", "strategy", name or id_, parent=parent, **fields)


def table(names: Sequence[str], texts: Sequence[str], *, columns: int, is_matrix: bool, **fields: Any) -> View:
    """A table whose heads have these names in turn, and whose cells these texts."""
    heads = [TableHead(f"r{number}", name, name[:9], "application") for number, name in enumerate(names)]
    across = tuple(TableHead(f"c{number}", names[number % len(names)], "", "business") for number in range(columns))
    rows = tuple(
        TableRow(head, tuple(TableCell(texts[(row + column) % len(texts)], "why") for column in range(columns)))
        for row, head in enumerate(heads)
    )
    content = ViewTable(is_matrix, names[0], across, rows)
    return view("matrix" if is_matrix else "list", table=content, **fields)


def roadmap(
    bars: Sequence[tuple[str, str, str]], marks: Sequence[tuple[str, str]] = (), span: tuple[str, str] | None = None
) -> View:
    """A roadmap of bars, by name, first and last day, in two lanes; and of days with a name."""
    first, last = span or ("2024-01-01", "2027-12-31")
    nodes = tuple(node(f"b{number}", name) for number, (name, _, _) in enumerate(bars))
    ids = [one.id for one in nodes]
    return view(
        "roadmap",
        nodes=nodes,
        groups=(ViewGroup("odd", "Odd ones", tuple(ids[1::2])), ViewGroup("even", LONG[0], tuple(ids[::2]))),
        timeline=Timeline(
            first,
            last,
            tuple(TimelineBar(f"b{number}", begin, end) for number, (_, begin, end) in enumerate(bars)),
            tuple(TimelineMark(f"m{number}", name, day) for number, (name, day) in enumerate(marks)),
        ),
    )
