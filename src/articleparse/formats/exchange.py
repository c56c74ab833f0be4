"""Formats of other trades that a story is handed on in: news agencies, archives, printing, retrieval."""

from __future__ import annotations

from functools import partial

from articleparse.formats import further
from articleparse.formats.chunks import to_chunks
from articleparse.formats.docling import to_docling
from articleparse.formats.format import Format
from articleparse.formats.kinds import BLOCKS, FURNITURE, FURNITURE_BUT_RELATED, MARKS
from articleparse.formats.nitf import to_nitf
from articleparse.formats.nitf_reader import from_nitf
from articleparse.formats.pandoc import PANDOC_2, to_pandoc
from articleparse.formats.scalars import plain_json
from articleparse.formats.tei import to_tei
from articleparse.tree import Article

_of_pandoc = partial(
    Format,
    suffix=".pandoc.json",
    omits=FURNITURE_BUT_RELATED,
    flattens={"author"},
    further=further.of_pandoc,
    losses="furniture but for related stories, dates but for that of publication, roles of authors, positions",
)


def _write_chunks(article: Article) -> str:
    return "\n".join(plain_json(chunk) for chunk in to_chunks(article))


EXCHANGE = (
    Format(
        name="nitf",
        suffix=".nitf.xml",
        description="NITF 3.6 of the IPTC",
        write=to_nitf,
        read=from_nitf,
        omits=FURNITURE_BUT_RELATED,
        further=further.of_nitf,
        losses="furniture but for related stories, labels of credits, places of pictures within lines, positions",
        schema="nitf-3-6.xsd",
    ),
    Format(
        name="tei",
        suffix=".tei.xml",
        description="TEI P5",
        write=to_tei,
        omits=FURNITURE_BUT_RELATED,
        further=further.of_tei,
        losses="furniture but for related stories, labels of credits, titles of links, positions",
        schema="tei_all.rng",
    ),
    _of_pandoc(name="pandoc", description="the tree of Pandoc 3, for docx, epub, LaTeX ...", write=to_pandoc),
    _of_pandoc(
        name="pandoc2", description="the tree of Pandoc 2.11 to 2.19", write=partial(to_pandoc, api_version=PANDOC_2)
    ),
    Format(
        name="docling",
        suffix=".docling.json",
        description="a DoclingDocument",
        write=to_docling,
        write_line=to_docling,
        flattens={
            "kicker",
            "deck",
            "byline",
            "author",
            "timestamp_line",
            "timestamp",
            "dateline",
            "credit",
            "credit_line",
        },
        further=further.of_docling,
        losses="what lines of the head are for, names and dates in them, addresses of pictures, positions",
        schema="DoclingDocument 1.10",
    ),
    Format(
        name="chunks",
        suffix=".chunks.jsonl",
        description="the story in pieces for retrieval, a line of JSON each",
        write=_write_chunks,
        write_line=_write_chunks,
        omits=FURNITURE
        | {"kicker", "deck", "highlights", "timestamp_line", "author_bio", "correction", "copyright", "tags"}
        | {"caption", "credit_line", "image", "pull_quote", "embed"},
        flattens=MARKS | BLOCKS,
        further=further.of_text,
        losses="all but story, headline, names and date of publication, marks, targets of links",
    ),
)
