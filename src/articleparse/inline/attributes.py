"""Attributes that pandoc writes behind a link, an image, code or words in brackets."""

from __future__ import annotations

import re

_ATTRIBUTES = re.compile(r"""\{(?:[#.=](?=[^\s{}])|[a-z-]+=")[^{}]{0,2000}+\}""")


def past_attributes(text: str, start: int, end: int) -> int:
    """Where the attributes end that stand at `start`; there itself, where none do.

    >>> past_attributes('![](a.jpg){width="640"} is', 10, 26), past_attributes("[x]{y}", 3, 6)
    (23, 3)
    """
    if not text.startswith("{", start, end):
        return start
    attributes = _ATTRIBUTES.match(text, start, end)
    return attributes.end() if attributes else start
