"""The speed of a parse, stage by stage, beside two Markdown parsers and trafilatura in the same run.

    python benchmarks/speed.py                    # dumps made up by benchmarks/pages.py
    python benchmarks/speed.py --corpus DIR       # DIR/print/*.txt, DIR/hash/*.txt ...
    python benchmarks/speed.py --page HTML DUMP   # a page's own HTML and a dump of it

Needs the extra `bench`. What counts is processor time, for other work on the machine says nothing about the code;
rounds are interleaved, so that a busy moment hits all rows alike, and the fastest of all counts. The rows of single
stages take turns within each dump. The syntax as a whole, `parse` and the Markdown parsers each read one dump after
the other, with nothing between that would cool the caches down. MB are 10**6 bytes of UTF-8. The Markdown parsers read
the dumps. trafilatura reads HTML that cmarkgfm made of them, which is smaller than a page's own: with that, as `--page`
gives it, it takes longer.

Results are dropped one by one, as when a folder is converted. The rows "all kept" hold those of the whole folder, whose
objects the garbage collector has to walk: they are compared with each other.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
from collections.abc import Callable, Sequence
from functools import cache, partial
from importlib.util import find_spec
from pathlib import Path
from time import perf_counter, process_time
from typing import TypeVar

import mistune
import trafilatura
from markdown_it import MarkdownIt
from pages import print_view, whole_page
from peers import to_html

import articleparse as ap
from articleparse.article import adjust_roles, build_article
from articleparse.blocks import Unit, read_blocks
from articleparse.diagnostics import Diagnostics
from articleparse.dialect import detect_dialect
from articleparse.fields.line import FieldReader
from articleparse.formats import Format
from articleparse.inline import read_units
from articleparse.lines import read_lines
from articleparse.roles import judge
from articleparse.source import Source
from articleparse.tree import Meta
from articleparse.vocabulary import load_vocabulary

STAGES = ("source", "lines", "dialect", "blocks", "inline", "roles", "article")
YARDSTICK = "mistune"
KEPT = ", all kept"
EXTRACTOR = "trafilatura on HTML"

Seconds = dict[str, float]
T = TypeVar("T")


def stage_seconds(texts: Sequence[str]) -> Seconds:
    """What each stage takes for all `texts`, in seconds."""
    total = dict.fromkeys(STAGES, 0.0)
    for text in texts:
        marks = [process_time()]
        diagnostics = Diagnostics()
        source = Source(text)
        marks.append(process_time())
        lines = read_lines(source, diagnostics)
        marks.append(process_time())
        dialect = detect_dialect(source, lines)
        marks.append(process_time())
        blocks = read_blocks(source, lines, dialect, diagnostics)
        marks.append(process_time())
        units = read_units(source, blocks, dialect, diagnostics)
        marks.append(process_time())
        vocabulary = load_vocabulary()
        judgements = judge(units, vocabulary).judgements
        marks.append(process_time())
        reader = FieldReader(vocabulary)
        build_article(source, *adjust_roles(units, judgements, reader, diagnostics), Meta(), reader, diagnostics)
        marks.append(process_time())
        for name, start, end in zip(STAGES, marks, marks[1:], strict=False):
            total[name] += end - start
    return total


def read_syntax(text: str) -> Sequence[Unit]:
    """The stages from source to inline, which end where a Markdown parser does."""
    diagnostics = Diagnostics()
    source = Source(text)
    lines = read_lines(source, diagnostics)
    dialect = detect_dialect(source, lines)
    return read_units(source, read_blocks(source, lines, dialect, diagnostics), dialect, diagnostics)


def seconds_of(action: Callable[[T], object], inputs: Sequence[T]) -> float:
    """What `action` takes for all `inputs`, in seconds."""
    start = process_time()
    for value in inputs:
        action(value)
    return process_time() - start


def seconds_keeping(action: Callable[[T], object], inputs: Sequence[T]) -> float:
    """What `action` takes for all `inputs` while all results are kept, in seconds."""
    start = process_time()
    results = [action(value) for value in inputs]
    taken = process_time() - start
    del results
    return taken


def writing_seconds(texts: Sequence[str]) -> Seconds:
    """What writing the articles of all `texts` takes in each format. One article is alive at a time."""
    total = dict.fromkeys((f"write {name}" for name in _formats()), 0.0)
    for text in texts:
        article = ap.parse(text)
        for name, entry in _formats().items():
            total[f"write {name}"] += seconds_of(entry.write, [article])
    return total


@cache
def _formats() -> dict[str, Format]:
    """The formats, without those whose library is not installed."""
    tables = () if find_spec("pyarrow") else ("parquet", "arrow")
    return {name: entry for name, entry in ap.FORMATS.items() if name not in tables}


def measure(texts: Sequence[str], pages: Sequence[str], rounds: int) -> Seconds:
    """The fastest of `rounds` for every row of the table; `pages` are the HTML of the dumps."""
    extract = partial(trafilatura.bare_extraction, with_metadata=True, include_comments=False)
    readers: dict[str, Callable[[str], object]] = {
        "syntax (source to inline)": read_syntax,
        "parse": ap.parse,
        YARDSTICK: mistune.create_markdown(renderer=None),
        "markdown-it-py": MarkdownIt().parse,
    }
    best: Seconds = {}
    for _ in range(rounds):
        found = stage_seconds(texts) | {name: seconds_of(read, texts) for name, read in readers.items()}
        found[EXTRACTOR] = seconds_of(extract, pages)
        found[f"parse{KEPT}"] = seconds_keeping(ap.parse, texts)
        found[YARDSTICK + KEPT] = seconds_keeping(readers[YARDSTICK], texts)
        found |= writing_seconds(texts)
        best = {name: min(seconds, best.get(name, seconds)) for name, seconds in found.items()}
    return best


def table(title: str, texts: Sequence[str], seconds: Seconds) -> str:
    """The rows with documents/s, MB/s and how many times as fast as the yardstick."""
    size = sum(len(text.encode("utf-8", "surrogatepass")) for text in texts) / 1e6
    lines = [
        f"{title}: {len(texts)} dumps, {size:.2f} MB",
        f"{'':27}{'documents/s':>12}{'MB/s':>9}{'x ' + YARDSTICK:>11}",
    ]
    for name, taken in seconds.items():
        yardstick = seconds[YARDSTICK + KEPT if name.endswith(KEPT) else YARDSTICK]
        rates = f"{len(texts) / taken:12,.0f}{size / taken:9.2f}{yardstick / taken:11.2f}"
        lines.append(f"{name:27}{rates}")
    lines.append(
        f"parse is {seconds[EXTRACTOR] / seconds['parse']:.1f} times as fast as {EXTRACTOR}; "
        f"roles take {seconds['roles'] / seconds['parse']:.0%} of parse"
    )
    return "\n".join(lines) + "\n"


def _wall_seconds(run: Callable[[list[str]], object], command: list[str]) -> float:
    start = perf_counter()
    run(command)
    return perf_counter() - start


def start_up(rounds: int) -> str:
    """What the command takes to print its version, beside an interpreter that does nothing."""
    script = Path(sys.executable).with_name("articleparse")
    command = [str(script)] if script.exists() else [sys.executable, "-m", "articleparse"]
    run = partial(subprocess.run, check=True, capture_output=True)
    bare = min(_wall_seconds(run, [sys.executable, "-c", "pass"]) for _ in range(rounds))
    version = min(_wall_seconds(run, [*command, "--version"]) for _ in range(rounds))
    return f"start-up: articleparse --version {version:.3f} s, python -c pass {bare:.3f} s, {version - bare:.3f} s more"


def read_corpus(folder: Path, limit: int | None) -> dict[str, list[str]]:
    """The dumps of `folder` by kind: those whose names begin with a country's two letters."""
    kinds = {
        "print views": "print",
        "whole pages": "hash",
        "whole pages by html2text": "html2text",
        "whole pages by markdownify": "markdownify",
    }
    return {
        title: [path.read_bytes().decode("utf-8") for path in sorted((folder / name).glob("[a-z][a-z]_*.txt"))[:limit]]
        for title, name in kinds.items()
    }


