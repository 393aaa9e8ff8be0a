import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

import eaframe

WORKSPACE = """\
eaframe: 1
name: Test
namespace: test
code-prefixes: [TEST]
languages: [en, vi]
"""


@dataclass(frozen=True, slots=True)
class Answer:
    """What one rule finds: per finding its place, subject and message; its notes; and how many subjects are open."""

    said: list[str]
    notes: list[list[str]]
    details: list[str]
    undecided: int


@pytest.fixture
def ask(workspace: Callable[[Mapping[str, str]], Path]) -> Callable[..., Answer]:
    """Asks one rule of a model: `ask(select, check, model)`; the model begins in line 1 of model.yaml."""

    def answer(
        select: Any,
        check: dict[str, Any],
        model: str,
        more: Mapping[str, Any] | None = None,
        today: int = 20261123,
        as_of: str = "today",
        settings: str = "",
    ) -> Answer:
        rule = {"code": "TEST001", "name": "wrong-thing", "summary": "S.", "hint": "H.", "select": select}
        text = json.dumps({"rules": [rule | {"check": check} | (more or {})]}, ensure_ascii=False, indent=1)
        files = {"eaframe.yaml": WORKSPACE + settings, "rule.yaml": text, "model.yaml": model}
        loaded = eaframe.load(workspace(files), as_of=as_of, today=today)
        wrong = [one.finding for one in loaded.findings if one.finding.code.startswith(("SRC", "MOD", "SEL", "RUL"))]
        assert [f"{one.code} {one.message}" for one in wrong] == []
        found = [one for one in loaded.findings if one.finding.code == "TEST001"]
        return Answer(
            [
                f"{one.location.file.removesuffix('.yaml')} {one.location.line}:{one.location.column} "
                f"{one.finding.subject}: {one.finding.message}"
                for one in found
            ],
            [
                [
                    f"{note.location.file.removesuffix('.yaml')} {note.location.line}: {note.message}"
                    for note in one.notes
                ]
                for one in found
            ],
            [one.finding.discriminator for one in found],
            loaded.judgement.undecided,
        )

    return answer
