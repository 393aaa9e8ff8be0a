"""What other programs read."""

import json
from dataclasses import replace

from eaframe.reports import render
from eaframe.reports.report import Report, ReportedFinding, ReportedNote, ReportedRule, WaivedFinding

ONE = ReportedFinding(
    code="SRC003",
    rule="duplicate-key",
    severity="error",
    subject="portal",
    message="The key `name` stands twice in the same mapping.",
    hint="Remove one of the two, or give one another name. The first was kept.",
    file="model/portal.yaml",
    line=5,
    column=5,
    end_line=5,
    end_column=9,
    source_line="    name: Cổng",
    notes=(ReportedNote("`name` stands here first", "model/portal.yaml", 4, 5),),
)


def test_the_report_is_one_object_of_this_structure():
    assert json.loads(render(Report(2, 1, (ONE,)), "json")) == {
        "schema_version": 1,
        "summary": {
            "elements": 2,
            "relationships": 1,
            "errors": 1,
            "warnings": 0,
            "infos": 0,
            "waived": 0,
            "waivers_ending_within_30_days": 0,
            "in_baseline": 0,
            "known_before": 0,
            "undecided": 0,
            "failed_rules": 0,
        },
        "findings": [
            {
                "code": "SRC003",
                "rule": "duplicate-key",
                "severity": "error",
                "subject": "portal",
                "fingerprint": ONE.fingerprint,
                "message": "The key `name` stands twice in the same mapping.",
                "hint": "Remove one of the two, or give one another name. The first was kept.",
                "location": {"file": "model/portal.yaml", "line": 5, "column": 5, "end_line": 5, "end_column": 9},
                "notes": [
                    {
                        "message": "`name` stands here first",
                        "location": {"file": "model/portal.yaml", "line": 4, "column": 5},
                    }
                ],
            }
        ],
        "waived": [],
        "rules": [],
    }


def test_what_is_waived_and_what_was_asked_is_told_too():
    rule = ReportedRule("SRC003", "duplicate-key", "error", "Summary.", "Hint.", "Basis", ("tag",))
    waived = WaivedFinding(ONE, "Moves in 2027.", "QĐ 12", "2027-01-29")
    written = json.loads(render(Report(2, 1, (ONE,), (rule,), (waived,), 3, 1, 4, 2, 5), "json"))
    assert written["waived"] == [
        {**written["findings"][0], "waiver": {"reason": "Moves in 2027.", "decision": "QĐ 12", "until": "2027-01-29"}}
    ]
    assert written["rules"] == [{"code": "SRC003", "name": "duplicate-key", "severity": "error"}]
    assert list(written["summary"].values()) == [2, 1, 1, 0, 0, 1, 1, 3, 5, 4, 2]


def test_keys_stand_in_one_order_and_vietnamese_as_it_is():
    written = render(Report(0, 0, (replace(ONE, message="Cổng", notes=()),)), "json")
    assert written == (
        """\
{
  "schema_version": 1,
  "summary": {
    "elements": 0,
    "relationships": 0,
    "errors": 1,
    "warnings": 0,
    "infos": 0,
    "waived": 0,
    "waivers_ending_within_30_days": 0,
    "in_baseline": 0,
    "known_before": 0,
    "undecided": 0,
    "failed_rules": 0
  },
  "findings": [
    {
      "code": "SRC003",
      "rule": "duplicate-key",
      "severity": "error",
      "subject": "portal",
      "fingerprint": "b77444492f863091c540c46aa8c43156",
      "message": "Cổng",
      "hint": "Remove one of the two, or give one another name. The first was kept.",
      "location": {
        "file": "model/portal.yaml",
        "line": 5,
        "column": 5,
        "end_line": 5,
        "end_column": 9
      },
      "notes": []
    }
  ],
  "waived": [],
  "rules": []
}
"""
    )


def test_a_report_without_findings_has_an_empty_list():
    written = json.loads(render(Report(2, 1, ()), "json"))
    assert written["findings"] == []
    assert list(written["summary"].values()) == [2, 1] + [0] * 9
