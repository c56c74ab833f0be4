"""Which features blocks have."""

from __future__ import annotations

from functools import partial

import pytest

from articleparse.roles import features as feature_module
from articleparse.vocabulary import load_vocabulary
from tests.roles.blocks_by_hand import PROSE, Page, story
from tools.train_roles.corpus import units_of

features = partial(feature_module.features, words=load_vocabulary())


def only(page: Page) -> set[str]:
    """The features of the page's last block."""
    return set(features(page.units)[-1])


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Print", {"width<15", "cue=control.print", "one word", "ends=open"}),
        ("Print Share", {"controls"}),
        ("3.4.2024, 12:30", {"date", "number"}),
        ("Jane Doe, John van Roe", {"names", "names plain"}),
        ("Jane Doe", {"name", "names plain", "undated"}),
        ("Jane Doe3 hours ago", {"opens with name"}),
        ("Jane Doe, 3.4.2024", {"opens with name", "date"}),
        ("Jane Doe Jane Doe", {"name"}),
        ("田中 花子", {"name"}),
        ("OPINION", {"capitals"}),
        ("A bridge opens", {"one capital"}),
        ("Opened in 2024", {"date"}),
        ("and so it goes", {"opens lower case", "lower case"}),
        ("“Why not?”", {"opens with quote", "ends=question"}),
        ("A bridge at night. (Photo: EPA)", {"closes with credit"}),
        ("A bridge at night (Archivbild)", {"closes with credit"}),
        ("A bridge at night — Picture by Jane Doe", {"closes with credit"}),
        ("A bridge at night. (AP Photo/Jane Doe)", {"closes with agency"}),
        ("A bridge at night. © Doe", {"closes with copyright sign"}),
        ("A bridge at night / Reuters", {"closes with agency"}),
        ("» | •", {"signs only"}),
        ("Home › News › Lowmouth", {"steps"}),
        ("記者：王小明", {"label"}),
        ("โดย สมชาย ใจดี", {"no case", "undated"}),
        ("लेखक: रवि शर्मा", {"label"}),
        ("April 25, 20232:26 PM", {"date"}),
        ("", {"ends=empty"}),
    ],
)
def test_line(text: str, names: set[str]) -> None:
    """A line has the features that its words and its shape give it."""
    assert names <= only(Page().line(text))


def test_plain_words_are_no_name() -> None:
    """A phrase with one capital is no name, nor does it open with one; particles of names are short words."""
    assert not {"name", "names", "opens with name"} & only(Page().line("Bridge over the river, 3.4.2024"))
    assert "name" not in only(Page().line("Add as preferred on Lowmouth"))
    assert "name" in only(Page().line("Ana de la Cruz"))


def test_signs_of_sentences() -> None:
    """An arrow behind a sentence's end is no path, and a colon with digits or many words behind it no label."""
    assert "steps" not in only(Page().line("It was 1990. The best year > all years. Was it?"))
    assert "label" not in only(Page().line("Updated: 3 May"))
    assert "label" not in only(Page().line("Council: the old bridge will open to all again"))


def test_links() -> None:
    """A line under a link and a list of links are told from plain ones."""
    assert {"all linked", "one link"} <= only(Page().line("Read more", linked=True))
    assert {"items are links", "items<4", "kind=list"} <= only(Page().items("One", "Two", linked=True))
    assert "items are text" in only(Page().items("One", "Two"))


def test_wide_characters_count_more() -> None:
    """A line of forty Chinese characters is as wide as one of a hundred and twenty letters."""
    assert "width<140" in only(Page().line("桥" * 40))


def test_repetition() -> None:
    """A text that stands on the page twice knows whether it was there before."""
    first, second = features(Page().line("Some old bridge").heading("Some OLD bridge").units)
    assert {"repeated", "repeated later", "same as a heading"} <= set(first)
    assert {"repeated", "repeated before"} <= set(second)


def test_path_to_the_page() -> None:
    """A line that ends with what another line says is the path to a page, and the other perhaps the headline."""
    path, _, headline, other = features(
        Page().line("Home News Some old bridge").line("Print").line("Some old bridge").line("An old bridge").units
    )
    assert "ends with a line" in path
    assert "ends a line" in headline
    assert not {"ends a line", "ends with a line"} & set(other)


