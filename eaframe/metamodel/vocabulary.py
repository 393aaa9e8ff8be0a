"""What a modelling language is made of: element types and relationship types, named in English and Vietnamese.

Types are compared by identity, because each version of a metamodel is loaded once.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

Layer = Literal[
    "strategy", "business", "application", "technology", "physical", "motivation", "implementation", "other"
]
Aspect = Literal["active-structure", "behavior", "passive-structure", "motivation", "composite", "connector"]
Role = Literal["internal", "external", "event", ""]
Category = Literal["structural", "dependency", "dynamic", "other"]
Permission = Literal["direct", "derived", ""]

Triple = tuple[str, str, str]
"""An element type, the name of a relationship type, an element type: who may do what to whom."""

JUNCTION = "junction"
PLATEAU = "plateau"
PARTS = ("composition", "aggregation")
"""The relationships from a whole to its parts (3.2, 5.1)."""
"""The one connector among the element types. The table has no row for it; see `Metamodel.permission`."""

RELATIONSHIP = "relationship"
"""The name a relationship goes by in the table where it is itself the end of a relationship."""


@dataclass(frozen=True, slots=True, eq=False)
class ElementType:
    """An element type of the standard, or the junction."""

    name: str
    """In kebab case, as models spell it."""
    layer: Layer
    aspect: Aspect
    role: Role
    """Whether structure or behaviour is seen from inside or outside, or is an event; empty where that says nothing."""
    label: Mapping[str, str]
    """The name for people by language, `en` and `vi`."""
    exchange: str
    """The `xsi:type` of the exchange format; the junction has two there, `AndJunction` and `OrJunction`."""
    archimate_4: str
    """What becomes of the type in ArchiMate 4, in words for people."""


@dataclass(frozen=True, slots=True, eq=False)
class RelationshipType:
    """A relationship type of the standard."""

    name: str
    verb: str
    """How a model says it from the source: `serves`."""
    inverse: str
    """How a model says it from the target: `served-by`. Association reads the same from both sides."""
    letter: str
    """Its letter in the standard's tables."""
    category: Category
    strength: int
    """8 (composition) down to 1 (association); 0 where the standard ranks nothing: dynamic and other ones."""
    label: Mapping[str, str]
    """The name for people by language, `en` and `vi`."""
    exchange: str
