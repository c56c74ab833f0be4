"""Which addresses of links lead nowhere: a dump's placeholders and scripts."""

from __future__ import annotations

import re

_NOWHERE = re.compile(r"\s*+(?:#|(?:javascript|vbscript):.*|about:blank)?\s*\Z", re.IGNORECASE | re.DOTALL)
_DATA = re.compile(r"\s*+data:", re.IGNORECASE)


def leads_nowhere(target: str, *, is_picture: bool = False) -> bool:
    """Whether `target`, the address of a link, leads to nothing: empty, `#`, a script, a blank page, inline data.

    Inline data (`data:image/png;base64,...`) is a picture, but no place that a link could lead to: browsers open none.
    A fragment (`#comments`) leads to a place on the page.

    >>> leads_nowhere("#"), leads_nowhere("JavaScript:void(0)"), leads_nowhere("#comments"), leads_nowhere("/a")
    (True, True, False, False)
    >>> leads_nowhere("data:image/gif;base64,R0lG"), leads_nowhere("data:image/gif;base64,R0lG", is_picture=True)
    (True, False)
    """
    if _NOWHERE.match(target):
        return True
    return not is_picture and _DATA.match(target) is not None
