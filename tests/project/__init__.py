"""Tests of what is around the package: the README, the docs, the distributions."""
