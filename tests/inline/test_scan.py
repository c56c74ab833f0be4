"""The patterns that find marks, and what is done at each."""

from itertools import product

from articleparse.inline.brackets import InlineScanner
from articleparse.inline.scan import _scanner


def test_every_mark_is_handled() -> None:
    """There is something to do at every mark that a pattern finds, in any dialect, and nothing else to do."""
    found = set()
    for marks, escapes, numbered, behind in product((False, True), repeat=4):
        found |= {*_scanner(marks=marks, escapes=escapes, numbered=numbered, behind=behind).mark.groupindex}
    assert found == {*InlineScanner.HANDLERS}
