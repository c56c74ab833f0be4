"""An article as ninjs, the JSON of the International Press Telecommunications Council."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from articleparse.export.html import body_html
from articleparse.export.identifier import identifier
from articleparse.export.pictures import Picture, pictures
from articleparse.export.plain_json import plain_json
from articleparse.export.record import Record, key_points, to_record
from articleparse.export.targets import absolute_target
from articleparse.tree import Article, AuthorBio, Byline, Copyright, Correction, Kicker, Node, Timestamp, find

_INSTANT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)\Z")
"""A date-time with an offset from UTC, which `format: date-time` asks for (RFC 3339)."""


def to_ninjs(article: Article, *, indent: bool = False) -> str:
    """`article` as a ninjs 3.1 document, valid by the schema of the IPTC.

    The story is one body of HTML; pictures and related stories are associations. ninjs knows only instants: a date
    without time and zone is a description with the role `published` or `updated`. The `uri` comes from the words
    of the article (`articleparse.export.identifier`). See `docs/formats/ninjs.md` for every member.

    >>> from articleparse.source import Span
    >>> to_ninjs(Article(Span(0, 0)))[:61]
    '{"uri":"ni:///sha-256;47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3h'
    """
    record = to_record(article)
    name = identifier(article)
    members = {
        "uri": name,
        "standard": {"name": "ninjs", "version": "3.1"},
        "type": "text",
        "language": record["language"],
        **_instants(record),
        "headlines": [*_headlines(article)],
        "descriptions": [*_descriptions(article)],
        "by": _text(article, Byline),
        "people": [
            {"rel": "author", "name": author.name} for author in article.authors if author.name and not author.is_agency
        ],
        "infoSources": [*_agencies(article)],
        "located": article.dateline.place if article.dateline else None,
        "bodies": _bodies(article),
        "subjects": [{"name": tag} for tag in record["tags"]],
        "edNote": _text(article, Correction),
        "copyrightNotice": _text(article, Copyright),
        "associations": [*_associations(article, name)],
    }
    return plain_json({name: value for name, value in members.items() if value}, indent=indent)


def _text(article: Article, kind: type[Node]) -> str:
    return "\n".join(text for node in find(article, kind) if (text := node.text.strip()))


def _agencies(article: Article) -> Iterator[dict[str, str]]:
    """Those of bylines and that of the dateline, which its role tells apart."""
    names = [("agency", author.name) for author in article.authors if author.is_agency]
    if article.dateline is not None:
        names.append(("dateline", article.dateline.agency or ""))
    return ({"role": role, "name": name} for role, name in names if name)


def _instants(record: Record) -> dict[str, str]:
    found = {"contentCreated": record["published"], "versionCreated": record["updated"]}
    return {member: _rfc3339(when) for member, when in found.items() if when and _INSTANT.match(when)}


def _rfc3339(when: str) -> str:
    """ISO 8601 may leave out the seconds, RFC 3339 may not."""
    return f"{when[:16]}:00{when[16:]}" if when[16] != ":" else when


def _headlines(article: Article) -> Iterator[dict[str, str]]:
    main = [article.headline] if article.headline is not None else []
    for role, node in (*(("main", node) for node in main), *(("kicker", node) for node in find(article, Kicker))):
        if text := node.text.strip():
            yield {"role": role, "contentType": "text/plain", "value": text}


def _descriptions(article: Article) -> Iterator[dict[str, str]]:
    roles = [("deck", deck.text.strip()) for deck in article.decks]
    roles += [("highlight", line) for line in key_points(article).splitlines()]
    roles += [("author-bio", node.text.strip()) for node in find(article, AuthorBio)]
    roles += [(role, when) for role, when in _vague_dates(article) if not _INSTANT.match(when)]
    for role, text in roles:
        if text:
            yield {"role": role, "contentType": "text/plain", "value": text}


def _vague_dates(article: Article) -> Iterator[tuple[str, str]]:
    """The dates of the article, and what the dump says where they can't be read."""
    stamps: tuple[tuple[str, Timestamp | None], ...] = (("published", article.published), ("updated", article.updated))
    for role, stamp in stamps:
        if stamp is not None:
            yield role, stamp.when or stamp.raw


def _bodies(article: Article) -> list[dict[str, Any]]:
    html = body_html(article)
    if not html:
        return []
    text = article.text
    counts = {"charCount": len(text), "wordCount": len(text.split())}
    return [{"role": "main", "contentType": "text/html", **counts, "value": html}]


def _associations(article: Article, name: str) -> Iterator[dict[str, Any]]:
    for number, picture in enumerate(pictures(article), 1):
        yield _picture(picture, f"picture{number}", f"{name}#picture{number}")
    links = [link for block in article.related for link in block.links]
    for number, link in enumerate(links, 1):
        title = link.text.strip()
        yield {
            "name": f"related{number}",
            "rel": "related",
            "uri": absolute_target(link.target) or f"{name}#related{number}",
            "type": "text",
            **({"headlines": [{"role": "main", "value": title}]} if title else {}),
        }


def _picture(picture: Picture, name: str, uri: str) -> dict[str, Any]:
    image = picture.image
    target = absolute_target(image.target) if image else None
    texts = (("caption", picture.caption), ("alternative", image.alt if image else ""))
    members = {
        "descriptions": [{"role": role, "value": text} for role, text in texts if text],
        "by": picture.credit,
        "renditions": [{"name": "main", "href": target}] if target else None,
    }
    filled = {member: value for member, value in members.items() if value}
    return {"name": name, "rel": "picture", "uri": uri, "type": "picture", **filled}
