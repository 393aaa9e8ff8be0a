"""`eaframe view`: a view of the workspace or one made for the occasion, in any format; all of them; stale pictures."""

import json
from pathlib import Path

import pytest

MODEL = """\
kinds:
  system:
    base: application-component
    label: {vi: Hệ thống, en: System}
    attributes: {level: {type: integer}}
elements:
  unit: {type: business-actor, name: Sở}
  portal: {type: system, name: Cổng, owner: unit, level: 3, flows-to: archive}
  archive: {type: system, name: Kho, flows-to: backup}
  backup: {type: system, name: Sao lưu}
views:
  overview: {name: {vi: Tổng quan, en: Overview}}
  flows: {name: Flows, viewpoint: application-application-matrix}
  nothing: {name: Nothing, include: {type: goal}}
"""


@pytest.fixture
def view(eaframe, workspace, monkeypatch):
    settings = "eaframe: 1\nname: City\nnamespace: city\nlanguages: [vi, en]\n"
    monkeypatch.chdir(workspace({"eaframe.yaml": settings, "model.yaml": MODEL}))

    def run(*arguments: str):
        return eaframe("view", *arguments, "--today", "2026-11-23")

    return run


def drawn(output: str) -> list[str]:
    return [node["id"] for node in json.loads(output)["view"]["nodes"]]


def test_a_view_of_the_workspace_is_written_to_stdout_as_svg(view):
    run = view("overview")
    assert (run.code, run.err) == (0, "")
    assert run.out.startswith("<svg")


@pytest.mark.parametrize(
    ("suffix", "begins"),
    [
        (".svg", b"<svg"),
        (".png", b"\x89PNG"),
        (".pdf", b"%PDF"),
        (".drawio", b"<"),
        (".mmd", b"flowchart"),
        (".puml", b"@startuml"),
        (".dot", b"digraph"),
        (".json", b"{"),
    ],
)
def test_the_suffix_of_the_output_is_the_format(view, suffix, begins):
    run = view("overview", "-o", f"picture{suffix}")
    assert (run.code, run.out, run.err) == (0, "", "")
    content = Path(f"picture{suffix}").read_bytes()
    assert begins in content[:400]


def test_an_unknown_suffix_or_format_is_refused(view):
    assert "must end in one of .svg" in view("overview", "-o", "picture.bmp").err
    run = view("overview", "--format", "svgg")
    assert (run.code, "did you mean `svg`?" in run.err) == (2, True)


def test_a_matrix_is_no_graph(view):
    run = view("flows", "--format", "plantuml")
    assert run.code == 2
    assert "A matrix cannot be written as PlantUML" in run.err


def test_the_neighbourhood_of_an_element(view):
    assert drawn(view("--scope", "portal", "--format", "json").out) == ["archive", "portal"]
    assert drawn(view("--scope", "portal", "--depth", "2", "--format", "json").out) == ["archive", "backup", "portal"]


def test_a_view_made_for_the_occasion_is_called_after_its_viewpoint(view):
    run = view("--viewpoint", "application-cooperation", "--scope", "archive", "--lang", "en", "--format", "json")
    made = json.loads(run.out)["view"]
    assert (made["id"], made["title"]) == ("application-cooperation-archive", "Application Cooperation: Kho")


def test_what_is_drawn_can_be_selected_grouped_and_coloured(view):
    run = view(
        "--include", "type=system", "--exclude", "{id: backup}", "--group-by", "owner", "--colour-by", "level",
        "--format", "json",
    )  # fmt: skip
    made = json.loads(run.out)["view"]
    assert [group["label"] for group in made["groups"]] == ["Sở", "Chưa có dữ liệu"]
    assert {node["id"]: node["colour"] for node in made["nodes"]} == {"archive": "no-data", "portal": "heat-3"}


def test_a_view_of_the_workspace_can_be_coloured_too(view):
    made = json.loads(view("overview", "--colour-by", "level", "--format", "json").out)["view"]
    assert made["scale"]["title"] == "level"


def test_what_follows_through_hidden_elements_is_drawn_where_asked(view):
    Path("chain.yaml").write_text(
        "elements:\n"
        "  desk: {type: application-component, name: Desk, composed-of: window}\n"
        "  window: {type: application-component, name: Window, serves: clerk}\n"
        "  clerk: {type: business-role, name: Clerk}\n",
        encoding="utf-8",
    )
    without, derived = (
        json.loads(view("--include", "id=desk,clerk", *more, "--format", "json").out)["view"]["edges"]
        for more in ((), ("--derive",))
    )
    assert without == []
    assert [(edge["type"], edge["source"], edge["target"]) for edge in derived] == [("serving", "desk", "clerk")]


def test_no_picture_leaves_its_folder_whatever_a_view_is_called(view, tmp_path):
    hostile = [f"{tmp_path}/absolute", "../beside", "a/b", "..", "Con", "x.svg"]
    views = "".join(f"  {json.dumps(name)}: {{name: X}}\n" for name in hostile)
    Path("hostile.yaml").write_text(f"views:\n{views}", encoding="utf-8")
    before = set(Path.cwd().parent.rglob("*"))
    assert view("--all", "--no-cache", "-o", "pictures").code == 0
    new = {path for path in set(Path.cwd().parent.rglob("*")) - before if path.is_file()}
    assert {path.parent.name for path in new} == {"pictures"}
    assert not list(tmp_path.glob("absolute*"))
    assert view("--all", "--check", "--no-cache", "-o", "pictures").code == 0


