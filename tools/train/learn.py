"""Training of the network with JAX: weights that are whole numbers in the end are learnt as such.

All that the shipped network rounds is rounded here, too, in each step, and gradients go through as if it were not
(Bengio et al. 2013). What is learnt is the sum of two losses: of the roles along the paths, as minus the log of the
share that permitted paths have among all (a chain with partial labels), and of each block's role by itself, weighted
with the costs of mistakes. A third is the page's kind. The weights are a moving mean of those of the last steps.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from random import Random
from typing import Any

import jax
import jax.numpy as jnp
import numpy as np
import optax
from numpy.typing import NDArray

from articleparse.roles.certainty import GROUPS, KINDS
from articleparse.roles.network import REACH, STEP, UNIT
from articleparse.roles.path import CLASSES, rules
from articleparse.roles.registry import NAMES
from articleparse.roles.role import ROLES, ZONES
from tools.train.examples import Example

Params = dict[str, Any]

EPOCHS = 5
WIDTH = 64
_BLOCKS = 2048
"""Blocks of a batch."""

_LONGEST = 320
"""Blocks of a dump; of a longer one a stretch is taken, another in each pass."""

_STEPS_OF = 32
"""Lengths are rounded up to a multiple of this."""

_RATE, _DECAY, _LAST_RATE = 2e-3, 0.01, 0.02
_FEATURES_OUT, _VALUES_OUT = 0.15, 0.3
"""The shares of features, and of the last layer's values, that are left out by chance (Hinton et al. 2012)."""

_CHAIN, _KIND = 0.35, 0.03
"""What the losses of the chain and of the kind weigh beside that of single blocks."""

_MEAN = 0.998
"""What the moving mean keeps of itself in a step."""

_UNIT = 32
"""What a value of 1 is between layers."""

_NEVER = -1e4
_FORBIDDEN = -60.0
"""What a role that a block can't have scores in the chain of permitted paths: no path is impossible."""


def train(examples: Sequence[Example], epochs: int = EPOCHS, seed: int = 0, width: int = WIDTH) -> Params:
    """Return the weights learnt from `examples`, as arrays of whole numbers; the same for the same inputs.

    `certainty` is as yet 0 everywhere: see `calibrate`.
    """
    data = [example for example in examples if len(example.costs) > 1]
    params = _start(jax.random.PRNGKey(seed), width)
    steps = epochs * sum(1 for _ in _batches(data, Random(seed), fill=False))  # noqa: S311
    schedule = optax.cosine_decay_schedule(_RATE, steps, _LAST_RATE)
    optimiser = optax.chain(optax.clip_by_global_norm(1.0), optax.adamw(schedule, weight_decay=_DECAY))

    @jax.jit
    def step(params: Params, mean: Params, state: Any, keys: Any, batch: Any, keep: Any) -> Any:
        value, gradient = jax.value_and_grad(_loss)(params, batch, keys)
        change, state = optimiser.update(gradient, state, params)
        params = optax.apply_updates(params, change)
        mean = jax.tree.map(lambda old, new: keep * old + (1 - keep) * new, mean, params)
        return params, mean, state, value

    state, mean, key, random = optimiser.init(params), params, jax.random.PRNGKey(seed + 1), Random(seed)  # noqa: S311
    count = 0
    for epoch in range(epochs):
        losses = []
        for batch in _batches(data, random):
            key, own = jax.random.split(key)
            count += 1
            keep = min(_MEAN, count / (count + 10))
            params, mean, state, value = step(params, mean, state, own, batch, keep)
            losses.append(value)
        print(f"pass {epoch + 1}: loss {float(np.mean([float(value) for value in losses])):.4f}", flush=True)
    return whole(mean)


def _start(key: Any, width: int) -> Params:
    keys = iter(jax.random.split(key, 16))

    def normal(*shape: int, scale: float) -> Any:
        return jax.random.normal(next(keys), shape) * scale

    features, roles, zones = len(NAMES), len(ROLES), len(ZONES)
    params = {
        "embedding": normal(features, width, scale=0.15),
        "embedding_bias": jnp.zeros(width),
        "page": normal(2 * width, width, scale=0.5 / (2 * width) ** 0.5),
        "output": normal(2 * width, roles, scale=0.5 / (2 * width) ** 0.5),
        "output_bias": jnp.zeros(roles),
        "direct": jnp.zeros((features, roles)),
        "kinds": normal(2 * width, len(KINDS), scale=0.5 / (2 * width) ** 0.5),
        "kinds_bias": jnp.zeros(len(KINDS)),
        "ways_start": jnp.array([0.0, -1.0, -3.0, -6.0]),
        "ways_transition": jnp.zeros((len(CLASSES), len(CLASSES))),
        "ways_zone": jnp.zeros((zones, roles)),
        "ways_passage": jnp.zeros((zones, zones)) - 1.0,
    }
    for layer in range(len(REACH)):
        params[f"layer{layer}"] = normal(3 * width, 2 * width, scale=1 / (3 * width) ** 0.5)
        params[f"layer{layer}_bias"] = jnp.zeros(2 * width)
    return params


