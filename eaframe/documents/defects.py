"""What can be wrong with the definition of a document."""

from __future__ import annotations

from eaframe.findings import Defect

UNKNOWN_TEMPLATE = Defect(
    code="DOC001",
    name="unknown-template",
    severity="error",
    summary="A document asks for a template that eaframe does not have. The document cannot be written.",
    message="There is no template `{found}`.",
    hint="Use one of {allowed}.",
    bad="""\
elements:
  fast-service: {type: goal, name: Fast service, documentation: Answers within a day.}
documents:
  architecture: {name: Architecture, template: architecture-descripton.md}  # error: DOC001
""",
    good="""\
elements:
  fast-service: {type: goal, name: Fast service, documentation: Answers within a day.}
documents:
  architecture: {name: Architecture, template: architecture-description.md}
""",
)

DEFECTS = (UNKNOWN_TEMPLATE,)
