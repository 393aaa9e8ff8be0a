import pytest

MODEL = (
    "elements:\n  a: {type: goal, name: A, folder: F/G, tags: [x]}\n"
    "  b: {type: node, name: B, flows-to: {to: c, id: flow}}\n"
    "  c: {type: node, name: C, associated-with: flow, documentation: The C.}\n"
    "views: {v: {name: V, code: C-1, tags: t, include: [{type: goal}]}}\n"
)
RULES = """\
rules:
  - {code: TEST001, name: unnamed, summary: S., hint: H., select: {relationship: any}, check: {required: name}}
  - {code: TEST002, name: small, summary: S., hint: H., select: {view: {}}, check: {attribute: size, min: 2}}
  - {code: TEST003, name: no-version, summary: S., hint: H., select: workspace, check: {required: version}}
"""


@pytest.fixture
def severities(judged):
    """The severities of the findings of a code under these cases, by subject: `a error, b info`."""

    def rows(code: str, cases: str, files: dict | None = None) -> str:
        own = f"eaframe: 1\nname: T\nnamespace: test\ncode-prefixes: [TEST]\nseverity: {{{code}: {cases}}}\n"
        found = judged({"eaframe.yaml": own, "in/model.yaml": MODEL, "rules.yaml": RULES, **(files or {})})
        return ", ".join(f"{one.finding.subject} {one.finding.severity}" for one in found if one.finding.code == code)

    return rows


@pytest.mark.parametrize(
    ("cases", "expected"),
    [
        ("error", "a error, b error"),
        ("off", ""),
        ("[{set: off, select: {type: goal}}]", "b warning"),
        ("[{set: info, select: [{type: goal}, {id: b}]}]", "a info, b info"),
        ("[{set: info, select: {type: goal}}, {set: error}]", "a info, b error"),
        ("[{set: error}, {set: info, select: {type: goal}}]", "a error, b error"),  # the first that fits
        ("[{set: info, path: in/*.yaml}]", "a info, b info"),
        ("[{set: info, path: out/*.yaml}]", "a warning, b warning"),
        ("[{set: info, path: [out/*, in/*], select: {folder: F}}]", "a info, b warning"),
        ("[{set: error, select: {tag: x}}, {set: off}]", "a error"),
        ("[]", "a warning, b warning"),
    ],
)
def test_a_severity_is_set_per_code_selection_and_file(severities, cases, expected):
    assert severities("CPL002", cases) == expected


def test_a_finding_about_a_relationship_goes_with_what_it_comes_from(severities):
    assert severities("TEST001", "[{set: error, select: {id: b}}]") == "flow error, c--associated-with--flow warning"
    assert severities("TEST001", "[{set: error, select: {relationship: flows-to}}]").startswith("flow error")
    assert severities("TEST001", "[{set: error, select: {id: c}}]").endswith("flow error")


@pytest.mark.parametrize(
    ("code", "cases", "expected"),
    [
        ("TEST002", "[{set: error, select: {view: {}}}]", "v error"),
        ("TEST002", "[{set: error, select: {view: {id: v}}}]", "v error"),
        ("TEST002", "[{set: error, select: {view: {viewpoint: layered}}}]", "v error"),
        ("TEST002", "[{set: error, select: {view: {tag: t, code: C-1}}}]", "v error"),
        ("TEST002", "[{set: error, select: {view: {tag: u}}}]", "v warning"),
        ("TEST002", "[{set: error, select: {view: {code: C-2}}}]", "v warning"),
        ("TEST002", "[{set: error, select: {type: goal}}]", "v warning"),
        ("TEST003", "[{set: error, select: workspace}]", "test error"),
        ("TEST003", "[{set: error, select: {type: goal}}]", "test warning"),
    ],
)
def test_views_and_the_workspace_are_selected_too(severities, code, cases, expected):
    assert severities(code, cases) == expected


@pytest.mark.parametrize(
    ("cases", "code"),
    [
        ("[{set: fatal}]", "SRC019"),
        ("[{select: {type: goal}}]", "SRC018"),
        ("[{set: off, select: {tpye: goal}}]", "SRC017"),
        ("[{set: off, select: {type: gaol}}]", "SEL002"),
        ("[{set: off, select: {view: {id: w}}}]", "SEL001"),
        ("[{set: off, select: goals}]", "SRC019"),
    ],
)
def test_a_case_that_is_wrong_is_one_finding_and_changes_nothing(judged, cases, code):
    own = f"eaframe: 1\nname: T\nnamespace: test\ncode-prefixes: [TEST]\nseverity: {{CPL002: {cases}}}\n"
    found = judged({"eaframe.yaml": own, "model.yaml": MODEL, "rules.yaml": RULES})
    wrong = [one for one in found if one.finding.code.startswith(("SRC", "SEL"))]
    assert [(one.finding.code, one.location.file, one.location.line) for one in wrong] == [(code, "eaframe.yaml", 5)]
    assert [one.finding.severity for one in found if one.finding.code == "CPL002"] == ["warning", "warning"]
