from eaframe.views import View

MODEL = """\
kinds:
  exchange:
    base: flows-to
    label: {vi: Trao đổi, en: Exchange}
    attributes: {protocol: {type: text, label: {vi: Giao thức, en: Protocol}}, unused: {type: text}}
elements:
  dept: {type: business-actor, name: Sở Y tế}
  b: {type: application-component, name: Đăng ký, owner: dept, documentation: Nhận đơn.}
  a: {type: application-component, name: Ba, owner: {unknown: {by: dept, until: 2027}}}
relationships:
  - {from: b, flows-to: a, kind: exchange, protocol: REST}
  - {from: a, flows-to: b, kind: exchange}
"""


def table(view: View) -> list[tuple[str, ...]]:
    assert view.table is not None
    top = (view.table.corner, *(head.label for head in view.table.columns))
    return [top, *((row.head.label, *(cell.text for cell in row.cells)) for row in view.table.rows)]


def test_a_catalogue_lists_elements_by_name_with_their_values(view_of):
    view = view_of(
        MODEL + "views: {v: {name: V, viewpoint: element-catalogue, include: {type: application-component}}}\n",
        "vi",
    )
    assert table(view) == [
        ("Tên", "Đơn vị chủ quản", "Mô tả"),
        ("Ba", "Chưa xác định", ""),
        ("Đăng ký", "Sở Y tế", "Nhận đơn."),
    ]


def test_a_list_of_flows_shows_what_any_of_them_says(view_of):
    view = view_of(MODEL + "views: {v: {name: V, viewpoint: interface-list}}\n", "en")
    assert table(view) == [("From", "To", "Protocol"), ("Ba", "Đăng ký", ""), ("Đăng ký", "Ba", "REST")]


def test_a_view_chooses_the_columns(view_of):
    view = view_of(
        MODEL + "views: {v: {name: V, viewpoint: element-catalogue, include: {id: b}, show: [id, layer]}}\n", "vi"
    )
    assert table(view) == [("Tên", "Mã", "Lớp"), ("Đăng ký", "b", "Ứng dụng")]


def test_beyond_its_limit_a_list_says_how_many_rows_are_left_out(view_of):
    view = view_of(MODEL + "views: {v: {name: V, viewpoint: interface-list, limit: 1}}\n", "en")
    assert len(table(view)) == 2
    assert view.notes == ("At most 1 relationships are shown; left out: 1.",)
