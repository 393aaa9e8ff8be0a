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

DEFECTS = tuple(value for value in list(globals().values()) if isinstance(value, Defect))
