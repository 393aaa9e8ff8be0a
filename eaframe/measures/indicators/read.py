"""Definitions of indicators in YAML -> indicators, and what is wrong with them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Final, Literal

from eaframe.findings import Place
from eaframe.findings.message import say
from eaframe.findings.suggest import did_you_mean, quoted
from eaframe.graph.known import Known, names_of, qualified
from eaframe.graph.selector import Selector
from eaframe.measures.indicators import defects
from eaframe.measures.indicators.formulas import FORMULAS
from eaframe.measures.indicators.indicator import OBSERVED, PERCENT, Indicator
from eaframe.measures.indicators.references import wrong_references
from eaframe.measures.indicators.shapes import CompletedShape, ExtensionShape, IndicatorShape
from eaframe.metamodel.period import ALWAYS
from eaframe.model.of_libraries import names, told
from eaframe.sources.defects import WRONG_VALUE
from eaframe.sources.document import REFUSED, describe
from eaframe.sources.shape import Shape, shape

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from eaframe.findings import Finding
    from eaframe.graph.selector import Selectors
    from eaframe.measures.indicators.formulas import FormulaKind
    from eaframe.model.elements import Definition
    from eaframe.model.model import Model

WHOLE: Final = "workspace"  # the word for a scope without limits
_COMPLETED: Final = tuple(CompletedShape.model_fields)


@dataclass(frozen=True, slots=True)
class _Written:
    """A definition with what it is read under; ``data`` has the ids that they have in the workspace."""

    definition: Definition
    data: Mapping[str, Any]
    known: Known
    findings: list[Finding]

    @property
    def id(self) -> str:
        """The id as it is in the workspace."""
        return self.definition.full_id

    def place(self, *path: str | int, part: Literal["key", "value"] = "value") -> Place:
        return self.definition.at(*path, part=part)


def read_indicators(model: Model) -> tuple[Mapping[str, Indicator], Mapping[str, str], list[Finding]]:
    """The indicators by id; the names that they may be called by, with the ids meant; and what is wrong.

    A name is the id, of a library's indicator also the short one where only one has it, and the id of what completes
    it. What is wrong in a library is one finding for each definition, at the import.
    """
    known = Known(model)
    found: dict[str, Indicator] = {}
    completions: list[tuple[_Written, ExtensionShape, Selectors | None]] = []
    findings: list[Finding] = []
    broken: set[str] = set()
    for definition in model.definitions.get("indicators", ()):
        written = _written(definition, known)
        if isinstance(definition.data, dict) and "extend" in definition.data:
            completion = _completion(written)
            if completion is not None:
                completions.append((written, *completion))
        else:
            indicator = _indicator(written)
            if indicator is not None:
                found[indicator.id] = indicator
        if written.id not in found:
            broken.add(written.id)
        findings += told(definition, written.findings, defects.BROKEN_LIBRARY_INDICATOR)
    meant = dict(names(one for one in model.definitions.get("indicators", ()) if one.full_id in found))
    for written, said, scope in completions:
        target = meant.get(said.extend)
        own = [] if target else list(_unknown(written, said.extend, meant, broken))
        if target is not None:
            own = list(_complete(found, target, written, said, scope))
            if not written.definition.library:
                meant.setdefault(written.id, target)
        findings += told(written.definition, own, defects.BROKEN_LIBRARY_INDICATOR)
    return dict(sorted(found.items())), meant, findings


def _written(definition: Definition, known: Known) -> _Written:
    data = definition.data if isinstance(definition.data, dict) else {}
    whole = qualified(known.model, data, definition.library) if definition.library else data
    return _Written(definition, whole, known, [])


def _indicator(written: _Written) -> Indicator | None:
    said, findings = shape(IndicatorShape, written.definition.data, written.definition.place)  # type: ignore[arg-type]
    written.findings.extend(findings)
    scope = _scope(written)
    formula = _formula(written) if "formula" in written.data else None
    if said is None or formula is None:
        return None
    written.findings.extend(_wrong_names(written, said))
    if formula != OBSERVED and formula[0].percent and said.unit != PERCENT:
        word = say("`{word}`, as the formula is a share", word=PERCENT)
        at = written.place("unit")
        written.findings.append(
            WRONG_VALUE.at(at, written.id, key="unit", expected=word, found=describe(said.unit), discriminator="unit")
        )
    if any(one.severity == "error" for one in written.findings):
        return None
    own = not written.definition.library
    return Indicator(
        id=written.id,
        name=said.name,
        unit=said.unit,
        direction=said.direction,
        formula=None if formula == OBSERVED else formula,
        scope=scope,
        place=written.place(part="key"),
        documentation=said.documentation,
        basis=said.basis,
        baseline=said.baseline,
        target=said.target,
        source=said.source,
        update=said.update or "",
        responsible=_full(written, said.responsible),
        per=said.per,
        valid=said.valid.period if said.valid else ALWAYS,
        used_at=written.place(part="key") if own else None,
        places={key: written.place(key) for key in written.data},
    )


def _completion(written: _Written) -> tuple[ExtensionShape, Selectors | None] | None:
    said, findings = shape(ExtensionShape, written.definition.data, written.definition.place)  # type: ignore[arg-type]
    written.findings.extend(findings)
    scope = _scope(written)
    if said is not None:
        written.findings.extend(_wrong_names(written, said))
    return None if said is None or any(one.severity == "error" for one in written.findings) else (said, scope)


def _complete(
    found: dict[str, Indicator], target: str, written: _Written, said: ExtensionShape, scope: Selectors | None
) -> Iterator[Finding]:
    """Put what a completion says into the indicator; what it does not say stays."""
    before = found[target]
    own = not written.definition.library
    at = written.place("extend")
    if own and before.used_at is not None and before.used_at != before.place:
        yield defects.COMPLETED_TWICE.at(at, written.id, indicator=said.extend)
        return
    given = {name: getattr(said, name) for name in _COMPLETED if name in said.model_fields_set and name != "scope"}
    if "responsible" in given:
        given["responsible"] = _full(written, said.responsible)
    if "scope" in said.model_fields_set:
        given["scope"] = scope
    found[target] = replace(
        before,
        **given,
        used_at=written.place(part="key") if own else before.used_at,
        places={**before.places, **{key: written.place(key) for key in written.data}},
    )


def _unknown(written: _Written, name: str, known: Iterable[str], broken: set[str]) -> Iterator[Finding]:
    is_broken = any(name in {one, one.rpartition(":")[2]} for one in broken if one != written.id)
    if not is_broken and not written.known.model.incomplete:
        at, near = written.place("extend"), did_you_mean(name, known)
        yield defects.UNKNOWN_INDICATOR.at(at, written.id, found=name, hint=near, discriminator="extend")


def _wrong_names(written: _Written, said: CompletedShape) -> Iterator[Finding]:
    """References, units and attributes that nothing has."""
    place, model = written.definition.place, written.known.model
    yield from wrong_references(model, said, written.definition.library, place, written.id)
    per = names_of(written.data, "per", place.path)
    yield from written.known.unknown_attributes(per, place.file, written.id)


def _scope(written: _Written) -> Selectors | None:
    """The selectors of a scope; empty for all of the workspace, None where it is not said or wrong."""
    data = written.data.get("scope")
    if data is None or data is REFUSED:
        return None
    if data == WHOLE:
        return ()
    at = written.place("scope")
    if not isinstance(data, dict | list) or not data:
        expected = say("a selector like {{type: goal}}, a list of selectors, or `{word}`", word=WHOLE)
        written.findings.append(
            WRONG_VALUE.at(at, written.id, key="scope", expected=expected, found=describe(data), discriminator="scope")
        )
        return None
    selectors = []
    for index, one in enumerate(data if isinstance(data, list) else [data]):
        found, findings = shape(Selector, one, Place(at.file, (*at.path, index)) if isinstance(data, list) else at)
        written.findings.extend(findings)
        selectors += [found] if found else []
    written.findings.extend(written.known.unknown_in_selectors(data, at.file, at.path, written.id))
    return tuple(selectors)


def _formula(written: _Written) -> tuple[FormulaKind, Shape] | Literal["observed"] | None:
    data, at = written.data["formula"], written.place("formula")
    if data == OBSERVED:
        return OBSERVED
    named = [key for key in data if key in FORMULAS] if isinstance(data, dict) else []
    if not isinstance(data, dict) or len(named) != 1 or len(data) != 1:
        if data is REFUSED:
            return None
        words = list(data) if isinstance(data, dict) else [data] if isinstance(data, str) else []
        wrong = next((word for word in words if word not in FORMULAS), "")
        found = quoted(words) if words else describe(data)
        near = did_you_mean(wrong, (*FORMULAS, OBSERVED)) if wrong else None
        written.findings.append(
            defects.NOT_ONE_FORMULA.at(at, written.id, found=found, allowed=quoted(FORMULAS), hint=near)
        )
        return None
    kind = FORMULAS[named[0]]
    parameters, findings = shape(kind.shape, data, at)
    written.findings.extend(findings)
    if parameters is None:
        return None
    written.findings.extend(_unknown_in_formula(written, data[kind.name], Place(at.file, (*at.path, kind.name))))
    return kind, parameters


def _unknown_in_formula(written: _Written, data: Any, at: Place) -> Iterator[Finding]:
    """Findings for every name in a formula that nothing has."""
    known, file, id_ = written.known, at.file, written.id
    if not isinstance(data, dict) or data.keys().isdisjoint({"of", "over"}):
        yield from known.unknown_in_selectors(data, file, at.path, id_)
        return
    for key in ("of", "to", "over"):
        yield from known.unknown_in_selectors(data.get(key), file, (*at.path, key), id_)
    for key in ("by", "sharing"):
        yield from known.unknown_in_hop(data.get(key), file, (*at.path, key), id_)
    for key in ("attribute", "within"):
        yield from known.unknown_attributes(names_of(data, key, at.path), file, id_)


def _full(written: _Written, id_: str) -> str:
    full = f"{written.definition.library}:{id_}"
    return full if written.definition.library and full in written.known.model.elements else id_
