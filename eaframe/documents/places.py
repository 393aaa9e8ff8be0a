"""Where everything lies in a site: the names of its pages, and the address of each element, view and reference."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final
from urllib.parse import quote

from eaframe.model.names import is_slug, slug
from eaframe.views.bands import BANDS

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from eaframe.graph import Graph
    from eaframe.model.elements import Element
    from eaframe.model.model import Model

OVERVIEW: Final = "index.html"
CATALOGUE: Final = "elements.html"
UNKNOWNS: Final = "unknowns.html"
FINDINGS: Final = "findings.html"
REFERENCES: Final = "references.html"


@dataclass(frozen=True, slots=True)
class Places:
    """Addresses by id, relative to the site; what has no address is not in the map."""

    elements: Mapping[str, str] = field(default_factory=dict)
    views: Mapping[str, str] = field(default_factory=dict)
    references: Mapping[str, str] = field(default_factory=dict)


NOWHERE: Final = Places()


def places_of(model: Model, elements: Iterable[Element], views: Iterable[str]) -> Places:
    """The addresses of a site that shows these elements and views, and all references."""
    return Places(
        elements={one.id: anchor(layer_page(layer_of(model, one)), one.id) for one in elements},
        views=_view_pages(views),
        references={id_: anchor(REFERENCES, id_) for id_ in model.references},
    )


def shown_elements(graph: Graph, in_views: Iterable[str]) -> tuple[Element, ...]:
    """What a site shows: all own elements, and of libraries what is in a view or one relationship away."""
    shown = set(in_views)
    for one in graph.own_relationships:
        shown |= {one.source, one.target}
    return tuple(one for one in graph.elements.values() if one.is_own or one.id in shown)


def layer_of(model: Model, element: Element) -> str:
    """The layer that an element is listed in: that of its type, the physical one with technology (ArchiMate 10)."""
    type_ = model.metamodel.element_types.get(element.type)
    layer: str = type_.layer if type_ else "other"
    return "technology" if layer == "physical" else layer if layer in BANDS else "other"


def layer_page(layer: str) -> str:
    """The name of a layer's page."""
    return f"layer-{layer}.html"


def picture_of(page: str) -> str:
    """The name of the picture that belongs to a view's page."""
    return page.removesuffix(".html") + ".svg"


def anchor(page: str, id_: str) -> str:
    """The address of something on a page."""
    return f"{page}#{quote(id_, safe=':')}"


def _view_pages(ids: Iterable[str]) -> dict[str, str]:
    """Ids of views are free text, names of files are not: what is no slug gets one, told apart by a number."""
    ordered = sorted(ids, key=lambda id_: (not is_slug(id_), id_))
    pages: dict[str, str] = {}
    taken: set[str] = set()
    for id_ in ordered:
        stem = name = id_ if is_slug(id_) else slug(id_)
        number = 1
        while name in taken:
            number += 1
            name = f"{stem}-{number}"
        taken.add(name)
        pages[id_] = f"view-{name}.html"
    return pages
