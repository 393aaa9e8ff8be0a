"""The forms of what must not be published, as data: read, compiled once, and looked for in many texts at once."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from eaframe.metamodel.patterns import compile_pattern, matches, pattern_set
from eaframe.sources.files import read_file
from eaframe.sources.limits import Limits

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

_WRITTEN: Final = Path(__file__).with_name("secrets.yaml")
_WORD: Final = re.compile(r"\{([a-z][a-z-]*)\}")
_BEFORE: Final = 40  # bytes before a secret in which a word may say that it is none
MOST: Final = 20  # secrets of a form in one text; whoever mends these sees the others
SEPARATOR: Final = "\n"  # between texts that are looked through at once


@dataclass(frozen=True, slots=True)
class SecretForm:
    """A form by its id, with its ``name`` per language; see ``secrets.yaml`` for what its patterns mean."""

    id: str
    name: Mapping[str, str]
    pattern: str
    needs: tuple[str, ...]
    except_: str
    not_after: str

    def find(self, text: str) -> Iterator[tuple[int, int]]:
        """First character, and that after the last, of each secret of this form in a text; of many the first MOST."""
        content = text.encode()
        compiled = compile_pattern(self.pattern)
        start = told = 0
        # Two may share what stands between them, so the next is looked for right after the secret, not after the match.
        while told < MOST and (found := compiled.search(content, start)) is not None:
            first, last = found.span(1)
            if self._is_one(content[max(0, first - _BEFORE) : first], content[first:last].decode()):
                told += 1
                yield len(content[:first].decode()), len(content[:last].decode())
            start = last

    def _is_one(self, before: bytes, secret: str) -> bool:
        if self.except_ and matches(self.except_, secret):
            return False
        if not all(compile_pattern(one).search(secret.encode()) for one in self.needs):
            return False
        return not (self.not_after and compile_pattern(self.not_after).search(before))


@cache
def secret_forms() -> tuple[SecretForm, ...]:
    """All forms, in the order of the file. Raises ValueError for a file that is broken, which is a fault of eaframe."""
    read = read_file(_WRITTEN.name, _WRITTEN.read_bytes(), Limits())
    if read.findings or not isinstance(read.document.data, dict):
        raise ValueError(f"{_WRITTEN.name} is broken: {read.findings}")
    data: Any = read.document.data
    words: dict[str, str] = {}
    for name, text in data["words"].items():
        words[name] = _filled(text, words)
    return tuple(_form(id_, one, words) for id_, one in data["patterns"].items())


def _form(id_: str, data: Mapping[str, Any], words: Mapping[str, str]) -> SecretForm:
    def whole(key: str, before: str = "", after: str = "") -> str:
        return f"(?i){before}{_filled(data[key], words)}{after}" if key in data else ""

    needs = tuple(f"(?i){_filled(one, words)}" for one in data.get("needs", ()))
    return SecretForm(
        id_,
        data["name"],
        whole("pattern"),
        needs,
        whole("except"),
        whole("not-after", r"(?:^|[^\pL\pN])(?:", ")$"),
    )


def _filled(pattern: str, words: Mapping[str, str]) -> str:
    return _WORD.sub(lambda word: words[word[1]], pattern)


def forms_in(texts: Sequence[str]) -> Iterator[tuple[int, SecretForm]]:
    """The texts, by their index, that may hold a secret, each with the form that it may have; in no order.

    All texts are looked through at once, for all forms at once: a model without secrets costs one pass.
    """
    forms = secret_forms()
    content = SEPARATOR.join(texts).encode()
    possible = sorted(pattern_set(tuple(one.pattern for one in forms)).Match(content) or ())
    for index in possible:
        form = forms[index]
        compiled = compile_pattern(form.pattern)
        yield from ((number, form) for number, text in enumerate(texts) if compiled.search(text.encode()))


def secrets_in(texts: Sequence[str]) -> Iterator[tuple[int, SecretForm, int, tuple[int, int]]]:
    """Each secret once: its text, its form, its number among those of the form, its first and its end character.

    What two forms find is of the form that stands first in the file.
    """
    told: dict[int, list[tuple[int, int]]] = {}
    for index, form in sorted(forms_in(texts), key=lambda found: found[0]):
        before = told.setdefault(index, [])
        new = [
            (number, (first, last))
            for number, (first, last) in enumerate(form.find(texts[index]))
            if not any(first < end and start < last for start, end in before)
        ]
        before += [span for _, span in new]
        yield from ((index, form, number, span) for number, span in new)
