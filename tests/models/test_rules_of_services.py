"""SVC-01 to SVC-12 and TEC-01 to TEC-04: whom each part judges and whom it leaves alone."""

import json
from collections.abc import Callable, Mapping
from itertools import product
from typing import Final

import pytest

import eaframe
from eaframe.model.example import load_example
from eaframe.rules import Rule

TODAY: Final = 20261123

Finds = Callable[..., list[str]]


@pytest.fixture(scope="module")
def finds(libraries: eaframe.Workspace, law: Mapping[str, Rule], finds: Finds) -> Finds:
    """What one rule finds in elements, one a line, or in a model: on a day given, or on one on which it is asked."""

    def subjects(code: str, *lines: str, model: str = "", day: int = 0) -> list[str]:
        text = model or "elements:\n" + "".join(f"  {line}\n" for line in lines)
        read = load_example(libraries.model, text).findings
        assert [str(one.message) for one in read if one.severity == "error"] == []
        return finds(code, text, day or (TODAY if law[code].valid.holds(TODAY) else law[code].valid.last))

    return subjects


# SVC-01: what each level needs, and the part that asks for it.
NEEDS: Final = {"VNE221": (2, "electronic-form"), "VNE241": (3, "online-submission"), "VNE261": (4, "online-payment")}


@pytest.mark.parametrize("level", [1, 2, 3, 4])
@pytest.mark.parametrize("states", list(product(["true", "false", ""], repeat=3)), ids="/".join)
def test_a_level_needs_what_defines_it(finds, level, states):
    said = {name: state for (_, name), state in zip(NEEDS.values(), states, strict=True)}
    attributes = "".join(f", {name}: {state}" for name, state in said.items() if state)
    line = f"s: {{type: public-service, name: S, level: {level}{attributes}}}"
    lacking = {code for code, (from_, name) in NEEDS.items() if level >= from_ and said[name] != "true"}
    assert {code for code in NEEDS if finds(code, line)} == lacking


@pytest.mark.parametrize(("fee", "found"), [("true", ["s"]), ("false", []), ("", ["s"])])
def test_at_level_4_only_a_service_without_a_fee_needs_no_online_payment(finds, fee, found):
    assert (
        finds("VNE261", f"s: {{type: public-service, name: S, level: 4{f', has-fee: {fee}' if fee else ''}}}") == found
    )


OPEN = "{unknown: {by: office, until: 2030}}"
OFFICE = "office: {type: agency, name: Office}"


@pytest.mark.parametrize(
    ("code", "attributes"),
    [
        ("VNE201", f"level: {OPEN}"),
        ("VNE221", f"level: 4, electronic-form: {OPEN}"),
        ("VNE241", f"level: {OPEN}"),
        ("VNS202", f"delivery: {OPEN}"),
        ("VNS222", f"delivery: mot-phan, partial-reason: {OPEN}"),
        ("VNS204", f"has-fee: {OPEN}"),
        ("VNS204", f"has-fee: true, online-payment: {OPEN}"),
        ("VNC205", f"no-prefill-reason: {OPEN}"),
        ("VNS231", f"proactive-level: 4, reversible: {OPEN}"),
    ],
)
def test_what_is_recorded_as_unknown_is_not_blamed(finds, code, attributes):
    assert finds(code, OFFICE, f"s: {{type: public-service, name: S, {attributes}}}") == []


def test_a_partly_online_service_may_not_say_that_no_reason_applies(finds):
    line = "s: {type: public-service, name: S, delivery: mot-phan, partial-reason: {not-applicable: none}}"
    assert finds("VNS222", line) == ["s"]


@pytest.mark.parametrize(
    "reason", ["presence-required", "field-verification", "technical-fault", "other-technical-problem"]
)
def test_each_reason_of_the_closed_list_is_one(finds, reason):
    line = f"s: {{type: public-service, name: S, delivery: mot-phan, partial-reason: {reason}}}"
    assert finds("VNS222", line) == []


@pytest.mark.parametrize("code", ["VNE201", "VNS202", "VNC205", "VNS203"])
def test_a_service_with_members_is_passed_over_and_its_members_are_not(finds, code):
    lines = ["all: {type: public-service, name: All, aggregates: one}", "one: {type: public-service, name: One}"]
    assert finds(code, *lines) == ["one"]


