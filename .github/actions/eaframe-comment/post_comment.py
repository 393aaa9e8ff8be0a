"""Posts a run's comment on its pull request, as one comment that the next run updates.

The run was started by a pull request, perhaps of a stranger, so that everything in its artifact is data and nothing
more: one file of a fixed name is read (never extracted), its size is bounded, controls are taken out, nobody is
mentioned. The pull request is not named by the artifact but looked up: the open one from that branch whose head is
the very commit that the run saw.

Values come in by the environment (see action.yml); `gh` talks to GitHub with GH_TOKEN. Exit codes: 0 posted, or there
is nothing to post or nowhere to; 2 could not run.
"""

from __future__ import annotations

import io
import json
import os
import re
import subprocess
import sys
import zipfile
from typing import Any

MARKER = "<!-- eaframe: what this pull request changes -->"
MOST_BYTES = 1_000_000  # of an artifact, packed as well as unpacked
MOST_CHARACTERS = 60_000  # of a comment; GitHub takes 65,536
MOST_PAGES = 20  # of a hundred comments each
CUT = "\n\n… the rest is in the summary of the run.\n"
_NO_WIDTH = "\u200b"
_CONTROLS = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]")
_MENTION = re.compile(r"@(?=[A-Za-z0-9])")
_COMMAND = re.compile(r"^(\s*)/(?=[A-Za-z])", re.MULTILINE)  # bots obey a line such as `/merge`
_LEADING_COMMENTS = re.compile(r"\A(?:\s*<!--[^\n]*?-->)+\s*")


class CouldNotRunError(Exception):
    """Why nothing could be posted, in one sentence."""


def main() -> int:
    """Post the comment; the exit code."""
    try:
        print(post())
    except CouldNotRunError as error:
        print(f"eaframe: {error}", file=sys.stderr)
        return 2
    return 0


def post() -> str:
    """Find the artifact and the pull request, post; what was done, in one sentence."""
    repository, run = wanted("EA_REPOSITORY", r"[\w.-]+/[\w.-]+"), wanted("EA_RUN", r"\d+")
    head = wanted("EA_HEAD_SHA", r"[0-9a-f]{40,64}")
    packed = artifact(repository, run, wanted("EA_ARTIFACT", r"[\w.-]+"))
    if packed is None:
        return "The run left no comment."
    text = body(unpacked(packed, wanted("EA_FILE", r"[\w.-]+")))
    numbers = pull_requests(repository, head)
    if not numbers:
        return "No open pull request has that commit as its head any more."
    for number in numbers:
        say(repository, number, text)
    return f"Posted on {', '.join(f'#{number}' for number in numbers)}."


def wanted(name: str, pattern: str) -> str:
    """A value of the environment. Raises CouldNotRunError for one that is not what it must be."""
    value = os.environ.get(name, "")
    if not re.fullmatch(pattern, value):
        raise CouldNotRunError(f"{name} is not set to what it must be")
    return value


def artifact(repository: str, run: str, name: str) -> bytes | None:
    """The bytes of the run's artifact of that name; None where there is none."""
    listed = api(f"repos/{repository}/actions/runs/{run}/artifacts", name=name, per_page="100")
    found = [one for one in listed["artifacts"] if one["name"] == name and not one["expired"]]
    if not found:
        return None
    latest = max(found, key=lambda one: one["id"])
    if latest["size_in_bytes"] > MOST_BYTES:
        raise CouldNotRunError(f"the artifact has more than {MOST_BYTES} bytes")
    content = gh(f"repos/{repository}/actions/artifacts/{int(latest['id'])}/zip")
    if len(content) > MOST_BYTES:
        raise CouldNotRunError(f"the artifact has more than {MOST_BYTES} bytes")
    return content


