"""What is posted on a pull request: by the script that the second workflow runs, against a GitHub that is a file."""

import io
import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

SCRIPT = Path(__file__).parents[2] / ".github" / "actions" / "eaframe-comment" / "post_comment.py"
MARKER = "<!-- eaframe: what this pull request changes -->"
SHA = "a" * 40
# Answers from a folder: METHOD and path with dashes, and the page where one is asked for.
FAKE_GH = """\
#!{python} -I
import json, pathlib, sys
root = pathlib.Path({root!r})
api, path, *arguments = sys.argv[1:]
assert api == "api"
method = arguments[arguments.index("--method") + 1] if "--method" in arguments else "GET"
fields = [arguments[i + 1] for i, word in enumerate(arguments) if word == "--raw-field"]
body = sys.stdin.buffer.read().decode() if "--input" in arguments else ""
with open(root / "calls", "a") as log:
    log.write(json.dumps([method, path, fields, body]) + "\\n")
page = next((field.partition("=")[2] for field in fields if field.startswith("page=")), "")
answer = root / (method + "-" + path.replace("/", "-") + ("-" + page if page else ""))
if not answer.exists():
    if page:
        print("[]")
        sys.exit(0)
    print("gh: Not Found (HTTP 404)\\n::error::forged", file=sys.stderr)
    sys.exit(1)
sys.stdout.buffer.write(answer.read_bytes())
"""
ENVIRONMENT = {
    "EA_REPOSITORY": "city/model",
    "EA_RUN": "77",
    "EA_ARTIFACT": "eaframe-comment",
    "EA_FILE": "comment.md",
    "EA_AUTHOR": "github-actions[bot]",
    "EA_HEAD_SHA": SHA,
    "EA_HEAD_OWNER": "stranger",
    "EA_HEAD_BRANCH": "x; touch forged",
    "GH_TOKEN": "t",
}


def zipped(text: str | bytes, name: str = "comment.md") -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, text)
    return file.getvalue()


class GitHub:
    """What the fake one answers, and what it was asked."""

    def __init__(self, root: Path) -> None:
        self.root = root
        program = root / "bin" / "gh"
        program.parent.mkdir()
        program.write_text(FAKE_GH.format(python=sys.executable, root=str(root)), encoding="utf-8")
        program.chmod(0o755)
        self.artifact(zipped("# A change\n"))
        self.pulls({"number": 5, "head": {"sha": SHA}})
        self.answer("POST-repos-city-model-issues-5-comments", {})
        self.answer("PATCH-repos-city-model-issues-comments-9", {})

    def answer(self, name: str, content: object) -> None:
        data = content if isinstance(content, bytes) else json.dumps(content).encode()
        (self.root / name).write_bytes(data)

    def artifact(self, packed: bytes, **changes: object) -> None:
        one = {"id": 3, "name": "eaframe-comment", "expired": False, "size_in_bytes": len(packed), **changes}
        self.answer("GET-repos-city-model-actions-runs-77-artifacts", {"artifacts": [one]})
        self.answer("GET-repos-city-model-actions-artifacts-3-zip", packed)

    def pulls(self, *pulls: object) -> None:
        self.answer("GET-repos-city-model-pulls", list(pulls))

    def comments(self, page: int, *comments: tuple[int, str, str]) -> None:
        listed = [{"id": id_, "user": {"login": login}, "body": body} for id_, login, body in comments]
        self.answer(f"GET-repos-city-model-issues-5-comments-{page}", listed)

    def run(self, **environment: str) -> "subprocess.CompletedProcess[str]":
        return subprocess.run(
            [sys.executable, "-I", str(SCRIPT)],
            cwd=self.root,
            env={"PATH": f"{self.root / 'bin'}:{os.environ['PATH']}", **ENVIRONMENT, **environment},
            capture_output=True,
            text=True,
            check=False,
            timeout=60,
        )

    @property
    def calls(self) -> list[list]:
        return [json.loads(line) for line in (self.root / "calls").read_text(encoding="utf-8").splitlines()]

    @property
    def posted(self) -> list[tuple[str, str, str]]:
        """Method, path and text of everything that was written."""
        return [(method, path, json.loads(body)["body"]) for method, path, _, body in self.calls if body]


@pytest.fixture
def github(tmp_path: Path) -> GitHub:
    return GitHub(tmp_path)


def text_of(github: GitHub) -> str:
    (one,) = github.posted
    return one[2]


def test_a_first_comment_is_made(github):
    done = github.run()
    assert (done.returncode, done.stdout, done.stderr) == (0, "Posted on #5.\n", "")
    assert github.posted == [("POST", "repos/city/model/issues/5/comments", f"{MARKER}\n# A change")]


def test_the_next_run_updates_it_on_whatever_page_it_stands(github):
    github.comments(1, (1, "someone", "Hello"), (2, "github-actions[bot]", "Another bot's word"))
    github.comments(2, (9, "github-actions[bot]", f"{MARKER}\nold"))
    assert github.run().returncode == 0
    assert github.posted == [("PATCH", "repos/city/model/issues/comments/9", f"{MARKER}\n# A change")]


