"""An article from JSON."""

from __future__ import annotations

import orjson

from articleparse.codec.build import build
from articleparse.codec.errors import LoadError, shown
from articleparse.codec.escape import ESCAPE, unescaped_strings
from articleparse.codec.names import FORMAT, VERSION
from articleparse.codec.values import Values, as_object
from articleparse.tree import Article


def from_json(data: str | bytes) -> Article:
    """The article that `to_json` wrote as `data` (bytes are UTF-8), equal to the one that was written.

    Raises LoadError, and nothing else, for anything that is not an article of version 1 in which every node stands
    where it may. Whether the nodes leave out words of the source is for `validate` to tell.

    >>> from_json('{"format":"articleparse","version":1,"type":"article","span":[0,2],"source":"hi"}').source
    'hi'
    >>> from_json('{"format":"articleparse","version":2}')
    Traceback (most recent call last):
        ...
    articleparse.codec.errors.LoadError: $.version: must be 1, not 2
    """
    document = _parsed(data)
    _expect(document, "format", FORMAT)
    _expect(document, "version", VERSION)
    if "escape" in document:
        _expect(document, "escape", ESCAPE)
        document = unescaped_strings(document)
    return build(document)


def _parsed(data: str | bytes) -> Values:
    try:
        return as_object(orjson.loads(data))
    except LoadError as error:
        raise error.within("$") from None
    except orjson.JSONDecodeError as error:
        raise LoadError("$", f"not JSON: {error}") from None


def _expect(document: Values, name: str, expected: object) -> None:
    """Take the member `name` out of `document`; raise LoadError unless it is `expected`."""
    if name not in document:
        raise LoadError(f"$.{name}", "is missing")
    value = document.pop(name)
    if value != expected or type(value) is not type(expected):
        raise LoadError(f"$.{name}", f"must be {expected!r}, not {shown(value)}")
