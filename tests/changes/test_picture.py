"""The view of a difference: what changed, its direct neighbours, and how much of it fits."""

from dataclasses import replace

import pytest

from eaframe.changes.difference import compare
from eaframe.changes.picture import changes_view
from eaframe.views import as_json

BEFORE = """\
elements:
  office: {type: business-actor, name: Office}
  portal: {type: application-component, name: Portal, serves: office}
  gone: {type: application-component, name: Gone, flows-to: portal, composed-of: old}
  old: {type: application-component, name: Old, serves: [portal, apart]}
  far: {type: node, name: Far, serves: [apart, office]}
  apart: {type: application-component, name: Apart}
"""
AFTER = """\
elements:
  office: {type: business-actor, name: Office}
  portal: {type: application-component, name: New name, serves: {to: office, name: Help}}
  new: {type: application-component, name: Old, aliases: old, serves: [portal, apart]}
  far: {type: node, name: Far, serves: [apart, office]}
  more: {type: node, name: More, serves: new}
  apart: {type: application-component, name: Apart}
"""


@pytest.fixture
def view(model_of):
    """The view of what changed between two files, and its marks."""

    def make(before: str = BEFORE, after: str = AFTER, language: str = "en", **options: int):
        first, second = model_of(before), model_of(after)
        return changes_view(compare(first, second), first, second, ("v1", "v2"), language, **options)

    return make


def test_what_changed_is_marked_and_the_neighbours_are_not(view):
    shown, marks = view()
    assert marks.nodes == {"gone": "removed", "more": "added", "new": "changed", "portal": "changed"}
    assert [node.id for node in shown.nodes if node.id not in marks.nodes] == ["office", "apart"]
    assert marks.edges == {
        "gone--composed-of--new": "removed",
        "gone--flows-to--portal": "removed",
        "more--serves--new": "added",
        "portal--serves--office": "changed",
    }


def test_lines_among_neighbours_tell_nothing_and_are_left_out(view):
    shown, marks = view()
    faded = [edge.id for edge in shown.edges if edge.id not in marks.edges]
    assert faded == ["new--serves--apart", "new--serves--portal"]
    assert shown.nested == ()


def test_it_says_what_was_compared_and_how_much_changed(view):
    shown, _ = view()
    assert (shown.title, shown.viewpoint_name) == ("What changed between v1 and v2", "Changes")
    assert shown.documentation == (
        "Elements: 1 added, 1 removed, 2 changed. Relationships: 1 added, 2 removed, 1 changed."
    )
    vietnamese, _ = view(language="vi")
    assert (vietnamese.title, vietnamese.viewpoint_name) == ("Thay đổi giữa v1 và v2", "Thay đổi")
    assert vietnamese.documentation.startswith("Phần tử: 1 thêm, 1 bỏ, 2 đổi.")


def test_a_box_says_what_changed_in_it(view):
    said = {node.id: node.documentation for node in view()[0].nodes}
    assert said["new"] == "Its id was old.\nChanged: aliases."
    assert said["portal"] == "Changed: name.vi."


def test_what_is_too_much_is_left_out_the_least_important_first(view):
    shown, marks = view(most=5)
    assert set(marks.nodes) == {"gone", "more", "new", "portal"}
    assert [node.id for node in shown.nodes if node.id not in marks.nodes] == ["office"]  # an end of a changed line
    assert shown.notes == ("1 more neighbours are left out.",)
    shown, marks = view(most=2)
    assert marks.nodes == {"gone": "removed", "more": "added"}
    assert shown.notes == ("2 more changed elements are left out.", "2 more neighbours are left out.")


def test_where_only_other_things_changed_the_picture_says_so(view):
    shown, marks = view(BEFORE, BEFORE + "views:\n  v: {name: V}\n")
    assert (shown.nodes, shown.edges, marks.nodes, marks.edges) == ((), (), {}, {})
    assert shown.documentation == "No element and no relationship changed."


def test_a_line_that_changed_between_elements_that_did_not_is_shown_with_its_ends(view):
    shown, marks = view(BEFORE, BEFORE.replace("[apart, office]", "[{to: apart, name: Now}, office]"))
    assert [node.id for node in shown.nodes] == ["apart", "far"]
    assert (marks.nodes, marks.edges) == ({}, {"far--serves--apart": "changed"})


def test_the_hash_tells_pictures_apart_that_differ_in_marks_alone(view):
    there, _ = view(BEFORE, BEFORE.replace("name: Far", "name: Farther"))
    back, _ = view(BEFORE.replace("name: Far", "name: Farther"), BEFORE.replace("name: Far", "name: Farther, tags: x"))
    same = replace(there, nodes=(), hash=""), replace(back, nodes=(), hash="")
    assert as_json(same[0]) == as_json(same[1])
    assert there.hash != back.hash
    assert view()[0] == view()[0]


def test_elements_of_unknown_types_are_not_drawn(view):
    shown, marks = view("elements:\n  a: {type: goal, name: A}\n", "elements:\n  a: {type: gaol, name: A}\n")
    assert (shown.nodes, marks.nodes) == ((), {})
