"""The layout of the package is what the documentation says of it."""

from __future__ import annotations

import ast
import importlib
import pkgutil
import re
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from types import ModuleType

import pytest

import articleparse
from articleparse.grammar import grammar_names, grammar_text
from articleparse.vocabulary.rows import categories

PACKAGE = Path(articleparse.__file__).parent
FILES = sorted(PACKAGE.rglob("*.py"))
LONGEST_FILE = 400


def packages() -> Iterator[str]:
    """The names of all packages that need no extra to be imported."""
    yield "articleparse"
    for module in pkgutil.walk_packages([str(PACKAGE)], "articleparse."):
        if module.ispkg:
            yield module.name


@pytest.mark.parametrize("name", list(packages()))
def test_no_function_hides_a_module(name: str) -> None:
    """What a package calls by the name of one of its modules is that module."""
    package = importlib.import_module(name)
    for module in pkgutil.iter_modules(package.__path__):
        is_importable = module.name not in ("__main__", *(() if find_spec("pyarrow") else ("arrow",)))
        if is_importable:
            importlib.import_module(f"{name}.{module.name}")
            assert isinstance(getattr(package, module.name), ModuleType), module.name


def test_files_are_not_heaps() -> None:
    """No file is longer than a reader takes in at one go."""
    assert [path.name for path in FILES if len(path.read_text(encoding="utf-8").splitlines()) > LONGEST_FILE] == []


def test_words_are_handed_in() -> None:
    """No stage fetches the vocabulary by itself: the pipeline hands it on, with the words of the user."""
    callers = {
        path.relative_to(PACKAGE).as_posix()
        for path in FILES
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "load_vocabulary"
    }
    assert callers == {"pipeline.py"}


WORD = re.compile(r"[^\W\d_]{2,}\.?")
"""A word of a language as lists hold them: in small letters, or in a script without capitals."""

NAMES = {part for category in categories() for part in category.split(".")} | {
    name for grammar in grammar_names() for name in re.findall(r"^(\w+)(?:\{|:)", grammar_text(grammar), re.MULTILINE)
}
"""Small words that are names in the project: of categories of the vocabulary, and of rules."""


def word_lists(path: Path) -> Iterator[list[str]]:
    """The literal collections of words in a file, but for those of slots, of types, and of names in the project."""
    nodes = [*ast.walk(ast.parse(path.read_text(encoding="utf-8")))]
    typed = {id(node.slice) for node in nodes if isinstance(node, ast.Subscript)}
    slots = {
        id(node.value) for node in nodes if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "__slots__"
    }
    for node in nodes:
        if isinstance(node, ast.Set | ast.Tuple | ast.List) and id(node) not in typed | slots:
            words = [item.value for item in node.elts if isinstance(item, ast.Constant) and isinstance(item.value, str)]
            listed = len(words) > 2 and all(WORD.fullmatch(word) and not word.isupper() for word in words)
            if listed and not NAMES.issuperset(words):
                yield words


@pytest.mark.parametrize("package", ["fields", "article"])
def test_no_word_lists_in_code(package: str) -> None:
    """The words by which fields are told stand in the vocabulary's data, where they have a language and a source."""
    found = {path.name: lists for path in sorted((PACKAGE / package).glob("*.py")) if (lists := [*word_lists(path)])}
    assert found == {}
