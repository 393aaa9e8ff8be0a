"""What is written is read back as it was, by us and by readers of YAML 1.1."""

import unicodedata
from datetime import date

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from eaframe.sources.reader import read_yaml
from eaframe.sources.spelling import can_be_plain, changes_in_yaml_1_1, respelt, spelt, written

TEXTS = st.one_of(
    st.sampled_from(["no", "012", "a: b", "a #b", "-", "- a", "a,b", "'", '"', "\\", "{", "a:", ":a", "?", "<<", "="]),
    st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Cf", "Zl", "Zp", "Cn", "Co"]), max_size=12),
)


@pytest.mark.parametrize(
    ("text", "block", "flow"),
    [
        ("city-portal", "city-portal", "city-portal"),
        ("Y tế, giáo dục", "Y tế, giáo dục", '"Y tế, giáo dục"'),
        ("2017: a plan", '"2017: a plan"', '"2017: a plan"'),
        ("no", '"no"', '"no"'),
        ("012", '"012"', '"012"'),
        ("1:30", '"1:30"', '"1:30"'),
        ("1.10", '"1.10"', '"1.10"'),
        ("2017-06-30", '"2017-06-30"', '"2017-06-30"'),
        ("2017-06", "2017-06", "2017-06"),
        ("null", '"null"', '"null"'),
        ("", '""', '""'),
        ('say "no"', 'say "no"', 'say "no"'),
        ('"no"', "'\"no\"'", "'\"no\"'"),
        ("a\nb", '"a\\nb"', '"a\\nb"'),
        ("\x1b", '"\\u001b"', '"\\u001b"'),
        ("[a]", '"[a]"', '"[a]"'),
        ("-", '"-"', '"-"'),
        ("-5 °C", "-5 °C", '"-5 °C"'),
    ],
)
def test_a_text_is_plain_where_every_reader_reads_it_as_that_text(text, block, flow):
    assert (spelt(text), spelt(text, flow=True)) == (block, flow)


def test_another_text_takes_the_quotes_of_the_one_before():
    assert [respelt(old, "b'c", flow=False) for old in ("'a'", '"a"', "a")] == ["'b''c'", '"b\'c"', "b'c"]
    assert respelt("a", "on", flow=False) == '"on"'


def test_lists_mappings_numbers_and_dates_are_written_on_one_line():
    value = {"when": date(2026, 11, 24), "number": 3, "on": True, "all": ["a, b", []]}
    assert written(value) == '{when: 2026-11-24, number: 3, "on": true, all: ["a, b", []]}'


@given(TEXTS, st.booleans())
def test_whatever_is_written_is_read_back(text: str, flow: bool):
    source = f"[a, {spelt(text, flow=True)}]" if flow else f"- a\n- {spelt(text)}\n"
    document, findings = read_yaml("f.yaml", source.encode())
    assert (document.data, [one.code for one in findings if one.code != "SRC013"]) == (["a", text_read(text)], [])
    assert [str(one) for one in yaml.safe_load(source)] == ["a", text]


def text_read(text: str) -> str:
    return unicodedata.normalize("NFC", text)


@given(TEXTS)
def test_a_text_that_may_be_plain_is_one_to_readers_of_yaml_1_1(text: str):
    if can_be_plain(text, flow=False) and not changes_in_yaml_1_1(text):
        assert yaml.safe_load(f"- {text}") == [text]
