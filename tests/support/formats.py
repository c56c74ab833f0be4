"""The formats that can be tried here: two of ours need a library of an extra."""

from __future__ import annotations

from importlib.util import find_spec

from articleparse.formats import BUILT_IN

USABLE = {name: entry for name, entry in BUILT_IN.items() if name not in ("parquet", "arrow") or find_spec("pyarrow")}
"""Our formats, without those whose library is not installed."""
