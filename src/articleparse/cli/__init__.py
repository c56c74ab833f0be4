"""The command line: arguments and commands. The only part of the package that prints."""

from articleparse.cli.app import main

__all__ = ["main"]
