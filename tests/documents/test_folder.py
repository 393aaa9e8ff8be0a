import json
import os
import threading
from pathlib import Path

import pytest

from eaframe.documents.folder import MANIFEST, ForeignFolderError, replace_folder


def content(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.name != MANIFEST}


def test_a_folder_is_made_with_its_parents(tmp_path) -> None:
    replace_folder(tmp_path / "a" / "site", {"index.html": b"1"})
    assert content(tmp_path / "a" / "site") == {"index.html": b"1"}
    assert [path.name for path in (tmp_path / "a").iterdir()] == ["site"]
    assert json.loads((tmp_path / "a" / "site" / MANIFEST).read_text()) == {
        "made-by": "eaframe build",
        "files": ["index.html"],
    }


def test_what_an_earlier_run_made_is_replaced_whole(tmp_path) -> None:
    replace_folder(tmp_path / "site", {"index.html": b"1", "old.html": b"1"})
    (tmp_path / "site" / ".DS_Store").touch()
    replace_folder(tmp_path / "site", {"index.html": b"2"})
    assert content(tmp_path / "site") == {"index.html": b"2"}
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_an_empty_folder_is_used(tmp_path) -> None:
    (tmp_path / "site").mkdir()
    replace_folder(tmp_path / "site", {"index.html": b"1"})
    assert content(tmp_path / "site") == {"index.html": b"1"}


def test_a_folder_that_somebody_else_made_is_left_alone(tmp_path) -> None:
    (tmp_path / "thesis.txt").write_text("years of work")
    with pytest.raises(ForeignFolderError, match="was not made by `eaframe build`, so it is left alone"):
        replace_folder(tmp_path, {"index.html": b"1"})
    assert content(tmp_path) == {"thesis.txt": b"years of work"}


@pytest.mark.parametrize("manifest", ["", "[]", '{"made-by": "eaframe build"}', '{"files": []}', "{"])
def test_a_broken_manifest_vouches_for_nothing(tmp_path, manifest: str) -> None:
    (tmp_path / MANIFEST).write_text(manifest)
    with pytest.raises(ForeignFolderError):
        replace_folder(tmp_path, {"index.html": b"1"})


def test_a_file_that_was_added_to_the_output_is_not_lost(tmp_path) -> None:
    replace_folder(tmp_path / "site", {"index.html": b"1"})
    (tmp_path / "site" / "sub").mkdir()
    (tmp_path / "site" / "sub" / "notes.txt").write_text("mine")
    with pytest.raises(ForeignFolderError, match="holds sub, which `eaframe build` did not make"):
        replace_folder(tmp_path / "site", {"index.html": b"2"})
    assert (tmp_path / "site" / "index.html").read_bytes() == b"1"


@pytest.mark.parametrize("kind", ["file", "link"])
def test_what_is_no_folder_is_left_alone(tmp_path, kind: str) -> None:
    target = tmp_path / "site"
    if kind == "file":
        target.write_text("x")
    else:
        target.symlink_to(tmp_path / "elsewhere")
    with pytest.raises(ForeignFolderError):
        replace_folder(target, {"index.html": b"1"})
    assert target.is_symlink() == (kind == "link")


def test_where_writing_fails_the_old_folder_stays_and_nothing_else(tmp_path) -> None:
    replace_folder(tmp_path / "site", {"index.html": b"1"})
    with pytest.raises(OSError, match="no-such-folder"):
        replace_folder(tmp_path / "site", {"index.html": b"2", "no-such-folder/x": b""})
    assert content(tmp_path / "site") == {"index.html": b"1"}
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_where_changing_places_fails_the_old_folder_comes_back(tmp_path, monkeypatch) -> None:
    replace_folder(tmp_path / "site", {"index.html": b"1"})
    rename = Path.rename

    def fail(self: Path, target: Path) -> Path:
        if self.name == "new":
            raise PermissionError(13, "Permission denied", str(self))
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", fail)
    with pytest.raises(PermissionError):
        replace_folder(tmp_path / "site", {"index.html": b"2"})
    assert content(tmp_path / "site") == {"index.html": b"1"}


def test_runs_at_the_same_time_leave_one_whole_folder(tmp_path) -> None:
    failures: list[BaseException] = []

    def run(number: int) -> None:
        try:
            for _ in range(5):
                replace_folder(tmp_path / "site", dict.fromkeys(("a", "b", "c"), b"%d" % number))
        except BaseException as error:  # noqa: BLE001
            failures.append(error)

    threads = [threading.Thread(target=run, args=(number,)) for number in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []
    assert len(set(content(tmp_path / "site").values())) == 1
    assert os.listdir(tmp_path) == ["site"]
