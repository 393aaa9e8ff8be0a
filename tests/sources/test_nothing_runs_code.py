"""Nowhere in the program may data of a model become code."""

import ast
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[2] / "eaframe"
MODULES = sorted(PACKAGE.rglob("*.py"))

# Modules whose reading runs code or whose defaults trust what they read.
FORBIDDEN_MODULES = {"pickle", "cPickle", "dill", "shelve", "marshal", "jsonpickle", "joblib", "xmlrpc", "telnetlib"}
FORBIDDEN_CALLS = {
    "eval",
    "exec",
    "compile",
    "__import__",
    "os.system",
    "os.popen",
    "yaml.load",
    "yaml.load_all",
    "yaml.full_load",
    "yaml.full_load_all",
    "yaml.unsafe_load",
    "yaml.unsafe_load_all",
    "subprocess.getoutput",
    "subprocess.getstatusoutput",
    "tempfile.mktemp",
    "zipfile.extractall",
    "tarfile.extractall",
}


def offences(source: str) -> list[str]:
    """What in a module's text could run data as code, in the order of the text."""
    found = []
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            found += [name.name for name in node.names if name.name.split(".")[0] in FORBIDDEN_MODULES]
        elif isinstance(node, ast.ImportFrom):
            names = {f"{node.module}.{name.name}" for name in node.names}
            found += sorted(names & FORBIDDEN_CALLS)
            found += [node.module] if (node.module or "").split(".")[0] in FORBIDDEN_MODULES else []
        elif isinstance(node, ast.Call):
            called = ast.unparse(node.func)
            found += [called] if called in FORBIDDEN_CALLS else []
            for keyword in node.keywords:
                if keyword.arg == "shell" and not (isinstance(keyword.value, ast.Constant) and not keyword.value.value):
                    found.append("shell")
                if keyword.arg in {"Loader", "allow_pickle"}:
                    found.append(keyword.arg)
    return found


@pytest.mark.parametrize("module", MODULES, ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_no_module_runs_data_as_code(module):
    assert offences(module.read_text(encoding="utf-8")) == []


def test_this_test_sees_what_it_looks_for():
    source = """
import pickle
from marshal import loads
from os import system
eval("1"); exec("1"); yaml.load(x); subprocess.run("ls", shell=True); subprocess.run("ls", shell=maybe)
subprocess.run(["ls"], shell=False); re.compile("x"); load(x); yaml.dump(x)
"""
    assert sorted(offences(source)) == ["eval", "exec", "marshal", "os.system", "pickle", "shell", "shell", "yaml.load"]


def test_there_are_modules():
    assert len(MODULES) > 50
