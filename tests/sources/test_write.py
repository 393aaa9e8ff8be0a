"""A file is written whole or not at all."""

import os
import signal
import stat
import subprocess
import sys
import time
from pathlib import Path

import pytest

from eaframe.sources.write import _is_stream, write_atomically


def left(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_a_new_file_is_written_with_the_folders_above_it(tmp_path):
    write_atomically(tmp_path / "a" / "b" / "c.txt", b"new")
    assert left(tmp_path / "a" / "b") == {"c.txt": b"new"}


def test_an_old_file_is_replaced(tmp_path):
    (tmp_path / "f").write_bytes(b"a longer old text")
    write_atomically(tmp_path / "f", b"new")
    assert left(tmp_path) == {"f": b"new"}


def test_a_name_in_the_current_folder_is_enough(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    write_atomically(Path("f"), b"new")
    assert left(tmp_path) == {"f": b"new"}


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such modes")
def test_the_mode_of_an_old_file_is_kept_and_a_new_one_has_the_users_default(tmp_path):
    (tmp_path / "old").write_bytes(b"old")
    (tmp_path / "old").chmod(0o640)
    write_atomically(tmp_path / "old", b"new")
    before = os.umask(0o027)
    try:
        write_atomically(tmp_path / "new", b"new")
        assert os.umask(0o027) == 0o027
    finally:
        os.umask(before)
    assert (mode(tmp_path / "old"), mode(tmp_path / "new")) == (0o640, 0o640)


@pytest.mark.parametrize("function", ["fsync", "replace", "fdopen"])
def test_where_writing_fails_the_old_file_is_kept_and_nothing_is_left_behind(tmp_path, monkeypatch, function):
    def fail(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    (tmp_path / "f").write_bytes(b"old")
    monkeypatch.setattr(Path if function == "replace" else os, function, fail)
    with pytest.raises(OSError, match="No space left on device"):
        write_atomically(tmp_path / "f", b"new")
    assert left(tmp_path) == {"f": b"old"}


def test_an_interrupted_writing_leaves_nothing_behind(tmp_path, monkeypatch):
    def interrupt(_: int) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", interrupt)
    with pytest.raises(KeyboardInterrupt):
        write_atomically(tmp_path / "f", b"new")
    assert left(tmp_path) == {}


def test_a_folder_is_not_replaced_by_a_file(tmp_path):
    (tmp_path / "f").mkdir()
    with pytest.raises(IsADirectoryError):
        write_atomically(tmp_path / "f", b"new")
    assert list((tmp_path).iterdir()) == [tmp_path / "f"]


def test_a_file_cannot_be_written_below_a_file(tmp_path):
    (tmp_path / "f").write_bytes(b"old")
    with pytest.raises((NotADirectoryError, FileExistsError)):
        write_atomically(tmp_path / "f" / "g", b"new")
    assert left(tmp_path) == {"f": b"old"}


def test_a_link_is_replaced_and_what_it_leads_to_is_kept(tmp_path):
    (tmp_path / "secret").write_bytes(b"old")
    (tmp_path / "link").symlink_to("secret")
    write_atomically(tmp_path / "link", b"new")
    assert left(tmp_path) == {"secret": b"old", "link": b"new"}
    assert not (tmp_path / "link").is_symlink()


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="the system has no named pipes")
def test_what_is_no_plain_file_is_written_to_and_not_replaced(tmp_path):
    os.mkfifo(tmp_path / "pipe")
    reader = os.open(tmp_path / "pipe", os.O_RDONLY | os.O_NONBLOCK)
    write_atomically(tmp_path / "pipe", b"new")
    assert (os.read(reader, 10), stat.S_ISFIFO((tmp_path / "pipe").stat().st_mode)) == (b"new", True)
    os.close(reader)
    assert [path.name for path in tmp_path.iterdir()] == ["pipe"]


@pytest.mark.skipif(not Path("/dev/full").is_char_device(), reason="the system has no such device")
def test_a_full_device_is_an_error(tmp_path):
    (tmp_path / "full").symlink_to("/dev/full")  # a link, so that no fault of the program can reach the device itself
    with pytest.raises(OSError, match="No space left on device"):
        write_atomically(tmp_path / "full", b"new")
    assert (tmp_path / "full").is_symlink()


@pytest.mark.parametrize("name", ["/dev/stdout", "/dev/stderr", "/dev/null"])
def test_standard_streams_are_written_to_even_where_they_lead_to_a_file(name):
    if not Path(name).exists():
        pytest.skip("the system has no such device")
    assert _is_stream(Path(name))


def test_what_is_written_to_standard_output_and_printed_stands_there_both(tmp_path):
    if not _is_stream(Path("/dev/stdout")):
        pytest.skip("the system has no such device")
    code = """
from pathlib import Path
from eaframe.sources.write import _is_stream, write_atomically

assert _is_stream(Path("/dev/stdout"))  # before anything is written: the device itself must never be replaced
print("one", flush=True)
write_atomically(Path("/dev/stdout"), b"two\\n")
print("three")
"""
    with (tmp_path / "f").open("wb") as file:
        subprocess.run([sys.executable, "-c", code], stdout=file, check=True)
    assert left(tmp_path) == {"f": b"one\ntwo\nthree\n"}


WRITER = """
import sys
from pathlib import Path
from eaframe.sources.write import write_atomically

contents = [letter * 300_000 for letter in (b"a", b"b")]
print("ready", flush=True)
while True:
    for content in contents:
        write_atomically(Path(sys.argv[1]), content)
"""


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="the system has no such signal")
def test_a_killed_writer_leaves_the_old_file_or_the_new_one(tmp_path):
    target = tmp_path / "f"
    target.write_bytes(b"a" * 300_000)
    for turn in range(5):
        with subprocess.Popen([sys.executable, "-c", WRITER, str(target)], stdout=subprocess.PIPE) as writer:
            assert writer.stdout is not None
            writer.stdout.readline()
            time.sleep(0.005 + 0.003 * turn)
            writer.kill()
        content = target.read_bytes()
        assert content in {b"a" * 300_000, b"b" * 300_000}
