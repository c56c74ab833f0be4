"""Which modules are looked through for examples that run."""

from importlib.util import find_spec

collect_ignore_glob = [] if find_spec("pyarrow") else ["src/*/arrow.py"]
"""The writers of Arrow and Parquet can't be imported without their library, which is an extra."""
