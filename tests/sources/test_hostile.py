"""Files made to exhaust the machine that reads them end at once, in little memory, with a finding."""

import itertools
import subprocess
import sys

import pytest

MEGABYTES = 50
SECONDS = 1
N = 100_000

# Reads one file under limits of its own, so that a failure here cannot take the tests down with it.
CHILD = f"""
import resource, sys
from eaframe.sources.reader import read_yaml

content = open(sys.argv[1], "rb").read()
used = int(open("/proc/self/statm").read().split()[0]) * resource.getpagesize()
resource.setrlimit(resource.RLIMIT_AS, (used + {MEGABYTES} * 2**20,) * 2)
spent = sum(resource.getrusage(resource.RUSAGE_SELF)[:2])
resource.setrlimit(resource.RLIMIT_CPU, (int(spent) + {SECONDS} + 1,) * 2)
_, findings = read_yaml("f.yaml", content)
seconds = sum(resource.getrusage(resource.RUSAGE_SELF)[:2]) - spent
print(" ".join(sorted({{finding.code for finding in findings}})), seconds < {SECONDS})
"""


def bomb(first: str, line: str) -> str:
    """Nine lines, each with nine aliases of the one before: 387 million values, were they followed."""
    names = "abcdefghi"
    return first + "".join(line.format(new=new, old=old) for old, new in itertools.pairwise(names))


PAYLOADS = {
    "sequences opened": ("[" * N, "SRC009"),
    "sequences nested": ("[" * N + "]" * N, "SRC009"),
    "mappings opened": ("{a: " * N, "SRC009"),
    "mappings as keys": ("{" * N, "SRC008 SRC009"),
    "sequences as keys": ("{[" * N, "SRC008 SRC009"),
    "a sequence as an explicit key": ("? " + "[" * N, "SRC008 SRC009"),
    "a key that closes": ("? " + "[" * N + "]" * N + "\n: 1\n", "SRC008 SRC009"),
    "explicit keys in sequences": ("[? " * N, "SRC008 SRC009"),
    "block sequences nested": ("- " * N, "SRC009"),
    "block mappings as keys": ("? " * N, "SRC008 SRC009"),
    "block mappings nested": ("".join(" " * i + "a:\n" for i in range(1_000)), "SRC009"),
    "block mappings nested in a key": ("?\n" + "".join(" " * (i + 1) + "a:\n" for i in range(1_000)), "SRC008 SRC009"),
    "billion laughs of sequences": (
        bomb("a: &a [x]\n", "{new}: &{new} [*{old},*{old},*{old},*{old},*{old},*{old},*{old},*{old},*{old}]\n"),
        "SRC004",
    ),
    "billion laughs of mappings": (
        bomb("a: &a {x: y}\n", "{new}: &{new} {{a: *{old}, b: *{old}, c: *{old}, d: *{old}, e: *{old}, f: *{old}}}\n"),
        "SRC004",
    ),
    "billion laughs of merge keys": (
        bomb("a: &a {x: y}\n", "{new}: &{new}\n  <<: [*{old}, *{old}, *{old}, *{old}]\n"),
        "SRC004 SRC005",
    ),
    "a sequence that holds itself": ("a: &a [*a]\n", "SRC004"),
    "a mapping that holds itself": ("&a {b: *a, *a : c}\n", "SRC004"),
    "a key that holds itself": ("? &a [*a]\n: *a\n", "SRC004 SRC008"),
    "aliases of one anchor": ("a: &a [x]\nb: [" + "*a, " * N + "x]\n", "SRC004 SRC009"),
    "anchors": ("- &a x\n" * N, "SRC004 SRC009"),
    "tags": ("- !a x\n" * N, "SRC006 SRC009"),
    "tag directives": ("".join(f"%TAG !a{i}! b\n" for i in range(N)) + "--- x\n", "SRC006"),
    "duplicates of the last of many keys": (
        "".join(f"k{i}:\n" for i in range(N // 2)) + f"k{N // 2 - 1}:\n" * (N // 2),
        "SRC003 SRC009",
    ),
    "empty documents": ("---\n" * N, "SRC007"),
    "a quote that is never closed": ("a: '" + "x\n" * N, "SRC001"),
    "a very long key": ("a" * 900_000 + ": x\n", "SRC001"),
    "a very long text": ("a: " + "x" * 1_000_001 + "\n", "SRC009"),
    "hidden characters": ("\u202ex" * N, "SRC009 SRC011"),
    "a file of zeros": ("\0" * 1_000_000, "SRC002"),
    "a very long tag": ("a: !" + "%41" * 300_000 + " x\n", "SRC006"),
    "commas": ("[" + "," * N, "SRC001"),
    "colons": ("a: " * N, "SRC001"),
}


@pytest.mark.skipif(sys.platform != "linux", reason="limits are set by Linux")
@pytest.mark.parametrize("name", PAYLOADS)
def test_a_hostile_file_ends_at_once_in_little_memory_with_a_finding(tmp_path, name):
    text, codes = PAYLOADS[name]
    (tmp_path / "f.yaml").write_text(text, encoding="utf-8", newline="")
    command = [sys.executable, "-X", "utf8", "-c", CHILD, str(tmp_path / "f.yaml")]
    run = subprocess.run(command, capture_output=True, text=True, check=False, timeout=30)
    # From 0.2.6 on libyaml itself stops at a depth, before it gives anything out that could be told besides.
    assert run.stdout in {f"{codes} True\n", "SRC009 True\n"}
    assert (run.stderr, run.returncode) == ("", 0)
    assert "SRC009" in codes or run.stdout == f"{codes} True\n"
