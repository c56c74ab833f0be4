"""`articleparse show`."""

from __future__ import annotations

import re
import time
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from articleparse.cli import terminal
from articleparse.cli.show import draw
from articleparse.diagnostics import Diagnostic
from articleparse.source import Span
from articleparse.tree import (
    Article,
    Back,
    Body,
    Control,
    Front,
    Headline,
    Link,
    Meta,
    Paragraph,
    Section,
    Strong,
    Text,
)

SOURCE = "# One\n\n[Print](#)\n\nA **bold** word.\n"


@pytest.fixture
def article() -> Article:
    """A headline, a control and a paragraph with a bold word."""
    headline = Headline(Span(2, 5), (Text(Span(2, 5), "One"),))
    link = Link(Span(7, 17), (Text(Span(8, 13), "Print"),))
    control = Control(Span(7, 17), (Paragraph(Span(7, 17), (link,)),), action="print")
    bold = Strong(Span(21, 29), (Text(Span(23, 27), "bold"),))
    words = (Text(Span(19, 21), "A "), bold, Text(Span(29, 35), " word."))
    section = Section(Span(19, 36), (Paragraph(Span(19, 36), words),))
    parts = (Front(Span(0, 19), (headline, control)), Body(Span(19, 36), (section,)), Back(Span(36, 36)))
    return Article(Span(0, 36), parts, Meta("en", "html2text", 0.9), (Diagnostic("AP201", Span(0, 1)),), SOURCE)


def test_drawing(article: Article) -> None:
    """A line for each node: where it begins, what it is, what it holds that its text doesn't show, and its text."""
    assert [line.plain for line in draw(article, 80)] == [
        "dialect: html2text (90%) · kind: unknown · language: en · encoding: unknown · 1 finding",
        "1 article",
        "1   front",
        "1     headline One",
        "3     control action=print",
        "3       paragraph Print",
        "3         link Print",
        "5   body",
        "5     section",
        "5       paragraph A bold word.",
        "6   back",
    ]


def test_everything(article: Article) -> None:
    """Every node is shown on demand."""
    lines = [line.plain for line in draw(article, 80, everything=True)]
    assert "5         strong bold" in lines
    assert "5           text bold" in lines


def test_furniture_is_dim(article: Article) -> None:
    """Furniture and what is in it is dim, the story is not."""
    styles = {line.plain.split()[1]: str(line.style) for line in draw(article, 80)}
    assert (styles["control"], styles["link"], styles["headline"]) == ("dim", "dim", "")


@settings(max_examples=30)
@given(st.text(st.characters(exclude_categories=()), max_size=60), st.integers(20, 60))
def test_safe(text: str, width: int) -> None:
    """Whatever a dump holds, lines are no wider than asked for and hold no control character."""
    paragraph = Paragraph(Span(0, len(text)), (Link(Span(0, len(text)), (Text(Span(0, len(text)), text),), text),))
    section = Section(Span(0, len(text)), (paragraph,))
    article = Article(Span(0, len(text)), (Body(Span(0, len(text)), (section,)),), source=text)
    for line in list(draw(article, width))[1:]:
        assert line.cell_len <= width
        assert not re.search(r"[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", line.plain)


def test_depth() -> None:
    """A tree of any depth is drawn, in time that grows with its size."""

    def nested(depth: int) -> Article:
        node: Any = Text(Span(0, 1), "x")
        for _ in range(depth):
            node = Front(Span(0, 1), (node,))
        return Article(Span(0, 1), (node,), source="x")

    def seconds(depth: int) -> float:
        article = nested(depth)
        began = time.process_time()
        assert sum(1 for _ in draw(article, 80)) == depth + 2
        return time.process_time() - began

    assert min(seconds(5000) for _ in range(3)) < 10 * min(seconds(1250) for _ in range(3))


def test_folding() -> None:
    """Much furniture side by side is one line, which says how far it reaches; it can be unfolded."""
    source = "".join(f"Button {number}\n" for number in range(20)) + "# One\n"
    spans = [Span(source.index(line), source.index(line) + len(line)) for line in source.splitlines(keepends=True)]
    controls = tuple(Control(span, (Paragraph(span, (Text(span, "Button"),)),)) for span in spans[:-1])
    headline = Headline(spans[-1], (Text(spans[-1], "One"),))
    article = Article(Span(0, len(source)), (Front(Span(0, len(source)), (*controls, headline)),), source=source)
    assert [line.plain for line in draw(article, 80)][3:] == [
        " 1     furniture to line 20: 20 control",
        "21     headline One",
    ]
    assert sum(1 for _ in draw(article, 80, unfolded=True)) == 3 + 2 * 20 + 1


def test_command(run: Any, dump: Path) -> None:
    """The tree of a file goes to standard output, without colour where that is no terminal."""
    result = run("show", dump)
    assert result.exit_code == 0
    assert re.search(r"^ *1 +headline .*Harbour opens again$", result.stdout, re.MULTILINE)
    assert "\x1b" not in result.stdout
    assert run("show", input=dump.read_bytes()).exit_code == 0


def test_colour(run: Any, dump: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """On a terminal there is colour; the dump's own escapes are not among it."""
    monkeypatch.setattr(terminal, "wants_colour", lambda: True)
    monkeypatch.setenv("TERM", "xterm-256color")
    dump.write_text("# One \x1b]0;title\x07 more\n\nWords and words.\n")
    output = run("show", dump).stdout
    assert "\x1b[1;35mheadline" in output
    assert "\x1b]0;" not in output
    assert "\x07" not in output


def test_trouble(run: Any, tmp_path: Path) -> None:
    """A missing file is one line, a directory wrong usage."""
    result = run("show", tmp_path / "missing.txt")
    assert result.exit_code == 1
    assert result.stderr == f"Error: {tmp_path}/missing.txt: No such file or directory\n"
    assert run("show", tmp_path).exit_code == 2
