import pytest

LIBRARY = {
    "lib/eaframe.yaml": "eaframe: 1\nname: Khung quốc gia\nnamespace: vn\n",
    "lib/model.yaml": """
kinds:
  platform: {base: application-service, label: Nền tảng, attributes: {code: {type: text, required: true}}}
references:
  qd-1: {title: Quyết định số 1}
elements:
  hts-1: {type: platform, name: Nền tảng chia sẻ, code: HTS1, aliases: ndxp, evidence: {ref: qd-1, grade: A}}
  office: {type: business-actor}
  lonely: {type: goal, composed-of: lonely, serves: office}
""",
}


def importing(model: str, imports: str = "[./lib]", **more: str) -> dict[str, str]:
    own = f"eaframe: 1\nname: Hà Nội\nnamespace: hanoi\nimports: {imports}\n"
    return {"eaframe.yaml": own, "model.yaml": model, **LIBRARY, **more}


OWN = "elements:\n  portal: {type: vn:platform, name: Cổng, documentation: X., code: P, composed-of: vn:hts-1}\n"


def test_elements_of_a_library_have_its_namespace_and_are_not_own(load, found):
    files = importing(OWN)
    assert found(files) == []
    graph = load(files).sliced
    assert (sorted(graph.elements), [one.id for one in graph.own_elements]) == (
        ["portal", "vn:hts-1", "vn:lonely", "vn:office"],
        ["portal"],
    )
    assert [one.id for one in graph.own_relationships] == ["portal--composed-of--vn:hts-1"]


def test_nothing_is_found_in_a_library_whatever_it_leaves_out(found):
    # Its elements lack documentation and names, one is part of itself and serves what it may not.
    assert found(importing(OWN)) == []


@pytest.mark.parametrize("said", ["{from: vn:hts-1, serves: vn:office}", "{from: vn:office, served-by: vn:hts-1}"])
def test_what_the_workspace_says_of_two_elements_of_a_library_is_its_own(load, said: str):
    graph = load(importing(f"{OWN}relationships: [{said}]\n")).sliced
    assert [one.id for one in graph.own_relationships] == [
        "portal--composed-of--vn:hts-1",
        "vn:hts-1--serves--vn:office",
    ]


def test_what_the_workspace_says_wrongly_of_a_library_is_found(found):
    files = importing(f"{OWN}relationships:\n- {{from: vn:office, realizes: vn:hts-1}}\n")
    assert [row[0] for row in found(files)] == ["REL001"]


def test_a_part_that_the_workspace_makes_of_its_whole_is_found_also_through_a_library(found):
    files = importing(OWN.replace("X.", "X., part-of: vn:hts-1"))
    assert [row[0] for row in found(files)] == ["STR001"]


def test_kinds_of_a_library_serve_by_their_short_name_and_may_be_extended(load, found):
    files = importing(
        "kinds:\n  more: {extend: platform, attributes: {vendor: {type: text}}}\n"
        + OWN.replace("vn:platform", "platform").replace("code: P", "code: P, vendor: V")
    )
    assert found(files) == []
    assert load(files).model.elements["portal"].kind == "vn:platform"


def test_a_kind_of_a_library_requires_what_it_requires_of_own_elements(found):
    files = importing(OWN.replace("code: P, ", ""))
    assert found(files) == [("MOD009", "error", "model.yaml", 2, 3)]


def test_an_own_kind_goes_before_one_of_a_library_with_the_same_name(load):
    files = importing(
        "kinds: {platform: {base: node, label: P}}\nelements: {a: {type: platform}, b: {type: vn:platform}}"
    )
    elements = load(files).model.elements
    assert [(elements[id_].kind, elements[id_].type) for id_ in ("a", "b", "vn:hts-1")] == [
        ("platform", "node"),
        ("vn:platform", "application-service"),
        ("vn:platform", "application-service"),
    ]


def test_a_reference_is_judged_by_the_type_that_the_library_gives_its_element(found):
    # Read by the names of the workspace `vn:hts-1` would be a node.
    files = importing(
        "kinds:\n"
        "  platform: {base: node, label: P}\n"
        "  system: {base: node, label: S, attributes: {uses: {type: reference, to: node}}}\n"
        "elements:\n  a: {type: system, name: A, documentation: A., uses: vn:hts-1, associated-with: vn:hts-1}\n"
    )
    assert found(files) == [
        ("MOD030", "warning", "model.yaml", 2, 3),
        ("MOD005", "error", "model.yaml", 5, 55),
    ]


