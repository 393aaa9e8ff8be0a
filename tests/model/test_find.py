import pytest

import eaframe
from eaframe.model.find import find, similar

FILES = {
    "eaframe.yaml": "eaframe: 1\nname: T\nnamespace: city\nlanguages: [vi, en]\nimports: [./lib]\n",
    "lib/eaframe.yaml": "eaframe: 1\nname: L\nnamespace: lib\n",
    "lib/model.yaml": "elements: {shared: {type: node}, portal: {type: node, name: National portal}}",
    "model.yaml": """
elements:
  portal: {type: node, name: {vi: Cổng dịch vụ công, en: Service portal}, aliases: [old-portal], serves: desk}
  desk: {type: business-process, name: [{value: Đất đai, valid: {to: 2020}}, {value: Nhà đất, valid: {from: 2021}}]}
""",
}


@pytest.fixture
def model(workspace):
    return eaframe.load(workspace(FILES), as_of="all", today=20261123).model


@pytest.mark.parametrize(
    ("text", "id_"),
    [
        ("portal", "portal"),
        ("city:portal", "portal"),
        ("old-portal", "portal"),
        ("lib:portal", "lib:portal"),
        ("shared", "lib:shared"),
        ("portal--serves--desk", "portal--serves--desk"),
        ("Portal", None),
        ("", None),
    ],
)
def test_what_is_named_exactly_is_found(model, text, id_):
    assert find(model, text) == id_


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("portl", "portal"),
        ("PORTAL", "lib:portal portal"),
        ("cong dich vu", "portal"),
        ("Cổng  Dịch vụ công", "portal"),
        ("service portal", "portal"),
        ("dat dai", "desk"),
        ("nhà đất", "desk"),
        ("national protal", "lib:portal"),
        ("xyz", ""),
        ("", ""),
    ],
)
def test_what_is_named_nearly_or_by_a_name_is_proposed(model, text, ids):
    assert set(similar(model, text)) == set(ids.split())
    assert similar(model, text, most=1) == similar(model, text)[:1]
