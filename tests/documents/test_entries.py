from eaframe.documents.edition import Link
from eaframe.documents.entries import Entry, Group, Line, entry
from eaframe.documents.values import Fact, Proof, Shown, Then

MODELLED = Proof("modelled", "do mô hình giả định", None, "")
OFFICE = Link("Sở mới", "layer-business.html#office")
SERVICE = Link("Nộp hồ sơ", "layer-business.html#service")


def test_an_entry_says_everything_about_an_element(edition) -> None:
    made = edition()
    assert entry(made, made.sliced.elements["portal"]) == Entry(
        id="portal",
        name="Cổng",
        kind="Hệ thống thông tin",
        type="Thành phần ứng dụng",
        documentation="**Nơi** nộp hồ sơ.",
        period="từ 07/2016",
        visibility="",
        facts=(
            Fact(
                "owner",
                "Đơn vị chủ quản",
                Shown("known", (OFFICE,)),
                (
                    Then(Shown("known", (Link("Sở cũ"),)), "đến 24/02/2025", (), now=False),
                    Then(Shown("known", (OFFICE,)), "từ 25/02/2025", (MODELLED,), now=True),
                ),
            ),
            Fact(
                "security-level",
                "Cấp độ",
                Shown("unknown", by=OFFICE, until="06/2026", overdue=True, note="Chưa có."),
            ),
            Fact("opened", "Khai trương", Shown("known", (Link("07/2016"),))),
        ),
        not_recorded=("Nhà cung cấp",),
        replaced_by=(),
        evidence=(),
        relations=(Group("phục vụ", (Line(SERVICE, "Dịch vụ nghiệp vụ", ("Hồ sơ",), "từ 2018", ("A",)),)),),
        views=(Link("Tất cả", "view-all.html"),),
    )


def test_an_entry_tells_its_evidence_and_what_points_to_it(edition) -> None:
    made = edition(lang="en")
    told = entry(made, made.sliced.elements["service"])
    report = Link("Báo cáo", "references.html#report")
    assert told.evidence == (
        Proof("B", "reported by press, a law site or an authority", report, "Trang 3."),
        Proof("modelled", "modelled, no reported fact", None, ""),
    )
    portal = Line(
        Link("Portal", "layer-application.html#portal"), "Information system", ("Hồ sơ",), "from 2018", ("A",)
    )
    online = Line(Link("Online", "layer-motivation.html#goal-online"), "Goal")
    assert told.relations == (Group("served by", (portal,)), Group("influences", (online,)))


def test_of_another_day_an_entry_says_what_held_then(edition) -> None:
    made = edition(as_of="2017-06-30")
    told = entry(made, made.sliced.elements["portal"])
    owner = told.facts[0]
    assert owner.value.parts == (Link("Sở cũ", "layer-business.html#office-old"),)
    assert [one.now for one in owner.history] == [True, False]
    assert told.relations == ()  # the serving began in 2018
    old = entry(made, made.sliced.elements["office-old"])
    assert (old.period, old.replaced_by) == ("đến 24/02/2025", (Link("Sở mới"),))  # not of this day: no address


def test_of_all_times_nothing_is_marked_as_now(edition) -> None:
    made = edition(as_of="all")
    owner = entry(made, made.sliced.elements["portal"]).facts[0]
    assert (owner.value.parts, [one.now for one in owner.history]) == ((OFFICE,), [False, False])


def test_what_a_kind_requires_and_nobody_wrote_is_missing(edition) -> None:
    made = edition(
        "kinds: {system: {base: application-component, label: S, attributes: {"
        "level: {type: integer, label: Level, required: true}, url: {type: text}, cost: {type: money},"
        " codes: {type: list, of: {type: reference}}, open: {type: boolean}, count: {type: integer}}}}\n"
        "elements:\n"
        "  a: {type: system, name: A, documentation: A., url: 'https://example.org/x', cost: 1250000 VND,"
        " codes: [b, a], open: true, count: 573000}\n"
        "  b: {type: system, name: B, documentation: B., level: {not-applicable: Không mạng.}, url: 'javascript:x'}\n",
        lang="en",
    )
    told = {one.name: one.value for one in entry(made, made.sliced.elements["a"]).facts}
    a, b = Link("A", "layer-application.html#a"), Link("B", "layer-application.html#b")
    assert told == {
        "level": Shown("missing"),
        "url": Shown("known", (Link("https://example.org/x", "https://example.org/x"),)),
        "cost": Shown("known", (Link("1,250,000 VND"),)),
        "codes": Shown("known", (b, a)),
        "open": Shown("known", (Link("yes"),)),
        "count": Shown("known", (Link("573,000"),)),
    }
    other = {one.name: one.value for one in entry(made, made.sliced.elements["b"]).facts}
    assert other == {
        "level": Shown("not-applicable", note="Không mạng."),
        "url": Shown("known", (Link("javascript:x"),)),
    }


def test_a_name_that_changed_is_told_with_its_times(edition) -> None:
    made = edition(
        "elements:\n  a:\n    type: goal\n    documentation: A.\n"
        "    name: [{value: Cũ, valid: {to: 2020}}, {value: Mới, valid: {from: 2021}}]\n"
    )
    told = entry(made, made.sliced.elements["a"])
    assert told.name == "Mới"
    assert [(one.value.parts[0].text, one.period) for one in told.facts[0].history] == [
        ("Cũ", "đến 2020"),
        ("Mới", "từ 2021"),
    ]


def test_a_relationship_to_a_relationship_leads_to_where_that_is_told(edition) -> None:
    made = edition(
        "elements:\n"
        "  a: {type: application-component, name: A, documentation: A.}\n"
        "  b: {type: application-component, name: B, documentation: B.}\n"
        "  m: {type: meaning, name: M, documentation: M., associated-with: [f]}\n"
        "relationships:\n  - {id: f, from: a, flows-to: b}\n"
    )
    [group] = entry(made, made.sliced.elements["m"]).relations
    assert group == Group("liên quan đến", (Line(Link("A chuyển tới B", "layer-application.html#a"), ""),))
