"""Tests of what trains the roles, `tools.train`. They need the extra `train`, and are skipped without it."""
