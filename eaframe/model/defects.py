"""What can be wrong with what a model says: names, references, values."""

from __future__ import annotations

from eaframe.findings import Defect

UNKNOWN_TYPE = Defect(
    code="MOD001",
    name="unknown-type",
    severity="error",
    summary="The type of an element is neither one of ArchiMate nor a kind that the workspace declares; or the kind of "
    "a relationship is not declared for its verb.",
    message="`{found}` is not {what}.",
    hint="Use an ArchiMate type such as `application-component`, or declare the kind under `kinds:`.",
    basis="ArchiMate 3.2, ch. 3-13",
    bad="""\
elements:
  portal:
    type: aplication-component  # error: MOD001
    name: Portal
    documentation: Where citizens send dossiers.
""",
    good="""\
elements:
  portal: {type: application-service, name: Portal, documentation: Where citizens send dossiers., serves: citizen}
  citizen: {type: business-actor, name: Citizen, documentation: Whoever lives in the city.}
""",
)
INVALID_ID = Defect(
    code="MOD002",
    name="invalid-id",
    severity="error",
    summary="An id is not a slug. Ids become file names, links and keys in other tools, so they are plain.",
    message="`{found}` cannot be an id: {reason}.",
    hint="Write `{proposal}`; the name itself may hold any letters.",
    bad="""\
elements:
  Cổng dịch vụ:  # error: MOD002
    type: goal
    name: Cổng dịch vụ
    documentation: Dossiers are sent online.
""",
    good="""\
elements:
  cong-dich-vu:
    type: goal
    name: Cổng dịch vụ
    documentation: Dossiers are sent online.
""",
)
DUPLICATE_ID = Defect(
    code="MOD003",
    name="duplicate-id",
    severity="error",
    summary="Two things have the same id. References to it would be to either.",
    message="The id `{id}` is taken already.",
    hint="Give one of the two another id, or merge them.",
    bad="""\
elements:
  fast-service: {type: goal, name: Fast service, documentation: Answers within a day., influences: open-data}
  open-data: {type: goal, name: Open data, documentation: For all., aliases: [fast-service]}  # error: MOD003
""",
    good="""\
elements:
  fast-service: {type: goal, name: Fast service, documentation: Answers within a day., influences: open-data}
  open-data: {type: goal, name: Open data, documentation: For all., aliases: [quick-service]}
""",
)
DANGLING_REFERENCE = Defect(
    code="MOD004",
    name="dangling-reference",
    severity="error",
    summary="Something refers to an id that nothing has.",
    message="`{found}` does not exist{where}.",
    hint="Correct the id, or define it.",
    bad="""\
elements:
  portal:
    type: application-service
    name: Portal
    documentation: Where citizens send dossiers.
    serves: [citizen, citzen]  # error: MOD004
  citizen: {type: business-actor, name: Citizen, documentation: Whoever lives in the city.}
""",
    good="""\
elements:
  portal: {type: application-service, name: Portal, documentation: Where citizens send dossiers., serves: citizen}
  citizen: {type: business-actor, name: Citizen, documentation: Whoever lives in the city.}
""",
)
WRONG_REFERENCE_TARGET = Defect(
    code="MOD005",
    name="wrong-reference-target",
    severity="error",
    summary="A reference leads to an element of a type that it must not have: an owner is somebody, not a system.",
    message="`{key}` refers to `{target}`, which is of type `{found}`.",
    hint="Refer to an element of type {allowed}.",
    bad="""\
elements:
  portal:
    type: application-component
    name: Portal
    documentation: Where citizens send dossiers.
    owner: registry  # error: MOD005
    composed-of: registry
  registry: {type: application-component, name: Registry, documentation: Of civil status.}
""",
    good="""\
elements:
  portal:
    type: application-component
    name: Portal
    documentation: Where citizens send dossiers.
    owner: office
    associated-with: office
  office: {type: business-actor, name: City office, documentation: Runs the portal.}
""",
)
FORMER_ID = Defect(
    code="MOD006",
    name="former-id",
    severity="info",
    summary="A reference uses an id that the element had before it was renamed. It still works.",
    message="`{found}` is now called `{now}`.",
    hint="Write `{now}`.",
    bad="""\
elements:
  fast-service: {type: goal, name: Fast service, documentation: Answers within a day., aliases: [quick-service]}
  open-data:
    type: goal
    name: Open data
    documentation: Data anyone can use.
    influences: quick-service  # info: MOD006
""",
    good="""\
elements:
  fast-service: {type: goal, name: Fast service, documentation: Answers within a day., aliases: [quick-service]}
  open-data: {type: goal, name: Open data, documentation: Data anyone can use., influences: fast-service}
""",
)
REFERENCES_HELD_BACK = Defect(
    code="MOD007",
    name="references-held-back",
    severity="info",
    summary="A file or a library could not be read, so references to what it may define were not judged.",
    message="References that were not judged: {number}. What they name may stand in {files}, which could not be read "
    "whole.",
    hint="Mend that first and validate again.",
)
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
DEFINE_SOURCE = "Define it under `references:` (`{found}: {{title: …}}`), or write the id of a reference that is there."
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
DUPLICATE_RELATIONSHIP = Defect(
    code="MOD014",
    name="duplicate-relationship",
    severity="error",
    summary="The same relationship is said twice: from both of its ends, or with the same ends and verb without ids.",
    message="The relationship `{source}` {verb} `{target}` is said twice.",
    hint="Remove one of the two; if they are two different relationships give each an `id`.",
    bad="""\
elements:
  portal: {type: application-service, name: Portal, documentation: Where dossiers are sent., serves: citizen}
  citizen:
    type: business-actor
    name: Citizen
    documentation: Whoever lives in the city.
    served-by: portal  # error: MOD014
""",
    good="""\
elements:
  portal: {type: application-service, name: Portal, documentation: Where dossiers are sent., serves: citizen}
  citizen:
    type: business-actor
    name: Citizen
    documentation: Whoever lives in the city.
""",
)
NOT_ONE_VERB = Defect(
    code="MOD015",
    name="not-one-verb",
    severity="error",
    summary="An entry under `relationships` says no verb, or several.",
    message="A relationship has exactly one verb; here it has {found}.",
    hint="Write {{from: ID, serves: ID}} with one of {allowed}.",
    bad="""\
elements:
  portal: {type: application-service, name: Portal, documentation: Where dossiers are sent., serves: citizen}
  citizen: {type: business-actor, name: Citizen, documentation: Whoever lives in the city.}
relationships:
  - {from: portal, name: helps}  # error: MOD015
""",
    good="""\
elements:
  portal: {type: application-service, name: Portal, documentation: Where dossiers are sent.}
  citizen: {type: business-actor, name: Citizen, documentation: Whoever lives in the city.}
relationships:
  - {from: portal, serves: citizen, name: helps}
""",
)
LIBRARY_NOT_FOUND = Defect(
    code="MOD016",
    name="library-not-found",
    severity="error",
    summary="A library that the workspace imports is not there.",
    message="The library `{found}` does not exist: {reason}.",
    hint="Name a bundled library ({bundled}) or a relative folder that holds an eaframe.yaml.",
)
LIBRARY_HAS_ERRORS = Defect(
    code="MOD017",
    name="library-has-errors",
    severity="error",
    summary="A library that the workspace imports has errors of its own.",
    message="The library `{found}` has errors ({number}), the first in {where}: {first}",
    hint="Validate the library by itself and mend it there.",
)
CIRCULAR_IMPORT = Defect(
    code="MOD018",
    name="circular-import",
    severity="error",
    summary="Libraries import each other in a circle.",
    message="The imports run in a circle: {path}.",
    hint="Move what both need into a third library.",
)
SAME_NAMESPACE = Defect(
    code="MOD019",
    name="same-namespace",
    severity="error",
    summary="A library has the namespace of the workspace or of another library, so its ids could mean two things.",
    message="The library `{found}` has the namespace `{namespace}`, which is taken.",
    hint="Change `namespace:` in one of the two.",
)
OTHER_LANGUAGE_VERSION = Defect(
    code="MOD020",
    name="other-language-version",
    severity="error",
    summary="The workspace is written for another version of the model language than this program knows.",
    message="`eaframe: {found}` is not the version of the model language that is known here ({known}).",
    hint="Write `eaframe: {known}`, or use an eaframe that knows the other version.",
)
UNKNOWN_METAMODEL = Defect(
    code="MOD021",
    name="unknown-metamodel",
    severity="error",
    summary="The workspace asks for a metamodel that is not there.",
    message="There is no metamodel `{found}`.",
    hint="Use {allowed}.",
)
UNKNOWN_BASE = Defect(
    code="MOD022",
    name="unknown-base",
    severity="error",
    summary="A kind is based on something that is neither an element type, a verb nor another kind, or on itself.",
    message="The base `{found}` of the kind `{kind}` {reason}.",
    hint="Base it on an ArchiMate element type, a verb (for relationships), or another kind.",
    bad="""\
kinds:
  information-system:
    base: aplication-component  # error: MOD022
    label: Information system
""",
    good="""\
kinds:
  information-system:
    base: application-component
    label: Information system
""",
)
RESERVED_ATTRIBUTE = Defect(
    code="MOD023",
    name="reserved-attribute",
    severity="error",
    summary="A kind declares an attribute whose name every element has already, or that its base declares.",
    message="The attribute `{name}` of the kind `{kind}` {reason}.",
    hint="Give it another name.",
    bad="""\
kinds:
  information-system:
    base: application-component
    label: Information system
    attributes:
      owner: {type: text, label: Owner}  # error: MOD023
""",
    good="""\
kinds:
  information-system:
    base: application-component
    label: Information system
    attributes:
      vendor: {type: text, label: Vendor}
""",
)
AMBIGUOUS_KIND = Defect(
    code="MOD024",
    name="ambiguous-kind",
    severity="error",
    summary="The short name of a kind is declared in several libraries.",
    message="`{found}` could be {candidates}.",
    hint="Write the kind with its namespace.",
)
SELF_REFERENCE = Defect(
    code="MOD025",
    name="relationship-on-its-own-end",
    severity="error",
    summary="A relationship ends on a relationship that already has its other end, or relationships end on each other.",
    message="The relationship ends on `{found}`, which {reason}.",
    hint="Relate the element to the element at the other side.",
    basis="ArchiMate 3.2 §5.1.5",
    bad="""\
elements:
  portal: {type: application-service, name: Portal, documentation: Where dossiers are sent., serves: citizen}
  citizen:
    type: business-actor
    name: Citizen
    documentation: Whoever lives in the city.
    associated-with: portal--serves--citizen  # error: MOD025
""",
    good="""\
elements:
  portal: {type: application-service, name: Portal, documentation: Where dossiers are sent., serves: citizen}
  citizen: {type: business-actor, name: Citizen, documentation: Whoever lives in the city.}
  open: {type: goal, name: Open, documentation: Anyone can., associated-with: portal--serves--citizen}
""",
)
NOT_USED_YET = Defect(
    code="MOD026",
    name="not-used-yet",
    severity="warning",
    summary="A part of the model language is read but not acted on by this version of eaframe.",
    message="`{key}` is read, but this version of eaframe does not act on it yet.",
    hint="Nothing to do; do not rely on it.",
    bad="""\
waivers: []  # warning: MOD026
elements:
  fast-service: {type: goal, name: Fast service, documentation: Answers within a day.}
""",
    good="""\
elements:
  fast-service: {type: goal, name: Fast service, documentation: Answers within a day.}
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
NOT_JUDGED = Defect(
    code="MOD028",
    name="not-judged",
    severity="info",
    summary="The workspace's own file is wrong in something that the whole model depends on.",
    message="The other files were read, but what they say was not judged.",
    hint="Mend eaframe.yaml first and validate again.",
)
RESERVED_KIND = Defect(
    code="MOD029",
    name="reserved-kind",
    severity="error",
    summary="A kind has the name of an ArchiMate element type or of a verb, so that the name would mean two things.",
    message="`{kind}` is a word of ArchiMate, so it cannot be the name of a kind.",
    hint="Give the kind another name.",
    bad="""\
kinds:
  node:  # error: MOD029
    base: application-component
    label: Node
""",
    good="""\
kinds:
  service-node:
    base: application-component
    label: Service node
""",
)

DEFECTS = tuple(value for value in list(globals().values()) if isinstance(value, Defect))
