"""Small groups as cards side by side: a group of one to four boxes is drawn as a box around them, with its name.

Twenty-five owners of one or two systems each would otherwise be twenty-five rows, most of them empty. While the picture
is laid out, a card is a box like any other that has boxes in it; so rows, lines and names need no rules of their own.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from eaframe.views.layout import PlacedBand, Size, Sizes
from eaframe.views.sizes import ABOVE, BELOW, BETWEEN, BOX_WIDTH, NAME_LINE, head_lines
from eaframe.views.view import ViewGroup, ViewNode

if TYPE_CHECKING:
    from eaframe.views.layout import PlacedView
    from eaframe.views.view import View

MOST: Final = 4  # boxes in a card
_CARD: Final = "card|"  # what ids of cards begin with; no element's id has a bar
_TOGETHER: Final = "cards|"  # the group of all cards


def with_cards(view: View, sizes: Sizes) -> tuple[View, Sizes]:
    """The view with its small groups as boxes around their members. Layers, and one small group alone, stay bands."""
    tops = {node.id for node in view.nodes if not node.parent}
    small = [
        group
        for group in view.groups
        if group.layer == "other" and group.id != "other" and group.label and 0 < len(tops & set(group.nodes)) <= MOST
    ]
    if len(small) < 2:  # noqa: PLR2004 - one alone has nothing to stand beside
        return view, sizes
    card_of = {id_: f"{_CARD}{group.id}" for group in small for id_ in group.nodes if id_ in tops}
    cards = [_card(group, f"{_CARD}{group.id}") for group in small]
    labels = {f"{_CARD}{group.id}": head_lines(group.label) for group in small}
    members = {id_ for group in small for id_ in group.nodes}
    order = {id_: index for index, id_ in enumerate(id_ for group in small for id_ in group.nodes)}
    inside = sorted((node for node in view.nodes if node.id in members), key=lambda node: order[node.id])
    nodes = [node for node in view.nodes if node.id not in members]
    nodes += [*cards, *(replace(node, parent=card_of.get(node.id, node.parent)) for node in inside)]
    together = ViewGroup(_TOGETHER, "", (*(card.id for card in cards), *(node.id for node in inside)))
    groups = (*(group for group in view.groups if group not in small), together)
    heads = {id_: _head(lines) for id_, lines in labels.items()}
    return replace(view, nodes=tuple(nodes), groups=groups), Sizes({**sizes.nodes, **heads}, sizes.edges)


def without_cards(placed: PlacedView, view: View) -> PlacedView:
    """The placed view with its cards as bands again, and with the ``view`` that it was before."""
    groups = {f"{_CARD}{group.id}": group for group in view.groups}
    known = {node.id: node for node in view.nodes}
    cards = tuple(
        PlacedBand(
            groups[one.node.id].id,
            groups[one.node.id].label,
            one.rect,
            0.0,
            lines=one.size.lines,
            place="above",
            shade=1,
        )
        for one in placed.nodes
        if one.node.id in groups
    )
    nodes = tuple(replace(one, node=known[one.node.id]) for one in placed.nodes if one.node.id in known)
    order = {group.id: index for index, group in enumerate(view.groups)}
    bands = sorted((*placed.bands, *cards), key=lambda band: order[band.id])
    return replace(placed, view=view, nodes=nodes, bands=tuple(bands))


def _card(group: ViewGroup, id_: str) -> ViewNode:
    return ViewNode(id_, "grouping", "", "", "other", group.label)


def _head(lines: tuple[str, ...]) -> Size:
    return Size(BOX_WIDTH, ABOVE + BETWEEN + len(lines) * NAME_LINE + BELOW, (), lines)
