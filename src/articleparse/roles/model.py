"""What is each block for? Features, weights, best path."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from articleparse.blocks import Unit
from articleparse.roles.certainty import confidence, margins
from articleparse.roles.features import features
from articleparse.roles.path import best_path
from articleparse.roles.role import Role, Zone
from articleparse.roles.weights import INDEX, Weights, weights
from articleparse.vocabulary import Vocabulary


class Judgement(NamedTuple):
    """The role of a block, the zone of the dump that the block is in, and how sure that is."""

    role: Role
    zone: Zone = Zone.BODY
    confidence: float | None = None  # 0 to 1


def classify(units: Sequence[Unit], model: Weights | None = None, words: Vocabulary | None = None) -> list[Judgement]:
    """The judgement on each of `units`, in their order. Time is linear in the length of the dump.

    Without `model` and `words` the weights and the vocabulary are the package's.
    """
    model = model or weights()
    return judge(units, [model.emissions(names) for names in features(units, words)], model)


def judge(units: Sequence[Unit], scores: Sequence[Sequence[int]], model: Weights) -> list[Judgement]:
    """The judgement on each of `units`, given the score of each role for each of them."""
    path = best_path(scores, model)
    if all(zone is not Zone.BODY for _, zone in path):
        # Nearly every page that was trained on has a headline; what has no story besides may be a brief without one.
        path = best_path(scores, model, is_brief=True)
    roles = [INDEX[role] for role, _ in path]
    return [
        Judgement(role, zone, confidence(margin, index))
        for (role, zone), index, margin in zip(path, roles, margins(units, scores, roles), strict=True)
    ]
