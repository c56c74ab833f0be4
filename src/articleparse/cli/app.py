"""The command `articleparse`: its sub-commands, its exit codes, and how it ends."""

from __future__ import annotations

import signal
import sys
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from importlib import import_module
from typing import Any

import click

from articleparse.cli.streams import abandon_stdout
from articleparse.install import installed_version

SUMMARIES = {
    "convert": "Convert dumps to JSON, XML, HTML, tables and other formats.",
    "show": "Show the tree of a dump, for a person to read.",
    "explain": "Tell why each block of a dump was given its role.",
    "check": "List what is wrong with dumps: place, code and message.",
    "formats": "List the formats that articles are written in and read from.",
    "schema": "Print the schema of the JSON or the XML format.",
    "dialects": "List the converters whose dumps are recognised.",
}
"""The sub-commands, the most used first, each with the line that `--help` prints for it."""

LISTINGS = {"formats", "schema", "dialects"}
"""The sub-commands in the module `listings`. Each of the others has a module of its own name."""

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

INTERRUPTED = 128 + signal.SIGINT
"""The exit code after Ctrl-C, as shells report it."""

TERMINATED = 128 + signal.SIGTERM
"""The exit code after SIGTERM, as shells report it."""


class UnloadedCommand(click.Command):
    """The name and the summary of a sub-command: enough for the list in `--help`."""

    def load(self) -> click.Command:
        """Import and return the sub-command itself: the function `NAME_command` of its module."""
        module = "listings" if self.name in LISTINGS else self.name
        command: click.Command = getattr(import_module(f"articleparse.cli.{module}"), f"{self.name}_command")
        return command


class LazyGroup(click.Group):
    """A group that imports the module of a sub-command when that is called: `--version` need not wait for a parser."""

    def __init__(self, *args: Any, summaries: Mapping[str, str], **options: Any) -> None:
        super().__init__(*args, **options)
        for name, summary in summaries.items():
            self.add_command(UnloadedCommand(name, short_help=summary))

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        """Return the names in the order of `SUMMARIES`."""
        return list(self.commands)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Return the name of the sub-command that `args` begin with, the sub-command, and the rest of `args`.

        Raises click.UsageError for an unknown one.
        """
        name, command, rest = super().resolve_command(ctx, args)
        return name, command.load() if isinstance(command, UnloadedCommand) else command, rest


class Application(LazyGroup):
    """The group with exit codes of its own: 130 for Ctrl-C, where click has 1, and 0 for a closed pipe."""

    def main(self, *args: Any, **extra: Any) -> Any:
        """Run the command and leave the interpreter with its exit code; see `click.Command.main`."""
        leaves = extra.get("standalone_mode", True)
        extra["standalone_mode"] = False
        if not leaves:
            return super().main(*args, **extra)
        try:
            with _exiting_on_sigterm():
                code = super().main(*args, **extra)
        except click.ClickException as error:
            error.show()
            code = error.exit_code
        except (click.Abort, KeyboardInterrupt):
            click.echo("Interrupted.", err=True)
            code = INTERRUPTED
        except OSError as error:  # from click's own writing of --help or --version
            abandon_stdout()
            click.ClickException(f"cannot write: {error.strerror}").show()
            code = 1
        sys.exit(code or 0)

    def invoke(self, ctx: click.Context) -> Any:
        """Run the sub-command. It is no failure if the reader of a pipe has gone: it has what it wanted."""
        try:
            return super().invoke(ctx)
        except BrokenPipeError:
            abandon_stdout()
            ctx.exit(0)


@contextmanager
def _exiting_on_sigterm() -> Iterator[None]:
    """Turn SIGTERM into an exception, so that temporary files are removed and workers ended."""
    if threading.current_thread() is not threading.main_thread():  # only the main thread may handle signals
        yield
        return
    before = signal.signal(signal.SIGTERM, lambda *_: sys.exit(TERMINATED))
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


def _print_version(ctx: click.Context, _: click.Parameter, wanted: bool) -> None:
    if wanted and not ctx.resilient_parsing:
        click.echo(f"articleparse {installed_version()}")
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
