"""What pulled completeness down between two measurements, and by how much."""

from dataclasses import replace
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from eaframe.graph import Graph
from eaframe.measures.completeness import Asked, Measured, Sum, measure, total
from eaframe.measures.criteria import Yardstick
from eaframe.measures.fallen import Comparison, Pull, compare_completeness


def one(id_, *has, type_="node", owner="u"):
    """An element of which things of weight 1 are asked: there (+), missing (-) or tracked (?)."""
    words = {"+": "there", "-": "missing", "?": "tracked"}
    asked = tuple(Asked(f"k{number}", 1, words[sign]) for number, sign in enumerate("".join(has)))
    return Measured(id_, type_, "technology", ("known", owner), asked)


def pull(key, before, after, points, *, state="", lost=()):
    """A pull between two elements or sums of them."""
    sums = [side and total(side if isinstance(side, list) else [side]) for side in (before, after)]
    return Pull(key, *sums, Fraction(points), state, lost)


def test_nothing_changed_between_the_same():
    same = (one("a", "+-"), one("b", "++"))
    found = compare_completeness(same, same, {})
    assert found == Comparison(Sum(2, 4, 3, 1, 0), Sum(2, 4, 3, 1, 0))
    assert not found.fell


def test_what_is_lost_is_told_with_its_points():
    before, after = one("a", "++++"), one("a", "++-?")
    still = one("b", "++++", type_="device", owner="w")
    assert compare_completeness((before, still), (after, still), {}) == Comparison(
        Sum(2, 8, 8, 0, 0),
        Sum(2, 8, 6, 1, 1),
        (pull("node", before, after, -25),),
        (pull("u", before, after, -25, state="known"),),
        (pull("a", before, after, -25, lost=("k2", "k3")),),
    )


def test_something_new_and_half_empty_pulls_down_though_nothing_else_changed():
    still, new = one("a", "++"), one("b", "+-")
    found = compare_completeness((still,), (still, new), {})
    assert found.fell
    assert found.elements == (pull("b", None, new, -25, lost=("k1",)),)


def test_to_remove_something_complete_pulls_down():
    still, gone = one("a", "+-"), one("b", "++")
    found = compare_completeness((still, gone), (still,), {})
    assert found.fell
    assert found.elements == (pull("b", gone, None, -25),)


def test_what_is_missing_elsewhere_since_long_is_not_blamed():
    before = (one("a", "--"), one("b", "++"))
    after = (one("a", "--"), one("b", "+-"))
    assert [each.key for each in compare_completeness(before, after, {}).elements] == ["b"]


def test_an_element_with_another_id_is_the_same_element():
    assert compare_completeness((one("old", "+-"),), (one("new", "+-"),), {"old": "new"}).elements == ()


def test_where_nothing_was_asked_nothing_fell():
    found = compare_completeness((), (one("a", "-"),), {})
    assert (found.fell, found.elements) == (False, ())


measured = st.lists(
    st.tuples(st.sampled_from("abcdef"), st.text("+-?", max_size=6), st.sampled_from(["node", "device"])),
    unique_by=lambda each: each[0],
    max_size=6,
).map(lambda each: tuple(one(id_, has, type_=type_) for id_, has, type_ in each))


@given(before=measured, after=measured)
def test_whatever_fell_has_something_that_pulled_it_down(before, after):
    found = compare_completeness(before, after, {})
    for pulls in (found.kinds, found.owners, found.elements):
        assert bool(pulls) or not found.fell
        assert all(each.points < 0 for each in pulls)
        assert list(pulls) == sorted(pulls, key=lambda each: (each.points, each.key))
    if found.fell:
        was, is_ = found.before.share, found.after.share
        assert was is not None
        assert is_ is not None
        assert sum(each.points for each in found.elements) <= (is_ - was) * 100


def test_a_rename_in_a_model_is_no_fall(model_of):
    before = model_of("elements: {old: {type: node, name: N, documentation: D.}}")
    after = model_of("elements: {new: {type: node, name: N, documentation: D., aliases: old}}")
    sides = [measure(Graph(model), Yardstick(after)) for model in (before, after)]
    assert compare_completeness(*sides, {"old": "new"}) == Comparison(*map(total, sides))
    assert replace(sides[0][0], id="new") == sides[1][0]
