"""The view that the options of ``eaframe view`` ask for: one of the workspace, or one made for the occasion."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from eaframe.cli.options import known_id, one_of, refused, say
from eaframe.cli.typed_selector import typed_selector

if TYPE_CHECKING:
    from collections.abc import Sequence

    from eaframe.graph.selector import Selectors
    from eaframe.views import ViewDefinition
    from eaframe.views.presentation import Presentation
    from eaframe.workspace import Workspace

_WHOLE = ("{", "[", "@")  # how a selector begins that is YAML, or a file of it
_NEIGHBOURHOOD = "neighbourhood"  # the viewpoint of a scope for which none is named


@dataclass(frozen=True, slots=True)
class Asked:
    """What was typed for a view that nobody wrote down; "" and none where it was not."""

    viewpoint: str = ""
    scope: str = ""
    depth: int | None = None
    include: Sequence[str] = ()
    exclude: Sequence[str] = ()
    group_by: str = ""
    colour_by: str = ""
    derive: bool = False

    @property
    def makes_a_view(self) -> bool:
        """Whether it says what to show; how to show it can be said of any view."""
        return bool(self.viewpoint or self.scope or self.include or self.exclude)


def named_view(found: Workspace, name: str, asked: Asked) -> ViewDefinition:
    """A view of the workspace, looking as asked. Raises BadParameter for one that it does not have."""
    from dataclasses import replace

    from eaframe.findings.suggest import nearest, quoted

    definitions, _ = found.view_definitions
    if asked.makes_a_view or asked.depth is not None:
        raise refused("name a view, or ask for one with --viewpoint, --scope and --include; not both", "VIEW")
    if tell_wrong(found, name) and name not in definitions:
        raise refused(f"the view `{name}` cannot be drawn until this is mended", "VIEW")
    if name not in definitions:
        near = nearest(name, definitions)
        others = f"did you mean `{near[0]}`?" if near else f"there are {quoted(sorted(definitions)) or 'none'}"
        more = f"; `--viewpoint {name}` draws a view of that viewpoint" if name in found.viewpoints else ""
        raise refused(f"there is no view `{name}`; {others}{more}", "VIEW")
    definition = definitions[name]
    return replace(definition, own=_look(found, asked).over(definition.own))


def tell_wrong(found: Workspace, name: str = "") -> bool:
    """Tell what is wrong in the definition of a view, or of any, with its line; whether there is anything."""
    located = found.located(found.view_definitions[1])
    wrong = [one for one in located if one.finding.severity == "error" and name in {"", one.finding.subject}]
    for one in wrong:
        say(f"{one.location.file}:{one.location.line}: {one.finding.message}")
    return bool(wrong)


def made_view(found: Workspace, asked: Asked) -> ViewDefinition:
    """The view that the options describe. Raises BadParameter where they name what there is not."""
    from eaframe.findings import Place
    from eaframe.model.elements import Definition
    from eaframe.views.ad_hoc import ad_hoc
    from eaframe.views.definition import Scope
    from eaframe.views.presented import missing_keys
    from eaframe.views.viewpoint import DEFAULT_VIEWPOINT

    name = asked.viewpoint or (_NEIGHBOURHOOD if asked.scope else DEFAULT_VIEWPOINT)
    one_of(name, found.viewpoints, "--viewpoint")
    if asked.depth is not None and not asked.scope:
        raise refused("how far from what? name an element with --scope", "--depth")
    viewpoint = found.viewpoints[name]
    look = _look(found, asked)
    definition = Definition(name, {}, Place(""))
    for wrong in missing_keys(definition, viewpoint, look.over(viewpoint.shape), has_scope=bool(asked.scope)):
        how = "Name an element with --scope." if viewpoint.shape.needs_scope else "That takes a view in a file."
        raise refused(f"{wrong.message} {how}", "--viewpoint")
    scope = None
    if asked.scope:
        depth = 1 if asked.depth is None else asked.depth
        scope = Scope(id=known_id(found.loaded.model, asked.scope, "--scope"), depth=depth)
    return ad_hoc(
        found.sliced,
        viewpoint,
        scope=scope,
        include=_selectors(found, asked.include),
        exclude=_selectors(found, asked.exclude),
        look=look,
    )


def _selectors(found: Workspace, typed: Sequence[str]) -> Selectors:
    return tuple(typed_selector(found, [text] if text.lstrip().startswith(_WHOLE) else text.split()) for text in typed)


def _look(found: Workspace, asked: Asked) -> Presentation:
    from eaframe.graph.known import Known
    from eaframe.views.presentation import Presentation
    from eaframe.views.presented import GROUPS

    attributes = Known(found.loaded.model).attributes_of_elements
    if asked.group_by:
        one_of(asked.group_by, (*GROUPS, *sorted(attributes)), "--group-by")
    if asked.colour_by:
        one_of(asked.colour_by, sorted(attributes), "--colour-by")
    said: dict[str, object] = {}
    if asked.group_by:
        said["group-by"] = asked.group_by
    if asked.colour_by:
        said["colour-by"] = {"attribute": asked.colour_by}
    if asked.derive:
        said["derive"] = True
    return Presentation.model_validate(said)