@pytest.mark.parametrize("code", ["VNE201", "VNS202", "VNC205", "VNS203"])
def test_a_service_that_settles_no_procedure_is_passed_over(finds, code):
    assert finds(code, "s: {type: public-service, name: S, service-purpose: other-need}") == []


GOOD_CODES = ["1.000494", "2.123456", "1.000494.000.00.00.H29", "1.000494.000.00.00.A00"]
BAD_CODES = [
    "1.00049",  # a digit short
    "1.0004940",
    "1,000494",
    " 1.000494",
    "1.000494.000.00.00",
    "1.000494.000.00.00.H2",
    "1.000494.000.00.00.Z26",  # Z is no agency of the state
    "1.000494.000.00.00.h26",
    "1.000494.001.00.00.H26",
    "1.000494\n",
    "１.000494",  # a digit of full width
    "1.000494.H26",
    "DVC-1",
]


@pytest.mark.parametrize(
    ("code", "kind", "attribute"),
    [("VNC203", "administrative-procedure", "procedure-code"), ("VNC223", "public-service", "service-code")],
)
def test_a_code_of_a_procedure_has_the_form_of_those_in_use(finds, code, kind, attribute):
    for value in GOOD_CODES:
        assert (value, finds(code, f"x: {{type: {kind}, name: X, {attribute}: {json.dumps(value)}}}")) == (value, [])
    for value in BAD_CODES:
        assert (value, finds(code, f"x: {{type: {kind}, name: X, {attribute}: {json.dumps(value)}}}")) == (value, ["x"])


OLD_DOSSIERS = ["000.00.53.H48-220921-0099", "000.00.00.H26-191231-0001"]
NEW_DOSSIERS = ["H26-210921-0099", "H26.15-210921-0099", "H26.15.3-210921-0099"]
BAD_DOSSIERS = [
    "H26-210921-99",
    "H26-212109-0099",  # no month 21
    "H26-210900-0099",  # no day 0
    "H26-20210921-0099",
    "h26-210921-0099",
    "H26.-210921-0099",
    "000.00.53.H48/220921/0099",
    "00.00.53.H48-220921-0099",
    "Z26-210921-0099",
]


@pytest.mark.parametrize("kind", ["administrative-procedure", "one-stop-system"])
def test_a_dossier_code_has_the_old_form_or_since_2020_the_new_one(finds, kind):
    found = {
        (code, value)
        for code in ("VNE210", "VNC210")
        for value in (*OLD_DOSSIERS, *NEW_DOSSIERS, *BAD_DOSSIERS)
        if finds(code, f"x: {{type: {kind}, name: X, dossier-code-sample: {value}}}")
    }
    bad = {(code, value) for code in ("VNE210", "VNC210") for value in BAD_DOSSIERS}
    assert found == bad | {("VNE210", value) for value in NEW_DOSSIERS}


SERVICE = "s: {type: public-service, name: Permit%s}"
PROCEDURE = "p: {type: administrative-procedure, name: Permit, procedure-code: '1.000494', realizes: s%s}"


@pytest.mark.parametrize(
    ("rest", "found"),
    [
        (", service-code: '1.000494'", []),
        (", service-code: '1.000495'", ["s"]),
        ("", ["s"]),
        (", procedure-count: 1", ["s"]),
        (", procedure-count: 7", []),  # a group has no code of its own
        (", service-purpose: other-need", []),
    ],
)
def test_a_service_has_the_code_of_its_one_procedure(finds, rest, found):
    assert finds("VNS223", SERVICE % rest, PROCEDURE % "") == found


def test_of_a_procedure_whose_code_is_not_known_no_code_is_asked(finds):
    procedure = "p: {type: administrative-procedure, name: P, realizes: s, procedure-code: %s}"
    assert finds("VNS223", SERVICE % "", procedure % OPEN, OFFICE) == []
    assert finds("VNS223", SERVICE % "", "p: {type: administrative-procedure, name: P, realizes: s}") == []


@pytest.mark.parametrize(
    ("name", "more", "found"),
    [
        ("Permit", [], []),
        ("Permits online", [], ["s"]),
        ("permit", [], ["s"]),
        ("Permits online", ["q: {type: administrative-procedure, name: Other, realizes: s}"], []),  # of two
        ("Permit", ["a: {type: application-service, name: Form, realizes: s}"], []),  # no procedure
    ],
)
def test_a_service_is_named_as_its_one_procedure(finds, name, more, found):
    assert finds("VNS243", f"s: {{type: public-service, name: {name}}}", PROCEDURE % "", *more) == found


