"""The library of the frameworks of 2015 to 2025: what it holds, and that it holds no more than is known."""

from collections.abc import Mapping
from pathlib import Path
from typing import Final

import pytest

import eaframe
from eaframe.metamodel.patterns import matches
from eaframe.model.elements import Element
from eaframe.views.selection import select_elements

FOLDER: Final = Path(__file__).parents[2] / "models" / "vn-2017"
TODAY: Final = 20261123


@pytest.fixture(scope="module")
def library() -> eaframe.Workspace:
    return eaframe.load(FOLDER, as_of="all", today=TODAY)


@pytest.fixture(scope="module")
def of_kind(library: eaframe.Workspace):
    """The elements of a kind of the library, by id."""

    def elements(kind: str) -> Mapping[str, Element]:
        return {id_: one for id_, one in library.model.elements.items() if one.kind == kind}

    return elements


@pytest.mark.parametrize("day", ["all", "2017-06-30", "2018-06-21", "2021-06-30", "2024-06-30", "2025-12-31", "today"])
def test_nothing_is_found_in_it_on_any_day_since_the_first_framework(day):
    assert eaframe.load(FOLDER, as_of=day, today=TODAY).findings == ()


def test_the_frameworks_follow_each_other_with_the_dates_of_their_documents(of_kind):
    rows = {
        id_: (one.attributes["document-number"], one.valid.first_text, one.valid.last_text, one.replaced_by)
        for id_, one in of_kind("framework-version").items()
    }
    assert rows == {
        "framework-1-0": ("1178/BTTTT-THH", "2015-04", "2019-12-30", ("framework-2-0",)),
        "framework-2-0": ("2323/QĐ-BTTTT", "2019-12-31", "2023-12-28", ("framework-3-0",)),
        "framework-3-0": ("2568/QĐ-BTTTT", "2023-12-29", "2025-03-24", ("framework-4-0",)),
        "framework-4-0": ("292/QĐ-BKHCN", "2025-03-25", "", ()),
        "framework-2025-draft": ("1736/BKHCN-CĐSQG", "2025-05-21", "2025-10-07", ("framework-2025",)),
        "framework-2025": ("3090/QĐ-BKHCN", "2025-10-08", "2026-07-28", ("vn-common:qd-1425-2026",)),
    }


def valid_on(of_kind, kind: str, day: int) -> set[str]:
    return {id_ for id_, one in of_kind(kind).items() if one.valid.holds(day)}


@pytest.mark.parametrize(
    ("day", "frameworks"),
    [
        (20150331, set()),
        (20150401, {"framework-1-0"}),
        (20191230, {"framework-1-0"}),
        (20191231, {"framework-2-0"}),
        (20231228, {"framework-2-0"}),
        (20231229, {"framework-3-0"}),
        (20250324, {"framework-3-0"}),
        (20250325, {"framework-4-0"}),
        (20260728, {"framework-4-0", "framework-2025"}),
        (20260729, {"framework-4-0"}),
    ],
)
def test_one_framework_is_in_force_on_each_side_of_a_boundary(of_kind, day, frameworks):
    assert valid_on(of_kind, "framework-version", day) == frameworks


def test_the_conflict_about_the_day_of_the_first_framework_is_told(of_kind):
    first = of_kind("framework-version")["framework-1-0"]
    assert first.attributes["issued"] == "2015-04"
    for text in first.documentation.texts.values():
        assert "24" in text
        assert "21" in text
    assert {(one.grade, str(one.note)) for one in first.evidence if "/4/2015" in str(one.note)} == {
        ("B", "Ngày 24/4/2015."),
        ("C", "Ngày 24/4/2015."),
        ("K", "Ngày 21/4/2015."),
    }


def test_the_names_of_the_first_framework_s_layers_are_of_grade_k_and_of_no_better_one(of_kind):
    layers = of_kind("picture-layer")
    assert [[one.grade for one in layer.evidence] for layer in layers.values()] == [["K"]] * 9


