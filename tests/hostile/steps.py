"""All that can be done with a text."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

import articleparse as ap

NATIVE = ("parquet", "arrow")
"""Formats that a library writes from the record, which is measured itself; it reserves more memory than a test may."""


def steps(text: str) -> Iterator[tuple[str, Callable[[], object]]]:
    """Parse it, look at the tree, ask for reasons, write it in every format, read it back: name and call of each."""
    yield "parse", partial(ap.parse, text)
    reading = ap.read(text)
    article = reading.article
    yield "unparse", partial(ap.unparse, article)
    yield "problems", partial(ap.validate, article)
    yield "explain", reading.explain
    for name, entry in ap.FORMATS.items():
        if name in NATIVE:
            continue
        yield f"write {name}", partial(entry.write, article)
        if entry.read is not None:
            yield f"read {name}", partial(entry.read, entry.write(article))
