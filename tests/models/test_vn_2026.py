"""The reference data of vn-2026: how much there is of each, and that it says what the sources on file say."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import yaml

import eaframe
from eaframe.metamodel.values import Localized

if TYPE_CHECKING:
    from eaframe.model.elements import Element
    from eaframe.workspace import Workspace

ROOT = Path(__file__).parents[2]
FACTS = ROOT.parent / "shared" / "domain" / "vietnam.md"

BLOCKS = {
    "HTS": 22, "ANM": 8, "DL": 28, "NTL": 7, "ƯDCQS": 22, "NVCQS": 3, "ƯDKTS": 18, "NVKTS": 4, "ƯDXHS": 17, "NVXHS": 4,
    "KTT": 23, "ĐLHQ": 10,
}  # fmt: skip


@cache
def library() -> Workspace:
    return eaframe.load(ROOT / "models" / "vn-2026", as_of="all", today=20261123)


def of_kind(*kinds: str) -> dict[str, Element]:
    """The library's own elements of these kinds, and of no kind below them, by id."""
    elements = library().sliced.own_elements
    return {one.id: one for one in elements if (one.kind or one.type).rpartition(":")[2] in kinds}


def said(element: Element, key: str) -> Any:
    """A value as it is read in Vietnamese; None where there is none."""
    value = getattr(element, key) if key in {"name", "documentation"} else element.attributes.get(key)
    return value.text("vi") if isinstance(value, Localized) else value or None


def whole_of(element: Element, type_: str = "aggregation") -> list[str]:
    """What it is a part of."""
    relationships = library().model.relationships.values()
    return sorted(one.source for one in relationships if one.target == element.id and one.type == type_)


def test_the_library_has_no_finding():
    assert list(library().findings) == []


def test_the_framework_has_four_layers_seven_components_and_four_cross_cutting_parts():
    kinds = ("framework-layer", "framework-component", "cross-cutting-part", "core-principle", "architecture-domain")
    assert [len(of_kind(kind)) for kind in kinds] == [4, 7, 4, 7, 5]


def test_the_lists_of_the_decision_are_complete():
    platforms = Counter(said(one, "sharing-scope") for one in of_kind("national-platform").values())
    assert platforms == {"group-a": 17, "group-b": 62}
    assert (len(of_kind("national-component")), len(of_kind("province-component"))) == (40, 41)
    assert len(of_kind("commune-component")) == 166


def test_each_block_of_the_commune_model_has_its_codes_in_one_row():
    blocks = {said(block, "official-code"): id_ for id_, block in of_kind("commune-block").items()}
    assert blocks.keys() == BLOCKS.keys()
    expected = {f"{code}{n}": [blocks[code]] for code, count in BLOCKS.items() for n in range(1, count + 1)}
    found = [(said(one, "official-code"), whole_of(one)) for one in of_kind("commune-component").values()]
    assert len(found) == sum(BLOCKS.values())
    assert dict(found) == expected


def test_an_id_is_its_official_code_without_diacritics():
    coded = of_kind("commune-component", "form-diagram")
    assert {id_: _slug(said(one, "official-code")) for id_, one in coded.items()} == {id_: id_ for id_ in coded}


def _slug(code: str) -> str:
    letters = unicodedata.normalize("NFD", code.lower().replace("đ", "d").replace("ư", "u"))
    return re.sub(r"(?<=[a-z])(?=\d)", "-", letters)


def test_codes_are_composed_and_keep_their_diacritics():
    coded = of_kind("commune-component", "commune-block", "form-diagram").values()
    codes = [said(one, "official-code") for one in coded]
    assert all(unicodedata.is_normalized("NFC", code) for code in codes)
    assert {letter for code in codes for letter in code if not letter.isascii()} == {"Ư", "Đ"}


def test_each_element_says_where_it_is_from():
    found = {(one.kind.rpartition(":")[2], *((by.ref, by.grade) for by in one.evidence)) for one in _own()}
    grades = {kind: grade for kind, (_, grade) in found}
    assert len(found) == len(grades)  # of one kind all are from one source
    assert {kind for kind, grade in grades.items() if grade == "C"} == {
        "technical-standard", "standard-group", "standards-list"
    }  # fmt: skip
    assert set(grades.values()) == {"A", "C"}


