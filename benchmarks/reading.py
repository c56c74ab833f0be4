"""What is found in the dumps of a folder, in several processes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from report import Record

_CHUNK = 4
"""Dumps that a process takes at a time."""

Records = dict[str, dict[str, Record]]
"""By tool and page."""


def read_dumps(paths: Sequence[Path], examine: Callable[[Path], Mapping[str, Record]], jobs: int) -> Records:
    """The records of all dumps; `examine` makes those of one, by tool."""
    records: Records = defaultdict(dict)
    with ProcessPoolExecutor(jobs) as pool:
        for path, found in zip(paths, pool.map(examine, paths, chunksize=_CHUNK), strict=True):
            for tool, record in found.items():
                records[tool][path.stem] = record
    return records
