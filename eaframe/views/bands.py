"""The bands of a layered picture, from top to bottom: what is wanted above what brings it about."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

BANDS: Final[Mapping[str, Mapping[str, str]]] = {
    "motivation": {"vi": "Mục tiêu, động lực", "en": "Motivation"},
    "strategy": {"vi": "Chiến lược", "en": "Strategy"},
    "business": {"vi": "Nghiệp vụ", "en": "Business"},
    "application": {"vi": "Ứng dụng", "en": "Application"},
    "technology": {"vi": "Công nghệ", "en": "Technology"},
    "implementation": {"vi": "Triển khai", "en": "Implementation"},
    "other": {"vi": "Khác", "en": "Other"},
}
_ORDER: Final = {band: index for index, band in enumerate(BANDS)}


def bands_of(layers: Mapping[str, str], lines: Iterable[tuple[str, str]]) -> dict[str, str]:
    """The band of each node, given its layer and the lines between nodes.

    The physical layer lies in the technology band (ArchiMate 3.2, ch. 10). A location, grouping or junction has no
    layer: it lies where most of its neighbours do, the upper band where two have as many.
    """
    bands = {id_: _band(layer) for id_, layer in layers.items()}
    near: dict[str, list[str]] = {id_: [] for id_ in layers}
    for one, other in lines:
        near[one].append(other)
        near[other].append(one)
    open_ = [id_ for id_, band in bands.items() if band == "other"]
    while open_:
        settled = {}
        for id_ in open_:
            around = [bands[other] for other in near[id_] if bands[other] != "other"]
            if around:
                settled[id_] = max(sorted(set(around), key=_ORDER.__getitem__), key=around.count)
        if not settled:
            break
        bands |= settled
        open_ = [id_ for id_ in open_ if id_ not in settled]
    return bands


def in_order(bands: Iterable[str]) -> list[str]:
    """Each band once, from top to bottom."""
    return sorted(set(bands), key=_ORDER.__getitem__)


def _band(layer: str) -> str:
    if layer == "physical":
        return "technology"
    return layer if layer in _ORDER else "other"
