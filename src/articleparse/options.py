"""What a caller can set: one frozen object that every stage may read and none may change."""

from __future__ import annotations

import re

import attrs

from articleparse.vocabulary import Row

_TAG = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")


@attrs.frozen
class Options:
    """How to read a dump.

    `dialect` names the converter that wrote it (see `articleparse.dialect.DIALECTS`), `language` is the BCP 47 tag of
    the article's language; None lets the parse find out. Raises ValueError for what is no such tag.
    `vocabulary` are words of your own that tell what a block is for, beside those of the package: `read_vocabulary`
    reads them from a file.

    >>> Options(dialect="html2text").dialect
    'html2text'
    >>> Options(language="German")
    Traceback (most recent call last):
        ...
    ValueError: language is a BCP 47 tag such as 'en' or 'pt-BR', not 'German'
    """

    dialect: str | None = None
    language: str | None = attrs.field(default=None)
    vocabulary: tuple[Row, ...] = ()

    @language.validator
    def _is_tag(self, _: object, tag: str | None) -> None:
        if tag is not None and not _TAG.fullmatch(tag):
            raise ValueError(f"language is a BCP 47 tag such as 'en' or 'pt-BR', not {tag!r}")
