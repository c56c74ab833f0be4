"""Write the tables and examples of the docs that come out of the code, between their marks.

    python tools/build_docs_tables.py

The text around the marks is written by hand and stays as it is.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import attrs

from articleparse import Article, parse_file
from articleparse.diagnostics import CATALOGUE
from articleparse.dialect import DIALECTS
from articleparse.formats import BUILT_IN

ROOT = Path(__file__).parents[1]
DOCS = ROOT / "docs"
SEED = ROOT / "seeds" / "ynetnews-back-channel.txt"
BEGIN, END = "<!-- made from the code: begin -->\n", "<!-- end -->"


def diagnostics() -> str:
    """The catalogue, a section for each code."""
    return "\n".join(
        f"### {entry.code}: {entry.name}\n\n"
        f"**{entry.severity.capitalize()}.** {entry.message[0].upper()}{entry.message[1:]}.\n\n"
        f"{entry.why}\n\n*What to do:* {entry.remedy}\n\n*Example:*{_example(entry.example)}\n"
        for entry in CATALOGUE.values()
    )


def _example(dump: str | bytes) -> str:
    """A dump as it reads, or, where it holds what no page shows, as Python writes it."""
    if isinstance(dump, bytes) or not dump.replace("\n", "").isprintable() or not dump:
        return f" `{dump!r}`"
    return f"\n\n```text\n{dump}```"


def dialects() -> str:
    """The dialects, a row each."""
    rows = [f"| `{name}` | {_sentence(dialect.about)} |" for name, dialect in DIALECTS.items()]
    return "\n".join(["| Name | Converter |", "|---|---|", *rows]) + "\n"


def _sentence(text: str) -> str:
    return text.replace("|", "\\|")


def formats() -> str:
    """The formats, a row each."""
    rows = [
        f"| `{name}` | {entry.suffix} | {_sentence(entry.description)} | {entry.direction} | "
        f"{'yes' if entry.write_line else 'no'} | {entry.losses} |"
        for name, entry in BUILT_IN.items()
    ]
    head = ["| Name | Suffix | What it is | Direction | Several in one file | Loses |", "|---|---|---|---|---|---|"]
    return "\n".join([*head, *rows]) + "\n"


def grammars() -> str:
    """The grammars, a section for each, with the page that has examples of its rules."""
    files = sorted((ROOT / "grammar").glob("*.lark"))
    return "\n".join(
        f"## {path.stem}.lark\n\n[Every rule with what it accepts and refuses](grammar/{path.stem}.md)\n\n"
        f"```text\n{path.read_text(encoding='utf-8').rstrip()}\n```\n"
        for path in files
    )


def example(name: str, language: str) -> str:
    """What a format makes of the seed, as a block of code, but for the name of its file."""
    article = parse_file(SEED)
    written = str(BUILT_IN[name].write(_unnamed(article))).replace("\r\n", "\n").rstrip()
    return f"```{language}\n{written}\n```\n"


def _unnamed(article: Article) -> Article:
    """The article without the name of its file, which depends on where it is read from."""
    return attrs.evolve(article, meta=attrs.evolve(article.meta, name=None))


TABLES: dict[str, Callable[[], str]] = {
    "diagnostics.md": diagnostics,
    "dialects.md": dialects,
    "formats.md": formats,
    "grammar.md": grammars,
    "formats/html.md": lambda: example("html", "html"),
    "formats/jsonld.md": lambda: example("jsonld", "json"),
    "formats/ninjs.md": lambda: example("ninjs", "json"),
    "formats/nitf.md": lambda: example("nitf", "xml"),
    "formats/tei.md": lambda: example("tei", "xml"),
    "formats/pandoc.md": lambda: example("pandoc", "json"),
    "formats/docling.md": lambda: example("docling", "json"),
    "formats/chunks.md": lambda: example("chunks", "json"),
    "formats/tables.md": lambda: example("csv", "text"),
}


def page(name: str) -> str:
    """The page `name` with its table made anew. Raises ValueError when its marks are missing."""
    text = (DOCS / name).read_text(encoding="utf-8")
    head, begin, rest = text.partition(BEGIN)
    _, end, tail = rest.partition(END)
    if not (begin and end):
        raise ValueError(f"docs/{name} lacks the marks of its table")
    return f"{head}{BEGIN}\n{TABLES[name]()}\n{END}{tail}"


def main() -> None:
    """Write the pages."""
    for name in TABLES:
        (DOCS / name).write_text(page(name), encoding="utf-8")


if __name__ == "__main__":
    main()
