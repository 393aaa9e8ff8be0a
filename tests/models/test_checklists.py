"""The checklists of the guide to the frameworks: what is known of them, answered by the rules that are there."""

from collections import Counter
from pathlib import Path

import pytest

import eaframe
from eaframe.model.workspace_file import Text
from eaframe.workspace import Workspace

ROOT = Path(__file__).parents[2]
TODAY = 20261123


@pytest.fixture(scope="module")
def library() -> Workspace:
    return eaframe.load(ROOT / "models" / "vn-2026", today=TODAY)


def test_there_are_twelve_points_before_issue_and_eight_on_the_quality_of_data(library: Workspace) -> None:
    assert {one.id: len(one.shape.items) for one in library.checklists[0]} == {"data-quality": 8, "pre-issue": 12}


def test_every_point_is_said_in_both_languages_and_cites_its_source(library: Workspace) -> None:
    def in_both(text: Text) -> bool:
        return isinstance(text, dict) and set(text) == {"vi", "en"}

    items = [item for one in library.checklists[0] for item in one.shape.items]
    assert [one.id for one in items if not in_both(one.name) or not one.basis] == []
    assert [one.id for one in items if one.by_hand and not in_both(one.by_hand)] == []


def test_the_point_that_no_source_of_ours_records_asks_a_person_to_read_it(library: Workspace) -> None:
    (quality,) = (one for one in library.checklists[0] if one.id == "data-quality")
    assert [(one.id, one.rules) for one in quality.shape.items if not one.rules] == [("not-recorded", ())]


DOSSIER = """\
elements:
  office: {type: agency, name: Sở}
  land: {type: information-system, name: Đất đai, local-code: KT-1, documentation: "Quản trị: ssh://land.example.vn"}
  maps: {type: information-system, name: Bản đồ, local-code: KT-1}
"""


def test_a_dossier_is_told_what_it_lacks(workspace) -> None:  # type: ignore[no-untyped-def]
    settings = "eaframe: 1\nname: Hà Nội\nnamespace: test\nlanguages: [vi]\nimports: [vn-2026]\n"
    loaded = eaframe.load(workspace({"eaframe.yaml": settings, "model.yaml": DOSSIER}), today=TODAY)
    lists = {one.words[0]: loaded.check_list(one) for one in loaded.checklists[0]}
    status = {id_: {one.item.id: one.status for one in checked.items} for id_, checked in lists.items()}
    assert [id_ for id_, one in status["pre-issue"].items() if one == "not-met"] == [
        "mandatory-diagrams",
        "layers",
        "responsibility",
        "one-record",
        "gaps-and-tasks",
        "one-version",
        "depth-of-content",
        "codes",
    ]
    assert [id_ for id_, one in status["data-quality"].items() if one == "not-met"] == [
        "one-code",
        "recorded-objects",
        "same-in-all-forms",
        "nothing-sensitive",
    ]


def test_before_the_framework_of_2026_the_checklists_ask_nothing(library: Workspace) -> None:
    before = eaframe.load(library.root, today=TODAY, as_of="2017-06-30")
    for one in before.checklists[0]:
        assert Counter(item.status for item in before.check_list(one).items) == {"not-applicable": len(one.shape.items)}
