import io
import re
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pypdf
import pytest

from eaframe.diagrams import draw, render_pdf, render_svg
from eaframe.diagrams.pages.parts import read_picture
from eaframe.diagrams.pages.sheets import sheets
from eaframe.views import View, ViewNode
from eaframe.views.layout import Cuts, PlacedNode, PlacedView, Rect
from eaframe.views.sizes import sizes
from eaframe.views.view import ViewOrigin

SETTINGS = """\
eaframe: 1
name: {vi: Thành phố, en: City}
namespace: city
languages: [vi, en]
"""
SMALL = """\
elements:
  portal: {type: application-component, name: Cổng dịch vụ công, documentation: x, serves: citizen}
  citizen: {type: business-actor, name: Người dân ở Mỹ Đình}
views: {v: {name: {vi: Cổng và người dân, en: Portal and citizens}, documentation: Ai dùng gì.}}
"""
HOSTILE = ['#include "/etc/passwd"', "$x$ *b* _i_ `c`", "\\u{41} \\", "</svg><script>", "]}#panic()", "'\"&amp;<"]
A4, A3 = (210.0, 297.0), (297.0, 420.0)


def many(count: int) -> str:
    names = "".join(
        f"  s{i}: {{type: application-component, name: Hệ thống quản lý đất đai {i}}}\n" for i in range(count)
    )
    flows = "".join(f"  - {{from: s{i}, flows-to: s{i * 7 % count}, name: Dữ liệu {i}}}\n" for i in range(2, count))
    return f"elements:\n{names}relationships:\n{flows}views: {{v: {{name: Toàn cảnh hệ thống}}}}\n"


@pytest.fixture
def landscape(view_of) -> View:
    return view_of(many(120), "vi", SETTINGS)


def read(pdf: bytes) -> pypdf.PdfReader:
    return pypdf.PdfReader(io.BytesIO(pdf))


def text(page: pypdf.PageObject) -> str:
    return " ".join(page.extract_text().split())


def size(page: pypdf.PageObject) -> tuple[float, float]:
    """In mm, the shorter side first."""
    sides = sorted((float(page.mediabox.width) / 72 * 25.4, float(page.mediabox.height) / 72 * 25.4))
    return round(sides[0], 1), round(sides[1], 1)


def table(names: list[str]) -> View:
    """A picture of boxes in rows and columns, as `tabular` places them."""
    nodes = tuple(ViewNode(f"n{i}", "business-object", "", "X", "business", name) for i, name in enumerate(names))
    return View(
        id="v",
        title="Bảng",
        documentation="",
        language="vi",
        viewpoint="layered",
        viewpoint_name="",
        nodes=nodes,
        edges=(),
        groups=(),
        nested=(),
        refused=(),
        notes=(),
        origin=ViewOrigin("Thành phố", "", "", ""),
        hash="0123456789ab",
    )