_MATRICES = ("page", "output", "kinds", *(f"layer{layer}" for layer in range(len(REACH))))
_TABLES = ("embedding", "embedding_bias", "direct")


def _scale(name: str) -> tuple[int, float]:
    """What a weight of 1 is as a whole number, and the largest whole number."""
    if name in _MATRICES:
        return STEP, 127.0
    return (_UNIT, 127.0) if name in _TABLES else (UNIT, 2.0**20)


def whole(params: Mapping[str, Any]) -> Params:
    """The weights as the whole numbers that the package ships."""
    found: Params = {"names": np.array(NAMES), "certainty": np.zeros((len(GROUPS), 2), np.float32)}
    for name, value in params.items():
        unit, most = _scale(name)
        rounded = np.clip(np.floor(np.asarray(value, np.float64) * unit + 0.5), -most, most)
        found[name] = rounded.astype(np.int8 if most < 128 else np.int32)
    return found


def _rounded(value: Any, unit: float, most: float | None = None) -> Any:
    """Rounded to a multiple of 1 / `unit`, and within so many of them; the gradient is that of the unrounded value."""
    if most is not None:
        value = jnp.clip(value, -most / unit, most / unit)
    return value + jax.lax.stop_gradient(jnp.floor(value * unit + 0.5) / unit - value)


def _quantised(params: Params) -> Params:
    return {name: _rounded(value, *_scale(name)) for name, value in params.items()}


def _value(value: Any) -> Any:
    return _rounded(value, _UNIT, 127.0)


def _moved(values: Any, by: int) -> Any:
    length = values.shape[1]
    if by >= length or -by >= length:
        return jnp.zeros_like(values)
    if by > 0:
        return jnp.pad(values, ((0, 0), (by, 0), (0, 0)))[:, :-by]
    return jnp.pad(values, ((0, 0), (0, -by), (0, 0)))[:, -by:]


def _whole_page(values: Any, mask: Any) -> Any:
    mean = _rounded((values * mask).sum(1) / mask.sum(1), _UNIT)
    return jnp.concatenate([mean, jnp.where(mask > 0, values, -1e9).max(1)], -1)


def forward(params: Params, features: Any, mask: Any, keys: Any = None) -> tuple[Any, Any]:
    """The scores of roles (dumps x blocks x roles) and of kinds (dumps x kinds), as the shipped network has them.

    `params` are rounded weights; `features` is dumps x blocks x features, 0 or 1, `mask` dumps x blocks x 1. With
    `keys` some features and values are left out by chance.
    """
    if keys is not None:
        one, two = jax.random.split(keys)
        features = features * (jax.random.uniform(one, features.shape) > _FEATURES_OUT)
    first = _value(features @ params["embedding"] + params["embedding_bias"]) * mask
    values = first
    for layer, reach in enumerate(REACH):
        around = jnp.concatenate([_moved(values, reach), values, _moved(values, -reach)], -1)
        sums = _rounded(around @ params[f"layer{layer}"] + params[f"layer{layer}_bias"], _UNIT)
        change, gate = jnp.split(sums, 2, -1)
        change = jnp.clip(change, -127 / _UNIT, 127 / _UNIT)
        gate = jnp.clip(gate * _UNIT / 128 + 0.5, 0, 1)
        values = jnp.clip(values + _rounded(change * gate, _UNIT), -127 / _UNIT, 127 / _UNIT) * mask
    page = _value(_whole_page(values, mask) @ params["page"])
    values = jnp.clip(values + page[:, None], -127 / _UNIT, 127 / _UNIT) * mask
    last = jnp.concatenate([first, values], -1)
    if keys is not None:
        last = last * (jax.random.uniform(two, last.shape) > _VALUES_OUT) / (1 - _VALUES_OUT)
    scores = last @ params["output"] + params["output_bias"] + features @ params["direct"]
    return scores, _whole_page(values, mask) @ params["kinds"] + params["kinds_bias"]


