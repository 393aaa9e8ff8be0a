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
UNKNOWN_ID = Defect(
    code="VEW002",
    name="unknown-id-in-view",
    severity="error",
    summary="A view names an element that does not exist, so it cannot show it.",
    message="`{found}` does not exist.",
    hint="Correct the id, or define the element.",
    bad="""\
elements:
  fast-service: {type: goal, name: Fast service, documentation: Answers within a day.}
views:
  goals:
    name: Goals
    scope: {id: fast-servce}  # error: VEW002
""",
    good="""\
elements:
  fast-service: {type: goal, name: Fast service, documentation: Answers within a day.}
views:
  goals:
    name: Goals
    scope: {id: fast-service}
""",
)
UNKNOWN_TYPE = Defect(
    code="VEW003",
    name="unknown-type-in-view",
    severity="error",
    summary="A view or a viewpoint names a type that is neither an ArchiMate element type nor a declared kind.",
    message="`{found}` is neither an element type nor a kind.",
    hint="Use an ArchiMate type such as `application-component`, or a kind that is declared under `kinds:`.",
    basis="ArchiMate 3.2, ch. 3-13",
    bad="""\
elements:
  fast-service: {type: goal, name: Fast service, documentation: Answers within a day.}
views:
  goals:
    name: Goals
    include: [{type: gaol}]  # error: VEW003
""",
    good="""\
elements:
  fast-service: {type: goal, name: Fast service, documentation: Answers within a day.}
views:
  goals:
    name: Goals
    include: [{type: goal}]
""",
)
UNKNOWN_LAYER = Defect(
    code="VEW004",
    name="unknown-layer-in-view",
    severity="error",
    summary="A view names a layer that ArchiMate does not have.",
    message="`{found}` is not a layer.",
    hint="Use one of {allowed}.",
    basis="ArchiMate 3.2, 3.4",
    bad="""\
elements:
  fast-service: {type: goal, name: Fast service, documentation: Answers within a day.}
views:
  goals:
    name: Goals
    include: [{layer: motivations}]  # error: VEW004
""",
    good="""\
elements:
  fast-service: {type: goal, name: Fast service, documentation: Answers within a day.}
views:
  goals:
    name: Goals
    include: [{layer: motivation}]
""",
)
UNKNOWN_TAG = Defect(
    code="VEW005",
    name="unknown-tag-in-view",
    severity="warning",
    summary="A view selects by a tag that no element carries, mostly because one of the two is misspelt.",
    message="No element has the tag `{found}`.",
    hint="Correct the tag, or add it to the elements that the view should show.",
    bad="""\
elements:
  fast-service: {type: goal, name: Fast service, documentation: Answers within a day., tags: [programme]}
views:
  goals:
    name: Goals
    include: [{tag: program}]  # warning: VEW005
""",
    good="""\
elements:
  fast-service: {type: goal, name: Fast service, documentation: Answers within a day., tags: [programme]}
views:
  goals:
    name: Goals
    include: [{tag: programme}]
""",
)

DEFECTS = tuple(value for value in list(globals().values()) if isinstance(value, Defect))
