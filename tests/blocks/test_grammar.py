"""What `blocks.lark` accepts, and what it refuses."""

from __future__ import annotations

from typing import get_args

import pytest
from lark import Token

from articleparse.blocks.tokens import BoundaryKind, tokens_of
from articleparse.diagnostics import Diagnostics
from articleparse.dialect import DIALECTS
from articleparse.lines import LineKind, read_lines
from articleparse.source import Source
from tests.support.lalr import driven, driver_tree, terminals


def test_terminals() -> None:
    """The terminals are the kinds of lines and of boundaries, whose names the type checker holds the code to."""
    assert terminals("blocks") == {*get_args(LineKind), *get_args(BoundaryKind)}


REFUSED = {
    "CONTINUATION": "a further line of nothing",
    "BLANK CONTINUATION": "a further line behind a blank line",
    "HEADING CONTINUATION": "a further line of a paragraph below a heading",
    "TEXT HEADING_CONTINUATION": "a further line of a heading below a paragraph",
    "SETEXT": "an underline below nothing",
    "TEXT CONTINUATION SETEXT": "an underline below two lines",
    "FENCE_END": "the end of code that nothing began",
    "FENCE CODE": "code without an end",
    "FENCE TEXT FENCE_END": "text within code",
    "CODE": "a further line of no code",
    "LIST_CLOSE": "the end of a list that nothing began",
    "LIST_OPEN LIST_CLOSE": "a list without items",
    "LIST_OPEN TEXT LIST_CLOSE": "text in a list without an item around it",
    "LIST_OPEN BLANK BULLET LIST_CLOSE": "a blank line above the first item",
    "LIST_OPEN BULLET": "a list without an end",
    "BULLET": "an item without a list",
    "LIST_OPEN BULLET QUOTE_OPEN TEXT LIST_CLOSE QUOTE_CLOSE": "a list that ends within a quotation within it",
    "QUOTE_OPEN QUOTE_CLOSE": "a quotation without a line",
    "QUOTE_OPEN TEXT": "a quotation without an end",
    "ROW": "a row without a table",
    "TABLE_OPEN TABLE_CLOSE": "a table without a line",
    "TABLE_OPEN ROW BLANK ROW TABLE_CLOSE": "a blank line within a table",
    "HEADER_OPEN VALUE HEADER_CLOSE": "a further line of no field",
    "FIELD": "a field without a header",
    "TEXT HEADER_OPEN FIELD HEADER_CLOSE": "a header below text",
    "HEADER_OPEN FIELD TEXT HEADER_CLOSE": "text within the header",
    "QUOTE_OPEN HEADER_OPEN FIELD HEADER_CLOSE QUOTE_CLOSE": "a header within a quotation",
    "REFERENCE VALUE": "a value below a reference",
}


@pytest.mark.parametrize("tokens", REFUSED, ids=REFUSED.values())
def test_refused(tokens: str) -> None:
    """Tokens are no dump in an order that makes no sense."""
    with pytest.raises(ValueError, match="the grammar refuses"):
        driven("blocks").parse([Token(name, name) for name in tokens.split()])


ACCEPTED = {
    "": "start",
    "BLANK TEXT CONTINUATION BLANK": "start(paragraph)",
    "HEADER_OPEN FIELD VALUE BLANK FIELD HEADER_CLOSE BLANK TEXT": "start(field field paragraph)",
    "RULE HEADER_OPEN FIELD HEADER_CLOSE RULE": "start(rule field rule)",
    "TABLE_OPEN ROW TABLE_RULE ROW ROW TABLE_CLOSE": "start(table(head row row))",
    "TABLE_OPEN TABLE_RULE ROW TABLE_RULE ROW TABLE_RULE TABLE_CLOSE": "start(table(head head))",
    "TABLE_OPEN ROW TABLE_CLOSE TABLE_OPEN ROW TABLE_CLOSE": "start(table(row) table(row))",
    "TABLE_OPEN TABLE_RULE TABLE_CLOSE": "start(table_without_rows)",
    "LIST_OPEN BULLET CONTINUATION LIST_OPEN NUMBER NUMBER LIST_CLOSE BLANK BULLET LIST_CLOSE": (
        "start(list(bulleted(list(numbered numbered)) bulleted))"
    ),
    "LIST_OPEN BULLET NUMBER BULLET LIST_CLOSE": "start(mixed_list(bulleted numbered bulleted))",
    "LIST_OPEN NUMBER DIV TEXT DIV LIST_CLOSE": "start(list(numbered(paragraph)))",
    "DIV BLANK DIV TEXT DIV_END": "start(divided(paragraph))",
    "TEXT DIV BLANK DIV_END": "start(paragraph empty_division)",
    "QUOTE_OPEN DIV QUOTE_CLOSE": "start(quote(empty_division))",
    "DIV QUOTE_OPEN BLANK QUOTE_CLOSE": "start(divided(quote))",
}


@pytest.mark.parametrize(("tokens", "rules"), ACCEPTED.items())
def test_accepted(tokens: str, rules: str) -> None:
    """Tokens make the rules that the grammar says."""
    tree = driver_tree("blocks", tokens.split())
    assert tree is not None
    assert _drawn(tree) == rules


def _drawn(tree: object) -> str:
    """A tree as the names of its rules."""
    children = [child for child in getattr(tree, "children", ()) if not isinstance(child, Token)]
    return str(getattr(tree, "data", "")) + (f"({' '.join(map(_drawn, children))})" if children else "")


def test_lists_too_deep() -> None:
    """Where lists lie too deep, numbers and bullets share one, which the grammar has a rule of its own for."""
    text = "".join(f"{'   ' * depth}- a\n" for depth in range(20)) + "".join(f"{'   ' * 20}{n}. b\n" for n in (1, 2))
    lines = read_lines(Source(text), Diagnostics())
    names = [token.type for token in tokens_of(text, lines, DIALECTS["unknown"], Diagnostics())]
    assert "mixed_list(bulleted numbered numbered)" in _drawn(driver_tree("blocks", names))
