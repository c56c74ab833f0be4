"""An article as ninjs, the JSON of the International Press Telecommunications Council, and back."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from functools import partial
from typing import Any

from articleparse import tree
from articleparse.formats import draft_blocks
from articleparse.formats import loss_finders as lost
from articleparse.formats.documents import Cursor
from articleparse.formats.format import FURNITURE_BUT_RELATED, Format
from articleparse.formats.html import body_html
from articleparse.formats.html_reader import sections
from articleparse.formats.record import Record, to_record
from articleparse.formats.scalars import absolute_target, instant, plain_json
from articleparse.formats.story import Picture, identifier, key_points, lines_of, pictures, related_links
from articleparse.tree import Article, Node
from articleparse.tree.drafts import Draft, compose


def to_ninjs(article: Article, *, indent: bool = False) -> str:
    """Return `article` as a ninjs 3.1 document, valid by the schema of the IPTC.

    The story is one body of HTML; pictures and related stories are associations. ninjs knows only instants: a date
    without time and zone is a description with the role `published` or `updated`. The `uri` comes from the words
    of the article (`articleparse.formats.scalars`). See `docs/formats/ninjs.md` for every member.

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
        "headlines": _texts(_headlines(article)),
        "descriptions": _texts(_descriptions(article)),
        "by": lines_of(article, tree.Byline),
        "people": [
            {"rel": "author", "name": author.name} for author in article.authors if author.name and not author.is_agency
        ],
        "infoSources": [*_agencies(article)],
        "located": article.dateline.place if article.dateline else None,
        "bodies": _bodies(article),
        "subjects": [{"name": tag} for tag in record["tags"]],
        "edNote": lines_of(article, tree.Correction),
        "copyrightNotice": lines_of(article, tree.Copyright),
        "associations": [*_associations(article, name)],
    }
    return plain_json({name: value for name, value in members.items() if value}, indent=indent)


def _agencies(article: Article) -> Iterator[dict[str, str]]:
    """Those of bylines and that of the dateline, which its role tells apart."""
    names = [("agency", author.name) for author in article.authors if author.is_agency]
    if article.dateline is not None:
        names.append(("dateline", article.dateline.agency or ""))
    return ({"role": role, "name": name} for role, name in names if name)


def _instants(record: Record) -> dict[str, str]:
    found = {"contentCreated": instant(record["published"]), "versionCreated": instant(record["updated"])}
    return {member: moment for member, moment in found.items() if moment}


def _texts(found: Iterable[tuple[str, str]]) -> list[dict[str, str]]:
    """Headlines or descriptions: a role and a text each, empty ones left out."""
    return [{"role": role, "contentType": "text/plain", "value": text} for role, text in found if text]


def _headlines(article: Article) -> Iterator[tuple[str, str]]:
    if article.headline is not None:
        yield "main", article.headline.text.strip()
    yield from (("kicker", node.text.strip()) for node in tree.find(article, tree.Kicker))


def _descriptions(article: Article) -> Iterator[tuple[str, str]]:
    """Decks, key points and biographies; dates that are no instants, and what the dump says where it can't be read."""
    yield from (("deck", deck.text.strip()) for deck in article.decks)
    yield from (("highlight", line) for line in key_points(article).splitlines())
    yield from (("author-bio", node.text.strip()) for node in tree.find(article, tree.AuthorBio))
    for role, stamp in (("published", article.published), ("updated", article.updated)):
        if stamp is not None and not instant(stamp.when or stamp.raw):
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
    for number, link in enumerate(related_links(article), 1):
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


