from collections.abc import Callable
from typing import Any

import pytest


@pytest.fixture
def codes(found: Callable[..., list[tuple[str, str, str, int, int]]]) -> Callable[..., list[str]]:
    """The codes and lines of the findings of one model file: `REL001 3`. What says nothing here is left off."""

    def rows(model: str, **options: Any) -> list[str]:
        own = "eaframe: 1\nname: T\nnamespace: test\nseverity: {CPL002: off, REL002: off}\n"
        return [f"{row[0]} {row[3]}" for row in found({"eaframe.yaml": own, "model.yaml": model}, **options)]

    return rows


@pytest.fixture
def elements(codes: Callable[..., list[str]]) -> Callable[..., list[str]]:
    """The same, of elements one a line: `a goal influences: b` is element `a` of type `goal`, in line 2."""

    def rows(*lines: str, **options: Any) -> list[str]:
        split = (line.split(" ", 2) for line in lines)
        text = "".join(
            f"  {id_}: {{type: {type_}, name: The {id_}{', ' + ''.join(rest) if rest else ''}}}\n"
            for id_, type_, *rest in split
        )
        return codes(f"elements:\n{text}", **options)

    return rows
