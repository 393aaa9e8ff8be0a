"""Kinds: an organisation's own types below ArchiMate's (a *specialization* in ArchiMate's words), with attributes."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from eaframe.metamodel.period import ALWAYS, Period

if TYPE_CHECKING:
    from collections.abc import Mapping

    from eaframe.metamodel.obligations import Obligation

AttributeType = Literal["text", "integer", "number", "boolean", "date", "enum", "reference", "list", "pattern", "money"]

# What every element may have whatever its kind: no attribute of a kind can take these names.
CORE_ELEMENT_KEYS = (
    "type",
    "name",
    "documentation",
    "owner",
    "tags",
    "aliases",
    "folder",
    "valid",
    "evidence",
    "visibility",
    "replaced-by",
    "junction",
    "date",
)
CORE_RELATIONSHIP_KEYS = (
    "id",
    "kind",
    "from",
    "to",
    "name",
    "documentation",
    "tags",
    "valid",
    "evidence",
    "visibility",
    "mode",
    "strength",
    "directed",
)


@dataclass(frozen=True, slots=True)
class Attribute:
    """One attribute of a kind. ``minimum`` and ``maximum`` bound integers and numbers; ``to`` lists types and kinds.

    ``example`` is a text of the form of ``pattern``, which people read in its place.

    ``words`` says per language what people read for an ``allowed`` word of an enum, where that is declared. ``library``
    is the namespace of the library that declares it: a workspace may extend a kind of a library. ``said_obligation`` is
    how much is asked of a value as far as that is declared.
    """

    name: str
    type: AttributeType
    label: Mapping[str, str]
    documentation: Mapping[str, str] = field(default_factory=dict)
    required: bool = False
    default: str | None = None
    allowed: tuple[str, ...] = ()
    words: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    minimum: float | None = None
    maximum: float | None = None
    pattern: str = ""
    example: str = ""
    to: tuple[str, ...] = ()
    of: Attribute | None = None
    unknown: bool = True
    visibility: str = ""
    valid: Period = ALWAYS
    library: str = ""
    said_obligation: Obligation | None = None

    @property
    def obligation(self) -> Obligation:
        """How much is asked of a value: as declared, else mandatory where it is required and optional where not."""
        return self.said_obligation or ("mandatory" if self.required else "optional")


@dataclass(frozen=True, slots=True)
class Term:
    """One source of a derived value: ``value`` or the own ``attribute``, or that of whatever is ``along``; ``when``.

    ``when`` is a selector as plain data, as selectors belong to the room of the graph; None is always.
    """

    when: object = None
    value: str = ""
    along: tuple[str, ...] = ()
    inverse: bool = False
    attribute: str = ""


@dataclass(frozen=True, slots=True)
class Derivation:
    """A value that follows from others: the largest (or smallest) of its terms. Declared at ``path`` of ``file``.

    ``library`` is the namespace of the library that declares it, "" where the workspace itself does. ``more`` are the
    declarations that add terms to it: what extends a kind may know a source of the value that the kind does not.
    """

    name: str
    largest: bool
    terms: tuple[Term, ...]
    label: Mapping[str, str]
    documentation: Mapping[str, str]
    file: str
    path: tuple[str | int, ...]
    library: str = ""
    more: tuple[Derivation, ...] = ()

    @property
    def is_own(self) -> bool:
        """Whether the workspace itself declares it."""
        return not self.library

    @property
    def parts(self) -> tuple[Derivation, ...]:
        """The declaration itself, then those that add terms to it: each with a place and a library of its own."""
        return (self, *self.more)


@dataclass(frozen=True, slots=True)
class Kind:
    """A declared kind. ``lineage`` runs from the kind itself over its bases to the ArchiMate type (or relationship).

    ``icon`` and ``colour`` are names of `looks`, its own or those of its base; "" is the type's icon, the layer's
    colour. ``file`` declares it, relative to the workspace or library.
    """

    id: str
    base: str
    lineage: tuple[str, ...]
    is_relationship: bool
    label: Mapping[str, str]
    documentation: Mapping[str, str]
    icon: str
    attributes: Mapping[str, Attribute]
    derived: Mapping[str, Derivation] = field(default_factory=dict)
    colour: str = ""
    file: str = ""

    @property
    def type(self) -> str:
        """The ArchiMate element type or relationship type at the end of the lineage."""
        return self.lineage[-1]
