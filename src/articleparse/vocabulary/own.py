"""A user's own words: a file of rows as the package has them."""

from __future__ import annotations

from collections.abc import Iterator
from os import PathLike
from pathlib import Path
from typing import Any, get_args

import attrs
import orjson

from articleparse.vocabulary.rows import Match, Row, categories

_MATCHES = get_args(Match)
_FIELDS = tuple(attrs.fields_dict(Row))
_NEEDED = ("category", "term", "match")


class VocabularyError(ValueError):
    """A vocabulary file that can't be used; the message names the file and the line."""


def read_vocabulary(path: str | PathLike[str]) -> tuple[Row, ...]:
    """The rows of the file `path`, for `Options(vocabulary=...)`.

    The file is UTF-8: a JSON object on each line, with `category`, `term` and `match`, and perhaps `language`, `value`
    and `evidence` (see `articleparse.vocabulary.Row`). Commas behind the objects and brackets around them are allowed,
    so the package's own files are of this form. Blank lines are passed over.

    Raises OSError when the file can't be read, and VocabularyError for a line that is no row.
    """
    path = Path(path)
    try:
        lines = path.read_text(encoding="utf-8-sig").split("\n")
    except UnicodeDecodeError:
        raise VocabularyError(f"{path}: not UTF-8") from None
    return tuple(_rows(path, lines))


def _rows(path: Path, lines: list[str]) -> Iterator[Row]:
    for number, line in enumerate(lines, 1):
        written = line.strip().removesuffix(",")
        if written in ("", "[", "]"):
            continue
        try:
            yield _row(orjson.loads(written))
        except orjson.JSONDecodeError as error:
            raise VocabularyError(f"{path}, line {number}: not a JSON object on a line of its own: {error}") from None
        except VocabularyError as error:
            raise VocabularyError(f"{path}, line {number}: {error}") from None


def _row(data: Any) -> Row:
    """The row that `data` describes. Raises VocabularyError."""
    if not isinstance(data, dict):
        raise VocabularyError("a row is an object")
    if unknown := sorted(data.keys() - set(_FIELDS)):
        raise VocabularyError(f"{unknown[0]!r} is unknown; a row has {', '.join(_FIELDS)}")
    for name in _NEEDED:
        if not isinstance(data.get(name), str) or not data[name].strip():
            raise VocabularyError(f"{name!r} must be a text that is not empty")
    if data["category"] not in categories():
        raise VocabularyError(f"'category' must be one of the package's, not {data['category']!r}")
    if data["match"] not in _MATCHES:
        raise VocabularyError(f"'match' must be one of {', '.join(_MATCHES)}, not {data['match']!r}")
    if not isinstance(data.get("value"), int | None) or isinstance(data.get("value"), bool):
        raise VocabularyError("'value' must be a whole number")
    texts = {name: str(data.get(name, default)) for name, default in (("language", "und"), ("evidence", "U"))}
    return Row(**{**data, **texts})