def unpacked(packed: bytes, file: str) -> str:
    """The text of one file of a zip, which is read and not extracted."""
    try:
        with zipfile.ZipFile(io.BytesIO(packed)) as archive, archive.open(file) as stream:
            content = stream.read(MOST_BYTES + 1)  # whatever size the archive says that it has
    except (zipfile.BadZipFile, KeyError, NotImplementedError, RuntimeError, EOFError, OSError) as error:
        raise CouldNotRunError(f"the artifact holds no readable {file}") from error
    if len(content) > MOST_BYTES:
        raise CouldNotRunError(f"{file} has more than {MOST_BYTES} bytes")
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError as error:
        raise CouldNotRunError(f"{file} is not UTF-8") from error


def body(text: str) -> str:
    """The comment: our marker, then the text without what could hide, steer or call somebody."""
    clean = _CONTROLS.sub("", text.replace("\r\n", "\n").replace("\t", " "))
    clean = _LEADING_COMMENTS.sub("", clean).replace("<!--", f"<!{_NO_WIDTH}--")  # open, it would hide the rest
    clean = _COMMAND.sub(rf"\1{_NO_WIDTH}/", _MENTION.sub(f"@{_NO_WIDTH}", clean)).strip()
    room = MOST_CHARACTERS - len(MARKER) - 1
    if len(clean) > room:
        clean = clean[: room - len(CUT)].rpartition("\n")[0] + CUT
    return f"{MARKER}\n{clean}"


def pull_requests(repository: str, head: str) -> list[int]:
    """The open pull requests whose head is exactly that commit of that branch, by number."""
    owner, branch = wanted("EA_HEAD_OWNER", r"[\w.-]+"), os.environ.get("EA_HEAD_BRANCH", "")
    listed = api(f"repos/{repository}/pulls", state="open", head=f"{owner}:{branch}", per_page="100")
    return sorted(int(one["number"]) for one in listed if one["head"]["sha"] == head)


def say(repository: str, number: int, text: str) -> None:
    """Update our comment on a pull request, or make it."""
    own = own_comment(repository, number)
    if own is None:
        send("POST", f"repos/{repository}/issues/{number}/comments", text)
    else:
        send("PATCH", f"repos/{repository}/issues/comments/{own}", text)


def own_comment(repository: str, number: int) -> int | None:
    """The comment that an earlier run made. One of somebody else that has our marker in it is not touched."""
    author = os.environ.get("EA_AUTHOR", "")
    for page in range(1, MOST_PAGES + 1):
        path = f"repos/{repository}/issues/{number}/comments"
        listed = api(path, per_page="100", page=str(page))
        for one in listed:
            if one["user"]["login"] == author and one["body"].startswith(MARKER):
                return int(one["id"])
        if not listed:
            break
    return None


def api(path: str, **query: str) -> Any:
    """What GitHub answers to a question."""
    fields = [part for name, value in query.items() for part in ("--raw-field", f"{name}={value}")]
    return json.loads(gh(path, "--method", "GET", *fields))


def send(method: str, path: str, text: str) -> None:
    """Write a comment; the text goes through a pipe, so that no part of it is an argument."""
    gh(path, "--method", method, "--input", "-", stdin=json.dumps({"body": text}).encode("ascii"))


def gh(path: str, *arguments: str, stdin: bytes = b"") -> bytes:
    """The output of one call of `gh api`. Raises CouldNotRunError where it fails."""
    try:
        command = ["gh", "api", path, *arguments]
        done = subprocess.run(command, input=stdin, capture_output=True, check=False, timeout=60)
    except (OSError, subprocess.TimeoutExpired) as error:
        raise CouldNotRunError(f"gh api {path} could not be run") from error
    if done.returncode != 0:
        said = _CONTROLS.sub(" ", done.stderr.decode("utf-8", "replace").replace("\n", " ")).strip()
        raise CouldNotRunError(f"gh api {path} failed: {said[:300]}")
    return done.stdout


if __name__ == "__main__":
    sys.exit(main())
