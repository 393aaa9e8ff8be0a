"""What the rules on organisations and systems (ORG, SYS) say when, of whom, and why."""

from collections.abc import Mapping

import pytest

import eaframe
from eaframe.findings import Finding
from eaframe.graph import Graph
from eaframe.model.example import load_example
from eaframe.rules.rule import Rule
from eaframe.rules.run import run_rules

TODAY = 20261123


@pytest.fixture
def judged(libraries: eaframe.Workspace, law: Mapping[str, Rule]):
    """What one rule finds in a model (or in its own bad one) on a day."""

    def findings(code: str, model: str = "", day: int = TODAY) -> list[Finding]:
        loaded = load_example(libraries.loaded.model, model or law[code].defect.bad)
        assert [str(one.message) for one in loaded.findings if one.severity == "error"] == []
        found = run_rules([law[code]], Graph(loaded.model), Graph(loaded.model.at(day)), today=day, views=())
        assert not found.failed
        return found.findings

    return findings


@pytest.fixture
def level(libraries: eaframe.Workspace):
    """The least level of `x`, of a kind and with these attributes, on a day; None where nothing asks for one."""

    def least(kind: str, attributes: str, more: str = "", day: int = TODAY) -> object:
        text = f"elements:\n  x: {{type: {kind}, name: X{', ' if attributes else ''}{attributes}}}\n{more}"
        loaded = load_example(libraries.loaded.model, text)
        assert [str(one.message) for one in loaded.findings if one.severity == "error"] == []
        derived = Graph(loaded.model.at(day)).derived.get(("x", "required-security-level"))
        return derived.value if derived else None

    return least


PUBLIC = "\n  s: {type: public-service, name: S, %s}\n"


@pytest.mark.parametrize(
    ("kind", "attributes", "expected"),
    [
        # Article 8: level 2
        ("information-system", "", None),
        ("information-system", "system-purpose: internal, information-classes: [public]", None),
        ("information-system", "system-purpose: internal, information-classes: [personal]", 2),
        ("information-system", "system-purpose: internal, information-classes: [public, private]", 2),
        ("information-system", "online-service: other-business", 2),
        ("information-system", "system-purpose: public, personal-data-users: 1", 2),
        ("information-system", "system-purpose: public, personal-data-users: 9999", 2),
        ("information-system", "system-purpose: public, personal-data-users: 0", None),
        ("data-centre", "service-scope: organisation", 2),
        ("wide-area-network", "service-scope: organisation", 2),
        ("integration-platform", "service-scope: organisation", 2),
        ("information-system", "service-scope: organisation", None),  # no infrastructure
        ("information-system", "system-purpose: infrastructure, service-scope: organisation", 2),
        # Article 9: level 3
        ("information-system", "state-secret-damage: harm", 3),
        ("information-system", "online-service: conditional-business", 3),
        ("information-system", "system-purpose: public, personal-data-users: 10000", 3),
        ("service-portal", "personal-data-users: 10000", 3),
        ("web-site", "personal-data-users: 10000", 3),
        ("information-system", "online-service: other-business, personal-data-users: 10000", 3),
        ("information-system", "system-purpose: internal, personal-data-users: 10000", 2),
        ("information-system", "personal-data-users: 10000", 2),  # nobody says that it is for the public
        ("data-centre", "service-scope: sector", 3),
        ("wide-area-network", "service-scope: province", 3),
        ("integration-platform", "service-scope: provinces", 3),
        ("data-centre", "service-scope: nation", 3),
        ("information-system", "service-scope: province", None),
        ("information-system", "works-class: ii", 3),
        ("information-system", "works-class: iii", 3),
        ("information-system", "works-class: iv", 3),
        # Article 10: level 4
        ("information-system", "state-secret-damage: serious", 4),
        ("information-system", "service-scope: nation, always-on: true", 4),
        ("data-centre", "service-scope: nation, always-on: true", 4),
        ("wide-area-network", "service-scope: nation, always-on: false", 3),
        ("information-system", "service-scope: province, always-on: true", None),
        ("information-system", "works-class: i", 4),
        # Article 11: level 5
        ("information-system", "state-secret-damage: exceptional", 5),
        ("wide-area-network", "service-scope: international", 5),
        ("information-system", "works-class: special", 5),
        # The highest of all
        ("service-portal", "personal-data-users: 5, online-service: conditional-business", 3),
        ("service-portal", "personal-data-users: 20000, state-secret-damage: serious", 4),
        ("information-system", "personal-data-users: {unknown: {by: y, until: 2027}}", None),
    ],
)
def test_the_level_follows_from_each_condition_of_the_decree(level, kind, attributes, expected):
    assert level(kind, attributes, "  y: {type: agency, name: Y}\n") == expected