def _loss(params: Params, batch: Any, keys: Any) -> Any:
    features, possible, costs, mask, weights, kinds = batch
    params = _quantised(params)
    scores, kind_scores = forward(params, features, mask, keys)
    shares = jax.nn.log_softmax(scores, -1)
    likely = jax.nn.logsumexp(jnp.where(possible, shares, -1e9), -1)
    single = -(likely * costs * weights[:, None]).sum() / ((costs * weights[:, None]).sum() + 1e-6)
    free = _total(params, scores, mask)
    permitted = _total(params, jnp.where(possible, scores, scores + _FORBIDDEN), mask)
    chain = ((free - permitted) * weights).sum() / ((mask.sum((1, 2)) * weights).sum() + 1e-6)
    known = (kinds >= 0) * weights
    own = jnp.take_along_axis(jax.nn.log_softmax(kind_scores, -1), jnp.maximum(kinds, 0)[:, None], 1)[:, 0]
    of_kind = -(own * known).sum() / (known.sum() + 1e-6)
    return single + _CHAIN * chain + _KIND * of_kind


def _total(params: Params, scores: Any, mask: Any) -> Any:
    """The logarithm of the sum over all paths, of dumps x blocks x roles."""
    zone_rules, within, opens = (jnp.maximum(jnp.asarray(table, jnp.float32), _NEVER) for table in rules())
    zones = len(ZONES)
    diagonal = jnp.eye(zones)[:, :, None]
    later = jnp.triu(jnp.ones((zones, zones)), 1)[:, :, None]
    ways = params["ways_passage"][:, :, None] + opens[None]
    passage = jnp.where(diagonal > 0, within[:, None], jnp.where(later > 0, ways, _NEVER))
    follows = jnp.exp(params["ways_transition"])
    cells = scores[:, :, None] + params["ways_zone"] + zone_rules
    cells = jnp.stack([jax.nn.logsumexp(cells[..., jnp.array(roles)], -1) for roles in CLASSES], -1)

    def step(before: Any, given: Any) -> Any:
        cell, is_there = given
        top = jax.lax.stop_gradient(before.max((1, 2), keepdims=True))
        reached = jnp.log(jnp.exp(before - top) @ follows + 1e-30) + top
        after = jax.nn.logsumexp(reached[:, :, None] + passage[None], 1) + cell
        return jnp.where(is_there[:, None] > 0, after, before), None

    first = params["ways_start"][:, None] + opens + cells[:, 0]
    rest = (jnp.moveaxis(cells[:, 1:], 1, 0), jnp.moveaxis(mask[:, 1:], 1, 0))
    last, _ = jax.lax.scan(step, first, rest)
    return jax.nn.logsumexp(last, (1, 2))


def _batches(data: Sequence[Example], random: Random, *, fill: bool = True) -> Iterator[Any]:
    """The examples in batches of dumps of about one length, shuffled; without `fill` only their number counts."""
    order = [(example, *_stretch(example, random)) for example in data]
    random.shuffle(order)
    order.sort(key=lambda one: one[2] - one[1] + random.random() * 12)
    groups: list[list[tuple[Example, int, int]]] = [[]]
    longest = 0
    for one in order:
        longest = max(longest, _length(one[2] - one[1]))
        if groups[-1] and (len(groups[-1]) + 1) * longest > _BLOCKS:
            groups.append([])
            longest = _length(one[2] - one[1])
        groups[-1].append(one)
    random.shuffle(groups)
    for group in groups:
        yield _filled(group) if fill else None


def _length(blocks: int) -> int:
    return -(-blocks // _STEPS_OF) * _STEPS_OF


def _stretch(example: Example, random: Random) -> tuple[int, int]:
    count = len(example.costs)
    start = random.randrange(count - _LONGEST + 1) if count > _LONGEST else 0
    return start, min(count, start + _LONGEST)


def _filled(group: Sequence[tuple[Example, int, int]]) -> Any:
    """The arrays of a batch; what its dumps don't fill is masked."""
    length = _length(max(end - start for _, start, end in group))
    count = max(1, _BLOCKS // length)
    features: NDArray[np.float32] = np.zeros((count, length, len(NAMES)), np.float32)
    possible = np.ones((count, length, len(ROLES)), np.bool_)
    costs, mask = np.zeros((count, length), np.float32), np.zeros((count, length, 1), np.float32)
    weights, kinds = np.zeros(count, np.float32), np.full(count, -1, np.int32)
    mask[:, 0] = 1
    for at, (example, start, end) in enumerate(group):
        first, last = example.bounds[start], example.bounds[end]
        rows = np.repeat(np.arange(end - start), np.diff(example.bounds[start : end + 1]))
        features[at, rows, example.numbers[first:last]] = 1
        possible[at, : end - start] = example.possible[start:end]
        costs[at, : end - start] = example.costs[start:end]
        mask[at, : end - start] = 1
        weights[at], kinds[at] = example.weight, example.kind
    return features, possible, costs, mask, weights, kinds
