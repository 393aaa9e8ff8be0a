"""The words of the report on completeness are there in every language, with the same places."""

from eaframe.findings.message import LANGUAGES, PLACE
from eaframe.measures.completeness import BY
from eaframe.metamodel.archimate import load_metamodel
from eaframe.metamodel.obligations import OBLIGATIONS
from eaframe.model.completeness_settings import CORE as ASKED
from eaframe.reports.completeness_words import CORE, LAYERS, WORDS


def test_every_language_has_every_word_with_its_places():
    assert list(WORDS) == list(LANGUAGES)
    places = [{key: sorted(PLACE.findall(text)) for key, text in words.items()} for words in WORDS.values()]
    assert places[0] == places[1]
    assert set(BY) <= WORDS["en"].keys()


def test_everything_that_is_asked_and_every_layer_and_obligation_has_a_name():
    assert tuple(CORE) == ASKED
    assert {type_.layer for type_ in load_metamodel().element_types.values()} <= LAYERS.keys()
    assert all(list(texts) == list(LANGUAGES) for texts in (*CORE.values(), *OBLIGATIONS.values()))
