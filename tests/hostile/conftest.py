"""How large the hostile texts are."""

from __future__ import annotations

import pytest

collect_ignore = ["warm.py"]  # importing it is what it is for, in the processes that measure

SIZE = 700
"""Characters of the smallest text where nothing else is asked for."""


def pytest_addoption(parser: pytest.Parser) -> None:
    """Take the size from the command line. It is known where these tests are named there: `pytest tests/hostile`."""
    parser.addoption("--hostile-size", type=int, default=SIZE, help="characters of the smallest hostile text")


@pytest.fixture
def size(pytestconfig: pytest.Config) -> int:
    """Characters of the smallest text of a family; the others are two and four times as long."""
    chosen: int = pytestconfig.getoption("--hostile-size", SIZE)
    return chosen
