"""What holds of every placed view, as a list of the sentences that are broken; empty is good."""

import itertools
from collections.abc import Iterator

from eaframe.views.layout import PlacedBand, PlacedEdge, PlacedNode, PlacedView, Rect
from eaframe.views.sizes import ABOVE, BETWEEN, CAPTION_LINE, CAPTION_SIZE, ICON, LINE, NAME_LINE, NAME_SIZE, PADDING
from eaframe.views.text import width

SPARE = 0.2  # px: coordinates are rounded
HEAD = 8.0  # px of a line at each of its ends that its arrowhead needs; no text may lie on it


def broken(one: PlacedView) -> list[str]:
    """Every law that a placed view breaks, and where."""
    return [*_boxes(one), *_bands(one), *_band_names(one), *_lines(one), *_texts(one)]


def _boxes(one: PlacedView) -> Iterator[str]:
    boxes = {node.node.id: node.rect for node in one.nodes}
    parents = {node.node.id: node.node.parent for node in one.nodes}
    picture = Rect(0, 0, one.width, one.height)
    if sorted(boxes) != sorted(node.id for node in one.view.nodes):
        yield "nodes are missing"
    for (id_, rect), (other_id, other) in itertools.combinations(boxes.items(), 2):
        if parents[id_] == parents[other_id] and overlap(rect, other):
            yield f"boxes {id_} and {other_id} overlap"
    for id_, parent in parents.items():
        if parent and not contains(boxes[parent], boxes[id_]):
            yield f"{id_} is not inside {parent}"
        if not contains(picture, boxes[id_]):
            yield f"{id_} is outside the picture"
        if parent:
            for head in heads(next(node for node in one.nodes if node.node.id == parent)):
                if overlap(head, boxes[id_]):
                    yield f"{id_} hides the name of {parent}"


def _bands(one: PlacedView) -> Iterator[str]:
    boxes = {node.node.id: node.rect for node in one.nodes}
    bands = {band.id: band.rect for band in one.bands}
    for (id_, rect), (other_id, other) in itertools.combinations(bands.items(), 2):
        if overlap(rect, other):
            yield f"bands {id_} and {other_id} overlap"
    for group in one.view.groups:
        for id_ in group.nodes:
            if group.id in bands and not contains(bands[group.id], boxes[id_]):
                yield f"{id_} is outside its band {group.id}"
            for other, rect in bands.items():
                if other != group.id and overlap(rect, boxes[id_]):
                    yield f"{id_} lies in the band {other}"


def _band_names(one: PlacedView) -> Iterator[str]:
    for band in one.bands:
        if not contains(Rect(0, 0, one.width, one.height), band.rect):
            yield f"the band {band.id} leaves the picture"
        if "".join(band.lines).replace(" ", "") != band.label.replace(" ", ""):
            yield f"the name of the band {band.id} is cut"
        across, along = (band.strip, band.rect.height) if band.place == "turned" else (band.rect.height, band.strip)
        widest = max(width(line, band.font, "semibold") for line in band.lines)
        if band.strip and (widest > along or len(band.lines) * band.font * LINE > across):
            yield f"the name of the band {band.id} overflows its strip"
        for id_, box in ((node.node.id, node.rect) for node in one.nodes):
            if any(overlap(head, box) for head in _band_heads(band)):
                yield f"{id_} hides the name of the band {band.id}"


def _band_heads(band: PlacedBand) -> list[Rect]:
    """Where the name of a band stands that has no strip; else the strip."""
    if band.strip:
        return [Rect(band.rect.x, band.rect.y, band.strip, band.rect.height)]
    x, y = band.rect.x + PADDING, band.rect.y + ABOVE + BETWEEN
    return [
        Rect(x, y + index * NAME_LINE, width(line, NAME_SIZE, "semibold"), NAME_LINE)
        for index, line in enumerate(band.lines)
    ]


