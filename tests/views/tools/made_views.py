"""Views to lay out: all that Hanoi's model has in layers, and made-up ones of every size and shape."""

import random
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache

import eaframe
from eaframe.resources import resource
from eaframe.views import View, ViewEdge, ViewNode
from eaframe.views.view import ViewGroup, ViewOrigin

TODAY = 20261123
TYPES = {"business": "business-process", "application": "application-component", "technology": "node"}
RELATIONSHIPS = ("serving", "realization", "flow", "triggering", "association", "access", "assignment")
OWNERS = (
    "Sở Khoa học và Công nghệ Thành phố Hà Nội",
    "Sở Nông nghiệp và Môi trường",
    "Văn phòng Ủy ban nhân dân Thành phố",
    "Công an Thành phố",
    "Trung tâm Truyền thông, Dữ liệu và Công nghệ số Thành phố",
    "Sở Y tế",
    "Ban Quản lý các khu công nghiệp và chế xuất",
)


@cache
def hanoi(as_of: str, language: str) -> Mapping[str, View]:
    """The layered views of Hanoi on a day."""
    workspace = eaframe.load(resource("models") / "hanoi", as_of=as_of, today=TODAY)
    views = {name: workspace.view(name, language) for name in workspace.view_definitions[0]}
    return {name: one for name, one in views.items() if one.layout == "layered" and one.nodes}


def made(nodes: Sequence[ViewNode], edges: Sequence[ViewEdge], groups: Sequence[ViewGroup] = ()) -> View:
    """A view of these nodes; by default with their layers as groups."""
    layers = [layer for layer in TYPES if any(node.layer == layer for node in nodes)]
    by_layer = [ViewGroup(one, one, tuple(node.id for node in nodes if node.layer == one), one) for one in layers]
    used = tuple(groups or by_layer)
    order = {id_: index for index, id_ in enumerate(id_ for group in used for id_ in group.nodes)}
    return View(
        id="v",
        title="V",
        documentation="",
        language="vi",
        viewpoint="layered",
        viewpoint_name="Layered",
        nodes=tuple(sorted(nodes, key=lambda node: order[node.id])),
        edges=tuple(sorted(edges, key=lambda edge: edge.id)),
        groups=used,
        nested=(),
        refused=(),
        notes=(),
        origin=ViewOrigin("", "", "", ""),
    )


def box(number: int, layer: str = "application", parent: int | None = None, name: str = "") -> ViewNode:
    """A node of a layer."""
    type_ = TYPES[layer]
    around = "" if parent is None else f"e{parent:03}"
    return ViewNode(f"e{number:03}", type_, "", type_, layer, name or f"Hệ thống thông tin số {number}", parent=around)


def line(number: int, source: int, target: int, type_: str = "flow", label: str = "") -> ViewEdge:
    """An edge between two such nodes."""
    return ViewEdge(f"r{number:03}", type_, f"e{source:03}", f"e{target:03}", type_, label)


def synthetic(size: int, seed: int, density: float = 1.4) -> View:
    """A made-up landscape in three layers, with hubs; every seventh edge has a text."""
    choice = random.Random(f"{size} {seed}")
    nodes = [box(number, choice.choice(list(TYPES))) for number in range(size)]
    ends = [(choice.randrange(size), int(size * choice.random() ** 2)) for _ in range(int(size * density))]
    edges = [
        line(number, source, target, choice.choice(RELATIONSHIPS), "" if number % 7 else "Hồ sơ điện tử")
        for number, (source, target) in enumerate(ends)
    ]
    return made(nodes, edges)


def grouped(one: View, count: int, seed: int = 0) -> View:
    """The same view by owners, of whom the first have more than the last."""
    choice = random.Random(f"{count} {seed}")
    owner = {node.id: int(count * choice.random() ** 1.5) for node in one.nodes if not node.parent}
    members: dict[int, list[str]] = {}
    for node in one.nodes:
        members.setdefault(owner[(node.id, *one.around(node.id))[-1]], []).append(node.id)
    names = {number: f"{OWNERS[number % len(OWNERS)]} {number}" for number in members}
    return made(one.nodes, one.edges, [ViewGroup(names[k], names[k], tuple(members[k])) for k in sorted(members)])


def shapes() -> dict[str, View]:
    """Graphs that are hard to draw well, by what is hard about them."""
    boxes = [box(number) for number in range(41)]
    within = {1: 0, 2: 1, 3: 2, 4: 2, 5: 1, 6: 0, 7: 6, 8: 7}
    deep = [box(number, parent=within.get(number)) for number in range(12)]
    into = [(3, 9), (4, 10), (9, 3), (0, 3), (1, 4), (11, 0), (8, 11), (5, 9), (9, 2), (10, 7)]
    return {
        "one box": made(boxes[:1], []),
        "no edges": made(boxes[:23], []),
        "a star": made(boxes, [line(n, 0, n, "aggregation") for n in range(1, 41)]),
        "a star of texts": made(boxes[:20], [line(n, 0, n, "flow", f"Dữ liệu hồ sơ số {n}") for n in range(1, 20)]),
        "a chain": made(boxes[:20], [line(n, n, n + 1, "triggering") for n in range(19)]),
        "a ring": made(boxes[:20], [line(n, n, (n + 1) % 20, "triggering") for n in range(20)]),
        "a tree": made(boxes[:40], [line(n, (n - 1) // 3, n, "composition") for n in range(1, 40)]),
        "loops": made(boxes[:3], [line(n, n % 3, n % 3, label=f"Vòng lặp số {n}" * (n % 2)) for n in range(9)]),
        "both ways": made(boxes[:2], [line(n, n % 2, 1 - n % 2, label="Hồ sơ" * (n % 3)) for n in range(8)]),
        "box in box in box": made(deep, [line(n, *ends, label="Dữ liệu" * (n % 2)) for n, ends in enumerate(into)]),
        "no bands": made(boxes[:9], [line(1, 0, 1)], [ViewGroup("all", "", tuple(node.id for node in boxes[:9]))]),
        "one owner": made(boxes[:9], [line(1, 0, 1)], [ViewGroup("o", OWNERS[0], tuple(n.id for n in boxes[:9]))]),
        "no groups": replace(made(boxes[:9], [line(1, 0, 1)]), groups=()),
    }
