"""Training: what the labels say, and that the same pages always make the same weights."""

from __future__ import annotations

from pathlib import Path

import attrs
import orjson
import pytest

from articleparse.roles import STORY, Role, Zone, classify
from articleparse.roles.features import features
from articleparse.roles.weights import INDEX, Weights, weights
from articleparse.vocabulary import load_vocabulary
from tests.roles.blocks_by_hand import PROSE, Page, story
from tools.train_roles.align import Roles, align
from tools.train_roles.corpus import Truth, fold_of, read_truths
from tools.train_roles.dated import dated
from tools.train_roles.decode import HEADLINE, decode
from tools.train_roles.examples import Example, example, read_examples, settle
from tools.train_roles.learn import train
from tools.train_roles.narrow import narrow
from tools.train_roles.parameters import Parameters, mean, start, write
from tools.train_roles.synthetic.examples import synthetic_examples

WORDS = load_vocabulary()

FILE = Path(__file__).parents[2] / "src" / "articleparse" / "roles" / "weights.json"

TRUTH = Truth(
    page="bridge",
    group="The Daily",
    country="xx",
    title="Bridge over the river stays closed for another year",
    decks=(),
    authors=("Jane Doe", "John Roe"),
    sections=((None, PROSE[:2]), ("A year of work", PROSE[2:])),
    body="",
    captions=(("The old bridge in spring", "Jane Doe"),),
    inside=(),
    outside=(),
    is_silver=False,
)


def page() -> Page:
    """The page that `TRUTH` is about: menu, headline, byline, caption, story with a crosshead, and some of it again."""
    made = Page().items("Home", "World", "Sport", linked=True)
    made.heading(TRUTH.title).line("By Jane Doe and John Roe").line("The old bridge in spring (Photo: Jane Doe)")
    made.line(PROSE[0]).line(PROSE[1]).heading("A year of work", 2).line(PROSE[2])
    return made.line(PROSE[0]).line("By Jane Doe")


def labels(truth: Truth = TRUTH) -> list[Roles]:
    """What each block of the page can be."""
    roles = align(page().units, truth)
    assert roles is not None
    return roles


def test_labels_of_what_the_gold_names() -> None:
    """Byline, caption, paragraphs and crosshead have one role each; the title may stand for something else, too."""
    found = labels()
    assert Role.HEADLINE in found[1]
    assert not found[1] & STORY
    assert found[2:8] == [
        frozenset({role})
        for role in (Role.BYLINE, Role.CAPTION, Role.PARAGRAPH, Role.PARAGRAPH, Role.CROSSHEAD, Role.PARAGRAPH)
    ]


def test_labels_of_the_rest() -> None:
    """What the gold doesn't name is none of the roles that it names; a menu is no part of the story."""
    menu = labels()[0]
    assert {Role.NAVIGATION, Role.RELATED, Role.OTHER} <= menu
    assert not menu & (STORY | {Role.HEADLINE, Role.BYLINE, Role.CAPTION})


def test_story_told_twice() -> None:
    """A paragraph that comes again below the story is none; an author's line there may be a byline, or not."""
    again, author = labels()[8:]
    assert not again & STORY
    assert Role.BYLINE in author
    assert len(author) > 1


def test_a_body_without_sections() -> None:
    """Where only the body is known, a block of it is a paragraph, a crosshead or a list; the first may be a deck."""
    found = labels(attrs.evolve(TRUTH, sections=(), body="\n".join(PROSE)))
    assert found[5] == {Role.PARAGRAPH, Role.CROSSHEAD, Role.LIST}
    assert found[4] == found[5] | {Role.DECK}


def test_caption_that_an_extractor_took_for_a_paragraph() -> None:
    """On a page that no reader annotated, what closes as a caption does may be one; on another it is what it is."""
    text = "The old bridge in the spring of last year, seen from the river (Photo: Jane Doe)"
    truth = attrs.evolve(TRUTH, captions=(), sections=((None, (*PROSE, text)),))
    units = Page().heading(TRUTH.title).line(PROSE[0]).line(text).line(PROSE[1]).units
    for is_silver, roles in (False, {Role.PARAGRAPH}), (True, {Role.PARAGRAPH, Role.CAPTION}):
        found = example(units, attrs.evolve(truth, is_silver=is_silver))
        assert found is not None
        assert found.roles[2] == {INDEX[role] for role in roles}


