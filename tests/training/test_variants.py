"""Real pages in more styles, and with more parts, to learn from."""

from __future__ import annotations

import re

import pytest

pytest.importorskip("faker", reason="Faker is not installed (extra `train`)")

from articleparse.blocks import UnitKind
from articleparse.roles import Role
from tests.roles.blocks_by_hand import PROSE
from tests.training.making import DUMP, ROLES, page
from tools.train.corpus import units_of
from tools.train.restyle import STYLES, restyle
from tools.train.splice import splice
from tools.train.transfer import transferred
from tools.train.variants import dumps_of
from tools.train.words import normal, words

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


def test_kinds_survive() -> None:
    """Lists are still lists in text without marks."""
    kinds = [unit.kind for unit in units_of(restyle(units_of(DUMP), STYLES["plain"], "seed"))]
    assert UnitKind.LIST in kinds


def test_parts_are_put_between_paragraphs() -> None:
    """What is put into a page stands within its story, and its roles are known."""
    paragraphs = tuple(f"{prose} {number}." for number in range(20) for prose in PROSE)
    dump = "\n\n".join(["# Bridge opens", *paragraphs]) + "\n"
    roles = [frozenset({Role.HEADLINE}), *[frozenset({Role.PARAGRAPH})] * len(paragraphs)]
    text, known = splice(dump, units_of(dump), roles, "seed")
    assert len(known) > len(roles)
    assert all(paragraph in text for paragraph in paragraphs)
    assert text.startswith("# Bridge opens\n\n" + paragraphs[0])
    found = transferred(units_of(text), known)
    assert sum(own is not None for own in found) >= 0.9 * len(found)


def test_dumps_of_a_page() -> None:
    """All dumps of a page teach where the story is, and the same page always gives the same ones."""
    found = list(dumps_of(page()))
    assert found == list(dumps_of(page()))
    assert len(found) > 6
    for text, known in found:
        roles = transferred(units_of(text), known)
        assert sum(own == frozenset({Role.PARAGRAPH}) for own in roles) >= len(PROSE)
        assert sum(own == frozenset({Role.HEADLINE}) for own in roles) == 1


def test_print_view() -> None:
    """A page that no reader read is cropped to a print view, too: headline and story, and little around them."""
    menus = [f"[Section {number}](#)" for number in range(100)]
    dump = "\n\n".join([*menus, DUMP.strip(), *menus]) + "\n"
    roles = (*[Role.NAVIGATION] * 100, *ROLES, *[Role.NAVIGATION] * 100)
    cropped = [text for text, _ in dumps_of(page(dump, roles, is_read=False)) if text in dump and text != dump]
    assert len(cropped) == 1
    assert "# Bridge opens" in cropped[0]
    assert PROSE[-1] in cropped[0]
    assert cropped[0].count("Section") < 50


def test_thinned() -> None:
    """A thinned page has its story and lacks most of what is around it."""
    menus = [f"[Section {number}](#)" for number in range(100)]
    dump = "\n\n".join([*menus, DUMP.strip()]) + "\n"
    roles = (*[Role.NAVIGATION] * 100, *ROLES)
    short = [text for text, _ in dumps_of(page(dump, roles)) if text.count("Section") < 50]
    assert len(short) == 2
    assert all(normal("Bridge opens") in normal(text) for text in short)
