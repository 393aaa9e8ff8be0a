"""What a change can break for whoever depends on a model; the codes begin with BRK."""

from __future__ import annotations

from eaframe.findings import Defect

REMOVED_ELEMENT = Defect(
    code="BRK001",
    name="removed-element",
    severity="error",
    summary="An element is gone on which others depend. What names its id, in this model or elsewhere, leads nowhere.",
    message="`{id}` is gone, {why}.",
    hint="Keep it with `valid: {{to: DATE}}` and `replaced-by`. If it has a new id, record `aliases: {id}` there.",
)
REUSED_ID = Defect(
    code="BRK002",
    name="reused-id",
    severity="error",
    summary="An id stands for another thing than before: both the type and the name are others.",
    message="`{id}` was a `{old}` and is now a `{new}` of another name.",
    hint="Give the new element an id of its own; an id is never used again.",
)
CHANGED_TYPE = Defect(
    code="BRK003",
    name="changed-type",
    severity="error",
    summary="An element has another type than before, which is no special kind of it. Views and rules may not find it.",
    message="`{id}` was a `{old}` and is now a `{new}`.",
    hint="Keep the type, or end the element and name a new one under its `replaced-by`.",
)
REUSED_FORMER_ID = Defect(
    code="BRK004",
    name="reused-former-id",
    severity="error",
    summary="The former id of an element is the id of another one now. Old references to it lead to the wrong element.",
    message="`{id}` was a former id of `{owner}`, and now it is another element.",
    hint="Give the new element another id; an id is never used again.",
)
FORGOTTEN_FORMER_ID = Defect(
    code="BRK005",
    name="forgotten-former-id",
    severity="warning",
    summary="An element no longer records an id that it had. Old references to it lead nowhere.",
    message="`{id}` no longer records its former id `{former}`.",
    hint="Put `{former}` back under `aliases`.",
)
OPENED_VISIBILITY = Defect(
    code="BRK006",
    name="opened-visibility",
    severity="error",
    summary="An element or relationship may be seen by more people than before.",
    message="`{id}` was `{old}` and is now `{new}`.",
    hint="Set it back with `visibility: {old}`, or have the opening approved.",
)
LOWERED_CLASSIFICATION = Defect(
    code="BRK007",
    name="lowered-classification",
    severity="error",
    summary="A classification went down or is gone. `classifications` in eaframe.yaml lists what classifies.",
    message="`{key}` of `{id}` went down from `{old}` to {new}.",
    hint="Set it back to `{old}`, or have the lower classification approved.",
)
EARLIER_END = Defect(
    code="BRK008",
    name="earlier-end",
    severity="error",
    summary="The validity of an element ends earlier than before. With `replaced-by` it is a warning.",
    message="`{id}` now ends on {new}; before it was {old}.",
    hint="Set the end back, or name under `replaced-by` what others can use instead.",
)
REMOVED_RELATIONSHIP = Defect(
    code="BRK009",
    name="removed-relationship",
    severity="error",
    summary="An element lost a relationship by which it had what it needs. If others give it the same it is a warning.",
    message="`{source}` no longer {verb} `{target}`, and `{dependent}` relied on it.",
    hint="Keep it with `valid: {{to: DATE}}`, or relate `{dependent}` to what it has instead.",
)
REMOVED_KIND = Defect(
    code="BRK010",
    name="removed-kind",
    severity="error",
    summary="A kind is gone. Elements of it, here or in whatever imports this library, have no type any more.",
    message="The kind `{id}` is gone.",
    hint="Keep the kind; its documentation can say what to use instead.",
)
NARROWER_KIND = Defect(
    code="BRK011",
    name="narrower-kind",
    severity="error",
    summary="A kind no longer allows what it did. Elements that were right are wrong now.",
    message="`{key}` of the kind `{id}` {what}.",
    hint="Allow what was allowed, or declare a new kind.",
)
REMOVED_OWNER = Defect(
    code="BRK012",
    name="removed-owner",
    severity="warning",
    summary="An element has no owner any more, so that nobody answers for it.",
    message="`{id}` had the owner `{owner}` and has none now.",
    hint="Write who owns it now under `owner`.",
)

REMOVED_DEFINITION = Defect(
    code="BRK013",
    name="removed-definition",
    severity="error",
    summary="An indicator, a checklist or a viewpoint is gone, which others, here or elsewhere, name by its id.",
    message="`{id}` is gone from `{section}`.",
    hint="Keep it; its documentation can say what to use instead.",
)

DEFECTS = (
    REMOVED_ELEMENT,
    REUSED_ID,
    CHANGED_TYPE,
    REUSED_FORMER_ID,
    FORGOTTEN_FORMER_ID,
    OPENED_VISIBILITY,
    LOWERED_CLASSIFICATION,
    EARLIER_END,
    REMOVED_RELATIONSHIP,
    REMOVED_KIND,
    NARROWER_KIND,
    REMOVED_OWNER,
    REMOVED_DEFINITION,
)
