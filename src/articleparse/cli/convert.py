"""`articleparse convert`."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path, PurePath

import click

from articleparse.cli.arguments import FormatName, inputs_argument, reading_options
from articleparse.cli.conversion import Conversion
from articleparse.cli.inputs import DUMP_SUFFIXES, LINES_SUFFIXES, find_inputs
from articleparse.cli.outputs import Folder, choose_output
from articleparse.cli.pool import processors
from articleparse.cli.streams import safe_name, say
from articleparse.cli.work import Recipe
from articleparse.formats import BUILT_IN, Format, FormatError
from articleparse.options import Options

EPILOG = """\
\b
Examples:
  articleparse convert page.txt                          JSON on standard output
  curl -s URL | html2text | articleparse convert         from a pipe
  articleparse convert page.txt -o page.xml              XML, as the name says
  articleparse convert dumps/ --to record -o all.jsonl   a line for every dump
  articleparse convert dumps/ --to markdown -o out/      a file for every dump
  articleparse convert dumps/ --to text -o out/ -j 0     on all processors
  articleparse convert old.json --from json --to xml     from one format to another
  articleparse convert all.jsonl --from json --to html -o out/    a file for every line

A directory is searched for *.txt, *.text, *.md and *.markdown, hidden files excepted; any other file has to be named.
With --from, a file called *.jsonl or *.ndjson is JSON Lines; --lines says so of all inputs, standard input too.
Several dumps in one output are JSON Lines or a table; 'articleparse formats' tells which formats allow it. -o means a
directory if it ends in a slash, is one, or has no suffix while several dumps are given; there the layout of the inputs
is kept. Files are written whole or not at all. What a format has no place for is told, once for each kind of node.
A dump that fails is reported, counted and left out; the others go on.
"""


@click.command("convert", short_help="Convert dumps to JSON, XML, HTML, tables and other formats.", epilog=EPILOG)
@inputs_argument
@click.option("-t", "--to", "to", type=FormatName(), help="Format to write. [default: by -o, else json]")
@click.option(
    "-f", "--from", "origin", type=FormatName(readable=True), help="Format that the inputs are in. [default: dumps]"
)
@click.option("--lines", is_flag=True, help="Each line of the inputs is an article (JSON Lines); needs --from.")
@click.option("-o", "--output", type=click.Path(), help="File or directory to write. [default: standard output]")
@reading_options
@click.option("-j", "--jobs", type=click.IntRange(min=0), default=1, show_default=True, help="Processes; 0: all CPUs.")
@click.option("--overwrite", is_flag=True, help="Replace files that exist; without it they are kept.")
@click.option("--source/--no-source", default=True, help="Keep the dump's text within JSON and XML. [default: yes]")
@click.option("-q", "--quiet", is_flag=True, help="Print errors only.")
def command(
    inputs: tuple[str, ...],
    to: Format | None,
    origin: Format | None,
    lines: bool,
    output: str | None,
    jobs: int,
    overwrite: bool,
    source: bool,
    quiet: bool,
    options: Options,
) -> None:
    """Convert dumps to JSON, XML, HTML, tables and other formats.

    INPUTS are files, directories, or '-' for standard input, which is also read where none is given.
    """
    has_lines = _has_lines(origin, lines)
    to = to or _format_of(output, quiet=quiet)
    suffixes = DUMP_SUFFIXES if origin is None else LINES_SUFFIXES if lines else (origin.suffix,)
    found = find_inputs(inputs, output, suffixes, has_lines)
    place = choose_output(output, found, to, overwrite=overwrite, replaced=suffixes)
    one_line = to.write_line is not None and found.several and not isinstance(place, Folder)
    recipe = Recipe(to.name, options, source, one_line, origin.name if origin else None)
    conversion = Conversion(found, place, recipe, quiet=quiet)
    try:
        conversion.run(jobs or processors())
    except FormatError as error:  # a table is opened by its library, which may not be installed
        raise click.ClickException(str(error)) from error
    if conversion.failed:
        raise click.exceptions.Exit(1)


def _has_lines(origin: Format | None, lines: bool) -> Callable[[str], bool]:
    """Whether an input of that name is JSON Lines. Raises click.UsageError where none can be."""
    joinable = origin is not None and origin.write_line is not None and origin.table is None
    if lines and not joinable:
        raise click.UsageError("--lines needs --from with a format that JSON Lines can hold.")
    return lambda name: lines or (joinable and name.lower().endswith(LINES_SUFFIXES))


def _format_of(output: str | None, *, quiet: bool) -> Format:
    """Our format whose suffix `output` has, the longest if there are several (`.ninjs.json`); JSON without any."""
    name = (output or "").lower()
    fitting = [entry for entry in BUILT_IN.values() if name.endswith(entry.suffix)]
    suffix = PurePath(name).suffix
    if suffix and not fitting and not quiet and not Path(name).is_dir():
        say(f"No format has the suffix {safe_name(suffix)}: writing json. Name another one with --to.")
    return max(fitting, key=lambda entry: len(entry.suffix), default=BUILT_IN["json"])
