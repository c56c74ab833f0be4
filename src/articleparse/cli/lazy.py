"""A group of commands that imports a command's module when the command is called, and not before."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from typing import Any

import click


class Unloaded(click.Command):
    """The name and summary of a command, enough for the list in `--help`. `load` imports the command itself."""

    def load(self) -> click.Command:
        """The command: what the module `articleparse.cli.NAME` calls `command`."""
        command: click.Command = import_module(f"articleparse.cli.{self.name}").command
        return command


class LazyGroup(click.Group):
    """A group made from the names and summaries of its commands; parsing is slow to import, `--version` is not."""

    def __init__(self, *args: Any, summaries: Mapping[str, str], **options: Any) -> None:
        super().__init__(*args, **options)
        for name, summary in summaries.items():
            self.add_command(Unloaded(name, short_help=summary))

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        """The names in the order given: the most used first."""
        return list(self.commands)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command that `args` begin with, loaded. Raises click.UsageError for an unknown one."""
        name, command, rest = super().resolve_command(ctx, args)
        return name, command.load() if isinstance(command, Unloaded) else command, rest