def test_options_for_one_picture_do_not_go_with_all(view):
    assert "it draws the views as they are" in view("--all", "--colour-by", "level", "-o", "pictures").err


def test_a_folder_may_have_a_dot_and_a_folder_is_no_picture(view):
    assert view("--all", "-o", "release-1.0").code == 0
    Path("folder.svg").mkdir()
    assert view("overview", "--check", "-o", "folder.svg").code == 1
    assert "is a folder" in view("overview", "-o", "folder.svg").err


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        ((), "say what to draw"),
        (("overview", "--all"), "only one of these at a time"),
        (("overview", "--scope", "portal"), "not both"),
        (("overviw",), "did you mean `overview`?"),
        (("roadmap",), "`--viewpoint roadmap` draws a view of that viewpoint"),
        (("--viewpoint", "rodmap"), "did you mean `roadmap`?"),
        (("--viewpoint", "neighbourhood"), "Name an element with --scope."),
        (("--viewpoint", "any-matrix"), "A view of `any-matrix` needs `rows`."),
        (("--include", "type=system", "--depth", "2"), "name an element with --scope"),
        (("--scope", "portl"), "did you mean `portal`"),
        (("--include", "type=systm"), "`systm` is neither an element type nor a kind. Did you mean `system`?"),
        (("overview", "--group-by", "ownr"), "did you mean `owner`?"),
        (("overview", "--colour-by", "levl"), "did you mean `level`?"),
        (("overview", "--format", "svg", "--format", "png"), "--all takes several"),
        (("--all",), "name the folder of the pictures"),
        (("overview", "--check"), "name the picture to check"),
    ],
)
def test_what_cannot_be_drawn_is_said_in_one_sentence(view, arguments, says):
    run = view(*arguments)
    assert run.code == 2
    assert says in " ".join(run.err.replace("│", " ").split())


def test_all_views_are_drawn_into_a_folder_and_empty_ones_passed_over(view):
    run = view("--all", "--format", "svg", "--format", "json", "-o", "pictures")
    assert (run.code, run.out) == (0, "")
    assert run.err == "nothing: shows nothing; no picture\nWrote 4 pictures to pictures\n"
    assert sorted(path.name for path in Path("pictures").iterdir()) == [
        "flows.json",
        "flows.svg",
        "overview.json",
        "overview.svg",
    ]


def test_a_format_that_cannot_draw_a_view_is_passed_over_with_a_word(view):
    run = view("--all", "--format", "dot", "-o", "pictures")
    assert run.code == 0
    assert "flows: A matrix cannot be written as DOT" in run.err


@pytest.mark.parametrize("format_", ["svg", "png", "pdf", "drawio", "mermaid", "plantuml", "dot", "json"])
def test_check_tells_stale_missing_and_left_over_pictures(view, format_):
    suffix = {"mermaid": ".mmd", "plantuml": ".puml"}.get(format_, f".{format_}")
    assert view("overview", "--format", format_, "-o", f"one{suffix}").code == 0
    assert view("overview", "-o", f"one{suffix}", "--check").code == 0
    Path("model.yaml").write_text(MODEL.replace("name: Kho,", "name: Kho lưu,"), encoding="utf-8")
    run = view("overview", "-o", f"one{suffix}", "--check")
    assert (run.code, run.out) == (1, f"one{suffix}: stale\n")


def test_check_of_a_folder_names_every_picture_that_is_not_as_it_should_be(view):
    view("--all", "-o", "pictures")
    assert view("--all", "--check", "-o", "pictures").code == 0
    Path("pictures/flows.svg").unlink()
    Path("pictures/old.svg").write_text("<svg/>", encoding="utf-8")
    Path("pictures/overview.svg").write_text("<svg/>", encoding="utf-8")
    run = view("--all", "--check", "-o", "pictures")
    assert run.code == 1
    assert run.out == (
        "pictures/flows.svg: missing; draw it anew, without --check\n"
        "pictures/overview.svg: stale; draw it anew, without --check\n"
        "pictures/old.svg: of no view that shows anything; delete it\n"
    )


def test_a_picture_does_not_become_stale_by_the_day_alone(eaframe, view):
    view("--all", "-o", "pictures")
    assert eaframe("view", "--all", "--check", "-o", "pictures", "--today", "2027-11-23").code == 0


def test_the_list_names_views_and_viewpoints(view):
    run = view("--list", "--lang", "en")
    lines = run.out.splitlines()
    assert run.code == 0
    assert lines[:4] == [
        "Views",
        "  flows     application-application-matrix  3 elements  Flows",
        "  nothing   layered                         0 elements  Nothing",
        "  overview  layered                         4 elements  Overview",
    ]
    assert "  roadmap                         roadmap  Roadmap" in lines


def test_what_is_wrong_in_a_view_is_told_where_it_is_drawn(view):
    Path("wrong.yaml").write_text("views:\n  wrong: {name: W, viewpoint: layerd}\n", encoding="utf-8")
    told = "wrong.yaml:2: `layerd` is not a viewpoint.\n"
    assert told in view("wrong").err
    assert told in view("--all", "-o", "pictures").err
    assert "not a viewpoint" not in view("overview").err
