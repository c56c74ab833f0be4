"""The facts of the sample page that thirty converters dumped, and which of them each dump no longer holds."""

from __future__ import annotations

from collections.abc import Callable

import articleparse as ap
from articleparse.tree import (
    CodeBlock,
    Deck,
    Headline,
    ItemList,
    Node,
    Quotation,
    Related,
    Table,
    find,
)


def _first_text(article: ap.Article, kind: type[Node]) -> str:
    return next((node.text for node in find(article, kind)), "")


def _lists(article: ap.Article, *, ordered: bool) -> list[str]:
    found = [node.text for node in find(article.body, ItemList) if node.ordered == ordered]
    return [text for text in found if text.strip()]


FACTS: dict[str, Callable[[ap.Article], bool]] = {
    "headline": lambda article: _first_text(article, Headline) == "Main headline of the story",
    "deck": lambda article: _first_text(article, Deck).startswith("Deck: a longer summary line"),
    "authors": lambda article: [author.name for author in article.authors] == ["Jane Doe", "John Roe"],
    "date": lambda article: article.published is not None and article.published.when == "2024-03-03",
    "caption": lambda article: any(
        "A crowd gathers in the square on Tuesday." in caption.text for caption in article.captions
    ),
    "credit": lambda article: any(
        caption.credit is not None and caption.credit.holder == "EPA" for caption in article.captions
    ),
    "paragraphs": lambda article: any("any converter which wraps lines" in node.text for node in article.paragraphs),
    "crosshead": lambda article: "A crosshead" in [s.heading.text for s in article.sections if s.heading],
    "bullets": lambda article: any(
        "First item" in text and "Nested" in text for text in _lists(article, ordered=False)
    ),
    "numbers": lambda article: any("Third" in text and "Fourth" in text for text in _lists(article, ordered=True)),
    "quotation": lambda article: "A quoted paragraph that someone said" in _first_text(article, Quotation),
    "table": lambda article: "12" in _first_text(article, Table),
    "code": lambda article: "x = 1\ny = 2" in _first_text(article, CodeBlock),
    "related": lambda article: any("Related one" in node.text for node in find(article, Related)),
}
"""What a reader of the page knows, and whether an article says so."""

_NO_MARKS = {"quotation", "code"}
"""What text browsers and text extractors show by indentation at most, as they show much else."""

_GLUED = {"bullets", "numbers", "quotation", "table", "code"}
"""What is lost where the items of lists and the cells of tables run together."""

LOST: dict[str, set[str]] = {
    "bs4_get_text": _GLUED,
    "bs4_get_text_sep": _GLUED | {"authors", "related"},  # each link's text is a line of its own
    "deb_html2text": set(),
    "elinks_dump": _NO_MARKS,
    "html2text": set(),
    "html2text_nolinks_w0": set(),
    "html2text_reflinks": set(),
    "html_to_markdown": set(),
    "inscriptis": _NO_MARKS,
    "inscriptis_links": _NO_MARKS,
    "links_dump": _NO_MARKS,
    "lynx_dump": _NO_MARKS,
    "lynx_nolist": _NO_MARKS,
    "markdownify": set(),
    "markdownify_atx": set(),
    "markitdown": set(),
    "node_html_markdown": set(),
    "pandoc_commonmark_x": set(),
    "pandoc_gfm": set(),
    "pandoc_gfm_nowrap": set(),
    "pandoc_markdown": set(),
    "pandoc_plain": {"quotation"},
    "resiliparse": _NO_MARKS,
    "traf_html2txt": set(FACTS),  # the whole page is one line
    "traf_md": {"caption", "credit", "quotation", "related"},
    "traf_txt": {
        "authors",
        "date",
        "caption",
        "credit",
        "numbers",
        "quotation",
        "code",
        "related",
    },
    "traf_txt_fmt_links": {"authors", "date", "caption", "credit", "quotation", "related"},
    "turndown_atx_gfm": set(),
    "turndown_default": {"table"},  # a cell a paragraph
    "w3m_dump": _NO_MARKS,
}
"""The facts that a dump can't tell any more, because its converter dropped what told them."""


def loss_table() -> str:
    """The table of the docs: what each dump of the sample page no longer holds."""
    rows = ["| Dump | No longer tells |", "|---|---|"]
    for dump, lost in sorted(LOST.items()):
        named = "everything: the page is one line" if lost == set(FACTS) else ", ".join(sorted(lost)) or "-"
        rows.append(f"| `{dump}` | {named} |")
    return "\n".join(rows)
