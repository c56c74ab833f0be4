"""What has been passed since the story began: dates, names and headings of other stories say that it is over."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from articleparse.blocks import UnitKind
from articleparse.roles.measure import Measure

_ENDS = {
    "date": "date",
    "cue=date.published:prefix": "date",
    "cue=date.updated:prefix": "date",
    "cue=relative-date": "date",
    "name": "byline",
    "names": "byline",
    "cue=byline.prefix:prefix": "byline",
    "cue=byline.role:suffix": "byline",
    "cue=related.heading": "related",
    "cue=comments": "comments",
    "cue=tags": "tags",
    "cue=tags:prefix": "tags",
    "cue=copyright": "copyright",
    "cue=copyright:prefix": "copyright",
    "copyright year": "copyright",
    "cue=endmark": "endmark",
    "counter": "counter",
    "repeated before": "repeated",
}
"""Features of blocks that stand below stories more often than within them."""

_MANY = 3
_MOST = 4


def passed(measures: Sequence[Measure], features: Sequence[Sequence[str]], first: int) -> list[tuple[str, ...]]:
    """For each block of prose and each heading: what stands between it and the block `first`."""
    counts: Counter[str] = Counter()
    prose: tuple[str, ...] = ()
    heading: tuple[str, ...] = ()
    found = []
    for index, (block, own) in enumerate(zip(measures, features, strict=True)):
        found.append(prose if block.is_prose else heading if block.kind is UnitKind.HEADING else ())
        ends = {_ENDS[name] for name in own if name in _ENDS} if index > first else None
        if ends:
            counts.update(ends)
            names = _names(counts)
            prose = tuple([f"prose past {name}" for name in names])
            heading = tuple([f"heading past {name}" for name in names])
    return found


def _names(counts: Counter[str]) -> list[str]:
    many = [f"many of {end}" for end, count in counts.items() if count >= _MANY]
    return [*counts, *many, f"{min(len(counts), _MOST)} ends"]
