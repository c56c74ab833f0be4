"""One page as thirty settings of converters dump it: each structure is found wherever the dump still shows it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import TypeVar

import pytest

from articleparse.tree import (
    CodeBlock,
    Heading,
    Item,
    ItemList,
    Link,
    Node,
    Paragraph,
    Quotation,
    Row,
    Strikethrough,
    find,
)
from tests.support.invariants import assert_lines_tile, assert_well_formed
from tests.support.syntax import DUMPS, Syntax, read_dump

NAMES = sorted(path.stem for path in DUMPS.glob("*.txt"))
N = TypeVar("N", bound=Node)

GET_TEXT = {"bs4_get_text", "bs4_get_text_sep", "traf_html2txt"}
HTML2TEXT = {"deb_html2text", "html2text", "html2text_nolinks_w0", "html2text_reflinks"}
BROWSERS = {"elinks_dump", "links_dump", "lynx_dump", "lynx_nolist", "w3m_dump"}
INSCRIPTIS = {"inscriptis", "inscriptis_links"}
PLAIN = GET_TEXT | BROWSERS | INSCRIPTIS | {"pandoc_plain", "resiliparse", "traf_txt"}
"""Dumps without Markdown's marks for headings, links and images."""

read_once = cache(read_dump)


def nodes(dump: str, kind: type[N]) -> Iterator[N]:
    """All nodes of a class in a dump."""
    return (node for unit in read_once(dump).units for node in find(unit.node, kind))


@pytest.mark.parametrize("dump", NAMES)
def test_well_formed(dump: str) -> None:
    """Every dump is read whole."""
    syntax: Syntax = read_once(dump)
    assert_lines_tile(syntax)
    assert_well_formed(syntax)
    assert "AP302" not in syntax.codes


@pytest.mark.parametrize("dump", NAMES)
def test_headings(dump: str) -> None:
    """Headings are found where signs mark them, without the signs."""
    found = {heading.text for heading in nodes(dump, Heading)}
    assert ({"Main headline of the story", "A crosshead"} <= found) == (dump not in PLAIN)


@pytest.mark.parametrize("dump", NAMES)
def test_bullets(dump: str) -> None:
    """The list with an inner list is found, but where bullets are lost."""
    items = [item for item in nodes(dump, Item) if item.text.startswith("Second item with a relative link")]
    assert [item.text.split("\n")[1:] for item in items] == ([] if dump in GET_TEXT else [["Nested item"]])


@pytest.mark.parametrize("dump", NAMES)
def test_numbers(dump: str) -> None:
    """The numbered list is found, with the number that it starts at in the dump."""
    starts = [
        found.start for found in nodes(dump, ItemList) if found.text.startswith("Third\nFourth") and found.ordered
    ]
    begins_anew = {*INSCRIPTIS, "node_html_markdown", "resiliparse", "traf_md", "traf_txt_fmt_links"}
    lost = {*GET_TEXT, "traf_txt"}
    assert starts == ([] if dump in lost else [1] if dump in begins_anew else [3])


@pytest.mark.parametrize("dump", NAMES)
def test_number_of_a_year(dump: str) -> None:
    """A sentence that begins with a year is no item of a list."""
    assert not any("year" in item.text for item in nodes(dump, Item))


@pytest.mark.parametrize("dump", NAMES)
def test_quotation(dump: str) -> None:
    """The quotation is one of two paragraphs, where signs mark it."""
    found = [[child.type for child in quotation.children] for quotation in nodes(dump, Quotation)]
    lost = PLAIN | {"traf_md", "traf_txt_fmt_links"}
    assert found == ([] if dump in lost else [["paragraph", "paragraph"]])


@pytest.mark.parametrize("dump", NAMES)
def test_table(dump: str) -> None:
    """The row with a bar in a cell has two cells, but where the converter let it stand as it was."""
    rows = [[cell.text for cell in row.children] for row in nodes(dump, Row)]
    lost = GET_TEXT | {"turndown_default"}
    split = HTML2TEXT | {"markdownify", "markdownify_atx", "markitdown", "turndown_atx_gfm"}
    assert ([row for row in rows if row[0].startswith("A")] == [["A|B", "12"]]) == (dump not in lost | split)
    assert (["A", "B", "12"] in rows) == (dump in split)
    assert (["C", "7"] in rows) == (dump not in lost)


@pytest.mark.parametrize("dump", NAMES)
def test_code(dump: str) -> None:
    """Code is found between fences and by its indentation."""
    found = [code.text for code in nodes(dump, CodeBlock)]
    assert found == ([] if dump in PLAIN - {"pandoc_plain"} else ["x = 1\ny = 2"])


@pytest.mark.parametrize("dump", NAMES)
def test_link(dump: str) -> None:
    """A link with parentheses in its target is found, whole."""
    targets = [link.target or "" for link in nodes(dump, Link) if link.text.startswith("link")]
    plain = [target.replace("%28", "(").replace("%29", ")").replace("%5F", "_") for target in targets]
    with_links = {"elinks_dump", "lynx_dump", "inscriptis_links"}
    lost = PLAIN - with_links | {"html2text_nolinks_w0"}
    assert plain == ([] if dump in lost else ["https://example.org/a_(b)?x=1&y=2"])


@pytest.mark.parametrize("dump", NAMES)
def test_wrapped_paragraph(dump: str) -> None:
    """A paragraph that was wrapped reads as one line."""
    words = "long enough that any converter which wraps lines at seventy-eight or eighty columns will have to break it"
    found = any(words in paragraph.text for paragraph in nodes(dump, Paragraph))
    assert found == (dump != "bs4_get_text_sep" or found)


@pytest.mark.parametrize("dump", NAMES)
def test_struck(dump: str) -> None:
    """Struck text is found where marks or words tell of it."""
    found = [strikethrough.text.strip() for strikethrough in nodes(dump, Strikethrough)]
    marked = {"lynx_dump", "lynx_nolist", "w3m_dump"}
    lost = (PLAIN - marked) | {"turndown_atx_gfm", "turndown_default"}
    assert found == ([] if dump in lost else ["old"])
