"""The folders of real dumps and of schemas that may lie beside the checkout. Without them, tests are skipped."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

DUMPS = Path(__file__).parents[3] / "shared" / "corpus" / "dev" / "dumps"
DIALECTS = tuple(sorted(path.name for path in DUMPS.iterdir() if path.is_dir())) if DUMPS.is_dir() else ("none",)

SCHEMAS = Path(__file__).parents[3] / "shared" / "schemas"

STRIDE = 1 if os.environ.get("ARTICLEPARSE_CORPUS") == "all" else 10
"""Every tenth dump is enough for each change; `ARTICLEPARSE_CORPUS=all` takes them all."""

needs_corpus = pytest.mark.skipif(not DUMPS.is_dir(), reason="no folder of dumps beside the checkout")


needs_schemas = pytest.mark.skipif(not SCHEMAS.is_dir(), reason="no folder of schemas beside the checkout")


def dumps(dialect: str) -> list[Path]:
    """The dumps of a dialect that are looked at. Raises AssertionError where there are none."""
    found = sorted((DUMPS / dialect).glob("*.txt"))[::STRIDE]
    assert found, f"{DUMPS / dialect} has no dumps"
    return found
