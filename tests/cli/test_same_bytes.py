"""The same input gives the same bytes, whatever the machine around it."""

import itertools
import json
import os
import subprocess
import sys
import unicodedata

import pytest

from eaframe.reports import FORMATS

ELEMENTS = """\
elements:
  cong-dich-vu: {type: application-component, name: Cổng dịch vụ, documentation: D., serves: nguoi-da}
  nguoi-dan: {type: busines-actor, name: Người dân, documentation: D.}
  cung-ten: {type: goal, name: Cổng dịch vụ, documentation: e\u0302.}
"""
MORE = """\
elements:
  cung-ten-nua: {type: goal, name: Cổng dịch vụ, documentation: D., influences: [khong-co, cung-ten, cung-te]}
relationships:
  - {from: cung-ten, influences: cung-ten-nua}
  - {from: cung-ten-nua, name: gì đó}
"""
BROKEN = "elements: [\n"
FILES = {"a.yaml": ELEMENTS, "mô hình/b.yaml": MORE, "c.yaml": BROKEN}

ENVIRONMENTS = [
    {"PYTHONHASHSEED": "0", "TZ": "Pacific/Kiritimati", "LC_ALL": "C"},
    {"PYTHONHASHSEED": "1", "TZ": "America/Adak", "LC_ALL": "vi_VN.UTF-8", "PYTHONOPTIMIZE": "2"},
    {"PYTHONHASHSEED": "random", "PYTHONUTF8": "0", "HOME": "/nonexistent"},
    {"PYTHONIOENCODING": "latin-1", "NO_COLOR": "", "COLUMNS": "20", "TERM": "dumb"},
]


def test_a_report_has_the_same_bytes_in_every_environment(spawn, workspace):
    root = workspace(FILES)
    command = ["validate", "--no-cache", "--today", "2026-11-23"]
    expected = spawn(*command, cwd=root)
    assert (expected.code, expected.err) == (1, "")
    assert "mô hình/b.yaml" in expected.out
    for environment in ENVIRONMENTS:
        assert spawn(*command, cwd=root, **environment) == expected, environment


def test_every_form_of_a_report_has_the_same_bytes(spawn, workspace, tmp_path_factory):
    root = workspace(FILES)
    written = []
    for environment in ENVIRONMENTS[::2]:  # -OO takes away the docstrings, which are the summaries of rules
        folder = tmp_path_factory.mktemp("reports")
        reports = [argument for form in FORMATS for argument in ("--report", f"{form}={folder / form}")]
        spawn("validate", "--no-cache", "--today", "2026-11-23", *reports, cwd=root, **environment)
        written.append({form: (folder / form).read_bytes() for form in FORMATS})
    assert written[0] == written[1]


PICTURES = """\
elements:
  unit: {type: business-actor, name: Sở Đo đạc}
  portal:
    type: application-component
    name: Cổng dịch vụ
    owner: unit
    valid: {from: 2020}
    composed-of: web
    accesses: {to: dossier, mode: read}
  web: {type: application-component, name: Trang web, flows-to: store}
  store: {type: application-component, name: Kho, valid: {from: 2021, to: 2024}}
  dossier: {type: data-object, name: Hồ sơ}
views:
  layers: {name: Lớp}
  owners: {name: Theo đơn vị, viewpoint: application-landscape}
  map: {name: Bản đồ, viewpoint: application-map, colour-by: {attribute: owner}}
  matrix: {name: Ma trận, viewpoint: application-data-matrix}
  list: {name: Danh mục, viewpoint: element-catalogue}
  roadmap: {name: Lộ trình, viewpoint: roadmap}
"""


def test_pictures_have_the_same_bytes_in_every_environment_and_whatever_the_order_of_files(
    spawn, workspace, tmp_path_factory
):
    elements, views = PICTURES.split("views:\n")
    orders = [{"a.yaml": elements, "b.yaml": f"views:\n{views}"}, {"b.yaml": elements, "a.yaml": f"views:\n{views}"}]
    formats = [word for one in ("svg", "png", "pdf", "drawio", "json") for word in ("--format", one)]
    written = []
    for files, environment in zip(orders, ENVIRONMENTS[1:3], strict=True):
        folder = tmp_path_factory.mktemp("pictures")
        command = ["view", "--all", *formats, "--no-cache", "--today", "2026-11-23", "-o", folder]
        assert spawn(*command, cwd=workspace(files), **environment).code == 0
        written.append({path.name: path.read_bytes() for path in folder.iterdir()})
    assert len(written[0]) == 6 * 4 + 3  # draw.io draws the layered views and the map
    assert written[0] == written[1]


