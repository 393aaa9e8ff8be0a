"""The report on a pull request: what it does to the model, in one comment that a forge can show."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from eaframe._version import VERSION
from eaframe.diagrams.mermaid import left_out, render_mermaid
from eaframe.reports.changes import tell
from eaframe.reports.changes_markdown import thing_lines
from eaframe.reports.changes_text import summary
from eaframe.reports.comment import Section, comment
from eaframe.reports.markup import code, text
from eaframe.reports.pr_words import counted, word
from eaframe.reports.report import RANK
from eaframe.reports.table import table

if TYPE_CHECKING:
    from collections.abc import Sequence

    from eaframe.changes.accepted import Accepted
    from eaframe.changes.difference import Difference
    from eaframe.model.model import Model
    from eaframe.reports.report import ReportedFinding
    from eaframe.views.marks import Marks
    from eaframe.views.view import View

MARKER: Final = "<!-- eaframe: what this pull request changes -->"  # by which the comment is found and updated
_MOST_PLACES: Final = 4
_MOST_NAMED: Final = 8
_LONGEST_MESSAGE: Final = 400


@dataclass(frozen=True, slots=True)
class ReachedElement:
    """An element that the change reaches, ``distance`` relationships away."""

    id: str
    name: str
    distance: int
    owner: str = ""


@dataclass(frozen=True, slots=True)
class ToldOwner:
    """An owner to tell, in words, with the ids of what is theirs. ``state`` is that of ``OwnerToTell``."""

    state: str
    id: str
    name: str
    elements: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PullRequest:
    """All that is known of a change.

    ``names`` are those of the two revisions, ``model`` is the later one, ``depth`` tells how far away things were
    looked for that are ``reached``. ``language`` is that of names; words are in that of the report.
    """

    names: tuple[str, str]
    model: Model
    difference: Difference
    new: tuple[ReportedFinding, ...]
    fixed: tuple[ReportedFinding, ...]
    broken: tuple[ReportedFinding, ...]
    accepted: tuple[Accepted, ...]
    view: View
    marks: Marks
    reached: tuple[ReachedElement, ...]
    owners: tuple[ToldOwner, ...]
    depth: int
    language: str = ""


def pr_report(change: PullRequest, language: str = "en") -> str:
    """The comment as Markdown, of at most 60,000 characters; its first line is MARKER."""
    name = text(_name(change) or change.model.settings.namespace)
    head = [MARKER, f"## {word('title', language, name=name)}", "", _verdict(change, language)]
    if change.difference:
        head += ["", text(summary(change.difference, language))]
    before, after = map(text, change.names)
    foot = ["", f"<sub>eaframe {VERSION} · {word('compared', language, before=before, after=after)}</sub>"]
    sections = (
        Section(word("new", language), tuple(_finding(one, language) for one in _worst_first(change.new)), 1),
        Section(word("broken", language), tuple(_finding(one, language) for one in change.broken), 2),
        Section(word("accepted", language), tuple(_accepted(one, language) for one in change.accepted), 3),
        _codes(change, language),
        Section(word("owners", language), tuple(_owner(one, language) for one in change.owners), 4),
        _changes(change, language),
        _picture(change, language),
        _affected(change, language),
    )
    return comment(head, sections, foot, language)


def _name(change: PullRequest) -> str:
    settings = change.model.settings
    if isinstance(settings.name, str):
        return settings.name
    wanted = (change.language, *settings.languages, *settings.name)
    return next((settings.name[one] for one in wanted if one in settings.name), "")


def _verdict(change: PullRequest, language: str) -> str:
    numbers = {severity: sum(1 for one in change.new if one.severity == severity) for severity in RANK}
    broken = len(change.broken)
    said = [counted(f"new-{severity}", number, language) for severity, number in numbers.items() if number]
    said += [counted("breaks", broken, language)] if broken else []
    if not said:
        said = [word("clean", language)]
    said += [counted("accepts", len(change.accepted), language)] if change.accepted else []
    said += [counted("mended", len(change.fixed), language)] if change.fixed else []
    is_bad = numbers["error"] or any(one.severity == "error" for one in change.broken)
    sign = "❌" if is_bad else "⚠️" if numbers["warning"] or broken or change.accepted else "✅"
    sentence = ", ".join(said)
    return f"{sign} **{sentence[:1].upper()}{sentence[1:]}.**"


def _worst_first(findings: Sequence[ReportedFinding]) -> list[ReportedFinding]:
    return sorted(findings, key=lambda one: (RANK[one.severity], one.code, one.file, one.line, one.column))


def _finding(one: ReportedFinding, language: str) -> str:
    message = one.message if len(one.message) <= _LONGEST_MESSAGE else one.message[: _LONGEST_MESSAGE - 1] + "…"
    return f"- **{word(one.severity, language)}** {code(one.code)} {_place(one)} — {text(message)}"


def _place(one: ReportedFinding) -> str:
    return code(f"{one.file}:{one.line}")


def _codes(change: PullRequest, language: str) -> Section:
    codes: dict[tuple[int, str, str], tuple[list[ReportedFinding], list[ReportedFinding]]] = {}
    for index, findings in enumerate((change.new, change.fixed)):
        for one in findings:
            codes.setdefault((RANK[one.severity], one.code, one.rule), ([], []))[index].append(one)
    rows = []
    for (_, code_, rule), (new, fixed) in sorted(codes.items()):
        places = [code(f"{one.file}:{one.line}", cell=True) for one in _worst_first(new)]
        more = f" +{len(places) - _MOST_PLACES}" if len(places) > _MOST_PLACES else ""
        rows.append((code(code_), text(rule), str(len(new)), str(len(fixed)), ", ".join(places[:_MOST_PLACES]) + more))
    titles = [word(key, language) for key in ("code", "rule", "column-new", "column-fixed", "where")]
    head, line, *items = table(titles, rows)
    return Section(word("codes", language), tuple(items), 5, before=(head, line))


def _accepted(one: Accepted, language: str) -> str:
    detail = f" — {text(one.detail)}" if one.detail else ""
    return f"- {word(one.what, language)} {code(one.subject)}{detail}"


def _changes(change: PullRequest, language: str) -> Section:
    things = tell(change.difference, change.model, change.language)
    items = tuple("\n".join(thing_lines(one, language)) for one in things)
    return Section(word("changes", language), items, 7, is_folded=True)


def _picture(change: PullRequest, language: str) -> Section:
    if not change.view.nodes:
        return Section(word("picture", language), (), 6)
    lines = left_out(change.view)
    notes = [*change.view.notes, *([word("lines-left-out", language, number=lines)] if lines else [])]
    said = " ".join([word("legend", language), *map(text, notes)])
    flowchart = f"```mermaid\n{render_mermaid(change.view, change.marks)}```"
    return Section(word("picture", language), (flowchart,), 6, after=("", said))


def _owner(one: ToldOwner, language: str) -> str:
    name = f"{text(one.name)} ({code(one.id)})" if one.name and one.name != one.id else code(one.id)
    who = word(f"owner-{one.state}", language, owner=name)
    named = ", ".join(code(id_) for id_ in one.elements[:_MOST_NAMED])
    more = f" +{len(one.elements) - _MOST_NAMED}" if len(one.elements) > _MOST_NAMED else ""
    return f"- {who}: {named}{more}"


def _affected(change: PullRequest, language: str) -> Section:
    rows = [
        (
            str(one.distance),
            f"{code(one.id, cell=True)} {text(one.name, cell=True)}".rstrip(),
            text(one.owner, cell=True),
        )
        for one in change.reached
    ]
    head, line, *items = table([word(key, language) for key in ("steps", "element", "owner")], rows)
    title = word("affected", language, depth=change.depth)
    return Section(title, tuple(items), 8, before=(head, line), is_folded=True)
