"""A name for an article that its content gives it."""

from __future__ import annotations

import base64
import hashlib

from articleparse.export.plain_text import to_text
from articleparse.tree import Article


def identifier(article: Article) -> str:
    """The identifier of `article`, a URI: `ni:///sha-256;` and the base64url of a hash without padding (RFC 6920).

    What is hashed is what `to_text` writes, as UTF-8 (lone surrogates as U+FFFD): headline, decks, byline and story.
    So the same words have the same identifier, from whatever dump or document they came, and a changed word
    another one. Articles without any words share one.

    >>> from articleparse.source import Span
    >>> identifier(Article(Span(0, 0)))
    'ni:///sha-256;47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFU'
    """
    words = to_text(article).encode("utf-16", "surrogatepass").decode("utf-16", "replace").encode()
    digest = base64.urlsafe_b64encode(hashlib.sha256(words).digest()).decode("ascii")
    return f"ni:///sha-256;{digest.rstrip('=')}"
