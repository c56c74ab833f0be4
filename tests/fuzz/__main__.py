"""Fuzz one target with atheris (extra `fuzz`): `python -m tests.fuzz TARGET [OPTIONS OF LIBFUZZER]`.

    python -m tests.fuzz parse -max_total_time=600

New inputs that reach new code are kept in `.fuzz/TARGET`, which is no part of the project; one that breaks a promise
is written to a file that libFuzzer names, and belongs in `tests/fuzz/findings` once the cause is mended.
"""

from __future__ import annotations

import sys
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages

import atheris

SEEDS = Path(__file__).parent / "corpus"

with atheris.instrument_imports(include=["articleparse"]):
    import articleparse

    for module in walk_packages(articleparse.__path__, "articleparse."):  # most are imported late otherwise
        if not module.name.endswith("__main__"):
            import_module(module.name)

from tests.fuzz.targets import TARGETS  # noqa: E402 - after what is instrumented


def main() -> None:
    """Fuzz until the options say to stop, or an input breaks a promise."""
    target, *options = sys.argv[1:] or [""]
    if target not in TARGETS:
        sys.exit(f"name a target: {', '.join(TARGETS)}")
    found = Path(".fuzz") / target
    found.mkdir(parents=True, exist_ok=True)
    arguments = [sys.argv[0], *options, f"-artifact_prefix={found.parent}/{target}-", str(found), str(SEEDS)]
    atheris.Setup(arguments, TARGETS[target])
    atheris.Fuzz()


if __name__ == "__main__":
    main()
