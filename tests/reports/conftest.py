"""A small report with something of everything, and what the readers of each format ask of it."""

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from lxml import etree

from eaframe.reports.report import Report, ReportedFinding, ReportedNote, ReportedRule, WaivedFinding

SCHEMAS = Path(__file__).parent / "schemas"
URI = re.compile(r"(file:///)?((?:[A-Za-z0-9._~/-]|%[0-9A-F]{2})+)")
LINK = re.compile(r"(?<!\\)(?:\\\\)*\[((?:[^\\\[\]]|\\[\\\[\]])*)\]\(([^)]*)\)")


@pytest.fixture
def small() -> Report:
    """Two rules that found something, one that found nothing, one all of whose findings are waived."""
    dangling = ReportedFinding(
        code="MOD004",
        rule="dangling-reference",
        severity="error",
        subject="portal",
        message="`citzen` does not exist.",
        hint="Did you mean `citizen`?",
        file="model/portal.yaml",
        line=5,
        column=13,
        end_line=5,
        end_column=19,
        source_line="    serves: citzen",
        notes=(ReportedNote("`citizen` stands here", "model/người dân.yaml", 2, 3),),
    )
    no_owner = ReportedFinding(
        code="APP001",
        rule="system-without-owner",
        severity="warning",
        subject="lgsp",
        message="`lgsp` has no owner.",
        hint="Add `owner: UNIT`.",
        file="model/lgsp.yaml",
        line=2,
        column=3,
        end_line=9,
        end_column=1,
        source_line="  lgsp:",
    )
    waived = ReportedFinding(
        code="HAN014",
        rule="personal-data-unprotected",
        severity="error",
        subject="citizen-record",
        message="`citizen-record` is not encrypted.",
        hint="Set `encrypted: true`.",
        file="model/data.yaml",
        line=7,
        column=3,
        end_line=7,
        end_column=17,
        source_line="  citizen-record:",
    )
    rules = (
        ReportedRule("APP001", "system-without-owner", "warning", "A system has no owner.", "Add `owner: UNIT`."),
        ReportedRule("APP002", "system-without-end", "info", "A system has no end.", "Add `valid: {to: DATE}`."),
        ReportedRule(
            "HAN014",
            "personal-data-unprotected",
            "error",
            "Personal data is not encrypted.",
            "Set `encrypted: true`.",
            "Luật 91/2025/QH15",
            ("data", "security"),
        ),
        ReportedRule("MOD004", "dangling-reference", "error", "A reference leads nowhere.", "Mend its `id`."),
    )
    waivers = (WaivedFinding(waived, "Encrypted with the move of 2027.", "QĐ 12/QĐ-SKHCN", "2027-01-29"),)
    return Report(12, 34, (no_owner, dangling), rules, waivers, 3, 1, 4, 1)


@pytest.fixture(scope="session")
def refused_by_sarif() -> Callable[[dict[str, Any]], list[str]]:
    """What the schema of SARIF 2.1.0 says against a log."""
    schema = json.loads((SCHEMAS / "sarif-2.1.0-rtm.5.json").read_text(encoding="utf-8"))
    validator = jsonschema.Draft4Validator(schema)
    return lambda log: [error.message for error in validator.iter_errors(log)]


@pytest.fixture(scope="session")
def refused_by_gitlab() -> Callable[[list[Any]], list[str]]:
    """What GitLab would say against a Code Quality report."""
    schema = json.loads((SCHEMAS / "gitlab-code-quality.json").read_text(encoding="utf-8"))
    validator = jsonschema.Draft202012Validator(schema)

    def refused(content: list[Any]) -> list[str]:
        said = [error.message for error in validator.iter_errors(content)]
        fingerprints = [one["fingerprint"] for one in content]
        twice = sorted({one for one in fingerprints if fingerprints.count(one) > 1})
        return said + [f"the fingerprint {one} is not unique" for one in twice]

    return refused


@pytest.fixture(scope="session")
def refused_by_junit() -> Callable[[str], list[str]]:
    """What is wrong with an XML document as one of JUnit."""
    schema = etree.XMLSchema(etree.parse(SCHEMAS / "junit.xsd"))

    def refused(written: str) -> list[str]:
        schema.validate(etree.fromstring(written.encode("utf-8")))
        return [str(error) for error in schema.error_log]

    return refused


@pytest.fixture(scope="session")
def refused_by_github() -> Callable[[dict[str, Any]], list[str]]:
    """What GitHub's code scanning would refuse or not show, though the schema allows it."""
    return lambda log: [said for run in log["runs"] for said, is_so in _asked(run) if not is_so]


def _asked(run: dict[str, Any]) -> list[tuple[str, bool]]:
    rules, results = run["tool"]["driver"]["rules"], run["results"]
    fingerprints = [one["partialFingerprints"]["primaryLocationLineHash"] for one in results]
    asked = [
        ("the category ends with a slash", run["automationDetails"]["id"].endswith("/")),
        ("at most 25,000 results and rules", max(len(rules), len(results)) <= 25_000),
        ("each rule once", len({rule["id"] for rule in rules}) == len(rules)),
        ("each fingerprint once", len(set(fingerprints)) == len(fingerprints)),
    ]
    asked += [ask for rule in rules for ask in _asked_of_rule(rule)]
    return asked + [ask for one in results for ask in _asked_of_result(one, rules)]


def _asked_of_rule(rule: dict[str, Any]) -> list[tuple[str, bool]]:
    texts = [rule["shortDescription"]["text"], rule["fullDescription"]["text"]]
    properties = rule["properties"]
    return [
        ("a name of 1 to 255 characters", 1 <= len(rule["name"]) <= 255),
        ("descriptions of 1 to 1,024 characters", all(1 <= len(text) <= 1_024 for text in texts)),
        ("help in both forms", bool(rule["help"]["text"] and rule["help"]["markdown"])),
        ("a known level", rule["defaultConfiguration"]["level"] in {"note", "warning", "error"}),
        ("at most ten tags, each once", len(set(properties["tags"])) == len(properties["tags"]) <= 10),
        ("a known precision", properties["precision"] in {"very-high", "high", "medium", "low"}),
        ("a known severity", properties["problem.severity"] in {"error", "warning", "recommendation"}),
    ]


def _asked_of_result(one: dict[str, Any], rules: list[Any]) -> list[tuple[str, bool]]:
    related = one.get("relatedLocations", [])
    places = [place["physicalLocation"] for place in (*one["locations"], *related)]
    regions = [place["region"] for place in places]
    links = [target for _, target in LINK.findall(one["message"]["text"])]
    return [
        ("a message", bool(one["message"]["text"])),
        ("its rule by index", rules[one["ruleIndex"]]["id"] == one["ruleId"]),
        ("a known level", one["level"] in {"note", "warning", "error"}),
        ("one location", len(one["locations"]) == 1),
        (
            "a small region",
            all(region.get("endLine", region["startLine"]) == region["startLine"] for region in regions),
        ),
        ("positions from 1", all(min(region.values()) >= 1 for region in regions)),
        ("valid addresses", all(URI.fullmatch(place["artifactLocation"]["uri"]) for place in places)),
        ("at most 100 related locations", len(related) <= 100),
        ("a link to each related location and no other", links == [str(place["id"]) for place in related]),
    ]
