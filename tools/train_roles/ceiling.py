"""What the pipeline makes of a dump when every block has a role that the annotation permits.

No weights can score more than that: what is missing then is not in the dump, or is lost behind the roles.
"""

from __future__ import annotations

from collections.abc import Sequence

from articleparse.blocks import Unit
from articleparse.roles import Judgement, classify
from articleparse.roles.weights import ROLES, ZONES, Weights
from articleparse.vocabulary import load_vocabulary
from tools.train_roles.corpus import Truth
from tools.train_roles.decode import decode
from tools.train_roles.evaluate import Judge
from tools.train_roles.examples import example
from tools.train_roles.parameters import Parameters


def permitted(weights: Parameters) -> Judge:
    """Judges by `weights` among the permitted roles; a dump without any of the story is judged as always."""
    model = Weights.from_data(weights.data())

    def judge(units: Sequence[Unit], truth: Truth) -> list[Judgement]:
        given = example(units, truth)
        if given is None:
            return classify(units, load_vocabulary(), model)
        scores = [weights.scores(names) for names in given.features]
        for headline in (given.has_headline, False):
            path = decode(scores, weights, roles=given.roles, headline=headline)
            if path is not None:
                return [Judgement(ROLES[role], ZONES[zone]) for role, zone in path]
        return classify(units, load_vocabulary(), model)

    return judge
