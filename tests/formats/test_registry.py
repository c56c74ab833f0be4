"""The registry of formats."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from importlib.metadata import EntryPoint
from pathlib import Path

import pytest

import articleparse as ap
from articleparse.codec import LoadError
from articleparse.formats import (
    BUILT_IN,
    ENTRY_POINTS,
    FORMATS,
    Format,
    FormatError,
    losses,
    read_format,
    registry,
    write,
)
from articleparse.source import Span
from articleparse.tree import (
    NODE_TYPES,
    Article,
    Author,
    AuthorBio,
    Byline,
    Caption,
    Cell,
    Code,
    CodeBlock,
    Copyright,
    Correction,
    Credit,
    CreditLine,
    Dateline,
    Deck,
    Emphasis,
    Figure,
    Furniture,
    Headline,
    Highlights,
    Image,
    Item,
    ItemList,
    Kicker,
    Link,
    Navigation,
    Node,
    Paragraph,
    Related,
    Row,
    Strikethrough,
    Strong,
    Table,
    Tags,
    Text,
    Timestamp,
    TimestampLine,
)  # fmt: skip
from tests.support.formats import USABLE
from tests.support.pages import Plan, n, page
from tests.support.processes import finish, run_python, start_python

ARTICLE = page(front=[n(Headline, "Rain")], body=[n(Paragraph, "It rained.")])


def written(entry: Format, article: Article) -> str:
    """What the format writes, as text."""
    found = entry.write(article)
    return found if isinstance(found, str) else found.decode("utf-8", "replace")


def test_names() -> None:
    """Our formats come first, each under its own name and with what a user is told of it."""
    assert list(FORMATS)[:3] == ["json", "xml", "record"]
    assert all(entry.name == name for name, entry in FORMATS.items())
    assert all(entry.suffix.startswith(".") and entry.description and entry.losses for entry in FORMATS.values())
    assert tuple(FORMATS)[: len(BUILT_IN)] == tuple(BUILT_IN)


@pytest.mark.parametrize("name", USABLE)
def test_written_and_read(name: str) -> None:
    """What can be read is read with its words, from text and from bytes; JSON and XML are read as they were."""
    entry = FORMATS[name]
    result = entry.write(ARTICLE)
    assert "Rain" in written(entry, ARTICLE)
    if entry.read is not None:
        data = result if isinstance(result, bytes) else result.encode()
        assert entry.read(result).text == entry.read(data).text == "It rained."
        assert entry.read(result) == ARTICLE or name not in ("json", "xml")


@pytest.mark.parametrize("name", ["json", "record"])
def test_lines(name: str) -> None:
    """The formats that JSON Lines can hold write one line that says the same."""
    entry = FORMATS[name]
    assert entry.write_line is not None
    line = entry.write_line(ARTICLE)
    assert "\n" not in line
    assert json.loads(line) == json.loads(entry.write(ARTICLE))


def test_record_is_always_encodable() -> None:
    """Lone surrogates, which JSON can't hold, are replaced in a record."""
    article = page(front=[n(Headline, "\ud800")])
    assert json.loads(written(FORMATS["record"], article))["headline"] == "\ufffd"


def test_immutable() -> None:
    """The registry can't be changed by accident."""
    with pytest.raises(TypeError):
        FORMATS["json"] = FORMATS["xml"]  # type: ignore[index]
    assert FORMATS["json"].write(Article(Span(0, 0)))


def test_unknown_kinds_of_nodes() -> None:
    """A format can't say that it loses what no tree has."""
    with pytest.raises(ValueError, match="papyrus"):
        Format(name="x", suffix=".x", description="x", write=ap.to_text, omits={"papyrus"})


# --- losses ---


