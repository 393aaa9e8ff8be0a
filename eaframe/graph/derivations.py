"""What is wrong with the derivations that a workspace declares."""

from __future__ import annotations

from typing import TYPE_CHECKING

from eaframe.findings import Place
from eaframe.findings.message import say
from eaframe.graph import defects
from eaframe.graph.derive import is_measurable, selectors_of
from eaframe.graph.known import Known, compared, words_at
from eaframe.sources.defects import WRONG_VALUE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from eaframe.findings import Finding
    from eaframe.graph.known import Name
    from eaframe.metamodel.kinds import Derivation
    from eaframe.model.model import Model


def wrong_derivations(model: Model) -> Iterator[Finding]:
    """Findings for unknown names, and for values that could not be worked out in order."""
    known = Known(model)
    derivations = [one for kind in model.kinds.values() for one in kind.derived.values()]
    declared = {(part.file, part.path): part for one in derivations for part in one.parts if part.is_own}
    directions: dict[str, set[bool]] = {}
    for one in derivations:
        directions.setdefault(one.name, set()).add(one.largest)
    for _, derivation in sorted(declared.items(), key=lambda item: (item[0][0], str(item[0][1]))):
        yield from _of_one(known, derivation, directions)


def _of_one(known: Known, derivation: Derivation, directions: dict[str, set[bool]]) -> Iterator[Finding]:
    file, subject = derivation.file, str(derivation.path[1])
    key = "max-of" if derivation.largest else "min-of"
    for index, (_, findings, term) in enumerate(selectors_of(known.model, derivation)):
        path = (*derivation.path, key, index)
        yield from findings
        if not findings:
            yield from known.unknown_in_selectors(term.when, file, (*path, "when"), subject)
        yield from known.unknown_verbs(words_at(list(term.along), (*path, "along")), file, subject)
        if term.value and not is_measurable(term.value):
            at, expected = Place(file, (*path, "value")), say("a number, a date or an amount of money")
            where, found = "/".join(map(str, at.path)), f"`{term.value}`"
            yield WRONG_VALUE.at(at, subject, key="value", expected=expected, found=found, discriminator=where)
        if term.attribute:
            named = [(term.attribute, (*path, "attribute"))]
            yield from known.unknown_attributes(named, file, subject)
            if derivation.largest and False in directions.get(term.attribute, ()):  # those are worked out later
                yield _without_order(derivation, named[0], subject)
        for name in compared(term.when, (*path, "when")):
            if name[0] in directions:
                yield _without_order(derivation, name, subject)


def _without_order(derivation: Derivation, name: Name, subject: str) -> Finding:
    found, path = name
    at = Place(derivation.file, path, "value" if path[-1] == "attribute" else "key")
    discriminator = "/".join(map(str, path))
    return defects.DERIVED_FROM_DERIVED.at(at, subject, name=derivation.name, found=found, discriminator=discriminator)