def test_title() -> None:
    """A first line `Title - Site` and a header field say what the title is."""
    title = "Bridge over the river stays closed"
    assert "title" in features(Page().line(f"{title} - The Daily").heading(title).units)[1]
    assert {"title", "key=title"} <= set(features(Page().field("title", title).heading(title).units)[0])
    assert "title" in features(Page().field("title", title).heading(title).units)[1]


def test_place() -> None:
    """Blocks know where they stand around the story."""
    found = [set(names) for names in features(story().units)]
    assert "above the heading" in found[0]
    assert {"the heading", "top level"} <= found[1]
    assert "between heading and story" in found[2]
    assert "story's first" in found[3]
    assert {"in story", "prev=prose", "next=prose", "prose around=2"} <= found[4]
    assert "just below" in found[6]


def test_topic() -> None:
    """A headline that speaks of the story shares its words, a menu's line does not."""
    page = Page().line("Weather forecasts everywhere").heading("Council engineer told meeting about bridge")
    for text in PROSE:
        page.line(text)
    menu, headline, *_ = features(page.units)
    assert "shares nothing" in menu
    assert {"shares much", "shares most"} & set(headline)


def test_neighbours_signal() -> None:
    """A block knows that a byline follows and that a date stood before it."""
    found = features(Page().line("3 March 2024").line("Something").line("By Jane Doe").units)
    assert {"after date", "before byline"} <= set(found[1])
    assert "two before byline" in found[0]


def test_author_below() -> None:
    """A block that opens with the name of the byline says so."""
    page = Page().line("By Jane Doe").line(PROSE[0]).line("Jane Doe writes about bridges and ferries.")
    assert "opens with author" in only(page)


def test_centred() -> None:
    """A line with much white space before it is one that the converter centred."""
    page = Page().line("Politics")
    page.text += " " * 20
    found = features(page.line("Bridge stays closed").line("By Jane Doe").units)
    assert ["centred" in names for names in found] == [False, True, False]


def test_lower_case_heading() -> None:
    """A heading that opens in lower case goes on with nothing; a paragraph may go on with the one before."""
    found = features(Page().line("A year").heading("of work", 2).line("A year").line("of work").units)
    assert ["before lower case" in names for names in found] == [False, False, True, False]


def test_copyright_year() -> None:
    """A sign with a year is a page's copyright, one with a name a picture's credit."""
    found = features(Page().line("© 2024 The Daily").line("Jane Doe © The Daily").units)
    assert "copyright year" in found[0]
    assert "closes with copyright sign" not in found[0]
    assert "closes with copyright sign" in found[1]


def test_ranks() -> None:
    """A headline stands above its deck in rank, and alone; a heading knows the ranks of those near it."""
    page = Page().heading("Opinion", 2).heading("Bridge stays closed", 1).heading("Nobody knows for how long", 2)
    kicker, headline, deck = (set(names) for names in features(page.units))
    assert "heading below=higher" in kicker
    assert {"top level", "sole top level", "headings=lower&lower"} <= headline
    assert {"heading above=higher", "heading below=none"} <= deck
    assert "top level" not in deck


def test_first_of_a_rank() -> None:
    """Of several headings in the highest rank the first is the first, however far the others are."""
    page = Page().heading("Bridge stays closed", 1)
    for _ in range(12):
        page.line(PROSE[0])
    found = [set(names) for names in features(page.heading("Rain at last", 1).heading("Snow at last", 1).units)]
    assert "first top level" in found[0]
    assert all("later top level" in names for names in found[-2:])


def test_best_title() -> None:
    """Of the lines above the story the one that says most of what the story says is its best title."""
    page = Page().line("Weather forecasts everywhere").line("Bridge").line("Council engineer told meeting about bridge")
    for text in PROSE:
        page.line(text)
    weather, bridge, headline, *_ = features(page.units)
    assert "best title" in headline
    assert not {"best title", "second title"} & set(weather)
    assert "best title" not in bridge


def test_first_prose() -> None:
    """The first prose of a story knows whether a byline parts it from the rest, as it parts a deck."""
    parted = Page().heading("Bridge stays closed").line(PROSE[0]).line("By Jane Doe").line(PROSE[1])
    assert {"first prose", "first prose, then byline"} <= set(features(parted.units)[1])
    whole = Page().heading("Bridge stays closed").line(PROSE[0]).line(PROSE[1])
    assert "first prose, then prose" in features(whole.units)[1]


