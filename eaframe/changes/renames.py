"""Which element of one revision is which of another: by its id, or by ``aliases``, which record a former one."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from eaframe.model.model import Model


def find_renames(before: Model, after: Model) -> Mapping[str, str]:
    """Former ids to present ones, each once. An alias counts in either revision, so that going back is a rename too."""
    gone = {id_ for id_, one in before.elements.items() if one.is_own and id_ not in after.elements}
    new = {id_ for id_, one in after.elements.items() if one.is_own and id_ not in before.elements}
    pairs = {(alias, id_) for id_ in new for alias in after.elements[id_].aliases if alias in gone}
    pairs |= {(id_, alias) for id_ in gone for alias in before.elements[id_].aliases if alias in new}
    renames: dict[str, str] = {}
    for old, present in sorted(pairs, key=lambda pair: (min(pair), max(pair))):
        if old not in renames and present not in renames.values():
            renames[old] = present
    return dict(sorted(renames.items()))
