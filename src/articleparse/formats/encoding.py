"""Text and plain values as every reader can take them: the characters that a format can hold, and JSON."""

from __future__ import annotations

import json
import re
from typing import Any

import orjson

_NOT_IN_XML = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_LINE_END = re.compile(r"\r\n?")
_NONCHARACTERS = "".join(chr(plane * 0x10000 + low) for plane in range(17) for low in (0xFFFE, 0xFFFF))
_NOT_IN_HTML = re.compile(rf"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef{_NONCHARACTERS}]")
"""What the HTML standard calls control characters and noncharacters, and halves of characters."""

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


def xml_text(text: str) -> str:
    r"""Return `text`, each character that XML 1.0 can't hold replaced by U+FFFD.

    >>> xml_text("a\x00b")
    'a�b'
    """
    return _NOT_IN_XML.sub("\ufffd", text)


def html_text(text: str) -> str:
    r"""Return `text` with U+FFFD for what no document of HTML may hold, and line feeds for other line ends.

    >>> html_text("a\x00b\r\n")
    'a�b\n'
    """
    return _LINE_END.sub("\n", _NOT_IN_HTML.sub("\ufffd", text))
