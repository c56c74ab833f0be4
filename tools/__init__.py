"""Tools of the project: not shipped, run from a checkout."""
