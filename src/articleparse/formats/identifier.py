"""A name for an article that its content gives it."""

from __future__ import annotations

import base64
import hashlib

from articleparse.tree import Article


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
