"""Small hostile models: what the law catches and a rule did not, and what a rule blamed and the law does not."""

from typing import Final

import pytest

TODAY: Final = 20261123
IN_2017: Final = 20170630
UNKNOWN: Final = "{unknown: {by: y, until: 2090-01-01}}"
NEVER: Final = "{not-applicable: Nobody needs one}"
LEVEL_4: Final = "  v: {type: public-service, name: V, level: 4}\n"
PORTAL: Final = "  s: {type: service-portal, name: S, security-level: 2%s}\n"
SERVES: Final = "  a: {type: application-service, name: A, serves: %s}\n"
PARTS: Final = """\
  s: {type: information-system, name: S, security-level: 2, composed-of: m}
  m: {type: application-component, name: M, composed-of: p}
  p: {type: information-system, name: P, security-level: 4%s}
"""
WHOLE: Final = """\
  s: {type: information-system, name: S, security-level: 2, composed-of: p}
  p: {type: information-system, name: P, security-level: 4%s}
"""
UNITS: Final = """\
  a: {type: agency, name: A, agency-code: H26.1, composed-of: b}
  b: {type: agency, name: B, agency-code: %s}
"""
SITES: Final = """\
  p: {type: web-site, name: P, domain: hanoi.gov.vn, composed-of: s}
  s: {type: web-site, name: S, domain: %s}
"""
MASTER: Final = """\
  e: {type: data-entity, name: E, master-data: true}
  d: {type: database, name: D, composed-of: e}
  s: {type: information-system, name: S, accesses: [{to: d, mode: readwrite}]}
"""
SECOND: Final = "  r: {type: information-system, name: R, accesses: [{to: %s, mode: write}]%s}\n"
EXCHANGE: Final = """\
  a: {type: information-system, name: A, flows-to: [{to: b, kind: data-exchange, data-group: G, channel: %s}]}
  b: {type: information-system, name: B}
"""
STEPS: Final = """\
  g: {type: administrative-procedure, name: G, legal-days: 1, aggregates: [a, b]}
  a: {type: processing-step, name: A, duration-days: 1}
  b: {type: processing-step, name: B, duration-days: 1}
"""
TRACE: Final = """\
  t: {type: transition-task, name: T, associated-with: [g%s]}
  g: {type: gap, name: G, associated-with: s%s}
  s: {type: information-system, name: S%s}
  m: {type: information-system, name: M, realizes: z}
  z: {type: goal, name: Z}
"""
Y: Final = "  y: {type: agency, name: Y}\n"
Z: Final = "  z: {type: agency, name: Z}\n"
PLATEAU: Final = "  p: {type: plateau, name: P, date: 2026, aggregates: s}\n"
PROCEDURE: Final = "  q: {type: administrative-procedure, name: Q, realizes: v}\n"
STEP_OF_PROCEDURE: Final = "  p: {type: processing-step, name: P, part-of: q}\n" + PROCEDURE
BUS_SERVED_BY_VNEID: Final = """\
  l: {type: integration-platform, name: L, served-by: v}
  v: {type: information-system, name: V, record-type: reference, identity-platform: true}
"""
CENTRAL: Final = (
    "  n: {type: information-system, name: N, record-type: reference, procedure-system: central, serves: s}\n"
)
NATIONAL_PORTAL: Final = "  n: {type: service-portal, name: N, record-type: reference}\n"
SHOP_OF_THE_CITY: Final = """\
  d: {type: agency, name: D, part-of: y}
  o: {type: one-stop-shop, name: O, serves: y}
"""
COMMUNES: Final = "  g: {type: administrative-unit-group, name: G, unit-count: 126}\n"
SAME_CODE: Final = """\
  z: {type: agency, name: Z}
  a: {type: information-system, name: A, record-type: reference, owner: y, source-code: HT-1}
  b: {type: information-system, name: B, record-type: reference, owner: z, source-code: HT-1}
"""


