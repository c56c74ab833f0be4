"""The best path under weights that are being trained; with nothing cut off, unlike `articleparse.roles.path`."""

from __future__ import annotations

from collections.abc import Sequence

import attrs
import numpy as np

from articleparse.roles import STORY, Role
from articleparse.roles.weights import INDEX, ROLES, ZONES
from tools.train_roles.kernel import NEVER, Bits, Floats, Ints, best_path
from tools.train_roles.parameters import Parameters

HEADLINE = INDEX[Role.HEADLINE]
ABOVE, HEAD, BODY = range(3)
Path = list[tuple[int, int]]
"""Role and zone of each block."""


def _opens() -> Bits:
    """Which roles each zone can begin with: the head with the headline, the body with the story, the rest with all."""
    opens = np.ones((len(ZONES), len(ROLES)), dtype=np.bool_)
    opens[HEAD] = [role is Role.HEADLINE for role in ROLES]
    opens[BODY] = [role in STORY for role in ROLES]
    return opens


_OPENS = _opens()


@attrs.frozen(eq=False)
class Tables:
    """Weights as arrays."""

    zones: Floats
    transition: Floats
    passage: Floats

    @classmethod
    def of(cls, weights: Parameters) -> Tables:
        """The tables of `weights` but for the emission."""
        zones = np.full((len(ZONES), len(ROLES)), NEVER)
        for zone, row in enumerate(weights.allowed):
            for role, weight in row.items():
                zones[zone, role] = weight
        passage = np.full((len(ZONES), len(ZONES)), NEVER)
        for way, weight in weights.passage.items():
            passage[way] = weight
        return cls(zones, np.array(weights.transition), passage)

    def path(
        self, scores: Floats, possible: Bits | None = None, *, headline: bool = False, price: float = 0.0
    ) -> Ints | None:
        """The best path through blocks with these scores; None where there is none.

        `possible` narrows what each block can be; with `headline` only paths that have a headline count. `price` is
        what paths without one are scored higher, for training to make up for it.
        """
        passage = self.passage
        if price or headline:
            passage = passage.copy()
            others = [zone for zone in range(len(ZONES)) if zone != HEAD]
            passage[ABOVE, others] = NEVER if headline else passage[ABOVE, others] + price
        narrow = possible is None
        if possible is None:
            possible = np.ones((len(scores), len(ROLES)), dtype=np.bool_)
        path: Ints = best_path(
            scores, possible, _OPENS, self.zones, self.transition, passage, HEADLINE, headline, narrow
        )
        return path if len(path) else None


def possible_roles(roles: Sequence[frozenset[int]]) -> Bits:
    """What each block can be, as a table."""
    possible = np.zeros((len(roles), len(ROLES)), dtype=np.bool_)
    for row, own in zip(possible, roles, strict=True):
        row[list(own)] = True
    return possible


def decode(
    scores: Sequence[Sequence[float]],
    weights: Parameters,
    *,
    roles: Sequence[frozenset[int]] | None = None,
    headline: bool = False,
) -> Path | None:
    """The best path of one dump, whose blocks have these scores and, with `roles`, these roles to choose from."""
    possible = None if roles is None else possible_roles(roles)
    path = Tables.of(weights).path(np.array(scores, dtype=np.float64), possible, headline=headline)
    return None if path is None else [(int(role), int(zone)) for role, zone in path]
