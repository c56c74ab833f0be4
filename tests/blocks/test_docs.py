"""What `docs/grammar/blocks.md` says of dumps is so."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from articleparse.blocks.adapt import adapt
from articleparse.blocks.tokens import tokens_of
from articleparse.diagnostics import Diagnostics
from tests.support.lalr import terminals
from tests.support.syntax import Syntax, read

PAGE = Path(__file__).parents[2] / "docs" / "grammar" / "blocks.md"
_CELL = re.compile(r"(?<!\\)\|")


def rows(first: str) -> list[list[str]]:
    """The cells of the table whose first column has this name."""
    found: list[list[str]] = []
    within = False
    for line in PAGE.read_text(encoding="utf-8").splitlines():
        cells = [cell.strip().replace("\\|", "|") for cell in _CELL.split(line)[1:-1]]
        within = bool(cells) and (within or cells[0] == first)
        if within:
            found.append(cells)
    return found[2:]


def read_quoted(cell: str) -> Syntax:
    """The syntax of the dump in backticks in a cell, its dialect recognised."""
    dump = cell.removeprefix("`").removesuffix("`")
    return read("\n".join(line.strip(" ") if "```" in line else line for line in dump.split("⏎")), None)


def tokens_in(syntax: Syntax) -> list[str]:
    """The names of a dump's tokens."""
    text = syntax.source.text
    return [
        token.type
        for token in tokens_of(text, adapt(text, syntax.lines, syntax.dialect), syntax.dialect, Diagnostics())
    ]


def test_every_token_has_a_row() -> None:
    """The page names all tokens, and no other."""
    assert sorted(row[0].strip("`") for row in rows("Token")) == sorted(terminals("blocks"))


@pytest.mark.parametrize(("token", "dump"), [(row[0].strip("`"), row[2]) for row in rows("Token")])
def test_token(token: str, dump: str) -> None:
    """The dump beside a token has it."""
    assert token in tokens_in(read_quoted(dump))


@pytest.mark.parametrize(("dump", "tokens", "blocks"), rows("Dump"))
def test_dump(dump: str, tokens: str, blocks: str) -> None:
    """A dump has the tokens and the blocks that the page says."""
    syntax = read_quoted(dump)
    assert tokens_in(syntax) == tokens.strip("`").split()
    assert [block.kind for block in syntax.blocks] == blocks.strip("`").split()
