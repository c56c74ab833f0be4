"""Lark's own parser for the grammars, to compare with."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from copy import copy
from functools import cache
from typing import Any

from lark import Lark, Token, Tree, UnexpectedInput
from lark.lexer import Lexer
from lark.parsers.lalr_interactive_parser import InteractiveParser

from articleparse.grammar import Parser, compile_grammar, grammar_text


class _Tokens(Lexer):
    """Makes tokens of the names of terminals."""

    def __init__(self, lexer_conf: object) -> None:
        pass

    def lex(self, lexer_state: Any, parser_state: object) -> Iterator[Token]:  # noqa: ARG002
        """A token for each name."""
        names: Sequence[str] = lexer_state.text.text if hasattr(lexer_state.text, "text") else lexer_state.text
        return (Token(name, name) for name in str(names).split())


@cache
def compiled(name: str) -> Lark:
    """The grammar `name` in Lark. Raises GrammarError for a conflict."""
    return Lark(grammar_text(name), parser="lalr", lexer=_Tokens, strict=True, maybe_placeholders=False)


@cache
def terminals(name: str) -> frozenset[str]:
    """The terminals that the rules of a grammar use."""
    expansions = (rule.expansion for rule in compiled(name).rules)
    return frozenset(symbol.name for expansion in expansions for symbol in expansion if symbol.is_term)


class _Trees(dict[str, Callable[[list[Any]], Any]]):
    """For each rule an action that makes the tree that Lark makes."""

    def __missing__(self, rule: str) -> Callable[[list[Any]], Any]:
        return lambda values: Tree(rule, list(values))


@cache
def driven(name: str) -> Parser:
    """The grammar `name` in the project's own driver, its values the trees that Lark would make."""
    return compile_grammar(name, _Trees())


def lark_tree(name: str, tokens: Sequence[str]) -> Tree[Token] | None:
    """What Lark makes of the tokens; None where it refuses them."""
    parser = compiled(name).parse_interactive("")
    try:
        for token in tokens:
            parser.feed_token(Token(token, token))
        result: Tree[Token] = parser.feed_eof()  # type: ignore[no-untyped-call]
    except UnexpectedInput:
        return None
    return result


def rules_used(name: str, tokens: Sequence[str]) -> set[str] | None:
    """The names of the rules that Lark reads the tokens by, those that leave nothing in the tree among them.

    None where it refuses the tokens. The parameters of a template are no part of its name.
    """
    used: set[str] = set()

    def note(rule: Any) -> Callable[[list[Any]], None]:
        return lambda _: used.add(str(rule.origin.name).partition("{")[0])

    parser = compiled(name).parse_interactive("")
    state = parser.parser_state
    state.parse_conf = copy(state.parse_conf)
    state.parse_conf.callbacks = {rule: note(rule) for rule in state.parse_conf.callbacks}
    try:
        for token in tokens:
            parser.feed_token(Token(token, token))
        parser.feed_eof()  # type: ignore[no-untyped-call]
    except UnexpectedInput:
        return None
    return used


def driver_tree(name: str, tokens: Sequence[str]) -> Tree[Token] | None:
    """What the driver makes of the tokens; None where it refuses them."""
    try:
        result: Tree[Token] = driven(name).parse([Token(token, token) for token in tokens])
    except ValueError:
        return None
    return result


def accepted(name: str, choices: Sequence[int]) -> list[str]:
    """A sequence of tokens that the grammar accepts, found by taking at each step one of those it allows."""
    parser = compiled(name).parse_interactive("")
    tokens: list[str] = []
    complete = 0
    for choice in choices:
        allowed = sorted(_accepts(parser))
        if "$END" in allowed:
            complete = len(tokens)
            allowed.remove("$END")
        if not allowed:
            break
        tokens.append(allowed[choice % len(allowed)])
        parser.feed_token(Token(tokens[-1], tokens[-1]))
    return tokens[: len(tokens) if "$END" in _accepts(parser) else complete]


def _accepts(parser: InteractiveParser) -> set[str]:
    names: set[str] = parser.accepts()  # type: ignore[no-untyped-call]
    return names
