"""What is told of kinds fits a terminal, in both languages."""

import pytest

import eaframe
from eaframe.reports.kind import KindPage
from eaframe.reports.kind_start import Start
from eaframe.reports.kinds import KindList
from eaframe.reports.kinds_words import WORDS
from eaframe.reports.width import width, wrapped
from eaframe.resources import resource


def test_every_word_is_there_in_both_languages():
    assert WORDS["en"].keys() == WORDS["vi"].keys()
    assert [key for key, words in WORDS["vi"].items() if words == WORDS["en"][key]] == []


def test_a_long_text_is_wrapped_at_spaces_and_a_word_is_never_cut():
    assert list(wrapped("one two\nthree-and-a-long-word", 9, "- ", "  ")) == ["- one two", "  three-and-a-long-word"]
    assert list(wrapped("", 9, "- ")) == ["- "]


@pytest.mark.parametrize("library", ["vn-common", "vn-2017", "vn-2026", "hanoi"])
@pytest.mark.parametrize("language", ["en", "vi"])
def test_no_line_about_a_bundled_kind_runs_over_a_terminal(library, language):
    model = eaframe.load(resource("models") / library, as_of="all", today=20261125).loaded.model
    texts = [KindList(model, language, (language,)).render("text")]
    for kind in model.kinds.values():
        start = tuple(Start(model, kind, 20261125, "2027-02-23", language).lines())
        texts.append(KindPage(model, kind, (), start, "kinds.yaml", language, (language,)).render("text"))
    lines = [line for text in texts for line in text.splitlines()]
    assert [line for line in lines if width(line) > 80 and " " in line.strip()] == []