def _own() -> list[Element]:
    return list(library().sliced.own_elements)


def test_no_code_that_is_ours_calls_itself_official():
    ours = of_kind("national-component", "province-component")
    assert [one.id for one in ours.values() if "official-code" in one.attributes] == []
    codes = [said(one, "reference-code") for one in ours.values()]
    assert len(set(codes)) == len(codes)
    assert all(re.fullmatch(r"(T|QG)\.L[1-4]\.[A-Z]+\.\d+", code) for code in codes)


def test_a_name_that_is_not_recorded_is_not_made_up():
    unnamed = [one for one in _own() if "name-not-recorded" in one.tags]
    assert [one.id for one in unnamed if said(one, "name") != said(one, "official-code")] == []
    assert all("chưa được ghi lại" in said(one, "documentation") for one in unnamed)
    coded = of_kind("commune-component", "commune-block", "form-diagram").values()
    assert [one.id for one in coded if said(one, "name") == said(one, "official-code")] == [one.id for one in unnamed]


def test_an_owner_that_is_not_recorded_is_left_out_and_said():
    unowned = {one.id for one in of_kind("national-platform").values() if said(one, "owner") is None}
    tagged = {one.id for one in _own() if "owner-not-recorded" in one.tags}
    assert unowned == tagged == {f"platform-b-{number}" for number in (18, 19, 20, 59, 60, 61)}


def test_each_reference_component_stands_in_the_layer_and_component_that_it_names():
    for one in of_kind("national-component", "province-component", "commune-component", "national-platform").values():
        chain = [one.id]
        while wholes := _wholes(chain[-1]):
            chain.append(next(iter(wholes)))
        assert (said(one, "layer") in chain, f"{said(one, 'layer')}-{said(one, 'component')}" in chain) == (True, True)


def _wholes(id_: str) -> list[str]:
    element = library().model.elements[id_]
    wholes = [*whole_of(element), *whole_of(element, "composition")]
    return [one for one in wholes if one not in {"commune-model", "national-framework"}]


def test_every_element_is_shown_in_a_view():
    shown = set()
    for name in library().view_definitions[0]:
        view = library().view(name)
        table = view.table
        shown |= {node.id for node in view.nodes}
        if table is not None:
            shown |= {row.head.id for row in table.rows} | {column.id for column in table.columns}
    assert sorted({one.id for one in library().sliced.own_elements} - shown) == []


# What follows reads the facts on file again. They lie outside the repository.

needs_facts = pytest.mark.skipif(not FACTS.is_file(), reason="shared/domain/vietnam.md, the facts on file, is not here")

SHORT = {
    "Bộ KH&CN": "Bộ Khoa học và Công nghệ",
    "Bộ NN&MT": "Bộ Nông nghiệp và Môi trường",
    "Bộ VHTTDL": "Bộ Văn hóa, Thể thao và Du lịch",
    "Bộ GD&ĐT": "Bộ Giáo dục và Đào tạo",
    "NHNN": "Ngân hàng Nhà nước Việt Nam",
}


FIRST_KEYS = ("layers", "L1.HTS", "province_reference", "commune_model", "group_A", "mau_02", "tt39_mandatory")


@cache
def facts() -> dict[str, Any]:
    """The YAML blocks of the file that begin with these keys, by top-level key; not all others are YAML."""
    text, found = FACTS.read_text(encoding="utf-8"), {}
    for block in re.findall(r"^```yaml\n(.*?)^```", text, re.DOTALL | re.MULTILINE):
        if block.startswith(tuple(f"{key}:" for key in FIRST_KEYS)):
            found |= yaml.safe_load(block)
    return found


