"""Laws of tables, roadmaps and maps: text fits its room, nothing lies on anything, all lies in the picture."""

from __future__ import annotations

import importlib.util
from dataclasses import replace
from itertools import combinations
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from eaframe.views.cuts import gaps
from eaframe.views.flags import Flag, raise_flags
from eaframe.views.layout import LARGEST, Cuts, LayoutError, Rect
from eaframe.views.map_layout import map_layout
from eaframe.views.place import LARGEST_TABLE, place
from eaframe.views.placed_text import set_text
from eaframe.views.sizes import ABOVE, BELOW, BETWEEN, ICON, NAME_LINE, NAME_SIZE, PADDING
from eaframe.views.text import width
from eaframe.views.time_axis import axis_of, ticks_of
from eaframe.views.view import ViewGroup

if TYPE_CHECKING:
    from eaframe.views.layout import PlacedView
    from eaframe.views.placed_roadmap import PlacedRoadmap
    from eaframe.views.placed_table import PlacedTable
    from eaframe.views.placed_text import PlacedText

_spec = importlib.util.spec_from_file_location("grids", Path(__file__).with_name("grids.py"))
grids = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(grids)

NAMES = st.one_of(st.sampled_from(grids.LONG), st.text(min_size=1, max_size=60), st.just("a" * 80))
DAYS = st.dates().map(lambda day: day.replace(year=2023 + day.year % 6).isoformat())
SLACK = 0.05


def covers(outer: Rect, inner: Rect) -> bool:
    return (
        outer.x <= inner.x + SLACK
        and outer.y <= inner.y + SLACK
        and inner.right <= outer.right + SLACK
        and inner.bottom <= outer.bottom + SLACK
    )


def meet(one: Rect, other: Rect) -> bool:
    return (
        one.x + SLACK < other.right
        and other.x + SLACK < one.right
        and one.y + SLACK < other.bottom
        and other.y + SLACK < one.bottom
    )


def fits(text: PlacedText, room: Rect) -> bool:
    """Every line has room in that of its text, and that lies in ``room``."""
    across = text.rect.height if text.turned else text.rect.width
    lines = [width(line, text.block.size, text.block.weight) for line in text.block.lines]
    return all(line <= across + SLACK for line in lines) and (not lines or covers(room, text.rect))


def check_table(placed: PlacedTable) -> None:
    whole = Rect(0, 0, placed.width, placed.height)
    heads = [placed.corner, *placed.columns, *(row.head for row in placed.rows)]
    for head in heads:
        assert all(fits(text, head.rect) for text in head.texts)
        assert head.chip is None or covers(head.rect, head.chip)
        assert not any(meet(one.rect, other.rect) for one, other in combinations(head.texts, 2))
        assert not any(head.chip and meet(text.rect, head.chip) for text in head.texts)
    cells = [cell for row in placed.rows for cell in row.cells]
    assert all(fits(cell.text, cell.rect) for cell in cells)
    assert all(fits(section.text, section.rect) for section in placed.sections)
    rects = [one.rect for one in (*heads, *cells, *placed.sections)]
    assert all(covers(whole, rect) for rect in rects)
    assert not any(meet(one, other) for one, other in combinations(rects, 2))
    assert sum(rect.width * rect.height for rect in rects) == pytest.approx(placed.width * placed.height)


@settings(max_examples=60, deadline=None)
@given(st.lists(NAMES, min_size=1, max_size=5), st.lists(NAMES, min_size=1, max_size=4), st.integers(1, 14))
def test_the_texts_of_a_matrix_fit_their_cells_which_tile_the_picture(names, texts, columns):
    check_table(place(grids.table(names, texts, columns=columns, is_matrix=True)))


