"""The weights of the model: a data file, read once."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from functools import cache, cached_property, lru_cache
from importlib.resources import files

import attrs

from articleparse.roles.role import Role, Zone

ROLES = tuple(Role)
ZONES = tuple(Zone)
_INDEX = {role: index for index, role in enumerate(ROLES)}

_KEPT = 20_000
"""Groups of features whose scores are kept: some hundred pages' worth, a few megabytes."""

Row = tuple[tuple[int, float], ...]
"""The weights that are not zero, each with the index of its role in `ROLES`."""


@attrs.frozen(slots=False)
class Weights:
    """What `weights.json` says, with roles and zones as indices into `ROLES` and `ZONES`."""

    emission: Mapping[str, Row]  # feature -> what it says for each role
    transition: tuple[tuple[float, ...], ...]  # role -> the role that follows
    allowed: tuple[Mapping[int, float], ...]  # zone -> the roles that can stand in it, with a weight each
    passage: Mapping[tuple[int, int], float]  # (zone, later zone) -> weight; absent: there is no such way

    @classmethod
    def from_data(cls, data: Mapping[str, Mapping[str, Mapping[str, float]]]) -> Weights:
        """Read the four tables of the data file. Raises KeyError for a role or zone that does not exist."""
        rows = {Role(role): row for role, row in data["transition"].items()}
        return cls(
            {feature: _row(row) for feature, row in data["emission"].items()},
            tuple(_dense(rows.get(role, {})) for role in ROLES),
            tuple(dict(_row(data["zone"][zone])) for zone in ZONES),
            {
                (ZONES.index(Zone(start)), ZONES.index(Zone(end))): weight
                for start, row in data["passage"].items()
                for end, weight in row.items()
            },
        )

    @cached_property
    def group_scores(self) -> Callable[[tuple[str, ...]], tuple[float, ...]]:
        """The sums of the weights of a group of features; the same groups come again and again, so they are kept."""
        return lru_cache(maxsize=_KEPT)(self._group_scores)

    def _group_scores(self, features: tuple[str, ...]) -> tuple[float, ...]:
        scores = [0.0] * len(ROLES)
        for feature in features:
            for role, weight in self.emission.get(feature, ()):
                scores[role] += weight
        return tuple(scores)

    def emissions(self, groups: Iterable[tuple[str, ...]]) -> list[float]:
        """The score of each role for a block with these groups of features, in the order of `ROLES`."""
        return list(map(sum, zip(*[self.group_scores(group) for group in groups if group], strict=True)))


@cache
def weights() -> Weights:
    """The weights that the package ships."""
    return Weights.from_data(json.loads(files(__package__).joinpath("weights.json").read_text(encoding="utf-8")))


def _row(row: Mapping[str, float]) -> Row:
    return tuple((_INDEX[Role(role)], weight) for role, weight in row.items())


def _dense(row: Mapping[str, float]) -> tuple[float, ...]:
    known = dict(_row(row))
    return tuple(known.get(index, 0.0) for index in range(len(ROLES)))
