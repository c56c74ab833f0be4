"""What a converter's way of writing means for the stages behind."""

from __future__ import annotations

import attrs


@attrs.frozen
class Dialect:
    """How the converter that wrote a dump writes.

    >>> DIALECTS["lynx"].numbered_links
    True
    """

    name: str
    about: str = ""

    marks: bool = True  # Markdown's marks mean something: ## heading, **bold**, > quote, [text](target)
    headings: bool = True  # ## is a heading; a few converters mark links or lists but no headings
    escapes: bool = True  # a backslash takes a mark's meaning away
    indented_code: bool = False  # four columns of indentation are code
    aligned_tables: bool = False  # cells are parted by runs of blanks or tabs
    numbered_links: bool = False  # [1]text, with the targets listed below the dump
    targets_behind: bool = False  # text [target]: where the text begins isn't written
    spaced_headings: bool = False  # a heading has two blank lines above it, and no mark
    bracketed_images: bool = False  # [[alternative text]]
    captioned_images: bool = False  # an image alone in its block has the caption as its alternative text
    numbered_images: bool = False  # an image's alternative text begins with its number: `Image 3: A crane`
    empty_emphasis: bool = False  # __ is the emphasis of nothing (an icon), for only ** is strong

    confidence: float = 0.0  # 0 to 1: share of the evidence that speaks for this dialect
    wrap: int | None = None  # the column at which lines were wrapped, None where they weren't
    line_is_block: bool = False  # every line is a block of its own, whether or not a blank line follows
    pieces: bool = False  # so is every link and every bold word: what begins like the middle of a sentence goes on


_PLAIN = {"marks": False, "escapes": False, "aligned_tables": True}

DIALECTS: dict[str, Dialect] = {
    dialect.name: dialect
    for dialect in (
        Dialect("unknown", "no converter was recognised; read as Markdown"),
        Dialect("html2text", "Python html2text (aaronsw)", indented_code=True, empty_emphasis=True),
        Dialect("markdownify", "Python markdownify"),
        Dialect("markitdown", "Microsoft markitdown"),
        Dialect("turndown", "turndown (JavaScript)", indented_code=True),
        Dialect("node-html-markdown", "node-html-markdown (JavaScript)"),
        Dialect("html-to-markdown", "html-to-markdown (Rust)"),
        Dialect("pandoc", "pandoc writing gfm, commonmark_x or markdown", captioned_images=True),
        Dialect(
            "pandoc-plain", "pandoc writing plain", marks=False, escapes=False, indented_code=True, aligned_tables=True
        ),
        Dialect("trafilatura", "trafilatura writing Markdown"),
        Dialect("trafilatura-text", "trafilatura writing text", headings=False),
        Dialect("jina", "Jina Reader", numbered_images=True),
        Dialect("lynx", "lynx -dump", numbered_links=True, **_PLAIN),
        Dialect("links", "links -dump", **_PLAIN),
        Dialect("elinks", "elinks -dump", numbered_links=True, **_PLAIN),
        Dialect("w3m", "w3m -dump", **_PLAIN),
        Dialect("inscriptis", "Inscriptis", headings=False, escapes=False, aligned_tables=True, bracketed_images=True),
        Dialect(
            "html-to-text",
            "html-to-text (JavaScript)",
            headings=False,
            escapes=False,
            targets_behind=True,
            spaced_headings=True,
        ),
        Dialect("resiliparse", "Resiliparse plain text", **_PLAIN),
        Dialect("get-text", "BeautifulSoup get_text, WET files, and other text without marks", **_PLAIN),
    )
}
"""Every dialect by its name, with what is fixed for it; confidence and wrapping are found in each dump."""
