from eaframe.views import View

SYSTEMS = """\
kinds:
  system:
    base: application-component
    label: {vi: Hệ thống, en: System}
    attributes:
      status: {type: enum, allowed: {planned: Dự kiến, live: Đang chạy, retired: Đã dừng}}
      unit: {type: reference, to: business-actor}
elements:
  dept: {type: business-actor, name: Sở Y tế}
  city: {type: business-actor, name: Đà Nẵng}
  a: {type: system, name: A, owner: dept, status: live, tags: [y-te], composed-of: d}
  b: {type: system, name: B, owner: city, status: planned, unit: dept}
  c: {type: system, name: C, status: {unknown: {by: dept, until: 2027}}}
  d: {type: system, name: D, owner: dept, status: retired}
"""


def groups(view: View) -> list[tuple[str, tuple[str, ...]]]:
    return [(group.label, group.nodes) for group in view.groups]


def by(view_of, what: str, kind: str = "system") -> list[tuple[str, tuple[str, ...]]]:
    return groups(view_of(SYSTEMS + f"views: {{v: {{name: V, group-by: {what}, include: {{type: {kind}}}}}}}\n", "vi"))


def test_groups_by_owner_stand_in_vietnamese_order_and_those_without_one_last(view_of):
    assert by(view_of, "owner") == [("Đà Nẵng", ("b",)), ("Sở Y tế", ("a", "d")), ("Chưa có dữ liệu", ("c",))]


def test_groups_by_an_enum_stand_as_it_is_declared_and_in_its_words(view_of):
    assert by(view_of, "status") == [
        ("Dự kiến", ("b",)),
        ("Đang chạy", ("a",)),
        ("Đã dừng", ("d",)),
        ("Chưa có dữ liệu", ("c",)),
    ]


def test_groups_by_a_reference_are_called_after_what_it_refers_to(view_of):
    assert by(view_of, "unit") == [("Sở Y tế", ("b",)), ("Chưa có dữ liệu", ("a", "c", "d"))]


def test_groups_by_type_stand_in_the_order_of_the_standard(view_of):
    assert by(view_of, "type", "[system, business-actor]") == [
        ("Tác nhân nghiệp vụ", ("city", "dept")),
        ("Hệ thống", ("a", "b", "c", "d")),
    ]


def test_groups_by_tag(view_of):
    assert by(view_of, "tag") == [("y-te", ("a",)), ("Chưa có dữ liệu", ("b", "c", "d"))]


def test_a_whole_stands_with_its_parts_in_groups_by_composition(view_of):
    assert by(view_of, "composition") == [("A", ("a", "d")), ("Không thuộc nhóm nào", ("b", "c"))]


def test_one_group_without_a_name_is_no_grouping(view_of):
    assert by(view_of, "none") == [("", ("a", "b", "c", "d"))]


def test_groups_are_bands_of_no_layer_unless_they_are_layers(view_of):
    owners = view_of(SYSTEMS + "views: {v: {name: V, group-by: owner, include: {type: system}}}\n")
    layers = view_of(SYSTEMS + "views: {v: {name: V, include: {type: system}}}\n")
    assert {group.layer for group in owners.groups} == {"other"}
    assert {group.layer for group in layers.groups} == {"application"}


def test_two_owners_of_one_name_are_two_groups(view_of):
    model = """\
elements:
  one: {type: business-actor, name: Sở}
  two: {type: business-actor, name: Sở}
  a: {type: application-component, name: A, owner: two}
  b: {type: application-component, name: B, owner: one}
views: {v: {name: V, group-by: owner, include: {type: application-component}}}
"""
    assert groups(view_of(model)) == [("Sở", ("b",)), ("Sở", ("a",))]


def test_no_value_and_no_id_is_taken_for_that_of_another_group(view_of):
    model = """\
elements:
  none: {type: application-component, name: None, tags: [no-data], composed-of: part}
  part: {type: application-component, name: Part}
  other: {type: application-component, name: Other}
views: {v: {name: V, group-by: WHAT}}
"""
    for what in ("tag", "composition"):
        found = view_of(model.replace("WHAT", what)).groups
        assert len({group.id for group in found}) == len(found) == 2
        assert sorted(id_ for group in found for id_ in group.nodes) == ["none", "other", "part"]


def test_wholes_in_a_circle_are_one_group(view_of):
    model = """\
elements:
  a: {type: application-component, name: A, aggregates: b}
  b: {type: application-component, name: B, aggregates: a}
views: {v: {name: V, group-by: composition}}
"""
    assert groups(view_of(model)) == [("A", ("a", "b"))]
