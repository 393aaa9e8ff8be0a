"""Unknown names in the parameters of a check."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from eaframe.findings import Place
from eaframe.findings.suggest import did_you_mean, quoted
from eaframe.graph.defects import UNKNOWN_ATTRIBUTE
from eaframe.graph.known import OPERATORS, Known, names_of, words_at
from eaframe.rules.subjects import VIEW_ATTRIBUTES, WORKSPACE_ATTRIBUTES
from eaframe.sources.defects import UNKNOWN_KEY
from eaframe.views.viewpoint import read_viewpoints

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from eaframe.findings import Finding
    from eaframe.graph.known import Name, Path
    from eaframe.rules.checks import SubjectKind

_OF_SUBJECT: Final = ("required", "allowed", "matches", "attribute", "unique", "per")
_HOPS: Final = ("related", "unrelated", "reaches")
_OTHER_SUBJECTS: Final = {"view": VIEW_ATTRIBUTES, "workspace": WORKSPACE_ATTRIBUTES}


def unknown_in_check(
    known: Known, data: dict[str, object], at: Place, subject: str, of: SubjectKind
) -> Iterator[Finding]:
    """Findings for every name in a check that nothing has, and for values that an attribute can never have."""
    file, path = at.file, at.path
    for key in _OF_SUBJECT:
        counted: SubjectKind = "element" if key == "per" and "related" in data else of
        yield from _attributes(known, names_of(data, key, path), file, subject, counted)
    if "of" in data:
        yield from _attributes(known, names_of(data, "of", path), file, subject, "element")
    if "related" in data:  # bounds that the subject says of itself; those of `attribute` are looked at below
        for key in ("min", "max"):
            yield from _attributes(known, names_of(data.get(key), "attribute", (*path, key)), file, subject, of)
    name = data.get("attribute")
    if isinstance(name, str) and of in {"element", "relationship"}:
        related = of == "relationship"
        yield from known.unknown_in_condition(name, data, file, path, subject, of_relationship=related)
    elif isinstance(name, str):
        yield from _operands(known, data, file, path, subject, of)
    if isinstance(data.get("allowed"), str):
        values = {"in": data.get("values")}
        yield from _moved(known.unknown_in_condition(str(data["allowed"]), values, file, path, subject))
    for key in _HOPS:
        yield from known.unknown_in_hop(data.get(key), file, (*path, key), subject)
    for key in ("chain", "separate"):
        for hop, where in _items(data.get(key), (*path, key)):
            yield from known.unknown_in_hop(hop, file, where, subject)
            yield from _attributes(known, names_of(hop, "attribute", where), file, subject, of)
    for key in ("acyclic", "via"):
        yield from known.unknown_verbs(words_at(data.get(key), (*path, key)), file, subject)
    yield from known.unknown_in_selectors(data.get("layers"), file, (*path, "layers"), subject)


def _operands(
    known: Known, data: dict[str, object], file: str, path: Path, subject: str, of: SubjectKind
) -> Iterator[Finding]:
    """Findings for what an attribute of a view or of the workspace is compared with: nothing is a step away from it."""
    for key in OPERATORS:
        operand, at = data.get(key), (*path, key)
        if isinstance(operand, dict):
            yield from _attributes(known, names_of(operand, "attribute", at), file, subject, of)
            for step in ("via", "inverse", "type"):
                if step in operand:
                    place, where = Place(file, (*at, step), "key"), "/".join(map(str, (*at, step)))
                    yield UNKNOWN_KEY.at(
                        place, subject, key=step, allowed=quoted(("attribute", "as-of")), discriminator=where
                    )


def unknown_in_views(known: Known, data: object, at: Place, subject: str) -> Iterator[Finding]:
    """Findings for views and viewpoints that ``select: {view: …}`` names and nobody defines."""
    view, path = data.get("view") if isinstance(data, dict) else None, (*at.path, "view")
    views = [definition.id for definition in known.model.definitions.get("views", ())]
    yield from known.unknown_ids(names_of(view, "id", path), at.file, subject, views)
    viewpoints = read_viewpoints(known.model)[0]
    yield from known.unknown_ids(names_of(view, "viewpoint", path), at.file, subject, viewpoints)


def _items(data: object, path: Path) -> Iterator[tuple[object, Path]]:
    if isinstance(data, list):
        yield from ((item, (*path, index)) for index, item in enumerate(data))


def _attributes(known: Known, names: Iterable[Name], file: str, subject: str, of: SubjectKind) -> Iterator[Finding]:
    if of in {"element", "relationship"}:
        yield from known.unknown_attributes(names, file, subject, of_relationship=of == "relationship")
        return
    allowed = _OTHER_SUBJECTS[of]
    for name, path in names:
        if name not in allowed:
            yield UNKNOWN_ATTRIBUTE.at(
                Place(file, path),
                subject,
                found=name,
                allowed=quoted(allowed),
                hint=did_you_mean(name, allowed),
                discriminator="/".join(map(str, path)),
            )


def _moved(findings: Iterable[Finding]) -> Iterator[Finding]:
    """Findings of what is written under ``values``, not under ``in``."""
    from dataclasses import replace

    for finding in findings:
        if isinstance(finding.at, Place):
            path = tuple("values" if step == "in" else step for step in finding.at.path)
            yield replace(finding, at=Place(finding.at.file, path), discriminator="/".join(map(str, path)))
