"""A roadmap as a Mermaid Gantt chart: a section for each group, a bar for each life, a milestone for each plateau."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from eaframe.diagrams.mermaid import comment, mermaid_text
from eaframe.diagrams.tree import name_of
from eaframe.views.layout import LayoutError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from eaframe.views.view import Timeline, View

# A text that begins with one of them, in any case, is not a task to Mermaid; nor one with a colon, which ends it.
_KEYWORDS: Final = (
    *("gantt", "section", "title", "dateformat", "axisformat", "tickinterval", "excludes", "includes", "todaymarker"),
    *("inclusiveenddates", "topaxis", "weekday", "weekend", "acctitle", "accdescr", "click", "call", "href", "vert"),
)


def render_gantt(view: View) -> str:
    """The chart, without a fence around it; an open end lies at the end of the axis.

    Raises LayoutError where there is no date at all, since Mermaid draws no axis then.
    """
    timeline = view.timeline
    if timeline is None or not timeline.first:
        raise LayoutError(f"The view `{view.id}` has no date, so Mermaid cannot draw it.")
    lines = [
        "gantt",
        comment(view),
        *([f"  title {_text(view.title)}"] if view.title.strip() else []),
    ]
    lines += ["  dateFormat YYYY-MM-DD", "  axisFormat %Y", "  inclusiveEndDates", "  todayMarker off"]
    for number, mark in enumerate(timeline.marks, 1):
        lines.append(f"  {_text(mark.label)} :milestone, m{number}, {mark.date}, 0d")
    lines += _bars(view, timeline)
    return "\n".join(lines) + "\n"


def _bars(view: View, timeline: Timeline) -> Iterator[str]:
    nodes = {node.id: node for node in view.nodes}
    group_of = {id_: group for group in view.groups for id_ in group.nodes}
    current = None
    for number, bar in enumerate(timeline.bars, 1):
        group = group_of.get(bar.node)
        if group is not None and group is not current:
            current = group
            yield f"  section {_text(group.label)}"
        name = _text(name_of(nodes[bar.node]))
        yield f"  {name} :b{number}, {bar.first or timeline.first}, {bar.last or timeline.last}"


def _text(content: str) -> str:
    text = mermaid_text(content).replace(":", "#58;")
    if text.casefold().startswith(_KEYWORDS):
        return f"#{ord(text[0])};{text[1:]}"
    return text or "#160;"
