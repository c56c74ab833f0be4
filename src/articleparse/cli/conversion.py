"""A run of `convert`: every dump read, converted, written, and counted."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from itertools import chain

import attrs

from articleparse.cli.inputs import Inputs
from articleparse.cli.json_lines import articles_in
from articleparse.cli.outputs import Output, Stdout
from articleparse.cli.pool import in_order
from articleparse.cli.progress import progress
from articleparse.cli.streams import safe_name, say
from articleparse.cli.work import Outcome, Recipe, Task, convert_one

_DIED = Outcome(None, (("error", "the process died over this dump"),))


@attrs.define
class Conversion:
    """The dumps, where their results go, what to make of them, and how many became what."""

    inputs: Inputs
    output: Output
    recipe: Recipe
    quiet: bool  # whether only errors are told
    converted: int = 0
    kept: int = 0
    failed: int = 0
    _told: set[tuple[str, str]] = attrs.field(factory=set, init=False)  # losses told already: code and kind of node

    def run(self, jobs: int) -> None:
        """Convert everything with up to `jobs` processes. Raises click.ClickException where going on is in vain."""
        for problem in self.inputs.problems:
            self._fail(problem)
        total = None if any(source.has_lines for source in self.inputs.found) else len(self.inputs.found)
        jobs = jobs if total is None else max(1, min(jobs, total))
        visible = (total is None or total > 1) and not self.quiet and not isinstance(self.output, Stdout)
        results = in_order(convert_one, self._tasks(), jobs)
        with self.output, closing(results), progress(total, visible=visible) as advance:
            for task, outcome in results:
                self._finish(task, outcome or _DIED)
                advance()
        if self.inputs.several and not self.quiet:
            say(self._summary())

    def _tasks(self) -> Iterator[Task]:
        """A task for each dump whose result is not there yet."""
        told = None
        for source in chain.from_iterable(map(articles_in, self.inputs.found)):
            kept = self.output.kept(source)
            if kept is None:
                yield Task(source.loaded(), self.recipe)
                continue
            self.kept += 1
            if not self.quiet and kept != told:  # one file for all is told of once
                told = kept
                say(f"{safe_name(kept)} exists and is kept; --overwrite replaces it.")

    def _finish(self, task: Task, outcome: Outcome) -> None:
        """Write the result of a task, and tell what is to be told of it."""
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
        """Tell each kind of loss where it is met first: in a large run it is most likely the same everywhere."""
        for loss in outcome.losses:
            kind = loss.detail.rpartition(" ")[0]
            if self.quiet or loss.severity == "info" or (loss.code, kind) in self._told:
                continue
            self._told.add((loss.code, kind))
            say(f"{task.source.shown}: {loss.message} [{loss.code}]", "Warning")

    def _fail(self, message: str) -> None:
        self.failed += 1
        say(message, "Error")

    def _summary(self) -> str:
        counts = ((self.kept, "skipped, for they exist"), (self.failed, "failed"))
        return ", ".join([f"{self.converted} converted", *(f"{count} {what}" for count, what in counts if count)]) + "."
