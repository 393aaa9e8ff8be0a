"""What a change adds to the findings, and what it mends."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from eaframe.changes.difference import Difference
    from eaframe.findings import Finding
    from eaframe.rules.judge import Judgement

Identity = tuple[str, str, str]


def new_and_fixed(
    before: Judgement, after: Judgement, difference: Difference
) -> tuple[tuple[Finding, ...], tuple[Finding, ...]]:
    """The findings that count in the later model only, and those of the earlier one that nobody finds any more.

    Findings are told apart by identity; that of an element that was renamed is the same. What was only waived or put
    into the baseline is not fixed.
    """
    renames = difference.section("elements").renamed
    old = {_now(one.identity, renames): one for one in before.findings}
    new = {one.identity: one for one in after.findings}
    still = {one.identity for one in (*after.in_baseline, *(finding for finding, _ in after.waived))}
    added = tuple(one for one in after.findings if one.identity not in old)
    return added, tuple(one for identity, one in old.items() if identity not in new and identity not in still)


def _now(identity: Identity, renames: Mapping[str, str]) -> Identity:
    """The identity that a finding of before has with present ids, as far as ids stand in it as such."""
    if not renames:
        return identity
    code, subject, discriminator = identity
    ends = "--".join(renames.get(step, step) for step in subject.split("--"))
    return code, renames.get(subject, ends), "/".join(renames.get(step, step) for step in discriminator.split("/"))
