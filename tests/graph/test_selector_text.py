import pytest

from eaframe.findings import Place
from eaframe.graph.selector import Selector
from eaframe.graph.selector_text import read_selector
from eaframe.sources.files import CannotOpenError
from eaframe.sources.limits import Limits


def read(*words: str):
    typed, findings = read_selector(words, Limits())
    assert findings == []
    assert typed.mistakes == ()
    selector, findings = typed.selector()
    assert findings == []
    return selector


@pytest.mark.parametrize(
    "words",
    [
        ["type=goal", "tag=x,y"],
        ["{type: goal, tag: [x, y]}"],
        ["type: goal\ntag: [x, y]"],
        ["type:", "goal\ntag:", "[x, y]"],
        ["@FILE"],
    ],
)
def test_each_form_gives_the_same_selector(words, tmp_path):
    file = tmp_path / "selector.yaml"
    file.write_text("type: goal\ntag:\n  - x\n  - y\n", encoding="utf-8")
    assert read(*(word.replace("FILE", str(file)) for word in words)) == Selector(type=("goal",), tag=("x", "y"))


def test_a_list_is_of_selectors_of_which_one_must_match():
    assert read("[{type: goal}, {tag: x}]") == Selector(any=(Selector(type=("goal",)), Selector(tag=("x",))))


def test_nothing_is_everything():
    assert read() == Selector() == read("{}")


def test_a_file_that_is_not_there_cannot_be_opened(tmp_path):
    with pytest.raises(CannotOpenError, match="No such file"):
        read_selector([f"@{tmp_path}/none.yaml"], Limits())


@pytest.mark.parametrize(
    ("words", "sentence", "marked"),
    [
        (["{type: goal, tpye: x}"], "The key `tpye` is not known here.", "tpye"),
        (["[{type: goal}, {tpye: x}]"], "The key `tpye` is not known here.", "tpye"),
        (["type=goal", "tpye=x"], "The key `tpye` is not known here.", "tpye"),
        (["type.x=goal"], "`type` must be a list, not a mapping.", "type"),
    ],
)
def test_a_mistake_has_its_place_in_what_was_typed(words, sentence, marked):
    typed, _ = read_selector(words, Limits())
    selector, (finding,) = typed.selector()
    assert selector is None
    assert str(finding.message) == sentence
    (location,) = typed.locations([finding.at])
    assert typed.lines[location.line - 1][location.column - 1 : location.end_column - 1] == marked


def test_yaml_that_cannot_be_read_is_a_finding():
    typed, (finding,) = read_selector(["{type: [goal"], Limits())
    assert (finding.code, typed.data) == ("SRC001", None)


def test_places_of_a_file_are_those_of_its_lines(tmp_path):
    file = tmp_path / "s.yaml"
    file.write_text("type: goal\ntag: x\n", encoding="utf-8")
    typed, _ = read_selector([f"@{file}"], Limits())
    (location,) = typed.locations([Place(typed.file.name, ("tag",))])
    assert (location.file, location.line, location.column) == (file.as_posix(), 2, 6)
