"""Whoever does not know an id exactly is told which ones come near."""

import eaframe
from eaframe.model.search import find_id, similar_ids

MODEL = """\
elements:
  city-portal: {type: goal, name: {vi: Cổng dịch vụ công Thành phố, en: City portal}, aliases: [old-portal]}
  dat-dai: {type: goal, name: [{value: Đất đai, valid: {to: 2017}}, {value: Tài nguyên, valid: {from: 2018}}]}
  service: {type: goal, name: Một cửa, influences: {to: dat-dai, id: service-to-land}}
"""


def model_of(workspace):
    settings = "eaframe: 1\nname: T\nnamespace: test\nlanguages: [vi, en]\n"
    return eaframe.load(workspace({"eaframe.yaml": settings, "m.yaml": MODEL})).loaded.model


def test_an_id_is_found_as_in_a_reference_but_not_by_its_beginning(workspace):
    model = model_of(workspace)
    written = ["city-portal", "old-portal", "test:city-portal", "service-to-land", "city", "City portal", ""]
    assert [find_id(model, one) for one in written] == ["city-portal"] * 3 + ["service-to-land", None, None, None]


def test_ids_come_near_by_their_letters_their_beginning_and_names_without_marks(workspace):
    model = model_of(workspace)
    assert {
        written: similar_ids(model, written)
        for written in (
            "city-prtal",
            "city",
            "Cổng dịch vụ",
            "cong dich vu",
            "dich vu cong",
            "ĐẤT ĐAI",
            "tai nguyên",
            "",
        )
    } == {
        "city-prtal": ("city-portal",),
        "city": ("city-portal",),
        "Cổng dịch vụ": ("city-portal",),
        "cong dich vu": ("city-portal",),
        "dich vu cong": ("city-portal",),
        "ĐẤT ĐAI": ("dat-dai",),
        "tai nguyên": ("dat-dai",),
        "": (),
    }


def test_a_misspelt_name_comes_near_too(workspace):
    assert similar_ids(model_of(workspace), "mot cưa") == ("service",)
    assert similar_ids(model_of(workspace), "mott cua") == ("service",)
    assert similar_ids(model_of(workspace), "xyzzy") == ()
