"""`articleparse convert`."""

from __future__ import annotations

from pathlib import PurePath

import click

from articleparse.cli.arguments import inputs_argument, reading_options
from articleparse.cli.conversion import Conversion
from articleparse.cli.inputs import find_inputs
from articleparse.cli.outputs import Folder, choose_output
from articleparse.cli.pool import processors
from articleparse.cli.work import Recipe
from articleparse.formats import FORMATS
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

A directory is searched for *.txt, *.text, *.md and *.markdown, hidden files excepted; any other file has to be named.
Several dumps in one output are JSON Lines, which json and record allow. -o means a directory if it ends in a slash, is
one, or has no suffix while several dumps are given; there the layout of the inputs is kept. Files are written whole or
not at all. A dump that fails is reported, counted and left out; the others go on.
"""


@click.command("convert", short_help="Convert dumps to JSON, XML, records, Markdown or text.", epilog=EPILOG)
@inputs_argument
@click.option("-t", "--to", "format_name", type=click.Choice(list(FORMATS)), help="Format. [default: by -o, else json]")
@click.option("-o", "--output", type=click.Path(), help="File or directory to write. [default: standard output]")
@reading_options
@click.option("-j", "--jobs", type=click.IntRange(min=0), default=1, show_default=True, help="Processes; 0: all CPUs.")
@click.option("--overwrite", is_flag=True, help="Replace files that exist; without it they are kept.")
@click.option("--source/--no-source", default=True, help="Keep the dump's text within JSON and XML. [default: yes]")
@click.option("-q", "--quiet", is_flag=True, help="Print errors only.")
@click.pass_context
def command(
    ctx: click.Context,
    inputs: tuple[str, ...],
    format_name: str | None,
    output: str | None,
    jobs: int,
    overwrite: bool,
    source: bool,
    quiet: bool,
    options: Options,
) -> None:
    """Convert dumps to JSON, XML, records, Markdown or text.

    INPUTS are files, directories, or '-' for standard input, which is also read where none is given.
    """
    format_name = format_name or _format_of(output)
    joinable = FORMATS[format_name].write_line is not None
    found = find_inputs(inputs, output)
    place = choose_output(output, found, FORMATS[format_name].suffix, joinable=joinable, overwrite=overwrite)
    one_line = joinable and found.several and not isinstance(place, Folder)
    recipe = Recipe(format_name, options, keep_source=source, one_line=one_line)
    conversion = Conversion(found, place, recipe, quiet=quiet)
    conversion.run(max(1, min(jobs or processors(), len(found.found))))
    ctx.exit(1 if conversion.failed else 0)


def _format_of(output: str | None) -> str:
    """The format whose suffix `output` has; JSON without any. `.jsonl` are records, `.txt` is text."""
    suffix = PurePath(output or "").suffix.lower()
    return next((name for name, entry in FORMATS.items() if entry.suffix == suffix), "json")
