"""Texts drawn from the grammars themselves, and what their tokens look like in a dump."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files

from hypothesis import strategies as st
from hypothesis.extra.lark import from_lark

from articleparse.grammar import grammar_names, load_grammar
from articleparse.roles import Role

_NOTHING = ("",)
"""How a boundary token looks: it marks a place and has no width."""

_TABLES = tomllib.loads((files(__package__) / "token_samples.toml").read_text(encoding="utf-8"))

ROLE_SAMPLES: dict[Role, tuple[str, ...]] = {Role[name]: tuple(blocks) for name, blocks in _TABLES["roles"].items()}
"""Blocks that each role can look like."""

TOKEN_SAMPLES: dict[str, dict[str, tuple[str, ...]]] = {
    grammar: {name: tuple(looks) for name, looks in samples.items()} for grammar, samples in _TABLES["tokens"].items()
}
"""What the tokens of each grammar look like. Boundary tokens, which have no width, are left out."""

# The tokens of an article are the roles of its blocks, and a blank line parts two blocks.
TOKEN_SAMPLES["article"] |= {role.name: tuple(f"{block}\n\n" for block in ROLE_SAMPLES[role]) for role in ROLE_SAMPLES}


def sources(grammar: str | None = None) -> st.SearchStrategy[str]:
    """Texts whose tokens the grammar accepts in this order, or those of any of the grammars.

    `grammar` is `article`, `blocks`, `inline`, `byline`, `credit` or `dateline`. A parse need not find the same
    tokens again, for what a line means depends on the lines around it. Raises ValueError for an unknown grammar.

    >>> from hypothesis import find
    >>> find(sources("dateline"), lambda text: "Reuters" in text).count("Reuters")
    1
    """
    names = grammar_names()
    if grammar is not None and grammar not in names:
        raise ValueError(f"no grammar {grammar!r}; there are {', '.join(names)}")
    return st.one_of([_of_grammar(name) for name in ([grammar] if grammar else names)])


@cache
def _of_grammar(name: str) -> st.SearchStrategy[str]:
    lark = load_grammar(name)
    samples = TOKEN_SAMPLES[name]
    terminals = {symbol.name for rule in lark.rules for symbol in rule.expansion if symbol.is_term}
    return from_lark(lark, explicit={name: st.sampled_from(samples.get(name, _NOTHING)) for name in terminals})