@pytest.mark.parametrize(
    ("service", "day", "expected"),
    [
        ("level: 1", 20170630, 2),
        ("level: 2", 20170630, 2),
        ("level: 3", 20170630, 3),
        ("level: 4", 20170630, 3),
        ("level: [{value: 2, valid: {to: 2018}}, {value: 4, valid: {from: 2019, to: 2022}}]", 20181231, 2),
        ("level: [{value: 2, valid: {to: 2018}}, {value: 4, valid: {from: 2019, to: 2022}}]", 20190101, 3),
        ("level: [{value: 4, valid: {to: 2022}}]", 20230101, None),
        ("delivery: toan-trinh", TODAY, 3),
        ("delivery: mot-phan", TODAY, 2),
        ("procedure-count: 3", TODAY, None),
        ("level: [{value: 3, valid: {to: 2022}}], delivery: [{value: mot-phan, valid: {from: 2023}}]", 20221231, 3),
        ("level: [{value: 3, valid: {to: 2022}}], delivery: [{value: mot-phan, valid: {from: 2023}}]", TODAY, 2),
    ],
)
def test_the_level_follows_from_what_the_service_is_on_the_day(level, service, day, expected):
    assert level("service-portal", "realizes: s", PUBLIC % service, day) == expected


@pytest.mark.parametrize(
    ("attributes", "between", "expected"),
    [
        ("realizes: s", "", 3),
        ("assigned-to: f", "  f: {type: application-function, name: F, realizes: a}\n", 3),
        ("realizes: a", "", 3),
        ("composed-of: i", "  i: {type: application-interface, name: I, assigned-to: a}\n", 3),
        ("composed-of: p", "  p: {type: information-system, name: P, realizes: a}\n", 3),
        ("aggregates: p", "  p: {type: information-system, name: P, realizes: a}\n", 3),
        ("realizes: all", "  all: {type: public-service, name: All, aggregates: s}\n", 3),
        ("serves: p", "  p: {type: information-system, name: P, realizes: a}\n", None),
        (
            "realizes: b",
            "  b: {type: application-service, name: B, serves: h}\n  h: {type: business-process, name: H}\n",
            None,
        ),
    ],
)
def test_a_service_is_found_through_functions_interfaces_parts_and_services_that_aggregate_it(
    level, attributes, between, expected
):
    more = f"{between}  a: {{type: application-service, name: A, realizes: s}}{PUBLIC % 'level: 4'}"
    assert level("information-system", attributes, more, 20170630) == expected


@pytest.mark.parametrize(("purpose", "expected"), [("public", 3), ("internal", None)])
def test_a_system_for_the_public_provides_what_it_serves_and_another_does_not(level, purpose, expected):
    attributes = f"system-purpose: {purpose}, serves: s"
    assert level("information-system", attributes, PUBLIC % "level: 4", 20170630) == expected


COMPOSITION = """\
elements:
  portal: {type: service-portal, name: Portal, security-level: 2, composed-of: desk}
  desk: {type: information-system, name: Desk, security-level: 2, composed-of: forms}
  forms: {type: information-system, name: Forms, security-level: 2, assigned-to: intake}
  intake: {type: application-function, name: Intake, realizes: send-dossier}
  send-dossier: {type: application-service, name: Send a dossier, realizes: all-services}
  all-services: {type: public-service, name: All services, aggregates: birth}
  birth: {type: public-service, name: Birth, level: 4}
"""


