"""A diagnostic with its place in a file."""

from __future__ import annotations

import attrs

from articleparse.cli.inputs import Input
from articleparse.diagnostics import CATALOGUE, Diagnostic, DiagnosticInfo, caret
from articleparse.source import Source
from articleparse.tree import Article


@attrs.frozen
class Finding:
    """A diagnostic with its file and place: lines and columns from 1, columns in code points, the end exclusive."""

    file: Input
    diagnostic: Diagnostic
    line: int
    column: int
    end_line: int
    end_column: int
    excerpt: str  # the line of the dump and a caret below the place

    @property
    def entry(self) -> DiagnosticInfo:
        """What the catalogue says of the code."""
        return CATALOGUE[self.diagnostic.code]


def findings_of(article: Article, file: Input) -> list[Finding]:
    """The diagnostics of `article`, which was read from `file`, in the order of the source."""
    source = Source(article.source or "")
    return [
        Finding(file, found, *source.position(found.span.start), *source.position(found.span.end), caret(found, source))
        for found in article.diagnostics
    ]
