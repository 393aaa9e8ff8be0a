"""Selectors on the command line: read, or explained with a caret under each mistake."""

from __future__ import annotations

from typing import TYPE_CHECKING

import typer

from eaframe.cli.options import the_limits

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from eaframe.findings import Finding
    from eaframe.graph.selector import Selector
    from eaframe.graph.selector_text import SelectorText
    from eaframe.graph.short_form import Mistake
    from eaframe.model.model import Model
    from eaframe.workspace import Workspace


def typed_selector(found: Workspace, words: Sequence[str]) -> Selector:
    """The selector that was typed. Says all its mistakes, each with a caret below it, and exits with 2."""
    from eaframe.graph.selector_text import read_selector

    typed, findings = read_selector(words, the_limits())
    selector = None
    if not findings and not typed.mistakes:
        selector, findings = typed.selector()
        findings += _unknown(found.loaded.model, typed)
    mistakes = [*typed.mistakes, *map(_as_mistake, findings)]
    if selector is None or mistakes:
        for line in _explained(typed, mistakes):
            typer.echo(line, err=True)
        raise typer.Exit(2)
    return selector


def _unknown(model: Model, typed: SelectorText) -> Iterator[Finding]:
    from eaframe.graph.known import Known

    return Known(model).unknown_in_selectors(typed.data, typed.file.name, (), "")


def _as_mistake(finding: Finding) -> Mistake:
    """The sentence of a finding, with what was meant or is allowed."""
    from eaframe.findings.suggest import DID_YOU_MEAN
    from eaframe.graph.short_form import Mistake

    sentence = str(finding.message)
    if finding.hint.template == DID_YOU_MEAN or "{allowed}" in finding.hint.template:
        sentence = f"{sentence} {finding.hint}"
    return Mistake(finding.at, sentence)


def _explained(typed: SelectorText, mistakes: list[Mistake]) -> Iterator[str]:
    from eaframe.graph.selector_text import NAME
    from eaframe.reports.printable import printable
    from eaframe.reports.snippet import snippet

    places = typed.locations(one.at for one in mistakes)
    told = sorted(zip(places, (one.sentence for one in mistakes), strict=True), key=lambda one: one[0].column)
    for place, sentence in sorted(told, key=lambda one: one[0].line):
        where = "" if place.file == NAME else f"{place.file}:{place.line}:{place.column}: "
        shown, before, carets = snippet(typed.lines[place.line - 1], place.column, place.end_column)
        yield printable(f"Error: {where}{sentence}")
        yield f"  {shown}"
        yield f"  {before}{carets}"
