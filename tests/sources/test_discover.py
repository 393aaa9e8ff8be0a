"""Which files belong to a workspace, and that no name in it leads a run astray."""

import os
import unicodedata
from pathlib import Path

import pytest

from eaframe.findings import Place
from eaframe.sources.files import CannotOpenError, list_files, read_bytes
from eaframe.sources.limits import Limits

LIMITS = Limits()


def listed(root: Path, *exclude: str) -> list[str]:
    """The files of a workspace in which nothing is wrong."""
    files, findings = list_files(root, exclude, LIMITS)
    assert findings == []
    return files


def refused(root: Path, *exclude: str) -> list[tuple[str, str]]:
    """Code and place of each finding."""
    _, findings = list_files(root, exclude, LIMITS)
    assert all(isinstance(finding.at, Place) and finding.at.path == () for finding in findings)
    return [(finding.code, finding.at.file) for finding in findings]


def test_every_yaml_file_below_the_folder_belongs_to_it_in_the_order_of_names(workspace):
    root = workspace({"b.yaml": "", "a.yml": "", "c/d/e.yaml": "", "c.yaml": "", "readme.md": "", "x.yaml.bak": ""})
    assert listed(root) == ["a.yml", "b.yaml", "c.yaml", "c/d/e.yaml"]


def test_the_workspace_file_is_not_among_its_files(workspace):
    assert listed(workspace({})) == []


def test_a_suffix_in_capitals_is_another_suffix(workspace):
    assert listed(workspace({"a.YAML": "", "b.Yml": ""})) == []


def test_folders_and_files_with_a_dot_do_not_belong(workspace):
    assert listed(workspace({".git/a.yaml": "", ".hidden.yaml": "", "a/.b/c.yaml": "", "a/d.yaml": ""})) == ["a/d.yaml"]


def test_a_workspace_inside_another_does_not_belong(workspace):
    root = workspace({"library/eaframe.yaml": "", "library/a.yaml": "", "library/deep/b.yaml": "", "c.yaml": ""})
    assert listed(root) == ["c.yaml"]


@pytest.mark.parametrize(
    ("glob", "left"),
    [
        ("a.yaml", ["old/a.yaml", "old/deep/b.yaml"]),
        ("old", ["a.yaml"]),
        ("old/*", ["a.yaml"]),
        ("*.yaml", []),
        ("*/a.yaml", ["a.yaml", "old/deep/b.yaml"]),
        ("old/deep", ["a.yaml", "old/a.yaml"]),
        ("OLD/*", ["a.yaml", "old/a.yaml", "old/deep/b.yaml"]),
        ("[ao]*", []),
        ("nothing", ["a.yaml", "old/a.yaml", "old/deep/b.yaml"]),
    ],
)
def test_what_a_pattern_excludes_does_not_belong(workspace, glob, left):
    assert listed(workspace({"a.yaml": "", "old/a.yaml": "", "old/deep/b.yaml": ""}), glob) == left


def test_several_patterns_exclude_together(workspace):
    assert listed(workspace({"a.yaml": "", "b.yaml": "", "c.yaml": ""}), "a*", "b*") == ["c.yaml"]


@pytest.mark.parametrize("target", ["../outside.yaml", "/etc/passwd", "../../../../../etc", "../missing.yaml"])
def test_a_link_out_of_the_workspace_is_told_and_not_followed(workspace, target):
    root = workspace({"sub/eaframe.yaml": "", "sub/a.yaml": "", "outside.yaml": ""}) / "sub"
    (root / "link.yaml").symlink_to(target)
    assert list_files(root, (), LIMITS)[0] == ["a.yaml"]
    assert refused(root) == [("SRC010", "link.yaml")]


def test_a_folder_that_is_a_link_out_of_the_workspace_is_told_and_not_followed(workspace):
    root = workspace({"sub/eaframe.yaml": "", "outside/a.yaml": ""}) / "sub"
    (root / "link").symlink_to("../outside")
    assert list_files(root, (), LIMITS)[0] == []
    assert refused(root) == [("SRC010", "link")]


def test_a_chain_of_links_is_judged_by_its_end(workspace):
    root = workspace({"sub/eaframe.yaml": "", "sub/a.yaml": "", "outside.yaml": ""}) / "sub"
    (root / "one.yaml").symlink_to("two.yaml")
    (root / "two.yaml").symlink_to("../outside.yaml")
    (root / "three.yaml").symlink_to("four.yaml")
    (root / "four.yaml").symlink_to("a.yaml")
    assert list_files(root, (), LIMITS)[0] == ["a.yaml"]
    assert sorted(refused(root)) == [("SRC010", "one.yaml"), ("SRC010", "two.yaml")]


def test_a_link_to_a_folder_whose_name_begins_alike_leads_out(workspace):
    root = workspace({"sub/eaframe.yaml": "", "subway/a.yaml": ""}) / "sub"
    (root / "link").symlink_to("../subway")
    assert refused(root) == [("SRC010", "link")]


def test_a_link_inside_the_workspace_is_no_second_file(workspace):
    root = workspace({"a.yaml": "", "deep/b.yaml": ""})
    (root / "again.yaml").symlink_to("a.yaml")
    (root / "also").symlink_to("deep")
    (root / "deep" / "up").symlink_to("..")
    assert listed(root) == ["a.yaml", "deep/b.yaml"]


