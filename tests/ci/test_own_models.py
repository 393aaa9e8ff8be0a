"""This repository checks its own models, with and without GitHub."""

import json
from pathlib import Path

ROOT = Path(__file__).parents[2]


def test_every_model_is_checked_with_the_script_of_the_action(bash, recorder, tmp_path):
    done = bash([ROOT / ".ci" / "validate-models"], tmp_path, {"EA_PROGRAM": str(recorder)})
    assert done.returncode == 0
    calls = [json.loads(line) for line in (tmp_path / "calls").read_text(encoding="utf-8").splitlines()]
    models = sorted(path.parent.name for path in ROOT.glob("models/*/eaframe.yaml"))
    assert calls == [
        ["validate", f"--workspace=models/{model}", "--format=concise", "--fail-on=error"] for model in models
    ]


def test_one_model_that_fails_makes_it_fail(bash, recorder, tmp_path):
    done = bash([ROOT / ".ci" / "validate-models"], tmp_path, {"EA_PROGRAM": str(recorder), "CODE_OF_VALIDATE": "1"})
    assert done.returncode == 1


def test_the_models_pass(bash, real, tmp_path):
    done = bash([ROOT / ".ci" / "validate-models"], tmp_path, {"EA_PROGRAM": str(real)})
    assert (done.returncode, done.stderr) == (0, "")
