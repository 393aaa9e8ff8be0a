"""The laws of a placed view (tools/picture_laws.py) hold of all that Hanoi publishes, and of every size and shape."""

from dataclasses import replace

import pytest
from made_views import OWNERS, box, grouped, hanoi, line, made, shapes, synthetic
from picture_laws import broken

from eaframe.views import View
from eaframe.views.layered import layered_layout
from eaframe.views.layout import PlacedView
from eaframe.views.sizes import sizes
from eaframe.views.view import ViewGroup


def placed(one: View) -> PlacedView:
    return layered_layout(one, sizes(one))


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("as_of", ["2026-11-23", "2017-06-30", "all"])
def test_every_view_of_hanoi_keeps_the_laws(as_of, language):
    found = {name: broken(placed(one)) for name, one in hanoi(as_of, language).items()}
    assert len(found) > 10
    assert {name: wrong for name, wrong in found.items() if wrong} == {}


@pytest.mark.parametrize("size", [5, 10, 20, 30, 60, 120, 200])
def test_landscapes_of_every_size_keep_the_laws(size):
    assert broken(placed(synthetic(size, 0))) == []


@pytest.mark.parametrize(("size", "owners"), [(20, 12), (40, 25), (60, 5), (120, 30)])
def test_landscapes_by_owner_keep_the_laws(size, owners):
    assert broken(placed(grouped(synthetic(size, 1), owners))) == []


def test_views_of_hanoi_by_owner_keep_the_laws():
    found = {name: broken(placed(grouped(one, 12))) for name, one in hanoi("2026-11-23", "vi").items()}
    assert {name: wrong for name, wrong in found.items() if wrong} == {}


@pytest.mark.parametrize("shape", shapes())
def test_hard_graphs_keep_the_laws(shape):
    assert broken(placed(shapes()[shape])) == []


def test_a_law_that_is_broken_is_told():
    one = placed(made([box(0), box(1, parent=0), box(2)], [line(1, 1, 2)]))
    moved = replace(one.nodes[0], rect=one.nodes[0].rect.moved(0, 300))
    assert "e001 is not inside e000" in broken(replace(one, nodes=(moved, *one.nodes[1:])))


def test_the_names_of_layers_are_turned_and_long_names_are_not():
    turned = placed(made([box(0), box(1, "technology")], []))
    assert {band.place for band in turned.bands} == {"turned"}
    members = [tuple(f"e{n:03}" for n in range(5 * part, 5 * part + 5)) for part in range(2)]
    groups = [
        ViewGroup(owner, f"{owner} và các đơn vị trực thuộc khác", ids)
        for owner, ids in zip(OWNERS, members, strict=False)
    ]
    long = placed(made([box(number) for number in range(10)], [], groups))
    assert {band.place for band in long.bands} == {"beside"}
    assert [band.shade for band in long.bands] == [0, 1]


def test_a_band_has_the_colour_of_its_layer():
    assert [band.layer for band in placed(made([box(0), box(1, "technology")], [])).bands] == [
        "application",
        "technology",
    ]


def test_a_group_without_a_name_has_no_band():
    assert placed(shapes()["no bands"]).bands == ()


def test_many_small_groups_stand_side_by_side_on_a_page():
    groups = [ViewGroup(f"o{n}", OWNERS[n % len(OWNERS)], (f"e{n:03}",)) for n in range(25)]
    one = placed(made([box(number) for number in range(25)], [], groups))
    assert {band.place for band in one.bands} == {"above"}
    assert 1.0 < one.width / one.height < 2.5
    assert [band.id for band in one.bands] == [group.id for group in groups]


def test_a_long_chain_runs_back_and_forth_from_neighbour_to_neighbour():
    one = placed(shapes()["a chain"])
    assert {len(edge.points) for edge in one.edges} == {2}
    assert 1.0 < one.width / (one.height + 200) < 2.5


def test_the_text_of_a_loop_stands_outside_of_it():
    one = placed(made([box(0)], [line(1, 0, 0, label="Tự gửi cho mình")]))
    edge = one.edges[0]
    assert edge.text
    heights = [y for _, y in edge.points]
    low, high = edge.text_at[1] - edge.text.height / 2, edge.text_at[1] + edge.text.height / 2
    assert high <= min(heights) + 1 or low >= max(heights) - 1  # rounded to px