def test_links_in_a_circle_end(workspace):
    root = workspace({"a.yaml": ""})
    (root / "one.yaml").symlink_to("two.yaml")
    (root / "two.yaml").symlink_to("one.yaml")
    (root / "self").symlink_to("self")
    assert listed(root) == ["a.yaml"]


def test_an_excluded_link_is_nobodys_concern(workspace):
    root = workspace({})
    (root / "venv").symlink_to("/usr")
    assert refused(root, "venv") == []


def test_the_workspace_may_itself_be_reached_by_a_link(workspace):
    root = workspace({"real/eaframe.yaml": "", "real/a.yaml": ""})
    (root / "real" / "b.yaml").symlink_to("a.yaml")
    (root / "link").symlink_to("real")
    assert listed(root / "link") == ["a.yaml"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="the system has no named pipes")
def test_a_pipe_does_not_block(workspace):
    root = workspace({"a.yaml": ""})
    os.mkfifo(root / "pipe.yaml")
    assert listed(root) == ["a.yaml"]
    with pytest.raises(CannotOpenError, match=r"pipe\.yaml: not a plain file"):
        read_bytes(root, "pipe.yaml", LIMITS)


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="the system has no such device")
def test_a_link_to_an_endless_device_is_not_followed(workspace):
    root = workspace({})
    (root / "zero.yaml").symlink_to("/dev/zero")
    assert refused(root) == [("SRC010", "zero.yaml")]
    with pytest.raises(CannotOpenError, match=r"zero\.yaml: a symbolic link, which is not followed"):
        read_bytes(root, "zero.yaml", LIMITS)
    with pytest.raises(CannotOpenError, match="zero: not a plain file"):
        read_bytes(Path("/dev"), "zero", LIMITS)


def test_a_folder_named_like_a_file_is_a_folder(workspace):
    assert listed(workspace({"a.yaml/b.yaml": ""})) == ["a.yaml/b.yaml"]


def test_names_that_differ_only_in_case_are_one_file_elsewhere(workspace):
    assert refused(workspace({"App.yaml": "", "app.yaml": "", "Đường.yaml": "", "đường.yaml": ""})) == [
        ("SRC014", "app.yaml"),
        ("SRC014", "đường.yaml"),
    ]


def test_names_that_differ_only_in_unicode_form_are_one_file_elsewhere(workspace):
    composed, decomposed = (unicodedata.normalize(form, "hệ.yaml") for form in ("NFC", "NFD"))
    _, (found,) = list_files(workspace({composed: "", decomposed: ""}), (), LIMITS)
    assert (found.code, found.at.file, found.message.text()) == (
        "SRC014",
        composed,
        f"The file name is the same as `{decomposed}` but for case or Unicode form.",
    )


def test_names_of_folders_count_too(workspace):
    assert refused(workspace({"App/x.yaml": "", "app/x.yaml": "", "app/y.yaml": ""})) == [("SRC014", "app/x.yaml")]


def test_vietnamese_names_that_differ_in_tone_are_different(workspace):
    assert listed(workspace({"hoa.yaml": "", "hoà.yaml": "", "hóa.yaml": ""})) == ["hoa.yaml", "hoà.yaml", "hóa.yaml"]


def test_a_name_that_is_not_utf_8_is_listed_and_read(workspace):
    root = workspace({})
    Path(os.fsdecode(os.fsencode(root) + b"/\xff.yaml")).write_bytes(b"a: 1\n")
    assert listed(root) == ["\udcff.yaml"]
    assert read_bytes(root, "\udcff.yaml", LIMITS) == b"a: 1\n"


def test_a_file_that_is_gone_cannot_be_opened(workspace):
    root = workspace({})
    with pytest.raises(CannotOpenError) as error:
        read_bytes(root, "gone.yaml", LIMITS)
    assert str(error.value) == f"{root}/gone.yaml: No such file or directory"


def test_a_folder_cannot_be_read_as_a_file(workspace):
    root = workspace({"a.yaml/b.yaml": ""})
    with pytest.raises(CannotOpenError, match=r"a\.yaml: not a plain file"):
        read_bytes(root, "a.yaml", LIMITS)


def test_a_folder_that_cannot_be_listed_ends_the_run(workspace, monkeypatch):
    root = workspace({"secret/a.yaml": ""})
    scandir = os.scandir

    def refuse(path: str) -> object:
        if path.endswith("secret"):
            raise PermissionError(13, "Permission denied", path)
        return scandir(path)

    monkeypatch.setattr(os, "scandir", refuse)
    with pytest.raises(CannotOpenError) as error:
        list_files(root, (), LIMITS)
    assert str(error.value) == f"{root}/secret: Permission denied"


def test_a_file_that_may_not_be_read_ends_the_run(workspace, monkeypatch):
    root = workspace({"a.yaml": ""})

    def refuse(path: str, *_: object) -> int:
        raise PermissionError(13, "Permission denied", path)

    monkeypatch.setattr(os, "open", refuse)
    with pytest.raises(CannotOpenError) as error:
        read_bytes(root, "a.yaml", LIMITS)
    assert str(error.value) == f"{root}/a.yaml: Permission denied"


def test_no_more_of_a_file_is_read_than_shows_that_it_is_too_long(workspace):
    root = workspace({})
    with (root / "sparse.yaml").open("wb") as file:
        file.truncate(10_000_000_000)
    assert len(read_bytes(root, "sparse.yaml", Limits(file_bytes=100))) == 101
