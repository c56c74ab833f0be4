"""Text and plain values as every reader can decode them."""

from __future__ import annotations

import json
import re
from typing import Any

import orjson

_SURROGATE = re.compile(r"[\ud800-\udfff]")


def without_surrogates(text: str) -> str:
    r"""Return `text` with U+FFFD for halves of characters that stand alone, which no encoding of Unicode has.

    Two halves beside each other become the one character that they are in UTF-16.

    >>> without_surrogates("a\ud800")
    'a�'
    """
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def plain_json(value: Any, *, indent: bool = False) -> str:
    r"""Return `value` (dicts, lists, strings, numbers, None) as JSON, on one line or indented by two spaces.

    Lone surrogates, which no reader of JSON has to take, become U+FFFD.

    >>> plain_json({"a": ["é", "\ud800"]})
    '{"a":["é","�"]}'
    """
    try:
        return orjson.dumps(value, option=orjson.OPT_INDENT_2 if indent else None).decode()
    except orjson.JSONEncodeError:
        written = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
        return plain_json(json.loads(_SURROGATE.sub("\ufffd", written)), indent=indent)
