"""What is remembered is what was read; an entry that is anything else is as if it were not there."""

import os
import pickle
import threading
from pathlib import Path

import msgpack
import pytest
from hypothesis import given
from hypothesis import strategies as st

from eaframe.sources.cache import Cache
from eaframe.sources.files import read_file
from eaframe.sources.limits import Limits
from eaframe.sources.reader import read_yaml

CONTENT = "elements:\n  lgsp: {name: Trục tích hợp, tags: [a, ~], empty: }\n".encode()
DIGEST = bytes(range(20))


def entries(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.is_file())


def plain(document: object) -> list[object]:
    """A document in values that can be compared."""
    positions = document.positions
    return [document.data, list(positions.starts), list(positions.ends), list(positions.sizes), positions.keys]


@pytest.fixture
def cache(tmp_path: Path) -> Cache:
    return Cache(tmp_path / "cache", "1.0")


def test_a_document_is_given_back_as_it_was(cache):
    document, _ = read_yaml("f.yaml", CONTENT)
    assert cache.get_document(DIGEST) is None
    cache.put_document(DIGEST, document)
    assert plain(cache.get_document(DIGEST)) == plain(document)


def test_a_value_is_given_back_as_it_was(cache):
    cache.put("runs", "abcd", {"a": [1, "ệ", None, True, {"b": []}]})
    assert cache.get("runs", "abcd") == {"a": [1, "ệ", None, True, {"b": []}]}
    assert cache.get("runs", "abce") is None
    assert cache.get("documents", "abcd") is None


def test_another_version_of_the_tool_reads_none_of_the_entries(cache):
    cache.put("runs", "abcd", 1)
    assert Cache(cache.folder, "1.1").get("runs", "abcd") is None


def test_a_file_is_read_from_the_cache_by_its_bytes_whatever_its_name(cache, monkeypatch):
    first = read_file("a.yaml", CONTENT, Limits(), cache)
    monkeypatch.setattr("eaframe.sources.files.read_yaml", None)
    again = read_file("b.yaml", CONTENT, Limits(), cache)
    assert (again.name, again.content, again.digest, again.findings) == ("b.yaml", CONTENT, first.digest, ())
    assert plain(again.document) == plain(first.document)


@pytest.mark.parametrize("content", [b"a: [", b"a: 1\na: 2\n", b"\xff", "\ufeffa: 1".encode()])
def test_a_file_with_a_defect_is_read_anew(cache, content):
    findings = read_file("f.yaml", content, Limits(), cache).findings
    assert read_file("f.yaml", content, Limits(), cache).findings == findings != ()
    assert entries(cache.folder) == []


@pytest.mark.parametrize(
    "garbage",
    [
        b"",
        b"\x00",
        b"\xc1",
        b"garbage",
        b"\xdf\xff\xff\xff\xff",
        b"\xdd\xff\xff\xff\xff",
        b"\x91" * 100_000,
        msgpack.packb(None),
        msgpack.packb(5),
        msgpack.packb([1, 2, 3, 4, 5]),
        msgpack.packb(["data", b"123", b"", b"", []]),
        msgpack.packb([{"elements": 1}, b"\0" * 4, b"\0" * 4, b"\0" * 4, [None]]),
        msgpack.packb([[], [-1], [-1], [-1], [None]]),
        pickle.dumps(os.getcwd),
        b"SQLite format 3\0",
    ],
    ids=range(15),
)
def test_an_entry_of_somebody_else_is_a_miss_and_is_replaced(cache, garbage):
    fresh = read_file("f.yaml", CONTENT, Limits(), cache)
    (entry,) = entries(cache.folder)
    good = entry.read_bytes()
    entry.write_bytes(garbage)
    assert cache.get_document(fresh.digest) is None
    assert plain(read_file("f.yaml", CONTENT, Limits(), cache).document) == plain(fresh.document)
    assert entry.read_bytes() == good


def test_an_entry_that_was_cut_anywhere_is_a_miss(cache):
    fresh = read_file("f.yaml", CONTENT, Limits(), cache)
    (entry,) = entries(cache.folder)
    good = entry.read_bytes()
    for length in range(len(good)):
        entry.write_bytes(good[:length])
        assert cache.get_document(fresh.digest) is None
    entry.write_bytes(good + b"\0")
    assert cache.get_document(fresh.digest) is None


@given(st.data())
def test_an_entry_in_which_any_bit_was_changed_is_a_miss(tmp_path_factory, data):
    cache = Cache(tmp_path_factory.mktemp("cache"), "1.0")
    cache.put("runs", "abcd", ["some", {"value": 12}])
    (entry,) = entries(cache.folder)
    good = bytearray(entry.read_bytes())
    bit = data.draw(st.integers(0, len(good) * 8 - 1))
    good[bit // 8] ^= 1 << bit % 8
    entry.write_bytes(good)
    assert cache.get("runs", "abcd") is None


def test_an_entry_under_the_name_of_another_is_a_miss(cache):
    cache.put("runs", "abcd", 1)
    cache.put("runs", "abce", 2)
    one, two = entries(cache.folder)
    one.write_bytes(two.read_bytes())
    assert (cache.get("runs", "abcd"), cache.get("runs", "abce")) == (None, 2)


def test_an_entry_that_is_a_folder_or_an_endless_link_is_a_miss(cache):
    cache.put("runs", "abcd", 1)
    (entry,) = entries(cache.folder)
    entry.unlink()
    entry.mkdir()
    assert cache.get("runs", "abcd") is None
    cache.put("runs", "abcd", 1)
    entry.rmdir()
    entry.symlink_to(entry.name)
    assert cache.get("runs", "abcd") is None


def test_a_cache_that_cannot_be_made_is_no_cache(tmp_path):
    (tmp_path / "file").write_bytes(b"")
    cache = Cache(tmp_path / "file" / "cache", "1.0")
    assert plain(read_file("f.yaml", CONTENT, Limits(), cache).document) == plain(read_yaml("f.yaml", CONTENT)[0])
    assert cache.get("runs", "abcd") is None


@pytest.mark.parametrize("function", ["mkdir", "mkstemp", "replace", "fdopen"])
def test_a_cache_that_cannot_be_written_is_no_cache(cache, monkeypatch, function):
    def fail(*_: object, **__: object) -> None:
        raise OSError(30, "Read-only file system")

    module = {"mkdir": "pathlib.Path", "mkstemp": "tempfile"}.get(function, "os")
    monkeypatch.setattr(f"{module}.{function}", fail)
    cache.put("runs", "abcd", 1)
    assert cache.get("runs", "abcd") is None
    monkeypatch.undo()
    assert entries(cache.folder) == []


def test_what_cannot_be_packed_is_not_remembered_and_stops_nothing(cache):
    cache.put("runs", "abcd", "a lone surrogate, as in a file name that is not UTF-8: \udcff")
    cache.put("runs", "abce", 2**70)
    assert (cache.get("runs", "abcd"), cache.get("runs", "abce"), entries(cache.folder)) == (None, None, [])


def test_many_writers_of_one_entry_leave_a_whole_one(cache):
    def write() -> None:
        for number in range(50):
            cache.put("runs", "abcd", [number] * 1_000)
            assert len(set(cache.get("runs", "abcd"))) == 1

    threads = [threading.Thread(target=write) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(entries(cache.folder)) == 1
