"""An article as Pandoc's own tree in JSON, from which `pandoc -f json` makes docx, epub, LaTeX and more."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import groupby
from typing import Any

from articleparse import tree
from articleparse.formats import loss_finders as lost
from articleparse.formats.events import BlockWriter, Close, Grid, Leaf, Line, Open, Picture
from articleparse.formats.format import FURNITURE_BUT_RELATED, Format
from articleparse.formats.runs import Run, plain_text, text_runs
from articleparse.formats.scalars import plain_json, safe_target
from articleparse.formats.story import Story, keywords, story_of
from articleparse.tree import Article, Node

API_VERSION = (1, 23, 1)
"""The version of pandoc-types, which Pandoc 3 reads and no older one."""

Json = dict[str, Any]

_SPACES = re.compile(r"( +)")
_NO_ATTRIBUTES: tuple[str, list[str], list[list[str]]] = ("", [], [])
_META_LINES: dict[str, type[Node]] = {  # those that Pandoc has no field for under our own names
    "title": tree.Headline,
    "subtitle": tree.Deck,
    "kicker": tree.Kicker,
    "byline": tree.Byline,
    "rights": tree.Copyright,
}
_MARKS = {"strong": "Strong", "emphasis": "Emph", "strikethrough": "Strikeout"}


def to_pandoc(article: Article) -> str:
    """Return the story of `article` as one line of JSON that `pandoc -f json` (Pandoc 3) reads.

    Headline, kicker, decks, authors, date, tags and rights are meta data, which Pandoc's templates print above it.
    Of furniture only related stories are kept. No link or image leads to a script.

    >>> from articleparse.source import Span
    >>> from articleparse.tree import Front, Headline, Text
    >>> headline = Headline(Span(0, 2), (Text(Span(0, 2), "Hi"),))
    >>> import json
    >>> json.loads(to_pandoc(Article(Span(0, 2), (Front(Span(0, 2), (headline,)),))))["meta"]["title"]
    {'t': 'MetaInlines', 'c': [{'t': 'Str', 'c': 'Hi'}]}
    """
    told = story_of(article)
    behind = (node for node in told.head if isinstance(node, (tree.AuthorBio, tree.Correction)))
    blocks = _Blocks()
    blocks.add([*told.of(tree.Highlights), *told.lead])
    if told.dateline is not None and (line := _inlines(text_runs(told.dateline.children))):
        blocks.put(_div("dateline", [_element("Para", line)]))
    blocks.add([*told.sections, *told.tail, *behind])
    document = {"pandoc-api-version": list(API_VERSION), "meta": _meta(article, told), "blocks": blocks.done}
    return plain_json(document)


def _meta(article: Article, told: Story) -> Json:
    """The meta data that Pandoc's templates and writers know, and `kicker` and `byline`, which are ours."""
    meta = {}
    for name, kind in _META_LINES.items():
        found = [_inlines(text_runs(node.children)) for node in told.of(kind)]
        joined = [inline for line in found for inline in (_BREAK, *line)][1:]
        meta[name] = _element("MetaInlines", joined)
    meta["author"] = _element("MetaList", [_element("MetaInlines", _words(name)) for name in _authors(told)])
    topics = [_element("MetaInlines", _words(keyword)) for keyword in keywords(told.of(tree.Tags))]
    meta["keywords"] = _element("MetaList", topics)
    published = article.published
    if published is not None:
        meta["date"] = _element("MetaInlines", _words(published.when or published.raw))
    if article.meta.language:
        meta["lang"] = _element("MetaString", article.meta.language)
    return {name: value for name, value in meta.items() if value["c"]}


def _authors(told: Story) -> list[str]:
    """The names of all bylines; of a byline without names, all that it says."""
    names: list[str] = []
    for byline in told.of(tree.Byline):
        names += [author.name for author in byline.authors] or [plain_text(text_runs(byline.children))]
    return [*dict.fromkeys(" ".join(name.split()) for name in names if name.strip())]


