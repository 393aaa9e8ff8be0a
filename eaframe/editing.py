"""The table of contents of editing: what an editor is told of a workspace's files, and a new id in all of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from eaframe.changes.rename import Rename
    from eaframe.model.load import Loaded
    from eaframe.sources.cache import Cache
    from eaframe.sources.limits import Limits
    from eaframe.sources.shape import Shape
    from eaframe.workspace import Workspace


def rename(
    path: Path, old: str, new: str, *, keep_alias: bool = True, limits: Limits | None = None, cache: Cache | None = None
) -> tuple[Loaded, Rename]:
    """The workspace as it is, and what renaming ``old`` to ``new`` makes of its files, which are not written.

    Raises CannotOpenError, and CannotRenameError with a sentence where it cannot be, or would change the model.
    """
    from eaframe.changes.rename import plan_rename
    from eaframe.changes.renamed import check_findings, check_rename
    from eaframe.workspace import load

    before = load(path, as_of="all", limits=limits, cache=cache)
    plan = plan_rename(before.loaded, old, new, keep_alias=keep_alias)
    after = load(path, as_of="all", limits=limits, cache=cache, instead=plan.files)
    check_rename(before.loaded, after.loaded, plan)
    # What is not sure of an element is not said of it, and its id can change that: a misspelt one may mean it or not.
    if {plan.ids.get(id_, id_) for id_ in before.model.unsure} == after.model.unsure:
        check_findings(before.findings, after.findings)
    return before.loaded, plan


def schema(workspace: Workspace | None = None) -> str:
    """The JSON Schema of model files: of ArchiMate alone, or with the kinds and languages of a workspace."""
    from eaframe.documents.definition import DocumentShape
    from eaframe.exchange.file_schema import file_schema
    from eaframe.measures.indicators.shapes import IndicatorForEditors, ObservationShape
    from eaframe.metamodel.archimate import load_metamodel
    from eaframe.rules.checklists import ChecklistShape
    from eaframe.rules.rule_shape import RuleForEditors
    from eaframe.rules.waivers import WaiverShape
    from eaframe.views.definition import ViewShape
    from eaframe.views.viewpoint import ViewpointShape

    sections: dict[str, type[Shape]] = {
        "views": ViewShape,
        "viewpoints": ViewpointShape,
        "documents": DocumentShape,
        "checklists": ChecklistShape,
        "indicators": IndicatorForEditors,
    }
    lists: dict[str, type[Shape]] = {"rules": RuleForEditors, "waivers": WaiverShape, "observations": ObservationShape}
    if workspace is None:
        return file_schema(load_metamodel(), {}, ("vi", "en"), sections, lists)
    model = workspace.loaded.model
    return file_schema(model.metamodel, model.kinds, model.settings.languages, sections, lists)
