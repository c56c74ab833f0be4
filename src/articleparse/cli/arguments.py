"""Arguments that several commands share."""

from __future__ import annotations

import click

from articleparse.dialect import DIALECTS

inputs_argument = click.argument("inputs", nargs=-1, type=click.Path(), metavar="[INPUTS]...")
dialect_option = click.option(
    "--dialect",
    type=click.Choice(list(DIALECTS)),
    metavar="NAME",
    help="The converter that wrote the dumps; see 'articleparse dialects'. [default: found out]",
)
