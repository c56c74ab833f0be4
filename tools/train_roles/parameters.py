"""The weights while they are trained, and the file that they are kept in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property
from pathlib import Path

import attrs
import orjson

from articleparse.roles import Role, Zone
from articleparse.roles.joints import JOINT, Joints, joined, joints_of
from articleparse.roles.shape import WORD
from articleparse.roles.weights import INDEX, ROLES, UNIT, ZONES

Table = Mapping[str, Mapping[str, int]]
Data = Mapping[str, Table]

_START = Path(__file__).with_name("start.json")
_LEAST = 5
"""A weight nearer to nothing than this, as the file has it, is left out: many such decide next to nothing."""

_LEAST_OF_PAIR = 8
"""The same for weights of two features: there are many, and each has those of the single ones beside it."""

_LEAST_OF_WORD = 70
"""A word none of whose weights is as large is left out: most words are, and the file is half as large."""


@attrs.define
class Parameters:
    """All weights, with roles and zones by their indices. `passage` and `allowed` hold what is possible at all."""

    emission: dict[str, list[float]]
    transition: list[list[float]]
    allowed: list[dict[int, float]]
    passage: dict[tuple[int, int], float]

    @classmethod
    def of(cls, data: Data) -> Parameters:
        """The weights that a data file holds."""
        transition = {role: _row(row) for role, row in data["transition"].items()}
        return cls(
            {feature: _row(row) for feature, row in data["emission"].items()},
            [transition.get(role, [0.0] * len(ROLES)) for role in ROLES],
            [{INDEX[Role(role)]: weight / UNIT for role, weight in data["zone"][zone].items()} for zone in ZONES],
            {
                (ZONES.index(Zone(start)), ZONES.index(Zone(end))): weight / UNIT
                for start, row in data["passage"].items()
                for end, weight in row.items()
            },
        )

    @cached_property
    def _joints(self) -> Joints:
        return joints_of(self.emission)

    def scores(self, features: Sequence[str]) -> list[float]:
        """The score of each role for a block with these features."""
        names = joined(features, self._joints)
        rows = [row for name in names if (row := self.emission.get(name)) is not None]
        return [sum(column) for column in zip(*rows, strict=True)] if rows else [0.0] * len(ROLES)

    def data(self) -> dict[str, dict[str, dict[str, int]]]:
        """What the data file holds: whole hundredths, without the weights that are next to nothing."""
        passage: dict[str, dict[str, int]] = {}
        for (start, end), weight in self.passage.items():
            passage.setdefault(ZONES[start].value, {})[ZONES[end].value] = round(weight * UNIT)
        return {
            "emission": _table(self.emission),
            "transition": _table({role.value: row for role, row in zip(ROLES, self.transition, strict=True)}),
            "zone": {
                zone.value: {ROLES[role].value: round(weight * UNIT) for role, weight in row.items()}
                for zone, row in zip(ZONES, self.allowed, strict=True)
            },
            "passage": passage,
        }


def mean(trained: Sequence[Parameters]) -> Parameters:
    """The mean of weights that were learnt from the same examples."""
    first = trained[0]
    share = 1 / len(trained)
    return Parameters(
        {name: _mean_row([one.emission[name] for one in trained]) for name in first.emission},
        [_mean_row(rows) for rows in zip(*(one.transition for one in trained), strict=True)],
        [
            {role: share * sum(one.allowed[zone][role] for one in trained) for role in row}
            for zone, row in enumerate(first.allowed)
        ],
        {way: share * sum(one.passage[way] for one in trained) for way in first.passage},
    )


def _mean_row(rows: Sequence[Sequence[float]]) -> list[float]:
    return [sum(column) / len(rows) for column in zip(*rows, strict=True)]


def start() -> Parameters:
    """The weights set by hand, from which training starts."""
    return Parameters.of(orjson.loads(_START.read_bytes()))


def write(data: Data, path: Path) -> None:
    """Write the data file, one feature a line."""
    tables = []
    for name, table in data.items():
        rows = ",\n".join(f"{_json(key)}:{_json(row)}" for key, row in table.items())
        tables.append(f"{_json(name)}:{{\n{rows}\n}}")
    path.write_text("{\n" + ",\n".join(tables) + "\n}\n", encoding="utf-8")


def _json(value: object) -> str:
    return orjson.dumps(value).decode()


def _row(weights: Mapping[str, int]) -> list[float]:
    return [weights.get(role, 0) / UNIT for role in ROLES]


def _table(rows: Mapping[str, list[float]]) -> dict[str, dict[str, int]]:
    kept = {key: _kept(row, _LEAST_OF_PAIR if JOINT in key else _LEAST) for key, row in rows.items()}
    return {
        key: row
        for key, row in kept.items()
        if row and (not key.startswith(WORD) or max(map(abs, row.values())) >= _LEAST_OF_WORD)
    }


def _kept(row: list[float], least: int) -> dict[str, int]:
    whole = {role.value: round(weight * UNIT) for role, weight in zip(ROLES, row, strict=True)}
    return {role: weight for role, weight in whole.items() if abs(weight) >= least}