def test_losses() -> None:
    """Each kind of node that the format can't hold is one finding, which tells where the first is and how many."""
    article = page(
        front=[n(Kicker, "Weather"), n(Headline, "Rain")],
        body=[n(Navigation, n(Paragraph, n(Link, "Home"))), n(Paragraph, n(Strong, "It"), " ", n(Strong, "rained"))],
    )
    found = losses(article, "text")
    assert [(loss.code, loss.severity, loss.detail) for loss in found] == [
        ("AP401", "warning", "text: kicker (1)"),
        ("AP403", "info", "text: navigation (1)"),
        ("AP402", "info", "text: strong (2)"),
    ]
    assert found[0].span.of(article.source or "") == "Weather"
    assert losses(article, "json") == losses(article, FORMATS["xml"]) == ()


STAMPS = [n(Timestamp, day, kind="unspecified", raw=day) for day in ("Monday", "Tuesday")]
FURTHER = {
    "a block above the story": (
        [n(Paragraph, "Rain")],
        {"AP401 paragraph": ["record", "text", "jsonld", "ninjs", "chunks"]},
    ),
    "two headlines": (
        [n(Headline, "Rain"), n(Headline, "Sun")],
        {"AP401 headline": ["record", "text", "jsonld", "ninjs", "chunks"]},
    ),
    "two kickers": ([n(Kicker, "Rain"), n(Kicker, "Sun")], {"AP401 kicker": ["record", "text", "chunks"]}),
    "a byline without names": ([n(Byline, "By a reporter")], {"AP401 byline": ["record"]}),
    "an author's role": (
        [n(Byline, n(Author, "Ann Lee", name="Ann Lee", role="Editor"))],
        {"AP402 author": ["record", "ninjs", "pandoc", "docling"]},
    ),
    "dates in words": (
        [n(TimestampLine, *STAMPS)],
        {"AP401 timestamp": ["record", "jsonld", "ninjs", "pandoc"], "AP402 timestamp": ["docling"]},
    ),
    "a label": (
        [n(Caption, "Rain", n(Credit, "Photo: EPA", label="Photo", holder="EPA"))],
        {"AP402 credit": ["nitf", "tei", "pandoc", "docling"]},
    ),
    "a mark above the story": (
        [n(Headline, n(Strong, "Rain"))],
        {"AP402 strong": ["record", "text", "jsonld", "ninjs", "chunks"]},
    ),
    "a relative address": (
        [n(Related, n(Paragraph, n(Link, "Rain", target="/rain")))],
        {"AP402 link": ["record", "jsonld", "ninjs"]},
    ),
    "a language of code": (
        [n(CodeBlock, text="x = 1", language="python")],
        {"AP402 code_block": ["text", "record", "jsonld", "html", "ninjs", "nitf", "tei", "docling", "chunks"]},
    ),
    "a dateline below other words": (
        [n(Deck, n(Dateline, "OSLO"))],
        {"AP402 dateline": ["nitf", "tei", "pandoc", "docling"]},
    ),
    "a title": (
        [n(Deck, n(Link, "Rain", title="Rain"))],
        {"AP402 link": ["record", "text", "jsonld", "ninjs", "tei", "docling"]},
    ),
    "words beside related links": (
        [n(Related, n(Paragraph, "See also: ", n(Link, "Rain")))],
        {"AP403 related": ["text", "jsonld", "ninjs", "markdown", "chunks"]},
    ),
}
"""Front matter by what it has, and findings by the formats that lose it."""


@pytest.mark.parametrize("case", FURTHER)
def test_further_losses(case: str) -> None:
    """A place, a number or a field that a format doesn't hold is a finding."""
    front, expected = FURTHER[case]
    found: dict[str, list[str]] = {}
    for name in BUILT_IN.keys() - {"csv", "parquet", "arrow"}:  # which are as record
        for loss in losses(page(front=front), name):
            found.setdefault(f"{loss.code} {loss.detail.split()[1]}", []).append(name)
    assert {finding: sorted(found[finding]) for finding in expected} == {
        finding: sorted(names) for finding, names in expected.items()
    }