PAID = "{type: public-service, name: S, has-fee: true, online-payment: true}"


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        ([f"s: {PAID}"], ["s"]),
        ([f"s: {PAID}", "pay: {type: application-service, name: Pay, serves: s}"], ["s"]),  # serves, but how?
        ([f"s: {PAID}", "pay: {type: application-service, name: Pay, serves: [{to: s, kind: payment}]}"], []),
        ([f"s: {PAID}", "pay: {type: information-system, name: Pay, serves: [{to: s, kind: payment}]}"], []),
        (
            [
                f"s: {PAID}",
                "all: {type: public-service, name: All, aggregates: s}",
                "pay: {type: application-service, name: Pay, serves: [{to: all, kind: payment}]}",
            ],
            [],
        ),
        (["s: {type: public-service, name: S, has-fee: false, online-payment: true}"], []),
        (["s: {type: public-service, name: S, has-fee: true, online-payment: false}"], []),  # VNS204 says it
    ],
)
def test_a_fee_that_is_paid_online_is_taken_by_a_component(finds, lines, found):
    assert finds("VNC204", *lines) == found


DATA = "people: {type: database, name: People}"
S = "s: {type: public-service, name: S}"


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        ([S], ["s"]),
        (["s: {type: public-service, name: S, accesses: {to: people, kind: prefill, mode: read}}"], []),
        (["s: {type: public-service, name: S, accesses: {to: people, mode: read}}"], ["s"]),  # no prefilling
        ([S, "p: {type: administrative-procedure, name: P, realizes: s, accesses: {to: people, kind: prefill}}"], []),
        ([S, "x: {type: information-system, name: X, serves: s, accesses: {to: people, kind: prefill}}"], []),
        (
            [
                S,
                "a: {type: application-service, name: A, realizes: s}",
                "x: {type: information-system, name: X, realizes: a, accesses: {to: people, kind: prefill}}",
            ],
            [],
        ),
        ([S, "x: {type: information-system, name: X, accesses: {to: people, kind: prefill}}"], ["s"]),  # not of s
    ],
)
def test_a_service_prefills_from_a_database_or_says_why_not(finds, lines, found):
    assert finds("VNC205", DATA, *lines) == found


PORTAL = "portal: {type: service-portal, name: Portal, %s}"
CENTRAL = "national: {type: information-system, name: National, record-type: reference, procedure-system: central, %s}"


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        ([S, PORTAL % "serves: s"], []),
        ([S, CENTRAL % "serves: s"], []),
        ([S, PORTAL % "serves: s", CENTRAL % "serves: s"], ["s"]),
        (
            # The way of most models: a component performs a function that realizes a service that realizes the service.
            [
                S,
                "form: {type: application-service, name: Form, realizes: s}",
                "intake: {type: application-function, name: Intake, realizes: form}",
                PORTAL % "assigned-to: intake",
                CENTRAL % "serves: s",
            ],
            ["s"],
        ),
        (
            [
                S,
                "x: {type: information-system, name: X, procedure-system: provincial, serves: s}",
                CENTRAL % "serves: s",
            ],
            ["s"],
        ),
        ([S, PORTAL % "procedure-system: central, serves: s", CENTRAL % "serves: s"], []),
        ([S, PORTAL % "record-type: reference, serves: s", CENTRAL % "serves: s"], []),
        # A population database serves every province and settles no procedure.
        ([S, PORTAL % "serves: s", "x: {type: information-system, name: X, record-type: reference, serves: s}"], []),
        (
            [S, "t: {type: public-service, name: T}", PORTAL % "serves: s", CENTRAL % "serves: t"],
            [],
        ),
    ],
)
def test_a_service_is_settled_in_one_place(finds, lines, found):
    assert finds("VNS206", *lines) == found


SHOP = "shop: {type: one-stop-shop, name: Shop, assigned-to: one-stop}"
ONE_STOP = "one-stop: {type: public-service, name: One-stop}"


