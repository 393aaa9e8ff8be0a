"""``make bench``: time and memory of whole commands on synthetic models, next to the budgets. Never asserts.

CPU seconds (user and system, children included) and peak memory as the operating system counts them, median of runs.
"""

from __future__ import annotations

import argparse
import os
import platform
import statistics
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
from generate import generate, generate_landscape

SIZES = (100, 1_000, 10_000, 100_000)


@dataclass(frozen=True, slots=True)
class Measured:
    """One run of one command: CPU and wall seconds, peak memory in megabytes, exit code."""

    cpu: float
    wall: float
    memory: float
    code: int


# Operation -> arguments of eaframe, whether the cache is kept from run to run, budget in CPU seconds per size.
OPERATIONS: tuple[tuple[str, tuple[str, ...], bool, tuple[float | None, ...]], ...] = (
    ("--help", ("--help",), False, (0.10, None, None, None)),
    ("--version", ("--version",), False, (0.10, None, None, None)),
    ("validate, cold", ("validate", "MODEL", "--format", "concise"), False, (0.25, 0.35, 1.5, 13)),
    ("validate, cold, 60 own rules", ("validate", "RULED", "--format", "concise"), False, (None, 0.35, 1.5, 13)),
    ("validate, nothing changed", ("validate", "MODEL", "--format", "concise"), True, (0.15, 0.2, 0.4, 2.5)),
    ("one view of 50 nodes", ("view", "fifty", "-w", "MODEL", "-o", "OUT.svg"), True, (0.4, 0.45, 0.7, 3)),
)
# A landscape of 200 systems and 400 flows, which has a size of its own: operation -> arguments, budget.
LANDSCAPES: tuple[tuple[str, tuple[str, ...], float], ...] = (
    ("landscape of 200 systems, 400 flows", ("view", "plain", "-w", "LANDSCAPE", "-o", "OUT.svg"), 3),
    ("the same by owner", ("view", "owners", "-w", "LANDSCAPE", "-o", "OUT.svg"), 3),
)
# How fast the machine is today: no command can be faster than what it stands on.
YARDSTICK = ("-c", "import typer, yaml; from pydantic import BaseModel")
MEMORY_BUDGET = (60, 75, 200, 1300)  # megabytes, validate cold


def measure(
    arguments: tuple[str, ...], environment: dict[str, str], program: tuple[str, ...] = ("-m", "eaframe")
) -> Measured:
    """Run ``python -m eaframe`` (or another program) once; output is thrown away."""
    started = time.perf_counter()
    child = os.fork()
    if child == 0:
        null = os.open(os.devnull, os.O_RDWR)
        for stream in (0, 1, 2):
            os.dup2(null, stream)
        os.execve(sys.executable, [sys.executable, *program, *arguments], environment)  # noqa: S606
    _, status, usage = os.wait4(child, 0)
    wall = time.perf_counter() - started
    return Measured(usage.ru_utime + usage.ru_stime, wall, usage.ru_maxrss / 1024, os.waitstatus_to_exitcode(status))


def median(runs: list[Measured]) -> Measured:
    """The median of each figure by itself."""
    return Measured(
        statistics.median(run.cpu for run in runs),
        statistics.median(run.wall for run in runs),
        statistics.median(run.memory for run in runs),
        max(run.code for run in runs),
    )


def bench(sizes: tuple[int, ...], runs: int) -> list[str]:
    """The rows of the table, as Markdown."""
    rows = [
        "| operation | elements | CPU s | budget | wall s | peak MB |",
        "|---|---:|---:|---:|---:|---:|",
    ]
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        for size in sizes:
            generate(root / f"model-{size}", size)
            generate(root / f"ruled-{size}", size, with_rules=True)
        yardstick = median([measure((), dict(os.environ), YARDSTICK) for _ in range(runs)])
        rows.append(f"| import of typer, pydantic and yaml alone | | {yardstick.cpu:.2f} | | {yardstick.wall:.2f} | |")
        for name, arguments, warm, budgets in OPERATIONS:
            for size, budget in zip(SIZES, budgets, strict=True):
                if budget is None or size not in sizes:
                    continue
                words = [
                    part.replace("MODEL", str(root / f"model-{size}"))
                    .replace("RULED", str(root / f"ruled-{size}"))
                    .replace("OUT", str(root / "out"))
                    for part in arguments
                ]
                found = _measured(tuple(words), root, runs if size < SIZES[-1] else min(runs, 3), warm=warm)
                memory = f"{found.memory:.0f}"
                if name.startswith("validate, cold"):
                    memory += f" (budget {MEMORY_BUDGET[SIZES.index(size)]})"
                failed = "" if found.code == 0 else f" exit {found.code}!"
                size_text = f"{size:,}" if {"MODEL", "RULED"} & set(arguments) else ""
                rows.append(
                    f"| {name}{failed} | {size_text} | {found.cpu:.2f} | {budget} | {found.wall:.2f} | {memory} |"
                )
        generate_landscape(root / "landscape")
        for name, arguments, budget in LANDSCAPES:
            words = [
                part.replace("LANDSCAPE", str(root / "landscape")).replace("OUT", str(root / "out"))
                for part in arguments
            ]
            found = _measured(tuple(words), root, runs, warm=True)
            failed = "" if found.code == 0 else f" exit {found.code}!"
            rows.append(
                f"| {name}{failed} | 220 | {found.cpu:.2f} | {budget} | {found.wall:.2f} | {found.memory:.0f} |"
            )
    return rows


def _measured(arguments: tuple[str, ...], root: Path, runs: int, *, warm: bool) -> Measured:
    found = []
    warm_cache = root / "warm-cache"
    if warm:
        measure(arguments, {**os.environ, "EAFRAME_CACHE_DIR": str(warm_cache)})
    for run in range(runs):
        cache = warm_cache if warm else root / f"cold-cache-{os.urandom(4).hex()}-{run}"
        found.append(measure(arguments, {**os.environ, "EAFRAME_CACHE_DIR": str(cache)}))
    return median(found)


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", default=",".join(map(str, SIZES)), help="numbers of elements, with commas")
    parser.add_argument("--runs", type=int, default=5, help="runs of each (at 100,000 elements at most 3)")
    options = parser.parse_args()
    sizes = tuple(int(size) for size in options.sizes.split(","))
    sys.stdout.write(f"{platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}\n\n")
    sys.stdout.write("\n".join(bench(sizes, options.runs)) + "\n")


if __name__ == "__main__":
    main()
