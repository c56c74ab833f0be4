"""The names that users rely on."""

from __future__ import annotations

import importlib
import subprocess
import sys

import pytest

import articleparse

PUBLIC = [
    "Article", "CATALOGUE", "DIALECTS", "Diagnostic", "FORMATS", "Format", "FormatError", "LoadError", "Node",
    "Options", "Reading", "Span", "Visitor", "VocabularyError", "find", "find_format", "format_names", "from_json",
    "from_jsonld", "from_ninjs", "from_nitf", "from_xml", "leaves", "losses", "parse", "parse_bytes", "parse_file",
    "read", "read_vocabulary", "resolve_links", "to_chunks", "to_csv", "to_docling", "to_html", "to_json",
    "to_jsonld", "to_markdown", "to_ninjs", "to_nitf", "to_pandoc", "to_record", "to_tei", "to_text", "to_xml",
    "unparse", "validate", "walk",
]  # fmt: skip
"""To add a name here is to promise to keep it."""

PACKAGES = ("source", "diagnostics", "tree", "grammar", "lines", "dialect", "blocks", "inline", "roles", "article")


def test_public_names() -> None:
    """The package has exactly the names that it promises."""
    assert sorted(articleparse.__all__) == PUBLIC
    assert dir(articleparse) == sorted(articleparse.__all__)


@pytest.mark.parametrize("name", PUBLIC)
def test_documented(name: str) -> None:
    """Every public name is there, and every class and function tells what it is for."""
    value = getattr(articleparse, name)
    assert not callable(value) or value.__doc__


def test_unknown_name() -> None:
    """A name that the package hasn't is an error as usual."""
    with pytest.raises(AttributeError, match="nothing"):
        _ = articleparse.nothing


@pytest.mark.parametrize("package", PACKAGES)
def test_names_of_packages(package: str) -> None:
    """What a package lists, it has, in order and once."""
    module = importlib.import_module(f"articleparse.{package}")
    assert all(hasattr(module, name) for name in module.__all__)
    assert sorted(set(module.__all__)) == sorted(module.__all__)


def test_import_is_light() -> None:
    """To import the package loads none of what only a parse needs."""
    heavy = {"lark", "lxml", "charset_normalizer", "hypothesis"}
    code = f"import sys, articleparse; print(*sorted({heavy} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == ""
