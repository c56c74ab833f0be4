"""Dumps made up for measuring, for those who have no folder of real ones.

Two sizes, with the habits of real dumps: print views of a story and its captions, and whole pages in which the story
is a third, the rest being menus, teasers and comments. The words are drawn from a list, always in the same way.
"""

from __future__ import annotations

from random import Random

_WORD_LIST = """
the of and to in a council river harbour said on for bridge that was with market by after from town is at repair
minister which its budget had were hospital farmers new their over who storm last between school has voted been first
ferry two would against report more before plan water into union during workers road while price station
"""
_WORDS = _WORD_LIST.split()
_NAMES = ("Ada Poole", "Tom Reed", "Mara Lind", "Jon Abara", "Ines Duarte", "Karl Weiss")
_AGENCIES = ("Reuters", "AP", "AFP", "EPA")
_MENU = ("Home", "World", "Business", "Sport", "Culture", "Weather", "Opinion", "Science", "Travel", "Video")


def print_view(seed: int) -> str:
    """A print view of about 4,000 characters: the story, a caption, two controls."""
    random = Random(seed)  # noqa: S311  # the same pages on every run
    return "Print \n\n" + _story(random, paragraphs=12) + "\n\n[Back](#)\n"


def whole_page(seed: int) -> str:
    """A whole page of about 20,000 characters: menus above, the story, teasers and comments below."""
    random = Random(seed)  # noqa: S311
    parts = [f"Northern Post | {_title(random)}", _menu(random, 30), _menu(random, 12)]
    parts += [_teasers(random, 10), _story(random, paragraphs=18), _teasers(random, 25)]
    parts += [_comment(random) for _ in range(8)]
    parts += [_menu(random, 40), "© 2024 Northern Post. All rights reserved."]
    return "\n\n".join(parts) + "\n"


def _words(random: Random, count: int) -> str:
    return " ".join(random.choices(_WORDS, k=count))


def _title(random: Random) -> str:
    return _words(random, random.randint(6, 11)).capitalize()


def _sentence(random: Random) -> str:
    return _words(random, random.randint(8, 24)).capitalize() + "."


def _paragraph(random: Random) -> str:
    sentences = [_sentence(random) for _ in range(random.randint(1, 4))]
    if random.random() < 0.4:
        sentences.append(f'"{_sentence(random)}" said [{random.choice(_NAMES)}](#).')
    if random.random() < 0.1:
        sentences.insert(0, f"**{_words(random, 3).capitalize()}** and *{_words(random, 2)}*.")
    return " ".join(sentences)


def _story(random: Random, paragraphs: int) -> str:
    authors = " and ".join(random.sample(_NAMES, 2))
    head = [f"# {_title(random)}", f"**{_sentence(random)}**", f"By {authors}", "12 March 2024"]
    caption = f"{_sentence(random)[:-1]} (Photo: {random.choice(_AGENCIES)})"
    body = [_paragraph(random) for _ in range(paragraphs)]
    body.insert(paragraphs // 2, f"## {_words(random, 4).capitalize()}")
    body.insert(2, caption)
    return "\n\n".join(head + body)


def _menu(random: Random, count: int) -> str:
    return "\n".join(f"* [{random.choice(_MENU)} {_words(random, 1)}](#)" for _ in range(count))


def _teasers(random: Random, count: int) -> str:
    return "\n\n".join(f"### [{_title(random)}](#)\n\n{_sentence(random)}" for _ in range(count))


def _comment(random: Random) -> str:
    return f"**{random.choice(_NAMES)}** {random.randint(2, 9)} hours ago\n\n> {_sentence(random)}\n\n[Reply](#)"
