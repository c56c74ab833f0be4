"""Time and memory grow in proportion to the text, for every family of hostile texts.

The default size keeps this fast; `--hostile-size 30000` is for a run by itself.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise

import pytest

from tests.hostile.families import FAMILIES
from tests.hostile.measure import Cost, cost

MOST = 2.6
"""How many times as much twice the text may cost."""

ROUNDS = 6
"""How often to measure at most: another process can only make a measurement longer, so the least one counts."""

Growth = Callable[[Sequence[float], float], float]
"""By how much values grow a doubling, none of them taken for less than the second argument."""

FLOORS = {"memory": 4e6, "seconds": 0.02}
"""Bytes and seconds below which a measurement is noise. What grows with the square soon leaves them far behind."""


def too_steep(costs: Sequence[Sequence[Cost]], growth: Growth) -> list[str]:
    """The steps, and the memory, that grew by more than `MOST` in one of the doublings, with their figures.

    `costs` are all the measurements of the first size, of the second and of the third.
    """
    figures: dict[str, list[float]] = {"memory": [min(found.memory for found in same) for same in costs]}
    for step in costs[0][0].seconds:
        figures[step] = [min(found.seconds[step] for found in same) for same in costs]
    return [
        f"{name}: {', '.join(f'{value:.3g}' for value in values)}"
        for name, values in figures.items()
        if growth(values, FLOORS.get(name, FLOORS["seconds"])) > MOST
    ]


def _growth(values: Sequence[float], floor: float) -> float:
    return max(max(after, floor) / max(before, floor) for before, after in pairwise(values))


def _mean_growth(values: Sequence[float], floor: float) -> float:
    doublings = len(values) - 1
    return float((max(values[-1], floor) / max(values[0], floor)) ** (1 / doublings))


def measured(family: str, size: int, rounds: int, measure: Callable[[str, int], Cost] = cost) -> list[str]:
    """What grows too steeply, in any doubling of this size, and from four to sixteen times the size as well.

    There a single doubling can still look steep on a busy machine, but two together only if the growth is real.
    """
    return _steep(family, size, rounds, measure, _growth) and _steep(family, size << 2, rounds, measure, _mean_growth)


def _steep(family: str, size: int, rounds: int, measure: Callable[[str, int], Cost], growth: Growth) -> list[str]:
    """What grows too steeply, after as many rounds as it takes to be sure of the opposite."""
    costs: tuple[list[Cost], ...] = ([], [], [])
    steep: list[str] = []
    for _ in range(rounds):
        for doublings, found in enumerate(costs):
            found.append(measure(family, size << doublings))
        steep = too_steep(costs, growth)
        if not steep:
            break
    return steep


@pytest.mark.parametrize("family", FAMILIES)
def test_growth(family: str, size: int) -> None:
    """Twice the text costs about twice as much, at every step from the dump and back."""
    assert measured(family, size, ROUNDS) == []


def test_what_is_not_linear_is_found() -> None:
    """A step whose time, or a text whose memory, grows with the square of the size is told with its figures."""

    def measure(_: str, size: int) -> Cost:
        return Cost({"linear": size / 1e5, "square": size**2 / 1e9}, memory=size**2)

    assert measured("any", 10_000, 2, measure) == ["memory: 1.6e+09, 6.4e+09, 2.56e+10", "square: 1.6, 6.4, 25.6"]


def test_noise_is_not_found() -> None:
    """One measurement that was disturbed is measured again."""
    seconds = iter((0.1, 0.9, 0.4, 0.1, 0.2, 0.4))
    assert measured("any", 1, 2, lambda *_: Cost({"parse": next(seconds)}, memory=0)) == []


def test_a_machine_that_is_always_disturbed() -> None:
    """A single doubling that looks steep at both sizes is no growth where the next one makes up for it."""
    seconds = {1: 0.1, 2: 0.3, 4: 0.45, 8: 0.6, 16: 1.7}
    assert measured("any", 1, 2, lambda _, size: Cost({"parse": seconds[size]}, memory=0)) == []


def test_a_process_that_dies_is_found() -> None:
    """A text that takes a process beyond its limits, or an exception in it, fails the measurement."""
    with pytest.raises(EOFError):
        cost("no such family", 1)


def test_sizes() -> None:
    """There are at least sixty families, and each makes texts of about the size it is asked for."""
    assert len(FAMILIES) >= 60
    for name, make in FAMILIES.items():
        assert 0.5 < len(make(6000)) / 6000 < 2, name
