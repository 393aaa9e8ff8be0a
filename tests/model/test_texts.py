import unicodedata

import pytest

from eaframe.metamodel.values import Localized

WORKSPACE = "eaframe: 1\nname: T\nnamespace: test\nlanguages: [vi, en]\n"


def model_of(load, line: str, languages: str = "[vi, en]"):
    files = {
        "eaframe.yaml": WORKSPACE.replace("[vi, en]", languages),
        "model.yaml": f"elements:\n  a: {{type: goal, {line}}}\n",
    }
    return load(files).model


@pytest.mark.parametrize(
    "written",
    [
        *("no", "yes", "on", "off", "y", "true", "012", "0o14", "1_000", "1:30", "1.10", "2017-01-20", "1e3", ".inf"),
        *("0x1F", "+84 24 3825", "12:30:45", "=1+1", "!", "~x", "<<", "nullx", "NO", "1.0", "-0", "٣"),
    ],
)
def test_a_text_is_what_was_written(load, written: str):
    quoted = f'"{written}"' if written in {"!", "<<"} else written
    assert model_of(load, f"name: {quoted}").elements["a"].name == written


@pytest.mark.parametrize("written", ["~", "null", "Null", "NULL", ""])
def test_nothing_is_nothing_and_in_quotes_it_is_a_text(judged, load, written: str):
    files = f"elements:\n  a: {{type: goal, documentation: A., name: {written} }}\n"
    (one,) = judged({"model.yaml": files})
    assert (one.finding.code, one.finding.message.text()) == ("MOD008", "`name` must be a text, not nothing.")
    assert model_of(load, f'name: "{written}"').elements["a"].name == written


def test_a_text_is_read_in_the_composed_form(load):
    decomposed = unicodedata.normalize("NFD", "Cổng dịch vụ công")
    assert model_of(load, f"name: {decomposed}").elements["a"].name == "Cổng dịch vụ công"


@pytest.mark.parametrize(
    ("languages", "name", "label"),
    [
        ("[vi, en]", "{vi: Mở, en: Open}", "Mở"),
        ("[en, vi]", "{vi: Mở, en: Open}", "Open"),
        ("[en, vi]", "{vi: Mở}", "Mở"),
        ("[vi, en]", "Mở", "Mở"),
        ("[vi, en]", "{vi: [], en: Open}", "Open"),
        ("[vi, en]", "[{value: {vi: Cũ}, valid: {to: 2020}}, {value: {vi: Mới}, valid: {from: 2021}}]", "Mới"),
        ("[vi, en]", "{not-applicable: x}", ""),
    ],
)
def test_a_label_is_in_the_first_language_that_there_is(load, languages: str, name: str, label: str):
    model = model_of(load, f"name: {name}", languages)
    assert model.label(model.elements["a"].name) == label


def test_a_text_in_languages_of_which_none_is_asked_for_falls_back_to_any():
    assert Localized({"vi": "Mở"}).text("en", "fr") == "Mở"
    assert Localized({}).text("en") == ""


def test_a_name_that_is_wrong_is_not_missing_as_well(found):
    files = {
        "eaframe.yaml": WORKSPACE,
        "model.yaml": "elements:\n  a: {type: goal, name: {fr: A}, documentation: {vi: A}}\n",
    }
    assert found(files) == [("SRC017", "error", "model.yaml", 2, 26)]


@pytest.mark.parametrize(("name", "column"), [('""', 25), ('"  "', 25), ('{vi: ""}', 19)])
def test_a_name_without_a_letter_is_missing(found, name: str, column: int):
    files = {
        "eaframe.yaml": WORKSPACE,
        "model.yaml": f"elements:\n  a: {{type: goal, name: {name}, documentation: A.}}\n",
    }
    assert found(files) == [("CPL001", "error", "model.yaml", 2, column)]


@pytest.mark.parametrize(("written", "tags"), [("a", ("a",)), ("[a, b]", ("a", "b")), ("[]", ())])
def test_tags_are_a_word_or_a_list_of_words(load, written: str, tags: tuple[str, ...]):
    assert model_of(load, f"tags: {written}").elements["a"].tags == tags


@pytest.mark.parametrize("grade", ["A", "B", "C", "K", "modelled"])
def test_evidence_has_a_grade_and_a_reference(load, grade: str):
    files = (
        f"elements: {{a: {{type: goal, evidence: [{{ref: qd-1, grade: {grade}, note: N}}]}}}}\n"
        "references: {qd-1: {title: Quyết định 1, date: 2016-07, url: 'https://example.org', publisher: UBND}}\n"
    )
    model = load(files).model
    assert [(one.ref, one.grade, one.note) for one in model.elements["a"].evidence] == [("qd-1", grade, "N")]
    reference = model.references["qd-1"]
    assert (reference.title, reference.date, reference.publisher) == ("Quyết định 1", "2016-07", "UBND")


@pytest.mark.parametrize(("grade", "findings"), [("A", 1), ("B", 1), ("C", 1), ("K", 0), ("modelled", 0)])
def test_only_what_claims_nothing_outside_may_stand_without_a_reference(found, grade: str, findings: int):
    files = f"elements: {{a: {{type: goal, name: A, documentation: A., evidence: {{grade: {grade}}}}}}}"
    assert len(found({"model.yaml": files})) == findings