@pytest.mark.parametrize(
    ("rest", "found"),
    [
        ("", ["p"]),
        ("realizes: one-stop", []),
        ("served-by: shop", []),
        ("specializes: general", []),
        ("realizes: s", []),  # the group that s belongs to is received there
        ("one-stop-exemption: Of state secrets", []),
    ],
)
def test_a_procedure_is_received_at_a_one_stop_shop_or_says_why_not(finds, rest, found):
    lines = [
        f"p: {{type: administrative-procedure, name: P{', ' if rest else ''}{rest}}}",
        "general: {type: administrative-procedure, name: General, realizes: one-stop}",
        "s: {type: public-service, name: S, aggregated-by: one-stop}",
    ]
    assert finds("VNC207", SHOP, ONE_STOP, *lines) == found


@pytest.mark.parametrize(("code", "kind"), [("VNE208", "service-portal"), ("VNE228", "one-stop-system")])
@pytest.mark.parametrize(
    ("attributes", "found"),
    [
        ([], ["test"]),  # none: nobody but the workspace can be blamed
        ([""], []),
        (["", ""], ["x1"]),
        (["", "record-type: reference"], []),
        (["", "lifecycle: planned"], []),
        (["", "lifecycle: retired"], []),
        (["lifecycle: operating", "lifecycle: pilot"], ["x1"]),
        (["", "part-of: x0"], []),
        (["", "valid: {to: 2019-12-31}"], []),  # asked on the last day of the rule
        (["record-type: reference"], ["test"]),
    ],
)
def test_a_province_has_one_portal_and_one_one_stop_system(finds, code, kind, attributes, found):
    rest = (f", {one}" if one else "" for one in attributes)
    lines = [f"x{index}: {{type: {kind}, name: X{index}{one}}}" for index, one in enumerate(rest)]
    assert finds(code, "someone: {type: agency, name: Someone}", *lines) == found


@pytest.mark.parametrize(
    ("legal", "steps", "found"),
    [
        ("5", ["2", "3"], []),
        ("5", ["2", "3.5"], ["p"]),
        ("5", ["0.1"] * 50, []),  # exactly five, whatever floats make of it
        ("5", ["0.1"] * 51, ["p"]),
        ("0", ["0"], []),
        ("5", ["2", ""], []),  # nobody can say; VNC229 asks for the duration
        ("", ["99"], []),
        (OPEN, ["99"], []),
        ("5", [], []),
    ],
)
def test_the_steps_of_a_procedure_do_not_take_longer_than_its_legal_time(finds, legal, steps, found):
    rest = f", legal-days: {legal}" if legal else ""
    parts = f", composed-of: [{', '.join(f's{index}' for index in range(len(steps)))}]" if steps else ""
    lines = [f"p: {{type: administrative-procedure, name: P{rest}{parts}}}", OFFICE]
    lines += [
        f"s{index}: {{type: processing-step, name: S{index}{f', duration-days: {one}' if one else ''}}}"
        for index, one in enumerate(steps)
    ]
    assert finds("VNC249", *lines) == found


@pytest.mark.parametrize(
    ("performer", "found"), [("office", []), ("clerk", []), ("", ["s"])], ids=["a unit", "a role", "nobody"]
)
def test_a_step_is_performed_by_a_unit_or_a_role(finds, performer, found):
    rest = f", performed-by: {performer}" if performer else ""
    lines = [f"s: {{type: processing-step, name: S{rest}}}", OFFICE, "clerk: {type: business-role, name: Clerk}"]
    assert finds("VNC209", *lines) == found


@pytest.mark.parametrize(
    ("code", "kind", "attribute", "good", "bad"),
    [
        ("VNC269", "administrative-procedure", "incomplete-return-days", ["0", "3"], ["3.5", "4"]),
        ("VNC212", "public-service", "clicks-from-home", ["0", "3"], ["4"]),
        ("VNC232", "service-portal", "available-24-7", ["true"], ["false"]),
        ("VNE212", "service-portal", "maintenance-notice-days", ["1", "7"], ["0"]),
        ("VNS212", "public-service", "maintenance-notice-days", ["7", "8"], ["0", "1", "6"]),
        ("VNC421", "technical-interface", "formats", ["[json]", "[xml-1.0, csv]"], ["[other]", "[json, other]"]),
        ("VNC401", "technical-interface", "protocols", ["[rest]", "[https, ipv6]"], ["[other]", "[rest, other]"]),
        ("VNC481", "technical-interface", "encoding", ["utf-8"], ["other"]),
        ("VNC423", "technology-product", "end-of-support", ["2026", "2026-11-23", "2027"], ["2025", "2026-11-22"]),
    ],
)
def test_a_value_is_judged_and_a_missing_one_is_not(finds, code, kind, attribute, good, bad):
    found = {value: finds(code, f"x: {{type: {kind}, name: X, {attribute}: {value}}}") for value in (*good, *bad)}
    assert found == {value: [] for value in good} | {value: ["x"] for value in bad}
    assert finds(code, f"x: {{type: {kind}, name: X}}") == []


