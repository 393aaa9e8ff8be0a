"""`eaframe explain`: rules of libraries, tags and groups of tags, beside codes."""

import pytest

RULE = """\
  - {{code: {code}, name: {name}, summary: S., hint: H., tags: [{tag}], select: {{type: goal}},
     check: {{required: owner}}}}
"""


@pytest.fixture
def nowhere(tmp_path_factory, monkeypatch):
    monkeypatch.chdir(tmp_path_factory.mktemp("nowhere"))


@pytest.fixture
def here(workspace, monkeypatch):
    rules = [("TEST001", "first", "LAW-01"), ("TEST021", "second", "LAW-01"), ("TEST002", "third", "LAW-02")]
    written = "".join(RULE.format(code=code, name=name, tag=tag) for code, name, tag in rules)
    monkeypatch.chdir(workspace({"r.yaml": f"rules:\n{written}elements: {{g: {{type: goal, name: G}}}}\n"}))


def titles(text: str) -> list[str]:
    return [line.split()[1] for line in text.splitlines() if line.startswith("# ")]


@pytest.mark.usefixtures("nowhere")
def test_outside_a_workspace_a_rule_of_a_bundled_library_is_found_with_its_library(eaframe):
    run = eaframe("explain", "vnc105")
    assert (run.code, run.err) == (0, "")
    assert run.out.startswith(
        "# VNC105 system-below-its-services (severity: error)\n\n"
        "A rule of the library vn-common, which comes with eaframe: "
        "`imports: [vn-common]` brings it into a workspace.\n\n"
        "A system has a lower security level"
    )
    assert "\nQuy tắc của thư viện vn-common đi kèm eaframe: " in eaframe("explain", "VNC105", "--lang", "vi").out


@pytest.mark.usefixtures("here")
def test_so_it_is_where_the_workspace_does_not_import_it(eaframe):
    assert "\nA rule of the library vn-2017, " in eaframe("explain", "VNE201").out


def test_where_the_workspace_imports_it_nothing_is_said_of_that(eaframe, workspace, monkeypatch):
    monkeypatch.chdir(workspace({"eaframe.yaml": "eaframe: 1\nname: T\nnamespace: t\nimports: [vn-common]\n"}))
    out = eaframe("explain", "VNC105").out
    assert titles(out) == ["VNC105"]
    assert "comes with eaframe" not in out


@pytest.mark.usefixtures("here")
def test_a_tag_prints_the_pages_of_all_its_rules(eaframe):
    for word in ("LAW-01", "law-01"):
        run = eaframe("explain", word)
        assert (run.code, titles(run.out)) == (0, ["TEST001", "TEST021"])


@pytest.mark.usefixtures("here")
def test_a_group_of_tags_lists_its_rules_one_a_line(eaframe):
    expected = "LAW-01  TEST001  warning   first\nLAW-01  TEST021  warning   second\nLAW-02  TEST002  warning   third\n"
    assert [eaframe("explain", word).out for word in ("LAW", "law", "TEST")] == [expected] * 3


@pytest.mark.usefixtures("nowhere")
def test_a_prefix_of_codes_lists_them(eaframe):
    lines = eaframe("explain", "MOD").out.splitlines()
    assert lines[0] == "MOD001  error     unknown-type"
    assert {line[:3] for line in lines} == {"MOD"}


@pytest.mark.usefixtures("nowhere")
def test_a_tag_and_a_group_of_bundled_libraries_are_found_everywhere(eaframe):
    assert titles(eaframe("explain", "SVC-12").out) == ["VNE212", "VNS212", "VNC212", "VNC232"]
    lines = eaframe("explain", "SYS").out.splitlines()
    assert lines[0] == "SYS-01  VNC101  error     system-without-owning-authority"
    assert lines[-1].startswith("These are of libraries that come with eaframe (vn-2026, vn-common): `imports: [NAME]`")


@pytest.mark.parametrize(("written", "meant"), [("LAW-1", "LAW-01"), ("VNC1055", "VNC105"), ("SYS-5", "SYS-05")])
@pytest.mark.usefixtures("here")
def test_what_is_misspelt_is_recognised(eaframe, written, meant):
    run = eaframe("explain", written)
    assert (run.code, run.out) == (2, "")
    assert run.err.endswith(f"there is no code `{written}`; did you mean `{meant}`?\n")
