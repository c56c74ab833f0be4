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
    """The role of a block, the zone of the dump that the block is in, and how sure that is.

    The best path gives a role by evidence. Where the block's syntax or the lines around contradict it, another role is
    taken, and `path_role` and `reason` tell of that.
    """

    role: Role
    zone: Zone = Zone.BODY
    confidence: float | None = None  # of the best path's role, 0 to 1
    path_role: Role | None = None  # the best path's role, where `role` is another
    reason: str = ""  # why it is another

    def changed(self, role: Role, reason: str) -> Judgement:
        """Return the judgement with another `role`, and why it is another than the best path's.

        >>> Judgement(Role.PARAGRAPH).changed(Role.LIST, "by its syntax it is a list").path_role
        <Role.PARAGRAPH: 'paragraph'>
        """
        if role is self.role:
            return self
        return self._replace(role=role, path_role=self.path_role or self.role, reason=reason)


def classify(units: Sequence[Unit], words: Vocabulary, model: Weights | None = None) -> list[Judgement]:
    """Return the judgement on each of `units`, in their order. Time is linear in the length of the dump.

    `words` are the vocabulary, and without `model` the weights are the package's.
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
