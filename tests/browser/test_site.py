"""The pages in a real browser: what a reader's machine does with a model that a stranger wrote."""

from __future__ import annotations

import http.server
import shutil
import subprocess
import threading
from pathlib import Path

import pytest

from eaframe.cli.main import main

pytestmark = pytest.mark.browser

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
# Whatever runs sets the title; whatever loads asks the server of this test.
PAYLOADS = (
    "<script>document.title='RAN'</script>",
    "<img src='http://127.0.0.1:{port}/leak' onerror=\"document.title='RAN'\">",
    "![x](http://127.0.0.1:{port}/leak) [y](javascript:document.title='RAN')",
    "</title><svg onload=\"document.title='RAN'\"><style>@import 'http://127.0.0.1:{port}/leak';</style>",
    '"><iframe srcdoc="<script>parent.document.title=\'RAN\'</script>">',
    "]]><body onpageshow=\"document.title='RAN'\">",
)


@pytest.fixture
def requests() -> tuple[list[str], int]:
    """The paths that a local server was asked for, and its port."""
    asked: list[str] = []

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path)
            self.send_response(204)
            self.end_headers()

        def log_message(self, *_: object) -> None:
            pass

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield asked, server.server_address[1]
    server.shutdown()
    server.server_close()


def chromium(profile: Path, page: Path, *options: str) -> str:
    """What headless Chromium prints for a page opened from disk."""
    assert CHROMIUM, "make browser needs Chromium"
    done = subprocess.run(
        [
            CHROMIUM,
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--virtual-time-budget=2000",
            f"--user-data-dir={profile}",
            *options,
            page.as_uri(),
        ],
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    return done.stdout


def build(folder: Path, site: Path) -> None:
    with pytest.raises(SystemExit) as stop:
        main(["build", str(folder), "-o", str(site), "--no-cache", "-q"])
    assert stop.value.code == 0


def test_a_hostile_model_runs_nothing_and_asks_for_nothing(workspace, tmp_path, requests) -> None:
    asked, port = requests
    elements = []
    for number, payload in enumerate(PAYLOADS):
        text = payload.format(port=port).replace("'", "''")
        elements.append(
            f"  e-{number}:\n    type: goal\n    name: '{text}'\n    documentation: '{text}'\n"
            f"    tags: ['{text}']\n    associated-with: f\n"
        )
    model = "elements:\n" + "".join(elements) + "  f: {type: goal, name: F, documentation: F.}\n"
    model += "views:\n  all: {name: '<b>All</b>', include: [{layer: motivation}]}\n"
    folder = workspace({"model.yaml": model})
    site = tmp_path / "site"
    build(folder, site)
    pages = sorted(site.glob("*.html"))
    for page in pages:
        dom = chromium(tmp_path / "profile", page, "--dump-dom")
        assert "</html>" in dom
        assert "<title>RAN</title>" not in dom
    assert any("document.title=" in page.read_text(encoding="utf-8") for page in pages)  # said, but never run
    assert asked == []


@pytest.mark.parametrize("width", [390, 1400], ids=["phone", "desk"])
def test_the_pages_of_an_example_can_be_seen_in_light_and_dark(tmp_path, width: int) -> None:
    site = tmp_path / "site"
    build(Path(__file__).parents[2] / "examples" / "five-elements", site)
    pictures = []
    for name, scheme in (("light", "1"), ("dark", "0")):
        target = tmp_path / f"{name}.png"
        # Chromium's preferred colour scheme: 0 is dark, 1 is light.
        settings = f"--blink-settings=preferredColorScheme={scheme}"
        size = f"--window-size={width},1200"
        chromium(tmp_path / name, site / "index.html", f"--screenshot={target}", size, settings)
        pictures.append(target.read_bytes())
    assert all(picture.startswith(b"\x89PNG") for picture in pictures)
    assert pictures[0] != pictures[1]
