"""What is gone of the definitions that a library gives to whoever imports it: they are named there by their ids."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from eaframe.changes import defects
from eaframe.findings import Place

if TYPE_CHECKING:
    from eaframe.findings import Finding
    from eaframe.model.model import Model

_FILE = Place("eaframe.yaml")  # where it stood there is nothing to point at
_SECTIONS: Final = ("checklists", "indicators", "viewpoints")


def removed_definitions(before: Model, after: Model) -> list[Finding]:
    """Own checklists, indicators and viewpoints that are gone; rules have codes, whose severity `accepted` watches."""
    found = []
    for section in _SECTIONS:
        kept = {one.id for one in after.definitions.get(section, ()) if not one.library}
        gone = sorted({one.id for one in before.definitions.get(section, ()) if not one.library} - kept)
        found += [
            defects.REMOVED_DEFINITION.at(_FILE, id_, id=id_, section=section, discriminator=section) for id_ in gone
        ]
    return found
