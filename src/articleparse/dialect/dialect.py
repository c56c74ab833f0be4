"""Lines -> dialect: who wrote this dump, how sure that is, and what its way of writing means for the stages behind."""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from articleparse.dialect.layout import in_pieces, line_is_block, wrap_column
from articleparse.dialect.traits import HEAD_LINES, PROFILES, head_of, traits_of
from articleparse.lines import Line
from articleparse.source import Source


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
    captioned_images: bool = False  # an image alone in its block has the caption as its alternative text
    numbered_images: bool = False  # an image's alternative text begins with its number: `Image 3: A crane`
    empty_emphasis: bool = False  # __ is the emphasis of nothing (an icon), for only ** is strong

    confidence: float = 0.0  # 0 to 1: share of the evidence that speaks for this dialect
    wrap: int | None = None  # the column at which lines were wrapped, None where they weren't
    line_is_block: bool = False  # every line is a block of its own, whether or not a blank line follows
    pieces: bool = False  # so is every link and every bold word: what begins like the middle of a sentence goes on


_PLAIN = {"marks": False, "escapes": False, "aligned_tables": True}
_HALF_PLAIN = {"headings": False, "escapes": False}

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
        Dialect("pandoc-plain", "pandoc writing plain", indented_code=True, **_PLAIN),
        Dialect("trafilatura", "trafilatura writing Markdown"),
        Dialect("trafilatura-text", "trafilatura writing text", headings=False),
        Dialect("jina", "Jina Reader", numbered_images=True),
        Dialect("lynx", "lynx -dump", numbered_links=True, **_PLAIN),
        Dialect("links", "links -dump", **_PLAIN),
        Dialect("elinks", "elinks -dump", numbered_links=True, **_PLAIN),
        Dialect("w3m", "w3m -dump", **_PLAIN),
        Dialect("inscriptis", "Inscriptis", aligned_tables=True, **_HALF_PLAIN),
        Dialect("html-to-text", "html-to-text (JavaScript)", targets_behind=True, spaced_headings=True, **_HALF_PLAIN),
        Dialect("resiliparse", "Resiliparse plain text", **_PLAIN),
        Dialect("get-text", "BeautifulSoup get_text, WET files, and other text without marks", **_PLAIN),
    )
}
"""Every dialect by its name, with what is fixed for it; confidence and wrapping are found in each dump."""

MIN_EVIDENCE = 2.0
"""Weight of evidence below which no converter is named."""

MIN_TELLING_LINES = 5
"""Lines of a dump that is long enough to tell by the absence of marks that it has none."""

MARKDOWN_TRAITS = frozenset(
    ("link", "strong", "setext", "fence", "pipe table", "underscore emphasis", "star emphasis", "code span")
)
"""Traits that only dumps with Markdown's marks have."""

_SPEAKS = {
    trait: tuple((name, profile[trait]) for name, profile in PROFILES.items() if trait in profile)
    for trait in {trait for profile in PROFILES.values() for trait in profile}
}
"""The profiles turned round: what each trait says about each dialect."""


def detect_dialect(source: Source, lines: Sequence[Line], name: str | None = None) -> Dialect:
    r"""Return the dialect of a dump, with its wrapping measured; `name` overrides the search for the converter.

    Raises KeyError for an unknown name.

    >>> from articleparse.diagnostics import Diagnostics
    >>> from articleparse.lines import read_lines
    >>> source = Source("# Rain\n\n*   one\n*   two\n\n5 \\* 3\n\na\\[b\\]\n")
    >>> detect_dialect(source, read_lines(source, Diagnostics())).name
    'turndown'
    """
    name, confidence = _recognise(source, lines) if name is None else (name, 1.0)
    known = DIALECTS[name]
    wrap = wrap_column(source.text, lines)
    # Without marks and without wrapping, a line end can only be that of a block or a <br>.
    by_line = wrap is None and (not known.marks or line_is_block(lines, with_gaps=name == "unknown"))
    pieces = by_line and in_pieces(source.text, lines)
    return attrs.evolve(known, confidence=confidence, wrap=wrap, line_is_block=by_line, pieces=pieces)


def _recognise(source: Source, lines: Sequence[Line]) -> tuple[str, float]:
    """The name of the dialect and the share of the evidence that speaks for it."""
    seen = traits_of(head_of(source.text, lines))
    scores = dict.fromkeys(PROFILES, 0.0)
    for trait in seen:
        for name, weight in _SPEAKS.get(trait, ()):
            scores[name] += weight
    first, following = sorted(scores, key=scores.__getitem__, reverse=True)[:2]
    best, second = scores[first], scores[following]
    if best < MIN_EVIDENCE:
        has_marks = seen & MARKDOWN_TRAITS or _has_heading_alone(lines[:HEAD_LINES]) or len(lines) < MIN_TELLING_LINES
        return "unknown" if has_marks else "get-text", 0.0
    return first, round(1 - max(0.0, second) / best, 3)


def _has_heading_alone(lines: Sequence[Line]) -> bool:
    """Whether a heading has blank lines around it, as Markdown's have; a stray `#` within plain text has none."""
    kinds = ["BLANK", *(line.type for line in lines), "BLANK"]
    return any(
        kind == "HEADING" and before == after == "BLANK"
        for before, kind, after in zip(kinds, kinds[1:], kinds[2:], strict=False)
    )
