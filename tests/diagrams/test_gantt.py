"""A roadmap as a Mermaid Gantt chart: bars, sections and milestones, and no name that is anything but a name."""

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eaframe.diagrams.gantt import render_gantt
from eaframe.views.layout import LayoutError
from eaframe.views.text import plain
from eaframe.views.view import Timeline, TimelineBar, TimelineMark, ViewGroup


def roadmap(view, *bars: TimelineBar, marks: tuple[TimelineMark, ...] = ()):
    return replace(view, layout="roadmap", timeline=Timeline("2016-01-01", "2030-12-31", bars, marks))


def test_a_roadmap_is_written_whole(small_view):
    bars = (
        TimelineBar("citizen", "2016-07-01", "2020-12-31"),
        TimelineBar("submit", "2018-01-01", ""),
        TimelineBar("portal", "", "2025-02-28"),
        TimelineBar("all", "", ""),
    )
    marks = (TimelineMark("p", "Mục tiêu: 2030", "2030-01-01"), TimelineMark("", "Hôm nay", "2026-11-23"))
    assert (
        render_gantt(roadmap(small_view, *bars, marks=marks))
        == f"""\
gantt
  %% Thành phố #183; Phiên bản 0#46;2 #183; Mã nội dung {small_view.hash}
  title Cổng và người dân
  dateFormat YYYY-MM-DD
  axisFormat %Y
  inclusiveEndDates
  todayMarker off
  Mục tiêu#58; 2030 :milestone, m1, 2030-01-01, 0d
  Hôm nay :milestone, m2, 2026-11-23, 0d
  section Nghiệp vụ
  Người dân :b1, 2016-07-01, 2020-12-31
  Nộp hồ sơ (#43;2) :b2, 2018-01-01, 2030-12-31
  section Ứng dụng
  Cổng #34;1#34; :b3, 2016-01-01, 2025-02-28
  #160; :b4, 2016-01-01, 2030-12-31
"""
    )


@pytest.mark.parametrize("timeline", [None, Timeline("", "", (), ())])
def test_a_roadmap_without_a_date_is_refused(small_view, timeline):
    with pytest.raises(LayoutError) as refused:
        render_gantt(replace(small_view, timeline=timeline))
    assert str(refused.value) == "The view `v` has no date, so Mermaid cannot draw it."


TEXT = r"(?:[^\W_]|[ ,/()«»…]|(?<=[^\W\d_])[.-]|#\d+;)+"
KEYWORD = "gantt|section|title|dateformat|axisformat|tickinterval|excludes|includes|todaymarker|inclusiveenddates"
OTHERS = "topaxis|weekday|weekend|acctitle|accdescr|click|call|href|vert"
HEAD = ["  dateFormat YYYY-MM-DD", "  axisFormat %Y", "  inclusiveEndDates", "  todayMarker off"]


def assert_says(view) -> None:
    bars = tuple(TimelineBar(node.id, "2020-01-01", "") for node in view.nodes)
    groups = tuple(ViewGroup(node.id, node.name, (node.id,)) for node in view.nodes)
    shown = roadmap(replace(view, groups=groups), *bars, marks=(TimelineMark("", view.title, "2021-01-01"),))
    first, *lines = render_gantt(shown).splitlines()
    assert first == "gantt"
    assert re.fullmatch(f"  %% (?::|{TEXT})+", lines.pop(0))
    if view.title.strip():
        assert re.fullmatch(f"  title {TEXT}", lines.pop(0))
    assert lines[:4] == HEAD
    forms = [
        r"  ({0}) :milestone, m1, 2021-01-01, 0d",
        *[r"  section ({0})", r"  ({0}) :b\d, 2020-01-01, 2030-12-31"] * 3,
    ]
    assert len(lines) == 4 + len(forms)
    for form, line in zip(forms, lines[4:], strict=True):
        match = re.fullmatch(form.format(TEXT), line)
        assert match, line
        assert not re.match(f"(?:{KEYWORD}|{OTHERS})", match[1], re.IGNORECASE)
        read = re.sub(r"#(\d+);", lambda number: chr(int(number[1])), match[1])
        assert read.replace("\\\u2060n", "\\n").strip() in {plain(view.title), plain(view.nodes[0].label)}


def test_a_hostile_name_changes_no_structure(said, hostile):
    assert_says(said(hostile))


@given(text=st.text(max_size=30) | st.sampled_from(["Section x", "VERT", "clicks", "Title: x", "2020-01-01", "#x; :b"]))
def test_no_name_changes_any_structure(said, text):
    assert_says(said(text))
