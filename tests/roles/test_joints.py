"""Pairs of features with a weight of their own: where they come from, and what they weigh."""

from __future__ import annotations

import pytest

from articleparse.roles import Role
from articleparse.roles.explanation import explain
from articleparse.roles.joints import joined, joints_of
from articleparse.roles.weights import INDEX, UNIT, Weights, weights
from articleparse.vocabulary import load_vocabulary
from tests.roles.blocks_by_hand import story
from tests.roles.test_training import mistakes
from tools.train_roles.examples import Example, of_roles
from tools.train_roles.joints import find_joints, with_joints
from tools.train_roles.learn import train
from tools.train_roles.parameters import Parameters, start

WORDS = load_vocabulary()


def test_joined() -> None:
    """A block has a pair if it has both of its features, in whatever order; the rest is as it was."""
    joints = joints_of(["bold", "bold + short", "bold + date", "date + name"])
    assert joined(["short", "bold"], joints) == ["short", "bold", "bold + short"]
    assert joined(["name"], joints) == ["name"]
    assert joined([], joints) == []


def page(number: int) -> Example:
    """A made-up page whose blocks are crossheads if either bold or short, and paragraphs if both or neither."""
    lines = [(bold, short) for bold in ("bold", "plain") for short in ("short", "long")]
    shifted = lines[number % 4 :] + lines[: number % 4]
    names = [["kind=heading", "title"], *(["kind=paragraph", *line] for line in shifted)]
    roles = [Role.CROSSHEAD if line in (lines[1], lines[2]) else Role.PARAGRAPH for line in shifted]
    given = [frozenset({Role.HEADLINE}), *(frozenset({role}) for role in roles)]
    return of_roles(names, given, group=f"publisher {number % 20}")


PAGES = [page(number) for number in range(60)]


@pytest.fixture(scope="module")
def single() -> Parameters:
    """Weights of single features, trained on these pages."""
    return train(PAGES, start(), epochs=4)


def test_what_no_single_feature_tells(single: Parameters) -> None:
    """Pairs are chosen where two features mean together what neither does, and training with them is right."""
    assert mistakes(PAGES, single) > 0
    found = find_joints(PAGES, single)
    assert {"bold", "short"} in [set(name.split(" + ")) for name in found[:4]]
    assert mistakes(PAGES, train(with_joints(PAGES, found), start(), epochs=4)) == 0


def test_a_feature_that_always_comes_with_another(single: Parameters) -> None:
    """The pair of them would be but a third name for the one."""
    for name in find_joints(PAGES, single):
        assert "kind=paragraph" not in name.split(" + ")


def test_the_trainer_weighs_alike() -> None:
    """Training and the package give a block the same score for each pair."""
    data = train(with_joints(PAGES, ["bold + short"]), start(), epochs=2).data()
    model, trainer = Weights.from_data(data), Parameters.of(data)
    names = ["kind=paragraph", "bold", "short"]
    assert "bold + short" in data["emission"]
    told, expected = model.emissions(names), trainer.scores(names)
    crosshead, paragraph = INDEX[Role.CROSSHEAD], INDEX[Role.PARAGRAPH]
    assert (told[crosshead] - told[paragraph]) / UNIT == pytest.approx(expected[crosshead] - expected[paragraph])


def test_shipped_pairs() -> None:
    """Every pair of the package is of two features that its weights know, and `explain` names it."""
    known = weights().emission
    pairs = [name.split(" + ") for name in known if " + " in name]
    assert pairs
    assert all(first in known and second in known for first, second in pairs)
    evidence = {found.feature for block in explain(story().units, WORDS) for found in block.evidence}
    assert any(" + " in name for name in evidence)
