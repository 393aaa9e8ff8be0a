from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from eaframe.graph import Graph
from eaframe.metamodel.archimate import load_metamodel
from eaframe.model.load import load_model
from eaframe.views import View, ViewEdge, ViewNode, build_view, read_views
from eaframe.views.layout import PlacedBand, PlacedEdge, PlacedNode, PlacedView, Rect
from eaframe.views.sizes import sizes
from eaframe.views.view import ScaleEntry, ViewGroup, ViewOrigin, ViewScale, with_hash


@pytest.fixture
def view_of(workspace: Callable[[Mapping[str, str | bytes]], Path]) -> Callable[..., View]:
    """The view `v` of a model of one file."""

    def build(text: str, language: str = "", settings: str = "") -> View:
        files = {"model.yaml": text} | ({"eaframe.yaml": settings} if settings else {})
        model = load_model(workspace(files)).model
        return build_view(Graph(model), read_views(model)[0]["v"], language)

    return build


@pytest.fixture(scope="session")
def small_view() -> View:
    """Two groups, a box in a box with a line of its own, a kind, a junction, an access and a derived line."""
    nodes = (
        ViewNode("citizen", "business-actor", "", "Tác nhân", "business", "Người dân"),
        ViewNode("submit", "business-service", "public-service", "Dịch vụ công", "business", "Nộp hồ sơ", hidden=2),
        ViewNode("portal", "application-component", "", "Thành phần", "application", 'Cổng "1"', "Nơi nộp & nhận."),
        ViewNode("web", "application-interface", "", "Giao diện", "application", "Web", parent="portal"),
        ViewNode("all", "junction", "", "Điểm nối", "other", "", junction="and"),
        ViewNode("record", "data-object", "", "Đối tượng", "application", "Hồ sơ"),
    )
    edges = (
        ViewEdge("e1", "serving", "submit", "citizen", "Phục vụ"),
        ViewEdge("e2", "realization", "portal", "submit", "Hiện thực hóa", "qua mạng", origin="derived"),
        ViewEdge("e3", "access", "web", "record", "Truy cập", mode="readwrite"),
        ViewEdge("e4", "flow", "record", "all", "Dòng", "tệp"),
    )
    groups = (
        ViewGroup("business", "Nghiệp vụ", ("citizen", "submit"), "business"),
        ViewGroup("application", "Ứng dụng", ("portal", "web", "record"), "application"),
    )
    view = View(
        id="v",
        title="Cổng và người dân",
        documentation="",
        language="vi",
        viewpoint="layered",
        viewpoint_name="Phân lớp",
        nodes=nodes,
        edges=edges,
        groups=groups,
        nested=("portal--composed-of--web",),
        refused=(),
        notes=(),
        origin=ViewOrigin("Thành phố", "0.2", "2026-11-20", ""),
    )
    return with_hash(view)


@pytest.fixture(scope="session")
def small_placed(small_view: View) -> PlacedView:
    """The small view with coordinates that no engine chose."""
    places = {
        "citizen": Rect(40, 10, 160, 60),
        "submit": Rect(240, 10, 160, 60),
        "portal": Rect(40, 120, 200, 120),
        "web": Rect(60, 170, 150, 60),
        "all": Rect(500, 150, 14, 14),
        "record": Rect(300, 130, 160, 60),
    }
    lines = {
        "e1": ((240.0, 40.0), (200.0, 40.0)),
        "e2": ((140.0, 120.0), (140.0, 90.0), (320.0, 90.0), (320.0, 70.0)),
        "e3": ((210.0, 180.0), (300.0, 180.0)),
        "e4": ((460.0, 157.0), (500.0, 157.0)),
    }
    room = sizes(small_view)
    return PlacedView(
        small_view,
        tuple(PlacedNode(one, places[one.id], room.nodes[one.id], one.id == "portal") for one in small_view.nodes),
        tuple(
            PlacedEdge(one, lines[one.id], text=room.edges.get(one.id), text_at=(230.0, 90.0))
            for one in small_view.edges
        ),
        (
            PlacedBand("business", "Nghiệp vụ", Rect(0, 0, 540, 80), 28.0),
            PlacedBand("application", "Ứng dụng", Rect(0, 100, 540, 150), 28.0),
        ),
        540.0,
        250.0,
    )


