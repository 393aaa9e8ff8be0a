"""Rules of installed packages.

A package declares an entry point in the group ``eaframe.rules`` that names a ``Rule`` or a list of them. Only packages
that the run names (variable EAFRAME_PLUGINS) are asked, and nothing of a workspace can name one: whoever changes a
model in a pull request must not be able to run code.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from eaframe.findings.suggest import nearest
from eaframe.rules.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Sequence

VARIABLE: Final = "EAFRAME_PLUGINS"
_GROUP: Final = "eaframe.rules"


def installed_rules(names: Sequence[str]) -> tuple[Rule, ...]:
    """The rules of these entry points. Raises ValueError for one that is not there, or that gives no rules."""
    if not names:
        return ()
    from importlib.metadata import entry_points

    known = {point.name: point for point in entry_points(group=_GROUP)}
    found: list[Rule] = []
    for name in names:
        if name not in known:
            near = nearest(name, known)
            hint = f"did you mean `{near[0]}`?" if near else "no installed package declares it"
            raise ValueError(f"{VARIABLE}: there is no entry point `{name}` in the group {_GROUP}; {hint}")
        given = known[name].load()
        rules = (given,) if isinstance(given, Rule) else tuple(given)
        if not all(isinstance(one, Rule) for one in rules):
            raise ValueError(f"{VARIABLE}: `{name}` is neither a rule nor a list of rules")
        found += rules
    return tuple(found)