def test_a_report_in_ascii_file_names_has_the_same_bytes_without_utf_8(spawn, workspace):
    root = workspace({"a.yaml": ELEMENTS, "b.yaml": MORE})
    command = ["validate", "--no-cache", "--today", "2026-11-23"]
    plain = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    assert spawn(*command, cwd=root, **plain) == spawn(*command, cwd=root)


def test_the_order_in_which_a_folder_lists_its_files_does_not_matter(eaframe, workspace, monkeypatch):
    monkeypatch.chdir(workspace(FILES))
    scandir = os.scandir
    written = set()
    for order in itertools.permutations(range(3)):

        class Listing(list[os.DirEntry[str]]):
            def __enter__(self) -> list[os.DirEntry[str]]:
                return self

            def __exit__(self, *_: object) -> None:
                pass

        def shuffled(path: str, order: tuple[int, ...] = order) -> Listing:
            with scandir(path) as entries:
                listed = sorted(entries, key=lambda entry: entry.name)
            return Listing(sorted(listed, key=lambda entry: order[listed.index(entry) % 3]))

        monkeypatch.setattr(os, "scandir", shuffled)
        run = eaframe("validate", "--no-cache", "--format", "json")
        monkeypatch.setattr(os, "scandir", scandir)
        written.add((run.code, run.out, run.err))
    assert len(written) == 1


def test_vietnamese_in_parts_or_composed_gives_the_same_findings(eaframe, workspace, monkeypatch):
    settings = "name: T\nnamespace: t\nseverity: {SRC013: off}\n"
    monkeypatch.chdir(workspace({"eaframe.yaml": settings, "a.yaml": MORE}))
    composed = json.loads(eaframe("validate", "--format", "json").out)["findings"]
    workspace({"eaframe.yaml": settings, "a.yaml": unicodedata.normalize("NFD", MORE)})
    decomposed = json.loads(eaframe("validate", "--format", "json").out)["findings"]
    assert [(one["code"], one["subject"], one["message"]) for one in decomposed] == [
        (one["code"], one["subject"], one["message"]) for one in composed
    ]
    assert len(composed) >= 3


def test_many_runs_at_once_with_one_cache_give_the_same_bytes(workspace, tmp_path_factory):
    root = workspace(FILES)
    environment = {**os.environ, "EAFRAME_CACHE_DIR": str(tmp_path_factory.mktemp("shared"))}
    command = [sys.executable, "-m", "eaframe", "validate", "--today", "2026-11-23"]
    runs = [
        subprocess.Popen(command, cwd=root, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        for _ in range(8)
    ]
    results = [(*run.communicate(), run.returncode) for run in runs]
    assert len(set(results)) == 1
    assert results[0][1:] == (b"", 1)


def test_colours_appear_on_a_terminal_only(spawn, workspace):
    root = workspace(FILES)
    assert "\x1b" not in spawn("validate", cwd=root, NO_COLOR="", FORCE_COLOR="1").out


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such terminals")
@pytest.mark.parametrize(
    ("arguments", "no_colour", "coloured"), [([], "", True), ([], "1", False), (["--no-color"], "", False)]
)
def test_colours_on_a_terminal_can_be_switched_off(workspace, arguments, no_colour, coloured):
    pty = pytest.importorskip("pty")
    root = workspace(FILES)
    ours, theirs = pty.openpty()
    environment = {**os.environ, "NO_COLOR": no_colour}
    command = [sys.executable, "-m", "eaframe", "validate", *arguments, "--format", "concise"]
    with subprocess.Popen(command, cwd=root, env=environment, stdout=theirs, stderr=theirs) as run:
        os.close(theirs)
        written = b""
        while True:
            try:
                piece = os.read(ours, 65_536)
            except OSError:  # Linux tells so that the other end is closed
                break
            if not piece:
                break
            written += piece
    os.close(ours)
    assert run.returncode == 1
    assert (b"\x1b[31;1merror\x1b[0m" in written) is coloured
