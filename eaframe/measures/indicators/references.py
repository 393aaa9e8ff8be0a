"""The ids that indicators and observations refer to: units, and the sources of numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from eaframe.findings import Place
from eaframe.findings.message import say
from eaframe.findings.suggest import did_you_mean, either
from eaframe.model.defects import DANGLING_REFERENCE, WRONG_REFERENCE_TARGET
from eaframe.model.defects.names import DEFINE_SOURCE
from eaframe.model.read_elements import OWNERS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from eaframe.findings import Finding
    from eaframe.measures.indicators.shapes import CompletedShape, EvidenceShape
    from eaframe.model.model import Model


def wrong_references(model: Model, said: CompletedShape, library: str, place: Place, subject: str) -> Iterator[Finding]:
    """Findings for units and sources that do not exist in what an indicator says, and for units that are none."""
    yield from wrong_unit(model, said.responsible, library, Place(place.file, (*place.path, "responsible")), subject)
    for key in ("baseline", "target"):
        level = getattr(said, key)
        if level is None:
            continue
        at = (*place.path, key)
        yield from wrong_sources(model, level.evidence, library, Place(place.file, (*at, "evidence")), subject)
        if level.unknown is not None:
            by = Place(place.file, (*at, "unknown", "by"))
            yield from wrong_unit(model, level.unknown.by, library, by, subject)


def wrong_unit(model: Model, id_: str, library: str, at: Place, subject: str) -> Iterator[Finding]:
    """A finding where an id is no element, or one that can own nothing."""
    if not id_ or model.incomplete:
        return
    element = model.elements.get(f"{library}:{id_}" if library else id_) or model.elements.get(id_)
    discriminator = "/".join(map(str, at.path))
    if element is None:
        near = did_you_mean(id_, model.elements)
        yield DANGLING_REFERENCE.at(at, subject, found=id_, where="", hint=near, discriminator=discriminator)
    elif element.type not in OWNERS:
        yield WRONG_REFERENCE_TARGET.at(
            at,
            subject,
            target=id_,
            found=model.type_name(element),
            allowed=either(OWNERS),
            key=at.path[-1],
            discriminator=discriminator,
        )


def wrong_sources(
    model: Model, evidence: Iterable[EvidenceShape], library: str, at: Place, subject: str
) -> Iterator[Finding]:
    """Findings for evidence that points to no record under ``references``."""
    for index, one in enumerate(evidence):
        known = (f"{library}:{one.ref}" if library else one.ref, one.ref)
        if one.ref and not any(ref in model.references for ref in known) and not model.incomplete:
            near = did_you_mean(one.ref, model.references) or say(DEFINE_SOURCE, found=one.ref)
            place = Place(at.file, (*at.path, index, "ref"))
            where = say(" under `references`")
            discriminator = "/".join(map(str, place.path))
            yield DANGLING_REFERENCE.at(
                place, subject, found=one.ref, where=where, hint=near, discriminator=discriminator
            )
