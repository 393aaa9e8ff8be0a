import base64
import hashlib
import itertools
import os
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

import eaframe
from eaframe.cli.build import edition_of
from eaframe.documents.pictures import draw_views
from eaframe.documents.site import render_site
from eaframe.documents.template import html_environment
from eaframe.resources import resource
from eaframe.views.layout import LARGEST

STAND_IN = {"all": '<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg"><style>.a{fill:red}</style></svg>'}


def pages(files: Mapping[str, bytes]) -> Iterator[tuple[str, str]]:
    return ((name, content.decode("utf-8")) for name, content in files.items() if name.endswith(".html"))


@pytest.fixture(scope="module")
def hanoi() -> Mapping[str, bytes]:
    root = resource("models") / "hanoi"
    if not root.is_dir():
        pytest.skip("the model of Hanoi is not there")
    edition = edition_of(eaframe.load(root, today=20261123), "")
    return render_site(edition, draw_views(edition))


@pytest.fixture
def five(edition) -> Mapping[str, bytes]:
    return render_site(edition(), STAND_IN)


def test_a_site_has_a_page_for_each_thing_to_look_for(five) -> None:
    assert list(five) == [
        "elements.html",
        "findings.html",
        "index.html",
        "layer-application.html",
        "layer-business.html",
        "layer-motivation.html",
        "references.html",
        "unknowns.html",
        "view-all.html",
        "view-all.svg",
    ]


@pytest.mark.parametrize("site", ["five", "hanoi"])
def test_every_link_of_a_site_leads_somewhere(site: str, request, page) -> None:
    files = request.getfixturevalue(site)
    read = {name: page(content) for name, content in pages(files)}
    for name, one in read.items():
        assert one.problems() == []
        assert len(one.ids) == len(set(one.ids)), name
        for link in one.links:
            target, _, anchor = link.partition("#")
            if "://" not in target and not target.startswith("mailto:"):
                assert target in files or not target, (name, link)
                assert not anchor or anchor in read[target or name].ids, (name, link)


@pytest.mark.parametrize("site", ["five", "hanoi"])
def test_a_page_can_be_read_without_eyes(site: str, request, page) -> None:
    for name, content in pages(request.getfixturevalue(site)):
        tags = page(content).tags
        names = [tag for tag, _ in tags]
        assert tags[0] == ("html", {"lang": "vi"})
        assert [names.count(one) for one in ("main", "h1", "footer")] == [1, 1, 1], name
        levels = [int(one[1]) for one in names if one in {"h1", "h2", "h3", "h4", "h5", "h6"}]
        assert all(after - before <= 1 for before, after in itertools.pairwise(levels)), name
        assert all("alt" in attributes for tag, attributes in tags if tag == "img")
        assert all("aria-label" in attributes for tag, attributes in tags if tag == "nav")
        assert all("scope" in attributes for tag, attributes in tags if tag == "th"), name


@pytest.mark.parametrize("site", ["five", "hanoi"])
def test_a_page_allows_exactly_the_styles_that_it_holds(site: str, request, page) -> None:
    for _, content in pages(request.getfixturevalue(site)):
        read = page(content)
        digests = {base64.b64encode(hashlib.sha256(one.encode()).digest()).decode() for one in read.styles}
        sources = " ".join(sorted(f"'sha256-{digest}'" for digest in digests))
        [policy] = [attributes["content"] for tag, attributes in read.tags if "http-equiv" in attributes]
        assert policy == (
            f"default-src 'none'; img-src 'self'; style-src {sources}; base-uri 'none'; form-action 'none'"
        )


def test_a_picture_lies_in_its_page_without_its_prolog_and_beside_it_as_a_file(five) -> None:
    assert b"<?xml" not in five["view-all.html"]
    assert b'<svg xmlns="http://www.w3.org/2000/svg"><style>.a{fill:red}</style></svg>' in five["view-all.html"]
    assert five["view-all.svg"].decode() == STAND_IN["all"]
    assert b'<img src="view-all.svg" alt=""' in five["index.html"]


