STAR = """\
elements:
  hub: {type: application-component, name: Hub, serves: [a, b, c]}
  a: {type: application-component, name: A, serves: b}
  b: {type: application-component, name: B}
  c: {type: application-component, name: C}
  far: {type: application-component, name: Far}
"""


def test_beyond_its_limit_a_view_keeps_what_is_most_related_and_says_how_many_are_left_out(view_of):
    view = view_of(STAR + "views: {v: {name: V, limit: 3}}\n", "en")
    assert [node.id for node in view.nodes] == ["a", "b", "hub"]
    assert view.notes == ("At most 3 elements are shown; left out: 2.",)


def test_in_a_scope_the_nearest_are_kept(view_of):
    view = view_of(STAR + "views: {v: {name: V, limit: 2, scope: {id: c, depth: 2}}}\n", "vi")
    assert [node.id for node in view.nodes] == ["c", "hub"]
    assert view.notes == ("Khung nhìn vẽ nhiều nhất 2 phần tử; còn 2 không được vẽ.",)


def test_a_view_within_its_limit_says_nothing(view_of):
    assert view_of(STAR + "views: {v: {name: V, limit: 5}}\n").notes == ()