def test_a_kind_that_hides_one_of_a_library_is_told_at_its_key_with_what_to_do(judged):
    own = (
        "kinds: {platform: {base: application-service, label: Nền tảng}}\n"
        "elements: {a: {type: platform, name: A, documentation: A.}}"
    )
    (one,) = (each for each in judged(importing(own)) if each.finding.code == "MOD030")
    assert (one.finding.severity, one.location.line, one.location.column) == ("warning", 1, 9)
    assert one.finding.message.text().startswith("The kind `platform` hides `vn:platform` of an imported library:")
    assert "use `vn:platform` itself (`extend: vn:platform`" in one.finding.hint.text()
    assert "dùng chính `vn:platform`" in one.finding.hint.text("vi")


def test_a_kind_that_is_based_on_the_one_of_its_name_hides_nothing(found):
    own = "kinds: {platform: {base: vn:platform, label: P}}\nelements:\n  a: {type: goal, name: A, documentation: A.}\n"
    assert "MOD030" not in [row[0] for row in found(importing(own))]


@pytest.mark.parametrize("written", ["hts-1", "HTS 1", "hts-2"])
def test_a_reference_without_the_namespace_of_its_library_gets_the_whole_id_and_its_name(judged, written: str):
    found = [one.finding for one in judged(importing(OWN.replace("vn:hts-1", written)))]
    assert [(one.code, one.hint.text()) for one in found] == [("MOD004", "Did you mean `vn:hts-1` (Nền tảng chia sẻ)?")]


def test_references_and_former_ids_of_a_library_are_known_by_its_namespace(found):
    files = importing(OWN.replace("vn:hts-1", "vn:ndxp, evidence: {ref: vn:qd-1, grade: A}"))
    assert found(files) == [("MOD006", "info", "model.yaml", 2, 84)]


@pytest.mark.parametrize("id_", ["hts-1", "vn:hts-2", "other:hts-1"])
def test_what_a_library_has_not_under_its_namespace_does_not_exist(found, id_: str):
    assert found(importing(OWN.replace("vn:hts-1", id_))) == [("MOD004", "error", "model.yaml", 2, 84)]


def test_a_library_may_import_another_and_both_are_seen(load, found):
    files = importing(
        OWN,
        **{
            "lib/eaframe.yaml": "eaframe: 1\nname: L\nnamespace: vn\nimports: [../base]\n",
            "base/eaframe.yaml": "eaframe: 1\nname: B\nnamespace: base\n",
            "base/model.yaml": "elements: {city: {type: business-actor}}",
        },
    )
    assert found(files) == []
    assert "base:city" in load(files).model.elements


def test_a_library_that_two_import_is_read_once(load, found):
    files = importing(
        OWN,
        "[./lib, ./base]",
        **{
            "lib/eaframe.yaml": "eaframe: 1\nname: L\nnamespace: vn\nimports: [../base]\n",
            "base/eaframe.yaml": "eaframe: 1\nname: B\nnamespace: base\n",
            "base/model.yaml": "elements: {city: {type: business-actor}}",
        },
    )
    assert found(files) == []
    assert len(load(files).loaded.libraries) == 2


def test_relationships_of_a_library_may_end_on_its_relationships(load, found):
    model = LIBRARY["lib/model.yaml"] + "  note: {type: goal, associated-with: lonely--serves--office}\n"
    files = importing(OWN, **{"lib/model.yaml": model})
    assert found(files) == []
    assert "vn:note--associated-with--vn:lonely--serves--vn:office" in load(files).model.relationships


def test_views_of_a_library_are_not_those_of_the_workspace(load, found):
    files = importing(OWN, **{"lib/views.yaml": "views: {all: {name: All, viewpoint: none}}"})
    assert found(files) == []
    assert load(files).view_definitions[0] == {}


