"""The views of a workspace, and the viewpoints that they can take, as a list for a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from eaframe.metamodel.values import declared_in
from eaframe.reports.printable import printable
from eaframe.reports.width import cut, padded, width

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from eaframe.views import View, ViewDefinition, Viewpoint

_WIDEST: Final = 44  # columns of a terminal for an id
_NAME: Final = 70
_WORDS: Final[Mapping[str, Mapping[str, str]]] = {
    "views": {"en": "Views", "vi": "Khung nhìn"},
    "viewpoints": {"en": "Viewpoints", "vi": "Góc nhìn"},
    "none": {"en": "The workspace defines no view.", "vi": "Không gian làm việc chưa định nghĩa khung nhìn nào."},
    "size": {"en": "{number} elements", "vi": "{number} phần tử"},
}


def view_list(
    views: Iterable[tuple[ViewDefinition, View]], viewpoints: Iterable[Viewpoint], language: str, names: Sequence[str]
) -> str:
    """Each view with its viewpoint and size, then each viewpoint with its layout; ``names`` are languages of names."""

    def say(key: str, **values: object) -> str:
        return _WORDS[key].get(language, _WORDS[key]["en"]).format(**values)

    of_views = [(one.id, one.viewpoint.id, say("size", number=len(view.nodes)), view.title) for one, view in views]
    of_viewpoints = [(one.id, one.shape.layout, declared_in(one.shape.name, *names)) for one in viewpoints]
    lines = [say("views"), *(_table(of_views) or [f"  {say('none')}"]), "", say("viewpoints"), *_table(of_viewpoints)]
    return "\n".join(lines) + "\n"


def _table(rows: Sequence[Sequence[str]]) -> list[str]:
    """Aligned columns, the last one as long as it is."""
    if not rows:
        return []
    shown = [[printable(cell) for cell in row] for row in rows]
    widths = [min(max(width(row[index]) for row in shown), _WIDEST) for index in range(len(shown[0]) - 1)]
    return [
        "  " + "  ".join([*(padded(cell, wide) for cell, wide in zip(row, widths, strict=False)), cut(row[-1], _NAME)])
        for row in shown
    ]
