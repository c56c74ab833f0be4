"""How much of the articles of a corpus is found in dumps that other converters make of the same pages.

    python benchmarks/converters.py CORPUS                  # CORPUS/gold/*.json, CORPUS/dumps/markdownify/*.txt
    python benchmarks/converters.py CORPUS --of print       # of another folder of dumps

A dump is made into HTML by cmarkgfm, and that into a dump by each converter. The first row is the dump as it is: by how
much a row is lower is what the converter's marks cost, beside what it loses by itself. Needs the extra `bench`. The
weights that ship were trained on pages of a corpus: on those pages the rows are in-sample, and only their ratios mean
anything.
"""

from __future__ import annotations

import argparse
import os
from collections.abc import Callable
from pathlib import Path

import html2text
import inscriptis
from bs4 import BeautifulSoup
from inscriptis.model.config import ParserConfig
from markdownify import markdownify
from peers import to_html
from reading import read_dumps
from report import Record, read_golds, rows_of, table
from resiliparse.extract.html2text import extract_plain_text

import articleparse as ap

Converter = Callable[[str], str]


def _html2text(**settings: object) -> Converter:
    def convert(html: str) -> str:
        converter = html2text.HTML2Text()
        for name, value in settings.items():
            setattr(converter, name, value)
        return str(converter.handle(html))

    return convert


CONVERTERS: dict[str, Converter] = {
    "html2text": _html2text(),
    "html2text, no links": _html2text(body_width=0, ignore_links=True, ignore_images=True),
    "html2text, references": _html2text(inline_links=False),
    "markdownify": markdownify,
    "markdownify, no links": lambda html: markdownify(html, strip=["a", "img"], heading_style="ATX", bullets="-"),
    "inscriptis": inscriptis.get_text,
    "inscriptis, links": lambda html: inscriptis.get_text(html, ParserConfig(display_links=True)),
    "resiliparse": extract_plain_text,
    "get_text": lambda html: BeautifulSoup(html, "lxml").get_text(),
    "get_text, line ends": lambda html: BeautifulSoup(html, "lxml").get_text("\n", strip=True),
}
"""What makes dumps of HTML, with the settings that change them most."""

AS_IT_IS = "as it is"


def examine(path: Path) -> dict[str, Record]:
    """What is found in the dump, and in those that the converters make of it, by their names."""
    dump = path.read_bytes().decode("utf-8", "replace")
    html = to_html(dump)
    dumps = {AS_IT_IS: dump} | {name: convert(html) for name, convert in CONVERTERS.items()}
    return {name: dict(ap.to_record(ap.parse(text, name=path.name))) for name, text in dumps.items()}


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description="Score what is found in dumps that other converters make.")
    parser.add_argument("corpus", type=Path, help="a folder with gold/ and dumps/")
    parser.add_argument("--of", default="markdownify", metavar="DIALECT", help="folder of dumps (%(default)s)")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1, help="processes (default: one a processor)")
    given = parser.parse_args()
    folder = given.corpus / "dumps" / given.of
    golds = [gold for gold in read_golds(given.corpus / "gold") if (folder / f"{gold.page}.txt").exists()]
    if not golds:
        parser.error(f"no dumps of annotated pages in {folder}")
    records = read_dumps([folder / f"{gold.page}.txt" for gold in golds], examine, given.jobs)
    print(table(rows_of(given.of, golds, records)))


if __name__ == "__main__":
    main()
