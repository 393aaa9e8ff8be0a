"""What can be wrong with the definition of a view or a viewpoint."""

from __future__ import annotations

from eaframe.findings import Defect

UNKNOWN_VIEWPOINT = Defect(
    code="VEW001",
    name="unknown-viewpoint",
    severity="error",
    summary="A view asks for a viewpoint that neither eaframe nor the workspace has. The view is not built.",
    message="`{found}` is not a viewpoint.",
    hint="Use one of {allowed}, or define it under `viewpoints:`.",
    basis="ISO/IEC/IEEE 42010:2022, 6.6; ArchiMate 3.2, ch. 14",
    bad="""\
elements:
  fast-service: {type: goal, name: Fast service, documentation: Answers within a day.}
views:
  goals: {name: Goals, viewpoint: layerd}  # error: VEW001
""",
    good="""\
elements:
  fast-service: {type: goal, name: Fast service, documentation: Answers within a day.}
views:
  goals: {name: Goals, viewpoint: layered}
""",
)

_ROLES = """\
elements:
  officer: {type: business-role, name: Officer, documentation: Takes dossiers., assigned-to: intake}
  intake: {type: business-process, name: Intake, documentation: Checks what a citizen sends.}
views:
"""
INCOMPLETE_VIEW = Defect(
    code="VEW002",
    name="incomplete-view",
    severity="error",
    summary="A view lacks what its viewpoint cannot be drawn without: the sides of a matrix, the centre of a "
    "neighbourhood. The view is not built.",
    message="A view of `{viewpoint}` needs `{key}`.",
    hint="Add `{key}`: {means}.",
    basis="TOGAF 9.2, ch. 31 (matrices)",
    bad=_ROLES
    + """\
  duties:  # error: VEW002
    name: Duties
    viewpoint: any-matrix
    rows: {type: business-role}
    cell: {via: assigned-to}
""",
    good=_ROLES
    + """\
  duties:
    name: Duties
    viewpoint: any-matrix
    rows: {type: business-role}
    columns: {type: business-process}
    cell: {via: assigned-to}
""",
)
KEY_WITHOUT_EFFECT = Defect(
    code="VEW003",
    name="key-without-effect",
    severity="warning",
    summary="A view or a viewpoint says something of its looks that its layout has no use for.",
    message="`{key}` does nothing here: the layout is `{layout}`.",
    hint="Remove it, or choose another viewpoint; this layout knows {allowed}.",
    bad=_ROLES
    + """\
  duties:
    name: Duties
    viewpoint: layered
    show: documentation  # warning: VEW003
""",
    good=_ROLES
    + """\
  duties:
    name: Duties
    viewpoint: layered
    group-by: none
""",
)
_PLATEAUS = """\
elements:
  before: {type: plateau, date: 2017, name: Before, documentation: As it was., aggregates: counter, triggers: after}
  after: {type: plateau, date: 2026, name: After, documentation: As it is., aggregates: portal}
  counter: {type: application-component, name: Counter, documentation: Paper.}
  portal: {type: application-component, name: Portal, documentation: Online.}
views:
"""
NO_PLATEAU = Defect(
    code="VEW004",
    name="no-plateau",
    severity="error",
    summary="A gap matrix is to compare something that is no plateau.",
    message="`{id}` is no plateau, but of type {type}.",
    hint="Name a plateau, an element of type `plateau` that aggregates what belongs to it.",
    basis="ArchiMate 3.2, 13.2.4",
    bad=_PLATEAUS + "  gap: {name: Gap, viewpoint: gap-matrix, from: counter, to: after}  # error: VEW004\n"
    "  all: {name: All}\n",
    good=_PLATEAUS + "  gap: {name: Gap, viewpoint: gap-matrix, from: before, to: after}\n  all: {name: All}\n",
)

DEFECTS = tuple(value for value in list(globals().values()) if isinstance(value, Defect))
