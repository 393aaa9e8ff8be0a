"""Which artifacts of a framework a model can feed, written for people and for programs.

JSON, schema version 1; keys and meaning are kept within a version, new keys may be added:

- ``framework``: ``id, name, edition, documentation``; ``phases``: ``id, name``, in order.
- ``counts``: of all artifacts by status, also where only those that lack something are listed.
- ``artifacts``: ``id, name, documentation, kind`` (catalog, matrix, diagram), ``phases`` (ids), ``viewpoint`` (or
  null), ``status`` (drawable, lacking, not-drawn), ``reason`` (why it is not drawn, or "") and ``missing``: what the
  model lacks, each ``{"any_of": types}`` or ``{"relationship": verbs, "from": types, "to": types}``.
- ``command`` draws it (null where it cannot be drawn). Where options cannot say all, ``view`` is the definition that
  the command takes from under ``views`` of a file; else it is null.
"""

from __future__ import annotations

import json
import shlex
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from eaframe.measures.artifacts import STATUSES
from eaframe.metamodel.values import declared_in
from eaframe.reports.artifacts_words import WORDS
from eaframe.reports.markup import code, text
from eaframe.reports.printable import escaped, json_document, printable
from eaframe.reports.table import table
from eaframe.reports.width import padded, width

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from eaframe.measures.artifacts import Coverage, CoveredArtifact
    from eaframe.measures.frameworks import Artifact, Need
    from eaframe.model.workspace_file import Text
    from eaframe.sources.document import Data

FORMATS: Final = ("text", "json", "markdown")
SCHEMA_VERSION: Final = 1
_COLUMNS: Final = ("status", "artifact", "kind", "viewpoint", "missing")
_SAID_BY_OPTIONS: Final = frozenset({"name", "documentation", "viewpoint", "include", "exclude", "derive"})


@dataclass(frozen=True, slots=True)
class ArtifactsReport:
    """A coverage in words of ``language``; with ``only_lacking`` of what the model cannot feed yet alone.

    Names and reasons of the framework are in the first of ``languages`` that there is.
    """

    coverage: Coverage
    language: str
    languages: tuple[str, ...]
    only_lacking: bool = False

    def render(self, format_: str) -> str:
        """The report in one of FORMATS."""
        if format_ == "json":
            return json_document(self._content())
        lines = self._text() if format_ == "text" else self._markdown()
        return "".join(f"{line}\n" for line in lines)

    @property
    def _words(self) -> Mapping[str, str]:
        return WORDS[self.language]

    @property
    def _listed(self) -> list[CoveredArtifact]:
        return [one for one in self.coverage.artifacts if one.status == "lacking" or not self.only_lacking]

    def _phases(self) -> Iterator[tuple[str, list[CoveredArtifact]]]:
        """The names of the phases that have artifacts, with these: what belongs to two phases stands in both."""
        for id_, name in self.coverage.framework.shape.phases.items():
            of_phase = [one for one in self._listed if id_ in one.artifact.shape.phases]
            if of_phase:
                yield self._in_words(name), of_phase

    def _in_words(self, said: Text) -> str:
        return declared_in(said, *self.languages)

    def _sum(self) -> str:
        counts: dict[str, int] = {one: self.coverage.count(one) for one in STATUSES}
        total = len(self.coverage.artifacts)
        return self._words["counted"].format(total=total, framework=self._title(), **counts)

    # For a terminal. No line begins with a name: a CI server would obey some of them.

    def _text(self) -> Iterator[str]:
        phases = [(name, [self._cells(one) for one in of_phase]) for name, of_phase in self._phases()]
        head = [self._words[column].upper() for column in _COLUMNS]
        every = [head, *(cells for _, of_phase in phases for cells in of_phase)]
        widths = [max(map(width, column)) for column in list(zip(*every, strict=True))[:-1]]

        def line(cells: list[str]) -> str:
            return "  ".join((*map(padded, cells, widths), cells[-1])).rstrip()

        if phases:
            yield f"  {line(head)}"
        for name, of_phase in phases:
            yield printable(f"[{name}]")
            for cells in of_phase:
                yield f"  {line(cells)}"
        if phases:
            yield ""
        yield printable(self._sum())

    def _cells(self, one: CoveredArtifact) -> list[str]:
        shape = one.artifact.shape
        missing = _missing(one.missing, str) or self._in_words(shape.reason)
        cells = (self._words[one.status], self._in_words(shape.name), self._words[shape.kind], shape.viewpoint, missing)
        return [printable(cell) for cell in cells]

    def _title(self) -> str:
        shape = self.coverage.framework.shape
        return f"{self._in_words(shape.name)} {shape.edition}".strip()

    # For a page.

    def _markdown(self) -> Iterator[str]:
        shape = self.coverage.framework.shape
        yield f"# {text(self._title())}"
        yield ""
        if shape.documentation:
            yield text(self._in_words(shape.documentation))
            yield ""
        yield f"{text(self._sum())}."
        head = [self._words[column] for column in (*_COLUMNS, "command")]
        for name, of_phase in self._phases():
            yield ""
            yield f"## {text(name)}"
            yield ""
            yield from table(head, map(self._row, of_phase))
        views = [one.artifact for one in self._listed if one.status == "drawable" and not _needs_no_file(one.artifact)]
        if views:
            yield from (
                "",
                f"## {self._words['views']}",
                "",
                self._words["views-introduction"],
                "",
                "```yaml",
                "views:",
            )
            # JSON is YAML: nothing that a name holds can end its line or the block.
            yield from (f"  {one.id}: {escaped(json.dumps(one.view, ensure_ascii=False))}" for one in views)
            yield "```"

    def _row(self, one: CoveredArtifact) -> list[str]:
        shape = one.artifact.shape
        return [
            self._words[one.status],
            text(self._in_words(shape.name), cell=True),
            self._words[shape.kind],
            code(shape.viewpoint, cell=True) if shape.viewpoint else "",
            _missing(one.missing, lambda name: code(name, cell=True)) or text(self._in_words(shape.reason), cell=True),
            code(_command(one.artifact), cell=True) if one.status == "drawable" else "",
        ]

    # For programs.

    def _content(self) -> dict[str, Any]:
        framework = self.coverage.framework
        return {
            "schema_version": SCHEMA_VERSION,
            "framework": {
                "id": framework.id,
                "name": self._in_words(framework.shape.name),
                "edition": framework.shape.edition,
                "documentation": self._in_words(framework.shape.documentation),
            },
            "phases": [{"id": id_, "name": self._in_words(name)} for id_, name in framework.shape.phases.items()],
            "counts": {status: self.coverage.count(status) for status in STATUSES},
            "artifacts": [self._artifact(one) for one in self._listed],
        }

    def _artifact(self, one: CoveredArtifact) -> dict[str, Any]:
        artifact, shape = one.artifact, one.artifact.shape
        return {
            "id": artifact.id,
            "name": self._in_words(shape.name),
            "documentation": self._in_words(shape.documentation),
            "kind": shape.kind,
            "phases": list(shape.phases),
            "viewpoint": shape.viewpoint or None,
            "status": one.status,
            "reason": self._in_words(shape.reason),
            "missing": [_as_data(need) for need in one.missing],
            "command": _command(artifact) if one.status == "drawable" else None,
            "view": dict(artifact.view) if artifact.view and not _needs_no_file(artifact) else None,
        }


