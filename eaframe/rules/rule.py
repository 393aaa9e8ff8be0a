"""The one type of a rule, and the decorator that makes one of a Python generator.

A Python rule asks the graph and yields problems::

    @rule("APP001", "application-without-owner", "warning", message="`{id}` has no owner.", hint="Add `owner: …`.")
    def application_without_owner(graph: Graph) -> Iterator[Problem]:
        \"\"\"An application has no owner, so nobody decides on it.\"\"\"
        for element in graph.own_elements:
            if element.type == "application-component" and "owner" not in element.attributes:
                yield problem(element, id=element.id)

It may also ask for ``today`` (YYYYMMDD) and ``views`` by naming them as keyword parameters.
"""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, Literal, Protocol

from eaframe.findings import Defect, Finding, Message, Note, Place, Severity
from eaframe.metamodel.period import ALWAYS, Period

if TYPE_CHECKING:
    from eaframe.graph import Graph

CODE: Final = re.compile(r"[A-Z]{2,6}[0-9]{3}")
Check = Callable[..., Iterator["Problem | Undecided"]]


class Subject(Protocol):
    """What a rule can judge: an element, a relationship, a view or the workspace. It has an id, and a place."""

    @property
    def id(self) -> str:
        """The id that findings carry."""

    def place(self, *path: str | int, part: Literal["key", "value"] = "value") -> Place:
        """Where the subject, or what ``path`` names in it, is written."""


@dataclass(frozen=True, slots=True)
class Problem:
    """What a check found: its subject, the path below it (empty for the subject itself), values for the message.

    ``message`` is what the check itself says of it, where the rule has no words of its own. ``at`` is where it is
    written if that is not at the subject.
    """

    subject: Subject
    path: tuple[str | int, ...]
    args: Mapping[str, Any]
    notes: tuple[Note, ...] = ()
    message: Message | None = None
    hint: Message | None = None
    discriminator: str = ""
    at: Place | None = None


@dataclass(frozen=True, slots=True)
class Undecided:
    """A subject that a check could not judge, as a value that it compares is not known.

    ``is_tracked`` tells that it passes, as its value is a tracked unknown: somebody is to find it out.
    """

    subject: Subject
    is_tracked: bool = False


def problem(
    subject: Subject,
    *path: str | int,
    notes: Iterable[Note] = (),
    message: Message | None = None,
    hint: Message | None = None,
    discriminator: str = "",
    at: Place | None = None,
    **args: object,
) -> Problem:
    """Make a problem; ``args`` fill the rule's message and hint."""
    return Problem(subject, path, args, tuple(notes), message, hint, discriminator or "/".join(map(str, path)), at)


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule: what it finds (``defect``) and how (``check``); written in YAML or in Python, it is the same afterwards.

    ``scope`` is the whole model, or the slice as of a day. ``judges_absence`` tells that the rule finds that something
    is *not* there: while a file is broken it cannot know, and is not asked. ``valid`` is when the rule's basis holds.
    ``defined`` is where a workspace says it, None for a rule of eaframe, a library or a package. ``selection`` is the
    key of its subjects among the ``selections`` of a run, "" for a rule in Python, which looks for them itself.
    """

    defect: Defect
    check: Check
    scope: Literal["model", "slice"] = "slice"
    judges_absence: bool = False
    valid: Period = ALWAYS
    options: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    defined: Place | None = None
    selection: str = ""

    def run(self, graph: Graph, available: Mapping[str, Any]) -> Iterator[Finding | Undecided]:
        """The findings of this rule; ``available`` holds what a check may ask for besides the graph."""
        options = {name: available[name] for name in self.options}
        for found in self.check(graph, **options):
            yield found if isinstance(found, Undecided) else self._finding(found)

    def _finding(self, found: Problem) -> Finding:
        return self.defect.at(
            found.at or found.subject.place(*found.path),
            found.subject.id,
            notes=found.notes,
            message=found.message,
            hint=found.hint,
            discriminator=found.discriminator,
            **found.args,
        )


def rule(
    code: str,
    name: str,
    severity: Severity,
    *,
    message: str,
    hint: str,
    basis: str = "",
    bad: str = "",
    good: str = "",
    scope: Literal["model", "slice"] = "slice",
    judges_absence: bool = False,
    valid: Period = ALWAYS,
    tags: tuple[str, ...] = (),
) -> Callable[[Check], Rule]:
    """Make a rule of a generator ``(graph, *, today, views) -> Iterator[Problem]``; its docstring is the summary."""

    def decorate(check: Check) -> Rule:
        summary = inspect.cleandoc(check.__doc__ or "")
        defect = Defect(code, name, severity, summary, message, hint, basis, bad, good)
        parameters = inspect.signature(check).parameters.values()
        options = tuple(one.name for one in parameters if one.kind is inspect.Parameter.KEYWORD_ONLY)
        return Rule(defect, check, scope, judges_absence, valid, options, tags)

    return decorate
