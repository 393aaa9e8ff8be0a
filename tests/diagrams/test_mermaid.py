"""The flowchart of a view: what it says, what it leaves out, and that no name can be anything but a name."""

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eaframe.changes.difference import compare
from eaframe.changes.picture import changes_view
from eaframe.diagrams.mermaid import MOST_CHARACTERS, MOST_EDGES, MOST_EDGES_OF_A_VIEW, left_out, render_mermaid
from eaframe.views.layout import LayoutError
from eaframe.views.marks import Marks
from eaframe.views.text import plain
from eaframe.views.view import View, ViewEdge, ViewNode, ViewOrigin

BEFORE = """\
elements:
  gone: {type: application-component, name: Gone, serves: office}
  office: {type: business-actor, name: Office}
  portal: {type: application-component, name: Portal, flows-to: {to: office, name: Help}}
"""
AFTER = """\
elements:
  office: {type: business-actor, name: Office, associated-with: portal}
  portal: {type: application-component, name: New, flows-to: {to: office, name: More}}
  more: {type: node, name: "", composed-of: part}
  part: {type: node, name: Part}
"""


def view(nodes: list[ViewNode], edges: list[ViewEdge]) -> View:
    origin = ViewOrigin("", "", "", "")
    return View("v", "", "", "en", "", "", tuple(nodes), tuple(edges), (), (), (), (), origin)


def node(number: int, name: str, label: str = "Goal") -> ViewNode:
    return ViewNode(f"e{number:04}", "goal", "", label, "motivation", name)


def edge(number: int, source: int, target: int, label: str = "", kind: str = "Influence") -> ViewEdge:
    return ViewEdge(f"r{number:04}", "influence", f"e{source:04}", f"e{target:04}", kind, label)


def test_boxes_and_lines_are_marked_by_colour_sign_and_dashes(model_of):
    before, after = model_of(BEFORE), model_of(AFTER)
    shown, marks = changes_view(compare(before, after), before, after, ("v1", "v2"), "en")
    assert (
        render_mermaid(shown, marks)
        == """\
flowchart TB
  n1["Office<br/>Business actor"]:::same
  n2["− Gone<br/>Application component"]:::removed
  n3["~ New<br/>Application component"]:::changed
  n4["#43; more<br/>Node"]:::added
  n5["#43; Part<br/>Node"]:::added
  n2 -->|"− Serving"| n1
  n4 --o|"#43; Composition"| n5
  n1 ---|"#43; Association"| n3
  n3 -.->|"~ Flow: More"| n1
  classDef added fill:#d9f2e6,stroke:#0a7d4f,stroke-width:3px,color:#17202b
  linkStyle 1,2 stroke:#0a7d4f,stroke-width:3px
  classDef removed fill:#fde0da,stroke:#c4311d,stroke-width:3px,color:#17202b,stroke-dasharray:6 4
  linkStyle 0 stroke:#c4311d,stroke-width:3px,stroke-dasharray:6 4
  classDef changed fill:#fff1c7,stroke:#9a6700,stroke-width:3px,color:#17202b
  linkStyle 3 stroke:#9a6700,stroke-width:3px
  classDef same fill:#f6f8fa,stroke:#ccd3db,color:#4c5664
"""
    )


def test_a_view_without_marks_stands_in_its_groups_and_colours(small_view):
    assert (
        render_mermaid(small_view)
        == f"""\
flowchart BT
  %% Thành phố #183; Phiên bản 0#46;2 #183; Mã nội dung {small_view.hash}
  subgraph g1["Nghiệp vụ"]
    n1["Người dân<br/>Tác nhân"]
    n2["Nộp hồ sơ (#43;2)<br/>Dịch vụ công"]
  end
  subgraph g2["Ứng dụng"]
    subgraph n3["Cổng #34;1#34; (Thành phần)"]
      n4["Web<br/>Giao diện"]
    end
    n6["Hồ sơ<br/>Đối tượng"]
  end
  n5(("and"))
  n2 -->|"Phục vụ"| n1
  n3 -.->|"Hiện thực hóa: qua mạng"| n2
  n4 -.->|"Truy cập"| n6
  n6 -.->|"Dòng: tệp"| n5
  classDef c1 fill:#fffdf1,stroke:#fff5ad,color:#17202b
  class g1 c1
  classDef c2 fill:#f1fafd,stroke:#c0eaf6,color:#17202b
  class g2 c2
  classDef c3 fill:#fff5ad,stroke:#a38f1f,color:#17202b
  class n1,n2 c3
  classDef c4 fill:#c0eaf6,stroke:#2b849f,color:#17202b
  class n3,n4,n6 c4
  classDef c5 fill:#3d4855,stroke:#3d4855,color:#17202b
  class n5 c5
"""
    )


def test_a_whole_with_a_line_to_its_own_part_is_a_box_in_a_frame(said):
    lines = render_mermaid(said("x")).splitlines()
    assert lines[4:8] == [
        '    subgraph fn3["x (x)"]',
        '      n3["x<br/>x"]',
        '      n2["x<br/>x"]',
        "    end",
    ]
    assert lines[-1] == "  class n2,n3,fn3 c3"


def test_a_long_name_is_cut_where_changes_are_shown_and_only_there(small_view):
    long = "Trung tâm " * 12 + "."
    shown = replace(small_view, nodes=(replace(small_view.nodes[0], name=long),), edges=(), groups=())
    assert "Trung tâm " * 12 in render_mermaid(shown)
    assert f'["{("Trung tâm " * 6).rstrip()}…<br/>' in render_mermaid(shown, Marks({}, {}))


