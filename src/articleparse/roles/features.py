"""All features of all blocks of a dump."""

from __future__ import annotations

from collections.abc import Sequence

from articleparse.blocks import Unit
from articleparse.roles.layout import layout, places
from articleparse.roles.measure import measure
from articleparse.roles.page import page_features
from articleparse.roles.wording import wording
from articleparse.vocabulary import Vocabulary


def features(units: Sequence[Unit], words: Vocabulary) -> list[list[str]]:
    """Return the names of the features of each block, in the order of the blocks.

    They say what a block shows by itself, where it stands, and what the whole page says of it; what its neighbours
    are the network sees itself. `words` are the vocabulary. Time is linear in the dump's length.
    """
    measures = [measure(unit) for unit in units]
    return [
        layout(block) + wording(block, words) + place + page
        for block, place, page in zip(measures, places(units), page_features(units, measures), strict=True)
    ]
