"""Ids, types and references: who is called what, and who means whom."""

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
DEFINE_SOURCE = "Define it under `references:` (`{found}: {{title: …}}`), or write the id of a reference that is there."
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
