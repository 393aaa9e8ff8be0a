"""What all definitions of imported libraries share: short names, and one finding for one that is wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING

from eaframe.findings import Place
from eaframe.sources.discover import WORKSPACE_FILE

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from eaframe.findings import Defect, Finding
    from eaframe.model.elements import Definition


def told(definition: Definition, findings: Iterable[Finding], of_library: Defect) -> Iterator[Finding]:
    """Findings where they are; of what a library defines the first error, told at the import as ``of_library``."""
    if not definition.library:
        yield from findings
        return
    first = next((one for one in findings if one.severity == "error"), None)
    if first is not None:
        yield of_library.at(
            Place(WORKSPACE_FILE, ("imports",), "key"),
            found=definition.id,
            library=definition.library,
            first=first.message,
            discriminator=f"{definition.library}/{definition.id}",
        )


def names(definitions: Iterable[Definition]) -> Mapping[str, str]:
    """What definitions may be called, with the full id that is meant: that itself, or a short one that only one has."""
    short: dict[str, list[str]] = {}
    full: dict[str, str] = {}
    for one in definitions:
        short.setdefault(one.id, []).append(one.full_id)
        full[one.full_id] = one.full_id
    return {name: ids[0] for name, ids in sorted(short.items()) if len(ids) == 1} | full
