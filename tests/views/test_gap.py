from eaframe.views import View, build_view, read_views

MODEL = """\
elements:
  before: {type: plateau, name: Trước, date: 2017, aggregates: [kept, old, dropped, ended, living, merged-a, merged-b]}
  middle: {type: plateau, name: Giữa, date: 2020}
  after: {type: plateau, name: Sau, date: 2026, aggregates: [kept, new, fresh, merged]}
  kept: {type: application-component, name: Kept}
  old: {type: application-component, name: Old, replaced-by: step}
  step: {type: application-component, name: Step, replaced-by: new}
  new: {type: application-component, name: New}
  dropped: {type: application-component, name: Dropped}
  ended: {type: application-component, name: Ended, valid: {from: 2010, to: 2024}}
  living: {type: application-component, name: Living, valid: {from: 2010}}
  fresh: {type: application-component, name: Fresh}
  merged-a: {type: application-component, name: MergedA, replaced-by: merged}
  merged-b: {type: application-component, name: MergedB, replaced-by: merged}
  merged: {type: application-component, name: Merged}
views:
  v: {name: V, viewpoint: gap-matrix}
  w: {name: W, viewpoint: gap-matrix, from: after, to: before}
"""


def rows(view: View) -> dict[str, tuple[str, ...]]:
    assert view.table is not None
    return {row.head.id or row.head.label: tuple(cell.text for cell in row.cells) for row in view.table.rows}


def test_a_gap_matrix_tells_what_is_kept_replaced_gone_and_new(view_of):
    view = view_of(MODEL, "en")
    assert view.table is not None
    assert view.table.corner == "Trước (rows) by Sau (columns)"
    assert [head.id or head.label for head in view.table.columns] == [
        "fresh",
        "kept",
        "merged",
        "new",
        "Eliminated, or not named in the target",
    ]
    assert rows(view) == {
        "dropped": ("", "", "", "", "○"),
        "ended": ("", "", "", "", "✕"),
        "kept": ("", "●", "", "", ""),
        "living": ("", "", "", "", "○"),
        "merged-a": ("", "", "→", "", ""),
        "merged-b": ("", "", "→", "", ""),
        "old": ("", "", "", "→", ""),
        "New in the target": ("+", "", "", "", ""),
    }


def test_the_plateaus_can_be_named(graph_of):
    graph = graph_of(MODEL)
    view = build_view(graph, read_views(graph.model)[0]["w"])
    assert view.table is not None
    assert view.table.corner == "Sau (rows) by Trước (columns)"


def test_without_two_plateaus_there_is_nothing_to_compare(view_of):
    view = view_of("elements: {a: {type: goal, name: A}}\nviews: {v: {name: V, viewpoint: gap-matrix}}\n")
    assert view.table is not None
    assert view.table.rows == ()


def test_one_plateau_is_not_compared_with_itself(view_of):
    model = MODEL.replace("v: {name: V, viewpoint: gap-matrix}", "v: {name: V, viewpoint: gap-matrix, from: after}")
    view = view_of(model)
    assert view.table is not None
    assert view.table.corner == "Sau (rows) by Giữa (columns)"


def test_an_unknown_plateau_is_a_finding_and_no_crash(graph_of):
    graph = graph_of(MODEL.replace("from: after", "from: nothing"))
    definitions, findings = read_views(graph.model)
    assert [finding.code for finding in findings] == ["SEL001"]
    assert build_view(graph, definitions["w"]).notes == ("The model has no two plateaus with dates to compare.",)
