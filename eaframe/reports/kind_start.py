"""YAML to start an element or a relationship of a kind from: what is asked of it, as far as it can be left open."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from eaframe.metamodel.values import declared_in
from eaframe.model.kind_search import short_name
from eaframe.model.scalars import expectation
from eaframe.reports.kinds_words import WORDS
from eaframe.reports.printable import printable
from eaframe.reports.width import cut
from eaframe.sources.spelling import written

if TYPE_CHECKING:
    from collections.abc import Iterator

    from eaframe.metamodel.kinds import Attribute, Kind
    from eaframe.model.model import Model

_COLUMNS: Final = 80
_UNIT: Final = "my-unit"


@dataclass(frozen=True, slots=True)
class Start:
    """``day`` is today (YYYYMMDD), ``until`` the date (YYYY-MM-DD) until which what is open is to be found out."""

    model: Model
    kind: Kind
    day: int
    until: str
    language: str

    def lines(self) -> Iterator[str]:
        """A file with one element, or relationship, of the kind.

        Every mandatory attribute without a default is a tracked unknown of one of the workspace's units; one that
        cannot be unknown is a comment that says what it takes.
        """
        if self.kind.is_relationship:
            yield "relationships:"
            yield "  - from: my-source"
            yield f"    {self.model.metamodel.relationship_types[self.kind.type].verb}: my-target"
            yield f"    kind: {short_name(self.model, self.kind)}"
        else:
            yield "elements:"
            yield f"  my-{self.kind.id.rpartition(':')[2]}:"
            yield f"    type: {short_name(self.model, self.kind)}"
            yield f"    name: {written(declared_in(self.kind.label, *self.model.settings.languages))}"
        asked = [one for one in self.kind.attributes.values() if self._is_asked(one)]
        unit = self._unit()
        for one in asked:
            if one.unknown:
                yield f"    {one.name}: {{unknown: {{by: {unit}, until: {self.until}}}}}"
            else:
                yield cut(f"    # {one.name}:  # {printable(self._takes(one))}", _COLUMNS)
        if unit == _UNIT and any(one.unknown for one in asked):
            if self.kind.is_relationship:
                yield "elements:"
            yield f"  {unit}: {{type: business-actor, name: {written(WORDS[self.language]['a-unit'], flow=True)}}}"

    def _is_asked(self, one: Attribute) -> bool:
        mandatory = one.required or one.obligation == "mandatory"
        return mandatory and one.default is None and one.valid.holds(self.day)

    def _takes(self, one: Attribute) -> str:
        takes = " | ".join(one.allowed) if one.allowed else expectation(one).text(self.language)
        return f"{WORDS[self.language]['fill-in']}: {takes}"

    def _unit(self) -> str:
        """The unit that owns most of what the workspace has today; else its first one in the order of ids."""
        there = [one for one in self.model.elements.values() if one.is_own and one.valid.holds(self.day)]
        units = [one.id for one in there if one.type == "business-actor"]
        owned = Counter(one.attributes.get("owner") for one in there)
        return max(units, key=lambda id_: owned[id_], default=_UNIT)
