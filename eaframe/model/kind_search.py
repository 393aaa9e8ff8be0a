"""What someone means who writes a kind: its name, its label in any language and spelling, or those that come near."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from eaframe.findings.suggest import nearest
from eaframe.model.fold import plain
from eaframe.model.kinds_by_name import kind_by_name

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from eaframe.metamodel.kinds import Kind
    from eaframe.model.model import Model

MOST: Final = 5  # names that are proposed


def short_name(model: Model, kind: Kind) -> str:
    """The kind as files name it: without its namespace where that is clear."""
    short = kind.id.rpartition(":")[2]
    return short if kind_by_name(model.kinds, short) is kind else kind.id


def find_type(model: Model, written: str) -> str | None:
    """The ArchiMate element type or relationship type that ``written`` names (a relationship by its verbs too)."""
    verb = model.metamodel.verbs.get(written)
    if verb is not None:
        return verb[0].name
    known = written in model.metamodel.element_types or written in model.metamodel.relationship_types
    return written if known else None


def find_kind(model: Model, written: str) -> Kind | None:
    """The kind of this name, or the only one with this label: case, spaces and diacritics make no difference in it."""
    named = kind_by_name(model.kinds, written.removeprefix(f"{model.settings.namespace}:"))
    if named is not None:
        return named
    wanted = _searched(written)
    labelled = [kind for kind in model.kinds.values() if wanted and wanted in map(_searched, kind.label.values())]
    return labelled[0] if len(labelled) == 1 else None


def similar_kinds(model: Model, written: str) -> tuple[str, ...]:
    """Names of kinds and types that may be meant, best first: misspelt, the beginning of one, or a part of a label."""
    kinds = {short_name(model, kind): kind for kind in model.kinds.values()}
    types = {one.name: one.label for one in model.metamodel.element_types.values()}
    types |= {one.verb: one.label for one in model.metamodel.relationship_types.values()}
    labels: dict[str, Mapping[str, str]] = {name: kind.label for name, kind in kinds.items()} | types
    said = {name: [_searched(label) for label in texts.values()] for name, texts in labels.items()}
    wanted = _searched(written)
    found: list[str] = [name for name in said if wanted and wanted in said[name]]
    found += [name for name, kind in kinds.items() if kind.id.rpartition(":")[2] == written]
    found += nearest(written.lower(), labels)
    found += [name for name in labels if written and name.startswith(written.lower())]
    if wanted:
        found += [name for name in said if any(f" {wanted}" in f" {label}" for label in said[name])]
    found += _labelled(nearest(wanted, (label for every in said.values() for label in every)), said)
    return tuple(dict.fromkeys(found))[:MOST]


def _labelled(labels: Iterable[str], said: Mapping[str, Iterable[str]]) -> list[str]:
    return [name for label in labels for name in said if label in said[name]]


def _searched(text: str) -> str:
    return " ".join(plain(text).replace("-", " ").split())
