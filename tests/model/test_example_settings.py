from typing import Final

import pytest

import eaframe
from eaframe.model.example import load_example

AROUND: Final = (
    "eaframe: 1\nname: Around\nnamespace: around\nversion: '7'\neffective: 2026-01-01\nlanguages: [vi, en]\n"
)
ELEMENTS: Final = "elements:\n  a: {type: goal, name: A}\n"


@pytest.fixture
def settings_of(workspace):
    """The settings of an example, and the codes and lines of what is wrong with it."""
    model = eaframe.load(workspace({"eaframe.yaml": AROUND, "model.yaml": ELEMENTS}), today=20261123).model

    def settings(text: str):
        loaded = load_example(model, text)
        return loaded.model.settings, [(one.code, one.at.path) for one in loaded.findings]

    return settings


def test_an_example_that_says_nothing_of_eaframe_yaml_has_that_around_it(settings_of):
    settings, findings = settings_of(ELEMENTS)
    assert (settings.namespace, settings.version, settings.effective, findings) == ("around", "7", "2026-01-01", [])


def test_an_example_that_says_some_of_eaframe_yaml_says_all_but_what_makes_it_readable(settings_of):
    settings, findings = settings_of("workspace: {version: '8'}\n" + ELEMENTS)
    said = settings.namespace, settings.languages, settings.version, settings.effective, settings.data_cut_off
    assert (*said, findings) == ("around", ("vi", "en"), "8", None, None, [])


def test_an_example_may_say_what_makes_it_readable_too(settings_of):
    settings, findings = settings_of("workspace: {languages: [en], name: Own}\n" + ELEMENTS)
    assert (settings.name, settings.languages, settings.version, findings) == ("Own", ("en",), "", [])


@pytest.mark.parametrize(
    ("said", "code", "path"),
    [
        ("{versoin: '8'}", "SRC017", ("workspace", "versoin")),
        ("{effective: soon}", "SRC019", ("workspace", "effective")),
        ("[version]", "SRC019", ("workspace",)),
    ],
)
def test_what_is_wrong_with_the_settings_of_an_example_is_found_where_it_stands(said, code, path, settings_of):
    settings, findings = settings_of(f"workspace: {said}\n{ELEMENTS}")
    assert settings.version == "7"
    assert findings == [(code, path)]
