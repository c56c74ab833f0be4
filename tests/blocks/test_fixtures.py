"""Which blocks lines make, as the files in `fixtures` tell it."""

from pathlib import Path

import pytest

from tests.support.cases import Case, cases_in
from tests.support.drawing import draw_blocks
from tests.support.syntax import read


@pytest.mark.parametrize("case", cases_in(Path(__file__).parent / "fixtures"))
def test_blocks(case: Case) -> None:
    """A text has the blocks that its fixture says."""
    assert draw_blocks(case.given, read(case.given, case.dialect).blocks) == case.expected, case.prose
