"""Small models inside a definition: read with the kinds and libraries of the workspace around them.

Beside the sections of a model file, one may have ``workspace:``, which stands for what eaframe.yaml says.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from eaframe.findings import Place
from eaframe.model.build import Content, build
from eaframe.model.context import Unread
from eaframe.model.load import Loaded
from eaframe.model.names import Names
from eaframe.model.sections import sections_of
from eaframe.model.workspace_file import WorkspaceFile
from eaframe.sources.files import read_file
from eaframe.sources.limits import Limits
from eaframe.sources.shape import shape

if TYPE_CHECKING:
    from eaframe.findings import Finding
    from eaframe.model.model import Model
    from eaframe.sources.document import Data
    from eaframe.sources.files import SourceFile

EXAMPLE: Final = "model.yaml"
SETTINGS: Final = "workspace"
# Of the workspace around an example, which it stands in whatever it says of itself.
_AROUND: Final = ("metamodel", "name", "namespace", "languages", "imports", "code_prefixes")


def load_example(model: Model, text: str, limits: Limits | None = None) -> Loaded:
    """The model that ``text`` says, over the settings, kinds, references and libraries of ``model``.

    Of its elements only those of libraries are there: an example stands for itself.
    """
    file = read_file(EXAMPLE, text.encode("utf-8"), limits or Limits())
    file, said = _without_settings(file)
    sections, findings = sections_of(file)
    settings, wrong = _settings(model.settings, said)
    library = {id_: one for id_, one in model.elements.items() if not one.is_own}
    unread = (Unread(EXAMPLE, Place(EXAMPLE)),) if file.document.broken else ()
    content = Content(
        files=[(EXAMPLE, sections)],
        settings=settings,
        metamodel=model.metamodel,
        prefix="",
        names=Names(types={id_: one.kind or one.type for id_, one in library.items()}),
        kinds=dict(model.kinds),
        elements=library,
        relationships={id_: one for id_, one in model.relationships.items() if not one.is_own},
        references=dict(model.references),
        definitions={},
        unread=unread,
    )
    built, more = build(content)
    return Loaded(built, {EXAMPLE: file}, (*file.findings, *wrong, *findings, *more))


def _without_settings(file: SourceFile) -> tuple[SourceFile, Data]:
    """The file as a model file, and what it says of eaframe.yaml."""
    data = file.document.data
    if not isinstance(data, dict) or SETTINGS not in data:
        return file, None
    sections = {key: value for key, value in data.items() if key != SETTINGS}
    return replace(file, document=replace(file.document, data=sections)), data[SETTINGS]


def _settings(around: WorkspaceFile, said: Data) -> tuple[WorkspaceFile, list[Finding]]:
    """The settings of an example that says some: of those around it only what makes it readable."""
    if said is None:
        return around, []
    needed: dict[str, Data] = {"name": around.namespace, "namespace": around.namespace}
    found, findings = shape(
        WorkspaceFile, needed | said if isinstance(said, dict) else said, Place(EXAMPLE, (SETTINGS,))
    )
    if found is None or not isinstance(said, dict):
        return around, findings
    own = found.model_fields_set - (needed.keys() - said.keys())
    return found.model_copy(update={key: getattr(around, key) for key in _AROUND if key not in own}), findings