@needs_facts
def test_layers_components_and_cross_cutting_parts_are_those_on_file():
    layers = [(layer["id"], layer["vi"]) for layer in facts()["layers"]]
    components = [(part["id"], part["vi"]) for layer in facts()["layers"] for part in layer["components"]]
    crossing = [(part["id"], part["vi"]) for part in facts()["cross_cutting"]]
    blocks = [name for layer in facts()["layers"] for part in layer["components"] for name in part.get("blocks", ())]
    assert _by_code("framework-layer") == dict(layers)
    assert _by_code("framework-component") == dict(components)
    assert _by_code("cross-cutting-part") == dict(crossing)
    assert sorted(_by_code("framework-block").values()) == sorted(blocks)


def _by_code(kind: str) -> dict[str, str]:
    return {said(one, "reference-code"): said(one, "name") for one in of_kind(kind).values()}


@needs_facts
def test_core_principles_are_those_on_file():
    text = FACTS.read_text(encoding="utf-8")
    line = re.search(r"\*\*7 core principles\*\*[^:]*: (.*)\.$", text, re.MULTILINE)
    assert line is not None
    expected = dict(one.split(" ", 1) for one in line.group(1).split("; "))
    assert {said(one, "official-number"): said(one, "name") for one in of_kind("core-principle").values()} == expected


@needs_facts
def test_national_components_are_those_on_file_in_their_order():
    blocks = ("L1.HTS", "L1.ANM", "L2.DL", "L2.NTL", "L3.CPS", "L3.KTXH", "L4.KTT", "L4.DLHQ")
    expected = {f"QG.{code}.{n}": name for code in blocks for n, name in enumerate(facts()[code], 1)}
    assert _by_code("national-component") == expected


@needs_facts
def test_provincial_components_are_those_on_file_with_their_notes_and_conditions():
    expected = {
        one["ref"]: (one["vi"], one.get("note"), one.get("when"), ".KTXH." in one["ref"])
        for one in facts()["province_reference"]
    }
    found = {
        said(one, "reference-code"): (
            said(one, "name"), _note(one), said(one, "condition"), said(one, "obligation") == "optional",
        )
        for one in of_kind("province-component").values()
    }  # fmt: skip
    assert found == expected
    bound = {id_: said(one, "obligation") for id_, one in of_kind("province-component").items()}
    assert [id_ for id_, obligation in bound.items() if obligation == "conditional"] == ["t-hts-4"]


def _note(element: Element) -> str | None:
    """The note in English, as the file has it."""
    note = element.attributes.get("note")
    if not isinstance(note, Localized):
        return None
    text = note.text("en").removesuffix(".")
    return text[0].lower() + text[1:]


@needs_facts
def test_commune_components_are_those_on_file_with_their_providers():
    expected = {}
    for block in facts()["commune_model"].values():
        for key, value in block.items():
            if isinstance(value, str):
                expected[key] = (None, f"{key}. {value}")
            else:
                names = value if isinstance(value, dict) else dict.fromkeys(value)
                expected |= {code: (key, f"{code}. {name}" if name else code) for code, name in names.items()}
    found = [
        (said(one, "official-code"), (said(one, "provider"), said(one, "name")))
        for one in of_kind("commune-component").values()
    ]
    assert dict(found) == expected
    assert len(found) == len(expected) == 166


@needs_facts
def test_platforms_of_group_a_are_those_on_file_with_layer_and_owner():
    expected = {str(one["n"]): (one["layer"], one["vi"], _full(one["owner"])) for one in facts()["group_A"]}
    found = {}
    for one in _platforms("group-a"):
        whole = library().model.elements[whole_of(one)[0]]
        found[said(one, "official-number")] = (said(whole, "reference-code"), said(one, "name"), _owner(one))
    assert found == expected


