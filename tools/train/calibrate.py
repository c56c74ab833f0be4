"""How often judgements hold, by their margin: fits the lines of `articleparse.roles.certainty`.

Only pages are looked at that a reader read, and each is judged by weights that were trained on other publishers. A role
is right where the reader gave it to the block, or, of a block that no reader named, where it is furniture.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import attrs
import numpy as np
from numpy.typing import NDArray

from articleparse.blocks import Unit
from articleparse.roles import PageKind, Role
from articleparse.roles.certainty import GROUPS, KINDS, group_of, margins, share
from articleparse.roles.features import features
from articleparse.roles.network import UNIT, Network
from articleparse.roles.path import best_path
from articleparse.roles.registry import numbers_of
from articleparse.vocabulary import load_vocabulary
from tools.train.corpus import fold_of, units_of
from tools.train.pages import Page, read_pages
from tools.train.transfer import transferred

_STEPS = (0.3, 0.5, 0.7, 0.8, 0.9, 0.95, 1.01)
_ROUNDS = 30
_PRIOR = 1e-3
"""What keeps the fit of a few cases from running away."""

_DIALECTS = ("hash", "plain", "markdownify")


@attrs.frozen
class Case:
    """A judgement with its margin, and whether it is right."""

    group: int  # of GROUPS
    margin: float
    is_right: bool


def held_out_cases(corpus: Path, models: Sequence[Network]) -> list[Case]:
    """The cases of all pages, each judged by the model of its publisher's fold."""
    found: list[Case] = []
    for page in read_pages(corpus):
        if page.is_read or page.kind is not None:
            found += _cases(page, models[fold_of(page.group, len(models))])
    return found


def _cases(page: Page, model: Network) -> Iterator[Case]:
    for text in [page.dumps[dialect] for dialect in _DIALECTS if dialect in page.dumps] or [page.base]:
        units = units_of(text)
        if not units:
            continue
        scores = model.scores([numbers_of(own) for own in features(units, load_vocabulary())])
        if page.kind is not None:
            yield _case_of_kind(scores.kinds, page.kind)
        if page.is_read:
            roles = [role for role, _ in best_path(scores.roles, model.ways)]
            yield from _cases_of_roles(page, units, roles, scores.roles)


def _case_of_kind(scores: NDArray[np.float64], kind: PageKind) -> Case:
    order = np.argsort(-scores, kind="stable")
    margin = float(scores[order[0]] - scores[order[1]]) / UNIT
    return Case(GROUPS.index("kind"), margin, KINDS[order[0]] is kind)


def _cases_of_roles(
    page: Page, units: Sequence[Unit], roles: Sequence[Role], scores: NDArray[np.float64]
) -> Iterator[Case]:
    known = transferred(units, page.known)
    for role, margin, own in zip(roles, margins(units, scores, roles), known, strict=True):
        if own is not None:
            yield Case(group_of(role), margin.lead, role in own)


def fitted_lines(cases: Iterable[Case]) -> NDArray[np.float32]:
    """Intercept and slope for each of GROUPS; a group without cases has the line of a margin's own odds."""
    groups: dict[int, list[Case]] = {}
    for case in cases:
        groups.setdefault(case.group, []).append(case)
    lines = [_fitted(groups[group]) if group in groups else (0.0, 1.0) for group in range(len(GROUPS))]
    return np.array(lines, np.float32).round(3)


def _fitted(cases: Sequence[Case]) -> tuple[float, float]:
    """Intercept and slope of the logistic regression of being right on the margin (Newton's method)."""
    margin = np.array([case.margin for case in cases])
    is_right = np.array([case.is_right for case in cases], np.float64)
    design = np.stack([np.ones_like(margin), margin], 1)
    line = np.zeros(2)
    for _ in range(_ROUNDS):
        shares = 1 / (1 + np.exp(-np.clip(design @ line, -30, 30)))
        slope = design.T @ (is_right - shares) - _PRIOR * line
        bend = (design * (shares * (1 - shares))[:, None]).T @ design + _PRIOR * np.eye(2)
        line = line + np.linalg.solve(bend, slope)
    return float(line[0]), float(line[1])


def table(cases: Sequence[Case], lines: NDArray[np.float32]) -> Iterator[str]:
    """For each range of the confidence, how many judgements are in it and what share of them is right."""
    groups = {name: [case for case in cases if GROUPS[case.group] == name] for name in GROUPS}
    yield "| confidence | " + " | ".join(f"{name} | right" for name in groups) + " |"
    yield "|---" * (1 + 2 * len(groups)) + "|"
    for low, high in zip((0.0, *_STEPS), _STEPS, strict=False):
        cells = [f"{low:.2f} – {min(high, 1):.2f}"]
        for some in groups.values():
            right = [case.is_right for case in some if low <= share(case.margin, lines[case.group].tolist()) < high]
            cells += [str(len(right)), f"{sum(right) / len(right):.2f}" if right else "–"]
        yield "| " + " | ".join(cells) + " |"
