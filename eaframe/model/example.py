"""Small models inside a definition: read with the kinds and libraries of the workspace around them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from eaframe.findings import Place
from eaframe.model.build import Content, build
from eaframe.model.context import Unread
from eaframe.model.load import Loaded
from eaframe.model.names import Names
from eaframe.model.sections import sections_of
from eaframe.sources.files import read_file
from eaframe.sources.limits import Limits

if TYPE_CHECKING:
    from eaframe.model.model import Model

EXAMPLE: Final = "model.yaml"


def load_example(model: Model, text: str, limits: Limits | None = None) -> Loaded:
    """The model that ``text`` says, over the settings, kinds, references and libraries of ``model``.

    Of its elements only those of libraries are there: an example stands for itself.
    """
    file = read_file(EXAMPLE, text.encode("utf-8"), limits or Limits())
    sections, findings = sections_of(file)
    library = {id_: one for id_, one in model.elements.items() if not one.is_own}
    unread = (Unread(EXAMPLE, Place(EXAMPLE)),) if file.document.broken else ()
    content = Content(
        files=[(EXAMPLE, sections)],
        settings=model.settings,
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
    return Loaded(built, {EXAMPLE: file}, (*file.findings, *findings, *more))
