"""What each line is by its own looks, as the files in `fixtures` tell it."""

from pathlib import Path

import pytest

from articleparse.diagnostics import Diagnostics
from articleparse.lines import read_lines
from articleparse.source import Source
from tests.support.cases import Case, cases_in
from tests.support.drawing import draw_lines


@pytest.mark.parametrize("case", cases_in(Path(__file__).parent / "fixtures"))
def test_kind(case: Case) -> None:
    """A line is what its fixture says."""
    assert draw_lines(case.given, read_lines(Source(case.given), Diagnostics())) == case.expected, case.prose
