"""What changed kinds break: elements of them, here or in whatever imports the library, that were right before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from eaframe.changes import defects
from eaframe.findings import Place
from eaframe.findings.message import say
from eaframe.findings.suggest import quoted

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from eaframe.findings import Finding, Message
    from eaframe.metamodel.kinds import Attribute, Kind
    from eaframe.model.model import Model

_FILE = Place("eaframe.yaml")  # a model does not keep where its kinds stand


def broken_kinds(before: Model, after: Model) -> list[Finding]:
    """Own kinds that are gone, and attributes that no longer allow what they did."""
    found: list[Finding] = []
    for id_, old in before.kinds.items():
        if ":" in id_:
            continue
        new = after.kinds.get(id_)
        if new is None or new.type != old.type:
            found.append(defects.REMOVED_KIND.at(_FILE, id_, id=id_))
            continue
        found += (
            defects.NARROWER_KIND.at(_FILE, id_, id=id_, key=key, what=what, discriminator=key)
            for key, what in _narrower(old, new, _inherited(before, old), _inherited(after, new))
        )
    return found


def _inherited(model: Model, kind: Kind) -> Mapping[str, Attribute]:
    base = model.kinds.get(kind.base)
    return base.attributes if base else {}


def _narrower(
    old: Kind, new: Kind, inherited: Mapping[str, Attribute], inherited_now: Mapping[str, Attribute]
) -> Iterator[tuple[str, Message]]:
    """The attributes of a kind that are narrower; what it inherits is told of the kind that declares it."""
    for key, was in old.attributes.items():
        if inherited.get(key) == was:
            continue
        now = new.attributes.get(key)
        if now is None:
            yield key, say("is gone")
        else:
            yield from ((key, what) for what in _changes(was, now))
    for key, now in new.attributes.items():
        if key not in old.attributes and key not in inherited_now and now.required and now.default is None:
            yield key, say("is new and required")


def _changes(was: Attribute, now: Attribute) -> Iterator[Message]:
    if was.type != now.type:
        yield say("is of another type")
        return
    if now.required and not was.required and now.default is None:
        yield say("is now required")
    fewer = [word for word in was.allowed if word not in now.allowed]
    if fewer:
        yield say("no longer allows {names}", names=quoted(fewer))
    if _rose(was.minimum, now.minimum) or _fell(was.maximum, now.maximum):
        yield say("has narrower bounds")


def _rose(was: float | None, now: float | None) -> bool:
    return now is not None and (was is None or now > was)


def _fell(was: float | None, now: float | None) -> bool:
    return now is not None and (was is None or now < was)