@settings(max_examples=60, deadline=None)
@given(st.lists(NAMES, min_size=1, max_size=5), st.lists(NAMES, min_size=1, max_size=4), st.integers(0, 9))
def test_the_texts_of_a_list_fit_their_cells_which_tile_the_picture(names, texts, columns):
    check_table(place(grids.table(names, texts, columns=columns, is_matrix=False)))


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.tuples(NAMES, st.one_of(st.just(""), DAYS), st.one_of(st.just(""), DAYS)), min_size=1, max_size=9),
    st.lists(st.tuples(NAMES, DAYS), max_size=5),
)
def test_bars_and_labels_of_a_roadmap_lie_apart_and_in_their_lanes(bars, marks):
    placed = place(grids.roadmap(bars, marks))
    whole = Rect(0, 0, placed.width, placed.height)
    lanes = {id_: lane for lane in placed.lanes for id_ in _members(placed, lane.id)}
    taken = []
    for bar in placed.bars:
        lane = lanes[bar.node.id].rect
        assert fits(bar.text, bar.rect if bar.is_inside else lane)
        assert covers(lane, bar.rect)
        taken += [bar.rect] if bar.is_inside else [bar.rect, bar.text.rect]
    labels = [lane.text.rect for lane in placed.lanes]
    assert all(fits(lane.text, lane.rect) for lane in placed.lanes)
    flags = [mark.text.rect for mark in placed.marks]
    assert all(fits(mark.text, whole) for mark in placed.marks)
    rects = [*taken, *labels, *flags, placed.axis]
    assert all(covers(whole, rect) for rect in rects)
    assert not any(meet(one, other) for one, other in combinations(rects, 2))
    for mark in placed.marks:
        line = Rect(mark.x - 0.5, mark.text.rect.y, 1.0, placed.axis.y - mark.text.rect.y)
        assert not any(meet(line, flag) for flag in flags)


def _members(placed: PlacedRoadmap, id_: str) -> tuple[str, ...]:
    return next(group.nodes for group in placed.view.groups if group.id == id_)


TREES = st.lists(st.tuples(NAMES, st.integers(-1, 30)), min_size=1, max_size=30)


@settings(max_examples=60, deadline=None)
@given(TREES, st.booleans())
def test_boxes_of_a_map_lie_in_one_another_and_never_on_one_another(tree, grouped):
    nodes = [
        grids.node(f"n{index}", name, f"n{index - 1 - over}" if 0 <= over < index else "")
        for index, (name, over) in enumerate(tree)
    ]
    top = [one.id for one in nodes if not one.parent]
    groups = (ViewGroup("a", grids.LONG[1], tuple(top[::2])), ViewGroup("b", "B", tuple(top[1::2])))
    placed = place(grids.view("map", nodes=tuple(nodes), groups=groups if grouped else ()))
    check_map(placed)
    assert [one.node.name for one in sorted(placed.nodes, key=lambda one: int(one.node.id[1:]))] == [
        name for name, _ in tree
    ]


def check_map(placed: PlacedView) -> None:
    whole = Rect(0, 0, placed.width, placed.height)
    boxes = {one.node.id: one for one in placed.nodes}
    inside: dict[str, list[Rect]] = {}
    for one in placed.nodes:
        parent = boxes.get(one.node.parent)
        inside.setdefault(one.node.parent, []).append(one.rect)
        assert covers(parent.rect if parent else whole, one.rect)
        assert parent is None or one.rect.y >= parent.rect.y + parent.size.height - SLACK  # under its heading
        room = one.rect.width - 2 * PADDING - ICON
        assert all(width(line, NAME_SIZE, "semibold" if one.is_container else "regular") <= room
                   for line in one.size.lines)  # fmt: skip
        if not one.is_container:
            assert ABOVE + BETWEEN + len(one.size.lines) * NAME_LINE + BELOW <= one.rect.height + SLACK
    for rects in inside.values():
        assert not any(meet(one, other) for one, other in combinations(rects, 2))
    assert len({round(one.rect.height, 3) for one in placed.nodes if not one.is_container}) <= 1
    for area in placed.areas:
        assert fits(area.text, area.rect)
        tops = [boxes[id_].rect for id_ in next(one.nodes for one in placed.view.groups if one.id == area.id)]
        assert all(covers(area.rect, rect) and not meet(area.text.rect, rect) for rect in tops)