@pytest.mark.parametrize(
    ("attributes", "found"),
    [
        ("", set()),
        ("confidential: false, protocols: [http-1.1], tls-version: '1.0'", set()),
        ("confidential: true", {"VNC441", "VNC461"}),
        ("confidential: true, protocols: [rest], tls-version: '1.1'", {"VNC441", "VNC461"}),
        ("confidential: true, protocols: [rest, https], tls-version: '1.2'", set()),
        ("confidential: true, protocols: [https], tls-version: '1.3'", set()),
        (f"confidential: true, protocols: {OPEN}, tls-version: {OPEN}", set()),
    ],
)
def test_confidential_exchange_is_over_https_and_tls_1_2(finds, attributes, found):
    line = f"x: {{type: technical-interface, name: X{', ' if attributes else ''}{attributes}}}"
    assert {code for code in ("VNC441", "VNC461") if finds(code, OFFICE, line)} == found


@pytest.mark.parametrize("kind", ["network-node", "data-centre", "wide-area-network"])
@pytest.mark.parametrize(
    ("attributes", "found"),
    [
        ("internet-facing: true", ["x"]),
        ("internet-facing: true, ipv6: true", []),
        ("internet-facing: true, ipv6: false", ["x"]),
        ("internet-facing: true, ipv6: false, ipv6-plan: 2026-11-23", []),
        ("internet-facing: true, ipv6-plan: 2026-11-22", ["x"]),  # it is over
        (f"internet-facing: true, ipv6: {OPEN}", []),
        ("ipv6: false", []),
    ],
)
def test_what_faces_the_internet_has_ipv6_or_a_plan_for_it(finds, kind, attributes, found):
    assert finds("VNC402", f"x: {{type: {kind}, name: X, {attributes}}}", OFFICE) == found


def test_a_product_that_is_no_longer_used_may_be_without_support(finds):
    product_of = "x: {type: technology-product, name: X, product-state: %s, end-of-support: 2015}"
    found = {one: finds("VNC423", product_of % one) for one in ("evaluated", "in-use", "phasing-out", "retired")}
    assert found == {"evaluated": ["x"], "in-use": ["x"], "phasing-out": ["x"], "retired": []}


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("x: {type: service-portal, name: X}", ["x"]),
        ("x: {type: web-site, name: X, accessibility: wcag-2.0}", []),
        ("x: {type: web-site, name: X, accessibility: none}", ["x"]),
        ("x: {type: web-site, name: X, record-type: reference}", []),
        ("x: {type: technical-interface, name: X}", []),
        ("x: {type: technical-interface, name: X, public-facing: true}", ["x"]),
        ("x: {type: information-system, name: X}", []),
    ],
)
def test_what_the_public_uses_declares_its_accessibility(finds, line, found):
    assert finds("VNS404", line) == found


@pytest.mark.parametrize(
    ("attributes", "found"),
    [
        ("", set()),
        ("proactive: false", set()),
        ("proactive: true", {"VNS211"}),
        ("proactive: true, proactive-level: 1", set()),
        ("proactive: true, proactive-level: 3", set()),
        ("proactive: true, proactive-level: 4", {"VNS231"}),
        ("proactive: true, proactive-level: 4, reversible: false", {"VNS231"}),
        ("proactive: true, proactive-level: 4, reversible: true", set()),
    ],
)
def test_a_proactive_service_has_a_level_and_at_level_4_can_be_undone(finds, attributes, found):
    line = f"s: {{type: public-service, name: S{', ' if attributes else ''}{attributes}}}"
    assert {code for code in ("VNS211", "VNS231") if finds(code, line)} == found
