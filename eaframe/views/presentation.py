"""How a view looks, as viewpoints and views say it: what is boxed, grouped, coloured, collapsed, tabulated."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, Final, Literal, Self

from pydantic import Field, model_validator

from eaframe.findings.message import say
from eaframe.graph.selector import Hop, Selectors
from eaframe.metamodel.looks import ColourName
from eaframe.model.workspace_file import Text
from eaframe.sources.shape import Flag, Number, Shape, Words

GAP: Final = "gap"  # what a matrix of two plateaus shows in its cells
Nested = Literal["composed-of", "aggregates", "assigned-to"]


class ColourBy(Shape):
    """What the boxes are coloured by: an ``attribute``, or how many elements ``count`` finds one step away.

    ``along`` rolls the values up from all that is reached along these verbs, by ``roll-up`` (max). Numbers fall into
    classes that begin at ``steps`` (by default at most five of equal width). ``colours`` names the colour of a value;
    ``much-is`` good or bad gives colours from red to green, or the other way round.
    """

    title: Text = ""
    attribute: str = ""
    count: Hop | None = None
    along: Words = ()
    roll_up: Literal["max", "min", "average", "sum"] | None = None
    steps: Annotated[tuple[Decimal, ...], Field(max_length=4)] = ()
    colours: dict[str, ColourName] = Field(default_factory=dict)
    much_is: Literal["neutral", "good", "bad"] = "neutral"

    @model_validator(mode="after")
    def _says_one_thing(self) -> Self:
        if bool(self.attribute) == (self.count is not None):
            raise ValueError(say("either an `attribute` or a `count`"))
        if self.along and not self.attribute:
            raise ValueError(say("`along` with an `attribute`"))
        if self.roll_up and not self.along:
            raise ValueError(say("`roll-up` with `along`"))
        if self.steps and self.colours:
            raise ValueError(say("either `steps` or `colours`"))
        return self


class CellShape(Shape):
    """What stands in a cell of a matrix: the relationships ``via`` these verbs (or kinds) from its row to its column.

    ``show`` is ``mark`` (a dot), ``count``, ``verb``, ``name``, ``crud`` (C, R, U, D by the mode of access or by an
    attribute ``crud``), or an attribute of the relationships. ``derived`` also counts what follows along chains.
    """

    via: Words = ()
    show: str = "mark"
    derived: Flag = False


class Presentation(Shape):
    """How a view looks: what its viewpoint says, and what the view itself says otherwise. None is not said.

    ``relationships`` are the verbs and kinds to draw (all where it is empty); ``group-by`` is ``layer``, ``none``,
    ``owner``, ``type``, ``tag`` or an attribute; ``levels`` how deep boxes stand in boxes; ``collapse`` selects what
    stands for all its parts; ``derive`` draws what follows from relationships through hidden elements; ``limit`` is the
    largest number of boxes, rows or bars; ``rows``, ``columns`` and ``cell`` make a matrix, with ``from`` and ``to``
    one of two plateaus; ``show`` names the columns of a list.
    """

    nest: tuple[Nested, ...] | None = None
    relationships: Words | None = None
    group_by: str | None = None
    levels: Annotated[Number, Field(ge=1, le=9)] | None = None
    collapse: Selectors | None = None
    derive: Flag | None = None
    colour_by: ColourBy | None = None
    limit: Annotated[Number, Field(ge=1)] | None = None
    rows: Selectors | None = None
    columns: Selectors | None = None
    cell: CellShape | None = None
    show: Words | None = None
    from_: str | None = None
    to: str | None = None

    def over(self, other: Presentation) -> Presentation:
        """What this one says, and what ``other`` says where this one says nothing."""
        said = {name: value for name in Presentation.model_fields if (value := getattr(self, name)) is not None}
        whole = {name: getattr(other, name) for name in Presentation.model_fields}
        return Presentation.model_construct(**whole | said)
