"""A list of elements for people, for spreadsheets and for programs."""

import csv
import io
import json

import pytest

import eaframe
from eaframe.reports.elements import FORMATS, ElementList, known_columns

MODEL = """
kinds:
  system:
    base: application-component
    label: System
    attributes:
      level: {type: integer}
      phone: {type: text}
      names: {type: list, of: {type: text}}
elements:
  portal: {type: system, name: {vi: Cổng dịch vụ, en: Portal}, owner: unit, level: -3, phone: "+84 24", tags: [b, a]}
  register: {type: system, name: 漢字 register, owner: {unknown: {by: unit, until: 2027}}, names: [x, y]}
  unit: {type: business-actor, name: 'Unit, "the" one', owner: {not-applicable: it is one}, valid: {from: 2016-07}}
"""
SETTINGS = "eaframe: 1\nname: T\nnamespace: t\nlanguages: [vi, en]\n"


@pytest.fixture
def listed(workspace):
    def render(format_: str, columns: str, model: str = MODEL, language: str = "en") -> str:
        found = eaframe.load(workspace({"eaframe.yaml": SETTINGS, "model.yaml": model}), as_of="all", today=20261123)
        elements = tuple(found.model.elements.values())
        languages = (language, "vi", "en")
        return ElementList(found.sliced, elements, tuple(columns.split(",")), language, languages).render(format_)

    return render


def test_a_table_is_aligned_whatever_letters_it_holds(listed):
    assert listed("table", "id,name,owner,level", language="vi") == (
        """\
ID        NAME             OWNER            LEVEL
portal    Cổng dịch vụ     unit             -3
register  漢字 register    (chưa xác định)
unit      Unit, "the" one  (không áp dụng)
"""
    )


def test_texts_are_in_the_language_that_is_asked_for(listed):
    assert listed("table", "name,owner").splitlines()[1:3] == [
        "Portal           unit",
        "漢字 register    (unknown)",
    ]


def test_a_table_shows_of_a_long_text_its_beginning_and_of_several_lines_the_first(listed):
    model = f'elements:\n  a: {{type: goal, name: {"x" * 99}, documentation: "one\\ntwo"}}\n'
    assert listed("table", "name,documentation", model).splitlines()[1] == "x" * 59 + "…  one …"


def test_csv_holds_everything_and_quotes_what_needs_it(listed):
    assert list(csv.reader(io.StringIO(listed("csv", "id,name,tags,names,valid-from,layer")))) == [
        ["id", "name", "tags", "names", "valid-from", "layer"],
        ["portal", "Portal", "b, a", "", "", "application"],
        ["register", "漢字 register", "", "x, y", "", "application"],
        ["unit", 'Unit, "the" one', "", "", "2016-07", "business"],
    ]


def test_a_number_stays_one_in_csv_and_a_text_that_a_spreadsheet_would_run_does_not(listed):
    assert listed("csv", "level,phone").splitlines()[1] == "-3,'+84 24"


@pytest.mark.parametrize("start", ["=1+1", "+1", "-1", "@x", r"\t=1", r"\r=1", r"\n=1", "=cmd|'/c calc'!A1"])
def test_no_text_is_a_formula(listed, start):
    model = f'elements:\n  a: {{type: goal, name: "{start}"}}\n'
    (_, row) = csv.reader(io.StringIO(listed("csv", "name", model)))
    assert not row[0].startswith(("=", "+", "-", "@", "\t", "\r", "\n"))


def test_json_has_typed_values_in_the_columns_that_were_asked_for(listed):
    content = json.loads(listed("json", "id,level,owner,tags,folder"))
    assert content["schema_version"] == 1
    assert content["columns"] == ["id", "level", "owner", "tags", "folder"]
    assert content["elements"][:2] == [
        {"id": "portal", "level": -3, "owner": "unit", "tags": ["b", "a"], "folder": None},
        {
            "id": "register",
            "level": None,
            "owner": {"unknown": {"by": "unit", "until": "2027", "note": ""}},
            "tags": None,
            "folder": None,
        },
    ]


def test_no_elements_are_an_empty_table_a_header_and_an_empty_list(listed):
    assert listed("table", "id", "") == ""
    assert listed("csv", "id", "") == "id\n"
    assert json.loads(listed("json", "id", ""))["elements"] == []


def test_the_columns_are_what_every_element_has_and_what_kinds_declare(workspace):
    model = eaframe.load(workspace({"model.yaml": MODEL}), as_of="all", today=20261123).model
    columns = known_columns(model)
    assert columns[:3] == ("id", "type", "name")
    assert columns[-3:] == ("level", "names", "phone")


def test_every_column_can_be_asked_for_in_every_format(listed, workspace):
    model = eaframe.load(workspace({"model.yaml": MODEL}), as_of="all", today=20261123).model
    for format_ in FORMATS:
        assert "portal" in listed(format_, ",".join(known_columns(model)))


@pytest.mark.parametrize("name", [r"a\nFORGED", r"a\e[2J", r"a\u202eb", r"a\u2028FORGED", r"a\r\nFORGED,x"])
def test_a_name_can_neither_forge_a_line_nor_steer_a_terminal(listed, name):
    model = f'elements:\n  a: {{type: goal, name: "{name}"}}\n'
    table = listed("table", "name", model)
    assert len(table.splitlines()) == 2
    for format_ in FORMATS:
        text = listed(format_, "name", model)
        assert not set(text) & set("\x1b\r\u202e\u2028")
    assert len(list(csv.reader(io.StringIO(listed("csv", "name", model))))) == 2
