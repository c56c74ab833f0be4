"""Which features blocks have."""

from __future__ import annotations

from functools import partial

import pytest

from articleparse.roles import features as feature_module
from articleparse.roles.registry import CATEGORIES, CUES, NAMES, numbers_of
from articleparse.roles.wording import is_time
from articleparse.vocabulary import load_vocabulary
from articleparse.vocabulary.rows import Row, categories
from tests.roles.blocks_by_hand import PROSE, Page, story
from tools.train.corpus import units_of

features = partial(feature_module.features, words=load_vocabulary())


def only(page: Page) -> set[str]:
    """The features of the page's last block."""
    return set(features(page.units)[-1])


def test_registry() -> None:
    """Each feature has one number, and a name that is not in the registry is refused."""
    assert len(set(NAMES)) == len(NAMES)
    assert [NAMES[number] for number in numbers_of(reversed(NAMES))] == [*reversed(NAMES)]
    with pytest.raises(KeyError, match="quux"):
        numbers_of(["bold", "quux"])


def test_registry_has_all_cues() -> None:
    """What the vocabulary says of a line, the registry has a feature for; a user may say more, which is passed over."""
    words = load_vocabulary()
    tables = (words._whole, words._raw, words._label, words._prefix, words._suffix)
    assert {cue for table in tables for found in table.values() for cue in found} <= CUES
    assert set(CATEGORIES) <= categories()
    own = load_vocabulary((Row("en", "clock.am", "Quux", "line", "U"),))
    assert "cue=clock.am" not in feature_module.features(Page().line("Quux").units, own)[0]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Print", {"width<15", "cue=control.print", "one word", "ends=open"}),
        ("Print Share", {"controls"}),
        ("3.4.2024, 12:30", {"date", "number"}),
        ("14:32", {"date", "time alone"}),
        ("Jane Doe, John Roe", {"names"}),
        ("OPINION", {"capitals"}),
        ("A bridge opens", {"one capital"}),
        ("Opened in 2024", {"date"}),
        ("and so it goes", {"opens lower case", "lower case"}),
        ("“Why not?”", {"opens with quote", "ends=question"}),
        ("A bridge at night. (Photo: EPA)", {"closes with credit"}),
        ("A bridge at night (Archivbild)", {"closes with credit"}),
        ("A bridge at night — Picture by Jane Doe", {"closes with credit"}),
        ("A bridge at night. (AP Photo/Jane Doe)", {"closes with agency"}),
        ("A bridge at night. © Doe", {"copyright sign"}),
        ("A bridge at night / Reuters", {"closes with agency"}),
        ("» | •", {"signs only"}),
        ("Home › News › Lowmouth", {"steps"}),
        ("記者：王小明", {"label"}),
        ("โดย สมชาย ใจดี", {"no case"}),
        ("लेखक: रवि शर्मा", {"label"}),
        ("April 25, 20232:26 PM", {"date"}),
        ("", {"ends=empty"}),
    ],
)
def test_line(text: str, names: set[str]) -> None:
    """A line has the features that its words and its shape give it."""
    assert names <= only(Page().line(text))


@pytest.mark.parametrize("text", ["Jane Doe", "Lê Hạnh", "Thabo Mokoena", "Jane Doe Jane Doe"])
def test_name(text: str) -> None:
    """A person's name scores high, a portrait's text before it or not."""
    assert {"name<2", "name<4", "name>=4"} & only(Page().line(text))


@pytest.mark.parametrize("text", ["Key Points", "Ad Policy", "Social Sharing", "View Images"])
def test_no_name(text: str) -> None:
    """Buttons in title case score low."""
    assert not {"name<2", "name<4", "name>=4", "names"} & only(Page().line(text))


def test_name_and_more() -> None:
    """A line of a name and something else says so, and what its first stretch is."""
    found = only(Page().line("Jane Doe, Key Points", linked=True))
    assert {"name and more", "name linked"} <= found
    assert any(name.startswith("first name") for name in found)


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
    assert {"repeated later", "same as a heading"} <= set(first)
    assert {"repeated before"} <= set(second)


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