def from_ninjs(data: str | bytes) -> Article:
    """Return the article in a ninjs 3 document (bytes are UTF-8), as far as ninjs holds one (`docs/formats/ninjs.md`).

    Its source is made of its words: what they were in a dump, ninjs doesn't tell. Members without a place in the
    tree are ignored. Raises LoadError, and nothing else, for what is no ninjs document.

    >>> article = from_ninjs('{"uri":"urn:x:1","headlines":[{"value":"Rain"}],"bodies":[{"value":"It came."}]}')
    >>> article.headline.text, article.text
    ('Rain', 'It came.')
    """
    root = Cursor.of(data)
    root.member("uri")  # tells whether it is an object
    if not root.text("uri"):
        raise root.wrong("has no uri, which every ninjs document has")
    body = _body(root)
    front = [
        *draft_blocks.lines(tree.Kicker, _values(root, "headlines", "kicker")),
        *draft_blocks.headline(_main_headline(root)),
        *draft_blocks.lines(tree.Deck, _values(root, "descriptions", "deck")),
        *draft_blocks.byline([*_names(root)], root.text("by")),
        *_dates(root),
        *draft_blocks.highlights(_values(root, "descriptions", "highlight")),
        *(part for picture in _pictures(root, body) for part in picture),
    ]
    back = [
        *draft_blocks.lines(tree.AuthorBio, _values(root, "descriptions", "author-bio")),
        *draft_blocks.lines(tree.Correction, root.text("edNote").splitlines()),
        *draft_blocks.lines(tree.Copyright, [root.text("copyrightNotice")]),
        *draft_blocks.tags(subject.text("name") for subject in root.each("subjects")),
        *draft_blocks.related(_related(root)),
    ]
    return compose(front, body, back, tree.Meta(root.text("language") or None))


def _values(root: Cursor, member: str, role: str) -> Iterator[str]:
    """The values of one role among headlines, descriptions or bodies."""
    return (item.text("value") for item in root.each(member) if item.text("role") == role)


def _main_headline(root: Cursor) -> str:
    """The headline called main, else the first that is no kicker, else the title."""
    others = (item.text("value") for item in root.each("headlines") if item.text("role") != "kicker")
    return next(_values(root, "headlines", "main"), "") or next(others, "") or root.text("title")


def _names(root: Cursor) -> Iterator[draft_blocks.Name]:
    for person in root.each("people"):
        if person.text("rel") == "author" and person.text("name"):
            yield draft_blocks.Name(person.text("name"))
    for source in root.each("infoSources"):
        if source.text("name") and source.text("role") != "dateline":
            yield draft_blocks.Name(source.text("name"), is_agency=True)


def _dates(root: Cursor) -> Iterator[Draft]:
    published, updated = (next(_values(root, "descriptions", role), "") for role in ("published", "updated"))
    yield from draft_blocks.timestamp("published", root.text("contentCreated") or published)
    yield from draft_blocks.timestamp("updated", root.text("versionCreated") or updated)


def _body(root: Cursor) -> list[Draft]:
    """The sections of the first body called main, else of the first one."""
    bodies = [*root.each("bodies")]
    main = next((body for body in bodies if body.text("role") == "main"), bodies[0] if bodies else None)
    if main is None:
        return []
    value = main.text("value")
    if main.text("contentType").startswith("text/html") or main.text("contentType").endswith("xhtml+xml"):
        return sections(value, f"{main.path}.value")
    return draft_blocks.into_sections(
        [*draft_blocks.lines(tree.Paragraph, (text.strip() for text in value.split("\n\n")))]
    )


def _pictures(root: Cursor, body: list[Draft]) -> list[list[Draft]]:
    """The associated pictures that don't stand in the body, which has its pictures last among all."""
    shown = _shown(body)
    found: list[list[Draft]] = []
    for item in reversed([item for item in root.each("associations") if item.text("type") == "picture"]):
        caption = next(_values(item, "descriptions", "caption"), "")
        target = next((rendition.text("href") for rendition in item.each("renditions")), "") or None
        keys = [key for key in (_spaced(caption or item.text("by")), target) if key and shown[key]]
        shown.subtract(keys)
        if not keys:
            alt = next(_values(item, "descriptions", "alternative"), "")
            found.append(draft_blocks.figure([caption], item.text("by"), draft_blocks.image(alt, target)))
    return found[::-1]


