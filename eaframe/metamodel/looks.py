"""The names of the icons and colours that a kind may have of its own, and that a view may colour boxes with.

What they look like is the business of whoever draws; here is what a file may say.
"""

from __future__ import annotations

from typing import Final, Literal, get_args

ColourName = Literal["red", "orange", "yellow", "green", "teal", "blue", "purple", "pink", "grey"]
COLOUR_NAMES: Final[tuple[str, ...]] = get_args(ColourName)

HEAT: Final = ("heat-1", "heat-2", "heat-3", "heat-4", "heat-5")  # from little to much
NO_DATA: Final = "no-data"

# Besides the icons of ArchiMate's own types, which a kind may take by the name of the type.
IconName = Literal[
    "book", "building", "camera", "car", "chart", "cloud", "database", "document", "health", "house", "key", "leaf",
    "mail", "map", "money", "people", "phone", "portal", "server", "shield",
]  # fmt: skip
ICON_NAMES: Final[tuple[str, ...]] = get_args(IconName)
