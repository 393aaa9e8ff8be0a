"""Whatever a finding can say is said in Vietnamese too: all of it, and with nothing English left inside."""

import ast
import importlib
import json
import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from string import Formatter

import pytest

import eaframe
from eaframe.findings import Message
from eaframe.findings.message import say, translations
from eaframe.findings.suggest import either
from eaframe.workspace import all_defects

ROOT = Path(eaframe.__file__).parent
MISTAKES = sorted((Path(__file__).parent.parent / "mistakes").glob("*/*.yaml"))
CATALOGUE = ROOT / "findings" / "vi.json"
# Where a template is no literal: the sentences of a defect, which its page holds, and those of a table beside the call.
HANDED_ON = {"template", "self.message", "self.hint", "_EXPECTED[problem['type']].template"}
HANDED_ON |= {"_MUST[outcome.operator].template"}
ENGLISH = re.compile(r"(?<![\w-])(?:[Tt]he|is|of|not|must|and|a)(?![\w-])")
QUOTED = re.compile(r"`[^`]+`")
STANDS_FOR = re.compile(r"\b[^\W\d_a-z]{2,}(?:-[^\W\d_a-z]+)*\b")  # DATE, NGÀY: whoever writes puts a value there


def in_the_code() -> Iterator[str]:
    """What stands in ``say(…)`` and ``Message(…)``: the template, or the expression that is none of its own."""
    for path in sorted(ROOT.rglob("*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        imports = (node for node in ast.walk(tree) if isinstance(node, ast.ImportFrom))
        says = {
            name.asname or name.name
            for node in imports
            if (node.module or "").startswith("eaframe.findings")
            for name in node.names
            if name.name in {"say", "Message"}
        }
        if path.name == "message.py":
            says = {"say", "Message"}
        calls = (node for node in ast.walk(tree) if isinstance(node, ast.Call))
        for call in calls:
            if isinstance(call.func, ast.Name) and call.func.id in says:
                yield template_of(call.args[0], path)


def template_of(argument: ast.expr, path: Path) -> str:
    """A literal, or the value of a constant of the module."""
    if isinstance(argument, ast.Constant):
        return str(argument.value)
    expression = ast.unparse(argument)
    if expression in HANDED_ON:
        return ""
    name = ".".join(path.relative_to(ROOT.parent).with_suffix("").parts)
    return str(eval(expression, dict(vars(importlib.import_module(name)))))  # noqa: S307 - our own constants


def templates() -> set[str]:
    in_python = (one for one in all_defects().values() if not one.texts)  # what is in YAML is said there in both
    pages = {text for one in in_python for text in (one.summary, one.message, one.hint)}
    return {template for template in {*pages, *in_the_code()} if has_words(template)}


def has_words(template: str) -> bool:
    return bool(re.search(r"[^\W\d_]", re.sub(r"(?<!{){[a-z_]+}", "", QUOTED.sub("", template))))


def places(template: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(template) if name is not None}


def quoted(template: str) -> set[str]:
    """What stands in backquotes, but for words that stand for a value."""
    return {STANDS_FOR.sub("…", words) for words in QUOTED.findall(template)}


def test_a_rule_in_yaml_says_everything_in_both_languages():
    in_yaml = [one for one in all_defects().values() if one.texts]
    assert [one.code for one in in_yaml] == ["CPL001", "CPL002", "TIM008"]
    said = {(one.code, part): set(texts) for one in in_yaml for part, texts in one.texts.items()}
    assert {where: languages for where, languages in said.items() if languages != {"en", "vi"}} == {}


def test_every_sentence_has_a_translation_and_no_translation_is_left_over():
    assert translations("vi").keys() == templates()


def test_the_file_is_one_entry_a_line_in_the_order_of_the_english():
    text = CATALOGUE.read_text(encoding="utf-8")
    entries = sorted(translations("vi").items())
    assert text == json.dumps(dict(entries), ensure_ascii=False, indent=2) + "\n"
    assert unicodedata.is_normalized("NFC", text)


@pytest.mark.parametrize(("english", "vietnamese"), translations("vi").items())
def test_a_translation_differs_but_keeps_places_and_words_of_the_language(english, vietnamese):
    assert english != vietnamese
    assert places(vietnamese) == places(english)
    assert quoted(vietnamese) >= quoted(english)
    assert (english[:1] == " ", english[-1:] == ".") == (vietnamese[:1] == " ", vietnamese[-1:] == ".")


def english_in(messages: list[Message]) -> list[str]:
    """Those that hold an English word where it is none of the model's own words."""
    said = [message.text("vi") for message in messages]
    return [text for text in said if ENGLISH.search(QUOTED.sub("", text))]


WRONG = [one.bad for one in all_defects().values() if one.bad] + [path.read_text("utf-8") for path in MISTAKES]


@pytest.mark.parametrize("model", WRONG)
def test_what_a_wrong_model_gives_is_said_without_a_word_of_english(model: str, judged):
    findings = [one.finding for one in judged({"model.yaml": model})]
    notes = [note.message for one in findings for note in one.notes]
    assert english_in([*(one.message for one in findings), *(one.hint for one in findings), *notes]) == []


def test_what_is_said_inside_a_sentence_is_said_in_its_language():
    expected = say("a whole number{bounds}", bounds=say(" from {low} to {high}", low=1, high=5))
    message = say("`{key}` must be {expected}, not {found}.", key="level", expected=expected, found=say("a list"))
    assert message.text("en") == "`level` must be a whole number from 1 to 5, not a list."
    assert message.text("vi") == "`level` phải là số nguyên từ 1 đến 5, không phải một danh sách."


def test_a_choice_is_said_in_each_language_and_a_long_one_is_cut():
    assert either(["a"]) == "`a`"
    assert say("{names}", names=either("abc")).text() == "`a` or `b` or `c`"
    assert say("{names}", names=either("abc")).text("vi") == "`a` hoặc `b` hoặc `c`"
    assert say("{names}", names=either("abcdefghijklm")).text().endswith("`k` or `l` or …")
