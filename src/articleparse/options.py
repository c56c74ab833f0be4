"""What a caller can set: one frozen object that every stage may read and none may change."""

from __future__ import annotations

import attrs


@attrs.frozen
class Options:
    """How to read a dump.

    `dialect` names the converter that wrote it (see `articleparse.DIALECTS`); None lets the parse find out.

    >>> Options(dialect="html2text").dialect
    'html2text'
    """

    dialect: str | None = None
