"""The driver of the LALR tables."""

from __future__ import annotations

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
    letters = accepted(name, choices)
    tree = lark_tree(name, letters)
    assert tree is not None or not letters
    assert driver_tree(name, letters) == tree


@settings(max_examples=100, deadline=None)
@given(names, st.data())
def test_any_letters(name: str, data: st.DataObject) -> None:
    """The driver refuses what Lark's parser refuses, and nothing else."""
    letters = data.draw(st.lists(st.sampled_from(sorted(terminals(name))), max_size=8))
    assert driver_tree(name, letters) == lark_tree(name, letters)


def test_refusal_names_what_was_expected() -> None:
    """A sequence that the grammar refuses is an error that tells what could have stood there."""
    with pytest.raises(ValueError, match="refuses LIST_CLOSE here; it expects BULLET, NUMBER"):
        driven("blocks").parse([Token("LIST_OPEN", ""), Token("LIST_CLOSE", "")])


def test_refusal_of_an_early_end() -> None:
    """A sequence that ends too early is refused."""
    with pytest.raises(ValueError, match="expects"):
        driven("blocks").parse([Token("FENCE", "")])


def test_letters_in_lower_case() -> None:
    """A letter may have the name of its terminal in lower case, as nodes have."""
    tree = driven("inline").parse([Token("RUN", ""), Token("text", "a"), Token("line_break", "")])
    assert [child.type for child in tree.children[0].children] == ["RUN", "text", "line_break"]


def test_a_rule_without_an_action() -> None:
    """A rule without an action is an error when the grammar is compiled."""
    with pytest.raises(KeyError):
        compile_grammar("blocks", {"start": list})


def test_long_repetitions() -> None:
    """A hundred thousand letters make one flat list."""
    tree = driven("blocks").parse([Token("BLANK", "")] * 100_000)
    assert len(tree.children) == 100_000
