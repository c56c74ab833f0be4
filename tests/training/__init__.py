"""Tests of what trains the roles, `tools.train_roles`. They need the extra `train`, and are skipped without it."""
