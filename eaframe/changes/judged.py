"""What a change adds to the findings, and what it mends."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from eaframe.changes.difference import Difference
    from eaframe.findings import Finding

Identity = tuple[str, str, str]


def new_and_fixed(
    before: Iterable[Finding], after: Iterable[Finding], difference: Difference
) -> tuple[tuple[Finding, ...], tuple[Finding, ...]]:
    """The findings that only the later model has, and those that only the earlier one has; told apart by identity.

    A finding of an element that was renamed is the same finding.
    """
    renames = difference.section("elements").renamed
    old = {_now(one.identity, renames): one for one in before}
    new = {one.identity: one for one in after}
    added = tuple(one for identity, one in new.items() if identity not in old)
    return added, tuple(one for identity, one in old.items() if identity not in new)


def _now(identity: Identity, renames: Mapping[str, str]) -> Identity:
    """The identity that a finding of before has with present ids, as far as ids stand in it as such."""
    if not renames:
        return identity
    code, subject, discriminator = identity
    ends = "--".join(renames.get(step, step) for step in subject.split("--"))
    return code, renames.get(subject, ends), "/".join(renames.get(step, step) for step in discriminator.split("/"))
