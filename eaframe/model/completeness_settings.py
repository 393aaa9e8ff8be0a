"""``completeness:`` of eaframe.yaml: how much it weighs that something is there. The defaults are the table."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Final

from pydantic import Field

from eaframe.findings import Place
from eaframe.findings.message import say
from eaframe.findings.suggest import did_you_mean, quoted
from eaframe.model import defects
from eaframe.model.kinds_by_name import kind_by_name
from eaframe.sources.defects import UNKNOWN_KEY
from eaframe.sources.shape import Number, Shape

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from eaframe.findings import Finding
    from eaframe.metamodel.archimate import Metamodel
    from eaframe.metamodel.kinds import Kind

Weight = Annotated[Number, Field(ge=0, le=100)]
# What is asked of every element beside the attributes of its kind.
CORE: Final = ("name", "documentation", "owner", "evidence", "relationship")


class WeightsShape(Shape):
    """Weights of what every element has, then of attributes by their obligation; 0 asks for nothing."""

    name: Weight = 3
    documentation: Weight = 2
    owner: Weight = 2
    evidence: Weight = 2
    relationship: Weight = 2  # at least one
    mandatory: Weight = 3
    recommended: Weight = 2
    conditional: Weight = 1
    optional: Weight = 0


class CompletenessShape(Shape):
    """Weights for all, and others for elements of a type or kind and of those below it: of core keys and attributes."""

    weights: WeightsShape = Field(default_factory=WeightsShape)
    types: dict[str, dict[str, Weight]] = Field(default_factory=dict)


def wrong_completeness(
    settings: CompletenessShape, metamodel: Metamodel, kinds: Mapping[str, Kind], file: str
) -> Iterator[Finding]:
    """Types that there are not, and keys that elements of a type do not have."""
    for name, weights in settings.types.items():
        at = Place(file, ("completeness", "types", name), "key")
        kind = kind_by_name(kinds, name)
        if (kind is None or kind.is_relationship) and name not in metamodel.element_types:
            near = [*metamodel.element_types, *(id_ for id_, one in kinds.items() if not one.is_relationship)]
            hint = did_you_mean(name, [*near, *(id_.rpartition(":")[2] for id_ in near)])
            what = say("an element type or a kind")
            yield defects.UNKNOWN_TYPE.at(at, found=name, what=what, hint=hint, discriminator=f"completeness/{name}")
            continue
        known = (*CORE, *(kind.attributes if kind else ()))
        for key in weights:
            if key not in known:
                yield UNKNOWN_KEY.at(
                    Place(file, (*at.path, key), "key"),
                    key=key,
                    allowed=quoted(known),
                    hint=did_you_mean(key, known),
                    discriminator=f"completeness/{name}/{key}",
                )
