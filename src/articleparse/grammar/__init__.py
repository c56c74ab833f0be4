"""The grammars, compiled. This is the only code that opens a `.lark` file."""

from articleparse.grammar.parser import (
    Actions,
    Parser,
    Token,
    compile_grammar,
    grammar_names,
    grammar_text,
    load_grammar,
)

__all__ = ["Actions", "Parser", "Token", "compile_grammar", "grammar_names", "grammar_text", "load_grammar"]