def _shown(body: list[Draft]) -> Counter[str | None]:
    """What the pictures in the body can be known by: captions, else credits, and addresses."""
    shown: Counter[str | None] = Counter()
    shown.update(_spaced(_words(caption) or _holders(caption)) for caption in _find(body, tree.Caption))
    shown.update(_spaced(_holders(line) or _words(line)) for line in _find(body, tree.CreditLine))
    shown.update(image.fields["target"] for image in _find(body, tree.Image))
    return shown


def _holders(legend: Draft) -> str:
    """Who the credits in a caption or a line of credits name."""
    return ", ".join(credit.fields.get("holder", "") for credit in _find([legend], tree.Credit))


def _spaced(text: str) -> str:
    """`text` with its white space as HTML has it."""
    return " ".join(text.split())


def _walk(parts: Iterable[Draft | str], without: type[Node] | None = None) -> Iterator[Draft | str]:
    """Drafts and what is in them, in order, but for those of class `without`."""
    for part in parts:
        if isinstance(part, str):
            yield part
        elif part.kind is not without:
            yield part
            yield from _walk(part.parts, without)


def _find(drafts: list[Draft], kind: type[Node]) -> Iterator[Draft]:
    return (part for part in _walk(drafts) if isinstance(part, Draft) and part.kind is kind)


def _words(caption: Draft) -> str:
    """What a caption says, without the credit."""
    parts = _walk([caption], without=tree.Credit)
    found = [
        part if isinstance(part, str) else " " if part.kind is tree.LineBreak else part.fields.get("text", "")
        for part in parts
    ]
    return "".join(found).strip()


def _related(root: Cursor) -> Iterator[tuple[str, str | None]]:
    """The associated stories; a `uri` that is no address of the web leads nowhere."""
    for item in root.each("associations"):
        if item.text("type") == "text":
            uri = item.text("uri")
            yield _main_headline(item), uri if uri.startswith(("http://", "https://")) else None


_MARKS = (tree.Strong, tree.Emphasis, tree.Strikethrough, tree.Link, tree.Code)


def _more_headlines(article: Article) -> lost.Losses:
    """Headlines outside of the body but for the first."""
    heads = (headline for part in (article.front, article.back) for headline in tree.find(part, tree.Headline))
    return lost.left_out(headline for headline in heads if headline is not article.headline)


def _other_dates(article: Article) -> lost.Losses:
    told = (article.published, article.updated)
    return lost.left_out(stamp for stamp in tree.find(article, tree.Timestamp) if stamp not in told)


def _relative_links(article: Article) -> lost.Losses:
    return (("AP402", link) for link in related_links(article) if link.target != absolute_target(link.target))


def _marks_of_lines(article: Article) -> lost.Losses:
    """Marks above and below the story, where ninjs has plain text."""
    parts = (article.front, article.back)
    lines = (child for part in parts for child in part.children if isinstance(child, lost.HEAD_LINES))
    return (("AP402", mark) for line in lines for mark in tree.find(line, Node) if isinstance(mark, _MARKS))


FORMAT = Format(
    name="ninjs",
    suffix=".ninjs.json",
    description="ninjs 3.1 of the IPTC, the story as HTML in it",
    write=partial(to_ninjs, indent=True),
    write_line=to_ninjs,
    read=from_ninjs,
    omits=FURNITURE_BUT_RELATED,
    # Outside of the body there is one headline and plain text; addresses of stories are absolute.
    extra_losses=lost.all_of(
        *(lost.outside_story, _more_headlines, _other_dates, lost.author_titles, lost.code_languages),
        *(lost.beside_links, _relative_links, _marks_of_lines),
    ),
    losses="furniture but for related stories, marks outside of the story, roles of authors, positions",
    schema="ninjs-schema_3.1.json",
)