def test_the_level_of_the_lowest_part_is_proved_up_to_the_whole(judged):
    below_parts = judged("VNC104", COMPOSITION, 20170630)
    assert [(one.subject, str(one.message)) for one in below_parts] == [
        ("desk", "`security-level` of `desk` is `2`; it must be at least `3`, its `level-of-parts`."),
        ("portal", "`security-level` of `portal` is `2`; it must be at least `3`, its `level-of-parts`."),
    ]
    assert [str(note.message) for note in below_parts[0].notes] == [
        "`desk` has `level-of-parts` 3, as it composed-of `forms`",
        "`forms` has `required-security-level` 3, its `level-for-services`",
        "`forms` has `level-for-services` 3, as it assigned-to `intake`",
        "there `intake` realizes `send-dossier`",
        "there `send-dossier` realizes `all-services`",
        "there `all-services` aggregates `birth`",
    ]
    (below_services,) = judged("VNC105", COMPOSITION, 20170630)
    assert below_services.subject == "forms"
    assert [str(note.message) for note in below_services.notes] == [
        "`forms` has `level-for-services` 3, as it assigned-to `intake`",
        "there `intake` realizes `send-dossier`",
        "there `send-dossier` realizes `all-services`",
        "there `all-services` aggregates `birth`",
    ]


def test_the_whole_is_never_below_what_a_part_records_itself(judged):
    model = COMPOSITION.replace("Forms, security-level: 2", "Forms, security-level: 5")
    assert [(one.subject, str(one.notes[-1].message)) for one in judged("VNC104", model, 20170630)] == [
        ("desk", "`desk` has `level-of-parts` 5, as it composed-of `forms`"),
        ("portal", "there `desk` composed-of `forms`"),
    ]


SYSTEM = "elements:\n  y: {type: agency, name: Y}\n  x: {type: %s, name: X, %s}\n"
UNKNOWN = "{unknown: {by: y, until: 2027-01-29}}"
NOT_JUDGED = [
    ("VNC001", "agency", "government-level: central"),
    ("VNC001", "agency", "government-level: enterprise"),
    ("VNC001", "agency", f"government-level: city, agency-code: {UNKNOWN}"),
    ("VNC102", "information-system", "record-type: reference"),
    ("VNC102", "information-system", "lifecycle: planned"),
    ("VNC102", "information-system", "lifecycle: retired"),
    ("VNC102", "data-centre", f"security-level: {UNKNOWN}"),
    ("VNC103", "information-system", "record-type: reference, security-level: 3"),
    ("VNC103", "information-system", f"security-level: {UNKNOWN}"),
    ("VNC103", "information-system", "lifecycle: operating"),
    ("VNC105", "information-system", f"online-service: conditional-business, security-level: {UNKNOWN}"),
    ("VNC105", "information-system", "online-service: conditional-business, security-level: 2, record-type: reference"),
    ("VNC108", "information-system", "lifecycle: operating, valid: {from: 2024-12}"),
    ("VNC108", "information-system", "lifecycle: building"),
    ("VNC108", "information-system", "record-type: reference"),
    ("VNC128", "information-system", "security-level: 2, last-security-check: 2024-11-24"),
    ("VNC148", "information-system", "security-level: 4, last-security-check: 2025-11-24"),
    ("VNC168", "information-system", "security-level: 5, last-security-check: 2026-05-24"),
    ("VNC188", "information-system", "security-level: 2, last-security-check: 2026-05-24"),
    ("VNS109", "information-system", "security-level: 3"),
    ("VNS109", "information-system", "security-level: 5, record-type: reference"),
    ("VNS111", "information-system", "associated-with: y"),
    ("VNS113", "information-system", "lifecycle: merged"),
    ("VNS114", "data-centre", "lifecycle: operating"),
    ("VNS115", "information-system", "serves: y"),
    ("VNS116", "web-site", "system-purpose: public"),
    ("VNS116", "information-system", "system-purpose: public, authentication: [none]"),
    ("VNS116", "information-system", "system-purpose: internal"),
    ("VNS157", "web-site", "site-of: province"),
    ("VNS197", "web-site", f"ipv6: {UNKNOWN}"),
]


@pytest.mark.parametrize(("code", "kind", "attributes"), NOT_JUDGED)
def test_a_rule_leaves_alone_what_it_is_not_for(judged, code, kind, attributes):
    assert judged(code, SYSTEM % (kind, attributes)) == []


CHECKED = [
    ("VNC128", "security-level: 2, last-security-check: 2024-11-22"),
    ("VNC148", "security-level: 4, last-security-check: 2025-11-22"),
    ("VNC168", "security-level: 5, last-security-check: 2026-05-22"),
]


