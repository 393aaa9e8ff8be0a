"""How much may be looked at: rules and selectors come from whoever writes a model, and must not exhaust the machine."""

from __future__ import annotations

from typing import Final

from eaframe.sources.limits import Limits

MOST_STEPS: Final = Limits().rule_steps  # of one graph: about half a minute; sixty rules of a large model take a tenth


class TooMuchWorkError(ValueError):
    """Selectors and checks have looked at more than the limit allows."""


class Work:
    """What is left of the steps that a graph allows. The one thing about it that changes."""

    __slots__ = ("left", "most")

    def __init__(self, most: int) -> None:
        self.most = most
        self.left = most

    def spend(self, steps: int) -> None:
        """Take off what is looked at. Raises TooMuchWorkError."""
        self.left -= steps
        if self.left < 0:
            raise TooMuchWorkError(f"all rules and selectors together take more than {self.most} steps (rule-steps)")
