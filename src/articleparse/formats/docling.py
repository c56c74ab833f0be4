"""An article as a DoclingDocument, the JSON that the tools of Docling read and cut for retrieval."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby
from typing import Any

from articleparse import tree
from articleparse.formats import loss_finders as lost
from articleparse.formats.events import BlockWriter, Close, Grid, Leaf, Line, Open, Picture
from articleparse.formats.format import Format
from articleparse.formats.runs import Run, Style, plain_text
from articleparse.formats.scalars import plain_json, safe_target
from articleparse.tree import Article, Node

SCHEMA_VERSION = "1.10.0"
"""Of the schema of docling-core 2.104; a reader takes it and older ones of the same first number."""

Json = dict[str, Any]


def to_docling(article: Article) -> str:
    """Return `article` as one line of JSON: a DoclingDocument with all blocks in order, furniture in its layer.

    >>> from articleparse.source import Span
    >>> from articleparse.tree import Front, Headline, Text
    >>> headline = Headline(Span(0, 2), (Text(Span(0, 2), "Hi"),))
    >>> import json
    >>> document = json.loads(to_docling(Article(Span(0, 2), (Front(Span(0, 2), (headline,)),))))
    >>> [(text["label"], text["text"]) for text in document["texts"]]
    [('title', 'Hi')]
    """
    made = _Document()
    for part in (article.front, article.body, article.back):
        made.add(part.children)
    document: Json = {
        "schema_name": "DoclingDocument",
        "version": SCHEMA_VERSION,
        "name": article.meta.name or "article",
        "furniture": {**_root("furniture"), "content_layer": "furniture"},
        "body": made.body,
        **made.items,
    }
    return plain_json(document)


def _root(name: str) -> Json:
    return {"self_ref": f"#/{name}", "children": [], "content_layer": name, "name": "_root_", "label": "unspecified"}


class _Document(BlockWriter):
    """Items in the making. Each kind is a flat list; parents and children refer to each other by path."""

    furniture = (tree.Furniture,)

    def __init__(self) -> None:
        self.body = _root("body")
        self.items: dict[str, list[Json]] = {"groups": [], "texts": [], "pictures": [], "tables": []}
        self._open = [self.body]  # sections have no item of their own: here the item around them stands once more
        self._furniture = 0  # how many of the open containers are furniture
        self._number: list[int | None] = []  # of the next item in each open list; None for bullets

    def open(self, event: Open) -> None:
        """Begin a container."""
        self._furniture += isinstance(event.node, tree.Furniture)
        self._open.append(self._container(event.node))

    def close(self, event: Close) -> None:
        """End the innermost container."""
        self._open.pop()
        self._furniture -= isinstance(event.node, tree.Furniture)
        if isinstance(event.node, tree.ItemList):
            self._number.pop()

    def leaf(self, leaf: Leaf) -> None:
        """Append code; there is no item for a rule."""
        if isinstance(leaf.node, tree.CodeBlock):
            self._text("code", leaf.node.text)

    def _item(self, kind: str, label: str, **fields: Any) -> Json:
        """A new item at the end of the innermost container."""
        parent = self._open[-1]
        item = {
            "self_ref": f"#/{kind}/{len(self.items[kind])}",
            "parent": {"$ref": parent["self_ref"]},
            "children": [],
            "content_layer": "furniture" if self._furniture else "body",
            "label": label,
            **fields,
        }
        self.items[kind].append(item)
        parent["children"].append({"$ref": item["self_ref"]})
        return item

    def _text(self, label: str, text: str, **fields: Any) -> Json:
        if label == "code":
            fields |= {"captions": [], "references": [], "footnotes": [], "code_language": "unknown"}
        return self._item("texts", label, prov=[], orig=text, text=text, **fields)

    def _container(self, node: Node) -> Json:
        if isinstance(node, tree.Section):
            return self._open[-1]
        if isinstance(node, tree.Item):
            number = self._number[-1]
            if number is not None:
                self._number[-1] = number + 1
            marker = "-" if number is None else f"{number}."
            return self._text("list_item", "", enumerated=number is not None, marker=marker)
        if isinstance(node, tree.ItemList):
            self._number.append((node.start if node.start is not None else 1) if node.ordered else None)
            return self._item("groups", "list", name="list")
        return self._item("groups", "comment_section" if isinstance(node, tree.Comments) else "section", name=node.type)

    def line(self, line: Line) -> None:
        """Append a heading or a paragraph, and behind it the images in it."""
        parent = self._open[-1]
        if isinstance(line.node, tree.Headline):
            self._text("title", plain_text(line.runs).strip())
        elif isinstance(line.node, tree.Heading):
            level = min(max(line.node.level, 2), 6) - 1  # the first level is the one below the title
            self._text("section_header", plain_text(line.runs).strip(), level=level)
        else:
            is_item = parent["label"] == "list_item" and not parent["text"] and not parent["children"]
            self._words(line.runs, parent if is_item else None)
        self._pictures_in(line.runs)

    def _pictures_in(self, runs: Iterable[Run]) -> None:
        for run in runs:
            if isinstance(run.text, tree.Image):
                self.picture(Picture(run.text, [run.text], [], ""))

    def _words(self, runs: list[Run], item: Json | None) -> None:
        """A paragraph, or what is in a list item: one text where all is of one style, else a group of several."""
        stretches = _stretches(runs)
        if len(stretches) == 1:
            style, text, is_code = stretches[0]
            item = item if item is not None else self._text("code" if is_code else "text", "")
            item |= {"orig": text, "text": text, **_style(style)}
        elif stretches:
            self._open.append(self._item("groups", "inline", name="group"))
            for style, text, is_code in stretches:
                self._text("code" if is_code else "text", text, **_style(style))
            self._open.pop()

    def picture(self, event: Picture) -> None:
        """Append a picture."""
        picture = self._item("pictures", "picture", prov=[], captions=[], references=[], footnotes=[], annotations=[])
        self._open.append(picture)
        for text in (plain_text(event.caption), event.credit):
            if text:
                picture["captions"].append({"$ref": self._text("caption", text)["self_ref"]})
        self._open.pop()
        alternative = " ".join(image.alt for image in event.images if image.alt)
        if alternative:
            picture["meta"] = {"description": {"text": alternative}}

    def grid(self, grid: Grid) -> None:
        """Append a table, and behind it the images in it."""
        cells = [
            {
                "text": plain_text(cell),
                "start_row_offset_idx": row,
                "end_row_offset_idx": row + 1,
                "start_col_offset_idx": column,
                "end_col_offset_idx": column + 1,
                "column_header": is_header,
            }
            for row, (is_header, cells) in enumerate(grid.rows)
            for column, cell in enumerate(cells)
        ]
        width = max(len(row) for _, row in grid.rows)
        data = {"table_cells": cells, "num_rows": len(grid.rows), "num_cols": width}
        self._item("tables", "table", prov=[], captions=[], references=[], footnotes=[], annotations=[], data=data)
        for _, row in grid.rows:
            for cell in row:
                self._pictures_in(cell)


def _stretches(runs: Iterable[Run]) -> list[tuple[Style, str, bool]]:
    """Stretches of one style, with their text and whether they are code; those without text are left out."""
    groups = groupby(runs, key=lambda run: (run.style, isinstance(run.text, tree.Code)))
    return [(style, text, is_code) for (style, is_code), group in groups if (text := plain_text(group))]


def _style(style: Style) -> Json:
    """The fields of a text that tell of its marks."""
    fields: Json = {}
    if style.strong or style.emphasis or style.strikethrough:
        fields["formatting"] = {"bold": style.strong, "italic": style.emphasis, "strikethrough": style.strikethrough}
    if style.link is not None and (target := safe_target(style.link.target)):
        fields["hyperlink"] = target
    return fields


def _addresses(article: Article) -> lost.Losses:
    return lost.marked(article, tree.Image, lambda image: image.target and not image.title)


FORMAT = Format(
    name="docling",
    suffix=".docling.json",
    description="a DoclingDocument",
    write=to_docling,
    write_line=to_docling,
    loses_markup_of={
        *("kicker", "deck", "byline", "author", "timestamp_line", "timestamp", "dateline", "credit", "credit_line"),
    },
    # There are no titles, languages of code or addresses of pictures.
    extra_losses=lost.all_of(lost.code_languages, lost.titles, _addresses),
    losses="what lines of the head are for, names and dates in them, addresses of pictures, positions",
    schema="DoclingDocument 1.10",
)
