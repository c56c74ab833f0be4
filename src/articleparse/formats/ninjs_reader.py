"""An article from ninjs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from articleparse.formats import draft_fields as fields
from articleparse.formats.cursor import Cursor
from articleparse.formats.draft import Draft, compose
from articleparse.formats.html_reader import into_sections, sections
from articleparse.tree import (
    Article,
    AuthorBio,
    Caption,
    Copyright,
    Correction,
    Credit,
    CreditLine,
    Deck,
    Image,
    Kicker,
    LineBreak,
    Meta,
    Node,
    Paragraph,
)  # fmt: skip


def from_ninjs(data: str | bytes) -> Article:
    """The article in a ninjs 3 document (bytes are UTF-8), as far as ninjs holds one; see `docs/formats/ninjs.md`.

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
        *fields.lines(Kicker, _values(root, "headlines", "kicker")),
        *fields.headline(_main_headline(root)),
        *fields.lines(Deck, _values(root, "descriptions", "deck")),
        *fields.byline([*_names(root)], root.text("by")),
        *_dates(root),
        *fields.highlights(_values(root, "descriptions", "highlight")),
        *(part for picture in _pictures(root, body) for part in picture),
    ]
    back = [
        *fields.lines(AuthorBio, _values(root, "descriptions", "author-bio")),
        *fields.lines(Correction, root.text("edNote").splitlines()),
        *fields.lines(Copyright, [root.text("copyrightNotice")]),
        *fields.tags(subject.text("name") for subject in root.each("subjects")),
        *fields.related(_related(root)),
    ]
    return compose(front, body, back, Meta(root.text("language") or None))


def _values(root: Cursor, member: str, role: str) -> Iterator[str]:
    """The values of one role among headlines, descriptions or bodies."""
    return (item.text("value") for item in root.each(member) if item.text("role") == role)


def _main_headline(root: Cursor) -> str:
    """The headline called main, else the first that is no kicker, else the title."""
    others = (item.text("value") for item in root.each("headlines") if item.text("role") != "kicker")
    return next(_values(root, "headlines", "main"), "") or next(others, "") or root.text("title")


def _names(root: Cursor) -> Iterator[fields.Name]:
    for person in root.each("people"):
        if person.text("rel") == "author" and person.text("name"):
            yield fields.Name(person.text("name"))
    for source in root.each("infoSources"):
        if source.text("name") and source.text("role") != "dateline":
            yield fields.Name(source.text("name"), is_agency=True)


def _dates(root: Cursor) -> Iterator[Draft]:
    published, updated = (next(_values(root, "descriptions", role), "") for role in ("published", "updated"))
    yield from fields.timestamp("published", root.text("contentCreated") or published)
    yield from fields.timestamp("updated", root.text("versionCreated") or updated)


def _body(root: Cursor) -> list[Draft]:
    """The sections of the first body called main, else of the first one."""
    bodies = [*root.each("bodies")]
    main = next((body for body in bodies if body.text("role") == "main"), bodies[0] if bodies else None)
    if main is None:
        return []
    value = main.text("value")
    if main.text("contentType").startswith("text/html") or main.text("contentType").endswith("xhtml+xml"):
        return sections(value, f"{main.path}.value")
    return into_sections([*fields.lines(Paragraph, (text.strip() for text in value.split("\n\n")))])


def _pictures(root: Cursor, body: list[Draft]) -> list[list[Draft]]:
    """The associated pictures that don't stand in the body, which has its pictures last among all."""
    shown = Counter(_spaced(_words(caption) or _holders(caption)) for caption in _find(body, Caption))
    shown.update(_spaced(_holders(line) or _words(line)) for line in _find(body, CreditLine))
    shown.update(image.fields["target"] for image in _find(body, Image))
    found: list[list[Draft]] = []
    for item in reversed([item for item in root.each("associations") if item.text("type") == "picture"]):
        caption = next(_values(item, "descriptions", "caption"), "")
        target = next((rendition.text("href") for rendition in item.each("renditions")), "") or None
        keys = [key for key in (_spaced(caption or item.text("by")), target) if key and shown[key]]
        shown.subtract(keys)
        if not keys:
            alt = next(_values(item, "descriptions", "alternative"), "")
            found.append(fields.figure(caption, item.text("by"), alt, target))
    return found[::-1]


def _holders(legend: Draft) -> str:
    """Who the credits in a caption or a line of credits name."""
    return ", ".join(credit.fields.get("holder", "") for credit in _find([legend], Credit))


def _spaced(text: str) -> str:
    """`text` with its white space as HTML has it."""
    return " ".join(text.split())


def _find(drafts: list[Draft], kind: type[Node]) -> Iterator[Draft]:
    stack: list[Draft | str] = [*reversed(drafts)]
    while stack:
        top = stack.pop()
        if isinstance(top, Draft):
            if top.kind is kind:
                yield top
            stack.extend(reversed(top.parts))


def _words(caption: Draft) -> str:
    """What a caption says, without the credit."""
    stack: list[Draft | str] = [caption]
    words = []
    while stack:
        top = stack.pop()
        if isinstance(top, str):
            words.append(top)
        elif top.kind is not Credit:
            words.append(" " if top.kind is LineBreak else top.fields.get("text", ""))
            stack.extend(reversed(top.parts))
    return "".join(words).strip()


def _related(root: Cursor) -> Iterator[tuple[str, str | None]]:
    """The associated stories; a `uri` that is no address of the web leads nowhere."""
    for item in root.each("associations"):
        if item.text("type") == "text":
            uri = item.text("uri")
            yield _main_headline(item), uri if uri.startswith(("http://", "https://")) else None