def of(kind: str, attributes: str = "") -> str:
    """One element `s` of a kind, with these attributes."""
    return f"  s: {{type: {kind}, name: S{', ' if attributes else ''}{attributes}}}\n"


# Code, day, model, and of what it finds a breach.
CAUGHT: Final = [
    ("VNC002", 20220915, of("agency", "agency-code: 000.00.00.H26"), "s"),
    ("VNC021", 20220916, of("agency", "agency-code: 000.00.00.H26"), "s"),
    ("VNC061", TODAY, UNITS % "H26.15", "b"),
    ("VNC061", TODAY, UNITS % "H26.1", "b"),
    ("VNC101", TODAY, of("information-system", f"owner: {NEVER}"), "s"),
    ("VNC102", TODAY, of("information-system", f"security-level: {NEVER}"), "s"),
    ("VNC102", TODAY, of("information-system", f"lifecycle: {NEVER}"), "s"),
    ("VNC104", TODAY, PARTS % "", "s"),
    ("VNC105", IN_2017, PORTAL % ", serves: v" + LEVEL_4, "s"),
    ("VNC105", IN_2017, PORTAL % ", realizes: a" + SERVES % "v" + LEVEL_4, "s"),
    ("VNC105", IN_2017, PORTAL % ", realizes: a" + SERVES % "q" + PROCEDURE + LEVEL_4, "s"),
    ("VNC105", TODAY, PORTAL % ", serves: v" + "  v: {type: public-service, name: V, delivery: toan-trinh}\n", "s"),
    ("VNC106", TODAY, of("information-system", "security-level: 2, information-classes: [state-secret]"), "s"),
    ("VNC107", TODAY, of("data-centre", "security-level: 2, sharing-scope: province"), "s"),
    ("VNC108", TODAY, of("information-system", "security-level: 3, valid: {from: 2025-11-23}"), "s"),
    ("VNC108", TODAY, of("information-system", "security-level: 5, valid: {from: 2026-05-23}"), "s"),
    ("VNC128", TODAY, of("information-system", "last-security-check: 2024-11-22"), "s"),
    ("VNC128", TODAY, of("information-system", f"security-level: {UNKNOWN}, last-security-check: 2024-11-22"), "s"),
    (
        "VNC148",
        TODAY,
        of("information-system", "security-level: 3, lifecycle: pilot, last-security-check: 2025-11-22"),
        "s",
    ),
    ("VNS111", TODAY, of("information-system") + PLATEAU, "s"),
    ("VNS111", TODAY, of("information-system", "associated-with: g") + "  g: {type: gap, name: G}\n", "s"),
    ("VNS116", TODAY, of("service-portal", "served-by: l") + BUS_SERVED_BY_VNEID, "s"),
    ("VNS155", 20270702, of("information-system", "digital-platform: true, valid: {from: 2026-07-01}"), "s"),
    ("VNS177", TODAY, SITES % "nothanoi.gov.vn", "s"),
    ("VNS177", TODAY, SITES % "hanoi.gov.vn", "s"),
    ("VNE201", IN_2017, of("public-service", f"level: {NEVER}"), "s"),
    ("VNC207", TODAY, of("administrative-procedure", "performed-by: d") + SHOP_OF_THE_CITY, "s"),
    ("VNC227", TODAY, of("one-stop-shop", f"owner: {NEVER}"), "s"),
    ("VNC249", TODAY, STEPS, "g"),
    ("VNS302", TODAY, MASTER + SECOND % ("d", ""), "e"),
    ("VNC344", TODAY, EXCHANGE % "dedicated", "a--flows-to--b"),
    ("VNC344", TODAY, EXCHANGE % "api", "a--flows-to--b"),
    ("VNE304", 20170810, EXCHANGE % "ndxp", "a--flows-to--b"),
    ("VNC327", TODAY, of("open-data-set", "catalogue-review: 2026-11-01, last-update: 2026-11-01"), "s"),
    ("VNC347", TODAY, of("open-data-set", "published: 2026-08-23, last-update: 2026-08-23"), "s"),
    ("VNS506", TODAY, of("public-service", f"owner: {UNKNOWN}"), "s"),
    ("VNS507", TODAY, of("information-system", f"record-type: reference, source-code: {NEVER}"), "s"),
    ("VNS512", TODAY, TRACE % (", z", "", ""), "t"),
    ("VNS512", TODAY, TRACE % ("", "", ", associated-with: m"), "t"),
    ("VNS563", TODAY, of("information-system", "local-code: KT-1") + PLATEAU, "s"),
    ("VNS573", 20270130, of("framework-dossier", "issued: 2026-07-28"), "s"),
]


