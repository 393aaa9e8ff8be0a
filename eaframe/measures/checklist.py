"""The status of each item of a checklist: what its rules found, and what they could not say."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal

from eaframe.findings.message import Message, say
from eaframe.findings.suggest import quoted

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from eaframe.findings import Finding
    from eaframe.model.model import Model
    from eaframe.model.workspace_file import Text
    from eaframe.rules.checklists import Checklist, ItemShape, Named
    from eaframe.rules.judge import Judgement
    from eaframe.rules.run import Run
    from eaframe.rules.waivers import Waiver

Status = Literal["met", "not-met", "not-enough", "not-applicable"]
STATUSES: Final[tuple[Status, ...]] = ("met", "not-met", "not-enough", "not-applicable")


@dataclass(frozen=True, slots=True)
class CheckedItem:
    """An item with its status: ``codes`` answer for it, ``findings`` are what they found, of every severity.

    Only errors and warnings keep it from being met. ``waived`` was accepted and does not count. ``missing`` says what
    keeps anyone from saying that it is met.
    """

    item: ItemShape
    status: Status
    codes: tuple[str, ...] = ()
    findings: tuple[Finding, ...] = ()
    waived: tuple[tuple[Finding, Waiver], ...] = ()
    missing: tuple[Message, ...] = ()


@dataclass(frozen=True, slots=True)
class CheckedList:
    """A checklist with its items, in its order.

    ``holds`` tells whether its basis is valid on the day, ``failed`` which of its rules could not be run.
    """

    checklist: Checklist
    items: tuple[CheckedItem, ...]
    holds: bool
    failed: tuple[str, ...] = ()

    def count(self, status: Status) -> int:
        """How many items have this status."""
        return sum(1 for one in self.items if one.status == status)


def assess(checklist: Checklist, judgement: Judgement, named: Named, model: Model, today: int) -> CheckedList:
    """The statuses of all items; ``judgement`` has chosen all rules of the checklist, ``named`` knows their words.

    An item is not met where an error or a warning of its rules is found and not waived. Where there is none, there is
    not enough to judge it as long as anything is missing: a value, a rule that could not be asked, what a person must
    look at. It is not applicable where none of its rules holds on the day or has a subject; else it is met.
    """
    holds = checklist.valid.holds(model.as_of or today)
    if not holds:
        items = tuple(CheckedItem(item, "not-applicable", named.codes_of(item)) for item in checklist.shape.items)
        return CheckedList(checklist, items, holds)
    items = tuple(_assessed(item, judgement, named, model) for item in checklist.shape.items)
    return CheckedList(checklist, items, holds, judgement.failed)


def _assessed(item: ItemShape, judgement: Judgement, named: Named, model: Model) -> CheckedItem:
    codes = named.codes_of(item)
    findings = tuple(one for one in judgement.findings if one.code in codes)
    waived = tuple(pair for pair in judgement.waived if pair[0].code in codes)
    missing = tuple(_missing(item, codes, judgement, named, model))
    if any(one.severity != "info" for one in findings):
        status: Status = "not-met"
    elif missing:
        status = "not-enough"
    elif not findings and not waived and not _has_subject(codes, judgement):
        status = "not-applicable"
    else:
        status = "met"
    return CheckedItem(item, status, codes, findings, waived, missing)


def _has_subject(codes: Collection[str], judgement: Judgement) -> bool:
    """Whether something was asked. What does not count (rules in Python, reading) tells nothing where others do.

    Else an empty model would meet an item: nothing is wrong with what is not there.
    """
    valid = [code for code in codes if code not in judgement.not_valid]
    counted = [run.subjects for code in valid if (run := judgement.runs.get(code)) and run.subjects is not None]
    return any(counted) if counted else bool(valid)


def _missing(
    item: ItemShape, codes: Collection[str], judgement: Judgement, named: Named, model: Model
) -> Iterator[Message]:
    """What keeps anyone from saying that an item is met, in sentences."""
    asked = {one.code for one in judgement.rules}
    if unknown := named.unknown(item):
        yield say("Nothing is called {names}, so nothing was asked.", names=quoted(unknown))
    if broken := [one for one in codes if one in named.broken]:
        yield say("Wrong themselves, so not asked: the rules {names}.", names=quoted(broken))
    if off := [one for one in codes if one not in asked and one not in named.broken]:
        yield say("The workspace has switched off {names}.", names=quoted(off))
    if partly := [one for one in codes if one in asked and _is_partly_off(model.settings.severity.get(one))]:
        yield say("The workspace has switched off {names} for a part of the model.", names=quoted(partly))
    if failed := [one for one in codes if one in judgement.failed]:
        yield say("Could not be run: the rules {names}.", names=quoted(failed))
    if model.incomplete and codes:
        yield say("A file could not be read whole; what stands there was not judged.")
    for code in codes:
        if code in judgement.runs:
            yield from _of_run(code, judgement.runs[code])
    if item.by_hand:
        yield by_hand(item.by_hand)


def _is_partly_off(severity: object) -> bool:
    return isinstance(severity, tuple) and any(case.set == "off" for case in severity)


def _of_run(code: str, run: Run) -> Iterator[Message]:
    if run.undecided:
        yield say("{code}: {number} could not be judged, as a value is not known.", code=code, number=run.undecided)
    if run.tracked:
        yield say("{code}: {number} have a value that is still to be found out.", code=code, number=run.tracked)
    if run.unread:
        yield say("{code}: {number} could not be read, and were not judged.", code=code, number=run.unread)


def by_hand(told: Text) -> Message:
    """What a person must look at, as the checklist says it."""
    texts: Mapping[str, str] = {"": told} if isinstance(told, str) else told
    return say("By hand: {what}", what=Message("", {}, texts))