def test_names_that_end_a_caption() -> None:
    """A line that ends with an author's name after a sentence is no byline; one that opens with a date may be."""
    units = Page().line("The old bridge in the spring, seen from the river. Jane Doe").line(PROSE[0]).units
    assert align(units, attrs.evolve(TRUTH, captions=()))[0] != {Role.BYLINE}  # type: ignore[index]
    units = Page().line("On Monday, 3.4.2024, 10:05, by our own Jane Doe").line(PROSE[0]).units
    assert align(units, TRUTH)[0] == {Role.BYLINE}  # type: ignore[index]


def test_another_story() -> None:
    """A dump without the story says nothing."""
    assert align(page().units, attrs.evolve(TRUTH, sections=((None, ("Nothing of this is there.",)),))) is None


def test_narrow() -> None:
    """A line without a control's word is no control; decided blocks are left alone."""
    units = Page().line("Bridges").line("Print").units
    found = features(units, WORDS)
    everything = frozenset(Role)
    assert Role.CONTROL not in narrow(units[0], everything, found[0])
    assert narrow(units[1], everything, found[1]) == {Role.CONTROL, Role.NAVIGATION, Role.COMMENTS}
    assert narrow(units[1], frozenset({Role.KICKER}), found[1]) == {Role.KICKER}


@pytest.mark.parametrize("above", [True, False])
def test_date(above: bool) -> None:
    """The line near the headline that names the day of the gold says when the story was published."""
    given = Page().line("Monday, 6 May 2024")
    if above:
        given.line("3 May 2024, 10:00").heading(TRUTH.title)
    else:
        given.heading(TRUTH.title).line("Published 3 May 2024")
    given.line(PROSE[0]).line(PROSE[1])
    roles = align(given.units, TRUTH)
    assert roles is not None
    told = dated(given.units, roles, "2024-05-03T10:00:00Z")
    assert [index for index, possible in enumerate(told) if possible == {Role.TIMESTAMP}] == [1 if above else 2]
    assert dated(given.units, roles, "") == roles


def test_date_below_the_story() -> None:
    """Where no line near the headline names that day, one below the story does; lines of prose never do."""
    given = Page().heading(TRUTH.title).line(PROSE[0]).line(f"{PROSE[1]} That was on 3 May 2024.").line("03.05.2024")
    roles = align(given.units, TRUTH)
    assert roles is not None
    told = dated(given.units, roles, "2024-05-03")
    assert [possible == {Role.TIMESTAMP} for possible in told] == [False, False, False, True]


def test_settled() -> None:
    """The start weights choose among what the gold leaves open; they choose the menu to be navigation."""
    given = example(page().units, TRUTH)
    assert given is not None
    settled = settle(given, start())
    assert INDEX[Role.NAVIGATION] in settled.roles[0]
    assert len(settled.roles[0]) <= 2
    assert HEADLINE in settled.roles[1]


def test_decode_with_headline() -> None:
    """A path that must have a headline has one, whatever it costs."""
    scores = [[0.0] * len(INDEX) for _ in range(3)]
    for row in scores:
        row[INDEX[Role.PARAGRAPH]] = 50.0
    free, forced = decode(scores, start()), decode(scores, start(), headline=True)
    assert free is not None
    assert forced is not None
    assert HEADLINE not in [role for role, _ in free]
    assert [role for role, _ in forced].count(HEADLINE) == 1


def examples() -> list[Example]:
    """A few made-up pages."""
    return [settle(one, start()) for one in synthetic_examples(12)]


def written(weights: Parameters, folder: Path, name: str) -> bytes:
    """The bytes of the data file."""
    write(weights.data(), folder / name)
    return (folder / name).read_bytes()


def test_deterministic(tmp_path: Path) -> None:
    """Two trainings on the same pages write the same bytes."""
    first, second = (written(train(examples(), start(), 2), tmp_path, name) for name in ("one", "two"))
    assert first == second


