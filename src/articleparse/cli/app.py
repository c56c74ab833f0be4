"""The command `articleparse`: its list of commands, and what its exit codes mean."""

from __future__ import annotations

import signal
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import click

from articleparse.cli.lazy import LazyGroup
from articleparse.cli.streams import abandon_stdout
from articleparse.cli.version import own_version

SUMMARIES = {
    "convert": "Convert dumps to JSON, XML, HTML, tables and other formats.",
    "show": "Show the tree of a dump, for a person to read.",
    "explain": "Tell why each block of a dump was given its role.",
    "check": "List what is wrong with dumps: place, code and message.",
    "formats": "List the formats that articles are written in and read from.",
    "schema": "Print the schema of the JSON or the XML format.",
    "dialects": "List the converters whose dumps are recognised.",
}

EPILOG = """\
\b
Examples:
  articleparse convert page.txt                        the article as JSON
  articleparse convert < page.txt --to markdown        the article alone, clean
  articleparse convert dumps/ --to record -o all.jsonl a line for every dump
  articleparse convert dumps/ --to xml -o out/ -j 4    a file for every dump
  articleparse show page.txt                           what was found, and where
  articleparse explain page.txt                        why it was found there
  articleparse check dumps/                            what is wrong, and where

Data goes to standard output, messages to standard error. Exit code 0: all well; 1: findings, or a file that failed;
2: wrong usage; 130: interrupted; 143: terminated.
"""

INTERRUPTED = 130
"""128 and the number of SIGINT, as shells report it."""


@contextmanager
def _cleaning_up_when_terminated() -> Iterator[None]:
    """Let SIGTERM end the command as an exception does, so that no temporary file and no worker stays behind."""
    if threading.current_thread() is not threading.main_thread():  # signals are the main thread's
        yield
        return
    before = signal.signal(signal.SIGTERM, lambda *_: sys.exit(128 + signal.SIGTERM))
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


class Application(LazyGroup):
    """The group with the exit codes of this command instead of click's: 130 for Ctrl-C, 0 for a closed pipe."""

    def main(self, *args: Any, **extra: Any) -> Any:
        """Run the command and leave the interpreter with its exit code; see `click.Command.main`."""
        leaves = extra.get("standalone_mode", True)
        extra["standalone_mode"] = False
        if not leaves:
            return super().main(*args, **extra)
        try:
            with _cleaning_up_when_terminated():
                code = super().main(*args, **extra)
        except click.ClickException as error:
            error.show()
            code = error.exit_code
        except (click.Abort, KeyboardInterrupt):
            click.echo("Interrupted.", err=True)
            code = INTERRUPTED
        except OSError as error:  # click's own writing of --help or --version
            abandon_stdout()
            click.ClickException(f"cannot write: {error.strerror}").show()
            code = 1
        sys.exit(code or 0)

    def invoke(self, ctx: click.Context) -> Any:
        """Run the sub-command. A reader that closed the pipe has what it wanted, which is no failure."""
        try:
            return super().invoke(ctx)
        except BrokenPipeError:
            abandon_stdout()
            ctx.exit(0)


def _print_version(ctx: click.Context, _: click.Parameter, wanted: bool) -> None:
    if wanted and not ctx.resilient_parsing:
        click.echo(f"articleparse {own_version()}")
        ctx.exit()


@click.group(
    cls=Application,
    summaries=SUMMARIES,
    epilog=EPILOG,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 120},
)
@click.option(
    "--version", is_flag=True, is_eager=True, expose_value=False, callback=_print_version, help="Print the version."
)
def main() -> None:
    """Get the news article back from a dump: Markdown-like or plain text in, a typed tree out.

    A dump is what is left of a web page when its HTML is gone: the text that a converter, a crawler, a print view or
    a text browser wrote.
    """
