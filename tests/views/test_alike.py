"""A picture stays as it was when one leaf is added or renamed: people find their way by where things were.

The issue asks for 90 % of the nodes in their row and order. It cannot be had in each and every case: where a page is
full, a leaf more takes a row more, and whoever stood at the border moves. So the cases are counted.
"""

from dataclasses import replace
from statistics import fmean, median

import pytest
from alike import Kept, Order, changed, kept, order_of, renamed, with_leaf
from made_views import box, hanoi, line, made, synthetic

ENOUGH = 0.9
LEAST = 0.85  # of any view: the landscape by owner, where a card that outgrows its row moves its neighbours


def test_a_leaf_more_or_renamed_leaves_nearly_all_of_hanoi_in_its_place():
    found = {name: list(changed(one, 20)) for name, one in hanoi("2026-11-23", "vi").items()}
    assert len(found) > 10
    medians = {name: median(case.least for case in cases) for name, cases in found.items()}
    assert {name: one for name, one in medians.items() if one < LEAST} == {}
    assert median(medians.values()) >= ENOUGH
    check([case for cases in found.values() for case in cases], share=0.9)


def test_a_leaf_more_or_renamed_leaves_nearly_all_of_a_landscape_in_its_place():
    check([case for size in (30, 60, 100, 200) for case in changed(synthetic(size, 0), 9)], share=0.97)


def check(cases: list[Kept], share: float) -> None:
    assert fmean(case.row for case in cases) >= 0.96
    assert fmean(case.order for case in cases) >= 0.97
    assert fmean(case.least >= ENOUGH for case in cases) >= share


@pytest.mark.parametrize("name", hanoi("2026-11-23", "vi"))
def test_another_name_moves_nothing(name):
    one = hanoi("2026-11-23", "vi")[name]
    before = order_of(one)
    for chosen in one.nodes[::9]:
        longer = replace(chosen, name=f"{chosen.name} của Thành phố Hà Nội và các đơn vị trực thuộc")
        after = order_of(replace(one, nodes=tuple(longer if node is chosen else node for node in one.nodes)))
        assert kept(before, after) == Kept(1.0, 1.0, 1.0), chosen.id


def test_a_leaf_moves_nothing_of_what_hangs_together():
    one = synthetic(60, 0)
    before = order_of(one)
    ends = [end for edge in one.edges for end in (edge.source, edge.target)]
    hub = max(sorted(set(ends)), key=ends.count)
    after = order_of(with_leaf(one, hub, "aa", "serving", outwards=True))
    assert kept(before, after).least >= 0.96


def test_another_id_of_a_leaf_moves_little():
    one = made([box(0), *(box(n) for n in range(1, 7))], [line(n, 0, n, "serving") for n in range(1, 7)])
    found = kept(order_of(one), order_of(renamed(one, "e006", "a")), ("e006", "a"))
    assert found.row >= 5 / 7


def test_what_moves_is_counted():
    before = Order({"a": 0, "b": 0, "c": 1, "d": 1}, {"a": 0.0, "b": 1.0, "c": 0.0, "d": 1.0})
    assert kept(before, Order({"a": 1, "b": 1, "c": 2, "d": 2, "e": 0}, before.x | {"e": 0.0})) == Kept(1.0, 1.0, 0.0)
    assert kept(before, Order({"a": 0, "b": 1, "c": 1, "d": 1}, before.x)) == Kept(0.75, 1.0, 0.75)
    assert kept(before, Order(before.rows, {"a": 1.0, "b": 0.0, "c": 0.0, "d": 1.0})) == Kept(1.0, 0.5, 1.0)
