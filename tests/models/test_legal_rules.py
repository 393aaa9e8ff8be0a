"""Each of the sixty legal rules is implemented, and the page that says so is up to date."""

import pytest
from legal_rules import ROOT, eaframe_defects, implemented, legal_rules, page

IDS = [row["id"] for row in legal_rules()]


def test_there_are_sixty_legal_rules_in_six_groups():
    groups = [id_.partition("-")[0] for id_ in IDS]
    assert {group: groups.count(group) for group in groups} == {
        "ORG": 3,
        "SYS": 17,
        "SVC": 12,
        "DAT": 11,
        "TEC": 4,
        "GOV": 13,
    }


def test_each_legal_rule_is_found_by_something():
    tagged = {legal for legal, *_ in implemented()}
    assert [row["id"] for row in legal_rules() if row["id"] not in tagged and not row["built in"]] == []


def test_no_rule_is_tagged_with_a_legal_rule_that_there_is_not():
    assert {legal for legal, *_ in implemented()} <= {*IDS}


def test_what_eaframe_itself_finds_exists():
    named = {code for row in legal_rules() for code in row["built in"].split()}
    assert named <= eaframe_defects().keys()


@pytest.mark.parametrize(("file", "language"), [("LEGAL-RULES.md", "en"), ("LEGAL-RULES.vi.md", "vi")])
def test_the_page_of_the_law_as_rules_is_up_to_date(file: str, language: str):
    assert (ROOT / ".github" / file).read_text(encoding="utf-8") == page(language)


def test_each_legal_rule_is_told_in_vietnamese_where_it_is_in_english():
    for english in ("about", "rule", "not checked"):
        assert [row["id"] for row in legal_rules() if bool(row[english]) != bool(row[f"{english} vi"])] == []
