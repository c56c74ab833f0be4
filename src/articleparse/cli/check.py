"""`articleparse check`: the findings of every dump, and how many there are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import attrs
import click

from articleparse.cli.arguments import inputs_argument, reading_options
from articleparse.cli.inputs import Input, find_inputs
from articleparse.cli.reports import REPORTS, Finding, findings_of
from articleparse.cli.streams import say, wants_colour, write_stdout
from articleparse.options import Options
from articleparse.pipeline import parse_bytes

EPILOG = """\
\b
Examples:
  articleparse check page.txt                            place, code, message
  articleparse check dumps/ --verbose                    notes too
  articleparse check dumps/ --output-format github       annotations in a workflow
  articleparse check - --output-format json < page.txt   for other programs

Findings are errors, warnings and notes (info). Notes tell what the parser did, such as joining a paragraph that was
cut in two; they are shown with --verbose and never change the exit code.
"""


@attrs.define
class Tally:
    """How many dumps were looked at, and what was found."""

    checked: int = 0
    failed: int = 0  # dumps and directories that could not be read
    counts: Counter[str] = attrs.field(factory=Counter)  # findings of each severity

    def fail(self, message: str) -> None:
        """Count what could not be read, and print why."""
        self.failed += 1
        say(message, "Error")


@click.command("check", short_help="List what is wrong with dumps: place, code and message.", epilog=EPILOG)
@inputs_argument
@click.option(
    "--output-format", type=click.Choice(list(REPORTS)), default="text", show_default=True, help="How to list findings."
)
@click.option("-v", "--verbose", is_flag=True, help="List notes (severity info) too.")
@click.option("-q", "--quiet", is_flag=True, help="List findings only, without the count of them.")
@click.option("--exit-zero", is_flag=True, help="Exit with 0 whatever the findings; unreadable files still give 1.")
@reading_options
@click.pass_context
def check_command(
    ctx: click.Context,
    inputs: tuple[str, ...],
    output_format: str,
    verbose: bool,
    quiet: bool,
    exit_zero: bool,
    options: Options,
) -> None:
    """List what is wrong with dumps: file, line, column, code and message.

    INPUTS are files, directories, or '-' for standard input, which is also read where none is given. The exit code is
    1 where there are errors or warnings.
    """
    found = find_inputs(inputs)
    tally = Tally()
    for problem in found.problems:
        tally.fail(problem)
    report = REPORTS[output_format]
    listed: list[Finding] = []
    for findings in _checked(found.found, options, tally):
        tally.counts.update(finding.diagnostic.severity for finding in findings)
        shown = [finding for finding in findings if verbose or finding.diagnostic.severity != "info"]
        if output_format in ("text", "github"):  # line by line, while the next dumps are read
            _print(report(shown))
        else:
            listed += shown
    if output_format in ("json", "sarif"):
        _print(report(listed))
    if not quiet:
        say(_summary(tally))
    bad = 0 if exit_zero else tally.counts["error"] + tally.counts["warning"]
    ctx.exit(1 if tally.failed or bad else 0)


def _checked(inputs: tuple[Input, ...], options: Options, tally: Tally) -> Iterator[list[Finding]]:
    """Yield the findings of each dump that can be read."""
    for source in inputs:
        try:
            data = source.read()
        except OSError as error:
            tally.fail(f"{source.shown}: {error.strerror}")
            continue
        tally.checked += 1
        yield findings_of(parse_bytes(data, name=source.name, options=options), source)


def _print(report: str) -> None:
    write_stdout(report if wants_colour() else click.unstyle(report))


def _summary(tally: Tally) -> str:
    parts = [_counted(tally.counts[severity], severity) for severity in ("error", "warning")]
    parts.append(_counted(tally.counts["info"], "note"))
    unread = f", {tally.failed} could not be read" if tally.failed else ""
    return f"{', '.join(parts)} in {_counted(tally.checked, 'dump')}{unread}."


def _counted(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"
