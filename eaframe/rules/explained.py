"""The pages that someone means who writes a code, the name of a rule, a tag, or a group of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from eaframe.findings.suggest import nearest
from eaframe.rules.choice import groups_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from eaframe.findings import Defect


@dataclass(frozen=True, slots=True)
class Explained:
    """A code with the tags of its rule; ``library`` is the bundled one that it is of, where nobody imported that."""

    defect: Defect
    tags: tuple[str, ...] = ()
    library: str = ""


def explained(pages: Iterable[Explained], word: str) -> tuple[Explained, ...]:
    """The page of the code or name ``word``, or all with the tag ``word``; case makes no difference."""
    wanted, every = word.casefold(), list(pages)
    named = [one for one in every if wanted in {one.defect.code.casefold(), one.defect.name.casefold()}]
    return tuple(named or [one for one in every if wanted in map(str.casefold, one.tags)])


def grouped(pages: Iterable[Explained], word: str) -> tuple[Explained, ...]:
    """All whose code has the prefix ``word``, or a tag of that group, by tag and code."""
    wanted = word.upper()
    found = [one for one in pages if wanted == one.defect.code[:-3] or wanted in groups_of(one.tags)]
    return tuple(sorted(found, key=lambda one: (one.tags, one.defect.code)))


def words_near(pages: Iterable[Explained], word: str) -> tuple[str, ...]:
    """Codes, else names, else tags and groups that come near."""
    every = list(pages)
    tags = {tag for one in every for tag in one.tags}
    return (
        nearest(word.upper(), (one.defect.code for one in every))
        or nearest(word.lower(), (one.defect.name for one in every))
        or nearest(word, tags | groups_of(tags))
        or nearest(word.upper(), tags | groups_of(tags))
    )