def test_centred() -> None:
    """A line with much white space before it is one that the converter centred."""
    page = Page().line("Politics")
    page.text += " " * 20
    found = features(page.line("Bridge stays closed").line("By Jane Doe").units)
    assert ["centred" in names for names in found] == [False, True, False]


def test_copyright_year() -> None:
    """A sign with a year is a page's copyright, one with a name a picture's credit."""
    found = features(Page().line("© 2024 The Daily").line("Jane Doe © The Daily").units)
    assert "copyright year" in found[0]
    assert "copyright sign" not in found[0]
    assert "copyright sign" in found[1]


@pytest.mark.parametrize(
    ("text", "name"),
    [
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


@pytest.mark.parametrize("text", ["Photo: Jane Doe", "© Jane Doe", "Jane Doe/AFP", "Foto: EPA"])
def test_credit_line(text: str) -> None:
    """A short line that is nothing but a credit says that a picture or its caption is beside it."""
    assert "credit line" in only(Page().line("A bridge at night").line(text))


@pytest.mark.parametrize("text", ["© 2024 The Daily", PROSE[0], "A bridge at night"])
def test_no_credit_line(text: str) -> None:
    """What the site says of its copyright, prose and captions are no credits."""
    assert "credit line" not in only(Page().line(text))


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


def test_year_of_a_sentence() -> None:
    """A year among many words dates nothing."""
    assert "date" not in only(Page().line("It was the year 2024 when the bridge over the river opened"))


def test_tight() -> None:
    """Where blank lines are missing, each block has the feature."""
    tight, loose = (units_of("One" + gap + gap.join(PROSE) + "\n") for gap in ("\n", "\n\n"))
    assert all("tight" in names for names in features(tight))
    assert not any("tight" in names for names in features(loose))


def test_place() -> None:
    """Blocks know how far they are from the ends of the page, and how long it is."""
    found = [set(names) for names in features(story().units)]
    assert {"top<1", "bottom<12", "blocks<12"} <= found[0]
    assert {"top<12", "bottom<1"} <= found[-1]


def test_topic() -> None:
    """A headline that speaks of the story shares its words, a menu's line does not."""
    page = Page().line("Weather forecasts everywhere").heading("Council engineer told meeting about bridge")
    for text in PROSE:
        page.line(text)
    menu, headline, *_ = features(page.units)
    assert "shares nothing" in menu
    assert {"shares much", "shares most"} & set(headline)


def test_retold() -> None:
    """A line in quotes whose words a paragraph near it has is told again."""
    quote = "“closed since spring. Nobody knew when it would open”"
    assert "retold" in only(Page().line(PROSE[0]).line(quote))
    assert "retold" not in only(Page().line(PROSE[1]).line(quote))


def test_speakers() -> None:
    """Two speakers who take turns: the first one asks."""
    page = Page().line(PROSE[0])
    for speaker in ("Post", "Ida Brock", "Post", "Ida Brock"):
        page.line(f"{speaker}: {PROSE[1]}")
    found = [{"speaks first", "speaks"} & set(names) for names in features(page.units)]
    assert found == [set(), {"speaks first"}, {"speaks"}, {"speaks first"}, {"speaks"}]


def test_labels_are_no_speakers() -> None:
    """Lines with a new label each are no interview."""
    page = Page()
    for label in ("Height", "Built", "Steps", "Owner", "Keeper"):
        page.line(f"{label}: {PROSE[1]}")
    assert not any({"speaks first", "speaks"} & set(names) for names in features(page.units))


@pytest.mark.parametrize("text", ["14:32", "2.32pm", "11:48 AM ET", "14h05", "20:15 Uhr", "12:00:30", "9 am"])
def test_times(text: str) -> None:
    """A time of day in the ways of several countries."""
    assert is_time(text)


@pytest.mark.parametrize("text", ["", "1432", "12 March", "25:10", "14:32 Rain", "3 of 12", "Monday 14:32"])
def test_no_times(text: str) -> None:
    """What says more than a time of day, or less."""
    assert not is_time(text)
