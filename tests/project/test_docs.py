"""The code in the docs runs, and the pages made from the code are up to date."""

from __future__ import annotations

import ast
import doctest
import re
import runpy
import shlex
from importlib import import_module
from importlib.util import find_spec
from inspect import isclass, isfunction
from pathlib import Path

import pytest
from click.testing import CliRunner

import articleparse as ap
from articleparse.cli import main

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
PAGES = sorted(path.relative_to(DOCS).as_posix() for path in DOCS.rglob("*.md"))
OTHERS = {"pandas", "duckdb", "pyarrow"}
"""Libraries of others that the how-to speaks of; their examples run where they are installed."""

BLOCK = re.compile(r"^```(\w+)(?: title=\"([^\"]+)\")?\n(.*?)^```$", re.MULTILINE | re.DOTALL)
SHORT = (
    "# Rain at last\n\nBy Jane Doe\n\nIt rained on Tuesday, the first rain in three months, and farmers were glad.\n"
)


def blocks_of(page: str) -> list[tuple[str, str, str]]:
    """Language, title and text of each fenced block."""
    return [(match[1], match[2] or "", match[3]) for match in BLOCK.finditer((DOCS / page).read_text(encoding="utf-8"))]


def test_pages() -> None:
    """There are pages, and some of them have code."""
    assert {"index.md", "tutorial.md", "how-to.md"} <= set(PAGES)
    assert sum(language == "pycon" for page in PAGES for language, _, _ in blocks_of(page)) > 10


