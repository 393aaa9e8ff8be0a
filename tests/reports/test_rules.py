"""The page on checks says the same in each language."""

import re

import pytest

from eaframe.findings.message import LANGUAGES
from eaframe.reports import rules_words
from eaframe.reports.rules import checks_page, rules_page
from eaframe.rules.checks import CHECKS
from eaframe.workspace import all_defects


def test_every_check_is_told_in_every_other_language():
    assert {language: set(told) for language, told in rules_words.CHECKS.items()} == {
        language: set(CHECKS) for language in LANGUAGES if language != "en"
    }


def test_what_is_told_in_one_language_is_told_in_all():
    for table in (rules_words.TITLES, rules_words.WORDS, rules_words.SUBJECTS):
        assert {key: set(said) for key, said in table.items()} == {key: set(LANGUAGES) for key in table}


def test_every_prefix_has_a_title():
    assert {code[:-3] for code in all_defects()} <= set(rules_words.TITLES)


def code_words(text: str) -> list[str]:
    return sorted(re.findall(r"`[^`]+`|^    .*$", text, re.MULTILINE))


@pytest.mark.parametrize("language", LANGUAGES)
def test_examples_and_places_stay_as_they_are(language):
    assert code_words(checks_page(language)) == code_words(checks_page("en"))


def test_a_translated_catalogue_has_no_english_headings():
    english, other = (
        set(re.findall(r"^##? .*$", rules_page(all_defects().values(), one), re.MULTILINE)) for one in ("en", "vi")
    )
    assert len(english) == len(other)
    assert english & other == set()