@pytest.fixture(scope="session")
def every_type() -> View:
    """Each type of element once, the junction twice, and each way of drawing each relationship between two of them."""
    metamodel = load_metamodel()
    nodes = [
        ViewNode(
            one.name, one.name, "", one.name, one.layer, one.name, junction="and" if one.name == "junction" else ""
        )
        for one in metamodel.element_types.values()
    ]
    nodes.append(ViewNode("or", "junction", "", "junction", "other", "", junction="or"))
    edges = [
        ViewEdge(f"{one}-{mode}-{directed}", one, "goal", "driver", one, mode=mode, directed=directed)
        for one in metamodel.relationship_types
        for mode, directed in {
            "access": [("access", False), ("read", False), ("write", False), ("readwrite", False)],
            "association": [("", False), ("", True)],
        }.get(one, [("", False)])
    ]
    return View("v", "T", "", "en", "", "", tuple(nodes), tuple(edges), (), (), (), (), ViewOrigin("", "", "", ""))


HOSTILE = (
    *(
        '"',
        "\\",
        '\\"',
        "a\\Nb\\G\\L",
        "C:\\new\\table",
        '"\n!include /etc/passwd\n"',
        '")',
        '"];\nn9 -> n8;',
        "@enduml",
    ),
    *("%%{init: {}}%%", "<script>alert(1)</script>", "<b>x</b>", "]]>", "]]", "&lt;b&gt;", "&amp;", "&#34;", "#quot;"),
    *(
        "/' x '/",
        "' x",
        "!$a = 1",
        "$alias",
        "%getenv(PATH)",
        "ArchimateVersion()",
        "LAYOUT_TOP_DOWN()",
        "<img:http://x>",
    ),
    *("[[http://x]]", "**a** //b// __c__ --d-- ~~e~~", "<U+0022>", "<$sprite>", "<&icon>", "end", "endlegend", "|a|b|"),
    *("subgraph x", "click n1 call alert()", "`x`", 'style a:b"', 'classDef a:b"', "section x", "title x", "::: x"),
    *("a: b, c", "2020-01-01", ":milestone, m, 2020-01-01", "vert x", "- item", "1. one", "# head", "=x", "{x}", "}"),
    *("\u202e\u2066\u200f", "\x1b[31m\x00\x07", "\U0001f600\U0001f1fb\U0001f1f3", "Tie\u0302\u0301ng Vie\u0323\u0302t"),
    *(
        "Tiếng Việt: Ứng dụng",
        "\u2028\u2029\x85",
        "\ufffe\uffff",
        "a\tb\r\nc",
        "<TABLE>",
        "$$x$$",
        "javascript:alert(1)",
    ),
)


@pytest.fixture(params=HOSTILE, ids=range(len(HOSTILE)))
def hostile(request: pytest.FixtureRequest) -> str:
    """A text that means something to some format."""
    return str(request.param)


@pytest.fixture(scope="session")
def said() -> Callable[[str], View]:
    """A view that says this text wherever a model can say anything, ids that a model cannot have included."""

    def build(text: str) -> View:
        nodes = (
            ViewNode(f"a{text}", "goal", text, text, "motivation", text, text),
            ViewNode(f"b{text}", "node", "", text, "technology", text, parent=f"c{text}"),
            ViewNode(f"c{text}", "node", "", text, "technology", text),
        )
        edges = (
            ViewEdge(f"e{text}", "influence", f"a{text}", f"c{text}", text, text, strength=text),
            ViewEdge(f"f{text}", "serving", f"b{text}", f"c{text}", text),
        )
        groups = (ViewGroup(text, text, tuple(node.id for node in nodes)),)
        scale = ViewScale(text, (ScaleEntry("page", text, 1),))
        origin = ViewOrigin(text, text, text, "")
        return View(
            text, text, text, "en", text, text, nodes, edges, groups, (text,), (text,), (text,), origin, scale=scale
        )

    return build


@pytest.fixture(scope="session")
def in_a_row() -> Callable[[View], PlacedView]:
    """A layout for tests: boxes side by side, each with its parts in it; straight lines; a band for each group."""

    def build(view: View) -> PlacedView:
        room = sizes(view)
        wholes = {node.parent for node in view.nodes}
        outer = [node.id for node in view.nodes if not node.parent]
        rects = {id_: Rect(index * 200.0, 10.0, 180.0, 90.0) for index, id_ in enumerate(outer)}
        for node in view.nodes:
            if node.parent:
                rects[node.id] = Rect(rects[node.parent].x + 10, 50.0, 150.0, 40.0)
        ordered = sorted(view.nodes, key=lambda node: bool(node.parent))
        return PlacedView(
            view,
            tuple(PlacedNode(one, rects[one.id], room.nodes[one.id], one.id in wholes) for one in ordered),
            tuple(
                PlacedEdge(
                    one,
                    ((rects[one.source].x, 60.0), (rects[one.target].x, 70.0)),
                    text=room.edges.get(one.id),
                    text_at=(50.0, 60.0),
                )
                for one in view.edges
            ),
            tuple(PlacedBand(one.id, one.label, Rect(0.0, 0.0, 900.0, 110.0), 28.0) for one in view.groups),
            200.0 * len(outer),
            110.0,
        )

    return build