def test_every_type_and_relationship_is_drawn(every_type):
    lines = render_mermaid(every_type).splitlines()
    assert sum(bool(re.match(r"  n\d+(?:\[|\()", line)) for line in lines) == len(every_type.nodes)
    assert sum("|" in line for line in lines) == len(every_type.edges)


@pytest.mark.parametrize(
    ("nodes", "edges"),
    [
        ([node(1, "A"), node(2, "B")], [edge(number, 1, 2) for number in range(MOST_EDGES_OF_A_VIEW + 1)]),
        ([node(number, "A" * 60) for number in range(700)], []),
    ],
)
def test_a_view_that_mermaid_would_refuse_is_refused_at_once(nodes, edges):
    with pytest.raises(LayoutError) as refused:
        render_mermaid(view(nodes, edges))
    assert str(refused.value) == (
        "The view `v` is too large for Mermaid, which takes 500 lines and 49000 characters: show fewer elements."
    )


TEXT = r"(?:[^\W_]|[ ,/()«»:…]|(?<=[^\W\d_])[.-]|#\d+;)*"  # letters, digits, a few signs, and numbers of characters
LINES = {
    "start": "flowchart BT",
    "facts": rf"  %% {TEXT}",
    "frame": rf' +subgraph [gfn]+\d+\["{TEXT}"\]',
    "box": rf' +n\d+\["(?P<label>{TEXT})<br/>{TEXT}"\]',
    "end": " +end",
    "line": rf'  (?P<source>n\d+) (?:-->|-\.->|--o|---)\|"{TEXT}"\| (?P<target>n\d+)',
    "class": r"  class(?:Def c\d+ fill:#[0-9a-f]{6},stroke:#[0-9a-f]{6},color:#[0-9a-f]{6}| [nfg\d,]+ c\d+)",
}


def assert_says(shown) -> None:
    """That each line is one of ours, and that together they are the view's boxes and lines."""
    found = []
    for line in render_mermaid(shown).splitlines():
        kinds = [(kind, match) for kind, form in LINES.items() if (match := re.fullmatch(form, line))]
        assert len(kinds) == 1, line
        found += kinds
    labels = [match["label"] for kind, match in found if kind == "box"]
    assert [(match["source"], match["target"]) for kind, match in found if kind == "line"] == [
        ("n1", "n3"),
        ("n2", "n3"),
    ]
    for label, one in zip(labels, (shown.nodes[0], shown.nodes[2], shown.nodes[1]), strict=True):
        read = re.sub(r"#(\d+);", lambda number: chr(int(number[1])), label).replace("\\\u2060n", "\\n")
        assert read == plain(one.name or one.label)


def test_a_hostile_name_changes_no_structure_of_a_view(said, hostile):
    assert_says(said(hostile))


@given(text=st.text(max_size=30) | st.text('"#;:&[](){}|<>%`\\-.+*\n', max_size=12))
def test_no_name_changes_any_structure(said, text):
    assert_says(said(text))


HOSTILE = [
    *('"] --> n9["x', "`x`", "<script>alert(1)</script>", "end", "subgraph x", "a\n\nclick n1 call alert()", "]]"),
    *("%%{init: {}}%%", "#quot;", "&lt;b&gt;", "::: same", "style n1 fill:red", "```", "\\", "{{x}}", "$$x$$"),
    *("n1 --> n2;", "@{shape: x}", "- item", "+ item", "1. one", "* item", "# head", "|", "\u202e\u200f", "\x1b[31m"),
]


@pytest.mark.parametrize("hostile", HOSTILE)
def test_a_hostile_name_changes_no_structure(hostile):
    shown = view([node(1, hostile, hostile), node(2, hostile)], [edge(1, 1, 2, hostile, hostile)])
    text = render_mermaid(shown, Marks({"e0001": "added"}, {"r0001": "removed"}))
    head, first, second, line, *styles = text.splitlines()
    label = r"(?:[^\W_]|[ ,/()«»:…−~.-]|#\d+;)*"  # letters, digits, a few signs, and numbers of characters
    assert head == "flowchart TB"
    assert re.fullmatch(rf'  n1\["#43; {label}<br/>{label}"\]:::added', first)
    assert re.fullmatch(rf'  n2\["{label}<br/>Goal"\]:::same', second)
    assert re.fullmatch(rf'  n1 -.->\|"− {label}"\| n2', line)
    assert [style.split()[0] for style in styles] == ["classDef", "linkStyle", "classDef"]
    assert not re.search(r'["|] ?(?:[-+*]|\d+\.) ', first.replace("#43;", ""))  # Mermaid takes it for a list


def test_of_too_many_lines_those_that_changed_are_kept():
    nodes = [node(number, "N") for number in range(40)]
    edges = [edge(number, number % 40, (number + 1) % 40) for number in range(MOST_EDGES + 30)]
    shown = view(nodes, edges)
    marks = Marks({}, {f"r{number:04}": "added" for number in range(MOST_EDGES, MOST_EDGES + 30)})
    text = render_mermaid(shown, marks)
    assert text.count("-.->") == MOST_EDGES
    assert text.count('|"#43; ') == 30
    assert left_out(shown) == 30
    assert left_out(view(nodes, edges[:5])) == 0


def test_it_never_has_more_characters_than_mermaid_takes():
    name = "\U0001f600" * 100
    nodes = [node(number, name, name) for number in range(60)]
    edges = [edge(number, number % 60, (number + 7) % 60, name, name) for number in range(MOST_EDGES)]
    text = render_mermaid(view(nodes, edges), Marks({}, {}))
    assert len(text) <= MOST_CHARACTERS
    assert text.count("[") == 60