@pytest.mark.parametrize(("code", "day", "model", "found"), CAUGHT)
def test_a_breach_is_found_however_it_is_hidden(code, day, model, found, finds):
    assert set(finds(code, f"elements:\n{Y}{model}", day)) == {found}


GONE: Final = "lifecycle: retired"
NOT_BLAMED: Final = [
    # what is planned, or no longer used
    ("VNC103", TODAY, of("information-system", f"security-level: 3, {GONE}")),
    ("VNC104", TODAY, PARTS % f", {GONE}"),
    ("VNC104", TODAY, WHOLE % f", {GONE}"),
    ("VNC105", IN_2017, PORTAL % ", realizes: v" + LEVEL_4.replace("}", f", {GONE}}}")),
    ("VNC143", TODAY, of("information-system", f"security-level: 3, approver-rank: specialised-unit, {GONE}")),
    ("VNC188", TODAY, of("information-system", f"security-level: 3, last-security-check: 2020-01-01, {GONE}")),
    ("VNS109", TODAY, of("information-system", f"security-level: 4, {GONE}")),
    ("VNS110", TODAY, of("information-system", f"security-level: 4, network-channels: 1, {GONE}")),
    ("VNS130", TODAY, of("information-system", f"security-level: 4, physical-routes: 1, {GONE}")),
    ("VNS111", TODAY, of("information-system", GONE)),
    ("VNS115", TODAY, of("information-system", f"digital-platform: true, {GONE}")),
    ("VNS135", TODAY, of("information-system", f"digital-platform: true, {GONE}")),
    ("VNE201", IN_2017, of("public-service", "lifecycle: planned")),
    ("VNE221", IN_2017, of("public-service", f"level: 2, {GONE}")),
    ("VNS202", TODAY, of("public-service", "lifecycle: planned")),
    ("VNS203", TODAY, of("public-service", GONE)),
    ("VNC205", TODAY, of("public-service", GONE)),
    ("VNS206", TODAY, of("public-service") + CENTRAL + f"  c: {{type: one-stop-system, name: C, serves: s, {GONE}}}\n"),
    ("VNC301", TODAY, of("database", "lifecycle: planned")),
    ("VNC321", TODAY, of("database", GONE)),
    ("VNC326", TODAY, of("database", GONE)),
    ("VNC308", TODAY, of("database", GONE)),
    ("VNS302", TODAY, MASTER + SECOND % ("e", ", lifecycle: planned")),
    ("VNS404", TODAY, of("service-portal", "lifecycle: planned")),
    # what another owns
    ("VNC402", TODAY, of("data-centre", "record-type: reference, internet-facing: true")),
    ("VNE201", IN_2017, of("public-service", "record-type: reference")),
    ("VNS202", TODAY, of("public-service", "record-type: reference")),
    ("VNS203", TODAY, of("public-service", "record-type: reference")),
    ("VNS204", TODAY, of("public-service", "record-type: reference, has-fee: true")),
    ("VNS222", TODAY, of("public-service", "record-type: reference, delivery: mot-phan")),
    ("VNE208", 20180621, of("service-portal", "part-of: n") + NATIONAL_PORTAL),
    ("VNS523", TODAY, SAME_CODE),
    # what is not due yet
    ("VNC021", 20220915, of("agency", "agency-code: 000.00.00.H26")),
    ("VNC108", TODAY, of("information-system", "security-level: 3, valid: {from: 2025-11-24}")),
    ("VNC108", TODAY, of("information-system", "security-level: 5, valid: {from: 2026-05-24}")),
    ("VNC326", TODAY, of("database", "valid: {from: 2025-11-24}")),
    ("VNS155", 20270701, of("information-system", "digital-platform: true, valid: {from: 2026-07-01}")),
    ("VNS573", 20270130, of("framework-dossier", "issued: 2026-07-29")),
    # what complies in another way
    ("VNC061", TODAY, UNITS % "H26.1.5"),
    ("VNC105", IN_2017, PORTAL % ", serves: p" + STEP_OF_PROCEDURE + LEVEL_4),
    ("VNS115", TODAY, of("information-system", "digital-platform: true, realizes: a") + SERVES % "[y, z]" + Z),
    ("VNS115", TODAY, of("information-system", "digital-platform: true, serves: g") + COMMUNES),
    ("VNE208", 20180621, of("service-portal", "aggregates: t") + "  t: {type: service-portal, name: T}\n"),
    (
        "VNC229",
        TODAY,
        of("processing-step", "composed-of: t") + "  t: {type: processing-step, name: T, duration-days: 1}\n",
    ),
    ("VNS302", TODAY, MASTER),
    ("VNS302", TODAY, MASTER + SECOND % ("d", ", lifecycle: retired")),
    ("VNC344", TODAY, EXCHANGE % "document-axis"),
    ("VNE304", 20200525, EXCHANGE % "ndxp"),
    ("VNS311", TODAY, of("project-design", "realizes: e") + "  e: {type: data-entity, name: E}\n"),
    ("VNS512", TODAY, TRACE % ("", "", ", realizes: z")),
    ("VNS512", TODAY, TRACE.replace("associated-with: s%s", "associated-with: [s, z]%s") % ("", "", "")),
    ("VNC401", 20180701, of("technical-interface", "protocols: [jsr-168, wsrp-1.0]")),
]


