"""The commands that the report on artifacts gives: what is typed means what the framework says."""

import json
import shlex

import pytest

from eaframe.graph.selector_text import read_selector
from eaframe.measures.artifacts import Coverage, CoveredArtifact
from eaframe.measures.frameworks import bundled_framework
from eaframe.reports.artifacts import ArtifactsReport
from eaframe.reports.artifacts_words import WORDS
from eaframe.sources.limits import Limits

TOGAF = bundled_framework("togaf")
ALL = Coverage(TOGAF, tuple(CoveredArtifact(one, "drawable") for one in TOGAF.artifacts if one.view))
REPORT = json.loads(ArtifactsReport(ALL, "en", ("en",)).render("json"))
SHAPES = {one.id: one.shape for one in TOGAF.artifacts}


def test_the_languages_have_the_same_words():
    assert WORDS["en"].keys() == WORDS["vi"].keys()


@pytest.mark.parametrize("artifact", REPORT["artifacts"], ids=lambda one: one["id"])
def test_a_command_says_what_the_artifact_says_or_names_its_view(artifact):
    shape = SHAPES[artifact["id"]]
    program, command, *words = shlex.split(artifact["command"])
    assert (program, command) == ("eaframe", "view")
    if artifact["view"] is not None:
        assert words == [artifact["id"]]
        return
    assert words[:2] == ["--viewpoint", shape.viewpoint]
    rest = words[2:-1] if words[-1] == "--derive" else words[2:]
    assert (words[-1] == "--derive") == bool(shape.derive)
    assert rest[::2] == ["--include"] * len(shape.include)
    included = []
    for typed in rest[1::2]:
        text, findings = read_selector([typed], Limits())
        assert (list(text.mistakes), findings) == ([], [])
        included.append(text.selector()[0])
    assert tuple(included) == shape.include


def test_only_what_options_cannot_say_needs_a_view_in_a_file():
    said = {"name", "documentation", "viewpoint", "include", "derive"}
    in_files = {one["id"] for one in REPORT["artifacts"] if one["view"] is not None}
    assert in_files == {one.id for one in TOGAF.artifacts if one.view.keys() - said}
