"""Pairs of features with a weight of their own: which blocks have them, and which the package knows."""

from __future__ import annotations

from articleparse.roles.explanation import explain
from articleparse.roles.joints import joined, joints_of
from articleparse.roles.weights import weights
from articleparse.vocabulary import load_vocabulary
from tests.roles.blocks_by_hand import story

WORDS = load_vocabulary()


def test_joined() -> None:
    """A block has a pair if it has both of its features, in whatever order; the rest is as it was."""
    joints = joints_of(["bold", "bold + short", "bold + date", "date + name"])
    assert joined(["short", "bold"], joints) == ["short", "bold", "bold + short"]
    assert joined(["name"], joints) == ["name"]
    assert joined([], joints) == []


def test_shipped_pairs() -> None:
    """Every pair of the package is of two features that its weights know, and `explain` names it."""
    known = weights().emission
    pairs = [name.split(" + ") for name in known if " + " in name]
    assert pairs
    assert all(first in known and second in known for first, second in pairs)
    evidence = {found.feature for block in explain(story().units, WORDS) for found in block.evidence}
    assert any(" + " in name for name in evidence)
