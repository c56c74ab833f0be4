"""The targets hold for the seeds of the fuzzers, and for every input that has once broken one of them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

import articleparse as ap
from tests.fuzz.targets import TARGETS

HERE = Path(__file__).parent
INPUTS = sorted(path for folder in ("corpus", "findings") for path in (HERE / folder).glob("*.*"))


@pytest.mark.parametrize("path", INPUTS, ids=lambda path: path.name)
@pytest.mark.parametrize("target", TARGETS.values(), ids=TARGETS)
def test_input(target: Callable[[bytes], None], path: Path) -> None:
    """Every input can be given to every target."""
    target(path.read_bytes())


def test_a_broken_promise_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    """A target fails where a promise is broken."""
    monkeypatch.setattr(ap, "unparse", lambda _: "")
    with pytest.raises(AssertionError, match="lost"):
        TARGETS["parse"](b"Rain.")
