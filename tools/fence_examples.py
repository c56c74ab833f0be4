"""Show the examples of docstrings as code: a Griffe extension that puts a fence around every run of `>>>`.

Docstrings hold examples as doctest wants them; in Markdown `>>>` would be a quotation in a quotation in a quotation.
"""

from __future__ import annotations

import re
from typing import Any

import griffe

_EXAMPLE = re.compile(r"^>>> .*(?:\n.+)*", re.MULTILINE)


class FenceExamples(griffe.Extension):
    """Applied to every object of the package."""

    def on_object(self, *, obj: griffe.Object, **_: Any) -> None:
        """Put the fences around the examples of `obj`."""
        if obj.docstring:
            obj.docstring.value = fenced(obj.docstring.value)


def fenced(text: str) -> str:
    """`text` with a fence around each example."""
    return _EXAMPLE.sub(lambda example: f"```pycon\n{example[0]}\n```", text)
