"""What the page of all notation shows: boxes in sections, and lines."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from eaframe.diagrams.words import word
from eaframe.metamodel.archimate import load_metamodel
from eaframe.metamodel.looks import COLOUR_NAMES, HEAT, ICON_NAMES, NO_DATA
from eaframe.metamodel.vocabulary import JUNCTION
from eaframe.views.bands import BANDS
from eaframe.views.view import View, ViewEdge, ViewNode, ViewOrigin, with_hash

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from eaframe.metamodel.vocabulary import RelationshipType

Section = tuple[str, tuple[ViewNode, ...]]
_PHYSICAL: Final = "physical"  # types of the technology layer with a colour of their own
_MODES: Final = ("access", "read", "write", "readwrite")
_STRENGTHS: Final = ("++", "+", "-", "--")


@dataclass(frozen=True, slots=True)
class LineSample:
    """A line, what it is called and how a model says it; with a junction in its middle where there is one."""

    edge: ViewEdge
    label: str
    word: str
    junction: ViewNode | None = None


def box_sections(language: str) -> list[Section]:
    """The boxes: types by layer, then icons, colours, the scale and what else a box may bear."""
    types = [one for name, one in load_metamodel().element_types.items() if name != JUNCTION]
    found: dict[str, list[ViewNode]] = {}
    for one in types:
        layer = "technology" if one.layer == _PHYSICAL else one.layer
        node = ViewNode(one.name, one.name, "", said(one.label, language), one.layer, one.name)
        found.setdefault(layer, []).append(node)
    layers = [(said(BANDS[layer], language), tuple(nodes)) for layer, nodes in found.items()]
    icons = [_grey(f"icon-{one}", word("icon", language), one, icon=one) for one in ICON_NAMES]
    colours = [_grey(f"colour-{one}", word("colour", language), one, colour=one) for one in COLOUR_NAMES]
    steps = [_grey(one, word("step", language), one, colour=one) for one in HEAT]
    none = _grey(NO_DATA, word("no-data", language), NO_DATA, colour=NO_DATA)
    component = load_metamodel().element_types["application-component"]
    label = said(component.label, language)
    hidden = ViewNode("hidden", component.name, "", label, component.layer, word("hidden", language), hidden=12)
    kind = ViewNode(
        "kind", component.name, "kind", word("kind", language), component.layer, word("kind-name", language)
    )
    return [
        *layers,
        (word("icons", language), tuple(icons)),
        (word("colours", language), tuple(colours)),
        (word("scale", language), (*steps, none)),
        (word("signs", language), (kind, hidden)),
    ]


def line_samples(language: str) -> list[LineSample]:
    """The lines: every relationship, and what its attributes change about it."""
    found = []
    for one in load_metamodel().relationship_types.values():
        label = said(one.label, language)
        if one.name == "access":
            for mode in _MODES:
                text = word(mode, language, label=label) if mode != "access" else label
                found.append(LineSample(_edge(one, mode, mode=mode), text, f"{one.verb} · mode: {mode}"))
            continue
        found.append(LineSample(_edge(one, ""), label, one.verb))
        if one.name == "influence":
            for strength in _STRENGTHS:
                text = word(strength, language, label=label)
                edge = _edge(one, strength, strength=strength)
                found.append(LineSample(edge, text, f'{one.verb} · strength: "{strength}"'))
        if one.name == "association":
            edge = _edge(one, "directed", directed=True)
            found.append(LineSample(edge, word("directed", language, label=label), f"{one.verb} · directed: true"))
    return found + _junctions(language) + _derived(language)


def notation_view(sections: Sequence[Section], language: str) -> View:
    """The page as a view: its title, its elements, its hash."""
    return with_hash(
        View(
            id="notation",
            title=word("notation", language),
            documentation=word("notation-about", language),
            language=language,
            viewpoint="",
            viewpoint_name="",
            nodes=tuple(node for _, nodes in sections for node in nodes),
            edges=tuple(sample.edge for sample in line_samples(language)),
            groups=(),
            nested=(),
            refused=(),
            notes=(),
            origin=ViewOrigin("ArchiMate", "3.2", "", ""),
        )
    )


def said(label: Mapping[str, str], language: str) -> str:
    """A label in a language, in English where it has none in that."""
    return label.get(language, label["en"])


def _junctions(language: str) -> list[LineSample]:
    type_ = load_metamodel().element_types[JUNCTION]
    flow = load_metamodel().relationship_types["triggering"]
    label = said(type_.label, language)
    return [
        LineSample(
            _edge(flow, junction),
            word(junction, language, label=label),
            f"{JUNCTION} · junction: {junction}",
            ViewNode(f"junction-{junction}", JUNCTION, "", label, type_.layer, "", junction=junction),
        )
        for junction in ("and", "or")
    ]


def _derived(language: str) -> list[LineSample]:
    serving = load_metamodel().relationship_types["serving"]
    label = word("derived", language, label=said(serving.label, language))
    edge = ViewEdge("derived", serving.name, "a", "b", label, origin="derived")
    return [LineSample(edge, label, word("derived-about", language))]


def _edge(
    one: RelationshipType, variant: str, *, mode: str = "", strength: str = "", directed: bool = False
) -> ViewEdge:
    id_ = f"{one.name}-{variant}" if variant else one.name
    return ViewEdge(id_, one.name, "a", "b", one.name, mode=mode, strength=strength, directed=directed)


def _grey(id_: str, label: str, name: str, *, icon: str = "", colour: str = "grey") -> ViewNode:
    return ViewNode(id_, "application-component", "", label, "application", name, icon=icon, colour=colour)