@pytest.mark.parametrize("leaves", [5, 40, 120, 300])
def test_a_map_has_about_the_proportions_of_a_page(leaves):
    nodes = [grids.node(f"n{number}") for number in range(leaves)]
    wholes = [grids.node(f"w{number}") for number in range(leaves // 7 + 1)]
    nested = [replace(one, parent=f"w{number // 7}") for number, one in enumerate(nodes)]
    for view in (grids.view("map", nodes=tuple(nodes)), grids.view("map", nodes=(*wholes, *nested))):
        placed = place(view)
        assert 1.0 <= placed.width / placed.height <= 2.6
        check_map(placed)


def test_a_tiny_map_is_placed_box_by_box():
    nodes = (grids.node("a"), grids.node("b", parent="a"), grids.node("c", parent="a", colour="heat-1"))
    placed = map_layout(grids.view("map", nodes=nodes))
    assert [(one.node.id, one.node.colour, one.rect, one.is_container) for one in placed.nodes] == [
        ("a", "ground", Rect(0, 0, 164, 141.5), True),
        ("b", "", Rect(10, 31.5, 144, 46), False),
        ("c", "heat-1", Rect(10, 85.5, 144, 46), False),
    ]


def test_siblings_of_a_map_stand_in_the_order_of_their_numbers():
    nodes = tuple(grids.node(id_) for id_ in ("hts-1", "hts-10", "hts-2", "anm-1"))
    placed = map_layout(grids.view("map", nodes=nodes))
    boxes = sorted(placed.nodes, key=lambda one: (one.rect.y, one.rect.x))
    assert [one.node.id for one in boxes] == ["anm-1", "hts-1", "hts-2", "hts-10"]


def test_the_tab_of_a_grouping_in_a_map_has_room_for_its_kind():
    grouping = replace(grids.node("a"), type="grouping", kind="province-component", label="Thành phần cấp tỉnh")
    (placed,) = map_layout(grids.view("map", nodes=(grouping,))).nodes
    assert placed.size.caption == ("«Thành phần cấp tỉnh»",)


def rounded(rect: Rect) -> tuple[float, ...]:
    return tuple(round(value, 1) + 0.0 for value in (rect.x, rect.y, rect.width, rect.height))


def test_a_tiny_matrix_is_placed_cell_by_cell():
    placed = place(grids.table(["A", "B"], ["x", ""], columns=2, is_matrix=True))
    assert [rounded(head.rect) for head in placed.columns] == [(38.9, 0.0, 112.0, 24.1), (150.9, 0.0, 112.0, 24.1)]
    assert [rounded(row.rect) for row in placed.rows] == [(0.0, 24.1, 262.9, 35.6), (0.0, 59.7, 262.9, 35.6)]
    assert [rounded(cell.text.rect) for cell in placed.rows[0].cells] == [
        (91.3, 34.8, 7.2, 14.1),
        (206.9, 41.9, 0.0, 0.0),
    ]


def test_a_tiny_list_is_placed_cell_by_cell():
    placed = place(grids.table(["A", "B"], ["x", "long " * 40], columns=1, is_matrix=False))
    assert [rounded(head.rect) for head in (placed.corner, *placed.columns)] == [
        (0.0, 0.0, 95.0, 24.1),
        (95.0, 0.0, 436.0, 24.1),
    ]
    assert [rounded(row.cells[0].text.rect) for row in placed.rows] == [
        (103.0, 29.1, 6.1, 13.4),
        (103.0, 64.7, 405.2, 40.3),
    ]
    assert len(placed.rows[1].cells[0].text.block.lines) == 3


def test_a_tiny_roadmap_is_placed_bar_by_bar():
    placed = place(grids.roadmap([("A", "2024-01-01", ""), ("B", "2026-01-01", "2026-01-31")], [("M", "2026-01-01")]))
    assert rounded(placed.axis) == (157.8, 29.4, 1150.0, 40.0)
    assert [(lane.id, rounded(lane.rect)) for lane in placed.lanes] == [
        ("odd", (0.0, 69.4, 1307.8, 42.0)),
        ("even", (0.0, 111.4, 1307.8, 76.9)),
    ]
    assert [(bar.node.name, rounded(bar.rect), rounded(bar.text.rect)) for bar in placed.bars] == [
        ("B", (733.2, 78.4, 22.4, 24.0), (761.6, 83.4, 7.9, 14.1)),
        ("A", (157.8, 120.4, 1150.0, 24.0), (729.0, 125.4, 7.7, 14.1)),
    ]
    assert [(round(mark.x, 1), rounded(mark.text.rect)) for mark in placed.marks] == [(733.2, (741.2, 0.0, 11.4, 13.4))]


def test_a_list_is_as_wide_as_a_page_and_long_texts_get_most_of_it():
    placed = place(grids.table(grids.LONG, [grids.LONG[1] * 4, "REST", grids.LONG[0]] * 2, columns=6, is_matrix=False))
    assert placed.width == pytest.approx(1500, abs=1)


def test_where_nothing_stands_lies_between_what_is_taken():
    assert gaps([(0, 2), (1, 3), (5, 6), (10, 11)]) == (4, 8)
    assert gaps([]) == ()


def test_a_mark_whose_label_reaches_over_another_stands_higher():
    flags = [
        Flag(0.0, set_text("long name", 500, 10)),
        Flag(20.0, set_text("x", 500, 10)),
        Flag(90.0, set_text("y", 500, 10)),
    ]
    placed, bottom = raise_flags(flags, 0.0)
    assert placed[0].rect.bottom <= placed[1].rect.y
    assert placed[1].rect.y == placed[2].rect.y
    assert bottom == pytest.approx(placed[1].rect.bottom + 4)


@pytest.mark.parametrize(
    ("first", "last", "names"),
    [
        ("2026-01-01", "2026-03-31", ["2026", "T1", "T2", "T3"]),
        ("2023-02-10", "2026-12-31", [*("2023", "2024", "2025", "2026"), *("Quý 1", "Quý 2", "Quý 3", "Quý 4") * 4]),
        ("2000-01-01", "2019-12-31", [str(year) for year in range(2000, 2020)]),
        ("1900-01-01", "2099-12-31", [str(year) for year in range(1900, 2100, 10)]),
    ],
)
def test_an_axis_is_divided_as_finely_as_its_names_have_room(first, last, names):
    ticks = ticks_of(axis_of(first, last, 0.0), 0.0, "vi")
    assert [tick.text.block.lines[0] for tick in ticks if tick.text] == names


def test_a_day_has_the_width_of_a_day_and_what_lies_outside_ends_the_axis():
    axis = axis_of("2026-01-01", "2026-12-31", 100.0)
    assert axis.right == pytest.approx(1250.0)
    assert axis.start(axis.first + 73) == pytest.approx(100 + 1150 / 5)
    assert (axis.start(axis.first - 9), axis.start(axis.last + 99)) == (100.0, axis.right)


def test_bars_that_do_not_meet_share_a_row_and_those_that_do_not_stand_in_order_of_their_start():
    placed = place(grids.roadmap([("B", "2025-01-01", ""), ("", "", ""), ("A", "2024-02-01", "2024-12-31"),
                                  ("", "", ""), ("C", "2024-06-01", "2025-06-01")]))  # fmt: skip
    y = {bar.node.name: bar.rect.y for bar in placed.bars}
    assert y["A"] < y["C"]
    assert y["A"] == y["B"]


def test_a_single_day_is_a_diamond_around_it():
    placed = place(grids.roadmap([("Opening", "2026-07-01", "2026-07-01")]))
    bar = placed.bars[0]
    assert bar.is_point
    assert bar.rect.width == bar.rect.height
    axis = axis_of("2024-01-01", "2027-12-31", placed.axis.x)
    assert bar.rect.middle == pytest.approx(axis.start(axis.first + 912.5), abs=axis.day)


def test_rows_stand_under_their_groups_where_each_group_is_together():
    one = grids.table(["A", "B", "C"], ["x"], columns=1, is_matrix=True)
    groups = (ViewGroup("g", "First", ("r0", "r1")), ViewGroup("h", "Second", ("r2",)))
    placed = place(replace(one, groups=groups))
    assert [section.text.block.lines for section in placed.sections] == [("First",), ("Second",)]
    assert placed.sections[1].rect.bottom == placed.rows[2].rect.y
    check_table(placed)
    apart = (ViewGroup("g", "First", ("r0", "r2")), ViewGroup("h", "Second", ("r1",)))
    assert place(replace(one, groups=apart)).sections == ()


def test_captions_are_shown_where_they_tell_heads_apart():
    texts = [len(row.head.texts) for row in place(grids.table(["A", "B"], ["x"], columns=1, is_matrix=False)).rows]
    same = [len(row.head.texts) for row in place(grids.table(["A", "A"], ["x"], columns=1, is_matrix=False)).rows]
    assert (texts, same) == ([2, 2], [1, 1])


@pytest.mark.parametrize(("layout", "language", "sentence"), [
    ("matrix", "vi", "Bảng này không có dòng nào."),
    ("list", "en", "This table has no rows."),
    ("roadmap", "vi", "Lộ trình này chưa có mốc thời gian nào."),
])  # fmt: skip
def test_an_empty_picture_is_a_sentence(layout, language, sentence):
    placed = place(grids.view(layout, language=language))
    assert placed.sentence.block.lines == (sentence,)
    assert (placed.width, placed.height) == (placed.sentence.rect.width, placed.sentence.rect.height)


def test_a_matrix_without_columns_says_so():
    assert place(grids.table(["A"], ["x"], columns=0, is_matrix=True)).sentence.block.lines == (
        "This matrix has no columns.",
    )


def test_a_table_is_cut_between_rows_and_columns_and_repeats_its_heads():
    placed = place(grids.table(["A", "B", "C"], ["x"], columns=2, is_matrix=True))
    assert placed.cuts == Cuts(
        (placed.columns[1].rect.x,),
        (placed.rows[1].rect.y, placed.rows[2].rect.y),
        (0.0, placed.corner.rect.width),
        (0.0, placed.corner.rect.height),
    )


def test_no_cut_of_a_roadmap_goes_through_a_text():
    placed = place(grids.roadmap([(name, "2025-03-01", "2025-04-01") for name in grids.LONG], [("Now", "2025-02-11")]))
    texts = [bar.text.rect for bar in placed.bars] + [lane.text.rect for lane in placed.lanes]
    assert placed.cuts.ys
    assert placed.cuts.xs
    assert not any(rect.y < y < rect.bottom for rect in texts for y in placed.cuts.ys)
    assert not any(rect.x < x < rect.right for rect in texts for x in placed.cuts.xs)


def test_what_nobody_could_read_is_refused_at_once():
    wide = grids.table(["A"] * 201, ["x"], columns=200, is_matrix=True)
    with pytest.raises(LayoutError, match=f"The view `v` has 40200 cells, over {LARGEST_TABLE}: show fewer elements"):
        place(wide)
    many = tuple(grids.node(f"n{number}") for number in range(LARGEST + 1))
    with pytest.raises(LayoutError, match="The view `v` has 1201 boxes and lines"):
        place(grids.view("map", nodes=many))
