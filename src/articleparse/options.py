"""What a caller can set: one frozen object that every stage may read and none may change."""

from __future__ import annotations

import re
from difflib import get_close_matches

import attrs

from articleparse.dialect import DIALECTS
from articleparse.vocabulary import Row

_TAG = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")


@attrs.frozen
class Options:
    """How to read a dump.

    `dialect` names the converter that wrote it (see `articleparse.DIALECTS`), `language` is the BCP 47 tag of the
    article's language; None lets the parse find out. Raises ValueError for an unknown dialect and for what is no tag.
    `vocabulary` are words of your own that tell what a block is for, beside those of the package: `read_vocabulary`
    reads them from a file.

    >>> Options(dialect="html2text").dialect
    'html2text'
    >>> Options(dialect="html2txt")
    Traceback (most recent call last):
        ...
    ValueError: unknown dialect 'html2txt'; did you mean html2text or html-to-text?
    >>> Options(language="German")
    Traceback (most recent call last):
        ...
    ValueError: language is a BCP 47 tag such as 'en' or 'pt-BR', not 'German'
    """

    dialect: str | None = attrs.field(default=None)
    language: str | None = attrs.field(default=None)
    vocabulary: tuple[Row, ...] = ()

    @dialect.validator
    def _is_known(self, _: object, name: str | None) -> None:
        if name is not None and name not in DIALECTS:
            near = get_close_matches(name, DIALECTS)
            names = f"did you mean {' or '.join(near)}?" if near else f"known are {', '.join(sorted(DIALECTS))}"
            raise ValueError(f"unknown dialect {name!r}; {names}")

    @language.validator
    def _is_tag(self, _: object, tag: str | None) -> None:
        if tag is not None and not _TAG.fullmatch(tag):
            raise ValueError(f"language is a BCP 47 tag such as 'en' or 'pt-BR', not {tag!r}")
