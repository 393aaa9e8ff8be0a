"""The short form of a selector: what plain data it stands for, and where each piece of that stands in the text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eaframe.findings import Place
from eaframe.graph.short_form import read_short_form


def data(*words: str) -> dict:
    form, mistakes = read_short_form(words, "s")
    assert mistakes == []
    return form.data


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ([], {}),
        (["type=goal"], {"type": "goal"}),
        (["type=goal,principle"], {"type": ["goal", "principle"]}),
        (["type=goal", "owner=x"], {"type": "goal", "owner": "x"}),
        (["type=goal owner=x"], {"type": "goal", "owner": "x"}),
        (["  type=goal  ", "  "], {"type": "goal"}),
        (["where.name=Cổng dịch vụ"], {"where": {"name": "Cổng dịch vụ"}}),
        (["where.name=dịch vụ tag=x"], {"where": {"name": "dịch vụ"}, "tag": "x"}),
        ([r"where.name=a\,b,c"], {"where": {"name": ["a,b", "c"]}}),
        (["where.name=a=b"], {"where": {"name": "a=b"}}),
        (["where.level>=3"], {"where": {"level": {"min": "3"}}}),
        (["where.level>=2", "where.level<=3"], {"where": {"level": {"min": "2", "max": "3"}}}),
        (["where.level.is=unknown"], {"where": {"level": {"is": "unknown"}}}),
        (["type!=goal"], {"not": {"type": "goal"}}),
        (["not.type=goal"], {"not": {"type": "goal"}}),
        (["type=goal", "tag!=x,y"], {"type": "goal", "all": [{"not": {"tag": ["x", "y"]}}]}),
        (["tag!=x", "owner!=y"], {"all": [{"not": {"tag": "x"}}, {"not": {"owner": "y"}}]}),
        (["where.level!=3"], {"not": {"where": {"level": "3"}}}),
        (["where.level.min!=3"], {"not": {"where": {"level": {"min": "3"}}}}),
        (["tag=x", "tag=y"], {"tag": "x", "all": [{"tag": "y"}]}),
        (["where.a=1", "where.a>=2"], {"where": {"a": "1"}, "all": [{"where": {"a": {"min": "2"}}}]}),
        (["related.via=serves", "related.to.type=goal"], {"related": {"via": "serves", "to": {"type": "goal"}}}),
        (
            ["not.related.via=serves", "tag!=x", "not.related.to.type=goal"],
            {"all": [{"not": {"related": {"via": "serves", "to": {"type": "goal"}}}}, {"not": {"tag": "x"}}]},
        ),
        (["related.to.type!=goal"], {"related": {"to": {"not": {"type": "goal"}}}}),
        (["related.to.where.x!=1"], {"related": {"to": {"not": {"where": {"x": "1"}}}}}),
    ],
)
def test_the_short_form_stands_for_the_data_that_yaml_gives(words, expected):
    assert data(*words) == expected


@pytest.mark.parametrize(
    ("words", "marked", "sentence"),
    [
        (["tag=x", "lgsp"], "lgsp", "`lgsp` is not KEY=VALUE, as in `type=goal` or `id=lgsp`"),
        (["level>3"], "level>3", "`level>3` compares by something else than `=`, `!=`, `>=` and `<=`"),
        (["where.level"], "where.level", "has no `=`; `>=` and `<=` must be quoted"),
        (["type="], "type=", "`type=` lacks a word after `=` or beside a comma"),
        (["type=a,"], "type=a,", "`type=a,` lacks a word after `=` or beside a comma"),
        ([".type=a"], ".type=a", "`.type=a` lacks a key before or after a dot"),
        (["a..b=c"], "a..b=c", "`a..b=c` lacks a key before or after a dot"),
        (["=a"], "=a", "`=a` is not KEY=VALUE"),
    ],
)
def test_what_cannot_be_read_is_told_with_its_place(words, marked, sentence):
    _, (mistake,) = read_short_form(words, "s")
    assert " ".join(words)[mistake.at.start : mistake.at.end] == marked
    assert sentence in mistake.sentence


def test_all_mistakes_are_told_at_once():
    _, mistakes = read_short_form(["a b=", "c"], "s")
    assert [(one.at.start, one.at.end) for one in mistakes] == [(0, 1), (2, 4), (5, 6)]


@pytest.mark.parametrize(
    ("path", "part", "marked"),
    [
        (("type",), "key", "type"),
        (("type",), "value", "a,b"),
        (("type", 1), "value", "b"),
        (("where", "level"), "key", "level"),
        (("where", "level"), "value", "level"),  # a mapping is shown by its key
        (("where", "level", "min"), "key", ">="),
        (("where", "level", "min"), "value", "3"),
        (("all", 0), "value", "tag!=x"),
        (("all", 0, "not"), "key", "!="),
        (("all", 0, "not", "tag"), "value", "x"),
        (("all", 1, "tag"), "value", "z"),
        (("where", "missing"), "value", "where"),
        (("missing",), "value", "t"),
    ],
)
def test_every_key_and_value_has_its_place_in_the_text(path, part, marked):
    words = ["type=a,b", "where.level>=3", "tag!=x", "tag=y", "tag=z"]
    form, _ = read_short_form(words, "s")
    span = form.span(Place("s", path, part))
    assert " ".join(words)[span.start : span.end] == marked


WORDS = st.lists(st.text(st.sampled_from("ab.=!<>, \\\n{"), max_size=8), max_size=4)


@given(WORDS)
def test_whatever_is_typed_is_either_read_or_told(words):
    form, mistakes = read_short_form(words, "s")
    text = " ".join(words)
    assert all(0 <= one.at.start < one.at.end <= len(text) for one in mistakes)
    assert bool(form.data) or bool(mistakes) or not text.strip()


@given(st.permutations(["type=a", "tag=x", "owner=o", "related.via=v", "related.to.tag=y"]))
def test_the_order_of_words_is_irrelevant(words):
    assert data(*words) == data(*sorted(words))
