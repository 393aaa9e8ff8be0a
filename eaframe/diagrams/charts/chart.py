"""A chart of indicators in the frame of all pictures: small multiples, one panel an indicator."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from eaframe.diagrams.charts import marks
from eaframe.diagrams.charts.by_group import by_group
from eaframe.diagrams.charts.over_time import over_time
from eaframe.diagrams.charts.panel import Frame, Panel
from eaframe.diagrams.charts.words import word
from eaframe.diagrams.lettering import lettering
from eaframe.diagrams.markup import number, tag
from eaframe.diagrams.png import render_png
from eaframe.diagrams.stamp import stamped
from eaframe.diagrams.svg import framed
from eaframe.diagrams.words import word as legend_word
from eaframe.metamodel.period import day_text
from eaframe.metamodel.values import declared_in
from eaframe.views.text import width
from eaframe.views.texts import Texts
from eaframe.views.view import TableCell, TableHead, TableRow, View, ViewOrigin, ViewTable, with_hash

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from eaframe.measures.indicators.indicator import Indicator
    from eaframe.measures.indicators.standing import Standings

_WIDTH: Final = 1136.0  # px: with the margins of the frame 1200
_GAP: Final = 40.0  # px between panels
_SIZE: Final = 10.5  # of the legend


def draw_chart(
    standings: Standings,
    indicators: Sequence[Indicator],
    languages: tuple[str, ...],
    per: str = "",
    suffix: str = ".svg",
) -> str | bytes:
    """The indicators over time, or by the values of the attribute ``per`` (`default`: those that each names).

    Words are in the first of ``languages``. SVG, or PNG for the suffix ``.png``; the same bytes for the same model.
    """
    columns = 2 if len(indicators) > 1 and not per else 1
    across = (_WIDTH - (columns - 1) * _GAP) / columns
    panels: list[Panel] = []
    for one in indicators:
        frame = Frame(standings, one, languages, across, is_alone=len(indicators) == 1)
        attributes = one.per if per == "default" else (per,)
        panels += [by_group(frame, name) for name in attributes] if per else [over_time(frame)]
    drawing, height = _multiples(panels, columns, across)
    if not panels:
        drawing, height = lettering(word("none", languages[0]), 0.0, 14.0, _SIZE, "muted"), 20.0
    view = _view(standings, indicators, languages, per, panels)
    shown = frozenset[str]().union(*(panel.shows for panel in panels))
    svg = framed(view, drawing, (_WIDTH, height), lambda _: _legend(view.language, shown))
    return stamped(render_png(svg), view.hash) if suffix.lower() == ".png" else svg


def _multiples(panels: Sequence[Panel], columns: int, across: float) -> tuple[str, float]:
    parts, y = [], 0.0
    for start in range(0, len(panels), columns):
        row = panels[start : start + columns]
        parts += [
            tag("g", panel.markup, transform=f"translate({number(index * (across + _GAP))},{number(y)})")
            for index, panel in enumerate(row)
        ]
        y += max(panel.height for panel in row) + _GAP * 0.7
    return "".join(parts), max(y - _GAP * 0.7, 0.0)


def _view(
    standings: Standings,
    indicators: Sequence[Indicator],
    languages: tuple[str, ...],
    per: str,
    panels: Sequence[Panel],
) -> View:
    """What the picture says, as a table: its hash changes when, and only when, that does."""
    language, settings = languages[0], standings.model.settings
    texts = Texts(standings.graph(standings.day), languages)
    names = [declared_in(one.name, *languages) for one in indicators]
    what = texts.attribute_label(per).lower() if per and per != "default" else word("group", language).lower()
    general = word("per", language, what=what) if per else word("over-time", language)
    rows = tuple(
        TableRow(TableHead("", row[0]), tuple(TableCell(cell) for cell in row[1:]))
        for panel in panels
        for row in panel.rows
    )
    return with_hash(
        View(
            id="indicators",
            title=names[0] if len(names) == 1 else general,
            documentation=declared_in(indicators[0].documentation, *languages) if len(names) == 1 else "",
            language=language,
            viewpoint="",
            viewpoint_name=general if len(names) == 1 else "",
            nodes=(),
            edges=(),
            groups=(),
            nested=(),
            refused=(),
            notes=(),
            origin=ViewOrigin(
                name=texts.declared(settings.name),
                version=settings.version,
                data_cut_off=settings.data_cut_off or "",
                as_of=day_text(standings.day),
            ),
            layout="list",
            table=ViewTable(is_matrix=False, corner="", columns=(), rows=rows),
        )
    )


def _legend(language: str, shown: frozenset[str]) -> tuple[str, float]:
    """What the marks of this picture mean, in one line; nothing that it does not show."""
    samples = [(key, sample) for key, sample in _samples() if key in shown]
    if not samples:
        return "", 0.0
    parts, x = [lettering(legend_word("legend", language), 0.0, 11.0, 11.0, "text", font_weight="600")], 0.0
    for key, sample in samples:
        said = word("computed" if key == "bar" else key, language)
        parts.append(
            tag("g", sample, lettering(said, 34.0, 3.8, _SIZE, "text"), transform=f"translate({number(x)},30)")
        )
        x += 34 + width(said, _SIZE) * 1.1 + 26
    return "".join(parts), 42.0


def _samples() -> Iterator[tuple[str, str]]:
    yield "computed", marks.computed_line([(0, 0), (26, 0)]) + marks.dot(13, 0)
    yield "planned", marks.planned_line([(0, 0), (26, 0)]) + marks.planned_dot(13, 0)
    yield "bar", marks.bar(0, -6, 26, 12)
    yield "recorded", marks.diamond(13, 0)
    yield "range", marks.level_range(0, 2, 24)
    yield "baseline", marks.baseline_line((0, 0), (26, 0))
    yield "target", marks.target_line((0, 0), (26, 0))
