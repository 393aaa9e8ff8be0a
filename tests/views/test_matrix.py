from eaframe.views import View
from eaframe.views.view import TableCell, TableHead

MODEL = """\
kinds:
  exchange: {base: flows-to, label: {vi: Trao đổi, en: Exchange}, attributes: {protocol: {type: text}}}
elements:
  portal:
    type: application-component
    name: Cổng
    accesses: [{to: dossier, mode: write}, {to: dossier, id: reads, mode: read}]
  archive: {type: application-component, name: Kho, assigned-to: storing}
  storing: {type: application-function, name: Lưu, accesses: {to: dossier, mode: read}}
  idle: {type: application-component, name: Không dùng}
  dossier: {type: data-object, name: Hồ sơ}
relationships:
  - {from: portal, flows-to: archive, kind: exchange, protocol: REST, name: Hồ sơ}
  - {from: portal, flows-to: archive, kind: exchange, id: second, protocol: SOAP}
"""
HEAD = "views: {v: {name: V, viewpoint: any-matrix, rows: {type: application-component}, "


def cells(view: View) -> dict[str, tuple[str, ...]]:
    assert view.table is not None
    return {row.head.id: tuple(cell.text for cell in row.cells) for row in view.table.rows}


def matrix(view_of, columns: str, cell: str, language: str = "vi") -> View:
    return view_of(MODEL + HEAD + f"columns: {{type: {columns}}}, cell: {{{cell}}}}}}}\n", language)


def test_access_is_said_in_letters_and_what_follows_from_functions_in_brackets(view_of):
    view = matrix(view_of, "data-object", "via: accesses, show: crud, derived: true", "en")
    assert cells(view) == {"portal": ("RW",), "archive": ("(R)",), "idle": ("",)}
    assert view.table is not None
    assert view.table.key == (
        ("R", "Read"),
        ("W", "Write (create, update or delete is not said)"),
        ("( )", "Follows from other relationships"),
    )


def test_a_cell_tells_the_relationships_behind_it(view_of):
    view = matrix(view_of, "data-object", "via: accesses, show: crud")
    assert view.table is not None
    assert view.table.rows[0].cells[0] == TableCell("RW", "Cổng - Truy cập - Hồ sơ\nCổng - Truy cập - Hồ sơ")


def test_flows_are_counted_named_or_told_by_an_attribute(view_of):
    found = {
        show: cells(matrix(view_of, "application-component", f"via: flows-to, show: {show}"))["portal"]
        for show in ("mark", "count", "name", "verb", "protocol")
    }
    assert found == {
        "mark": ("", "●", ""),
        "count": ("", "2", ""),
        "name": ("", "Hồ sơ, Trao đổi", ""),
        "verb": ("", "Trao đổi", ""),
        "protocol": ("", "REST, SOAP", ""),
    }


def test_an_inverse_verb_reads_from_the_row(view_of):
    assert cells(matrix(view_of, "application-component", "via: flows-from"))["archive"] == ("●", "", "")


def test_rows_and_columns_are_elements_in_the_order_of_names(view_of):
    view = matrix(view_of, "data-object", "via: accesses")
    assert view.table is not None
    assert [row.head for row in view.table.rows] == [
        TableHead("portal", "Cổng", "Thành phần ứng dụng", "application"),
        TableHead("archive", "Kho", "Thành phần ứng dụng", "application"),
        TableHead("idle", "Không dùng", "Thành phần ứng dụng", "application"),
    ]
    assert view.table.columns == (TableHead("dossier", "Hồ sơ", "Đối tượng dữ liệu", "application"),)


def test_beyond_its_limit_a_matrix_keeps_the_rows_that_say_most(view_of):
    view = view_of(
        MODEL + HEAD + "columns: {type: data-object}, cell: {via: accesses}, limit: 1}}\n",
        "en",
    )
    assert list(cells(view)) == ["portal"]
    assert view.notes == ("At most 1 rows are shown; left out: 2.",)