@needs_facts
def test_platforms_of_group_b_are_those_on_file_with_their_owners():
    expected: dict[int, tuple[str, str | None]] = {}
    for key, value in facts()["group_B"].items():
        first, last = (int(one) for one in (str(key).split("-") * 2)[:2])
        names = value["vi"] if isinstance(value, dict) else value
        owners = value.get("owner") if isinstance(value, dict) else None
        for index, number in enumerate(range(first, last + 1)):
            name = names[index] if isinstance(names, list) else names
            owner = _full(owners[index] if isinstance(owners, list) else owners)
            if isinstance(owners, list):
                name = f"{name} ({owner})"  # one name for many, told apart by their owners
            expected[number] = (name[0].upper() + name[1:], owner)
    found = {int(said(one, "official-number")): (said(one, "name"), _owner(one)) for one in _platforms("group-b")}
    assert found == expected
    assert sorted(found) == list(range(1, 63))
    wholes = {int(said(one, "official-number")): whole_of(one) for one in _platforms("group-b")}
    assert [number for number, next_ in pairwise(range(1, 63)) if wholes[number] != wholes[next_]] == [39]


def _platforms(scope: str) -> list[Element]:
    return [one for one in of_kind("national-platform").values() if said(one, "sharing-scope") == scope]


def _full(owner: str | None) -> str | None:
    return SHORT.get(owner, owner) if owner else None


def _owner(element: Element) -> str | None:
    owner = said(element, "owner")
    return said(library().model.elements[owner], "name") if owner else None


@needs_facts
def test_standards_are_those_on_file():
    expected = {}
    for key, names in facts()["tt39_mandatory"].items():
        group, obligation = key.removeprefix("recommended_"), "recommended" if "_" in key else "mandatory"
        expected |= {(group, name): obligation for name in names}
    found = {
        (said(one, "standard-group"), said(one, "name")): said(one, "obligation")
        for one in of_kind("technical-standard").values()
    }
    assert found == expected


def test_one_of_several_standards_is_said_wherever_a_name_lists_them():
    standards = of_kind("technical-standard").values()
    found = {said(one, "name"): said(one, "alternatives") for one in standards}
    assert {name for name, several in found.items() if several} == {name for name in found if "|" in name}
    assert found["XML 1.0(5th) | XML 1.1(2nd)"] == ("XML 1.0(5th)", "XML 1.1(2nd)")
    assert found["RSS 1.0|2.0"] == ("RSS 1.0", "RSS 2.0")


@needs_facts
def test_diagrams_of_form_02_are_those_on_file():
    form = facts()["mau_02"]
    expected = {one["code"]: (one["name"], one["figure"], "province", None) for one in form["province_mandatory"]}
    for key, whom in (("ministry_mandatory", "ministry"), ("other_mandatory", "other")):
        for code, figure in (re.fullmatch(r"(\S+) \((.*)\)", text).groups() for text in form[key]):  # type: ignore[union-attr]
            expected[code] = (code, figure, whom, None)
    expected |= {one["code"]: (one["name"], None, None, one.get("when", "khi cần")) for one in form["when_needed"]}
    found = {
        said(one, "official-code"): (
            said(one, "name"), said(one, "figure"), said(one, "mandatory-for"), said(one, "condition"),
        )
        for one in of_kind("form-diagram").values()
    }  # fmt: skip
    assert found == expected


@needs_facts
def test_the_five_domains_are_those_on_file_and_each_maps_to_where_it_says():
    table = FACTS.read_text(encoding="utf-8").partition("### Mapping old five-domain")[2].partition("\n## ")[0]
    rows = [line.split("|")[1:3] for line in table.splitlines() if line.startswith("| ")][1:]
    named = {re.sub(r" \(.*", "", name.strip()): set(re.findall(r"\bL\d(?:\.[A-Z]+)?\b", to)) for name, to in rows}
    found: dict[str, set[str]] = {said(one, "name"): set() for one in of_kind("architecture-domain").values()}
    for one in library().model.relationships.values():
        if one.kind == "maps-to":
            source, target = library().model.elements[one.source], library().model.elements[one.target]
            found[said(source, "name")].add(said(target, "reference-code") or "")
            assert one.attributes["condition"]
    assert found.keys() == named.keys()
    for name, codes in named.items():
        layers = {code.partition(".")[0] for code in found[name]}
        assert {code for code in codes if code not in found[name] and code not in layers} == set(), name
