"""Trees written by hand, as the strategies write theirs."""

from articleparse.strategies.plan import Plan, n, page

__all__ = ["Plan", "n", "page"]
