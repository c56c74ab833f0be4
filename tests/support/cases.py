"""Cases in text files: what fact a case states, an input, and what is expected of it.

The three parts of a case are parted by lines of five or more `%`, and so are the cases of a file. In the first part
a line `dialect: NAME` names the dialect to read the input in, `wrap: COLUMN` says where it was wrapped, and
`lines: blocks` that every line is a block.
The line feed before a separator belongs to the separator.
"""

from __future__ import annotations

import re
from pathlib import Path

import attrs
import pytest

from articleparse.dialect import DIALECTS, Dialect

_SEPARATOR = re.compile(r"^%{5,}\n", re.MULTILINE)
_SETTING = re.compile(r"^(dialect|wrap|lines): (.+)$", re.MULTILINE)


@attrs.frozen
class Case:
    """A fact with its proof."""

    prose: str
    given: str
    expected: str
    dialect: Dialect


def cases_in(folder: Path) -> list[object]:
    """Every case of every file in `folder` as a parameter of a test, named by its file."""
    return [
        pytest.param(case, id=f"{path.stem}-{number}")
        for path in sorted(folder.glob("*.txt"))
        for number, case in enumerate(read_cases(path.read_bytes().decode("utf-8")), 1)
    ]


def read_cases(text: str) -> list[Case]:
    """The cases of a file. Raises ValueError for one that lacks a part."""
    parts = _SEPARATOR.split(text)
    if len(parts) % 3:
        raise ValueError(f"{len(parts)} parts, which is no multiple of three")
    triples = zip(parts[::3], parts[1::3], parts[2::3], strict=True)
    return [Case(prose.strip(), given[:-1], dump.strip("\n"), _dialect(prose)) for prose, given, dump in triples]


def _dialect(prose: str) -> Dialect:
    settings = dict(_SETTING.findall(prose))
    wrap = settings.get("wrap")
    return attrs.evolve(
        DIALECTS[settings.get("dialect", "unknown")],
        wrap=int(wrap) if wrap else None,
        line_is_block="lines" in settings,
    )
