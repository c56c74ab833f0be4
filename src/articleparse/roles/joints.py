"""Pairs of features that have a weight of their own, beside those of the two."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

JOINT = " + "
"""Stands between the names of the two in the name of the pair, the rarer one first."""

Joints = Mapping[str, Sequence[tuple[str, str]]]
"""For the first feature of a pair: the second, and the pair's name."""


def joints_of(names: Iterable[str]) -> Joints:
    """The pairs among the `names` of features."""
    found: dict[str, list[tuple[str, str]]] = {}
    for name in names:
        first, joint, second = name.partition(JOINT)
        if joint:
            found.setdefault(first, []).append((second, name))
    return found


def joined(features: Sequence[str], joints: Joints) -> list[str]:
    """The `features` of a block, and behind them the pairs that it has both features of.

    >>> joined(["bold", "ends=colon"], joints_of(["bold + ends=colon", "bold + date"]))
    ['bold', 'ends=colon', 'bold + ends=colon']
    """
    here = set(features)
    found = list(features)
    for first in sorted(filter(joints.__contains__, here)):
        found += [name for second, name in joints[first] if second in here]
    return found
