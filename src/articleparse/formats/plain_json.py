"""Plain values as JSON that any reader takes."""

from __future__ import annotations

import json
import re
from typing import Any

import orjson

_SURROGATE = re.compile(r"[\ud800-\udfff]")


def plain_json(value: Any, *, indent: bool = False) -> str:
    r"""`value` (dicts, lists, strings, numbers, None) as JSON, on one line or indented by two spaces.

    Lone surrogates, which no reader of JSON has to take, become U+FFFD.

    >>> plain_json({"a": ["é", "\ud800"]})
    '{"a":["é","�"]}'
    """
    try:
        return orjson.dumps(value, option=orjson.OPT_INDENT_2 if indent else None).decode()
    except orjson.JSONEncodeError:
        written = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
        return plain_json(json.loads(_SURROGATE.sub("\ufffd", written)), indent=indent)
