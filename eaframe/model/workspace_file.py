"""``eaframe.yaml``: what a workspace says about itself."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Annotated, Any, Literal

from pydantic import AfterValidator, BeforeValidator, Field

from eaframe.findings import Finding, Place
from eaframe.findings.message import say
from eaframe.metamodel.period import parse_day
from eaframe.model import defects
from eaframe.model.completeness_settings import CompletenessShape
from eaframe.sources.shape import Shape, Words, shape

if TYPE_CHECKING:
    from eaframe.sources.document import Data

LANGUAGE_VERSION = 1
_CODE_PREFIX = re.compile("[A-Z]{2,6}")
_SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


def _partial_date(text: str) -> str:
    if parse_day(text) is None:
        raise ValueError(say("a date like 2026, 2026-11 or 2026-11-23"))
    return text


def _slug(text: str) -> str:
    if not _SLUG.fullmatch(text):
        raise ValueError(say("lower-case letters, digits and single dashes"))
    return text


def _code_prefix(text: str) -> str:
    if not _CODE_PREFIX.fullmatch(text):
        raise ValueError(say("two to six capital letters"))
    return text


CodePrefix = Annotated[str, AfterValidator(_code_prefix)]
PartialDate = Annotated[str, AfterValidator(_partial_date)]
Slug = Annotated[str, AfterValidator(_slug)]
Text = str | dict[str, str]


class VersionEntry(Shape):
    """One version of the architecture: what changed and on what basis."""

    version: str
    date: PartialDate
    content: Text
    basis: Text = ""
    affected: Words = ()
    unit: str = ""


SetSeverity = Literal["off", "error", "warning", "info"]


class SeverityCase(Shape):
    """A severity for some findings of a code: those about what ``select`` selects, in files that ``path`` matches.

    The first case that fits counts. ``select`` is a selector, which the room of rules reads; ``path`` names folders,
    files or patterns like ``archive/*``, from the workspace's folder.
    """

    set: SetSeverity
    select: Any = None
    path: Words = ()


def _word_or_list(value: object) -> object:
    if isinstance(value, dict):
        expected = say(
            "one of `off`, `error`, `warning`, `info`, or a list of cases like [{{set: off, path: archive}}]"
        )
        raise ValueError(expected)  # noqa: TRY004 - pydantic's way
    return value


SeverityOrCases = Annotated[
    SetSeverity | tuple[SeverityCase, ...],
    BeforeValidator(_word_or_list, json_schema_input_type=SetSeverity | tuple[SeverityCase, ...]),
]


class WorkspaceFile(Shape):
    """The keys of eaframe.yaml (design: the model language)."""

    eaframe: int = LANGUAGE_VERSION
    metamodel: str = "archimate-3.2"
    name: Text
    namespace: Slug
    version: str = ""
    effective: PartialDate | None = None
    data_cut_off: PartialDate | None = None
    languages: Annotated[Words, Field(min_length=1)] = ("en",)
    imports: Words = ()
    exclude: Words = ()
    default_visibility: Literal["public", "internal", "restricted"] = "internal"
    classifications: Words = ("security-level",)
    code_prefixes: tuple[CodePrefix, ...] = ()
    severity: dict[str, SeverityOrCases] = Field(default_factory=dict)
    completeness: CompletenessShape = Field(default_factory=CompletenessShape)
    history: tuple[VersionEntry, ...] = ()


def read_workspace_file(name: str, data: Data, metamodels: tuple[str, ...]) -> tuple[WorkspaceFile, list[Finding]]:
    """The workspace's settings. Keys that do not fit are findings, and stand at their defaults."""
    place = Place(name)
    found, findings = shape(WorkspaceFile, data, place)
    if found is None:
        wrong = {str(finding.at.path[0]) for finding in findings if isinstance(finding.at, Place) and finding.at.path}
        kept: dict[str, Any] = {}
        if isinstance(data, dict):
            kept = {key: value for key, value in data.items() if key not in wrong}
        found, _ = shape(WorkspaceFile, {"name": "", "namespace": "workspace"} | kept, place)
        found = found or WorkspaceFile.model_validate({"name": "", "namespace": "workspace"})
    if found.eaframe != LANGUAGE_VERSION:
        at = Place(name, ("eaframe",))
        findings.append(defects.OTHER_LANGUAGE_VERSION.at(at, found=found.eaframe, known=LANGUAGE_VERSION))
    if found.metamodel not in metamodels:
        at = Place(name, ("metamodel",))
        allowed = ", ".join(f"`{version}`" for version in metamodels)
        findings.append(defects.UNKNOWN_METAMODEL.at(at, found=found.metamodel, allowed=allowed))
        found = found.model_copy(update={"metamodel": metamodels[0]})
    return found, findings
