"""Who wrote a dump, and how it uses lines."""

from __future__ import annotations

import textwrap

import pytest

from articleparse.diagnostics import Diagnostics
from articleparse.dialect import DIALECTS, Dialect, detect_dialect
from articleparse.lines import read_lines
from articleparse.source import Source
from tests.support.syntax import DUMPS, read, read_dump

CONVERTERS = {
    "bs4_get_text": "get-text",
    "bs4_get_text_sep": "get-text",
    "deb_html2text": "html2text",
    "elinks_dump": "elinks",
    "html2text": "html2text",
    "html2text_nolinks_w0": "html2text",
    "html2text_reflinks": "html2text",
    "html_to_markdown": "html-to-markdown",
    "inscriptis": "inscriptis",
    "inscriptis_links": "inscriptis",
    "links_dump": "links",
    "lynx_dump": "lynx",
    "lynx_nolist": "lynx",
    "markdownify": "markdownify",
    "markdownify_atx": "markdownify",
    "markitdown": "markitdown",
    "node_html_markdown": "node-html-markdown",
    "pandoc_commonmark_x": "pandoc",
    "pandoc_gfm": "pandoc",
    "pandoc_gfm_nowrap": "pandoc",
    "pandoc_markdown": "pandoc",
    "pandoc_plain": "pandoc-plain",
    "resiliparse": "resiliparse",
    "traf_html2txt": "unknown",  # one line without a single mark
    "traf_md": "trafilatura",
    "traf_txt": "trafilatura-text",
    "traf_txt_fmt_links": "trafilatura",
    "turndown_atx_gfm": "turndown",
    "turndown_default": "turndown",
    "w3m_dump": "w3m",
}
"""The dumps by name, and the dialect that each is in."""

WRAPPED = {
    "deb_html2text": 78, "html2text": 78, "html2text_reflinks": 78, "elinks_dump": 80, "links_dump": 80,
    "lynx_dump": 80, "lynx_nolist": 80, "w3m_dump": 80, "pandoc_commonmark_x": 72, "pandoc_gfm": 72,
    "pandoc_markdown": 72, "pandoc_plain": 72,
}  # fmt: skip
"""The dumps that were wrapped, and the column that their converter was told."""

LINES_ARE_BLOCKS = {"bs4_get_text", "bs4_get_text_sep", "resiliparse", "traf_txt"}


def detected(text: str, name: str | None = None) -> Dialect:
    """The dialect of a text."""
    source = Source(text)
    return detect_dialect(source, read_lines(source, Diagnostics()), name)


def test_every_dump_has_an_answer() -> None:
    """The table names every dump there is."""
    assert set(CONVERTERS) == {path.stem for path in DUMPS.glob("*.txt")}


@pytest.mark.parametrize(("dump", "name"), CONVERTERS.items())
def test_converter(dump: str, name: str) -> None:
    """A dump shows which converter wrote it."""
    assert read_dump(dump).dialect.name == name


@pytest.mark.parametrize("dump", CONVERTERS)
def test_confidence(dump: str) -> None:
    """A converter that was recognised has a confidence above nought, one that wasn't has none."""
    dialect = read_dump(dump).dialect
    assert (0 < dialect.confidence <= 1) == (dialect.name not in ("unknown", "get-text"))


@pytest.mark.parametrize("dump", CONVERTERS)
def test_wrap(dump: str) -> None:
    """The wall is found just left of the column at which lines were wrapped, and nowhere else."""
    wrap = read_dump(dump).dialect.wrap
    asked = WRAPPED.get(dump)
    assert (wrap is None) == (asked is None)
    assert asked is None or wrap is None or asked - 6 <= wrap <= asked


@pytest.mark.parametrize("dump", CONVERTERS)
def test_line_is_block(dump: str) -> None:
    """Where no blank line parts blocks, every line is one."""
    assert read_dump(dump).dialect.line_is_block == (dump in LINES_ARE_BLOCKS)


@pytest.mark.parametrize("name", DIALECTS)
def test_override(name: str) -> None:
    """A dialect can be given by name; its wrapping is measured all the same."""
    text = (DUMPS / "html2text.txt").read_text(encoding="utf-8")
    dialect = detected(text, name)
    assert (dialect.name, dialect.confidence, dialect.wrap) == (name, 1.0, 76)
    assert dialect.marks == DIALECTS[name].marks


def test_unknown_name() -> None:
    """A dialect that nobody knows is an error."""
    with pytest.raises(KeyError):
        detected("text", "wordstar")


def test_plain_text() -> None:
    """Many lines without any mark are text without marks."""
    assert detected("one\ntwo\nthree\nfour\nfive\nsix\n").name == "get-text"


def test_empty() -> None:
    """An empty dump is in no dialect."""
    assert detected("").name == "unknown"


def test_long_lines_that_touch() -> None:
    """Long lines right below each other are blocks of their own."""
    line = "The storm reached the coast before anyone woke, and by noon the harbour was closed. " * 2
    assert detected(f"{line}\n{line}\n{line}").line_is_block


def test_long_lines_apart() -> None:
    """Long lines with blank lines between them leave room for others that go on."""
    line = "The storm reached the coast before anyone woke, and by noon the harbour was closed. " * 2
    assert not detected(f"**{line}**\n\n{line}\n\n{line}").line_is_block


def test_jina() -> None:
    """Jina Reader's header tells of it."""
    assert detected("Title: Storm\n\nURL Source: https://example.org/\n\nMarkdown Content:\nText.").name == "jina"


