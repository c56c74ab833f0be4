"""An article from schema.org data in JSON-LD."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from articleparse.formats import draft_fields as fields
from articleparse.formats.cursor import Cursor
from articleparse.formats.draft import Draft, compose, draft
from articleparse.tree import (
    Article,
    Copyright,
    Correction,
    Dateline,
    Deck,
    Heading,
    Kicker,
    Meta,
    Paragraph,
    Section,
)  # fmt: skip

ARTICLES = frozenset(
    {"NewsArticle", "AnalysisNewsArticle", "AskPublicNewsArticle", "BackgroundNewsArticle", "OpinionNewsArticle"}
    | {"ReportageNewsArticle", "ReviewNewsArticle", "Article", "LiveBlogPosting", "BlogPosting", "Report"}
)
"""Types of schema.org that are read: `NewsArticle` and its kin (release 30)."""

_ORGANIZATIONS = frozenset({"Organization", "NewsMediaOrganization", "Corporation"})


def from_jsonld(data: str | bytes) -> Article:
    """The first article in a JSON-LD document (bytes are UTF-8), as far as schema.org holds one.

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
        *fields.lines(Kicker, _strings(root, "articleSection")),
        *fields.headline(next(_strings(root, "headline"), "") or next(_strings(root, "name"), "")),
        *fields.lines(Deck, chain(_strings(root, "alternativeHeadline"), _strings(root, "description"))),
        *fields.byline([*_names(root)], next(_strings(root, "creditText"), "")),
        *fields.timestamp("published", next(_strings(root, "datePublished"), "")),
        *fields.timestamp("updated", next(_strings(root, "dateModified"), "")),
        *fields.highlights(line for text in _strings(root, "abstract") for line in text.splitlines()),
        *pictures,
    ]
    back = [
        *fields.lines(Correction, _texts(root, "correction")),
        *fields.lines(Copyright, _strings(root, "copyrightNotice")),
        *fields.tags(tag for tags in _strings(root, "keywords") for tag in _keywords(root, tags)),
        *fields.related(_related(root)),
    ]
    return compose(front, _body(root), back, Meta(next(_strings(root, "inLanguage"), None)))


def _find(root: Cursor) -> Cursor:
    """The first article at the top of the document. Raises LoadError where there is none."""
    places = [root] if isinstance(root.value, dict) else _items(root)
    for place in places:
        graph = [*place.each("@graph", lone=True)] if isinstance(place.value, dict) else []
        for found in (place, *graph):
            if isinstance(found.value, dict) and not ARTICLES.isdisjoint(_types(found)):
                return found
    raise root.wrong("has no article of schema.org")


def _items(root: Cursor) -> list[Cursor]:
    if not isinstance(root.value, list):
        raise root.wrong("must be an object or a list")
    return [Cursor(value, f"{root.path}[{index}]") for index, value in enumerate(root.value)]


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


def _names(root: Cursor) -> Iterator[fields.Name]:
    for author in root.each("author", lone=True):
        if isinstance(author.value, str):
            yield fields.Name(author.value.strip())
        elif name := author.text("name").strip():
            is_agency = not _ORGANIZATIONS.isdisjoint(_types(author))
            employer = next(_texts(author, "affiliation", "name"), None)
            url = next(_strings(author, "url"), None)
            yield fields.Name(name, next(_strings(author, "jobTitle"), None), employer, is_agency, url)


def _picture(image: Cursor) -> list[Draft]:
    if isinstance(image.value, str):
        return fields.figure("", "", "", image.value)
    target = next(chain(_strings(image, "contentUrl"), _strings(image, "url")), None)
    caption = next(_texts(image, "caption"), "")
    return fields.figure(caption, image.text("creditText"), image.text("description"), target)


def _body(root: Cursor) -> list[Draft]:
    """The sections of `hasPart` where one of them has a text, else the `articleBody` as one section."""
    parts = [part for part in root.each("hasPart", lone=True) if isinstance(part.value, dict)]
    found = [(part.text("name").strip(), part.text("text")) for part in parts]
    if not any(text for _, text in found):
        found = [("", next(_strings(root, "articleBody"), ""))]
    dateline = _dateline(root)
    sections = []
    for name, text in found:
        heading = [draft(Heading, name, level=2)] if name else []
        paragraphs = []
        for paragraph in text.split("\n\n"):
            if dateline and paragraph.startswith(str(dateline[0].parts[0])):
                paragraphs.append(draft(Paragraph, *dateline, paragraph.removeprefix(str(dateline[0].parts[0]))))
                dateline = []  # it opens one paragraph, the first that begins with it
            elif paragraph.strip():
                paragraphs.append(draft(Paragraph, paragraph))
        if heading or paragraphs:
            sections.append(draft(Section, *heading, *paragraphs, level=2 if name else 0))
    return sections


def _dateline(root: Cursor) -> list[Draft]:
    place = next(_texts(root, "locationCreated", "name"), None)
    agency = next(_texts(root, "sourceOrganization", "name"), None)
    return [*fields.lines(Dateline, _strings(root, "dateline"), place=place, agency=agency)][:1]


def _related(root: Cursor) -> Iterator[tuple[str, str | None]]:
    """Citations that are articles; other ones are links of the story, whose place is lost."""
    for citation in root.each("citation", lone=True):
        if isinstance(citation.value, dict) and not ARTICLES.isdisjoint(_types(citation)):
            yield citation.text("name") or citation.text("headline"), next(_strings(citation, "url"), None)
