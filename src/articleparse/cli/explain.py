"""`articleparse explain`."""

from __future__ import annotations

import click
import orjson

from articleparse.cli.arguments import read_dump, reading_options
from articleparse.cli.printing import print_rich
from articleparse.cli.reasons import rows, table
from articleparse.cli.streams import write_stdout
from articleparse.options import Options
from articleparse.pipeline import read
from articleparse.source import Source

EPILOG = """\
\b
Examples:
  articleparse explain page.txt               every block and its role
  articleparse explain page.txt --reasons 9   with more of the features that decided
  articleparse explain page.txt --json        for other programs

The margin is by how much the block's own features prefer its role to the runner-up; where it is negative, the blocks
around decided. "Sure" is the share of such judgements that hold; a headline's depends on its best rival as well.
"""


@click.command("explain", short_help="Tell why each block of a dump was given its role.", epilog=EPILOG)
@click.argument("file", type=click.Path(), default="-")
@click.option("--json", "as_json", is_flag=True, help="Write JSON: a list with an object for each block.")
@click.option(
    "--reasons", type=click.IntRange(min=0), default=3, show_default=True, help="Features that the table names."
)
@reading_options
def command(file: str, as_json: bool, reasons: int, options: Options) -> None:
    """Tell why each block of a dump was given its role.

    FILE is a dump, or '-' for standard input, which is also read where none is given.
    """
    data, name = read_dump(file, "explain")
    reading = read(data, name=name, options=options)
    found, source = reading.explain(), Source(reading.article.source or "")
    if as_json:
        # A lone surrogate can't come from bytes, so orjson takes every text.
        write_stdout(orjson.dumps(rows(found, source), option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE))
    else:
        print_rich([table(found, source, reasons)])