@pytest.mark.parametrize("page", PAGES)
def test_code(page: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The blocks of a page run in their order; a block with a title is a file of that name."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "dumps").mkdir()
    for name in ("one", "two"):
        (tmp_path / "dumps" / f"{name}.txt").write_text(SHORT, encoding="utf-8")
    names: dict[str, object] = {}
    for language, title, text in blocks_of(page):
        if title:
            (tmp_path / title).write_text(text, encoding="utf-8")
        if language == "pycon":
            run_session(text, names, page)
        elif language == "python":
            run_script(text, title, tmp_path)
        elif language == "bash":
            run_commands(text)


def run_session(text: str, names: dict[str, object], page: str) -> None:
    """Compare what a session prints with what the page says. `names` are those of the sessions before it."""
    example = doctest.DocTestParser().get_doctest(text, names, page, page, 0)
    assert doctest.DocTestRunner().run(example, clear_globs=False).failed == 0
    names.update(example.globs)


def run_script(text: str, title: str, folder: Path) -> None:
    """Run a block as a program, unless it needs a library that is not installed."""
    tree = ast.parse(text)
    imported = {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}
    if any(find_spec(name) is None for name in imported & OTHERS):
        return
    path = folder / (title or "block.py")
    path.write_text(text, encoding="utf-8")
    runpy.run_path(str(path), run_name="__main__")


def run_commands(text: str) -> None:
    """Run the lines that call `articleparse`."""
    for line in text.splitlines():
        words = shlex.split(line)
        if words[:1] == ["articleparse"]:
            result = CliRunner().invoke(main, words[1:])
            assert (line, result.exit_code) == (line, 0), result.stderr


def test_tables_are_up_to_date() -> None:
    """The tables in the docs are those that tools/build_docs_tables.py writes."""
    script = runpy.run_path(str(ROOT / "tools" / "build_docs_tables.py"))
    for name in script["TABLES"]:
        assert script["page"](name) == (DOCS / name).read_text(encoding="utf-8")


PUBLIC = ("articleparse", "articleparse.tree", "articleparse.strategies")
"""Modules all of whose names are public."""


def listed() -> list[tuple[str, str]]:
    """The module and the name of each entry of the reference."""
    entries = re.findall(r"^::: ([\w.]+)\.(\w+)$", (DOCS / "reference.md").read_text(encoding="utf-8"), re.MULTILINE)
    return [(module, name) for module, name in entries]


def test_reference_is_complete() -> None:
    """Every public name has one place in the reference, under the module that it is imported from."""
    top = set(ap.__all__)
    names = {(module, name) for module in PUBLIC for name in import_module(module).__all__}
    # The top level repeats some names of the tree, and has the tree itself, whose names are listed.
    wanted = {(module, name) for module, name in names if module == "articleparse" or name not in top} - {
        ("articleparse", "tree")
    }
    assert wanted - {*listed()} == set()
    assert len(listed()) == len({*listed()})


def test_reference_is_true() -> None:
    """What the reference lists is what its module lists, and explained unless it is a constant."""
    for module, name in listed():
        if module == "articleparse.formats.arrow" and find_spec("pyarrow") is None:
            continue  # read where its library is installed, by the same test
        home = import_module(module)
        assert name in getattr(home, "__all__", dir(home)), f"{module}.{name}"
        value = getattr(home, name)
        assert value.__doc__ or not (isclass(value) or isfunction(value)), f"{module}.{name}"
    assert {name for module, name in listed() if module == "articleparse"} == {*ap.__all__} - {"tree"}


OLD_NAMES = {
    "Article", "CATALOGUE", "DIALECTS", "Diagnostic", "FORMATS", "Format", "FormatError", "LoadError", "Node",
    "Options", "Span", "Visitor", "VocabularyError", "explain", "find", "find_format", "format_names",
    "from_json", "from_jsonld", "from_ninjs", "from_nitf", "from_xml", "leaves", "losses", "parse",
    "parse_bytes", "parse_file", "problems", "read_vocabulary", "resolve_links", "to_chunks", "to_csv",
    "to_docling", "to_html", "to_json", "to_jsonld", "to_markdown", "to_ninjs", "to_nitf", "to_pandoc",
    "to_record", "to_tei", "to_text", "to_xml", "unparse", "walk", "Credits", "Deleted", "Judged", "Other",
    "Timestamps", "Entry", "source_name",
}  # fmt: skip
"""What 0.1.0 could import from `articleparse`, then the nodes and fields that have other names now."""


def test_old_names_are_explained() -> None:
    """The page of old names has each of them, and what it names instead exists."""
    page = (DOCS / "renamed.md").read_text(encoding="utf-8")
    code = " ".join(re.findall(r"`([^`]+)`", page))
    assert OLD_NAMES - {*re.findall(r"\w+", code)} == set()
    now = [line.split("|")[2] for line in page.splitlines() if line.startswith("| `")]
    names = [name for cell in now for name in re.findall(r"\b(?:ap|articleparse)((?:\.\w+)+)", cell)]
    assert len(names) > 10
    for name in names:
        module, _, attribute = f"articleparse{name}".rpartition(".")
        assert hasattr(import_module(module), attribute), name


def test_what_stayed_is_there() -> None:
    """What the page of old names says has stayed is imported from where it was, and the rest is not."""
    page = (DOCS / "renamed.md").read_text(encoding="utf-8")
    stayed = page.partition("## What stayed")[2].partition("##")[0]
    assert {*re.findall(r"`(\w+)`", stayed)} - {"articleparse"} == OLD_NAMES & {*ap.__all__}


def test_order_of_imports() -> None:
    """The architecture page shows the layers of the import contract."""
    project = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    contract = re.search(r"^layers = \[\n(.*?)^\]", project, re.MULTILINE | re.DOTALL)
    assert contract is not None
    layers = "\n".join(re.findall(r'"(.+?)"', contract[1]))
    assert f"```text\n{layers}\n```" in (DOCS / "architecture.md").read_text(encoding="utf-8")


def test_dependencies_are_explained() -> None:
    """The architecture page says why each dependency is there."""
    project = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    listed = re.search(r"^dependencies = \[\n(.*?)^\]", project, re.MULTILINE | re.DOTALL)
    assert listed is not None
    page = (DOCS / "architecture.md").read_text(encoding="utf-8")
    assert [name for name in re.findall(r'"([\w-]+)', listed[1]) if f"| [{name}](" not in page] == []
