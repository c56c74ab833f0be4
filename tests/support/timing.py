"""How time grows with the input."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable

_FLOOR = 0.002
"""Seconds below which a measurement is noise."""


def growth(run: Callable[[str], object], make: Callable[[int], str], size: int) -> float:
    """By how much longer the processor needs when the input doubles, taken over two doublings."""
    small, large = (_best(run, make(count)) for count in (size, 4 * size))
    return float((large / max(small, _FLOOR)) ** 0.5)


def _best(run: Callable[[str], object], text: str) -> float:
    times = []
    gc.disable()
    try:
        for _ in range(3):
            start = time.process_time()
            run(text)
            times.append(time.process_time() - start)
    finally:
        gc.enable()
    return min(times)
