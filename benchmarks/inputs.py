"""Parse many generated inputs and count them: none may raise an exception.

    python benchmarks/inputs.py [--count 300000]

Prints a line for each family of inputs: how many, how many code points or bytes, seconds, exceptions. The exit code is
1 where an input raised one.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable
from typing import Any

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

import articleparse as ap
from articleparse.grammar import grammar_names
from articleparse.strategies import articles, dumps, malformed, sources

pages = dumps(articles(max_blocks=2, max_sentences=1))
FAMILIES: dict[str, tuple[int, st.SearchStrategy[Any], Callable[[Any], ap.Article]]] = {
    "any text": (45, st.text(st.characters(codec=None), max_size=80), ap.parse),
    "any bytes": (25, st.binary(max_size=80), ap.parse_bytes),
    **{f"{name}.lark": (6, sources(name), ap.parse) for name in grammar_names()},
    "broken texts of the grammars": (12, malformed(sources()), ap.parse),
    "pages": (3, pages, ap.parse),
    "broken pages": (4, malformed(pages), ap.parse),
}
"""Each family with its share of the inputs, how it is drawn and how it is parsed."""

BATCH = 10_000
"""Inputs that Hypothesis draws in one go; it remembers them all, to draw none twice."""


def parse_family(strategy: st.SearchStrategy[Any], parse: Callable[[Any], ap.Article], count: int) -> list[int]:
    """Inputs parsed, their length in all, and exceptions raised, each of which is printed."""
    totals = [0, 0, 0]
    while totals[0] < count:
        size = min(BATCH, count - totals[0])

        @settings(
            max_examples=size,
            database=None,
            deadline=None,
            phases=[Phase.generate],
            suppress_health_check=list(HealthCheck),
        )
        @given(strategy)
        def draw(data: Any) -> None:
            totals[0] += 1
            totals[1] += len(data)
            try:
                parse(data)
            except Exception as error:
                totals[2] += 1
                print(f"{error!r} on {data!a}")

        before = totals[0]
        draw()
        if totals[0] == before:
            break
    return totals


def main() -> None:
    """Parse and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=300_000, help="inputs in all")
    wanted = parser.parse_args().count
    shares = sum(share for share, _, _ in FAMILIES.values())
    inputs = failures = 0
    for name, (share, strategy, parse) in FAMILIES.items():
        started = time.perf_counter()
        count, length, failed = parse_family(strategy, parse, -(-wanted * share // shares))
        seconds = time.perf_counter() - started
        print(f"{name:30} {count:8} inputs {length:12} long {seconds:8.1f} s {failed} exceptions", flush=True)
        inputs, failures = inputs + count, failures + failed
    print(f"{'in all':30} {inputs:8} inputs, {failures} exceptions")
    raise SystemExit(1 if failures else 0)


if __name__ == "__main__":
    main()
