"""A view in PlantUML: a strict grammar of its lines reads it back, so no name can be anything but a name."""

import re
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from eaframe.diagrams.plantuml import MACROS, RELATIONS, render_plantuml
from eaframe.metamodel.archimate import load_metamodel
from eaframe.views.text import plain
from eaframe.views.view import ScaleEntry, ViewScale

METAMODEL = load_metamodel()
# Letters and digits, a few signs, and numbers of characters; `\n` only where we put it, between kind and name.
TEXT = r"(?:[^\W_]|[ ,:«»…]|(?<=[^\W\d_])[./-]|<U\+[0-9A-F]{4,6}>)+"
LINES = {
    "start": "@startuml",
    "include": "!include <archimate/Archimate>",
    "title": f"title (?P<title>{TEXT})",
    "group": rf'folder "(?P<group>{TEXT})" <<group>> as g\d+ #[0-9a-f]{{6}} {{',
    "box": rf' *(?P<macro>[A-Z]\w+)\((?P<name>n\d+), "(?:«{TEXT}»\\n)?(?P<label>{TEXT})"\)(?P<opens> {{)?',
    "coloured": rf' *archimate #[0-9a-f]{{6}} "(?:«{TEXT}»\\n)?{TEXT}" <<[a-z-]+>> as n\d+(?: {{)?',
    "line": rf'(?P<relation>Rel_\w+)\((?P<source>n\d+), (?P<target>n\d+)(?:, "(?P<said>{TEXT})")?\)',
    "close": r" *}",
    "legend": "legend",
    "entry": rf"\|<#[0-9a-f]{{6}}> \| {TEXT} \|",
    "endlegend": "endlegend",
    "footer": f"footer {TEXT}",
    "end": "@enduml",
}


def parsed(text: str) -> list[tuple[str, dict[str, str]]]:
    found = []
    legend = False
    for line in text.splitlines():
        kinds = [(kind, one) for kind, form in LINES.items() if (one := re.fullmatch(form, line))]
        if legend and not kinds:
            kinds = [("legend-title", re.fullmatch(TEXT, line))]
        assert len(kinds) == 1, line
        kind, match = kinds[0]
        assert match is not None, line
        legend = kind in {"legend", "legend-title", "entry"}
        found.append((kind, {key: value for key, value in match.groupdict().items() if value is not None}))
    return found


def read(text: str) -> str:
    """What PlantUML shows of a text."""
    return re.sub(r"<U\+([0-9A-F]+)>", lambda one: chr(int(one[1], 16)), text)


def test_a_small_view_is_written_whole(small_view):
    assert (
        render_plantuml(small_view)
        == f"""\
@startuml
!include <archimate/Archimate>
title Cổng và người dân
folder "Nghiệp vụ" <<group>> as g1 #fffdf1 {{
  Business_Actor(n1, "Người dân")
  Business_Service(n2, "«Dịch vụ công»\\nNộp hồ sơ <U+0028><U+002B>2<U+0029>")
}}
folder "Ứng dụng" <<group>> as g2 #f1fafd {{
  Application_Component(n3, "Cổng <U+0022>1<U+0022>") {{
    Application_Interface(n4, "Web")
  }}
  Application_DataObject(n6, "Hồ sơ")
}}
Junction_And(n5, " ")
Rel_Serving_Up(n2, n1)
Rel_Realization_Up(n3, n2, "qua mạng")
Rel_Access_rw(n4, n6)
Rel_Flow(n6, n5, "tệp")
footer Thành phố <U+00B7> Phiên bản 0<U+002E>2 <U+00B7> Mã nội dung {small_view.hash}
@enduml
"""
    )


def test_every_type_and_relationship_has_a_macro_of_its_own(every_type):
    assert MACROS.keys() == METAMODEL.element_types.keys()
    assert RELATIONS.keys() == METAMODEL.relationship_types.keys()
    found = parsed(render_plantuml(every_type))
    boxes = [one["macro"] for kind, one in found if kind == "box"]
    relations = [one["relation"] for kind, one in found if kind == "line"]
    assert (len(set(boxes)), len(boxes)) == (len(every_type.nodes), len(every_type.nodes))
    assert {"Junction_And", "Junction_Or", "Grouping"} < set(boxes)
    # An access that says no mode is one macro with an access that says `access`.
    assert (len(set(relations)), len(relations)) == (len(every_type.edges), len(every_type.edges))
    assert {"Rel_Access", "Rel_Access_r", "Rel_Access_w", "Rel_Access_rw", "Rel_Association_dir"} < set(relations)


def test_colours_and_their_meaning_are_written_out(small_view):
    scale = ViewScale("Mức", (ScaleEntry("business", "thấp", 3),))
    nodes = (replace(small_view.nodes[0], colour="application"), replace(small_view.nodes[4], colour=""))
    lines = render_plantuml(replace(small_view, nodes=nodes, edges=(), groups=(), scale=scale)).splitlines()
    assert lines[3] == 'archimate #c0eaf6 "Người dân" <<business-actor>> as n1'
    assert lines[5:9] == ["legend", "Mức", "|<#fff5ad> | thấp |", "endlegend"]


def assert_says(view) -> None:
    found = parsed(render_plantuml(view))
    boxes = [one for kind, one in found if kind == "box"]
    lines = [one for kind, one in found if kind == "line"]
    named = bool(view.groups[0].label.strip())
    assert [(one["name"], "opens" in one) for one in boxes] == [("n1", False), ("n3", True), ("n2", False)]
    assert [kind for kind, _ in found].count("close") == (2 if plain(view.groups[0].label) or named else 1)
    assert [(one["source"], one["target"]) for one in lines] == [("n1", "n3"), ("n2", "n3")]
    names = [plain(view.nodes[index].name) for index in (0, 2, 1)]
    assert [read(one["label"]).strip() for one in boxes] == names
    assert read(lines[0].get("said", "")).strip() == plain(f"{view.edges[0].label} {view.edges[0].strength}")


def test_a_hostile_name_changes_no_structure(said, hostile):
    assert_says(said(hostile))


@given(text=st.text(max_size=30) | st.text('"\\!%$@<>()[]{}|*/_~=#-.\n', max_size=12))
def test_no_name_changes_any_structure(said, text):
    assert_says(said(text))
