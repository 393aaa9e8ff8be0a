from eaframe.documents.edition import Link
from eaframe.documents.lists import CatalogueRow, FindingRow, ReferenceRow, catalogue, finding_rows, reference_rows
from eaframe.documents.overview import Count, Headline, Overview, VersionLine, ViewCard, headline, overview
from eaframe.documents.pages import Sentence, ViewPage, layer_pages, view_pages
from eaframe.documents.unknowns import OpenQuestion, open_questions
from eaframe.documents.values import Shown

LAYERS = (
    Count("motivation", "Mục tiêu, động lực", 1, "layer-motivation.html"),
    Count("business", "Nghiệp vụ", 2, "layer-business.html"),
    Count("application", "Ứng dụng", 1, "layer-application.html"),
)
PORTAL = Link("Cổng", "layer-application.html#portal")
OFFICE = Link("Sở mới", "layer-business.html#office")
SERVICE = Link("Nộp hồ sơ", "layer-business.html#service")
GOAL = Link("Trực tuyến", "layer-motivation.html#goal-online")


def test_every_page_says_which_model_of_which_day_it_shows(edition) -> None:
    assert headline(edition()) == Headline(
        "Kiến trúc", "0.1", "23/11/2026", "10/2026", "23/11/2026", incomplete=False, layers=LAYERS
    )
    assert headline(edition(as_of="all", lang="en")).as_of == "all times"


def test_the_overview_counts_the_model(edition) -> None:
    made = edition()
    found = {one: made.report.count(one) for one in ("error", "warning", "info")}
    assert overview(made) == Overview(
        elements=4,
        relationships=2,
        layers=LAYERS,
        views=(ViewCard("Tất cả", "Mọi thứ.", "view-all.html", "view-all.svg", 4),),
        findings=(
            Count("error", "lỗi", found["error"], "findings.html"),
            Count("warning", "cảnh báo", found["warning"], "findings.html"),
            Count("info", "lưu ý", found["info"], "findings.html"),
        ),
        unknown=Count("unknown", "Còn phải làm rõ", 1, "unknowns.html"),
        overdue=1,
        evidence=(
            Count("B", "theo báo chí, trang luật hoặc trang cơ quan", 1, "elements.html", 25.0),
            Count("none", "chưa có căn cứ", 3, "elements.html", 75.0),
        ),
        history=(VersionLine("0.1", "11/2026", "Bản đầu", "", (), ""),),
    )


def test_elements_stand_in_layers_by_kind_and_name(edition) -> None:
    pages = [
        (page.page, page.label, [(one.label, [entry.id for entry in one.entries]) for one in page.groups])
        for page in layer_pages(edition(as_of="all"))
    ]
    assert pages == [
        ("layer-motivation.html", "Mục tiêu, động lực", [("Mục tiêu", ["goal-online"])]),
        (
            "layer-business.html",
            "Nghiệp vụ",
            [("Tác nhân nghiệp vụ", ["office-old", "office"]), ("Dịch vụ nghiệp vụ", ["service"])],
        ),
        ("layer-application.html", "Ứng dụng", [("Hệ thống thông tin", ["portal"])]),
    ]


def test_a_view_is_told_in_words_too(edition) -> None:
    made = edition()
    assert view_pages(made) == (
        ViewPage(
            id="all",
            title="Tất cả",
            documentation="Mọi thứ.",
            viewpoint=made.views[0].viewpoint_name,
            page="view-all.html",
            picture="view-all.svg",
            notes=(),
            hash=made.views[0].hash,
            groups=(
                ("motivation", "Mục tiêu, động lực", (GOAL,)),
                ("business", "Nghiệp vụ", (SERVICE, OFFICE)),
                ("application", "Ứng dụng", (PORTAL,)),
            ),
            sentences=(
                Sentence(PORTAL, "phục vụ", SERVICE, ("Hồ sơ",)),
                Sentence(SERVICE, "tác động đến", GOAL, ()),
            ),
        ),
    )


def test_the_catalogue_lists_every_element_by_name(edition) -> None:
    made = edition()
    rows = catalogue(made)
    assert [row.id for row in rows] == ["portal", "service", "office", "goal-online"]
    owner = rows[0].owner
    assert owner is not None
    assert owner.value == Shown("known", (OFFICE,))
    assert rows[1] == CatalogueRow("service", SERVICE, "Dịch vụ nghiệp vụ", LAYERS[1], None, "", ("B", "modelled"))


def test_what_is_unknown_says_who_finds_it_out_until_when(edition) -> None:
    assert open_questions(edition()) == (
        OpenQuestion(PORTAL, "Cấp độ", OFFICE, "06/2026", overdue=True, note="Chưa có."),
    )


def test_a_value_that_is_unknown_only_at_another_time_is_no_open_question(edition) -> None:
    model = (
        "kinds: {s: {base: application-component, label: S, attributes: {level: {type: integer}}}}\n"
        "elements:\n"
        "  office: {type: business-actor, name: Office, documentation: O.}\n"
        "  a:\n    type: s\n    name: A\n    documentation: A.\n"
        "    level:\n      - {value: {unknown: {by: office, until: 2030}}, valid: {to: 2022}}\n"
        "      - {value: 3, valid: {from: 2023}}\n"
    )
    assert open_questions(edition(model)) == ()
    [then] = open_questions(edition(model, as_of="2020"))
    assert (then.attribute, then.until, then.overdue) == ("level", "2030", False)


def test_findings_stand_in_the_order_of_severity_with_their_lines(edition) -> None:
    made = edition("elements:\n  a: {type: goal, name: A, documentation: A., influences: [b, c]}\n  b: {type: goal}\n")
    rows = finding_rows(made)
    assert [row.severity for row in rows] == sorted(
        (row.severity for row in rows), key=("error", "warning", "info").index
    )
    dangling = next(row for row in rows if row.code == "MOD004")
    assert dangling == FindingRow(
        "error", "MOD004", dangling.message, dangling.hint, Link("A", "layer-motivation.html#a"), "model.yaml:2"
    )


def test_references_are_listed_with_how_often_they_are_cited(edition) -> None:
    assert reference_rows(edition()) == (
        ReferenceRow("report", "Báo cáo", "https://example.org/a", "1/BC", "Sở", "01/2026", "", 2),
    )


def test_an_address_that_is_no_web_address_is_no_link(edition) -> None:
    made = edition(
        "elements: {a: {type: goal, name: A, documentation: A.}}\n"
        "references: {r: {title: R, url: 'javascript:alert(1)'}}\n"
    )
    assert reference_rows(made)[0].href == ""