def test_mean() -> None:
    """The mean of two trainings has what is between their weights; trainings with two seeds differ."""
    given = synthetic_examples(3)
    one, other = (train(given, start(), epochs=1, seed=seed) for seed in range(2))
    middle = mean([one, other])
    name = max(one.emission, key=lambda name: abs(one.emission[name][HEADLINE] - other.emission[name][HEADLINE]))
    assert one.emission[name][HEADLINE] != other.emission[name][HEADLINE]
    assert middle.emission[name] == pytest.approx(
        [(a + b) / 2 for a, b in zip(one.emission[name], other.emission[name], strict=True)]
    )
    assert mean([one, one]).passage == pytest.approx(one.passage)


def test_made_up_pages_in_scripts_without_capitals() -> None:
    """Some of the made-up pages have lines in which no capital tells a name."""
    have = ["no case" in {name for names in one.features for name in names} for one in synthetic_examples(40)]
    assert any(have)
    assert not all(have)


def test_training_learns(tmp_path: Path) -> None:
    """Training moves the weights, and afterwards fewer blocks of the training pages have a wrong role."""
    given = examples()
    before, after = start(), train(given, start(), 4)
    assert written(before, tmp_path, "before") != written(after, tmp_path, "after")
    assert mistakes(given, after) < mistakes(given, before)


def mistakes(given: list[Example], weights: Parameters) -> int:
    """How many blocks have a role that they cannot have."""
    wrong = 0
    for one in given:
        path = decode([weights.scores(names) for names in one.features], weights) or []
        wrong += sum(role not in roles for (role, _), roles in zip(path, one.roles, strict=True))
    return wrong


def test_corpus_folder(tmp_path: Path) -> None:
    """A folder with gold and dumps becomes examples; a dialect that a page has no dump in is left out."""
    (tmp_path / "gold").mkdir()
    (tmp_path / "dumps" / "print").mkdir(parents=True)
    gold = {
        "id": "bridge",
        "group": "The Daily",
        "title": TRUTH.title,
        "sections": [{"heading": None, "paragraphs": list(PROSE)}],
    }
    (tmp_path / "gold" / "bridge.json").write_bytes(orjson.dumps(gold))
    dump = f"# {TRUTH.title}\n\n" + "\n\n".join(PROSE)
    (tmp_path / "dumps" / "print" / "bridge.txt").write_text(dump, encoding="utf-8")
    truths = read_truths(tmp_path)
    found = [*read_examples(tmp_path, truths[0])]
    assert truths[0].is_full
    assert [len(one.roles) for one in found] == [4]
    assert found[0].group == "The Daily"


def test_empty_folder(tmp_path: Path) -> None:
    """A folder without pages is an error."""
    with pytest.raises(ValueError, match="no pages"):
        read_truths(tmp_path)


def test_folds() -> None:
    """The publishers of a hundred names are spread over all folds."""
    assert {fold_of(f"publisher {number}", 3) for number in range(100)} == {0, 1, 2}


def test_shipped_weights_are_as_documented() -> None:
    """The file has four tables of known roles and zones, whole numbers, and is no larger than it may be."""
    data = orjson.loads(FILE.read_bytes())
    assert list(data) == ["emission", "transition", "zone", "passage"]
    assert set(data["zone"]) == set(Zone)
    assert {role for row in data["emission"].values() for role in row} <= set(Role)
    assert all(isinstance(weight, int) for table in data.values() for row in table.values() for weight in row.values())
    assert FILE.stat().st_size <= 300_000


def test_shipped_weights_know_the_features() -> None:
    """Every feature of a plain page that occurs in half of all pages has a weight."""
    known = weights().emission
    names = {name for own in features(story().units, WORDS) for name in own}
    assert sum(name in known for name in names) >= 0.9 * len(names)


def test_start_weights_are_weights(tmp_path: Path) -> None:
    """The weights set by hand already find a headline and paragraphs."""
    model = Weights.from_data(orjson.loads(written(start(), tmp_path, "start")))
    roles = [judgement.role for judgement in classify(story().units, WORDS, model)]
    assert Role.HEADLINE in roles
    assert roles.count(Role.PARAGRAPH) == len(PROSE)
