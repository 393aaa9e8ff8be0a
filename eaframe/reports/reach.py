"""Whom a difference reaches, in words for a report."""

from __future__ import annotations

from typing import TYPE_CHECKING

from eaframe.metamodel.values import History, text_in
from eaframe.reports.pr_report import ReachedElement, ToldOwner

if TYPE_CHECKING:
    from eaframe.changes.reach import Reach
    from eaframe.model.model import Model


def reached_elements(found: Reach, model: Model, language: str) -> tuple[ReachedElement, ...]:
    """The elements by distance, with their owners."""
    return tuple(
        ReachedElement(id_, _name(model, id_, language), distance, _owner(model, id_, language))
        for id_, distance in found.distances
    )


def told_owners(found: Reach, model: Model, language: str) -> tuple[ToldOwner, ...]:
    """The owners to tell, those with most to tell of first."""
    return tuple(ToldOwner(one.state, one.id, _name(model, one.id, language), one.elements) for one in found.owners)


def _name(model: Model, id_: str, language: str) -> str:
    element = model.elements.get(id_)
    return text_in(element.name, language, *model.settings.languages) if element else ""


def _owner(model: Model, id_: str, language: str) -> str:
    owner = model.elements[id_].attributes.get("owner")
    if isinstance(owner, History):
        owner = owner.values[-1].value
    return _name(model, owner, language) or owner if isinstance(owner, str) else ""
