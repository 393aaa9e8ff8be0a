"""What can be wrong with what a model says; the codes begin with MOD."""

from __future__ import annotations

from eaframe.findings import Defect
from eaframe.model.defects.names import (
    DANGLING_REFERENCE,
    DEFINE_SOURCE,
    DUPLICATE_ID,
    FORMER_ID,
    INVALID_ID,
    REFERENCES_HELD_BACK,
    UNKNOWN_TYPE,
    WRONG_REFERENCE_TARGET,
)
from eaframe.model.defects.relationships import (
    DUPLICATE_RELATIONSHIP,
    NOT_ONE_VERB,
    SELF_REFERENCE,
)
from eaframe.model.defects.values import (
    CORE_KEY_ELSEWHERE,
    ENDS_BEFORE_IT_STARTS,
    MISSING_ATTRIBUTE,
    OVERLAPPING_VALUES,
    UNKNOWN_NOT_ALLOWED,
    WRITE_OR_UNKNOWN,
    WRITE_TEXT,
    WRITE_THIS_DATE,
    WRONG_ATTRIBUTE_VALUE,
    WRONG_DATE,
)
from eaframe.model.defects.workspace import (
    AMBIGUOUS_KIND,
    CIRCULAR_IMPORT,
    KIND_HIDES_ANOTHER,
    LIBRARY_HAS_ERRORS,
    LIBRARY_NOT_FOUND,
    NOT_JUDGED,
    OTHER_LANGUAGE_VERSION,
    RESERVED_ATTRIBUTE,
    RESERVED_KIND,
    SAME_NAMESPACE,
    UNKNOWN_BASE,
    UNKNOWN_METAMODEL,
)

__all__ = [
    "AMBIGUOUS_KIND",
    "CIRCULAR_IMPORT",
    "CORE_KEY_ELSEWHERE",
    "DANGLING_REFERENCE",
    "DEFECTS",
    "DEFINE_SOURCE",
    "DUPLICATE_ID",
    "DUPLICATE_RELATIONSHIP",
    "ENDS_BEFORE_IT_STARTS",
    "FORMER_ID",
    "INVALID_ID",
    "KIND_HIDES_ANOTHER",
    "LIBRARY_HAS_ERRORS",
    "LIBRARY_NOT_FOUND",
    "MISSING_ATTRIBUTE",
    "NOT_JUDGED",
    "NOT_ONE_VERB",
    "OTHER_LANGUAGE_VERSION",
    "OVERLAPPING_VALUES",
    "REFERENCES_HELD_BACK",
    "RESERVED_ATTRIBUTE",
    "RESERVED_KIND",
    "SAME_NAMESPACE",
    "SELF_REFERENCE",
    "UNKNOWN_BASE",
    "UNKNOWN_METAMODEL",
    "UNKNOWN_NOT_ALLOWED",
    "UNKNOWN_TYPE",
    "WRITE_OR_UNKNOWN",
    "WRITE_TEXT",
    "WRITE_THIS_DATE",
    "WRONG_ATTRIBUTE_VALUE",
    "WRONG_DATE",
    "WRONG_REFERENCE_TARGET",
]

DEFECTS = tuple(value for value in list(globals().values()) if isinstance(value, Defect))
