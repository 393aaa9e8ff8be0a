"""The rules that come with eaframe: in ``rules.yaml`` what the language of rules can say, the others in Python."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

from eaframe.rules.builtin import completeness, relationships, secrets, structure, time, values_in_time, views
from eaframe.rules.definition import read_rule
from eaframe.sources.files import read_file
from eaframe.sources.limits import Limits

if TYPE_CHECKING:
    from eaframe.rules.rule import Rule

_WRITTEN: Final = Path(__file__).with_name("rules.yaml")


@cache
def builtin_rules() -> tuple[Rule, ...]:
    """All of them, in the order of their codes."""
    modules = (completeness, relationships, secrets, structure, time, values_in_time, views)
    in_python = [one for module in modules for one in module.RULES]
    return tuple(sorted((*_in_yaml(), *in_python), key=lambda rule: rule.defect.code))


def _in_yaml() -> list[Rule]:
    data = read_file(_WRITTEN.name, _WRITTEN.read_bytes(), Limits()).document.data
    return [read_rule(one, f"{_WRITTEN.name}/{index}") for index, one in enumerate(data["rules"])]  # type: ignore[index, arg-type, call-overload]
