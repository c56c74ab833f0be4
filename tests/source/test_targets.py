"""Which addresses lead nowhere."""

import pytest

from articleparse.source import leads_nowhere

NOWHERE = [
    "",
    " ",
    "#",
    " # ",
    "javascript:void(0)",
    "JavaScript:\nf()",
    " vbscript:x",
    "about:blank",
    "data:text/html,x",
]
SOMEWHERE = ["/a", "#comments", "?page=2", "https://example.org/#", "mailto:jane@example.org", "javascript", "about:us"]


@pytest.mark.parametrize("target", NOWHERE)
def test_nowhere(target: str) -> None:
    """Nothing, a number sign alone, scripts, a blank page and inline data are no places that a link leads to."""
    assert leads_nowhere(target)


@pytest.mark.parametrize("target", SOMEWHERE)
def test_somewhere(target: str) -> None:
    """Pages, places on a page and addresses of mail are."""
    assert not leads_nowhere(target)


def test_picture() -> None:
    """Inline data is a picture where a picture is asked for."""
    assert not leads_nowhere("data:image/png;base64,iVBORw0KGgo=", is_picture=True)
    assert leads_nowhere("#", is_picture=True)