def tabular(names: list[str], columns: int, cuts: Cuts) -> str:
    """The SVG of boxes in rows and columns, 158 by 70 px each, without gaps."""
    view = table(names)
    places = [Rect(158.0 * (i % columns), 70.0 * (i // columns), 158, 70) for i in range(len(names))]
    boxes = sizes(view).nodes
    nodes = tuple(PlacedNode(one, rect, boxes[one.id]) for one, rect in zip(view.nodes, places, strict=True))
    return render_svg(PlacedView(view, nodes, (), (), 158.0 * columns, places[-1].bottom, cuts))


def test_a_small_picture_is_one_page(view_of):
    svg = draw(view_of(SMALL, "vi", SETTINGS))
    assert [size(page) for page in read(render_pdf(svg)).pages] == [A3]
    assert [size(page) for page in read(render_pdf(svg, paper="a4")).pages] == [A4]


@pytest.mark.parametrize(("columns", "lies"), [(6, True), (2, False)])
def test_paper_lies_where_the_picture_does(columns, lies):
    svg = tabular([f"Ô {i}" for i in range(24)], columns, Cuts())
    (page,) = read(render_pdf(svg)).pages
    assert (page.mediabox.width > page.mediabox.height) is lies


def test_a_page_that_fits_is_as_large_as_the_picture(landscape):
    svg = draw(landscape)
    picture = read_picture(svg)
    (page,) = read(render_pdf(svg, paper="fit")).pages
    assert abs(float(page.mediabox.width) - picture.width * 0.75) < 0.1
    assert abs(float(page.mediabox.height) - picture.height * 0.75) < 0.1


def test_a_page_is_no_larger_than_readers_of_pdf_can_show():
    svg = tabular(["Ô"] * 130, 130, Cuts())
    (page,) = read(render_pdf(svg, paper="fit")).pages
    assert float(page.mediabox.width) <= 14_400.01


def test_vietnamese_can_be_searched_and_copied(view_of):
    name = "Nghị định quy định mức phụ cấp, dịch vụ, sự cố ẩn ở ỹ ỷ ỵ ặ ậ ẫ ễ ệ ỗ ộ ỡ ợ ữ ự Đ"
    view = view_of(SMALL, "vi", SETTINGS)
    named = replace(view, nodes=tuple(replace(node, name=name) for node in view.nodes))
    found = text(read(render_pdf(draw(named))).pages[0])
    assert found.count(name) == 2
    assert all(one in found for one in ("Cổng và người dân", "Chú giải", "Tác nhân nghiệp vụ"))


def test_a_pdf_says_its_title_and_language_and_no_date(view_of):
    pdf = render_pdf(draw(view_of(SMALL, "vi", SETTINGS)))
    found = read(pdf)
    assert found.metadata.title == "Cổng và người dân"
    assert found.metadata.subject == "Ai dùng gì. 2 phần tử, 1 quan hệ."
    assert found.metadata.creation_date is None
    assert found.trailer["/Root"]["/Lang"] == "vi"
    assert b"CreateDate" not in pdf


@pytest.mark.parametrize(("written", "expected"), [("en-GB", "en"), ("", "und"), ("tiếng Việt", "und")])
def test_a_language_that_pdf_cannot_name_is_undetermined(view_of, written, expected):
    svg = draw(replace(view_of(SMALL), language=written))
    assert read(render_pdf(svg)).trailer["/Root"]["/Lang"] == expected


def test_all_fonts_are_the_ones_that_come_along_and_embedded(landscape):
    fonts = {}
    for page in read(render_pdf(draw(landscape))).pages:
        for font in _fonts(page["/Resources"]):
            descendant = font["/DescendantFonts"][0].get_object()
            fonts[font["/BaseFont"]] = "/FontFile2" in descendant["/FontDescriptor"]
    assert set(fonts.values()) == {True}
    assert {name.partition("+")[2] for name in fonts} == {"NotoSans-Regular"}  # one file holds all weights


def _fonts(resources: pypdf.generic.DictionaryObject) -> list[pypdf.generic.DictionaryObject]:
    found = [one.get_object() for one in resources.get("/Font", {}).values()]
    for one in resources.get("/XObject", {}).values():
        found += _fonts(one.get_object().get("/Resources", {}))
    return found


def test_a_large_picture_is_an_overview_and_sheets_with_its_place_on_each(landscape):
    svg = draw(landscape)
    pages = read(render_pdf(svg, paper="a4")).pages
    assert len(pages) == len(sheets(read_picture(svg), "a4")) > 3
    assert {size(page) for page in pages} == {A4}
    first, *rest = (text(page) for page in pages)
    assert f"Hình in trên {len(pages)} trang" in first
    for number, content in enumerate(rest, 2):
        (label,) = re.findall(rf"{number}/{len(pages)} · ([A-Z]+\d+)", content)
        assert f"{label} · trang {number}" in first
        assert landscape.title in content
        assert landscape.hash in content


@pytest.mark.parametrize(("rows", "pages"), [(20, 1), (26, 3)])
def test_what_is_a_little_too_large_stays_on_one_page(rows, pages):
    svg = tabular([f"Ô {i}" for i in range(rows * 2)], 2, Cuts())
    assert len(read(render_pdf(svg, paper="a4")).pages) == pages


def test_the_legend_is_whole_on_the_first_page_and_on_no_other(landscape):
    first, *rest = (text(page) for page in read(render_pdf(draw(landscape), paper="a4")).pages)
    assert "Chú giải Thành phần ứng dụng Luồng" in first
    assert not [one for one in rest if "Chú giải" in one]


@pytest.mark.parametrize("paper", ["a4", "a3"])
def test_every_name_is_whole_on_a_sheet_and_cut_on_none(landscape, paper):
    view = replace(
        landscape,
        nodes=tuple(replace(one, name=f"Đầu {one.id} giữa tên dài, cuối {one.id}.") for one in landscape.nodes),
    )
    _, *rest = (text(page) for page in read(render_pdf(draw(view), paper=paper)).pages)
    whole = " ".join(rest)
    for node in view.nodes:
        assert node.name in whole
        assert whole.count(f"Đầu {node.id} ") == whole.count(node.name) == whole.count(f"cuối {node.id}.")


def test_names_are_six_points_high_on_every_sheet(landscape):
    for sheet in sheets(read_picture(draw(landscape)), "a4")[1:]:
        windows = re.findall(
            r'<svg x="[^"]*" y="[^"]*" width="([\d.]+)" height="[^"]*" viewBox="\S+ \S+ (\S+) \S+"', sheet.svg
        )
        assert windows
        assert all(float(shown) / float(px) >= 0.4999 for shown, px in windows)


def test_a_sheet_tells_where_its_neighbours_are(landscape):
    pages = [text(page) for page in read(render_pdf(draw(landscape), paper="a4")).pages]
    second = next(one for one in pages[1:] if " · A2" in one)
    first = next(one for one in pages[1:] if " · A1" in one and "A1 · trang" not in one)
    assert "A1 · trang 2" in second
    assert "A2 · trang 3" in first


def test_the_names_of_layers_stand_on_every_sheet_beside_what_is_in_them(landscape):
    pages = [text(page) for page in read(render_pdf(draw(landscape), paper="a4")).pages[1:]]
    rows = {re.search(r" · ([A-Z])\d", one)[1]: [] for one in pages}
    for one in pages:
        rows[re.search(r" · ([A-Z])\d", one)[1]].append("Ứng dụng" in one)
    assert all(len(set(row)) == 1 for row in rows.values())
    assert any(all(row) for row in rows.values())


def test_heads_of_a_table_stand_on_every_sheet_and_rows_are_cut_between_them():
    columns, rows = 20, 40
    names = [f"c{i}h" for i in range(columns)]
    for row in range(1, rows):
        names += [f"r{row}h"] + [f"r{row}c{i}" for i in range(1, columns)]
    cuts = Cuts(
        tuple(158.0 * i for i in range(1, columns)),
        tuple(70.0 * i for i in range(1, rows)),
        repeat_left=(0.0, 158.0),
        repeat_top=(0.0, 70.0),
    )
    svg = tabular(names, columns, cuts)
    _, *rest = (set(text(page).split()) for page in read(render_pdf(svg, paper="a4")).pages)
    shown = []
    for words in rest:
        cells = sorted(one for one in words if re.fullmatch(r"r\d+c\d+", one))
        shown += cells
        for cell in cells:
            row, column = re.fullmatch(r"r(\d+)c(\d+)", cell).groups()
            assert {f"r{row}h", f"c{column}h", "c0h"} <= words
    assert sorted(shown) == sorted(one for one in names if re.fullmatch(r"r\d+c\d+", one))  # each once


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_name_is_a_name(view_of, name):
    view = view_of(SMALL, "vi", SETTINGS)
    named = replace(view, title=name, documentation=name, nodes=tuple(replace(one, name=name) for one in view.nodes))
    found = read(render_pdf(draw(named)))
    plain = read(render_pdf(draw(view)))
    assert len(found.pages) == len(plain.pages)
    assert found.metadata.title == name
    assert "".join(found.pages[0].extract_text().split()).count("".join(name.split())) == 4  # title, purpose, boxes


def test_control_characters_do_not_break_a_pdf(view_of):
    view = view_of(SMALL, "vi", SETTINGS)
    named = replace(
        view, title="a\x00b\u202e\ufffe", nodes=tuple(replace(one, name="\x1b\x07\ud800") for one in view.nodes)
    )
    assert len(read(render_pdf(draw(named))).pages) == 1


def test_a_pdf_is_the_same_in_another_process(landscape, tmp_path: Path):
    svg = tmp_path / "v.svg"
    svg.write_text(draw(landscape), encoding="utf-8")
    script = (
        "import sys; from eaframe.diagrams import render_pdf;"
        "sys.stdout.buffer.write(render_pdf(open(sys.argv[1], encoding='utf-8').read(), paper='a4'))"
    )
    runs = [
        subprocess.run(
            [sys.executable, "-c", script, str(svg)], capture_output=True, check=True, env=environment
        ).stdout
        for environment in (
            {"PYTHONHASHSEED": "1"},
            {"PYTHONHASHSEED": "2", "SOURCE_DATE_EPOCH": "1700000000", "TZ": "Asia/Ha_Noi"},
        )
    ]
    assert runs[0] == runs[1]
    assert runs[0] == render_pdf(svg.read_text(encoding="utf-8"), paper="a4")


def test_a_picture_of_nothing_is_a_page_with_a_title(view_of):
    (page,) = read(render_pdf(draw(view_of("elements: {}\nviews: {v: {name: Trống}}\n")))).pages
    assert "Trống" in text(page)


def test_a_pdf_is_light_whatever_the_style_sheet_says(view_of):
    svg = draw(view_of(SMALL))
    assert render_pdf(svg.replace("<style>", "<style>rect{fill:#000000 !important}")) == render_pdf(svg)


def test_what_is_no_picture_of_ours_is_refused():
    with pytest.raises(ValueError, match="no picture of eaframe's"):
        render_pdf('<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>')


def test_the_program_starts_without_what_only_pdf_needs():
    script = (
        "import sys, eaframe.diagrams; print([one for one in ('typst', 'xml.etree.ElementTree') if one in sys.modules])"
    )
    run = subprocess.run([sys.executable, "-c", script], capture_output=True, check=True, text=True)
    assert run.stdout.strip() == "[]"
