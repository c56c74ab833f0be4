"""The grammar files tell the truth."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import articleparse
from articleparse.grammar import Token, grammar_names, grammar_text
from articleparse.inline import parse as inline_parse
from articleparse.tree import Code, Image, LineBreak, Text
from tests.support.cases import read_cases
from tests.support.lalr import compiled, terminals
from tests.support.syntax import read

PACKAGE = Path(articleparse.__file__).parent
INLINE_FIXTURES = Path(__file__).parents[1] / "inline" / "fixtures"


@pytest.mark.parametrize("name", grammar_names())
def test_strict(name: str) -> None:
    """Every grammar is LALR(1) without a conflict."""
    assert compiled(name).rules


def test_names() -> None:
    """The grammars of the stages are there, and no name shadows one of Lark's own."""
    assert {"article", "blocks", "inline"} <= set(grammar_names())
    assert not {"common", "lark", "python", "unicode"} & set(grammar_names())


def test_missing() -> None:
    """A grammar that isn't there is an error."""
    with pytest.raises(FileNotFoundError):
        grammar_text("nothing")


def test_inline_tokens(monkeypatch: pytest.MonkeyPatch) -> None:
    """The tokens of the inline grammar are the ones that the code writes."""
    parser = inline_parse._parser()
    written: set[str] = set()

    class Listening:
        def parse(self, tokens: list[Token]) -> object:
            written.update(token.type.upper() for token in tokens)
            return parser.parse(tokens)

    monkeypatch.setattr(inline_parse, "_parser", Listening)
    for path in INLINE_FIXTURES.glob("*.txt"):
        for case in read_cases(path.read_bytes().decode("utf-8")):
            read(case.given, case.dialect)
    assert written == terminals("inline")
    assert {kind.type.upper() for kind in (Text, Code, Image, LineBreak)} < written


def _imports(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.module or ""


def test_lark_is_imported_in_one_place() -> None:
    """Lark is imported by the grammar package alone."""
    users = {
        path.relative_to(PACKAGE).parts[0]
        for path in PACKAGE.rglob("*.py")
        if any(name.split(".")[0] == "lark" for name in _imports(path))
    }
    assert users == {"grammar"}


def test_grammars_are_opened_in_one_place() -> None:
    """No other package calls for the text of a grammar."""
    users = {
        path.relative_to(PACKAGE).parts[0]
        for path in PACKAGE.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and "grammar_text" in ast.dump(node.func)
    }
    assert users == {"grammar"}
