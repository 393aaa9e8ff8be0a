import json
import re
import string

import pytest

from eaframe.documents.dates import day_text, number_text, period_text
from eaframe.documents.words import LANGUAGES, words_of
from eaframe.metamodel.archimate import available_versions, load_metamodel
from eaframe.metamodel.period import ALWAYS, Period
from eaframe.model.read_values import GRADES
from eaframe.resources import resource


def everything():
    return json.loads((resource("templates") / "words.json").read_text(encoding="utf-8"))


def test_every_word_is_there_in_every_language() -> None:
    assert {key for key, texts in everything().items() if set(texts) != set(LANGUAGES)} == set()
    assert all(text for texts in everything().values() for text in texts.values())


def test_every_word_has_the_same_places_in_every_language() -> None:
    def places(text: str) -> set[str]:
        return {name for _, name, _, _ in string.Formatter().parse(text) if name}

    different = {key for key, texts in everything().items() if places(texts["vi"]) != places(texts["en"])}
    assert different == set()


def test_every_verb_and_every_grade_has_its_word() -> None:
    metamodel = load_metamodel(available_versions()[0])
    assert {f"verb-{verb}" for verb in metamodel.verbs} | {f"grade-{grade}" for grade in GRADES} <= set(everything())


def test_every_word_is_used_by_a_template_or_by_the_code() -> None:
    folder = resource("templates")
    templates = [*folder.glob("*.md"), *folder.glob("site/*.html")]
    code = (folder.parent / "eaframe" / "documents").glob("*.py")
    used = "".join(path.read_text(encoding="utf-8") for path in (*templates, *code))
    composed = re.compile(r"(verb|grade|visibility|attribute|section|relationships)-|.*-one$|(error|warning|info)s$")
    assert {key for key in everything() if f'"{key}"' not in used and not composed.match(key)} == set()


def test_a_language_without_words_gets_the_english_ones() -> None:
    assert words_of("fr") == words_of("en")


@pytest.mark.parametrize(
    ("text", "vietnamese", "english"),
    [
        ("2017", "2017", "2017"),
        ("2016-07", "07/2016", "Jul 2016"),
        ("2027-01-09", "09/01/2027", "9 Jan 2027"),
        ("", "", ""),
        ("soon", "soon", "soon"),
        ("2017-99", "2017-99", "2017-99"),
    ],
)
def test_a_date_is_written_as_people_write_it(text: str, vietnamese: str, english: str) -> None:
    assert (day_text(words_of("vi"), text), day_text(words_of("en"), text)) == (vietnamese, english)


@pytest.mark.parametrize(
    ("number", "vietnamese", "english"),
    [
        (7, "7", "7"),
        (2017, "2017", "2017"),
        (573000, "573.000", "573,000"),
        (-12000.5, "-12.000,5", "-12,000.5"),
        (1e30, "1e+30", "1e+30"),
        ("1250000000", "1.250.000.000", "1,250,000,000"),
    ],
)
def test_a_number_has_the_separators_of_its_language(number: float | str, vietnamese: str, english: str) -> None:
    assert (number_text(words_of("vi"), number), number_text(words_of("en"), number)) == (vietnamese, english)


@pytest.mark.parametrize(
    ("period", "text"),
    [
        (ALWAYS, ""),
        (Period(first=20180101, first_text="2018"), "từ 2018"),
        (Period(last=20250224, last_text="2025-02-24"), "đến 24/02/2025"),
        (Period(20170101, 20171231, "2017", "2017"), "2017"),
        (Period(20180101, 20191231, "2018", "2019"), "2018 – 2019"),
    ],
)
def test_a_period_is_said_in_words(period: Period, text: str) -> None:
    assert period_text(words_of("vi"), period) == text
