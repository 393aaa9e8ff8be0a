"""What is generated and committed is what the program gives; `make pages` writes it anew."""

from pathlib import Path

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
