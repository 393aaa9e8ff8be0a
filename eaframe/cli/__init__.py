"""The command line: one file a command, each loaded only when it is called."""

from eaframe.cli.main import main

__all__ = ["main"]