def _missing(needs: Sequence[Need], quote: Callable[[str], str]) -> str:
    """What the model lacks, each need after the other: a type, or type →verb→ type; a slash parts alternatives."""
    return "; ".join(
        _either(need.any_of, quote)
        if need.any_of
        else f"{_either(need.from_, quote)} →{_either(need.relationship, quote)}→ {_either(need.to, quote)}"
        for need in needs
    )


def _either(names: Sequence[str], quote: Callable[[str], str]) -> str:
    return "/".join(map(quote, names))


def _as_data(need: Need) -> dict[str, list[str]]:
    if need.any_of:
        return {"any_of": list(need.any_of)}
    return {"relationship": list(need.relationship), "from": list(need.from_), "to": list(need.to)}


def _needs_no_file(artifact: Artifact) -> bool:
    """Whether options of ``eaframe view`` can say all of it."""
    return artifact.view.keys() <= _SAID_BY_OPTIONS


def _command(artifact: Artifact) -> str:
    """What draws it: its viewpoint with options, or the view of its definition."""
    if not _needs_no_file(artifact):
        return f"eaframe view {artifact.id}"
    words = ["eaframe", "view", "--viewpoint", artifact.shape.viewpoint]
    for option in ("include", "exclude"):
        selectors = artifact.view.get(option, [])
        for selector in selectors if isinstance(selectors, list) else [selectors]:
            words += [f"--{option}", _typed(selector)]
    return shlex.join([*words, "--derive"] if artifact.shape.derive else words)


def _typed(selector: Data) -> str:
    """A selector as it is typed: in the short form where that is enough, else as YAML, of which JSON is a part."""
    if isinstance(selector, dict) and selector.keys() == {"type"}:
        types = selector["type"]
        return f"type={','.join(map(str, types)) if isinstance(types, list) else types}"
    return escaped(json.dumps(selector, ensure_ascii=False))