WORD = "unmistakable"
FRONT = (Kicker, Headline, Deck, Highlights, AuthorBio, Correction, Copyright, Tags)
LINE = (Strong, Emphasis, Strikethrough, Link, Dateline)


PLACES: dict[type[Node], Callable[[], Plan]] = {
    ItemList: lambda: n(ItemList, n(Item, WORD)),
    Item: lambda: n(ItemList, n(Item, WORD)),
    Author: lambda: n(Byline, n(Author, WORD, name=WORD)),
    Byline: lambda: n(Byline, n(Author, WORD, name=WORD)),
    Credit: lambda: n(Caption, "Rain", n(Credit, WORD, holder=WORD)),
    CreditLine: lambda: n(Figure, n(Caption, "Rain"), n(CreditLine, n(Credit, WORD, holder=WORD))),
    Figure: lambda: n(Figure, n(Paragraph, n(Image, alt=WORD))),
    Image: lambda: n(Figure, n(Paragraph, n(Image, alt=WORD))),
    CodeBlock: lambda: n(CodeBlock, text=WORD),
    Text: lambda: n(Paragraph, WORD),
    Code: lambda: n(Paragraph, n(Code, text=WORD)),
    **dict.fromkeys((Table, Row, Cell), lambda: n(Table, n(Row, n(Cell, WORD)))),
}
"""Blocks with a word in them, for nodes that can't just stand in the body or hold a text."""


def placed(kind: type[Node]) -> Article:
    """An article with one node of a class, in the place such nodes have, that holds a word found nowhere else."""
    if kind in PLACES:
        block = PLACES[kind]()
        return page(front=[block]) if block.kind is Byline else page(body=[block])
    if kind in LINE:
        return page(body=[n(Paragraph, n(kind, WORD))])
    if issubclass(kind, Furniture):
        return page(body=[n(kind, n(Paragraph, n(Link, WORD)))])
    return page(front=[n(kind, WORD)]) if kind in FRONT else page(body=[n(kind, WORD)])


ROOTS = {"article", "front", "body", "back", "section", "line_break", "separator"}
DATES = {"timestamp", "timestamp_line"}
"""Their words become a date in most formats."""


@pytest.mark.parametrize("kind", sorted(NODE_TYPES.keys() - ROOTS - DATES))
def test_losses_tell_the_truth(kind: str) -> None:
    """The words of a node are missing from a format if and only if the format says that it omits such nodes."""
    article = placed(NODE_TYPES[kind])
    for name, entry in USABLE.items():
        told = any(loss.code in ("AP401", "AP403") for loss in losses(article, entry))
        assert (name, kind, WORD not in written(entry, article)) == (name, kind, told)


# --- formats of other packages ---


def shout(article: Article) -> str:
    """The headline in capitals."""
    return article.headline.text.upper() if article.headline else ""


SHOUT = Format(name="shout", suffix=".shout", description="the headline in capitals", write=shout)


