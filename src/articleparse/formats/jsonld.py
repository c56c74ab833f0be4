"""An article as schema.org data in JSON-LD, and back."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from itertools import chain
from typing import Any

import attrs

from articleparse import tree
from articleparse.formats import draft_blocks
from articleparse.formats import loss_finders as lost
from articleparse.formats.documents import Cursor
from articleparse.formats.format import BLOCKS, FURNITURE_BUT_RELATED, MARKS, Format
from articleparse.formats.record import to_record
from articleparse.formats.scalars import IMAGE_SCHEMES, absolute_target, plain_json, safe_target
from articleparse.formats.story import Picture, identifier, key_points, lines_of, pictures, related_links
from articleparse.source import Span
from articleparse.tree import Article
from articleparse.tree.drafts import Draft, compose, draft

CONTEXT = "https://schema.org"


def to_jsonld(article: Article, *, include_text: bool = True, indent: bool = False) -> str:
    """Return `article` as a `NewsArticle` of schema.org (release 30), in JSON-LD.

    Pictures are `ImageObject`s, links and related stories are the `citation`, sections the `hasPart`. A date
    without a time stays one. `include_text` writes the story itself, which a page that embeds the data has anyway.
    See `docs/formats/jsonld.md` for every property.

    >>> from articleparse.source import Span
    >>> to_jsonld(Article(Span(0, 0)))[:59]
    '{"@context":"https://schema.org","@type":"NewsArticle","@id'
    """
    record, dateline = to_record(article), article.dateline
    properties = {
        "@context": CONTEXT,
        "@type": "NewsArticle",
        "@id": identifier(article),
        "headline": record["headline"],
        "articleSection": [text for kicker in tree.find(article, tree.Kicker) if (text := kicker.text.strip())],
        "alternativeHeadline": [text for deck in article.decks if (text := deck.text.strip())],
        "abstract": key_points(article),
        "author": [*_authors(article)],
        "creditText": lines_of(article, tree.Byline),
        "dateline": record["dateline"],
        "locationCreated": _named("Place", dateline.place) if dateline else None,
        "sourceOrganization": _named("NewsMediaOrganization", dateline.agency) if dateline else None,
        "datePublished": record["published"],
        "dateModified": record["updated"],
        "inLanguage": record["language"],
        "image": [_image(picture) for picture in pictures(article)],
        "articleBody": article.text if include_text else None,
        "hasPart": _sections(article) if include_text else None,
        "citation": [*_citations(article)],
        "mainEntityOfPage": _page(article),
        "keywords": record["tags"],
        "correction": [
            {"@type": "CorrectionComment", "text": node.text.strip()} for node in tree.find(article, tree.Correction)
        ],
        "copyrightNotice": lines_of(article, tree.Copyright),
    }
    return plain_json(_filled(properties), indent=indent)


def _filled(properties: dict[str, Any]) -> dict[str, Any]:
    """The properties that have a value."""
    return {name: value for name, value in properties.items() if value}


def _named(kind: str, name: str | None) -> dict[str, Any] | None:
    """A thing of which the name alone is known."""
    return {"@type": kind, "name": name} if name else None


def _authors(article: Article) -> Iterator[dict[str, Any]]:
    for author in article.authors:
        if author.is_agency:
            yield {"@type": "Organization", "name": author.name}
        elif author.name:
            yield _filled(
                {
                    "@type": "Person",
                    "name": author.name,
                    "jobTitle": author.role,
                    "affiliation": _named("Organization", author.affiliation),
                    "url": absolute_target(author.link.target) if author.link else None,
                }
            )


def _image(picture: Picture) -> dict[str, Any]:
    image = picture.image or _UNKNOWN
    return _filled(
        {
            "@type": "ImageObject",
            "contentUrl": safe_target(image.target, IMAGE_SCHEMES),
            "name": image.title,
            "description": image.alt,
            "caption": picture.caption,
            "creditText": picture.credit,
        }
    )


_UNKNOWN = tree.Image(Span(0, 0))
"""Stands for an image that the dump lost."""


def _sections(article: Article) -> list[dict[str, Any]]:
    """The sections, unless there is but one and it has no heading, which is the `articleBody`."""
    if all(section.heading is None for section in article.sections):
        return []
    return [_section(section, position) for position, section in enumerate(article.sections, 1)]


def _section(section: tree.Section, position: int) -> dict[str, Any]:
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
    related = related_links(article)
    apart = {id(link) for link in related}
    links = (link for link in tree.find(article.body, tree.Link) if id(link) not in apart)
    for name, url in dict.fromkeys((link.text.strip(), absolute_target(link.target)) for link in links):
        if url is not None:
            yield _filled({"@type": "WebPage", "name": name, "url": url})
    for link in related:
        name, url = link.text.strip(), safe_target(link.target, IMAGE_SCHEMES)
        if name or url:
            yield _filled({"@type": "Article", "name": name, "url": url})


def _page(article: Article) -> dict[str, Any] | None:
    urls = dict.fromkeys(absolute_target(link.target) for link in related_links(article))
    found = [url for url in urls if url is not None]
    return {"@type": "WebPage", "relatedLink": found} if found else None


ARTICLES = frozenset(
    {"NewsArticle", "AnalysisNewsArticle", "AskPublicNewsArticle", "BackgroundNewsArticle", "OpinionNewsArticle"}
    | {"ReportageNewsArticle", "ReviewNewsArticle", "Article", "LiveBlogPosting", "BlogPosting", "Report"}
)
"""Types of schema.org that are read: `NewsArticle` and its kin (release 30)."""

_ORGANIZATIONS = frozenset({"Organization", "NewsMediaOrganization", "Corporation"})


def from_jsonld(data: str | bytes) -> Article:
    """Return the first article in a JSON-LD document (bytes are UTF-8), as far as schema.org holds one.

    The document is an object, a list of some, or has a `@graph`; names are those of schema.org without a prefix, as
    pages have them. The source of the article is made of its words. Properties without a place in the tree are
    ignored. Raises LoadError, and nothing else, where there is no article or a property is of the wrong type.

    >>> article = from_jsonld('{"@type":"NewsArticle","headline":"Rain","author":{"name":"Jane Doe"}}')
    >>> article.headline.text, article.authors[0].name
    ('Rain', 'Jane Doe')
    """
    root = _find(Cursor.of(data))
    pictures = [picture for image in root.each("image", lone=True) for picture in _picture(image)]
    front = [
        *draft_blocks.lines(tree.Kicker, _strings(root, "articleSection")),
        *draft_blocks.headline(next(_strings(root, "headline"), "") or next(_strings(root, "name"), "")),
        *draft_blocks.lines(tree.Deck, chain(_strings(root, "alternativeHeadline"), _strings(root, "description"))),
        *draft_blocks.byline([*_names(root)], next(_strings(root, "creditText"), "")),
        *draft_blocks.timestamp("published", next(_strings(root, "datePublished"), "")),
        *draft_blocks.timestamp("updated", next(_strings(root, "dateModified"), "")),
        *draft_blocks.highlights(line for text in _strings(root, "abstract") for line in text.splitlines()),
        *pictures,
    ]
    back = [
        *draft_blocks.lines(tree.Correction, _texts(root, "correction")),
        *draft_blocks.lines(tree.Copyright, _strings(root, "copyrightNotice")),
        *draft_blocks.tags(tag for tags in _strings(root, "keywords") for tag in _keywords(root, tags)),
        *draft_blocks.related(_related(root)),
    ]
    return compose(front, _body(root), back, tree.Meta(next(_strings(root, "inLanguage"), None)))


def _find(root: Cursor) -> Cursor:
    """The first article at the top of the document. Raises LoadError where there is none."""
    if not isinstance(root.value, (dict, list)):
        raise root.wrong("must be an object or a list")
    for place in root.items() if isinstance(root.value, list) else [root]:
        graph = [*place.each("@graph", lone=True)] if isinstance(place.value, dict) else []
        for found in (place, *graph):
            if isinstance(found.value, dict) and not ARTICLES.isdisjoint(_types(found)):
                return found
    raise root.wrong("has no article of schema.org")


def _types(node: Cursor) -> list[str]:
    return [str(kind.value).removeprefix("https://schema.org/") for kind in node.each("@type", lone=True)]


def _strings(node: Cursor, name: str) -> Iterator[str]:
    """The texts of a property, which may be one or several."""
    return (item.string().strip() for item in node.each(name, lone=True))


def _texts(node: Cursor, name: str, member: str = "text") -> Iterator[str]:
    """The texts of a property whose values are objects or texts."""
    for item in node.each(name, lone=True):
        yield item.string().strip() if isinstance(item.value, str) else item.text(member).strip()


def _keywords(root: Cursor, tags: str) -> list[str]:
    """A single text is a list with commas, as schema.org has it; each of several is one topic."""
    lone = isinstance(root.value["keywords"], str)
    return [tag.strip() for tag in tags.split(",")] if lone else [tags]


def _names(root: Cursor) -> Iterator[draft_blocks.Name]:
    for author in root.each("author", lone=True):
        if isinstance(author.value, str):
            yield draft_blocks.Name(author.value.strip())
        elif name := author.text("name").strip():
            is_agency = not _ORGANIZATIONS.isdisjoint(_types(author))
            employer = next(_texts(author, "affiliation", "name"), None)
            url = next(_strings(author, "url"), None)
            yield draft_blocks.Name(name, next(_strings(author, "jobTitle"), None), employer, is_agency, url)


def _picture(image: Cursor) -> list[Draft]:
    if isinstance(image.value, str):
        return draft_blocks.figure([], "", draft_blocks.image("", image.value))
    target = next(chain(_strings(image, "contentUrl"), _strings(image, "url")), None)
    caption = next(_texts(image, "caption"), "")
    pictures = draft_blocks.image(image.text("description"), target)
    return draft_blocks.figure([caption], image.text("creditText"), pictures)


def _body(root: Cursor) -> list[Draft]:
    """The sections of `hasPart` where one of them has a text, else the `articleBody` as one section."""
    parts = [part for part in root.each("hasPart", lone=True) if isinstance(part.value, dict)]
    found = [(part.text("name").strip(), part.text("text")) for part in parts]
    if not any(text for _, text in found):
        found = [("", next(_strings(root, "articleBody"), ""))]
    datelines = _opening_dateline(root)
    sections = []
    for name, text in found:
        heading = [draft(tree.Heading, name, level=2)] if name else []
        paragraphs = [*_paragraphs(text, datelines)]
        if heading or paragraphs:
            sections.append(draft(tree.Section, *heading, *paragraphs, level=2 if name else 0))
    return sections


def _paragraphs(text: str, datelines: list[Draft]) -> Iterator[Draft]:
    """The paragraphs of a text. The first that begins with one of the datelines takes it: it is no longer there."""
    for paragraph in text.split("\n\n"):
        words = str(datelines[0].parts[0]) if datelines else None
        if words is not None and paragraph.startswith(words):
            yield draft(tree.Paragraph, datelines.pop(), paragraph.removeprefix(words))
        elif paragraph.strip():
            yield draft(tree.Paragraph, paragraph)


def _opening_dateline(root: Cursor) -> list[Draft]:
    place = next(_texts(root, "locationCreated", "name"), None)
    agency = next(_texts(root, "sourceOrganization", "name"), None)
    return [*draft_blocks.lines(tree.Dateline, _strings(root, "dateline"), place=place, agency=agency)][:1]


def _related(root: Cursor) -> Iterator[tuple[str, str | None]]:
    """Citations that are articles; other ones are links of the story, whose place is lost."""
    for citation in root.each("citation", lone=True):
        if isinstance(citation.value, dict) and not ARTICLES.isdisjoint(_types(citation)):
            yield citation.text("name") or citation.text("headline"), next(_strings(citation, "url"), None)


def _agency_titles(article: Article) -> lost.Losses:
    return (("AP402", author) for author in article.authors if author.is_agency and lost.has_title(author))


def _dateline_dates(article: Article) -> lost.Losses:
    return lost.marked(article, tree.Dateline, lambda dateline: dateline.date)


FORMAT = Format(
    name="jsonld",
    suffix=".jsonld",
    description="schema.org NewsArticle as JSON-LD",
    write=partial(to_jsonld, indent=True),
    write_line=to_jsonld,
    read=from_jsonld,
    omits=FURNITURE_BUT_RELATED | {"author_bio", "embed", "pull_quote"},
    loses_markup_of=MARKS | BLOCKS,
    # There is one headline, moments in place of dates in words, and no date of a dateline.
    extra_losses=lost.all_of(
        *(lost.outside_story, lost.more_headlines, lost.unread_dates, lost.beside_links),
        *(_dateline_dates, _agency_titles),
    ),
    losses="pull quotes, embeds, biographies, furniture but for related stories, marks, form of blocks, positions",
    schema="schema.org 30.0",
)
