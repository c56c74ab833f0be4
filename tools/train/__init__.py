"""Trains the weights of the roles on a corpus of pages whose article is known.

What it makes is `src/articleparse/roles/weights.json`; how good that is stands in `docs/accuracy.md`.
"""
