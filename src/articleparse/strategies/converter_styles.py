"""How each converter writes, with each of its settings that changes what a dump looks like."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from importlib.resources import files
from types import MappingProxyType
from typing import Any, Literal

import attrs


@attrs.frozen
class ConverterStyle:
    """How one converter writes with one setting. An empty mark is one that it does not write."""

    dialect: str  # one of articleparse.dialect.DIALECTS

    headings: Literal["atx", "setext", "plain"] = "atx"
    strong: str = "**"
    emphasis: str = "*"
    strikethrough: str = "~~"
    code: str = "`"
    escapes: str = ""  # characters that get a backslash wherever they stand
    guards: bool = True  # a backslash keeps the beginning of a line from being the mark of a block
    links: Literal["inline", "numbered", "reference", "behind", "text"] = "inline"
    images: Literal["inline", "bracketed", "linked", "numbered", "behind", "text"] = "inline"
    percent: str = ""  # characters of targets that become their percent encoding
    angles: bool = False  # around targets with parentheses
    line_break: str = "  \n"
    # Of a list, and of one within it, behind the indentation of the item.
    bullets: tuple[str, ...] = attrs.field(default=("* ", "* "), converter=tuple)
    number: str = "{}. "  # empty for lists that lose their numbers
    quote: str = "> "
    tables: Literal["pipes", "open", "columns", "tabs"] = "pipes"
    row_end: str = ""
    fences: Literal["fence", "indent", "plain"] = "fence"
    rule: str = "---"
    margin: str = ""  # before every line but those of headings
    outdents: tuple[str, ...] = attrs.field(default=("",), converter=tuple)  # before headings, by level
    gap: int = 1  # blank lines between blocks
    heading_gap: int = 0  # and so many more above a heading
    wrap: int = 0  # the column that no line goes beyond; 0 for lines of any length


_TABLES = tomllib.loads((files(__package__) / "converter_styles.toml").read_text(encoding="utf-8"))


def _values(entry: Mapping[str, Any]) -> dict[str, Any]:
    """The values of an entry, behind those of the settings that it is like."""
    values = _values(_TABLES["settings"][entry["like"]]) if "like" in entry else {}
    return values | {name: value for name, value in entry.items() if name != "like"}


STYLES = tuple(ConverterStyle(**_values(entry)) for entry in _TABLES["styles"])
"""Every setting, in the order of `articleparse.dialect.DIALECTS`."""

STYLES_BY_DIALECT: Mapping[str, tuple[ConverterStyle, ...]] = MappingProxyType(
    {name: tuple(style for style in STYLES if style.dialect == name) for name in {style.dialect for style in STYLES}}
)
"""The settings of each dialect; the first is the plainest."""
