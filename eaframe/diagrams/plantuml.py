r"""A view in PlantUML, by the macros of its ArchiMate library (stdlib, version 3.2.2).

PlantUML reads files and addresses where a line begins with ``!include``, calls functions (``%getenv()``) and draws
pictures (``<img:…>``) wherever a text has them. So ids are our own, a text never begins a line, and every character of
it but letters, digits and a few signs is written as its number, which PlantUML reads only when it draws.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from eaframe.diagrams.spelling import spelled
from eaframe.diagrams.tints import band_tints, box_tints, ink
from eaframe.diagrams.tree import facts_of, label_of, name_of, tree

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from eaframe.diagrams.tree import Tree
    from eaframe.views.view import View, ViewEdge, ViewNode

_HARMLESS: Final = " ,:«»…"
_AFTER_LETTERS: Final = ".-/"  # twice they are a line or slanted letters
_NOTHING: Final = " "  # PlantUML wants a character in each label


def _each(layer: str, *names: str) -> dict[str, str]:
    return {f"{layer}-{name}": f"{layer.capitalize()}_{name.capitalize()}" for name in names}


_ACROSS: Final = ("collaboration", "interface", "process", "function", "interaction", "event", "service")

# The macro of each type; of a junction that of its kind.
MACROS: Final[Mapping[str, str]] = {
    "resource": "Strategy_Resource",
    "capability": "Strategy_Capability",
    "value-stream": "Strategy_ValueStream",
    "course-of-action": "Strategy_CourseOfAction",
    **_each("business", "actor", "role", "object", *_ACROSS),
    "contract": "Business_Contract",
    "representation": "Business_Representation",
    "product": "Business_Product",
    **_each("application", "component", *_ACROSS),
    "data-object": "Application_DataObject",
    **_each("technology", *_ACROSS),
    "node": "Technology_Node",
    "device": "Technology_Device",
    "system-software": "Technology_SystemSoftware",
    "path": "Technology_Path",
    "communication-network": "Technology_CommunicationNetwork",
    "artifact": "Technology_Artifact",
    "equipment": "Physical_Equipment",
    "facility": "Physical_Facility",
    "distribution-network": "Physical_DistributionNetwork",
    "material": "Physical_Material",
    "stakeholder": "Motivation_Stakeholder",
    "driver": "Motivation_Driver",
    "assessment": "Motivation_Assessment",
    "goal": "Motivation_Goal",
    "outcome": "Motivation_Outcome",
    "principle": "Motivation_Principle",
    "requirement": "Motivation_Requirement",
    "constraint": "Motivation_Constraint",
    "meaning": "Motivation_Meaning",
    "value": "Motivation_Value",
    "work-package": "Implementation_WorkPackage",
    "deliverable": "Implementation_Deliverable",
    "implementation-event": "Implementation_Event",
    "plateau": "Implementation_Plateau",
    "gap": "Implementation_Gap",
    "location": "Other_Location",
    "grouping": "Grouping",
    "junction": "Junction",
}
RELATIONS: Final[Mapping[str, str]] = {
    name: f"Rel_{name.capitalize()}"
    for name in (
        *("composition", "aggregation", "assignment", "realization", "serving", "access", "influence"),
        *("association", "triggering", "flow", "specialization"),
    )
}
# Their targets stand above their sources, as in ArchiMate's pictures; all others go downwards.
_UPWARDS: Final = frozenset({"assignment", "realization", "serving", "influence", "specialization"})
_MODES: Final[Mapping[str, str]] = {"read": "_r", "write": "_w", "readwrite": "_rw"}


def render_plantuml(view: View) -> str:
    """The diagram, from ``@startuml`` to ``@enduml``; PlantUML 1.2025 or newer draws boxes in boxes."""
    inside = tree(view)
    lines = ["@startuml", "!include <archimate/Archimate>"]
    if view.title.strip():
        lines.append(f"title {_text(view.title)}")
    for number, (group, nodes) in enumerate(inside.groups, 1):
        # The macro for groups has one colour for all; this is what it expands to.
        lines.append(f'folder "{_text(group.label)}" <<group>> as g{number} {band_tints(group.layer)[0]} {{')
        lines += [line for node in nodes for line in _box(node, inside, "  ")]
        lines.append("}")
    lines += [line for node in inside.loose for line in _box(node, inside, "")]
    lines += [_relation(edge, inside.names) for edge in view.edges]
    lines += _legend(view)
    lines += [f"footer {_text(facts_of(view))}", "@enduml"]
    return "\n".join(lines) + "\n"


def _box(node: ViewNode, inside: Tree, indent: str) -> Iterator[str]:
    parts = inside.parts.get(node.id, ())
    yield f"{indent}{_element(node, inside.names[node.id])}" + " {" * bool(parts)
    for part in parts:
        yield from _box(part, inside, indent + "  ")
    if parts:
        yield f"{indent}}}"


def _element(node: ViewNode, name: str) -> str:
    kind = f"«{_text(node.label)}»\\n" if node.kind else ""
    label = f'"{kind}{_text(name_of(node))}"'
    macro = MACROS[node.type]
    if node.junction:
        return f"{macro}_{node.junction.capitalize()}({name}, {label})"
    if node.colour and node.type != "grouping":
        # The macros know the colours of layers only; this is what they expand to.
        stereotype = macro.lower().replace("physical_", "technology_").replace("other_", "").replace("_", "-")
        return f"archimate {box_tints(node)[0]} {label} <<{stereotype}>> as {name}"
    return f"{macro}({name}, {label})"


def _relation(edge: ViewEdge, names: Mapping[str, str]) -> str:
    macro = RELATIONS[edge.type]
    if edge.type == "access":
        macro += _MODES.get(edge.mode, "")
    if edge.type == "association" and edge.directed:
        macro += "_dir"
    if edge.type in _UPWARDS:
        macro += "_Up"
    label = label_of(edge)
    said = f', "{_text(label)}"' if label.strip() else ""
    return f"{macro}({names[edge.source]}, {names[edge.target]}{said})"


def _legend(view: View) -> list[str]:
    if view.scale is None:
        return []
    entries = [f"|<{ink(one.colour)}> | {_text(one.label)} |" for one in view.scale.entries]
    return ["legend", _text(view.scale.title), *entries, "endlegend"]


def _text(content: str) -> str:
    return spelled(content, lambda code: f"<U+{code:04X}>", _HARMLESS, _AFTER_LETTERS) or _NOTHING