def _lines(one: PlacedView) -> Iterator[str]:
    boxes = {node.node.id: node.rect for node in one.nodes}
    picture = Rect(0, 0, one.width, one.height)
    names = [(node.node.id, head) for node in one.nodes if node.is_container for head in heads(node)]
    names += [(band.id, head) for band in one.bands for head in _band_heads(band)]
    if [line.edge.id for line in one.edges] != [edge.id for edge in one.view.edges]:
        yield "lines are missing"
    for line in one.edges:
        id_, source, target = line.edge.id, line.edge.source, line.edge.target
        if not touches(boxes[source], line.points[0]) or not touches(boxes[target], line.points[-1]):
            yield f"{id_} does not reach its ends"
        around = {source, target, *one.view.around(source), *one.view.around(target)}
        for start, end in itertools.pairwise(line.points):
            if start[0] != end[0] and start[1] != end[1]:
                yield f"{id_} is askew"
            if not contains(picture, Rect(*start, 0, 0)) or not contains(picture, Rect(*end, 0, 0)):
                yield f"{id_} leaves the picture"
            for other, box in boxes.items():
                hidden = other not in around and crosses(start, end, box)
                if hidden and not {source, target} & set(one.view.around(other)):
                    yield f"{id_} runs through {other}"
            for other, head in names:
                if crosses(start, end, head):
                    yield f"{id_} strikes out the name of {other}"


def _texts(one: PlacedView) -> Iterator[str]:
    picture = Rect(0, 0, one.width, one.height)
    texts = [(line, text_box(line)) for line in one.edges if line.text]
    if len(texts) != sum(bool(edge.label or edge.strength) for edge in one.view.edges):
        yield "texts are missing"
    for (line, text), (other, other_text) in itertools.combinations(texts, 2):
        if overlap(text, other_text):
            yield f"the texts of {line.edge.id} and {other.edge.id} overlap"
    for line, text in texts:
        if not contains(picture, text):
            yield f"the text of {line.edge.id} leaves the picture"
        for node in one.nodes:
            hidden = heads(node) if node.is_container else [node.rect]
            if any(overlap(text, rect) for rect in hidden):
                yield f"the text of {line.edge.id} lies on {node.node.id}"
        for other in one.edges:
            for tip, inner in ((other.points[0], other.points[1]), (other.points[-1], other.points[-2])):
                if crosses(tip, _towards(tip, inner), text):
                    yield f"the text of {line.edge.id} hides an end of {other.edge.id}"


def _towards(tip: tuple[float, float], inner: tuple[float, float]) -> tuple[float, float]:
    x, y = (min(max(one - at, -HEAD), HEAD) for one, at in zip(inner, tip, strict=True))
    return tip[0] + x, tip[1] + y


def heads(node: PlacedNode) -> list[Rect]:
    """Where the texts and the icon of a container stand, line by line."""
    rect, size = node.rect, node.size
    y = rect.y + ABOVE
    found = [Rect(rect.right - PADDING - ICON, y, ICON, ICON)]
    for line in size.caption:
        found.append(Rect(rect.x + PADDING, y, width(line, CAPTION_SIZE), CAPTION_LINE))
        y += CAPTION_LINE
    y += BETWEEN
    for line in size.lines:
        found.append(Rect(rect.x + PADDING, y, width(line, NAME_SIZE, "semibold"), NAME_LINE))
        y += NAME_LINE
    return found


def overlap(one: Rect, other: Rect) -> bool:
    return (
        one.x < other.right - SPARE
        and other.x < one.right - SPARE
        and one.y < other.bottom - SPARE
        and other.y < one.bottom - SPARE
    )


def crosses(start: tuple[float, float], end: tuple[float, float], box: Rect) -> bool:
    left, right = sorted((start[0], end[0]))
    top, bottom = sorted((start[1], end[1]))
    across = left < box.right - SPARE and right > box.x + SPARE
    return across and top < box.bottom - SPARE and bottom > box.y + SPARE


def contains(outer: Rect, inner: Rect) -> bool:
    return (
        outer.x - SPARE <= inner.x
        and inner.right <= outer.right + SPARE
        and outer.y - SPARE <= inner.y
        and inner.bottom <= outer.bottom + SPARE
    )


def touches(box: Rect, point: tuple[float, float]) -> bool:
    x, y = point
    at_side = min(abs(x - box.x), abs(x - box.right), abs(y - box.y), abs(y - box.bottom)) <= SPARE
    return at_side and contains(box, Rect(x, y, 0, 0))


def text_box(line: PlacedEdge) -> Rect:
    x, y = line.text_at
    assert line.text
    return Rect(x - line.text.width / 2, y - line.text.height / 2, line.text.width, line.text.height)
