"""Rules of installed packages.

A package declares an entry point in the group ``eaframe.rules`` that names a ``Rule`` or a list of them. Only packages
that the run names (variable EAFRAME_PLUGINS) are asked, and nothing of a workspace can name one: whoever changes a
model in a pull request must not be able to run code.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from eaframe.findings.suggest import nearest
from eaframe.rules.rule import CODE, Rule

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

VARIABLE: Final = "EAFRAME_PLUGINS"
_GROUP: Final = "eaframe.rules"


def installed_rules(names: Sequence[str], reserved: Collection[str]) -> tuple[Rule, ...]:
    """The rules of these entry points; ``reserved`` are the prefixes of codes that belong to eaframe.

    Raises ValueError for an entry point that is not there or cannot be loaded, that gives no rules, or rules with codes
    that are taken.
    """
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
        try:
            given = known[name].load()
        except Exception as error:
            raise ValueError(f"{VARIABLE}: `{name}` cannot be loaded ({type(error).__name__}: {error})") from error
        rules = given if isinstance(given, list | tuple) else (given,)
        if not all(isinstance(one, Rule) for one in rules):
            raise ValueError(f"{VARIABLE}: `{name}` is neither a rule nor a list of rules")
        for one in rules:
            _check_code(name, one.defect.code, reserved, found)
            found.append(one)
    return tuple(found)


def _check_code(name: str, code: str, reserved: Collection[str], before: Sequence[Rule]) -> None:
    if not CODE.fullmatch(code):
        raise ValueError(f"{VARIABLE}: `{name}` has a rule with the code `{code}`, which is not like HAN014")
    if code[:-3] in reserved:
        raise ValueError(f"{VARIABLE}: `{name}` has a rule with the code {code}, whose prefix belongs to eaframe")
    if any(one.defect.code == code for one in before):
        raise ValueError(f"{VARIABLE}: `{name}` has a rule with the code {code}, which another one has too")
