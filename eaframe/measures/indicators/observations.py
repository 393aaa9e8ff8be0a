"""Recorded numbers in YAML -> observations, and what is wrong with them."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from typing import TYPE_CHECKING, Any

from eaframe.findings import Note, Place
from eaframe.findings.message import say
from eaframe.findings.suggest import did_you_mean
from eaframe.graph.known import Known
from eaframe.measures.indicators import defects
from eaframe.measures.indicators.indicator import COUNT, PERCENT, RANK, Indicator, Measured, Observation
from eaframe.measures.indicators.read import read_indicators
from eaframe.measures.indicators.references import wrong_sources
from eaframe.measures.indicators.shapes import ObservationShape
from eaframe.metamodel.period import parse_day
from eaframe.model.of_libraries import told
from eaframe.sources.shape import shape

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping
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
    reader = _Reader(model, indicators, names)
    observations = []
    for definition in model.definitions.get("observations", ()):
        found, more = reader.observation(definition)
        findings += told(definition, more, defects.BROKEN_LIBRARY_INDICATOR)
        if found is not None:
            observations.append(found)
    observations.sort(key=_order)
    findings += _twice(observations)
    return Measured(indicators, tuple(observations), names), findings


def _order(one: Observation) -> tuple[object, ...]:
    return (one.last, one.first, one.indicator, one.scope, one.series, one.place.file, one.place.path)


@dataclass(frozen=True)
class _Reader:
    """What observations are read under; what all of them ask is worked out once."""

    model: Model
    indicators: Mapping[str, Indicator]
    names: Mapping[str, str]

    @cached_property
    def _known(self) -> Known:
        return Known(self.model)

    @cached_property
    def _defined(self) -> Collection[str]:
        """The ids of all indicators, of broken ones too, which are reported."""
        return {one.id for one in self.model.definitions.get("indicators", ())}

    @cached_property
    def _words(self) -> dict[tuple[str, ...], Collection[str]]:
        return {}

    def observation(self, definition: Definition) -> tuple[Observation | None, list[Finding]]:
        place, library, model = definition.place, definition.library, self.model
        said, findings = shape(ObservationShape, definition.data, place)  # type: ignore[arg-type]  # plain data
        if said is None:
            return None, findings

        def at(*path: str | int) -> Place:
            return Place(place.file, (*place.path, *path))

        id_ = self.names.get(f"{library}:{said.indicator}" if library else "") or self.names.get(said.indicator)
        if id_ is None:
            return None, list(self._unknown(definition, said.indicator, at("indicator")))
        indicator = self.indicators[id_]
        findings += wrong_sources(model, said.evidence, library, at("evidence"), id_)
        scope = f"{library}:{said.scope}" if library and f"{library}:{said.scope}" in model.elements else said.scope
        if scope and scope not in model.elements and scope not in self._words_of(indicator.per):
            known = {*model.elements, *self._words_of(indicator.per)}
            findings += self._known.unknown_ids([(scope, at("scope").path)], place.file, id_, known)
        findings += _impossible(indicator, said.value, at("value"), definition.id)
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
            series_name=said.series_name,
        )
        return found, findings

    def _unknown(self, definition: Definition, name: str, at: Place) -> Iterator[Finding]:
        if name.rpartition(":")[2] not in self._defined and not self.model.incomplete:
            near = did_you_mean(name, self.names)
            yield defects.UNKNOWN_INDICATOR.at(at, name, found=name, hint=near, discriminator=definition.id)

    def _words_of(self, attributes: tuple[str, ...]) -> Collection[str]:
        """The words that these attributes may have as values."""
        if attributes not in self._words:
            declared = (kind.attributes.get(name) for kind in self.model.kinds.values() for name in attributes)
            self._words[attributes] = {word for one in declared if one for word in (one.of or one).allowed}
        return self._words[attributes]


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