def test_the_boxes_of_a_picture_lead_to_their_elements(edition) -> None:
    made = edition()
    assert 'href="layer-application.html#portal"' in draw_views(made)["all"]


def test_a_view_that_nobody_could_read_as_a_picture_is_not_drawn(edition) -> None:
    made = edition(
        "elements:\n"
        + "".join(f"  e-{number}: {{type: goal, name: E, documentation: E.}}\n" for number in range(LARGEST + 1))
        + "views: {all: {name: All}, none: {name: None, exclude: [{type: goal}]}}\n"
    )
    assert draw_views(made) == {}


def test_a_view_without_a_picture_says_so(edition, page) -> None:
    files = render_site(edition(), {})
    assert "view-all.svg" not in files
    assert "Sơ đồ này quá lớn để vẽ thành một hình đọc được" in page(files["view-all.html"].decode()).text


def test_a_site_of_another_language_is_in_that_language(edition, page) -> None:
    files = render_site(edition(lang="en"), STAND_IN)
    read = page(files["index.html"].decode())
    assert read.tags[0] == ("html", {"lang": "en"})
    assert "Architecture" in read.text
    assert "Mục tiêu" not in read.text


def test_a_model_without_views_references_or_unknowns_has_pages_that_say_so(edition, page) -> None:
    files = render_site(edition("elements: {a: {type: goal, name: A, documentation: A.}}\n"), {})
    said = {name: page(content).text for name, content in pages(files)}
    assert "Chưa có sơ đồ nào được định nghĩa." in said["index.html"]
    assert "Chưa có nguồn tài liệu nào." in said["references.html"]
    assert "Không có nội dung nào còn phải làm rõ." in said["unknowns.html"]


def test_a_model_that_could_not_be_read_whole_says_so_on_its_first_page(edition, page) -> None:
    files = render_site(edition(broken="elements: [\n"), STAND_IN)
    assert "Một số tệp của mô hình không đọc được trọn vẹn" in page(files["index.html"].decode()).text


def test_an_element_of_an_unknown_type_has_a_page_too(edition, page) -> None:
    files = render_site(edition("elements: {a: {type: gaol, name: Lạ, documentation: A.}}\n"), {})
    assert "Lạ" in page(files["layer-other.html"].decode()).text


def test_a_template_can_neither_reach_other_files_nor_change_or_misspell_values(tmp_path) -> None:
    from jinja2 import TemplateNotFound, UndefinedError
    from jinja2.exceptions import SecurityError

    (tmp_path / "site").mkdir()
    (tmp_path / "secret").write_text("x")
    environment = html_environment(tmp_path / "site")
    with pytest.raises(TemplateNotFound):
        environment.get_template("../secret")
    with pytest.raises(SecurityError):
        environment.from_string("{{ ''.__class__.__mro__ }}").render()
    with pytest.raises(SecurityError):
        environment.from_string("{{ x.append(1) }}").render(x=[])
    with pytest.raises(UndefinedError):
        environment.from_string("{{ nothing }}").render()


def test_a_site_has_the_same_bytes_whatever_the_seed_the_folder_and_the_language_of_the_machine(
    edition, tmp_path, tmp_path_factory
) -> None:
    edition()  # writes the workspace
    root = tmp_path
    made = []
    for seed, locale in (("1", "C"), ("2", "C.UTF-8")):
        out = tmp_path_factory.mktemp(f"out{seed}") / "site"
        command = [sys.executable, "-m", "eaframe", "build", str(root), "-o", str(out), "--today", "2026-11-23", "-q"]
        environment = {**os.environ, "PYTHONHASHSEED": seed, "LC_ALL": locale}
        subprocess.run([*command, "--no-cache"], check=True, env=environment)
        made.append({path.name: path.read_bytes() for path in sorted(out.iterdir())})
    assert made[0] == made[1]
    assert not any(str(root).encode() in content for content in made[0].values())
    assert Path.cwd().as_posix().encode() not in b"".join(made[0].values())
