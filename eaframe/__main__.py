"""``python -m eaframe``."""

from eaframe.cli import main

main()
