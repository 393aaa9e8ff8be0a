"""Where a drawing may be cut, as attributes of its group: so an SVG alone can be printed.

``data-cut-x`` and ``data-cut-y`` hold places, ``data-repeat-left`` and ``data-repeat-top`` the two ends of a band; px
of the drawing, with spaces between.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from eaframe.views.layout import Cuts

if TYPE_CHECKING:
    from collections.abc import Mapping

_FIELDS: Final[Mapping[str, str]] = {
    "data-cut-x": "xs",
    "data-cut-y": "ys",
    "data-repeat-left": "repeat_left",
    "data-repeat-top": "repeat_top",
}


def cut_attributes(cuts: Cuts) -> dict[str, str]:
    """The attributes, named as ``markup.tag`` wants them; none for what is not said."""
    found = {key.replace("-", "_"): getattr(cuts, field) for key, field in _FIELDS.items()}
    return {key: " ".join(f"{one:.1f}" for one in values) for key, values in found.items() if values}


def read_cuts(attributes: Mapping[str, str]) -> Cuts:
    """What ``cut_attributes`` wrote."""
    values = {field: tuple(float(one) for one in attributes.get(key, "").split()) for key, field in _FIELDS.items()}
    left, top = values["repeat_left"], values["repeat_top"]
    return Cuts(
        values["xs"],
        values["ys"],
        (left[0], left[1]) if left else None,
        (top[0], top[1]) if top else None,
    )
