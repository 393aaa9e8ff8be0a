"""Whom a change reaches, written for people and for programs.

JSON, schema version 1; keys and meaning are kept within a version, new keys may be added:

- ``of`` (ids), ``remove``, ``depth`` (or null): the question.
- ``affected``: ``id, name, type, distance, strength`` (strong, medium, weak), ``gone`` (removed with its whole) and
  ``last_step``: ``{"from", "verb", "to", "relationship", "reason"}``. Whoever follows ``from`` to its own last step
  comes to one of ``of``: that is the path. What lies on a path and is no affected element (a junction, a relationship
  on which another one ends) has its last step under ``between``.
- ``owners``: ``state`` (known, unknown, missing, not-applicable), ``id, name`` (of the owner, or of who finds it out)
  and ``elements``.
- Of a removal also ``relationships`` that lose an end (``dangles``: not written below what is removed),
  ``left_without``, and ``references``: what else names the removed. ``location`` is ``{"file", "line", "column"}``.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

from eaframe.metamodel.impact import STRENGTHS
from eaframe.metamodel.values import text_in
from eaframe.reports.impact_words import WORDS
from eaframe.reports.markup import code, text
from eaframe.reports.printable import json_document, printable
from eaframe.reports.width import padded, width

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from eaframe.changes.impact import Affected, Impact, Step
    from eaframe.changes.owners import OwnerToTell
    from eaframe.findings import Location, Place
    from eaframe.model.model import Model

FORMATS = ("text", "markdown", "json")
SCHEMA_VERSION = 1
_LONGEST_PATH = 8  # steps; of a longer one the middle is left out
_MOST_NAMED = 12  # elements of which nobody knows the owner


@dataclass(frozen=True)
class ImpactReport:
    """What was found, with all that its words need: names in ``languages`` (the first that there is), and lines.

    ``model`` is that of the day, ``where`` holds the locations of places, their files as one leads to them from here.
    """

    impact: Impact
    model: Model
    language: str
    languages: tuple[str, ...]
    where: Mapping[Place, Location]

    def render(self, format_: str) -> str:
        """The report in one of FORMATS."""
        if format_ == "json":
            return json_document(self._content())
        lines = self._markdown() if format_ == "markdown" else self._text()
        return "".join(f"{line}\n" for line in lines)

    @cached_property
    def _words(self) -> Mapping[str, str]:
        return WORDS[self.language]

    def _name(self, id_: str) -> str:
        element = self.model.elements.get(id_)
        return text_in(element.name, *self.languages) if element else ""

    def _titled(self, id_: str) -> str:
        """Id, name and type on one line, as far as there are any."""
        named = f"{id_}  {self._name(id_)}" if self._name(id_) else id_
        return printable(f"{named} ({self._type(id_)})")

    def _type(self, id_: str) -> str:
        subject = self.model.elements.get(id_) or self.model.relationships.get(id_)
        return self.model.type_name(subject) if subject else ""

    def _count(self, key: str, number: int) -> str:
        return self._words[f"{key}-one" if number == 1 else key].format(number=number)

    # What is said in every form.

    def _sum(self) -> str:
        """One sentence: how many elements are reached, and how strongly."""
        removed = sum(1 for one in self.impact.affected if one.gone)
        reached = [one for one in self.impact.affected if not one.gone]
        counts = [
            self._words[f"{strength}-number"].format(number=number)
            for strength in STRENGTHS
            if (number := sum(1 for one in reached if one.strength == strength))
        ]
        verb = "removal" if self.impact.remove else "change"
        what = f"{self._count(f'{verb}-reaches', len(reached))}: {', '.join(counts)}" if reached else ""
        sentence = f"{what}." if what else self._words[f"{verb}-reaches-none"]
        return f"{self._count('goes-too', removed)} {sentence}" if removed else sentence

    def _path(self, id_: str, mark: str = "→") -> list[str]:
        """The pieces of a path: ids and how one leads to the next, the middle of a long one left out."""
        steps = self.impact.path(id_)
        half = _LONGEST_PATH // 2
        left_out = len(steps) - _LONGEST_PATH if len(steps) > _LONGEST_PATH + 1 else 0
        kept: Sequence[Step | None] = (*steps[:half], None, *steps[half + left_out :]) if left_out else steps
        pieces = [steps[0].start]
        for step in kept:
            if step is None:
                pieces.append(self._words["more-steps"].format(number=left_out))
            else:
                pieces += [f"{mark}{step.verb}{mark}", step.end]
        return pieces

    def _reason(self, id_: str) -> str:
        return self.impact.steps[id_].reason[self.language]

    def _owner(self, owner: OwnerToTell) -> str:
        if owner.state == "known":
            return self._name(owner.id)
        sentence = self._words[f"owner-{owner.state}"]
        if owner.state == "unknown" and owner.id:
            sentence = self._words["owner-unknown-by"].format(by=owner.id)
        named = ", ".join(owner.elements[:_MOST_NAMED])
        more = len(owner.elements) - _MOST_NAMED
        return f"{sentence}: {named}" + (f", … (+{more})" if more > 0 else "")

    def _place(self, place: Place) -> str:
        location = self.where[place]
        return f"{location.file}:{location.line}:{location.column}"

    # For a terminal.

    def _text(self) -> Iterator[str]:
        for id_ in self.impact.ids:
            yield self._titled(id_)
        yield self._sum()
        yield from self._distances()
        if self.impact.owners:
            yield ""
            yield f"{self._words['owners']}:"
            columns = max(width(one.id) for one in self.impact.owners if one.state == "known") if self._known else 0
            for one in self.impact.owners:
                name = padded(printable(one.id), columns) + "  " if one.state == "known" else ""
                yield f"  {len(one.elements):>4}  {name}{printable(self._owner(one))}"
        yield from self._removal()

    @cached_property
    def _known(self) -> bool:
        return any(one.state == "known" for one in self.impact.owners)

    def _distances(self) -> Iterator[str]:
        columns = max((width(self._words[one]) for one in (*STRENGTHS, "gone")), default=0)
        distance = -1
        for one in self.impact.affected:
            if one.distance != distance:
                distance = one.distance
                yield ""
                yield f"{self._count('steps', distance)}:"
            mark = padded(self._words["gone" if one.gone else one.strength], columns)
            yield f"  {mark}  {self._titled(one.id)}"
            yield printable(f"  {' ' * columns}    {' '.join(self._path(one.id))}: {self._reason(one.id)}")

    def _removal(self) -> Iterator[str]:
        words, impact = self._words, self.impact
        if impact.lacking:
            yield ""
            yield f"{words['lacking']}:"
            for lack in impact.lacking:
                lost = words["lost"].format(names=", ".join(lack.lost))
                yield printable(f"  {self._titled(lack.id)}: {lack.says[self.language]} ({lost})")
        dangling = [one for one in impact.lost if one.dangles]
        if dangling or impact.mentions:
            yield ""
            yield f"{words['dangling']}:"
            for lost_ in dangling:
                yield printable(f"  {self._place(lost_.place)}  {lost_.id}")
            for mention in impact.mentions:
                by = f"{mention.section}/{mention.by}" if mention.section else mention.by
                yield printable(f"  {self._place(mention.place)}  {by} ({mention.key}: {mention.id})")
        if len(dangling) < len(impact.lost):
            yield ""
            yield self._count("goes-with", len(impact.lost) - len(dangling))

    # For a comment, a ticket, a page.

    def _markdown(self) -> Iterator[str]:
        words, impact = self._words, self.impact
        for id_ in impact.ids:
            yield f"- {code(id_)} {text(self._name(id_))} ({text(self._type(id_))})"
        yield ""
        yield self._sum()
        yield from _table(
            [words[key] for key in ("distance", "strength", "element", "path")], map(self._row, impact.affected)
        )
        owners = ([str(len(one.elements)), self._owner_in_cell(one)] for one in impact.owners)
        yield from _table([words["elements"], words["owners"]], owners)
        lacking = ([self._named(one.id), text(one.says[self.language], cell=True)] for one in impact.lacking)
        yield from _table([words["lacking"], ""], lacking)
        names = [(one.place, one.id) for one in impact.lost if one.dangles]
        names += [
            (one.place, f"{one.section}/{one.by}".strip("/") + f" {one.key}: {one.id}") for one in impact.mentions
        ]
        rows = ([code(self._place(place), cell=True), code(name, cell=True)] for place, name in names)
        yield from _table([words["dangling"], ""], rows)

    def _row(self, one: Affected) -> list[str]:
        strength = self._words["gone" if one.gone else one.strength]
        path = code(" ".join(self._path(one.id)), cell=True)
        return [str(one.distance), strength, self._named(one.id), f"{path} {text(self._reason(one.id), cell=True)}"]

    def _named(self, id_: str) -> str:
        return f"{code(id_, cell=True)} {text(self._name(id_), cell=True)}"

    def _owner_in_cell(self, one: OwnerToTell) -> str:
        return self._named(one.id) if one.state == "known" else text(self._owner(one), cell=True)

    # For programs.

    def _content(self) -> dict[str, Any]:
        impact = self.impact
        content: dict[str, Any] = {
            "schema_version": SCHEMA_VERSION,
            "of": list(impact.ids),
            "remove": impact.remove,
            "depth": impact.depth,
            "affected": [self._affected(one) for one in impact.affected],
            "owners": [
                {"state": one.state, "id": one.id, "name": self._name(one.id), "elements": list(one.elements)}
                for one in impact.owners
            ],
            "between": [self._step(impact.steps[id_]) for id_ in self._between()],
        }
        if impact.remove:
            content["relationships"] = [
                {"id": one.id, "dangles": one.dangles, "location": self._location(one.place)} for one in impact.lost
            ]
            content["left_without"] = [
                {"id": one.id, "relationship": one.relationship, "lost": list(one.lost)} for one in impact.lacking
            ]
            content["references"] = [
                {
                    "section": one.section or "elements",
                    "by": one.by,
                    "key": one.key,
                    "id": one.id,
                    "location": self._location(one.place),
                }
                for one in impact.mentions
            ]
        return content

    def _between(self) -> list[str]:
        """What lies on paths and is not affected itself: junctions, and relationships on which others end."""
        shown = {one.id for one in self.impact.affected}
        return sorted(self.impact.steps.keys() - shown)

    def _affected(self, one: Affected) -> dict[str, Any]:
        return {
            "id": one.id,
            "name": self._name(one.id),
            "type": self._type(one.id),
            "distance": one.distance,
            "strength": one.strength,
            "gone": one.gone,
            "last_step": self._step(self.impact.steps[one.id]),
        }

    def _step(self, step: Step) -> dict[str, str]:
        return {
            "from": step.start,
            "verb": step.verb,
            "to": step.end,
            "relationship": step.relationship,
            "reason": step.reason[self.language],
        }

    def _location(self, place: Place) -> dict[str, Any]:
        location = self.where[place]
        return {"file": location.file, "line": location.line, "column": location.column}


def _table(header: Sequence[str], rows: Iterable[list[str]]) -> Iterator[str]:
    """A table of cells in Markdown, with an empty line before it; nothing where there are no rows."""
    filled = list(rows)
    if filled:
        yield ""
        for cells in (header, ["---"] * len(header), *filled):
            yield f"| {' | '.join(cells)} |"
