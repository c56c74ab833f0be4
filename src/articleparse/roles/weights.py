"""The weights of the model: a data file, read once."""

from __future__ import annotations

import json
import struct
from collections.abc import Mapping, Sequence
from functools import cache, cached_property
from importlib.resources import files

import attrs

from articleparse.roles.joints import Joints, joined, joints_of
from articleparse.roles.role import Role, Zone

ROLES = tuple(Role)
ZONES = tuple(Zone)
INDEX = {role: index for index, role in enumerate(ROLES)}

UNIT = 100
"""What the data file writes for a weight of 1: whole numbers have the same sum on every machine."""

_BITS = 32
_FIELDS = struct.Struct(f"<{len(ROLES)}I")
_ZERO = 1 << 20
"""What is added to each weight of a packed row, so that none is negative; weights are far below that."""


@attrs.frozen(slots=False)
class Weights:
    """What `weights.json` says, with roles and zones as indices into `ROLES` and `ZONES`."""

    emission: Mapping[str, Mapping[int, int]]  # feature -> what it says for each role
    transition: tuple[tuple[int, ...], ...]  # role -> the role that follows
    allowed: tuple[Mapping[int, int], ...]  # zone -> the roles that can stand in it, with a weight each
    passage: Mapping[tuple[int, int], int]  # (zone, later zone) -> weight; absent: there is no such way

    @classmethod
    def from_data(cls, data: Mapping[str, Mapping[str, Mapping[str, int]]]) -> Weights:
        """Read the four tables of the data file. Raises KeyError or ValueError for an unknown role or zone."""
        rows = {Role(role): _row(row) for role, row in data["transition"].items()}
        return cls(
            {feature: _row(row) for feature, row in data["emission"].items()},
            tuple(tuple(rows.get(role, {}).get(index, 0) for index in range(len(ROLES))) for role in ROLES),
            tuple(_row(data["zone"][zone]) for zone in ZONES),
            {
                (ZONES.index(Zone(start)), ZONES.index(Zone(end))): weight
                for start, row in data["passage"].items()
                for end, weight in row.items()
            },
        )

    @cached_property
    def ways_in(self) -> tuple[tuple[tuple[int, int], ...], ...]:
        """For each zone, the earlier zones that lead into it, with the weight of the passage."""
        return tuple(
            tuple((start, weight) for (start, end), weight in sorted(self.passage.items()) if end == zone)
            for zone in range(len(self.allowed))
        )

    @cached_property
    def _packed(self) -> dict[str, int]:
        """Each feature's weights for all roles in one whole number: one addition adds them all."""
        return {
            feature: sum((row.get(role, 0) + _ZERO) << (_BITS * role) for role in range(len(ROLES)))
            for feature, row in self.emission.items()
        }

    @cached_property
    def _packed_joints(self) -> dict[str, list[tuple[str, int]]]:
        """For the first feature of a pair the second, and the pair's weights: faster than names put together anew."""
        return {
            first: [(second, self._packed[name]) for second, name in pairs] for first, pairs in self._joints.items()
        }

    @cached_property
    def _joints(self) -> Joints:
        return joints_of(self.emission)

    def joined(self, features: Sequence[str]) -> list[str]:
        """The `features` of a block and the pairs of them that have a weight of their own."""
        return joined(features, self._joints)

    def emissions(self, features: Sequence[str]) -> Sequence[int]:
        """The score of each role, in the order of `ROLES`, for a block with these features.

        All are higher than the sums of the weights by the same number; only their differences mean anything.
        """
        total = sum(filter(None, map(self._packed.get, features)))
        here = set(features)
        joints = self._packed_joints
        for first in filter(joints.__contains__, here):
            for second, packed in joints[first]:
                if second in here:
                    total += packed
        return _FIELDS.unpack(total.to_bytes(_FIELDS.size, "little"))


@cache
def weights() -> Weights:
    """The weights that the package ships."""
    return Weights.from_data(json.loads(files(__package__).joinpath("weights.json").read_text(encoding="utf-8")))


def _row(row: Mapping[str, int]) -> dict[int, int]:
    return {INDEX[Role(role)]: weight for role, weight in row.items()}
