from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eaframe.diagrams.pages.cutting import Length, Span, evened, spans


def test_what_fits_is_not_cut():
    assert spans(Length(0, 100), 100) == [Span(0, 100, 0, 100)]


def test_a_cut_goes_where_nothing_is_and_leaves_the_overlap_clear():
    length = Length(0, 150, keep=((0, 80), (120, 150)), overlap=5)
    assert spans(length, 121) == [Span(0, 120, 0, 115), Span(110, 150, 115, 150)]


def test_what_every_cut_meets_is_whole_in_the_next_span():
    length = Length(0, 160, keep=((50, 80), (70, 99), (90, 119)))
    assert spans(length, 100) == [Span(0, 99, 0, 99), Span(90, 160, 99, 160)]


def test_named_places_are_the_only_ones():
    length = Length(0, 100, keep=((20, 34),), at=(10, 30, 60, 90))
    assert [one.high for one in spans(length, 65)] == [60, 100]


def test_what_is_repeated_takes_room_from_all_but_the_first():
    assert [one.end - one.start for one in spans(Length(0, 170, repeated=30), 100)] == [100, 70]


def test_spans_are_about_as_long_as_one_another():
    found = evened(Length(0, 110), 100)
    assert [round(one.end - one.start) for one in found] == [55, 55]


def test_paper_without_room_is_refused():
    with pytest.raises(ValueError, match="too little room"):
        spans(Length(0, 100, repeated=30), 50)


INTERVALS = st.lists(
    st.tuples(st.floats(0, 1900), st.floats(1, 60)).map(lambda one: (one[0], one[0] + one[1])), max_size=80
)


@given(INTERVALS, st.floats(250, 700), st.sampled_from([0.0, 14.0]), st.sampled_from([0.0, 28.0]))
def test_everything_is_shown_and_each_thing_is_whole_somewhere(keep, room, overlap, repeated):
    length = Length(0, 2000, tuple(keep), overlap=overlap, repeated=repeated)
    for cut in (spans, evened):
        found = cut(length, room)
        assert (found[0].low, found[-1].high) == (0, 2000)
        assert all(one.high == other.low for one, other in pairwise(found))
        assert all(one.start <= one.low <= one.high <= one.end for one in found)
        assert all(one.end - one.start <= room - (repeated if index else 0) + 1e-6 for index, one in enumerate(found))
        for low, high in keep:
            assert any(one.start - 1e-6 <= low and high <= one.end + 1e-6 for one in found)
