"""One defect is reported once: what cannot be judged because of it is not reported as well."""

import pytest

BROKEN = "elements: [\n"
PORTAL = "elements:\n  portal: {type: node, name: P, documentation: P.}\n"


def test_references_to_what_a_broken_file_may_define_are_one_info(found):
    files = {"a.yaml": PORTAL.replace("P.}", "P., owner: office, composed-of: [x, y]}"), "broken.yaml": BROKEN}
    assert found(files) == [("MOD007", "info", "broken.yaml", 1, 1), ("SRC001", "error", "broken.yaml", 1, 11)]


@pytest.mark.parametrize(
    "model",
    [
        PORTAL.replace("node", "system"),
        "kinds: {system: {base: platform, label: S}}\n" + PORTAL.replace("node", "system"),
        "kinds: {more: {extend: platform, attributes: {x: {type: text}}}}",
        "kinds: {s: {base: node, label: S, attributes: {x: {type: reference, to: platform}}}}",
        "kinds: {s: {base: node, label: S}}\n" + PORTAL.replace("node", "s").replace("P.}", "P., added-there: 1}"),
        PORTAL.replace("P.}", "P., composed-of: {to: portal, kind: whole, x: 1}}"),
    ],
)
def test_so_are_kinds_and_attributes_that_it_may_declare(found, model: str):
    rows = found({"a.yaml": model, "broken.yaml": BROKEN})
    assert [row[0] for row in rows if row[0] != "STR001"] == ["MOD007", "SRC001"]


def test_what_nobody_could_mend_in_the_broken_file_is_still_found(found):
    files = {"a.yaml": PORTAL.replace("P.}", "P., visibility: secret, valid: {from: 2}}"), "broken.yaml": BROKEN}
    assert [row[0] for row in found(files)] == ["SRC019", "MOD011", "SRC001"]


@pytest.mark.parametrize("model", ["element:\n  x: {type: goal}\n", "elements: [x]\n", "things: {}\nelements: {}\n"])
def test_a_file_whose_sections_are_wrong_may_define_anything_too(found, model: str):
    rows = found({"a.yaml": PORTAL.replace("P.}", "P., composed-of: x}"), "broken.yaml": model})
    assert [(row[0], row[2]) for row in rows if row[2] == "a.yaml"] == []
    assert "MOD007" in [row[0] for row in rows]


@pytest.mark.parametrize(
    "line",
    [
        "serves: citzen",
        "serve: citizen",
        "serves: [citizen, {t: citizen}]",
    ],
)
def test_who_is_left_alone_because_of_a_wrong_line_is_no_orphan(found, line: str):
    files = (
        f"elements:\n  portal: {{type: application-service, name: P, documentation: P., {line}}}\n"
        "  citizen: {type: business-actor, name: C, documentation: C.}\n"
    )
    assert [row[1] for row in found({"model.yaml": files})] == ["error"]


@pytest.mark.parametrize(
    "line", ["{from: portl, serves: citizen}", "{from: portal, serve: citizen}", "{serves: citizen}"]
)
def test_nor_is_whoever_a_wrong_entry_names(found, line: str):
    files = (
        "elements:\n  portal: {type: application-service, name: P, documentation: P.}\n"
        f"  citizen: {{type: business-actor, name: C, documentation: C., influences: []}}\nrelationships: [{line}]\n"
    )
    rows = [row for row in found({"model.yaml": files}) if row[1] == "error"]
    assert len(rows) == 1


@pytest.mark.parametrize(
    "line",
    [
        "valid: {to: 31/12/2016}, replaced-by: b, associated-with: b",
        "valid: {from: 2017, to: x}, owner: b, associated-with: b",
    ],
)
def test_a_validity_that_is_wrong_lets_no_rule_on_time_speak(found, line: str):
    files = (
        f"elements:\n  a: {{type: business-actor, name: A, documentation: A., {line}}}\n"
        "  b: {type: business-actor, name: B, documentation: B., valid: {from: 2017}}\n"
    )
    assert [row[0] for row in found({"model.yaml": files})] == ["MOD011"]


@pytest.mark.parametrize(
    "model",
    [
        "elements:\n  now: {type: plateau, name: N, documentation: N., date: 30/6/2017}\n",
        (
            "elements:\n  a: Cổng\n  b: {type: goal, name: B, documentation: B., influences: a}\n"
            "  c: {type: goal, name: C, documentation: C., influences: [d, a]}\n"
            "  d: {type: goal, name: D, documentation: D.}\n"
        ),
        (
            "kinds: {s: {base: node, label: S, attributes: {vendor: {type: text, required: true}}}}\n"
            "elements: {a: {type: s, name: A, documentation: A., vender: V}}\n"
        ),
    ],
)
def test_what_is_wrong_is_not_missing_as_well(found, model: str):
    assert [row[1] for row in found({"model.yaml": model})] == ["error"]


def test_what_only_the_second_of_two_elements_with_one_id_says_leaves_nobody_an_orphan(found):
    one = "elements:\n  a: {type: goal, name: A, documentation: A.}\n  b: {type: goal, name: B, documentation: B.}\n"
    other = "elements:\n  a: {type: goal, name: A, documentation: A., influences: b}\n"
    assert found({"a.yaml": one, "b.yaml": other}) == [("MOD003", "error", "b.yaml", 2, 3)]


def test_two_elements_of_one_name_are_no_duplicate_while_the_type_of_one_is_wrong(found):
    files = (
        "elements:\n  a: {type: goal, name: A, documentation: A., influences: b}\n"
        "  b: {type: gaol, name: A, documentation: B.}\n"
    )
    assert found({"model.yaml": files}) == [("MOD001", "error", "model.yaml", 3, 13)]


@pytest.mark.parametrize(
    ("own", "rows"),
    [
        ("eaframe: [\n", [("MOD028", "info", 1, 1), ("SRC001", "error", 1, 10)]),
        (
            "eaframe: 1\nname: T\nnamespace: test\nlanguages: []\n",
            [("MOD028", "info", 1, 1), ("SRC019", "error", 4, 12)],
        ),
        (
            "eaframe: 1\nname: T\nnamespace: test\nlangages: [vi]\n",
            [("MOD028", "info", 1, 1), ("SRC017", "error", 4, 1)],
        ),
        ("eaframe: 1\nname: T\nnamespace: Hà Nội\n", [("MOD028", "info", 1, 1), ("SRC019", "error", 3, 12)]),
        (
            "eaframe: 1\nname: T\nnamespace: test\nmetamodel: uml\n",
            [("MOD028", "info", 1, 1), ("MOD021", "error", 4, 12)],
        ),
        (
            "eaframe: 1\nname: T\nnamespace: test\nimports: {a: b}\n",
            [("MOD028", "info", 1, 1), ("SRC019", "error", 4, 1)],
        ),
    ],
)
def test_nothing_is_judged_by_settings_that_are_wrong(found, own: str, rows: list):
    files = {"eaframe.yaml": own, "model.yaml": PORTAL.replace("name: P", "name: {vi: P}, owner: vn:x")}
    assert [(code, severity, line, column) for code, severity, _, line, column in found(files)] == rows