def make_corpus(count: int) -> dict[str, list[str]]:
    """`count` made-up dumps of each size."""
    return {
        "print views": [print_view(seed) for seed in range(count)],
        "whole pages": [whole_page(seed) for seed in range(count)],
    }


def main() -> None:
    """Print a table for the page, or for each size, and the start-up time."""
    parser = argparse.ArgumentParser(description="Measure the speed of articleparse beside that of other tools.")
    parser.add_argument("--page", nargs=2, type=Path, metavar=("HTML", "DUMP"), help="measure this page alone")
    parser.add_argument(
        "--corpus", type=Path, help="a folder with print/, hash/, html2text/ and markdownify/; default: made-up dumps"
    )
    parser.add_argument("--rounds", type=int, default=5, help="rounds, of which the fastest counts (default 5)")
    parser.add_argument("--documents", type=int, help="dumps of each size (default: 100, or all of the corpus)")
    arguments = parser.parse_args()
    if arguments.page:
        html, dump = (path.read_text(encoding="utf-8") for path in arguments.page)
        print(table(arguments.page[1].name, [dump], measure([dump], [html], arguments.rounds)))
        return
    if arguments.corpus:
        corpus = read_corpus(arguments.corpus, arguments.documents)
    else:
        corpus = make_corpus(arguments.documents or 100)
    for title, texts in corpus.items():
        if not texts:
            parser.error(f"no dumps for {title} in {arguments.corpus}")
        print(table(title, texts, measure(texts, [to_html(text) for text in texts], arguments.rounds)))
    print(start_up(arguments.rounds))


if __name__ == "__main__":
    main()
