"""What other programs read."""

import json
from dataclasses import replace

from eaframe.reports import render
from eaframe.reports.report import Report, ReportedFinding, ReportedNote

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
        "summary": {"elements": 2, "relationships": 1, "errors": 1, "warnings": 0, "infos": 0},
        "findings": [
            {
                "code": "SRC003",
                "rule": "duplicate-key",
                "severity": "error",
                "subject": "portal",
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
    }


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
    "infos": 0
  },
  "findings": [
    {
      "code": "SRC003",
      "rule": "duplicate-key",
      "severity": "error",
      "subject": "portal",
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
  ]
}
"""
    )


def test_a_report_without_findings_has_an_empty_list():
    written = json.loads(render(Report(2, 1, ()), "json"))
    assert written["findings"] == []
    assert written["summary"] == {"elements": 2, "relationships": 1, "errors": 0, "warnings": 0, "infos": 0}
