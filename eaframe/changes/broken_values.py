"""What the values of one element break: seen by more people, classified lower, ended earlier, owned by nobody."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from eaframe.changes import defects
from eaframe.changes.values import in_flow
from eaframe.findings.message import say
from eaframe.metamodel.period import LATEST
from eaframe.metamodel.values import History, Value
from eaframe.model.elements import VISIBILITIES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from eaframe.findings import Finding
    from eaframe.findings.message import Phrase
    from eaframe.metamodel.kinds import Attribute
    from eaframe.metamodel.period import Period
    from eaframe.model.elements import Element
    from eaframe.model.model import Model


def broken_values(before: Model, after: Model, old: Element, new: Element, today: int) -> Iterator[Finding]:
    """Findings at the element as it is now; ``today`` is YYYYMMDD."""
    if VISIBILITIES.index(new.visibility) < VISIBILITIES.index(old.visibility):
        yield defects.OPENED_VISIBILITY.at(
            new.place("visibility"), new.id, id=new.id, old=old.visibility, new=new.visibility
        )
    yield from _lowered(before, after, old, new, today)
    if new.valid.last < old.valid.last and old.valid.last >= today:
        ended = defects.EARLIER_END.at(
            new.place("valid", "to"), new.id, id=new.id, old=_end(old.valid), new=new.valid.last_text
        )
        yield _softened(ended) if new.replaced_by else ended
    owner = _at(old.attributes.get("owner"), today)
    if isinstance(owner, str) and "owner" not in new.attributes:
        yield defects.REMOVED_OWNER.at(new.place(), new.id, id=new.id, owner=owner)


def _lowered(before: Model, after: Model, old: Element, new: Element, today: int) -> Iterator[Finding]:
    """A classification may change over time, so it is asked for today and for the element's last day."""
    for key in after.settings.classifications:
        declared = _declared(after, new, key) or _declared(before, old, key)
        for day in (today, new.valid.last):
            was, now = _at(old.attributes.get(key), day), _at(new.attributes.get(key), day)
            rank, rank_now = _rank(was, declared), _rank(now, declared)
            if rank is not None and (rank_now is None or rank_now < rank):
                less: Phrase = (
                    f"`{in_flow(now)}`" if isinstance(now, str | int | float) else say("nothing that is known")
                )
                place = new.place(key) if key in new.attributes else new.place()
                yield defects.LOWERED_CLASSIFICATION.at(
                    place, new.id, id=new.id, key=key, old=was, new=less, discriminator=key
                )
                break


def _declared(model: Model, element: Element, key: str) -> Attribute | None:
    return model.kinds[element.kind].attributes.get(key) if element.kind in model.kinds else None


def _rank(value: Value, declared: Attribute | None) -> float | None:
    """How high a classification is: a number as it is, a word by its place among the allowed ones, lowest first."""
    if isinstance(value, bool):
        return None
    if isinstance(value, int | float):
        return value
    if isinstance(value, str) and declared is not None and value in declared.allowed:
        return declared.allowed.index(value)
    return None


def _at(value: Value, day: int) -> Value:
    return value.at(day) if isinstance(value, History) else value


def _end(period: Period) -> Phrase:
    return say("without an end") if period.last == LATEST else period.last_text


def _softened(finding: Finding) -> Finding:
    return replace(finding, severity="warning")