@pytest.fixture
def registered(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """DiagnosticInfo points as an installed package would have them: a format, and three that are none."""
    here = f"{__name__}:"
    values = {"shout": f"{here}SHOUT", "json": f"{here}SHOUT", "wrong": f"{here}SHOUT", "broken": "no_such_module:x"}
    entries = [EntryPoint(name, value, ENTRY_POINTS) for name, value in values.items()]
    monkeypatch.setattr(registry, "entry_points", lambda group: [entry for entry in entries if entry.group == group])
    registry._registered.cache_clear()
    yield
    registry._registered.cache_clear()


@pytest.mark.usefixtures("registered")
def test_other_formats() -> None:
    """A format that a package registers is found by its name and listed after ours, whose names can't be taken."""
    assert write(ARTICLE, "shout") == write(ARTICLE, SHOUT) == "RAIN"
    assert tuple(FORMATS)[len(BUILT_IN) :] == ("broken", "shout", "wrong")
    assert len(FORMATS) == len(BUILT_IN) + 3
    assert FORMATS["json"] is BUILT_IN["json"]
    assert "shout" in FORMATS


@pytest.mark.usefixtures("registered")
@pytest.mark.parametrize("name", ["wrong", "broken", "papyrus"])
def test_no_format(name: str) -> None:
    """What is not there, can't be imported or is no format of its name is one kind of error."""
    with pytest.raises(FormatError, match=name):
        FORMATS[name]


def test_unknown_name_tells_near_ones() -> None:
    """A name that is mistyped is answered with the names that look like it; where none does, with none."""
    with pytest.raises(FormatError) as error:
        write(ARTICLE, "markdwon")
    assert str(error.value) == "There is no format 'markdwon'. Did you mean 'markdown'?"
    with pytest.raises(FormatError) as error:
        losses(ARTICLE, "papyrus")
    assert str(error.value) == "There is no format 'papyrus'."
    assert FORMATS.get("papyrus") is None
    assert "papyrus" not in FORMATS


def test_read_format() -> None:
    """What can be read is read by its name; what can only be written says what can be read instead."""
    assert read_format(write(ARTICLE, "json"), "json") == ARTICLE
    assert read_format(write(ARTICLE, "nitf"), BUILT_IN["nitf"]).text == "It rained."
    with pytest.raises(FormatError, match="Can be read: json, xml, jsonld, ninjs, nitf"):
        read_format("Rain", "tei")
    with pytest.raises(LoadError):
        read_format("Rain", "json")


def test_missing_library() -> None:
    """A format whose library is not installed says in one line how to install it, in Python and on the command line."""
    hide = "import sys; sys.modules['pyarrow'] = None\n"
    python = (
        "import articleparse as ap\n"
        "try: ap.write(ap.parse('# Rain'), 'parquet')\n"
        "except ap.ArticleparseError as error: print(error)"
    )
    assert b'pip install "articletree[arrow]"' in run_python("-c", hide + python).stdout
    command = "from articleparse.cli import main; main()"
    failed = finish(start_python("-c", hide + command, "convert", "--to", "arrow"), b"# Rain\n")
    assert failed.returncode == 1
    assert b'pip install "articletree[arrow]"' in failed.stderr
    assert b"Traceback" not in failed.stderr


def test_installed_package(tmp_path: Path) -> None:
    """The command knows the format of an installed package: it lists it, writes it and reads it."""
    (tmp_path / "shout_format.py").write_text(
        "import articleparse as ap\n"
        "from articleparse.formats import Format\n"
        "SHOUT = Format(name='shout', suffix='.shout', description='turned',\n"
        "    write=lambda article: ap.to_json(article)[::-1], read=lambda data: ap.from_json(data[-2::-1]))\n"
    )
    info = tmp_path / "shout_format-1.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: shout-format\nVersion: 1\n")
    (info / "entry_points.txt").write_text(f"[{ENTRY_POINTS}]\nshout = shout_format:SHOUT\n")
    paths = [str(Path(ap.__file__).parents[1]), str(tmp_path)]

    def run(*arguments: str, dump: str = "# Rain\n") -> str:
        code = f"import sys; sys.path[:0] = {paths}; from articleparse.cli import main; main()"
        return run_python("-c", code, *arguments, data=dump.encode()).stdout.decode()

    assert "shout (.shout): turned" in run("formats")
    turned = run("convert", "--to", "shout")
    assert turned.startswith("}")
    assert '"text":"Rain"' in run("convert", "--from", "shout", dump=turned)


def test_own_formats_need_no_scan() -> None:
    """Neither importing the package nor using one of our formats looks through the installed packages."""
    code = (
        "import importlib.metadata as m\n"
        "def fail(**_): raise AssertionError\n"
        "m.entry_points = fail\n"
        "import articleparse as ap\n"
        "print(ap.write(ap.parse('# Rain'), 'json'))"
    )
    assert b'"text":"Rain"' in run_python("-c", code).stdout