def test_domains_and_reference_models_have_names_and_no_codes(of_kind):
    domains, models = of_kind("framework-domain"), of_kind("reference-model")
    assert list(domains) == [f"domain-{one}" for one in ("application", "business", "data", "security", "technology")]
    assert list(models) == ["arm", "brm", "drm", "srm", "trm"]
    assert all(not one.attributes for one in (*domains.values(), *models.values()))


@pytest.mark.parametrize(
    ("day", "name"), [("2023-12-28", "an toàn thông tin (SRM)"), ("2023-12-29", "an ninh mạng (SRM)")]
)
def test_the_security_reference_model_has_a_new_name_since_version_3(day, name):
    model = eaframe.load(FOLDER, as_of=day, today=TODAY).model
    assert model.label(model.elements["srm"].name).endswith(name)


LEVELS: Final = {
    "service-level-1": (1, ("full-information",)),
    "service-level-2": (2, ("full-information", "electronic-form")),
    "service-level-3": (3, ("full-information", "electronic-form", "online-submission")),
    "service-level-4": (4, ("full-information", "electronic-form", "online-submission", "online-payment")),
}


def test_the_four_levels_have_what_defines_each_with_the_law_read(of_kind):
    found = of_kind("service-level")
    rows = {id_: (one.attributes["level-number"], one.attributes["conditions"]) for id_, one in found.items()}
    assert rows == LEVELS
    assert {id_: one.evidence[0].grade for id_, one in found.items()} == dict.fromkeys(LEVELS, "A")


def test_the_conditions_of_the_levels_are_attributes_of_a_public_service(library):
    declared = library.model.kinds["vn-common:public-service"].attributes
    assert {one for _, conditions in LEVELS.values() for one in conditions} - declared.keys() == {"full-information"}


def test_each_real_code_has_the_form_that_is_said_of_it(of_kind):
    known = {id_: one.attributes for id_, one in of_kind("code-format").items() if "example" in one.attributes}
    assert {id_: one["example"] for id_, one in known.items()} == {
        "agency-code-2016": "000.00.00.H26",
        "agency-code-2020": "H26",
        "dossier-code-2018": "000.00.53.H48-220921-0099",
        "procedure-code-local": "1.000494.000.00.00.H29",
    }
    assert all(matches(str(one["form-pattern"]), str(one["example"])) for one in known.values())


@pytest.mark.parametrize(
    ("form", "good", "bad"),
    [
        ("agency-code-2016", ["000.00.53.H48"], ["H26", "00.00.00.H26", "000.00.00.26", "000.00.00.H26.1"]),
        ("agency-code-2020", ["H26.15", "A01", "Y99.A.B"], ["Z01", "H2", "h26", "H26.", "H26..1", "000.00.00.H26"]),
        ("procedure-code-national", ["1.001193"], ["1.00119", "1.001193.000.00.00.H26", "11.001193"]),
        ("dossier-code-2020", ["H26.15-210921-0099"], ["000.00.53.H48-220921-0099", "H26-210921-99"]),
    ],
)
def test_a_form_takes_codes_of_its_own_and_no_others(of_kind, form, good, bad):
    pattern = str(of_kind("code-format")[form].attributes["form-pattern"])
    assert {one for one in (*good, *bad) if matches(pattern, one)} == set(good)


def test_every_element_says_what_it_stands_on_and_every_name_is_in_both_languages(library):
    own = [one for one in library.model.elements.values() if one.is_own]
    assert [one.id for one in own if not one.evidence] == []
    assert [one.id for one in own if set(one.documentation.texts) != {"vi", "en"}] == []


def test_the_timeline_shows_all_versions_and_outlines(library, of_kind):
    view = library.view_definitions[0]["framework-timeline"]
    assert {*select_elements(library.sliced, view).elements} == {
        *of_kind("framework-version"),
        *of_kind("framework-outline"),
    }
