from eaframe.views import build_view, read_views, spans_time
from eaframe.views.view import Timeline, TimelineBar, TimelineMark

MODEL = """\
elements:
  base: {type: plateau, name: Hiện trạng, date: 2017-06-30}
  work: {type: work-package, name: Dự án, valid: {from: 2016-07, to: 2018}}
  portal: {type: application-component, name: Cổng, valid: {from: 2017}}
  launch: {type: implementation-event, name: Khai trương, valid: {from: 2017-05-01, to: 2017-05-01}}
  lost: {type: application-component, name: Không rõ}
views:
  v: {name: V, viewpoint: roadmap}
"""


def test_a_roadmap_has_a_bar_for_each_life_and_marks_for_plateaus_and_the_day(graph_of):
    graph = graph_of(MODEL)
    view = build_view(graph, read_views(graph.model)[0]["v"], "vi", day=20200229)
    assert view.timeline == Timeline(
        first="2016-01-01",
        last="2020-12-31",
        bars=(
            TimelineBar("portal", "2017-01-01", ""),
            TimelineBar("work", "2016-07-01", "2018-12-31"),
            TimelineBar("launch", "2017-05-01", "2017-05-01"),
        ),
        marks=(TimelineMark("base", "Hiện trạng", "2017-06-30"), TimelineMark("", "Ngày 29/02/2020", "2020-02-29")),
    )
    assert [group.nodes for group in view.groups] == [("portal",), ("work",), ("launch",)]
    assert view.notes == ("1 phần tử không có thời gian hiệu lực và không được vẽ.",)


def test_a_roadmap_says_the_same_on_every_day(graph_of):
    graph = graph_of(MODEL)
    definition = read_views(graph.model)[0]["v"]
    assert build_view(graph, definition, day=20180101).hash == build_view(graph, definition, day=20190101).hash


def test_a_roadmap_without_dates_is_empty(view_of):
    view = view_of("elements: {a: {type: node, name: A}}\nviews: {v: {name: V, viewpoint: roadmap}}\n")
    assert view.timeline == Timeline("", "", (), ())


def test_roadmaps_and_gap_matrices_look_at_all_times(graph_of):
    views = read_views(graph_of(MODEL + "  w: {name: W, viewpoint: gap-matrix}\n  x: {name: X}\n").model)[0]
    assert {id_: spans_time(one) for id_, one in views.items()} == {"v": True, "w": True, "x": False}
