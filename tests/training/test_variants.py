"""Real pages in more styles, and with more parts, to learn from."""

from __future__ import annotations

import re

import pytest

pytest.importorskip("numba", reason="Numba is not installed (extra `train`)")

from articleparse.blocks import UnitKind
from articleparse.roles import Role
from articleparse.roles.weights import INDEX
from tests.roles.blocks_by_hand import PROSE
from tools.train_roles.align import align
from tools.train_roles.corpus import Truth, units_of
from tools.train_roles.examples import example
from tools.train_roles.restyle import STYLES, restyle
from tools.train_roles.splice import splice
from tools.train_roles.synthetic.page import told
from tools.train_roles.variants import variants
from tools.train_roles.words import words

TRUTH = Truth("bridge", "The Daily", "GB", "Bridge opens", (), (), ((None, PROSE),), "", (), (), (), False)
DUMP = "\n\n".join(["# Bridge opens", "[Print](#)", *PROSE, "- [Home](#)\n- [World](#)", "---"]) + "\n"
LONG = "word " * 30


@pytest.mark.parametrize("name", STYLES)
def test_words_are_kept(name: str) -> None:
    """A style changes marks and line ends, but no word."""
    text = re.sub(r"\[\d+\]", "", restyle(units_of(DUMP), STYLES[name], "seed"))
    assert words(text) == [word for unit in units_of(DUMP) for word in words(unit.node.text)]


def test_text_browser() -> None:
    """A text browser centres the headline, indents and wraps text, and numbers links."""
    text = restyle(units_of(f"# Bridge\n\n{LONG}\n\n- [Home](#)\n\n---\n"), STYLES["lynx"], "seed")
    assert text.splitlines()[0].strip() == "Bridge"
    assert text.startswith(" " * 30)
    assert "\n   word word" in text
    assert max(map(len, text.splitlines())) <= 79
    assert "     * [1]Home" in text
    assert "   ____" in text


def test_pieces() -> None:
    """Where links are lines of their own, paragraphs are in pieces."""
    text = restyle(units_of("The [bridge](#), says **Ada**, is open.\n"), STYLES["pieces"], "seed")
    assert text == "The\nbridge\n, says\nAda\n, is open.\n"


def test_code_and_tables() -> None:
    """Code keeps its lines, a table has a line for each row."""
    text = restyle(units_of("```\nx = 1\ny = 2\n```\n\n| a | b |\n|---|---|\n| c | d |\n"), STYLES["tight"], "seed")
    assert text.startswith("x = 1\ny = 2\n")
    assert len(text.splitlines()) == 4


def test_parts_are_put_between_paragraphs() -> None:
    """What is put into a page stands within its story, and its roles are known."""
    paragraphs = tuple(f"{prose} {number}." for number in range(20) for prose in PROSE)
    truth = Truth("bridge", "The Daily", "GB", "Bridge opens", (), (), ((None, paragraphs),), "", (), (), (), False)
    dump = "\n\n".join(["# Bridge opens", *paragraphs]) + "\n"
    units = units_of(dump)
    text, parts = splice(dump, units, align(units, truth) or [], "seed")
    known = [roles for roles in told(units_of(text), parts) if roles]
    assert parts
    assert len(known) >= len(parts) / 2
    assert all(paragraph in text for paragraph in paragraphs)
    assert text.startswith("# Bridge opens\n\n" + paragraphs[0])


def test_variants_are_examples() -> None:
    """Each style of a page teaches where the story is; the same page always gives the same variants."""
    found = list(variants({"hash": DUMP}, TRUTH))
    assert found == list(variants({"hash": DUMP}, TRUTH))
    assert len(found) == 2 + len(STYLES)
    for text, parts in found:
        one = example(units_of(text), TRUTH, parts)
        assert one is not None
        assert sum(roles == {INDEX[Role.PARAGRAPH]} for roles in one.roles) >= len(PROSE)


def test_nothing_of_the_story() -> None:
    """A page without its story has no variants."""
    assert list(variants({"hash": "- [Home](#)\n- [World](#)\n"}, TRUTH)) == []


def test_kinds_survive() -> None:
    """Lists are still lists in text without marks."""
    kinds = [unit.kind for unit in units_of(restyle(units_of(DUMP), STYLES["plain"], "seed"))]
    assert UnitKind.LIST in kinds


def test_print_view() -> None:
    """A page without a print view is cropped to one: headline and story, and little of what is around them."""
    menus = "\n\n".join(f"[Section {number}](#)" for number in range(100))
    dump = f"{menus}\n\n{DUMP}\n\n{menus}\n"
    cropped = [text for text, _ in variants({"hash": dump}, TRUTH) if text in dump]
    assert cropped
    assert all("# Bridge opens" in text and PROSE[-1] in text for text in cropped)
    assert min(text.count("Section") for text in cropped) < 50