@pytest.mark.parametrize(("code", "day", "model"), NOT_BLAMED)
def test_what_the_law_allows_is_not_blamed(code, day, model, finds):
    assert finds(code, f"elements:\n{Y}{model}", day) == []


@pytest.mark.parametrize(
    ("service", "procedure", "found"),
    [
        ("'1.000494'", "1.000494.000.00.00.H26", []),
        ("1.000494.000.00.00.H26", "'1.000494'", []),
        ("'1.000494'", "1.000495.000.00.00.H26", ["s"]),
        ("1.000494.000.00.00.H26", "1.000494.000.00.00.H29", ["s"]),
    ],
)
def test_the_national_and_the_local_form_of_a_code_are_of_one_procedure(service, procedure, found, finds):
    model = of("public-service", f"service-code: {service}")
    model += f"  q: {{type: administrative-procedure, name: S, procedure-code: {procedure}, realizes: s}}\n"
    assert finds("VNS223", f"elements:\n{model}", TODAY) == found


@pytest.mark.parametrize(("day", "found"), [(20170629, []), (20170630, ["s"])])
def test_a_level_that_changes_on_a_day_is_asked_for_from_that_day(day, found, finds):
    levels = "[{value: 2, valid: {to: 2017-06-29}}, {value: 3, valid: {from: 2017-06-30}}]"
    model = PORTAL % ", realizes: v" + LEVEL_4.replace("level: 4", f"level: {levels}")
    assert finds("VNC105", f"elements:\n{model}", day) == found


def test_a_provincial_component_does_not_do_again_what_a_national_one_does(finds):
    model = """\
elements:
  n: {type: information-system, name: N, record-type: reference, shared-component: national, realizes: a}
  a: {type: application-service, name: A}
  s: {type: information-system, name: S, shared-component: province, realizes: a%s}
"""
    assert finds("VNS152", model % "", TODAY) == ["s"]
    assert finds("VNS112", model % "", TODAY) == []
    assert finds("VNS152", model % ", duplicate-reason: Minutes of a meeting", TODAY) == []
