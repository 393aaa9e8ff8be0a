"""What is asked of an element, and what each thing weighs: the yardstick that completeness is measured with."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from eaframe.metamodel.vocabulary import PLATEAU
from eaframe.model.completeness_settings import CORE
from eaframe.model.kinds_by_name import kind_by_name

if TYPE_CHECKING:
    from collections.abc import Mapping

    from eaframe.metamodel.kinds import Attribute, Kind
    from eaframe.model.elements import Element
    from eaframe.model.model import Model

# Types whose elements nobody is asked to own: those that own, why things are done, what only orders others or marks a
# time. `completeness: {types: {goal: {owner: 2}}}` asks for owners of goals all the same.
_NO_OWNER: Final = frozenset(
    {"business-actor", "business-role", "business-collaboration", "location", "grouping", PLATEAU}
    | {"business-event", "application-event", "technology-event", "implementation-event"}
)
_NO_OWNER_LAYER: Final = "motivation"


@dataclass(frozen=True, slots=True)
class Criterion:
    """One thing that is asked: a core key (see ``CORE``), or an ``attribute`` of the kind."""

    key: str
    weight: int
    attribute: Attribute | None = None

    @property
    def is_conditional(self) -> bool:
        """Whether it is asked only where there is such a thing."""
        return self.attribute is not None and self.attribute.obligation == "conditional"


@dataclass(frozen=True, slots=True)
class Yardstick:
    """The kinds and weights of one model, which models of other times can be measured with too.

    A kind that moved into a library or out of one is the same kind. One that is gone is taken from the model that is
    measured, with the weights of this one. So a change of what is asked is no change of what is there.
    """

    model: Model
    _known: dict[tuple[str, str], tuple[Criterion, ...]] = field(default_factory=dict, init=False, compare=False)

    def kind(self, element: Element, of: Model) -> Kind | None:
        """The kind of an element of the model ``of`` as it is declared here, else as there."""
        if not element.kind:
            return None
        kinds = self.model.kinds
        here = kind_by_name(kinds, element.kind) or kind_by_name(kinds, element.kind.rpartition(":")[2])
        return here if here is not None and here.type == element.type else of.kinds[element.kind]

    def criteria(self, element: Element, of: Model) -> tuple[Criterion, ...]:
        """What is asked of an element of the model ``of``: core keys, then attributes as the kind declares them."""
        kind = self.kind(element, of)
        if kind is not None and self.model.kinds.get(kind.id) is not kind:
            return self._criteria(element.type, kind)
        key = (element.type, kind.id if kind else "")
        found = self._known.get(key)
        if found is None:
            found = self._known[key] = self._criteria(element.type, kind)
        return found

    def _criteria(self, type_: str, kind: Kind | None) -> tuple[Criterion, ...]:
        settings = self.model.settings.completeness
        attributes = kind.attributes if kind else {}
        weights: dict[str, int] = {name: getattr(settings.weights, name) for name in CORE}
        declared = self.model.metamodel.element_types.get(type_)  # None: a finding elsewhere
        if type_ in _NO_OWNER or (declared is not None and declared.layer == _NO_OWNER_LAYER):
            weights["owner"] = 0
        weights |= {name: getattr(settings.weights, one.obligation) for name, one in attributes.items()}
        for name in reversed(kind.lineage if kind else (type_,)):  # what is said of the kind itself comes last
            weights |= _said(settings.types, name, weights)
        return tuple(Criterion(name, weight, attributes.get(name)) for name, weight in weights.items())


def _said(types: Mapping[str, Mapping[str, int]], name: str, asked: Mapping[str, int]) -> dict[str, int]:
    """The weights that are said of a type or kind, by its full or its short name, as far as it has these keys."""
    said = {**types.get(name.rpartition(":")[2], {}), **types.get(name, {})}
    return {key: weight for key, weight in said.items() if key in asked}