class _Blocks(BlockWriter):
    """Blocks in the making: those that are done, and the containers that are open."""

    def __init__(self) -> None:
        self.done: list[Json] = []
        self._open = [self.done]
        self._headings = 0

    def put(self, block: Any) -> None:
        """Append a block, or an item, to the innermost container."""
        self._open[-1].append(block)

    def open(self, event: Open) -> None:
        """Begin a container. Sections are none."""
        if not isinstance(event.node, tree.Section):
            self._open.append([])

    def close(self, event: Close) -> None:
        """End the innermost container."""
        if not isinstance(event.node, tree.Section):
            content = self._open.pop()
            self.put(_container(event.node, content))

    def line(self, line: Line) -> None:
        """Append a heading or a paragraph, others than plain ones in a division."""
        node = line.node
        inlines = _inlines(line.runs)
        if isinstance(node, tree.Heading):
            self._headings += 1
            level = min(max(node.level, 2), 6) - 1  # the first level is free, for the headline is meta data
            identifier = f"section-{self._headings}"  # without which Pandoc writes no EPUB
            self.put(_element("Header", [level, [identifier, [], []], inlines]))
        else:
            paragraph = _element("Para", inlines)
            class_ = "" if isinstance(node, (tree.Paragraph, type(None))) else node.type
            self.put(_div(class_, [paragraph]) if class_ else paragraph)

    def leaf(self, leaf: Leaf) -> None:
        """Append code or a rule."""
        if isinstance(leaf.node, tree.CodeBlock):
            language = (leaf.node.language or "").split()[:1]
            self.put(_element("CodeBlock", [["", language, []], leaf.node.text.strip("\r\n")]))
        else:
            self.put({"t": "HorizontalRule"})

    def picture(self, picture: Picture) -> None:
        """Append a division, with a class for each of its parts: figures of Pandoc have no place for a credit."""
        parts = (
            (None, [_image(image) for image in picture.images]),
            ("caption", _inlines(picture.caption)),
            ("credit", _words(picture.credit)),
        )
        paragraphs = [(name, _element("Para", inlines)) for name, inlines in parts if inlines]
        self.put(_div("figure", [_div(name, [block]) if name else block for name, block in paragraphs]))

    def grid(self, grid: Grid) -> None:
        """Append a table; the rows of heads at its beginning are its head, and all rows are made equally long."""
        width = max(len(cells) for _, cells in grid.rows)
        heads = next((index for index, (is_header, _) in enumerate(grid.rows) if not is_header), len(grid.rows))
        rows = [_row(cells, width) for _, cells in grid.rows]
        column = [{"t": "AlignDefault"}, {"t": "ColWidthDefault"}]
        head, foot = [_NO_ATTRIBUTES, rows[:heads]], [_NO_ATTRIBUTES, []]
        bodies = [[_NO_ATTRIBUTES, 0, [], rows[heads:]]]
        self.put(_element("Table", [_NO_ATTRIBUTES, [None, []], [column] * width, head, bodies, foot]))


def _container(node: Node, content: list[Any]) -> Any:
    if isinstance(node, tree.Item):
        is_tight = sum(block["t"] == "Para" for block in content) == 1
        return [{**block, "t": "Plain"} if is_tight and block["t"] == "Para" else block for block in content]
    if isinstance(node, tree.Quotation):
        return _element("BlockQuote", content)
    if isinstance(node, tree.ItemList) and node.ordered:
        start = node.start if node.start is not None else 1
        return _element("OrderedList", [[start, {"t": "Decimal"}, {"t": "Period"}], content])
    return _element("BulletList", content) if isinstance(node, tree.ItemList) else _div(node.type, content)


def _row(cells: list[list[Run]], width: int) -> list[Any]:
    filled = [*cells, *([[]] * (width - len(cells)))]
    return [_NO_ATTRIBUTES, [_cell(_inlines(cell)) for cell in filled]]


def _cell(inlines: list[Json]) -> list[Any]:
    return [_NO_ATTRIBUTES, {"t": "AlignDefault"}, 1, 1, [_element("Plain", inlines)] if inlines else []]


def _inlines(found: Iterable[Run]) -> list[Json]:
    """Runs as inline elements, those of one link within one `Link`."""
    inlines: list[Json] = []
    for link, group in groupby(found, key=lambda run: run.style.link):
        inner = [inline for run in group for inline in _marked(run)]
        if link is not None:
            inner = [_link(link, inner)]
        inlines += inner
    return inlines


def _link(link: tree.Link, inlines: list[Json]) -> Json:
    """A link; a placeholder, or a link within the page, is a span, since Pandoc's EPUB can't hold a link to nowhere."""
    return _leading_to(link, "Link", inlines)


def _marked(run: Run) -> list[Json]:
    inlines = _plain(run)
    for name in ("strikethrough", "emphasis", "strong"):
        if getattr(run.style, name) and inlines:
            inlines = [_element(_MARKS[name], inlines)]
    return inlines


def _plain(run: Run) -> list[Json]:
    if isinstance(run.text, str):
        return _words(run.text)
    if isinstance(run.text, tree.LineBreak):
        return [_BREAK]
    return [_element("Code", [_NO_ATTRIBUTES, run.text.text]) if isinstance(run.text, tree.Code) else _image(run.text)]


def _image(image: tree.Image) -> Json:
    """An image; one that the dump lost is a span with its alternative text, for writers would look for it."""
    return _leading_to(image, "Image", _words(image.alt))


def _leading_to(node: tree.Link | tree.Image, name: str, inlines: list[Json]) -> Json:
    target = safe_target(node.target)
    if not target or target.startswith("#"):
        return _element("Span", [["", [node.type], []], inlines])
    return _element(name, [_NO_ATTRIBUTES, inlines, [target, node.title or ""]])


def _words(text: str) -> list[Json]:
    return [{"t": "Space"} if part.isspace() else _element("Str", part) for part in _SPACES.split(text) if part]


def _div(class_: str, blocks: list[Json]) -> Json:
    return _element("Div", [["", [class_.replace("_", "-")], []], blocks])


def _element(name: str, content: Any) -> Json:
    return {"t": name, "c": content}


_BREAK: Json = {"t": "LineBreak"}


def _other_dates(article: Article) -> lost.Losses:
    return lost.left_out(stamp for stamp in tree.find(article, tree.Timestamp) if stamp is not article.published)


FORMAT = Format(
    name="pandoc",
    suffix=".pandoc.json",
    description="the tree of Pandoc 3, for docx, epub, LaTeX ...",
    write=to_pandoc,
    omits=FURNITURE_BUT_RELATED,
    loses_markup_of={"author"},
    # There is one date and no label of credits, and a dateline opens the story.
    extra_losses=lost.all_of(lost.credit_labels, lost.moved_dateline, _other_dates),
    losses="furniture but for related stories, dates but for that of publication, roles of authors, positions",
)
