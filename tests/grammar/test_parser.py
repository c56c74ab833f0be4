"""The driver of the LALR tables."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lark import Token

from articleparse.grammar import compile_grammar, grammar_names
from tests.support.lalr import accepted, driven, driver_tree, lark_tree, terminals

names = st.sampled_from(grammar_names())
walks = st.lists(st.integers(0, 1000), max_size=30)


@settings(max_examples=100, deadline=None)
@given(names, walks)
def test_accepted(name: str, choices: list[int]) -> None:
    """The driver makes the same tree as Lark's parser of every sequence that the grammar accepts."""
    tokens = accepted(name, choices)
    tree = lark_tree(name, tokens)
    assert tree is not None or not tokens
    assert driver_tree(name, tokens) == tree


@settings(max_examples=100, deadline=None)
@given(names, st.data())
def test_any_tokens(name: str, data: st.DataObject) -> None:
    """The driver refuses what Lark's parser refuses, and nothing else."""
    tokens = data.draw(st.lists(st.sampled_from(sorted(terminals(name))), max_size=8))
    assert driver_tree(name, tokens) == lark_tree(name, tokens)


def longest_prefix(name: str, tokens: list[str]) -> int | None:
    """The length of the longest prefix that `parse` accepts; None where it accepts none."""
    return next((n for n in range(len(tokens), -1, -1) if driver_tree(name, tokens[:n]) is not None), None)


@settings(max_examples=200, deadline=None)
@given(names, walks, st.data())
def test_prefix(name: str, choices: list[int], data: st.DataObject) -> None:
    """The longest prefix is the longest of all that `parse` accepts, and has the same value."""
    rest = data.draw(st.lists(st.sampled_from(sorted(terminals(name))), max_size=4))
    tokens = [*accepted(name, choices), *rest]
    length = longest_prefix(name, tokens)
    found = driven(name).parse_prefix([Token(token, token) for token in tokens])
    assert found == (None if length is None else (driver_tree(name, tokens[:length]), length))


def test_prefix_reads_no_further() -> None:
    """Tokens behind one that no accepted sequence has there are not read."""

    class Unread:
        @property
        def type(self) -> str:
            raise AssertionError

    found = driven("blocks").parse_prefix([Token("BLANK", ""), Token("LIST_CLOSE", ""), Unread()])
    assert found is not None
    assert found[1] == 1


def test_prefix_with_context() -> None:
    """Actions that take a context are given it, and run for the longest prefix alone."""
    calls: list[int] = []

    class Actions(dict[str, Any]):
        def __missing__(self, rule: str) -> Callable[..., object]:
            return lambda values, context: context.append(len(values))

    parser = compile_grammar("inline", Actions(), has_context=True)
    found = parser.parse_prefix([Token("RUN", ""), Token("TEXT", ""), Token("STRONG_OPEN", "")], calls)
    assert found is not None
    assert found[1] == 2
    assert calls


def test_refusal_names_what_was_expected() -> None:
    """A sequence that the grammar refuses is an error that tells what could have stood there."""
    with pytest.raises(ValueError, match="refuses LIST_CLOSE here; it expects BULLET, NUMBER"):
        driven("blocks").parse([Token("LIST_OPEN", ""), Token("LIST_CLOSE", "")])


def test_refusal_of_an_early_end() -> None:
    """A sequence that ends too early is refused."""
    with pytest.raises(ValueError, match="expects"):
        driven("blocks").parse([Token("FENCE", "")])


def test_tokens_in_lower_case() -> None:
    """A token may have the name of its terminal in lower case, as nodes have."""
    tree = driven("inline").parse([Token("RUN", ""), Token("text", "a"), Token("line_break", "")])
    assert [child.type for child in tree.children[0].children] == ["RUN", "text", "line_break"]


def test_a_rule_without_an_action() -> None:
    """A rule without an action is an error when the grammar is compiled."""
    with pytest.raises(KeyError):
        compile_grammar("blocks", {"start": list})


def test_long_repetitions() -> None:
    """A hundred thousand tokens make one flat list."""
    tree = driven("blocks").parse([Token("BLANK", "")] * 100_000)
    assert len(tree.children) == 100_000
