"""Each rule of the Vietnamese libraries keeps its word on both of its models, and says what the law wants it to say."""

import re
from pathlib import Path

import pytest

import eaframe
from eaframe.model.model import Model
from eaframe.rules.examples import run_examples
from eaframe.rules.rule import Rule

MODELS = Path(__file__).parents[2] / "models"
PREFIXES = {"vn-common": "VNC", "vn-2017": "VNE", "vn-2026": "VNS"}
GROUPS = ("ORG", "SYS", "SVC", "DAT", "TEC", "GOV")
LEGAL = re.compile(r"([A-Z]{3})-([0-9]{2})")


def _rules() -> list[tuple[str, Rule, Model]]:
    found = []
    for library in PREFIXES:
        workspace = eaframe.load(MODELS / library, as_of="all", today=20261123)
        found += [(library, rule, workspace.loaded.model) for rule in workspace.rules[0] if rule.defined is not None]
    return found


RULES = _rules()
IDS = [rule.defect.code for _, rule, _ in RULES]


@pytest.mark.parametrize(("rule", "model"), [(rule, model) for _, rule, model in RULES], ids=IDS)
def test_a_rule_finds_what_its_bad_model_marks_and_nothing_in_its_good_one(rule: Rule, model: Model):
    assert run_examples(rule, model, 20261123).problems == ()


@pytest.mark.parametrize(("library", "rule"), [(library, rule) for library, rule, _ in RULES], ids=IDS)
def test_a_rule_has_the_code_of_its_library_and_of_the_legal_rule_that_it_is_tagged_with(library: str, rule: Rule):
    (legal,) = filter(None, map(LEGAL.fullmatch, rule.tags))
    first = GROUPS.index(legal[1]) * 100 + int(legal[2])
    assert rule.defect.code in {f"{PREFIXES[library]}{first + 20 * part:03}" for part in range(5)}


@pytest.mark.parametrize("rule", [rule for _, rule, _ in RULES], ids=IDS)
def test_a_rule_speaks_both_languages_and_names_its_basis(rule: Rule):
    texts = rule.defect.texts
    assert {"summary", "hint"} <= texts.keys()
    assert {part: sorted(said) for part, said in texts.items()} == {part: ["en", "vi"] for part in texts}
    assert rule.defect.basis


@pytest.mark.parametrize("rule", [rule for _, rule, _ in RULES], ids=IDS)
def test_the_words_of_a_rule_are_as_a_reader_copies_them(rule: Rule):
    said = [text for texts in rule.defect.texts.values() for text in texts.values()]
    assert [text for text in said if "{{" in text or text.count("{") != text.count("}")] == []
