"""Texts drawn from the grammars themselves."""

from __future__ import annotations

from functools import cache

from hypothesis import strategies as st
from hypothesis.extra.lark import from_lark

from articleparse.grammar import grammar_names, load_grammar
from articleparse.strategies.letters import LOOKS

_NOTHING = ("",)  # letters of no width mark a place


def sources(grammar: str | None = None) -> st.SearchStrategy[str]:
    """Texts whose letters the grammar accepts in this order, or those of any of the grammars.

    `grammar` is `article`, `blocks`, `inline`, `byline`, `credit` or `dateline`. A parse need not find the same
    letters again, for what a line means depends on the lines around it. Raises ValueError for an unknown grammar.

    >>> from hypothesis import find
    >>> find(sources("byline"), lambda text: text.startswith("By"))
    'By '
    """
    names = grammar_names()
    if grammar is not None and grammar not in names:
        raise ValueError(f"no grammar {grammar!r}; there are {', '.join(names)}")
    return st.one_of([_of_grammar(name) for name in ([grammar] if grammar else names)])


@cache
def _of_grammar(name: str) -> st.SearchStrategy[str]:
    lark = load_grammar(name)
    looks = LOOKS[name]
    letters = {symbol.name for rule in lark.rules for symbol in rule.expansion if symbol.is_term}
    return from_lark(lark, explicit={letter: st.sampled_from(looks.get(letter, _NOTHING)) for letter in letters})