def test_question_opens_no_story() -> None:
    """A headline that ends as sentences do is above the story, not its first block."""
    page = Page().line("Will the bridge open again?")
    for text in PROSE:
        page.line(text)
    assert "just above" in features(page.units)[0]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("A crowd on the bridge (AP Photo/Jane Doe)", "slash in brackets at the end"),
        ("A crowd on the bridge (Archive)", "brackets at the end"),
        ("A crowd on the bridge. Jane Doe", "name at the end"),
        ("A crowd on the bridge  / Jane Doe", "slash at the end"),
        ("A crowd on the bridge. Jane Doe/AFP", "slash at the end"),
        ("3 of 12 |", "counter"),
    ],
)
def test_captions_close_with_credits(text: str, name: str) -> None:
    """A credit shows by its shape alone; a counter says that pictures are near."""
    assert name in only(Page().line(text))


def test_captions_in_a_list() -> None:
    """Items close with credits as lines do, but for those that are links."""
    assert "closes with credit" in only(Page().items("A bridge", "A ferry at night. Photo: Jane Doe"))
    assert "closes with credit" not in only(Page().items("A bridge", "A ferry. Photo: Jane Doe", linked=True))


@pytest.mark.parametrize("text", ["Photo: Jane Doe", "© Jane Doe", "Jane Doe/AFP", "(REUTERS)", "Foto: EPA"])
def test_credit_line(text: str) -> None:
    """A short line that is nothing but a credit says that a picture or its caption is beside it."""
    _, line = features(Page().line("A bridge at night").line(text).units)
    above, _ = features(Page().line("A bridge at night").line(text).units)
    assert "credit line" in line
    assert "before credit line" in above


@pytest.mark.parametrize("text", ["© 2024 The Daily", PROSE[0], "A bridge at night"])
def test_no_credit_line(text: str) -> None:
    """What the site says of its copyright, prose and captions are no credits."""
    assert "credit line" not in only(Page().line(text))


def test_passed() -> None:
    """Prose and headings know which dates, names and menus stand between the story's beginning and them."""
    page = Page().heading("Some old bridge").line("3 March 2024")
    for text in PROSE:
        page.line(text)
    page.heading("Tunnel opens").line("Jane Doe").line("3 March 2024").line(PROSE[0])
    *_, story, heading, _, _, other = features(page.units)
    assert not [name for name in story if " past " in name]
    assert not [name for name in heading if " past " in name]
    assert {"prose past byline", "prose past date", "prose past repeated", "prose past 3 ends"} <= set(other)
    for _ in range(2):
        page.line("4 March 2024")
    assert "heading past many of date" in only(page.heading("Another tunnel"))


def test_dateline() -> None:
    """Prose that opens with a place and a dash opens with a dateline."""
    assert "opens with dateline" in only(Page().line(f"RAMALLAH, West Bank (Reuters) — {PROSE[0]}"))
    assert "opens with dateline" not in only(Page().line(PROSE[0]))


@pytest.mark.parametrize(
    ("text", "opens"),
    [("OSLO, Norway: rain", True), ("Oslo and rain", False), ("иванов и дождь", False), ("他昨天在河边", False)],
)
def test_opens_with_capitals(text: str, opens: bool) -> None:
    """Capitals are capitals in any script; letters that know no case are none."""
    assert ("opens with capitals" in only(Page().line(f"{text} {PROSE[0]}"))) is opens


def test_words_of_labels() -> None:
    """A short line is known by its words, a long one isn't."""
    assert "word=print" in only(Page().line("Print this"))
    assert not [name for name in only(Page().line(PROSE[0])) if name.startswith("word=")]


def test_year_of_a_sentence() -> None:
    """A year among many words dates nothing."""
    assert "date" not in only(Page().line("It was the year 2024 when the bridge over the river opened"))


@pytest.mark.parametrize(
    ("page", "held"),
    [
        (Page().heading("Bridge").line(PROSE[0]), "prose"),
        (Page().heading("Bridge").items("Home", "World", linked=True), "links"),
        (Page().heading("Bridge").line("Print"), "lines"),
        (Page().heading("Bridge"), "nothing"),
    ],
)
def test_what_a_heading_holds(page: Page, held: str) -> None:
    """A heading is told by what stands between it and the next one."""
    assert f"holds {held}" in features(page.heading("Tunnel").units)[0]


def test_tight() -> None:
    """Where blank lines are missing, each block has the feature."""
    tight, loose = (units_of("One" + gap + gap.join(PROSE) + "\n") for gap in ("\n", "\n\n"))
    assert all("tight" in names for names in features(tight))
    assert not any("tight" in names for names in features(loose))