@pytest.mark.parametrize(("code", "attributes"), CHECKED)
def test_a_check_is_overdue_a_day_after_its_term(judged, code, attributes):
    assert [one.subject for one in judged(code, SYSTEM % ("information-system", attributes))] == ["x"]


@pytest.mark.parametrize(
    ("portal", "identity", "found"),
    [
        ("", "serves: x", []),
        ("", "assigned-to: f", []),
        ("authentication: [vneid, own-account]", "", []),
        (f"authentication: {UNKNOWN}", "", []),
        ("", "", ["x"]),
        ("authentication: [own-account]", "", ["x"]),
        ("authentication: [own-account]", "serves: x", []),
    ],
)
def test_an_application_uses_vneid_if_it_says_so_or_is_served_by_it(judged, portal, identity, found):
    model = (
        "elements:\n  y: {type: agency, name: Y}\n"
        f"  x: {{type: service-portal, name: X{', ' if portal else ''}{portal}}}\n"
        f"  v: {{type: information-system, name: V, record-type: reference, identity-platform: true"
        f"{', ' if identity else ''}{identity}}}\n"
        "  f: {type: application-function, name: F, realizes: a}\n"
        "  a: {type: application-service, name: A, serves: x}\n"
    )
    assert [one.subject for one in judged("VNS116", model)] == found


@pytest.mark.parametrize(
    ("portal", "more"),
    [
        ("served-by: vn-2026:platform-a-6", ""),
        ("served-by: vn-2026:platform-a-16", ""),
        ("served-by: v", "realizes: vn-2026:qg-ntl-3"),
        ("served-by: a", "specializes: vn-2026:platform-a-16, realizes: a"),
    ],
)
def test_an_application_uses_vneid_if_the_national_platform_serves_it(judged, portal, more):
    of_another = {"platform-a-16": "platform-a-1", "platform-a-6": "platform-a-1", "qg-ntl-3": "qg-ntl-1"}
    model = (
        f"elements:\n  x: {{type: service-portal, name: X, {portal}}}\n  a: {{type: application-service, name: A}}\n"
        f"  v: {{type: information-system, name: V, record-type: reference{', ' if more else ''}{more}}}\n"
    )
    assert judged("VNS116", model) == []
    for platform, other in of_another.items():
        model = model.replace(platform, other)
    assert [one.subject for one in judged("VNS116", model)] == ["x"]


@pytest.mark.parametrize(
    ("shared", "own"),
    [
        ("assigned-to: f", "assigned-to: f"),
        ("assigned-to: f", "assigned-to: g"),
        ("assigned-to: f", "realizes: a"),
        ("realizes: a", "realizes: a"),
        ("realizes: a", "assigned-to: g"),
    ],
)
def test_a_function_is_duplicated_in_whatever_way_the_two_systems_provide_it(judged, shared, own):
    model = (
        f"elements:\n  n: {{type: information-system, name: N, shared-component: national, {shared}}}\n"
        f"  x: {{type: information-system, name: X, %s{own}}}\n"
        "  z: {type: information-system, name: Z, realizes: b}\n"
        "  f: {type: application-function, name: F, realizes: a}\n"
        "  g: {type: application-function, name: G, realizes: a}\n"
        "  a: {type: application-service, name: A}\n  b: {type: application-service, name: B}\n"
    )
    assert [one.subject for one in judged("VNS112", model % "")] == ["x"]
    assert judged("VNS112", model % "duplicate-reason: Minutes of a meeting, ") == []


@pytest.mark.parametrize("domain", ["hanoi.gov.vn", "agency.hanoi.gov.vn", "phuong-cua-nam.hanoi.gov.vn"])
def test_a_domain_of_the_province_its_agencies_and_communes_is_of_the_form(judged, domain):
    assert judged("VNS117", SYSTEM % ("web-site", f"domain: {domain}")) == []


@pytest.mark.parametrize(
    "domain",
    [
        "gov.vn",
        "hanoi.vn",
        "a.b.hanoi.gov.vn",
        "-a.hanoi.gov.vn",
        "hanoi.gov.vn.evil.com",
        "Hanoi.gov.vn",
        "https://hanoi.gov.vn",
    ],
)
def test_another_domain_is_not(judged, domain):
    assert [one.subject for one in judged("VNS117", SYSTEM % ("web-site", f'domain: "{domain}"'))] == ["x"]
