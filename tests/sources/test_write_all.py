"""Several files are written all or not at all, and never over what someone else has written."""

import os
import signal
import tempfile
import threading
from pathlib import Path

import pytest

from eaframe.sources import write_all as module
from eaframe.sources.write_all import CannotWriteError, write_all

OLD = {"a.yaml": b"a", "sub/b.yaml": b"b"}
NEW = {"a.yaml": b"A", "sub/b.yaml": b"B", "new/deep/c.yaml": b"C"}


def content(root: Path) -> dict[str, bytes]:
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in root.rglob("*") if path.is_file()}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    folder = tmp_path / "workspace"
    for name, text in OLD.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(text)
    return folder


def test_all_files_are_written_new_ones_with_their_folders(root):
    write_all(root, NEW, OLD)
    assert content(root) == NEW


@pytest.mark.parametrize("nth", [1, 2, 3])
@pytest.mark.parametrize("function", ["fsync", "replace"])
def test_where_one_cannot_be_written_none_is(root, monkeypatch, function, nth):
    real, calls = getattr(os, function), []

    def fail(*arguments: object, **options: object) -> object:
        calls.append(arguments)
        if len(calls) == nth:
            raise OSError(28, "No space left on device", "a.yaml")
        return real(*arguments, **options)

    monkeypatch.setattr(os, function, fail)
    with pytest.raises(CannotWriteError, match=r"a\.yaml: No space left on device; nothing was written"):
        write_all(root, NEW, OLD)
    assert content(root) == OLD
    assert not (root / "new").exists()


@pytest.mark.parametrize("nth", [1, 2, 3, 4, 5])
def test_where_no_file_can_be_made_beside_one_none_is_written(root, monkeypatch, nth):
    real, calls = tempfile.mkstemp, []

    def fail(**options: object) -> object:
        calls.append(options)
        if len(calls) == nth:
            raise PermissionError(13, "Permission denied", "sub")
        return real(**options)

    monkeypatch.setattr(tempfile, "mkstemp", fail)
    with pytest.raises(CannotWriteError, match="sub: Permission denied; nothing was written"):
        write_all(root, NEW, OLD)
    assert content(root) == OLD
    assert not (root / "new").exists()


def test_where_there_are_no_hard_links_copies_serve(root, monkeypatch):
    def fail(*_: object, **__: object) -> None:
        raise OSError(1, "Operation not permitted")

    monkeypatch.setattr(os, "link", fail)
    write_all(root, NEW, OLD)
    assert content(root) == NEW


def test_what_cannot_be_put_back_is_named_and_its_old_content_kept(root, monkeypatch):
    real, calls = os.replace, []

    def fail(source: str, target: str, **options: object) -> None:
        calls.append(source)
        if len(calls) > 1:
            raise OSError(5, "Input/output error")
        real(source, target, **options)

    monkeypatch.setattr(os, "replace", fail)
    with pytest.raises(CannotWriteError, match=r"a\.yaml is new, its old content lies in .*/\.a\.yaml\."):
        write_all(root, NEW, OLD)
    assert sorted(content(root).values()) == [b"A", b"a", b"b"]


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="nothing is read-only to the superuser")
def test_a_folder_that_is_read_only_leaves_everything_as_it_was(root):
    (root / "sub").chmod(0o500)
    try:
        with pytest.raises(CannotWriteError, match="nothing was written"):
            write_all(root, NEW, OLD)
    finally:
        (root / "sub").chmod(0o700)
    assert content(root) == OLD


def test_a_file_that_changed_since_it_was_read_is_not_overwritten(root):
    (root / "sub" / "b.yaml").write_bytes(b"by someone else")
    with pytest.raises(CannotWriteError, match=r"b\.yaml: was changed meanwhile; nothing was written"):
        write_all(root, NEW, OLD)
    assert content(root) == {**OLD, "sub/b.yaml": b"by someone else"}


def test_a_file_that_changes_while_others_are_written_takes_all_back(root, monkeypatch):
    real = module._prepare

    def meanwhile(path: Path, *arguments: object, **options: object) -> None:
        real(path, *arguments, **options)
        (root / "sub" / "b.yaml").write_bytes(b"by someone else")

    monkeypatch.setattr(module, "_prepare", meanwhile)
    with pytest.raises(CannotWriteError, match="was changed meanwhile"):
        write_all(root, NEW, OLD)
    assert content(root) == {**OLD, "sub/b.yaml": b"by someone else"}


def test_a_file_that_is_gone_is_not_made_again(root):
    (root / "a.yaml").unlink()
    with pytest.raises(CannotWriteError, match=r"a\.yaml: is gone"):
        write_all(root, NEW, OLD)


def test_a_new_file_takes_no_name_that_is_taken(root):
    with pytest.raises(CannotWriteError, match=r"a\.yaml: exists already"):
        write_all(root, {"a.yaml": b"A"}, {})


def test_links_are_not_followed_neither_files_nor_folders(root, tmp_path):
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "b.yaml").write_bytes(b"b")
    (root / "link.yaml").symlink_to(outside / "b.yaml")
    (root / "folder").symlink_to(outside)
    for name, why in {"link.yaml": "symbolic link", "folder/b.yaml": "outside", "../outside/b.yaml": "outside"}.items():
        with pytest.raises(CannotWriteError, match=why):
            write_all(root, {name: b"B"}, {name: b"b"})
    assert content(outside) == {"b.yaml": b"b"}


def test_a_folder_or_a_pipe_is_no_file_to_replace(root):
    os.mkfifo(root / "pipe.yaml")
    for name in ("pipe.yaml", "sub"):
        with pytest.raises(CannotWriteError, match="not a plain file"):
            write_all(root, {name: b"B"}, {name: b"b"})


def test_a_signal_that_ends_the_run_waits_until_all_files_are_in_place(root, monkeypatch):
    # Libraries have threads, and the system hands a signal to any of them.
    done = threading.Event()
    others = [threading.Thread(target=done.wait, daemon=True) for _ in range(4)]
    for one in others:
        one.start()
    seen = []
    real = os.replace

    def interrupted(source: str, target: str, **options: object) -> None:
        if not seen:
            os.kill(os.getpid(), signal.SIGINT)
        real(source, target, **options)
        seen.append(target)

    monkeypatch.setattr(os, "replace", interrupted)
    with pytest.raises(KeyboardInterrupt):
        write_all(root, NEW, OLD)
    done.set()
    assert {name: text for name, text in content(root).items() if name in NEW} == NEW
    assert len(seen) == len(NEW)


def test_the_permissions_of_a_file_stay(root):
    (root / "a.yaml").chmod(0o640)
    write_all(root, {"a.yaml": b"A"}, OLD)
    assert (root / "a.yaml").stat().st_mode & 0o777 == 0o640
