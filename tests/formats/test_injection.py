"""What a dump says stays text in every format: nothing in it becomes markup of its own."""

from __future__ import annotations

import json

import pytest
from lxml import etree

from articleparse.codec.xml import from_xml, to_xml
from articleparse.formats import FORMATS
from articleparse.formats.markdown import to_markdown
from articleparse.formats.record import to_record
from articleparse.tree import Article, Image, Link, Node, Paragraph, Strong, walk
from tests.support.pages import n, page
from tests.support.syntax import read

PROSE = "The harbour of Lowmouth opened on Monday after a long repair, the port office said."

INJECTIONS = (
    *("</text><control/><text>", "<text>x</text>", "]]>", "<![CDATA[x]]>", "&lt;&#60;&amp;", "<!-- x -->", "<?x y?>"),
    *('" x="y', "' onload='z", "<!DOCTYPE a [<!ENTITY b 'c'>]>", "&b;", "\u241b3C;", "<script>alert(1)</script>"),
    *("[x](javascript:y)", "![x](/y.png)", "**x**", "_x_", "`x`", "~~x~~", "# x", "- x", "1. x", "> x", "| x | y |"),
    *("[1]: http://x.y", "http://x.y/", "<http://x.y>", "\\*x\\*", "[x][1]", "***", "---", "===", "```", "    x"),
    *(
        '", "headline": "x',
        '"}\n{"headline": "x"}',
        "\\u0000",
        "\\",
        "${x}",
        "{{x}}",
        "=1+1",
        "\x1b[31mx\x1b[0m",
        "\x00",
    ),
)


def held(text: str) -> Article:
    """A page with `text` in prose, in a mark, and in the text, the target and the title of a link and a picture."""
    link = n(Link, text, target=f"/a{text}", title=text)
    picture = n(Image, alt=text, target=f"/b{text}")
    return page(body=[n(Paragraph, PROSE, " ", text, " ", n(Strong, text), " ", link, " ", picture, " end")])


@pytest.mark.parametrize("text", INJECTIONS)
def test_xml(text: str) -> None:
    """Whoever reads the XML sees the elements and attributes that a harmless text has, and the text itself."""
    written = to_xml(held(text))
    elements = [[element.tag, *element.keys()] for element in etree.fromstring(written.encode()).iter()]
    harmless = etree.fromstring(to_xml(held("x")).encode())
    assert elements == [[element.tag, *element.keys()] for element in harmless.iter()]
    assert from_xml(written) == held(text)


@pytest.mark.parametrize("text", INJECTIONS)
def test_record(text: str) -> None:
    """A record is one line of JSON with the keys that a harmless text has, and the text is in it."""
    line = FORMATS["record"].write(held(text))
    assert "\n" not in line
    row = json.loads(line)
    assert row == json.loads(json.dumps(to_record(held(text))))
    assert row.keys() == to_record(held("x")).keys()
    assert row["links"] == [{"text": text.strip(), "target": f"/a{text}"}]
    assert " ".join(text.split()) in " ".join(row["text"].split())


@pytest.mark.parametrize("text", [text for text in INJECTIONS if text.isprintable()])
def test_markdown(text: str) -> None:
    """Whoever reads the Markdown sees the nodes that a harmless text has, and the text itself."""
    nodes, harmless = ([unit.node for unit in read(to_markdown(_prose(held))).units] for held in (text, "x"))
    assert [_kinds(node) for node in nodes] == [_kinds(node) for node in harmless]
    assert [_squeezed(node.text) for node in nodes] == [
        _squeezed(held) for held in (f"{PROSE} {text} {text} end", text, PROSE)
    ]


def _prose(text: str) -> Article:
    inner = n(Paragraph, PROSE, " ", text, " ", n(Strong, text), " end")
    return page(body=[inner, n(Paragraph, text), n(Paragraph, PROSE)])


def _kinds(root: Node) -> set[str]:
    """The types of the nodes; of adjacent texts there may be any number."""
    return {node.type for node in walk(root)}


def _squeezed(text: str) -> str:
    return " ".join(text.split())
