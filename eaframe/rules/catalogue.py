"""Every code there is: what any room can find, in the order of codes; and every rule that a workspace is asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from eaframe.findings import Place
from eaframe.graph import defects as of_graph
from eaframe.model import defects as of_model
from eaframe.rules import defects as of_rules
from eaframe.rules.builtin import builtin_rules
from eaframe.rules.choice import code_meant
from eaframe.sources import defects as of_sources
from eaframe.views import defects as of_views

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from eaframe.findings import Defect, Finding
    from eaframe.model.model import Model
    from eaframe.rules.rule import Rule


def catalogue(more: Iterable[Defect] = (), rules: Iterable[Rule] = ()) -> Mapping[str, Defect]:
    """All defects by code; ``more`` are those of rooms below this one, ``rules`` those of a workspace."""
    of_all_rules = (rule.defect for rule in (*builtin_rules(), *rules))
    found = (
        *of_sources.DEFECTS,
        *of_model.DEFECTS,
        *of_graph.DEFECTS,
        *of_views.DEFECTS,
        *of_rules.DEFECTS,
        *of_all_rules,
        *more,
    )
    return {defect.code: defect for defect in sorted(found, key=lambda defect: defect.code)}


def reserved_prefixes(more: Iterable[Defect]) -> frozenset[str]:
    """The prefixes of codes that belong to eaframe; ``BRK`` is that of breaking changes."""
    return frozenset(code[:-3] for code in catalogue(more)) | {"BRK"}


def unknown_codes(model: Model, known: Mapping[str, Defect]) -> Iterator[Finding]:
    """Findings for codes in ``severity:`` that nothing has, not even a rule that is broken, which is reported."""
    written = {one.id for one in model.definitions.get("rules", ())}
    for code in model.settings.severity:
        if code not in known and code not in written and not model.incomplete:
            at = Place("eaframe.yaml", ("severity", code), "key")
            yield of_rules.UNKNOWN_CODE.at(at, found=code, hint=code_meant(code, known), discriminator=code)
