"""How much room the texts of a view take: boxes of one width, as high as their text."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from eaframe.views.layout import EdgeText, Size, Sizes
from eaframe.views.text import balanced, width, wrap

if TYPE_CHECKING:
    from eaframe.views.text import Weight
    from eaframe.views.view import View, ViewEdge, ViewNode

BOX_WIDTH: Final = 158.0
BOX_GAP: Final = 14.0  # between boxes in one box
PADDING: Final = 9.0
ICON: Final = 16.0
NAME_SIZE: Final = 12.0
NAME_LINE: Final = 15.5
CAPTION_SIZE: Final = 9.0
CAPTION_LINE: Final = 11.5
TEXT_SIZE: Final = 10.0  # of texts on lines
TEXT_LINE: Final = 12.5
TEXT_WIDTH: Final = 120.0
LINE: Final = 1.2  # times the font size: from line to line of the name of a band
JUNCTION: Final = 14.0
BETWEEN: Final = 4.0  # caption and name
ABOVE: Final = 7.0
BELOW: Final = 9.0
_PASSAGE: Final = 32.0  # px: where lines go past the name of a box to the boxes in it
BADGE: Final = 10.0  # below the name, for the number of parts that are not drawn
# Viewers without Noto Sans use another font: of the common ones only DejaVu Sans is wider, by up to 12 % (bold: 21 %).
# The padding takes it where letters are regular and centred; bold ones and captions begin at the left, and need room
# at the right.
_SPARE: Final = {"regular": 1.02, "semibold": 1.17, "caption": 1.1}


def sizes(view: View) -> Sizes:
    """The sizes of all boxes and texts of a view."""
    within: dict[str, int] = {}  # boxes without parts in each box: how wide it is bound to be
    containers = {node.parent for node in view.nodes}
    for node in view.nodes:
        if node.id not in containers:
            for id_ in view.around(node.id):
                within[id_] = within.get(id_, 0) + 1
    entered = _entered(view)
    nodes = {node.id: _size(node, within.get(node.id, 0), is_entered=node.id in entered) for node in view.nodes}
    texts = {edge.id: text for edge in view.edges if (text := _text(edge)) is not None}
    return Sizes(nodes, texts)


def caption_of(node: ViewNode) -> str:
    """What stands above the name: the type, or the kind in guillemets (ArchiMate 3.2, 14.2.2)."""
    return f"«{node.label}»" if node.kind else node.label


def strength_sign(strength: str) -> str:
    """How the strength of an influence is written: with a minus, as a hyphen is lost between the dashes of its line."""
    return strength.replace("-", "\N{MINUS SIGN}") if strength in {"-", "--"} else strength


def head_lines(name: str) -> tuple[str, ...]:
    """The name of a box around others in lines, with room beside them where lines go past to the boxes in it."""
    return balanced(name, _beside_passage(name) / _SPARE["semibold"], NAME_SIZE, "semibold")


def _beside_passage(name: str) -> float:
    """How wide such a name may be: less than the first box below it, but for a word that is wider."""
    longest = max((width(word, NAME_SIZE, "semibold") for word in name.split()), default=0.0)
    return max(BOX_WIDTH - 2 * PADDING - _PASSAGE, min(longest * _SPARE["semibold"], BOX_WIDTH - 2 * PADDING))


def _entered(view: View) -> frozenset[str]:
    """The boxes around others that a line goes into: it must find a way past their names."""
    around, none = {node.id: frozenset(view.around(node.id)) for node in view.nodes}, frozenset[str]()
    return frozenset(
        id_ for edge in view.edges for id_ in around.get(edge.source, none) ^ around.get(edge.target, none)
    )


def _size(node: ViewNode, parts: int, *, is_entered: bool) -> Size:
    if node.junction:
        return Size(JUNCTION, JUNCTION)
    weight: Weight = "semibold" if parts else "regular"
    room = BOX_WIDTH if parts <= 1 else 2 * BOX_WIDTH + BOX_GAP
    if is_entered:
        caption = wrap(caption_of(node), _beside_passage(node.name) / _SPARE["caption"], CAPTION_SIZE)
        lines = head_lines(node.name)
    else:
        caption = wrap(caption_of(node), (room - 2 * PADDING - ICON) / _SPARE["caption"], CAPTION_SIZE)
        lines = balanced(node.name, (room - 2 * PADDING) / _SPARE[weight], NAME_SIZE, weight)
    height = ABOVE + len(caption) * CAPTION_LINE + BETWEEN + len(lines) * NAME_LINE + BELOW
    if node.hidden and not parts:
        height += BADGE
    return Size(room, height, caption, lines)


def _text(edge: ViewEdge) -> EdgeText | None:
    text = " ".join(filter(None, (edge.label, strength_sign(edge.strength))))
    lines = balanced(text, TEXT_WIDTH, TEXT_SIZE)
    if not lines:
        return None
    widest = max(width(line, TEXT_SIZE) for line in lines)
    return EdgeText(widest * _SPARE["regular"] + 8, len(lines) * TEXT_LINE + 4, lines)