def test_a_comment_of_somebody_else_with_our_marker_is_left_alone(github):
    github.comments(1, (8, "stranger", f"{MARKER}\nmine"))
    github.run()
    assert [one[:2] for one in github.posted] == [("POST", "repos/city/model/issues/5/comments")]


def test_the_pull_request_is_the_one_whose_head_the_run_saw(github):
    github.pulls({"number": 4, "head": {"sha": "b" * 40}}, {"number": 5, "head": {"sha": SHA}})
    assert github.run().stdout == "Posted on #5.\n"
    (asked,) = [fields for _, path, fields, _ in github.calls if path.endswith("/pulls")]
    assert asked == ["state=open", "head=stranger:x; touch forged", "per_page=100"]
    assert not (github.root / "forged").exists()


def test_one_that_has_moved_on_is_told_nothing(github):
    github.pulls({"number": 5, "head": {"sha": "b" * 40}})
    done = github.run()
    assert (done.returncode, github.posted) == (0, [])
    assert done.stdout == "No open pull request has that commit as its head any more.\n"


def test_a_run_without_a_comment_is_no_mistake(github):
    for changes in ({"name": "other"}, {"expired": True}):
        github.artifact(zipped("x"), **changes)
        done = github.run()
        assert (done.returncode, done.stdout) == (0, "The run left no comment.\n")


def test_nobody_is_called_nothing_hidden_and_no_bot_commanded(github):
    github.artifact(
        zipped(
            "<!-- other marker -->\n"
            "Hi @team, a\x1b[31m red\x00 \u202eword\u2069 here\r\n"
            "/merge\n  /approve now\n"
            "<!-- never closed\n"
            "a --> b\n"
            "path/to x\tend\n"
        )
    )
    assert github.run().returncode == 0
    assert text_of(github) == (
        f"{MARKER}\n"
        "Hi @\u200bteam, a[31m red word here\n"
        "\u200b/merge\n  \u200b/approve now\n"
        "<!\u200b-- never closed\n"
        "a --> b\n"
        "path/to x end"
    )


def test_a_long_comment_is_cut_at_a_line_and_says_so(github):
    github.artifact(zipped("0123456789\n" * 9_000))
    github.run()
    text = text_of(github)
    assert len(text) <= 60_000
    assert text.endswith("0123456789\n\n… the rest is in the summary of the run.\n")


@pytest.mark.parametrize(
    ("packed", "said"),
    [
        (zipped("x", "../comment.md"), "the artifact holds no readable comment.md"),
        (zipped("x", "/comment.md"), "the artifact holds no readable comment.md"),
        (b"no zip", "the artifact holds no readable comment.md"),
        (zipped("x")[:40], "the artifact holds no readable comment.md"),
        (zipped(b"\xff\xfe"), "comment.md is not UTF-8"),
        (zipped("x" * 1_000_001), "comment.md has more than 1000000 bytes"),  # packs to a thousand
        (b"x" * 1_000_001, "the artifact has more than 1000000 bytes"),
    ],
)
def test_an_artifact_that_is_not_what_it_must_be_is_refused(github, packed, said):
    github.artifact(packed)
    done = github.run()
    assert (done.returncode, done.stdout, done.stderr, github.posted) == (2, "", f"eaframe: {said}\n", [])


def test_an_artifact_that_lies_about_its_size_is_refused(github):
    github.artifact(b"x" * 1_000_001, size_in_bytes=1)
    assert github.run().returncode == 2


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("EA_REPOSITORY", "city/model/../../x"),
        ("EA_REPOSITORY", ""),
        ("EA_RUN", "77/x"),
        ("EA_HEAD_SHA", "main"),
        ("EA_HEAD_OWNER", "a/b"),
        ("EA_FILE", "../x"),
        ("EA_ARTIFACT", "a b"),
    ],
)
def test_a_value_that_could_lead_elsewhere_is_refused(github, name, value):
    done = github.run(**{name: value})
    assert (done.returncode, done.stderr) == (2, f"eaframe: {name} is not set to what it must be\n")


def test_what_github_refuses_is_told_on_one_line(github):
    (github.root / "GET-repos-city-model-pulls").unlink()
    done = github.run()
    assert done.returncode == 2
    assert done.stderr == ("eaframe: gh api repos/city/model/pulls failed: gh: Not Found (HTTP 404) ::error::forged\n")


def test_without_gh_it_could_not_run(github):
    (github.root / "bin" / "gh").unlink()
    done = github.run(PATH=str(github.root / "bin"))
    assert (done.returncode, done.stderr.startswith("eaframe: gh api")) == (2, True)


def test_a_module_of_the_current_folder_is_not_run(github):
    (github.root / "zipfile.py").write_text("raise SystemExit('forged')", encoding="utf-8")
    assert github.run().returncode == 0
