"""Which nodes the text of blocks makes, as the files in `fixtures` tell it."""

from pathlib import Path

import pytest

from tests.support.cases import Case, cases_in
from tests.support.drawing import draw_units
from tests.support.syntax import read


@pytest.mark.parametrize("case", cases_in(Path(__file__).parent / "fixtures"))
def test_inline(case: Case) -> None:
    """A text has the nodes that its fixture says."""
    assert draw_units(case.given, read(case.given, case.dialect).units) == case.expected, case.prose
