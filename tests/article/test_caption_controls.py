"""Controls that ran into a caption."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from articleparse.article.caption_controls import with_control
from articleparse.roles import Role
from articleparse.source import Span
from articleparse.tree import Caption, Control, Emphasis, Link, Node, Text
from articleparse.vocabulary import load_vocabulary
from tests.article.making import make
from tests.roles.blocks_by_hand import Page


def caption(line: str) -> Caption:
    """The caption that the line becomes."""
    article, _ = make(Page().line(line), [Role.CAPTION])
    return article.captions[0]


def control_text(children: tuple[Node, ...]) -> str | None:
    """The text of the control among the nodes."""
    return next((child.text for child in with_control(children, load_vocabulary()) if isinstance(child, Control)), None)


@pytest.mark.parametrize(
    ("line", "text", "control"),
    [
        (
            "A crowd on Tuesday. (Photo: EPA) click here to enlarge text",
            "A crowd on Tuesday.",
            "click here to enlarge text",
        ),
        ("A man reads Photo: EPA click to enlarge", "A man reads", "click to enlarge"),
        ("Hide caption A man reads. (Photo: EPA)", "A man reads.", "Hide caption"),
        (
            "Ein Mann liest. Bild vergrößern (Foto: EPA) Bild vergrößern",
            "Ein Mann liest. Bild vergrößern",
            "Bild vergrößern",
        ),
        ("A man reads. (Photo: EPA) Enlarge", "A man reads.", "Enlarge"),
    ],
)
def test_control(line: str, text: str, control: str) -> None:
    """The control is a node of its own, which neither the caption's text nor its credit has."""
    found = caption(line)
    assert found.text == text
    assert found.credit is not None
    assert found.credit.holder == "EPA"
    assert [(node.text, node.action) for node in found.children if isinstance(node, Control)] == [(control, "enlarge")]


@pytest.mark.parametrize(
    "line", ["The port that they want to enlarge", "click here to enlarge text", "A man reads.", "Enlarge the port"]
)
def test_no_control(line: str) -> None:
    """A word of the sentence is no control; a caption that is nothing but a control stays whole."""
    assert caption(line).text == line


def test_in_a_link() -> None:
    """A link that is the control becomes part of it; where it only ends with one, nothing is cut."""
    words = Text(Span(0, 6), "A man ")
    control, mixed = Text(Span(7, 14), "Enlarge"), Text(Span(7, 24), "Click to enlarge")
    assert control_text((words, Link(Span(6, 18), (control,)))) == "Enlarge"
    bold = (Emphasis(Span(6, 30), (words, mixed)),)
    assert with_control(bold, load_vocabulary()) == bold
    assert (
        control_text((Link(Span(0, 7), (Text(Span(0, 7), "Enlarge"),)), Text(Span(7, 20), " A man reads.")))
        == "Enlarge"
    )


@settings(max_examples=50, deadline=None)
@given(st.lists(st.sampled_from(["Enlarge", "click to enlarge", "A man.", " ", "(EPA)", "写真を拡大"]), max_size=6))
def test_nothing_is_lost(parts: list[str]) -> None:
    """Whatever is cut off, the nodes hold the same text in the same order."""
    text = "".join(parts)
    children = with_control((Text(Span(0, len(text)), text),), load_vocabulary())
    assert "".join(child.span.of(text) for child in children) == text