def test_wrap_beside_links() -> None:
    """Targets that reach beyond the wall don't hide it."""
    link = "[The storm reached the coast](https://example.org/news/2024/03/05/the-storm-reached-the-coast-on-tuesday)"
    line = "The storm reached the coast on Tuesday, earlier than anyone had expected"
    assert detected(f"{line}\n" * 9 + "it.\n\n" + f"{link}\nand more\n" * 20, None).wrap == len(line)


STORY = (
    "The harbour of Lowmouth opened on Monday after a long repair, the port office said in a statement. "
    "Ships had used the river quay since the spring, and fees were waived until now."
)


@pytest.mark.parametrize("column", [48, 55, 62, 70])
def test_narrow_wrap(column: int) -> None:
    """Mail is wrapped narrower than dumps: lines that are full and go on in the middle of a sentence tell of it."""
    wall = detected(textwrap.fill(STORY, column) + "\n\n" + textwrap.fill(STORY, column)).wrap
    assert wall is not None
    assert column - 5 < wall <= column


def test_a_single_wrapped_line() -> None:
    """One line is enough where its sentence goes on below."""
    assert detected("# Harbour\n\n" + textwrap.fill(STORY[:98], 62)).wrap is not None
    assert detected("# Harbour\n\n" + textwrap.fill(STORY[:98], 62).replace("the port", "Monday")).wrap is None


def test_lines_that_are_not_full() -> None:
    """Lines as long as wrapped ones, on which the next word would have had room, are the page's own."""
    lines = [f"{'Storm ' * count}and {'rain ' * 3}" for count in (8, 10, 8, 9, 8)]
    assert detected("\n".join(line.strip() for line in lines)).wrap is None


def test_a_menu() -> None:
    """Short lines of one length that all begin a sentence are no wrapped text."""
    assert (
        detected("\n".join(f"Harbour of Lowmouth opens on Monday in week {week}" for week in range(10, 30))).wrap
        is None
    )


def test_marks_speak_against_browsers() -> None:
    """A list within a numbered one may stand as far to the right as a browser's does; marks tell that it is none."""
    text = "# Rain\n\n**It** rained.\n\n  1. Rain\n  2. Rain\n     * Rain\n     * Rain\n"
    assert read(text, None).dialect.name == "unknown"


PIECES = """The bridge, which the
council
, a body of nine, closed in
March
, opens again.
It carries
a railway
.
"""


def paragraphs(text: str) -> list[str]:
    """The texts of the blocks of a dump."""
    return [unit.node.text for unit in read(text, None).units]


def test_pieces() -> None:
    """Lines that begin with the comma or the stop behind a link tell that links are lines of their own."""
    assert detected(PIECES + "One\ntwo\n").pieces


def test_pieces_are_put_together() -> None:
    """What begins like the middle of a sentence goes on with the line before; no space stands before a comma."""
    assert paragraphs(PIECES) == [
        "The bridge, which the council, a body of nine, closed in March, opens again.",
        "It carries a railway.",
    ]


def test_names_in_pieces() -> None:
    """A name between two parts of a sentence is a part of it, as is what follows an article or a comma in it."""
    text = """The council of Lowmouth has decided at last that
Harbour Street
will not be closed before the summer ends.
It rained. On Monday the
Mayor of Lowmouth
, who had been asked by the
Lowmouth Gazette
The next paragraph has no link.
"""
    assert paragraphs(PIECES + text)[2:] == [
        "The council of Lowmouth has decided at last that Harbour Street will not be closed before the summer ends.",
        "It rained. On Monday the Mayor of Lowmouth, who had been asked by the Lowmouth Gazette",
        "The next paragraph has no link.",
    ]


def test_lines_of_their_own_in_pieces() -> None:
    """A headline without a stop does not go on with who signs it, nor a menu with its next entry."""
    text = """Home
Sport
Bridge over the Lowmouth opens again after nine years
by
Jane Doe
The bridge opened on Monday.
"""
    assert paragraphs(PIECES + text)[2:] == text.splitlines()


def test_no_pieces() -> None:
    """Text whose lines begin like sentences, and marked text, is not in pieces."""
    assert not detected("One\nTwo\nThree\nFour\nFive\nSix\n").pieces
    assert not detected("f(function () {\n});\nf(function () {\n});\nf(function () {\n});\n").pieces
    assert not detected("One\n...more\nTwo\n...more\nThree\n...more\n").pieces
    assert not detected("# One\n\n[Two](#)\n, three\n, four\n, five\n").pieces


def test_lines_with_gaps() -> None:
    """In text with a stray mark a line is a block, however many blank lines there are; in a marked page it is none."""
    line = "The council of Lowmouth has decided at last that the harbour will not be closed before the end of summer.\n"
    text = "Sport\n\n\nHome\n\n\n[\nWeather](/weather)\n\n\n" + 4 * line
    assert detected(text).line_is_block
    assert not detected("# Lowmouth\n\n" + text).line_is_block


@pytest.mark.parametrize("column", [100, 130])
def test_wide_wrap(column: int) -> None:
    """A wall beyond the usual columns is found where full lines go on in the middle of a sentence."""
    words = " ".join(f"word{index} of the old bridge" for index in range(200))
    assert detected("\n".join(textwrap.wrap(words, column))).wrap in range(column - 8, column + 1)
    assert detected("\n".join([f"{'The council of Lowmouth has decided ' * 3}at last."] * 9)).wrap is None


def test_targets_behind() -> None:
    """Targets in brackets behind their texts are html-to-text's; they do not count where its wall is measured."""
    line = "The council of Lowmouth has decided at last that the bridge over the harbour\nwill not be closed.\n\n"
    dialect = detected("Sport [/sport]\n\n" + 8 * line + f"Read more [https://example.org/{'a' * 90}]\nat night.\n")
    assert (dialect.name, dialect.wrap) == ("html-to-text", 76)
