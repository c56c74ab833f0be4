"""Values as formats write them: JSON that any reader takes, dates, an identifier."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from typing import Any

import orjson

from articleparse.tree import Article

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


def identifier(article: Article) -> str:
    """The identifier of `article`, a URI: `ni:///sha-256;` and the base64url of a hash without padding (RFC 6920).

    What is hashed are the words of headline, decks and story (`article.text`), with a space between any two, as UTF-8
    with U+FFFD for lone surrogates. So the same words have the same identifier, from whatever dump or document they
    came, and a changed word another one. Articles without any words share one.

    >>> from articleparse.source import Span
    >>> identifier(Article(Span(0, 0)))
    'ni:///sha-256;47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFU'
    """
    parts = [node.text for node in (article.headline, *article.decks) if node is not None]
    words = " ".join(" ".join([*parts, article.text]).split())
    data = words.encode("utf-16", "surrogatepass").decode("utf-16", "replace").encode()
    digest = base64.urlsafe_b64encode(hashlib.sha256(data).digest()).decode("ascii")
    return f"ni:///sha-256;{digest.rstrip('=')}"
