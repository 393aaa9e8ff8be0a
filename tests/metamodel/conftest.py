from pathlib import Path

import pytest

from eaframe.metamodel.archimate import Metamodel, load_metamodel
from eaframe.metamodel.vocabulary import RELATIONSHIP, Permission, Triple

SHARED = Path(__file__).parents[2].parent / "shared" / "data" / "archimate"


@pytest.fixture(scope="session")
def metamodel() -> Metamodel:
    return load_metamodel()


@pytest.fixture(scope="session")
def triples(metamodel: Metamodel) -> dict[Triple, Permission]:
    """What the table allows between element types, without relationships as ends."""
    return {
        (source, name, target): permission
        for (source, target), cell in metamodel.cells.items()
        if RELATIONSHIP not in (source, target)
        for name, permission in cell.items()
    }


@pytest.fixture(scope="session")
def shared() -> Path:
    """The project's collected data on ArchiMate, which lies beside the repository and is not part of it."""
    if not SHARED.is_dir():
        pytest.skip("the shared data folder is not beside this checkout")
    return SHARED
