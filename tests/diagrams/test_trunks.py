from eaframe.diagrams.trunks import cut, starts
from eaframe.views import ViewEdge
from eaframe.views.layout import PlacedEdge


def line(number: int, *points: tuple[float, float]) -> PlacedEdge:
    return PlacedEdge(ViewEdge(f"r{number}", "serving", "a", "b", "Serving"), points)


def test_a_branch_begins_shortly_before_it_leaves_the_trunk():
    edges = [line(1, (0, 0), (0, 50), (100, 50), (100, 90)), line(2, (0, 0), (0, 50), (200, 50), (200, 90))]
    assert starts(edges) == {"r1": 0.0, "r2": 136.0}


def test_lines_that_part_at_once_share_nothing():
    assert starts([line(1, (0, 0), (0, 50)), line(2, (5, 0), (5, 50))]) == {"r1": 0.0, "r2": 0.0}


def test_a_line_to_the_other_side_shares_the_stem():
    edges = [line(1, (0, 0), (0, 50), (100, 50)), line(2, (0, 0), (0, 50), (-100, 50))]
    assert starts(edges) == {"r1": 0.0, "r2": 36.0}


def test_a_line_is_cut_at_a_distance():
    assert cut([(0, 0), (0, 50), (100, 50)], 70) == [(20.0, 50.0), (100, 50)]
    assert cut([(0, 0), (0, 50)], 0) == [(0.0, 0.0), (0, 50)]
    assert cut([(0, 0), (0, 50), (9, 50)], 500) == [(0, 50), (9, 50)]
