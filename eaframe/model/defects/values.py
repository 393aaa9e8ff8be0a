"""Values of attributes, dates and periods."""

from __future__ import annotations

from eaframe.findings import Defect

WRONG_ATTRIBUTE_VALUE = Defect(
    code="MOD008",
    name="wrong-attribute-value",
    severity="error",
    summary="The value of an attribute is not of the attribute's type, or out of its bounds.",
    message="`{key}` must be {expected}, not {found}.",
    hint="Write {expected}.",
    bad="""\
kinds:
  information-system:
    base: application-component
    label: Information system
    attributes:
      security-level: {type: integer, min: 1, max: 5, label: Security level}
elements:
  portal:
    type: information-system
    name: Portal
    documentation: Where citizens send dossiers.
    security-level: high  # error: MOD008
""",
    good="""\
kinds:
  information-system:
    base: application-component
    label: Information system
    attributes:
      security-level: {type: integer, min: 1, max: 5, label: Security level}
elements:
  portal:
    type: information-system
    name: Portal
    documentation: Where citizens send dossiers.
    security-level: 3
""",
)
WRITE_OR_UNKNOWN = "Write {expected}, or {{unknown: {{by: UNIT, until: DATE}}}} where nobody knows yet."
WRITE_TEXT = "Write a text; one that begins with `#` needs quotes, or YAML takes it for a comment."
WRITE_THIS_DATE = "Write {date}: first the year, then the month, then the day."
MISSING_ATTRIBUTE = Defect(
    code="MOD009",
    name="missing-attribute",
    severity="error",
    summary="An element lacks an attribute that its kind requires.",
    message="The required attribute `{key}` of kind `{kind}` is missing.",
    hint="Add `{key}: …`, or `{key}: {{unknown: {{by: UNIT, until: DATE}}}}` where nobody knows yet.",
    bad="""\
kinds:
  information-system:
    base: application-component
    label: Information system
    attributes:
      vendor: {type: text, required: true, label: Vendor}
elements:
  portal:  # error: MOD009
    type: information-system
    name: Portal
    documentation: Where citizens send dossiers.
""",
    good="""\
kinds:
  information-system:
    base: application-component
    label: Information system
    attributes:
      vendor: {type: text, required: true, label: Vendor}
elements:
  portal:
    type: information-system
    name: Portal
    documentation: Where citizens send dossiers.
    vendor: The city itself
""",
)
UNKNOWN_NOT_ALLOWED = Defect(
    code="MOD010",
    name="unknown-not-allowed",
    severity="error",
    summary="A value is given as unknown or not applicable where a value must be known.",
    message="`{key}` may not be {found}.",
    hint="Give the value.",
    bad="""\
elements:
  portal:
    type: {unknown: {by: office, until: 2030}}  # error: MOD010
    name: Portal
    documentation: Where citizens send dossiers.
    serves: office
  office: {type: business-actor, name: City office, documentation: Runs the portal.}
""",
    good="""\
elements:
  portal: {type: application-service, name: Portal, documentation: Where dossiers are sent., serves: office}
  office: {type: business-actor, name: City office, documentation: Runs the portal.}
""",
)
WRONG_DATE = Defect(
    code="MOD011",
    name="wrong-date",
    severity="error",
    summary="A date is not a date, or not of the form that every reader understands the same way.",
    message="A date is expected (2026, 2026-11 or 2026-11-23), not {found}.",
    hint="Write a year, a month or a day: 2026, 2026-11 or 2026-11-23.",
    basis="ISO 8601-1",
    bad="""\
elements:
  fast-service:
    type: goal
    name: Fast service
    documentation: Answers within a day.
    valid: {from: 23/11/2026}  # error: MOD011
""",
    good="""\
elements:
  fast-service:
    type: goal
    name: Fast service
    documentation: Answers within a day.
    valid: {from: 2025-11-23}
""",
)
ENDS_BEFORE_IT_STARTS = Defect(
    code="MOD012",
    name="ends-before-it-starts",
    severity="error",
    summary="A validity ends before it starts, so that there is no day in it.",
    message="The validity ends ({last}) before it starts ({first}).",
    hint="Exchange the two dates, or correct one.",
    bad="""\
elements:
  fast-service:
    type: goal
    name: Fast service
    documentation: Answers within a day.
    valid: {from: 2020, to: 2017-06}  # error: MOD012
""",
    good="""\
elements:
  fast-service:
    type: goal
    name: Fast service
    documentation: Answers within a day.
    valid: {from: 2017-06, to: 2020}
""",
)
OVERLAPPING_VALUES = Defect(
    code="MOD013",
    name="overlapping-values",
    severity="error",
    summary="A value that changed over time has two values for the same day.",
    message="Two values of `{key}` hold on the same day: {first} and {second}.",
    hint="End one before the other begins; both ends of a validity are inclusive.",
    bad="""\
elements:
  fast-service:
    type: goal
    name:
      - {value: Quick service, valid: {to: 2020}}
      - {value: Fast service, valid: {from: 2020}}  # error: MOD013
    documentation: Answers within a day.
""",
    good="""\
elements:
  fast-service:
    type: goal
    name:
      - {value: Quick service, valid: {to: 2020}}
      - {value: Fast service, valid: {from: 2021}}
    documentation: Answers within a day.
""",
)
CORE_KEY_ELSEWHERE = Defect(
    code="MOD027",
    name="key-of-another-type",
    severity="error",
    summary="A key stands on an element or relationship of a type that has no such key.",
    message="`{key}` belongs to {owner} only, not to `{found}`.",
    hint="Remove the key, or change the type.",
    bad="""\
elements:
  fast-service:
    type: goal
    name: Fast service
    documentation: Answers within a day.
    junction: or  # error: MOD027
""",
    good="""\
elements:
  fast-service: {type: goal, name: Fast service, documentation: Answers within a day.}
""",
)
