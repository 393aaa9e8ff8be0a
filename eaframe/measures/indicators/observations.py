"""Recorded numbers in YAML -> observations, and what is wrong with them."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Any

from eaframe.findings import Note, Place
from eaframe.findings.message import say
from eaframe.findings.suggest import did_you_mean
from eaframe.graph.known import Known
from eaframe.measures.indicators import defects
from eaframe.measures.indicators.indicator import COUNT, PERCENT, RANK, Indicator, Measured, Observation
from eaframe.measures.indicators.read import read_indicators, told
from eaframe.measures.indicators.references import wrong_sources
from eaframe.measures.indicators.shapes import ObservationShape
from eaframe.metamodel.period import parse_day
from eaframe.sources.shape import shape

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from decimal import Decimal

    from eaframe.findings import Finding
    from eaframe.model.elements import Definition
    from eaframe.model.model import Model

_HUNDRED = 100


def read_measured(model: Model) -> tuple[Measured, list[Finding]]:
    """The indicators and observations of a workspace and its libraries, and what is wrong with them."""
    indicators, names, findings = read_indicators(model)
    for one in indicators.values():
        if not one.library or one.used_at is not None:
            findings += _impossible_levels(one)
    observations = []
    for definition in model.definitions.get("observations", ()):
        found, more = _observation(definition, model, indicators, names)
        findings += told(definition, more)
        if found is not None:
            observations.append(found)
    observations.sort(key=_order)
    findings += _twice(observations)
    return Measured(indicators, tuple(observations), names), findings


def _order(one: Observation) -> tuple[object, ...]:
    return (one.last, one.first, one.indicator, one.scope, one.series, one.place.file, one.place.path)


def _observation(
    definition: Definition, model: Model, indicators: Mapping[str, Indicator], names: Mapping[str, str]
) -> tuple[Observation | None, list[Finding]]:
    place, library = definition.place, definition.library
    said, findings = shape(ObservationShape, definition.data, place)  # type: ignore[arg-type]  # plain data
    if said is None:
        return None, findings

    def at(*path: str | int) -> Place:
        return Place(place.file, (*place.path, *path))

    id_ = names.get(f"{library}:{said.indicator}" if library else "") or names.get(said.indicator)
    if id_ is None:
        written = {one.id for one in model.definitions.get("indicators", ())}  # also broken ones, which are reported
        if said.indicator.rpartition(":")[2] not in written and not model.incomplete:
            near = did_you_mean(said.indicator, names)
            findings.append(
                defects.UNKNOWN_INDICATOR.at(
                    at("indicator"), said.indicator, found=said.indicator, hint=near, discriminator=definition.id
                )
            )
        return None, findings
    findings += wrong_sources(model, said.evidence, library, at("evidence"), id_)
    scope = f"{library}:{said.scope}" if library and f"{library}:{said.scope}" in model.elements else said.scope
    if scope:
        known = {*model.elements, *_words(model, indicators[id_].per)}
        findings += Known(model).unknown_ids([(scope, at("scope").path)], place.file, id_, known)
    findings += _impossible(indicators[id_], said.value, at("value"), definition.id)
    first, last = parse_day(said.date), parse_day(said.date, last=True)
    if first is None or last is None:  # the shape has made sure that it is a date
        return None, findings
    found = Observation(
        indicator=id_,
        date=said.date,
        first=first,
        last=last,
        value=None if said.value is None else Fraction(said.value),
        rank=said.rank,
        scope=scope,
        series=said.series,
        note=said.note,
        evidence=said.evidence,
        place=place,
        library=library,
    )
    return found, findings


def _words(model: Model, attributes: tuple[str, ...]) -> Iterator[str]:
    """The words that these attributes may have as values."""
    for kind in model.kinds.values():
        for name in attributes:
            attribute = kind.attributes.get(name)
            if attribute is not None:
                yield from (attribute.of or attribute).allowed


def _twice(observations: list[Observation]) -> Iterator[Finding]:
    """Observations of one indicator, date, scope and series that another one is there for already."""
    seen: dict[tuple[str, str, str, str], Observation] = {}
    for one in observations:
        key = (one.indicator, one.date, one.scope, one.series)
        before = seen.setdefault(key, one)
        if before is not one and not one.library:
            yield defects.DUPLICATE_OBSERVATION.at(
                one.place,
                one.indicator,
                notes=[] if before.library else [Note(say("`{id}` stands here first", id=one.indicator), before.place)],
                indicator=one.indicator,
                date=one.date,
                first=_shown(before),
                second=_shown(one),
                discriminator="/".join(key),
            )


def _shown(one: Observation) -> str:
    return f"#{one.rank}" if one.value is None else f"{float(one.value):g}"


def _impossible_levels(one: Indicator) -> Iterator[Finding]:
    for key, level in (("baseline", one.baseline), ("target", one.target)):
        if level is not None and key in one.places and one.places[key].file:
            at = one.places[key]
            yield from _impossible(one, level.value, Place(at.file, (*at.path, "value")), key)


def _impossible(indicator: Indicator, value: Decimal | None, at: Place, discriminator: str) -> Iterator[Finding]:
    """A finding for a number that can be none of a unit."""
    if value is None or not isinstance(indicator.unit, str):
        return
    whole = value == value.to_integral_value()
    possible: dict[Any, bool] = {
        PERCENT: 0 <= value <= _HUNDRED,
        RANK: whole and value >= 1,
        COUNT: whole and value >= 0,
    }
    if not possible.get(indicator.unit, True):
        yield defects.IMPOSSIBLE_NUMBER.at(
            at,
            indicator.id,
            value=f"{value:f}",
            indicator=indicator.id,
            unit=indicator.unit,
            discriminator=discriminator,
        )
