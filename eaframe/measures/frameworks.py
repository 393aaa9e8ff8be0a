"""Frameworks: the artifacts that a body of practice names, what shows each, and what a model needs for it. Data."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Annotated, Literal

from pydantic import Field, model_validator

from eaframe.findings import Place
from eaframe.findings.message import say
from eaframe.findings.suggest import did_you_mean, quoted
from eaframe.graph.known import Known, names_of
from eaframe.graph.selector import Selectors
from eaframe.model.elements import Definition
from eaframe.model.workspace_file import Slug, Text
from eaframe.resources import resource
from eaframe.sources import defects
from eaframe.sources.files import read_file
from eaframe.sources.limits import Limits
from eaframe.sources.shape import Shape, Words, shape
from eaframe.views.definition import ViewShape, read_views
from eaframe.views.presentation import Presentation

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from typing import Self

    from eaframe.findings import Finding
    from eaframe.model.model import Model
    from eaframe.sources.document import Data
    from eaframe.sources.files import SourceFile

ArtifactKind = Literal["catalog", "matrix", "diagram"]
_OF_A_VIEW = frozenset(field.alias or name for name, field in ViewShape.model_fields.items())


class Need(Shape):
    """What an artifact is empty without: an element of ``any-of`` these types or kinds, or a relationship.

    The relationship is of one of these verbs (or kinds), ``from`` an element of some types ``to`` one of others.
    """

    any_of: Words = ()
    relationship: Words = ()
    from_: Words = ()
    to: Words = ()

    @model_validator(mode="after")
    def _is_one_thing(self) -> Self:
        parts = (bool(self.relationship), bool(self.from_), bool(self.to))
        if any(parts) == bool(self.any_of) or any(parts) != all(parts):
            raise ValueError(say("either `any-of` types, or a `relationship` with `from` and `to`"))
        return self


class ArtifactShape(Presentation):
    """An artifact as a file says it: a view of a ``viewpoint``, or the ``reason`` why nothing shows it."""

    name: Text
    documentation: Text = ""
    kind: ArtifactKind
    phases: Annotated[Words, Field(min_length=1)]
    viewpoint: str = ""
    reason: Text = ""
    include: Selectors = ()
    exclude: Selectors = ()
    needs: tuple[Need, ...] = ()

    @model_validator(mode="after")
    def _is_shown_or_says_why_not(self) -> Self:
        if bool(self.viewpoint) == bool(self.reason) or (self.reason and self.needs):
            raise ValueError(say("either a `viewpoint` and `needs`, or a `reason` why nothing shows it"))
        return self


class FrameworkShape(Shape):
    """A framework as its file says it. ``phases`` are in the order in which a practice goes through them."""

    name: Text
    edition: str = ""
    documentation: Text = ""
    phases: Annotated[dict[str, Text], Field(min_length=1)]
    artifacts: Annotated[dict[Slug, ArtifactShape], Field(min_length=1)]


@dataclass(frozen=True, slots=True)
class Artifact:
    """An artifact by its id. ``view`` is the view that shows it as plain data of a file; empty where none does."""

    id: str
    shape: ArtifactShape
    view: Mapping[str, Data]


@dataclass(frozen=True, slots=True)
class Framework:
    """A framework by its id, with its artifacts in the order of its file."""

    id: str
    shape: FrameworkShape
    artifacts: tuple[Artifact, ...]


def bundled_frameworks() -> tuple[str, ...]:
    """The ids of the frameworks that come with eaframe, sorted."""
    return tuple(sorted(path.stem for path in (resource("viewpoints") / "frameworks").glob("*.yaml")))


def bundled_framework(id_: str) -> Framework:
    """A framework of ``bundled_frameworks``."""
    path = resource("viewpoints") / "frameworks" / f"{id_}.yaml"
    framework, findings = _read(id_, read_file(path.name, path.read_bytes(), Limits()))
    if framework is None:
        raise ValueError(f"the bundled framework {id_} is broken: {findings[0].message}")
    return framework


def read_framework(id_: str, file: SourceFile, model: Model) -> tuple[Framework | None, list[Finding]]:
    """A framework of one's own, and what is wrong in its file; None where that is an error.

    It may name only types, kinds, viewpoints and ids that the model has.
    """
    framework, findings = _read(id_, file)
    if framework is None:
        return None, findings
    findings += _wrong_views(framework, file, model)
    known, data = Known(model), file.document.data
    for artifact in framework.artifacts:
        for index, need in enumerate(_needs_of(data, artifact.id)):
            path = ("artifacts", artifact.id, "needs", index)
            for key in ("any-of", "from", "to"):
                findings += known.unknown_types(names_of(need, key, path), file.name, artifact.id)
            findings += known.unknown_verbs(names_of(need, "relationship", path), file.name, artifact.id)
    return (None if _has_errors(findings) else framework), findings


def _read(id_: str, file: SourceFile) -> tuple[Framework | None, list[Finding]]:
    of_file = list(file.findings)
    if _has_errors(of_file):
        return None, of_file
    data = file.document.data
    found, findings = shape(FrameworkShape, data, Place(file.name))
    findings = [*of_file, *findings]
    if found is None or not isinstance(data, dict):
        return None, findings
    findings += _unknown_phases(found, file)
    artifacts = tuple(Artifact(name, one, _view(one, data["artifacts"], name)) for name, one in found.artifacts.items())
    return (None if _has_errors(findings) else Framework(id_, found, artifacts)), findings


def _has_errors(findings: Iterable[Finding]) -> bool:
    return any(one.severity == "error" for one in findings)


def _unknown_phases(found: FrameworkShape, file: SourceFile) -> Iterator[Finding]:
    for id_, artifact in found.artifacts.items():
        for phase in artifact.phases:
            if phase not in found.phases:
                yield defects.WRONG_VALUE.at(
                    Place(file.name, ("artifacts", id_, "phases")),
                    id_,
                    hint=did_you_mean(phase, found.phases),
                    key="phases",
                    expected=say("one of {names}", names=quoted(found.phases)),
                    found=f"`{phase}`",
                    discriminator=phase,
                )


def _view(artifact: ArtifactShape, artifacts: Data, id_: str) -> dict[str, Data]:
    """What of an artifact's data makes the view."""
    data = artifacts[id_] if isinstance(artifacts, dict) else None
    if artifact.reason or not isinstance(data, dict):
        return {}
    return {key: value for key, value in data.items() if key in _OF_A_VIEW}


def _wrong_views(framework: Framework, file: SourceFile, model: Model) -> Iterator[Finding]:
    """What is wrong with the artifacts as views of this model: unknown viewpoints, and names in selectors."""
    views = tuple(
        Definition(one.id, dict(one.view), Place(file.name, ("artifacts", one.id)))
        for one in framework.artifacts
        if one.view
    )
    _, findings = read_views(replace(model, definitions={**model.definitions, "views": views}))
    return (one for one in findings if one.at.file == file.name)


def _needs_of(data: Data, id_: str) -> list[Data]:
    """The needs as the file says them, so that a wrong word can be shown in its place."""
    artifacts = data["artifacts"] if isinstance(data, dict) else None
    artifact = artifacts[id_] if isinstance(artifacts, dict) else None
    needs = artifact.get("needs") if isinstance(artifact, dict) else None
    return needs if isinstance(needs, list) else []
