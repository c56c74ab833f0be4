"""What is each block for, and what kind of page is it? Features, network, best path."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from articleparse.blocks import Unit
from articleparse.roles.features import features
from articleparse.roles.registry import numbers_of
from articleparse.roles.role import Role, Zone
from articleparse.tree import PageKind
from articleparse.vocabulary import Vocabulary

if TYPE_CHECKING:
    from articleparse.roles.network import Network, Scores


class Judgement(NamedTuple):
    """The role of a block, the zone of the dump that the block is in, and how sure that is.

    The best path gives a role by evidence. Where the block's syntax or the lines around contradict it, another role is
    taken, and `path_role` and `reason` tell of that.
    """

    role: Role
    zone: Zone = Zone.BODY
    confidence: float | None = None  # of the best path's role, 0 to 1
    path_role: Role | None = None  # the best path's role, where `role` is another
    reason: str = ""  # why it is another

    def changed(self, role: Role, reason: str) -> Judgement:
        """Return the judgement with another `role`, and why it is another than the best path's.

        >>> Judgement(Role.PARAGRAPH).changed(Role.LIST, "by its syntax it is a list").path_role
        <Role.PARAGRAPH: 'paragraph'>
        """
        if role is self.role:
            return self
        return self._replace(role=role, path_role=self.path_role or self.role, reason=reason)


class Page(NamedTuple):
    """What a dump was judged to be."""

    judgements: list[Judgement]  # one a block, in their order
    kind: PageKind
    kind_confidence: float  # 0 to 1


def judge(units: Sequence[Unit], words: Vocabulary, model: Network | None = None) -> Page:
    """Return the judgement on each of `units`, and on the page. Time is linear in the length of the dump.

    `words` are the vocabulary, and without `model` the network is the package's. Of a dump without blocks nothing is
    known.
    """
    if not units:
        return Page([], PageKind.ARTICLE, 0.0)
    # NumPy takes a tenth of a second to import: a command that parses nothing does without.
    from articleparse.roles.network import network  # noqa: PLC0415

    model = model or network()
    return judge_scores(units, model.scores([numbers_of(names) for names in features(units, words)]), model)


def judge_scores(units: Sequence[Unit], scores: Scores, model: Network) -> Page:
    """Return the judgement on each of `units`, and on the page, given what `model` scores; there are some units."""
    from articleparse.roles.certainty import confidences, kind_of  # noqa: PLC0415
    from articleparse.roles.path import best_path  # noqa: PLC0415

    path = best_path(scores.roles, model.ways)
    sure = confidences(units, scores.roles, [role for role, _ in path], model.certainty)
    return Page(
        [Judgement(role, zone, share) for (role, zone), share in zip(path, sure, strict=True)],
        *kind_of(scores.kinds, model.certainty),
    )
