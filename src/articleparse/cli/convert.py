"""`articleparse convert`: every dump is read, converted, written and counted."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import closing
from itertools import chain
from pathlib import Path, PurePath

import attrs
import click

from articleparse.cli.arguments import FormatName, inputs_argument, reading_options
from articleparse.cli.inputs import DUMP_SUFFIXES, LINES_SUFFIXES, Inputs, articles_in, find_inputs
from articleparse.cli.outputs import Folder, Output, Stdout, choose_output
from articleparse.cli.streams import safe_name, say
from articleparse.cli.terminal import progress
from articleparse.cli.workers import Outcome, Recipe, Task, convert_one, in_order, processors
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
def convert_command(
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
    """Return what tells by its name whether an input is JSON Lines. Raises click.UsageError if none can be."""
    joinable = origin is not None and origin.write_line is not None and origin.table is None
    if lines and not joinable:
        raise click.UsageError("--lines needs --from with a format that JSON Lines can hold.")
    return lambda name: lines or (joinable and name.lower().endswith(LINES_SUFFIXES))


def _format_of(output: str | None, *, quiet: bool) -> Format:
    """Return our format whose suffix `output` has, the longest if several fit (`.ninjs.json`); JSON if none does."""
    name = (output or "").lower()
    fitting = [entry for entry in BUILT_IN.values() if name.endswith(entry.suffix)]
    suffix = PurePath(name).suffix
    if suffix and not fitting and not quiet and not Path(output or "").is_dir():
        say(f"No format has the suffix {safe_name(suffix)}: writing json. Name another one with --to.")
    return max(fitting, key=lambda entry: len(entry.suffix), default=BUILT_IN["json"])


DIED = Outcome(None, (("error", "the process died over this dump"),))
"""The outcome of a dump that killed two processes."""


@attrs.define
class Conversion:
    """A run of the command: it converts, writes and counts the dumps."""

    inputs: Inputs
    output: Output
    recipe: Recipe
    quiet: bool  # whether only errors are printed
    converted: int = 0
    kept: int = 0
    failed: int = 0
    _losses_told: set[tuple[str, str]] = attrs.field(factory=set, init=False)  # code and kind of node of each

    def run(self, jobs: int) -> None:
        """Convert everything with up to `jobs` processes. Raises click.ClickException if no other dump can go on."""
        for problem in self.inputs.problems:
            self._fail(problem)
        total = None if any(source.has_lines for source in self.inputs.found) else len(self.inputs.found)
        jobs = jobs if total is None else max(1, min(jobs, total))
        visible = (total is None or total > 1) and not self.quiet and not isinstance(self.output, Stdout)
        results = in_order(convert_one, self._tasks(), jobs)
        with self.output, closing(results), progress(total, visible=visible) as advance:
            for task, outcome in results:
                self._finish(task, outcome or DIED)
                advance()
        if self.inputs.several and not self.quiet:
            say(self._summary())

    def _tasks(self) -> Iterator[Task]:
        """Yield a task for each dump whose result does not exist yet."""
        last = None
        for source in chain.from_iterable(map(articles_in, self.inputs.found)):
            kept = self.output.kept(source)
            if kept is None:
                yield Task(source.loaded(), self.recipe)
                continue
            self.kept += 1
            if not self.quiet and kept != last:  # one file for all is told of once
                last = kept
                say(f"{safe_name(kept)} exists and is kept; --overwrite replaces it.")

    def _finish(self, task: Task, outcome: Outcome) -> None:
        """Write the result of a task, and print what the user should know about it."""
        for severity, note in outcome.notes:
            if severity == "error" or not self.quiet:
                say(f"{task.source.shown}: {note}", severity.capitalize())
        self._tell_losses(task, outcome)
        if outcome.data is None:
            self.failed += 1
            return
        try:
            self.output.put(task.source, outcome.data)
        except BrokenPipeError:
            raise
        except OSError as error:
            self._fail(f"{task.source.shown}: cannot write its result: {error.strerror}")
        else:
            self.converted += 1

    def _tell_losses(self, task: Task, outcome: Outcome) -> None:
        """Print each kind of loss once, where it is met first: in a large run it is most likely the same everywhere."""
        for loss in outcome.losses:
            kind = loss.detail.rpartition(" ")[0]
            if self.quiet or loss.severity == "info" or (loss.code, kind) in self._losses_told:
                continue
            self._losses_told.add((loss.code, kind))
            say(f"{task.source.shown}: {loss.message} [{loss.code}]", "Warning")

    def _fail(self, message: str) -> None:
        self.failed += 1
        say(message, "Error")

    def _summary(self) -> str:
        counts = ((self.kept, "skipped, for they exist"), (self.failed, "failed"))
        return ", ".join([f"{self.converted} converted", *(f"{count} {what}" for count, what in counts if count)]) + "."