IMPORT = ("eaframe.yaml", 4, 11)


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("vn-1999", "no bundled library has this name."),
        ("lib", "no bundled library has this name; for the folder write `./lib`."),
        ("./none", "no eaframe.yaml in that folder"),
        ("../../..", "the folder lies outside of the project"),
        ("/etc", "the folder must be relative, with forward slashes"),
        (".\\lib", "the folder must be relative, with forward slashes"),
    ],
)
def test_a_library_that_is_not_there_is_one_error_at_its_name(judged, name: str, reason: str):
    (one,) = judged(
        importing(
            OWN.replace(", composed-of: vn:hts-1", "").replace("vn:platform", "node").replace(", code: P", ""),
            f"['{name}']",
        )
    )
    where = one.location
    assert (one.finding.code, (where.file, where.line, where.column)) == ("MOD016", IMPORT)
    assert reason in one.finding.message.text()
    assert "relative folder that holds an eaframe.yaml" in one.finding.hint.text()


def test_what_a_missing_library_may_define_is_held_back_and_summed_up(found, judged):
    files = importing(f"{OWN}  other: {{type: goal, name: O, documentation: O., influences: othr}}\n", "[./none]")
    assert found(files) == [
        ("MOD007", "info", *IMPORT),
        ("MOD016", "error", *IMPORT),
        ("MOD004", "error", "model.yaml", 3, 63),
    ]
    message = judged(files)[0].finding.message.text()
    assert message.startswith("References that were not judged: 2. What they name may stand in `./none`")


def test_a_library_with_errors_is_one_error_that_names_the_first(judged):
    files = importing(OWN, **{"lib/more.yaml": "elements: {Xấu: {type: gaol}}"})
    (one,) = judged(files)
    assert (one.finding.code, one.location.line) == ("MOD017", 4)
    assert one.finding.message.text() == (
        "The library `./lib` has errors (2), the first in more.yaml: "
        "`Xấu` cannot be an id: an id has only lower-case letters a-z, digits and single dashes."
    )


def test_a_library_with_warnings_only_is_used_without_a_word(found):
    assert found(importing(OWN, **{"lib/more.yaml": "indicators: {}"})) == []


def test_libraries_that_import_each_other_are_an_error_of_the_first(judged):
    files = importing(OWN, **{"lib/eaframe.yaml": "eaframe: 1\nname: L\nnamespace: vn\nimports: [../lib]\n"})
    (one,) = judged(files)
    assert one.finding.code == "MOD017"
    assert "The imports run in a circle: lib → lib." in one.finding.message.text()


@pytest.mark.parametrize("namespace", ["hanoi", "vn"])
def test_a_namespace_that_is_taken_is_one_error(found, namespace: str):
    other = {
        "other/eaframe.yaml": f"eaframe: 1\nname: O\nnamespace: {namespace}\n",
        "other/model.yaml": "elements: {hts-1: {type: goal}, portal: {type: goal}}",
    }
    assert found(importing(OWN, "[./lib, ./other]", **other)) == [("MOD019", "error", "eaframe.yaml", 4, 18)]


def test_a_short_name_that_two_libraries_declare_is_ambiguous(judged):
    other = {
        "other/eaframe.yaml": "eaframe: 1\nname: O\nnamespace: other\n",
        "other/model.yaml": "kinds: {platform: {base: node, label: P}}",
    }
    (one,) = judged(importing(OWN.replace("vn:platform", "platform"), "[./lib, ./other]", **other))
    assert (one.finding.code, one.location.line, one.location.column) == ("MOD024", 2, 18)
    assert one.finding.message.text() == "`platform` could be `other:platform` or `vn:platform`."


def test_a_nested_workspace_is_not_read_unless_it_is_imported(load):
    files = importing("elements: {a: {type: goal}}", "[]")
    assert list(load(files).model.elements) == ["a"]


def test_a_library_with_a_name_longer_than_any_file_is_not_found(found):
    name = "a" * 300
    rows = found({"eaframe.yaml": f"eaframe: 1\nname: A\nnamespace: a\nimports: [{name}, ./{name}]\n"})
    assert [row[:4] for row in rows] == [
        ("MOD016", "error", "eaframe.yaml", 4),
        ("MOD016", "error", "eaframe.yaml", 4),
    ]
