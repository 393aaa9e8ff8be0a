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
INCOMPLETE_MATRIX = Defect(
    code="VEW002",
    name="incomplete-matrix",
    severity="error",
    summary="A view is a matrix, but neither it nor its viewpoint says what stands in its rows, columns or cells.",
    message="The matrix has no `{key}`.",
    hint="Add `rows` and `columns` with selectors, and `cell` with the relationships `via` which they are joined.",
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

DEFECTS = tuple(value for value in list(globals().values()) if isinstance(value, Defect))
