"""The page about the command."""

from __future__ import annotations

from pathlib import Path

import click
import pytest

from articleparse.cli.app import INTERRUPTED, SUMMARIES, UnloadedCommand, main
from articleparse.cli.check import REPORTS
from articleparse.cli.inputs import DUMP_SUFFIXES
from articleparse.formats import FORMATS

PAGE = Path(__file__).parents[2] / "docs" / "cli.md"


@pytest.fixture
def sections() -> dict[str, str]:
    """The page by its headings."""
    parts = PAGE.read_text(encoding="utf-8").split("\n## ")
    return {part.split("\n", 1)[0]: part for part in parts}


@pytest.mark.parametrize("name", SUMMARIES)
def test_commands(sections: dict[str, str], name: str) -> None:
    """Every command has a section that names each of its options."""
    command = UnloadedCommand(name).load()
    options = [option for option in command.params if isinstance(option, click.Option)]
    names = [name for option in options for name in (*option.opts, *option.secondary_opts)]
    assert [option for option in names if f"`{option}`" not in sections[name]] == []
    assert f"articleparse {name}" in sections[name]


def test_overview() -> None:
    """The page lists the commands with their summaries, the exit codes, formats and suffixes."""
    page = PAGE.read_text(encoding="utf-8")
    assert all(f"| [`{name}`](#{name}) | {summary} |" in page for name, summary in SUMMARIES.items())
    assert all(option in page for parameter in main.params for option in parameter.opts)
    assert all(f"`{name}`" in page for name in (*FORMATS, *REPORTS))
    assert all(f"`*{suffix}`" in page for suffix in DUMP_SUFFIXES)
    assert f"| {INTERRUPTED} |" in page
