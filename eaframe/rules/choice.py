"""Which codes a run is asked for: by code, prefix, name, tag or group of tags."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from eaframe.findings.suggest import did_you_mean, nearest

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from eaframe.findings import Defect, Finding, Message

_READING: Final = frozenset({"SRC", "MOD"})  # prefixes of codes that tell that a model could not be read
_OF_RULES: Final = frozenset({"RUL", "SEL", "CHK"})  # of those that tell that a rule could not be asked
_OF_JUDGING: Final = frozenset({"RUL", "WAI", "BAS", "CHK"})  # of those that tell what is wrong with the judging itself

_OF_GROUP: Final = re.compile(r"([A-Z]+)-[0-9]+")  # a tag of a legal rule: SYS-05 is of the group SYS


def groups_of(tags: Iterable[str]) -> set[str]:
    """The groups of numbered tags: of ``SYS-05`` that is ``SYS``."""
    return {match[1] for match in map(_OF_GROUP.fullmatch, tags) if match}


def is_of_reading(code: str) -> bool:
    """Whether a code tells that the files could not be read as they are meant, rather than judges what they say."""
    return code[:-3] in _READING


def code_meant(word: str, defects: Mapping[str, Defect]) -> Message | None:
    """The hint for a word that is no code: the code of the rule that is called so, else one that comes near."""
    named = [code for code, one in defects.items() if one.name == word]
    return did_you_mean(named[0] if named else word, named or defects)


def can_be_in_baseline(code: str) -> bool:
    """Whether findings of a code can be what was there before: not that something was never judged."""
    return code[:-3] not in _READING | _OF_JUDGING


@dataclass(frozen=True, slots=True)
class Choice:
    """What is reported: what any word of ``select`` names (all, where there is none), but nothing of ``ignore``.

    Errors of reading, of rules and of the names in them are reported whatever is selected: for them something was not
    judged.
    """

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()

    def takes(self, code: str, name: str, tags: Iterable[str] = ()) -> bool:
        """Whether a rule with this code, name and tags is asked for."""
        named = tuple(tags)
        names = {code, code[:-3], name, *named, *groups_of(named)}
        return (not self.select or not names.isdisjoint(self.select)) and names.isdisjoint(self.ignore)

    def keeps(self, finding: Finding, tags: Mapping[str, Iterable[str]]) -> bool:
        """Whether a finding is reported; ``tags`` are those of rules by code."""
        if self.takes(finding.code, finding.rule, tags.get(finding.code, ())):
            return True
        ignored = not Choice((), self.ignore).takes(finding.code, finding.rule)
        return not ignored and finding.severity == "error" and finding.code[:-3] in _READING | _OF_RULES

    def check(self, defects: Iterable[Defect], more: Iterable[str]) -> None:
        """Raises ValueError for the first word that names nothing; ``more`` are tags, and codes of broken rules."""
        named = set(more)
        known = {name for one in defects for name in (one.code, one.code[:-3], one.name)} | named | groups_of(named)
        for option, words in (("--select", self.select), ("--ignore", self.ignore)):
            for word in words:
                if word not in known:
                    near = nearest(word, known) or nearest(word.upper(), known)
                    hint = f"did you mean `{near[0]}`?" if near else "`eaframe rules` lists all"
                    raise ValueError(f"{option}: no code, prefix, rule or tag is called `{word}`; {hint}")
