"""What changed, for other programs.

Schema version 1. Keys and meaning are kept within a version; new keys may be added.

- ``schema_version``, ``before`` and ``after`` (what was compared, in words), ``summary`` (numbers per section: added,
  removed, changed, renamed), ``sections``.
- A section has ``added`` and ``removed``: lists of ``{"id", "content"}``, the content with the keys of the files;
  ``changed``: a list of ``{"id", "changes"}`` with ``{"path", "old", "new"}``, where ``old`` or ``new`` is missing for
  what was not there; ``renamed``: a list of ``{"from", "to"}``. All else goes by the present id.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from eaframe.changes.difference import ABSENT
from eaframe.reports.changes import counts
from eaframe.reports.printable import json_document

if TYPE_CHECKING:
    from collections.abc import Mapping

    from eaframe.changes.difference import Change, Difference, SectionDifference
    from eaframe.changes.plain import Item

SCHEMA_VERSION: Final = 1


def changes_json(difference: Difference, before: str, after: str) -> str:
    """One JSON object (see the module); ``before`` and ``after`` name what was compared."""
    said = {
        "schema_version": SCHEMA_VERSION,
        "before": before,
        "after": after,
        "summary": counts(difference),
        "sections": {name: _section(one) for name, one in difference.sections.items()},
    }
    return json_document(said)


def _section(one: SectionDifference) -> dict[str, Any]:
    return {
        "added": _items(one.added),
        "removed": _items(one.removed),
        "changed": [{"id": id_, "changes": [_change(change) for change in all_]} for id_, all_ in one.changed.items()],
        "renamed": [{"from": old, "to": new} for old, new in one.renamed.items()],
    }


def _items(items: Mapping[str, Item]) -> list[dict[str, Any]]:
    return [{"id": id_, "content": item} for id_, item in items.items()]


def _change(change: Change) -> dict[str, Any]:
    said: dict[str, Any] = {"path": list(change.path)}
    if change.old is not ABSENT:
        said["old"] = change.old
    if change.new is not ABSENT:
        said["new"] = change.new
    return said
