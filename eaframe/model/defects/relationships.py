"""Relationships as they are said, before anyone asks whether ArchiMate allows them."""

from __future__ import annotations

from eaframe.findings import Defect

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
