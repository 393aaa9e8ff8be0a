"""What is generated and committed is what the program gives; `make pages` writes it anew."""

from pathlib import Path

import pytest

import eaframe
from eaframe.cli.pictures import is_fresh
from eaframe.diagrams.gallery import notation_gallery
from eaframe.reports.rules import rules_page
from eaframe.workspace import all_defects

ROOT = Path(__file__).parents[1]


def test_the_catalogue_of_rules_is_up_to_date() -> None:
    written = (ROOT / ".github" / "RULES.md").read_text(encoding="utf-8")
    assert written == rules_page(all_defects().values(), "en")


def test_the_picture_of_all_notation_is_up_to_date_and_small_enough_to_commit() -> None:
    written = (ROOT / ".github" / "images" / "notation.svg").read_text(encoding="utf-8")
    assert written == notation_gallery("en")
    assert len(written) < 150_000


@pytest.mark.parametrize(("name", "language"), [("hanoi.png", "en"), ("hanoi.vi.png", "vi")])
def test_the_pictures_of_the_readme_show_the_model_as_it_is(name: str, language: str) -> None:
    view = eaframe.load(ROOT / "models" / "hanoi", as_of="2026-11-23").view("application-landscape", language)
    assert is_fresh(ROOT / ".github" / "images" / name, view)
