"""Roadmaps: when things live, on an axis of time, with plateaus as marks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from eaframe.metamodel.period import EARLIEST, LATEST, day_text, parse_day
from eaframe.metamodel.vocabulary import PLATEAU
from eaframe.model.as_of import plateau_day
from eaframe.views.colours import colour
from eaframe.views.content import Content, limited
from eaframe.views.groups import group
from eaframe.views.limit import keep
from eaframe.views.nodes import node
from eaframe.views.view import Timeline, TimelineBar, TimelineMark
from eaframe.views.words import date_text

if TYPE_CHECKING:
    from collections.abc import Mapping

    from eaframe.model.elements import Element
    from eaframe.views.definition import ViewDefinition
    from eaframe.views.texts import Texts


def roadmap(texts: Texts, definition: ViewDefinition, elements: Mapping[str, Element], day: int | None) -> Content:
    """A bar for each element with a validity; plateaus, and the ``day`` of the view, as marks.

    The axis runs over whole years, from the first to the last day that anything says.
    """
    look = definition.look
    lives = {id_: life for id_, one in elements.items() if one.type != PLATEAU and (life := _life(one)) is not None}
    kept = keep(texts.graph, {id_: elements[id_] for id_ in lives}, look.limit)
    marks = sorted(
        (_written(date), id_, texts.name(id_))
        for id_, one in elements.items()
        if one.type == PLATEAU and (date := plateau_day(one)) is not None
    )
    said = [parse_day(date) for date, _, _ in marks] + [end for id_ in kept for end in lives[id_]] + [day]
    days = [one for one in said if one is not None and EARLIEST < one < LATEST]
    grouping = group(texts, kept, (), look.group_by or "type")
    start = {id_: lives[id_][0] for id_ in kept}
    by_group = grouping.sort_key()
    order = sorted(kept, key=lambda id_: (by_group(id_)[0], start[id_], id_))
    colours, scale = colour(texts, kept, look.colour_by) if look.colour_by else ({}, None)
    undated = sum(1 for id_, one in elements.items() if id_ not in lives and one.type != PLATEAU)
    today = (
        [TimelineMark("", texts.word("today", date=date_text(_written(day), texts.language)), _written(day))]
        if day
        else []
    )
    return Content(
        nodes=(
            *(node(texts, kept[id_], colour=colours.get(id_, "")) for id_ in order),
            *(node(texts, elements[id_]) for _, id_, _ in marks),
        ),
        groups=grouping.made_of(order),
        timeline=Timeline(
            first=f"{min(days) // 10_000:04}-01-01" if days else "",
            last=f"{max(days) // 10_000:04}-12-31" if days else "",
            bars=tuple(TimelineBar(id_, _written(lives[id_][0]), _written(lives[id_][1])) for id_ in order),
            marks=(*(TimelineMark(id_, name, date) for date, id_, name in marks), *today),
        ),
        notes=(
            *limited(texts, look.limit, len(lives) - len(kept), "elements"),
            *((texts.word("undated", number=undated),) if undated else ()),
        ),
        scale=scale,
    )


def _life(element: Element) -> tuple[int, int] | None:
    """The first and the last day of an element; None where nothing bounds it."""
    valid = element.valid
    return None if valid.first == EARLIEST and valid.last == LATEST else (valid.first, valid.last)


def _written(day: int) -> str:
    """YYYY-MM-DD, "" where it is open."""
    return "" if day in {EARLIEST, LATEST} else day_text(day)
