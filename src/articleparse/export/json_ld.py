"""An article as schema.org data."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import attrs

from articleparse.export.identifier import identifier
from articleparse.export.pictures import Picture, pictures
from articleparse.export.plain_json import plain_json
from articleparse.export.record import Record, key_points, to_record
from articleparse.export.targets import IMAGE_SCHEMES, absolute_target, safe_target
from articleparse.tree import Article, Author, Byline, Copyright, Correction, Kicker, Link, Node, Section, find

CONTEXT = "https://schema.org"

JSONLD_OMITS = frozenset({"author_bio", "embed", "pull_quote"})
"""Types of nodes whose words schema.org has no place for, furniture apart."""


def to_jsonld(article: Article, *, include_text: bool = True, indent: bool = False) -> str:
    """`article` as a `NewsArticle` of schema.org (release 30), in JSON-LD.

    Pictures are `ImageObject`s, links and related stories are the `citation`, sections the `hasPart`. A date
    without a time stays one. `include_text` writes the story itself, which a page that embeds the data has anyway.
    See `docs/formats/jsonld.md` for every property.

    >>> from articleparse.source import Span
    >>> to_jsonld(Article(Span(0, 0)))[:59]
    '{"@context":"https://schema.org","@type":"NewsArticle","@id'
    """
    record = to_record(article)
    properties = {
        "@context": CONTEXT,
        "@type": "NewsArticle",
        "@id": identifier(article),
        "headline": record["headline"],
        "articleSection": [text for kicker in find(article, Kicker) if (text := kicker.text.strip())],
        "alternativeHeadline": [text for deck in article.decks if (text := deck.text.strip())],
        "abstract": key_points(article),
        "author": [*_authors(article)],
        "creditText": _text(article, Byline),
        **_dateline(article, record),
        "datePublished": record["published"],
        "dateModified": record["updated"],
        "inLanguage": record["language"],
        "image": [_image(picture) for picture in pictures(article)],
        "articleBody": article.text if include_text else None,
        "hasPart": _sections(article) if include_text else None,
        "citation": [*_citations(article)],
        "mainEntityOfPage": _page(article),
        "keywords": record["tags"],
        "correction": [{"@type": "CorrectionComment", "text": node.text.strip()} for node in find(article, Correction)],
        "copyrightNotice": _text(article, Copyright),
    }
    return plain_json(_filled(properties), indent=indent)


def _filled(properties: dict[str, Any]) -> dict[str, Any]:
    """The properties that have a value."""
    return {name: value for name, value in properties.items() if value}


def _text(article: Article, kind: type[Node]) -> str:
    return "\n".join(text for node in find(article, kind) if (text := node.text.strip()))


def _authors(article: Article) -> Iterator[dict[str, Any]]:
    for author in article.authors:
        if author.is_agency:
            yield {"@type": "Organization", "name": author.name}
        elif author.name:
            yield _person(author)


def _person(author: Author) -> dict[str, Any]:
    employer = {"@type": "Organization", "name": author.affiliation} if author.affiliation else None
    link = author.link
    return _filled(
        {
            "@type": "Person",
            "name": author.name,
            "jobTitle": author.role,
            "affiliation": employer,
            "url": absolute_target(link.target) if link else None,
        }
    )


def _dateline(article: Article, record: Record) -> dict[str, Any]:
    dateline = article.dateline
    if dateline is None:
        return {}
    return {
        "dateline": record["dateline"],
        "locationCreated": {"@type": "Place", "name": dateline.place} if dateline.place else None,
        "sourceOrganization": {"@type": "NewsMediaOrganization", "name": dateline.agency} if dateline.agency else None,
    }


def _image(picture: Picture) -> dict[str, Any]:
    image = picture.image
    return _filled(
        {
            "@type": "ImageObject",
            "contentUrl": safe_target(image.target, IMAGE_SCHEMES) if image else None,
            "name": image.title if image else None,
            "description": image.alt if image else None,
            "caption": picture.caption,
            "creditText": picture.credit,
        }
    )


def _sections(article: Article) -> list[dict[str, Any]]:
    """The sections, unless there is but one and it has no heading, which is the `articleBody`."""
    if all(section.heading is None for section in article.sections):
        return []
    return [_section(section, position) for position, section in enumerate(article.sections, 1)]


def _section(section: Section, position: int) -> dict[str, Any]:
    heading = section.heading
    content = section.children[1:] if heading else section.children
    return _filled(
        {
            "@type": "CreativeWork",
            "position": position,
            "name": heading.text.strip() if heading else None,
            "text": attrs.evolve(section, children=content).text,
        }
    )


def _citations(article: Article) -> Iterator[dict[str, Any]]:
    """What the story links to, each once, then the related stories."""
    related = [link for block in article.related for link in block.links]
    apart = {id(link) for link in related}
    for name, url in dict.fromkeys(_named(link) for link in find(article.body, Link) if id(link) not in apart):
        if url is not None:
            yield _filled({"@type": "WebPage", "name": name, "url": url})
    for link in related:
        name, url = link.text.strip(), safe_target(link.target, IMAGE_SCHEMES)
        if name or url:
            yield _filled({"@type": "Article", "name": name, "url": url})


def _named(link: Link) -> tuple[str, str | None]:
    return link.text.strip(), absolute_target(link.target)


def _page(article: Article) -> dict[str, Any] | None:
    urls = dict.fromkeys(absolute_target(link.target) for block in article.related for link in block.links)
    found = [url for url in urls if url is not None]
    return {"@type": "WebPage", "relatedLink": found} if found else None
