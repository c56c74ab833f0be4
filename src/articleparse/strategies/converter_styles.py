"""How each converter writes, with each of its settings that changes what a dump looks like."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Literal

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
    bullets: tuple[str, str] = ("* ", "* ")  # of a list, and of one within it, behind the indentation of the item
    number: str = "{}. "  # empty for lists that lose their numbers
    quote: str = "> "
    tables: Literal["pipes", "open", "columns", "tabs"] = "pipes"
    row_end: str = ""
    fences: Literal["fence", "indent", "plain"] = "fence"
    rule: str = "---"
    margin: str = ""  # before every line but those of headings
    outdents: tuple[str, ...] = ("",)  # before headings, by level
    gap: int = 1  # blank lines between blocks
    heading_gap: int = 0  # and so many more above a heading
    wrap: int | None = None  # the column that no line goes beyond


_BROWSER = ConverterStyle(
    "lynx",
    headings="plain",
    strong="",
    emphasis="",
    strikethrough="",
    code="",
    guards=False,
    links="text",
    images="text",
    line_break="\n",
    quote="  ",
    tables="columns",
    fences="plain",
    margin="   ",
    outdents=("                           ", "", "  ", "    "),
    wrap=75,
)
_TEXT = attrs.evolve(_BROWSER, margin="", outdents=("",), wrap=None, tables="tabs", quote="")
_HTML2TEXT = ConverterStyle(
    "html2text",
    emphasis="_",
    bullets=("  * ", "* "),
    number="  {}. ",
    tables="open",
    fences="indent",
    rule="* * *",
    wrap=78,
)
_MARKDOWNIFY = ConverterStyle(
    "markdownify", headings="setext", strikethrough="", escapes="*_", bullets=("* ", "+ "), guards=False
)
_TURNDOWN = ConverterStyle(
    "turndown",
    headings="setext",
    emphasis="_",
    strikethrough="",
    escapes="*_[]`\\",
    bullets=("*   ", "*   "),
    number="{}.  ",
    fences="indent",
    rule="* * *",
)
_PANDOC = ConverterStyle(
    "pandoc", escapes="*[]<>|`\\", bullets=("-   ", "-   "), number="{}.  ", rule="-" * 72, wrap=72
)

STYLES = (
    ConverterStyle("unknown", escapes="*[]`\\"),
    _HTML2TEXT,
    attrs.evolve(_HTML2TEXT, wrap=None),
    attrs.evolve(_HTML2TEXT, links="reference"),
    _MARKDOWNIFY,
    attrs.evolve(_MARKDOWNIFY, headings="atx"),
    ConverterStyle("markitdown", strikethrough="", escapes="*_", bullets=("* ", "+ "), guards=False, percent="()"),
    _TURNDOWN,
    attrs.evolve(_TURNDOWN, headings="atx", fences="fence", strikethrough="~~"),
    ConverterStyle("node-html-markdown", emphasis="_", escapes="*_`\\", percent="_()"),
    ConverterStyle("html-to-markdown", bullets=("- ", "* ")),
    _PANDOC,
    attrs.evolve(_PANDOC, wrap=None),
    attrs.evolve(
        _BROWSER,
        dialect="pandoc-plain",
        strikethrough="~~",
        bullets=("-   ", "-   "),
        number="{}.  ",
        images="bracketed",
        fences="indent",
        rule="-" * 72,
        margin="",
        outdents=("",),
        wrap=72,
    ),
    ConverterStyle("trafilatura", escapes="*_[]", bullets=("- ", "- "), row_end=" ", angles=True),
    attrs.evolve(
        _TEXT, dialect="trafilatura-text", bullets=("- ", "- "), number="", tables="pipes", row_end=" ", gap=0, rule=""
    ),
    ConverterStyle(
        "jina", emphasis="_", bullets=("*   ", "*   "), number="{}.  ", escapes="*_", rule="* * *", images="numbered"
    ),
    attrs.evolve(_BROWSER, links="numbered", bullets=("  * ", "   + "), number=" {}. ", rule="  " + "_" * 66),
    attrs.evolve(_BROWSER, bullets=("  * ", "   + "), number=" {}. ", rule="  " + "_" * 66),
    attrs.evolve(_BROWSER, dialect="links", bullets=("  * ", "   * "), number=" {}. ", rule="  " + "-" * 70),
    attrs.evolve(
        _BROWSER, dialect="elinks", links="numbered", bullets=("  • ", "   • "), number=" {}. ", rule="═" * 70
    ),
    attrs.evolve(
        _BROWSER,
        dialect="w3m",
        bullets=("  • ", "  □ "),
        number=" {}. ",
        quote="    ",
        rule="━" * 79,
        margin="",
        outdents=("",),
        wrap=79,
    ),
    attrs.evolve(_TEXT, dialect="inscriptis", bullets=("  * ", "  + "), number=" {}. ", tables="columns", rule=""),
    attrs.evolve(
        _TEXT,
        dialect="inscriptis",
        bullets=("  * ", "  + "),
        number=" {}. ",
        tables="columns",
        links="inline",
        images="linked",
        rule="",
    ),
    attrs.evolve(
        _TEXT,
        dialect="html-to-text",
        bullets=(" * ", " * "),
        number=" {}. ",
        quote="> ",
        links="behind",
        images="behind",
        heading_gap=1,
        rule="-" * 80,
        wrap=80,
    ),
    attrs.evolve(_TEXT, dialect="resiliparse", bullets=("  • ", "• "), number="  {}. ", rule=""),
    attrs.evolve(_TEXT, dialect="get-text", bullets=("", ""), number="", gap=0, rule=""),
)
"""Every setting, in the order of `articleparse.dialect.DIALECTS`."""

STYLES_BY_DIALECT: Mapping[str, tuple[ConverterStyle, ...]] = MappingProxyType(
    {name: tuple(style for style in STYLES if style.dialect == name) for name in {style.dialect for style in STYLES}}
)
"""The settings of each dialect; the first is the plainest."""
